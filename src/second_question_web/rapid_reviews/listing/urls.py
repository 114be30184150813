"""The addresses of the list of rapid reviews."""

from django.urls import path

from second_question_web.rapid_reviews.listing import views

urlpatterns = [
    path("rapid-reviews/", views.reviews, name="rapid_reviews"),
    path("rapid-reviews/download.csv", views.download, name="rapid_reviews_download"),
]
