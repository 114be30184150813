"""The addresses of the appraisal."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.appraising import views

urlpatterns = [
    path(f"{REVIEW}appraisal/", views.appraisal, name="review_appraisal"),
    path(f"{REVIEW}appraisal/text/", views.text, name="review_appraisal_text"),
    path(f"{REVIEW}versions/<int:number>/appraisal/", views.of_version, name="review_version_appraisal"),
    path(f"{REVIEW}versions/<int:number>/appraisal/text/", views.text_of_version, name="review_version_appraisal_text"),
]
