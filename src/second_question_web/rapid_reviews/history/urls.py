"""The addresses of event histories."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.history import views

urlpatterns = [
    path("rapid-reviews/events.csv", views.events, name="review_events"),
    path(f"{REVIEW}history/", views.history, name="review_history"),
    path(f"{REVIEW}history/events.csv", views.download, name="review_history_csv"),
]
