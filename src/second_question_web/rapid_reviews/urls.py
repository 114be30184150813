"""The addresses of a rapid review."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.appraising import urls as appraising
from second_question_web.rapid_reviews.areas import urls as areas
from second_question_web.rapid_reviews.deciding import urls as deciding
from second_question_web.rapid_reviews.history import urls as history
from second_question_web.rapid_reviews.importing import urls as importing
from second_question_web.rapid_reviews.learned_before import urls as learned_before
from second_question_web.rapid_reviews.listing import urls as listing
from second_question_web.rapid_reviews.meetings import urls as meetings
from second_question_web.rapid_reviews.summaries import urls as summaries
from second_question_web.rapid_reviews.views import clock, review
from second_question_web.rapid_reviews.writing import urls as writing

urlpatterns = [
    path(REVIEW, review.review, name="rapid_review"),
    path(f"{REVIEW}pause/", clock.pause, name="rapid_review_pause"),
    path(f"{REVIEW}end-pause/", clock.end, name="rapid_review_end_pause"),
    path(f"{REVIEW}sent/", clock.sent, name="rapid_review_sent"),
    path(f"{REVIEW}extend/", clock.extend, name="rapid_review_extend"),
    *writing.urlpatterns,
    *summaries.urlpatterns,
    *meetings.urlpatterns,
    *deciding.urlpatterns,
    *appraising.urlpatterns,
    *learned_before.urlpatterns,
    *importing.urlpatterns,
    *history.urlpatterns,
    *areas.urlpatterns,
    *listing.urlpatterns,
]
