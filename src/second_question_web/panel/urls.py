"""The Panel's addresses, and those of what a partnership has from it."""

from django.urls import path

from second_question_web.panel.views import answer, changes, letter, reply
from second_question_web.panel.views.acknowledge import acknowledge
from second_question_web.panel.views.inbox import inbox
from second_question_web.panel.views.reply_check import check
from second_question_web.panel.views.review import review
from second_question_web.panel.views.reviews import reviews
from second_question_web.rapid_reviews.addresses import REVIEW

urlpatterns = [
    path("panel/", inbox, name="panel_inbox"),
    path("panel/changes/", changes.changes, name="panel_changes"),
    path("panel/changes.csv", changes.download, name="panel_changes_download"),
    path("panel/reviews/", reviews, name="panel_reviews"),
    path("panel/reviews/<str:reference>/", review, name="panel_review"),
    path("panel/reviews/<str:reference>/reply/", reply.reply, name="panel_reply"),
    path("panel/reviews/<str:reference>/reply/keep/", reply.keep, name="panel_reply_keep"),
    path("panel/reviews/<str:reference>/reply/drop/", reply.drop, name="panel_reply_drop"),
    path("panel/reviews/<str:reference>/reply/check/", check, name="panel_reply_check"),
    path(f"{REVIEW}panel/", answer.answer, name="review_panel_answer"),
    path(f"{REVIEW}panel/keep/", answer.keep, name="review_panel_keep"),
    path(f"{REVIEW}panel/replies/<int:number>/letter.<str:kind>", letter.letter, name="panel_letter"),
    path("panel/<str:reference>/acknowledge/", acknowledge, name="panel_acknowledge"),
]
