"""The application as Django knows it."""

from django.apps import AppConfig


class RapidReviewsConfig(AppConfig):
    """Rapid reviews."""

    name = "second_question_web.rapid_reviews"
    verbose_name = "Rapid reviews"
