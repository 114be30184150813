"""The addresses of earlier learning."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.learned_before import views

BEFORE = f"{REVIEW}learned-before/"

urlpatterns = [
    path(BEFORE, views.learned_before, name="review_learned_before"),
    path(f"{BEFORE}cite/", views.cite, name="review_cite_learning"),
    path(f"{BEFORE}<int:number>/", views.became, name="review_learning_became"),
    path(f"{BEFORE}<int:number>/take-out/", views.take_out, name="review_take_out_learning"),
]
