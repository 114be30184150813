"""The addresses of the areas of a review."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.areas import views

urlpatterns = [
    path(f"{REVIEW}areas/", views.areas, name="review_areas"),
    path(f"{REVIEW}areas/<int:key>/end/", views.end, name="review_area_end"),
]
