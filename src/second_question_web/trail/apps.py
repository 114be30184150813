"""The application as Django knows it."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The trail."""

    name = "second_question_web.trail"
    verbose_name = "The trail"
