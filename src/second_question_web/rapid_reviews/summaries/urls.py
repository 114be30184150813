"""The addresses of what agencies contribute: for those who ask, for the agencies, and behind the links in e-mails."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.summaries.views import (
    answers,
    asking,
    chase,
    files,
    handling,
    links,
    mine,
    one,
    opening,
    shared,
    telling,
    writing,
)

ALL = f"{REVIEW}agencies/"
ONE = f"{ALL}<int:number>/"
LINK = "summaries/open/<str:secret>/"
OURS = "summaries/<str:reference>/<int:number>/"
TYPED = f"{OURS}typed/<str:section>/<int:place>/"

urlpatterns = [
    path(ALL, chase.agencies, name="review_agencies"),
    path(f"{ALL}download", chase.download, name="review_agencies_download"),
    path(f"{ALL}remind/", chase.remind, name="review_agencies_remind"),
    path(f"{ALL}ask/", asking.ask, name="review_ask_agencies"),
    path(f"{ALL}tell/", telling.tell, name="review_tell_agencies"),
    path(ONE, one.one, name="review_request"),
    path(f"{ONE}link/", links.send, name="review_request_link"),
    path(f"{ONE}links/<int:key>/again/", links.again, name="review_request_link_again"),
    path(f"{ONE}links/<int:key>/end/", links.end, name="review_request_link_end"),
    path(f"{ONE}withdraw/", handling.withdraw, name="review_request_withdraw"),
    path(f"{ONE}send-back/", handling.send_back, name="review_request_send_back"),
    path(f"{ONE}nothing-known/", handling.nothing_known, name="review_request_nothing_known"),
    path(f"{ONE}share/", one.share, name="review_request_share"),
    path(f"{ONE}files/<uuid:file_id>/", one.attachment, name="review_request_file"),
    path("summaries/", mine.summaries, name="summaries"),
    path("summaries/leave/", mine.leave, name="summary_leave"),
    path(LINK, opening.link, name="summary_link"),
    path(f"{LINK}send/", opening.send_code, name="summary_link_send"),
    path(f"{LINK}code/", opening.code, name="summary_link_code"),
    path(f"{LINK}code/check/", opening.open_with_code, name="summary_link_check"),
    path(f"{LINK}new/", opening.ask_for_new, name="summary_link_new"),
    path(OURS, mine.summary, name="summary"),
    path(f"{OURS}nothing-known/", answers.nothing_known, name="summary_nothing_known"),
    path(f"{OURS}write/", writing.write, name="summary_write"),
    path(f"{OURS}episodes/add/", writing.add, name="summary_episode_add"),
    path(f"{OURS}episodes/<int:place>/", writing.episode, name="summary_episode"),
    path(f"{OURS}episodes/<int:place>/remove/", writing.remove, name="summary_episode_remove"),
    path(f"{TYPED}keep/", writing.keep, name="summary_keep"),
    path(f"{TYPED}drop/", writing.drop, name="summary_drop"),
    path(f"{OURS}files/", files.files, name="summary_files"),
    path(f"{OURS}files/<uuid:file_id>/", files.one, name="summary_file"),
    path(f"{OURS}files/<uuid:file_id>/remove/", files.remove, name="summary_file_remove"),
    path(f"{OURS}check/", answers.check, name="summary_check"),
    path(f"{OURS}sign/", answers.sign, name="summary_sign"),
    path(f"{OURS}shared/<int:other>/", shared.shared, name="summary_shared"),
]
