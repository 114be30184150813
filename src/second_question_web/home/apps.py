"""The application as Django knows it."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home pages, calendar and alerts."""

    name = "second_question_web.home"
    verbose_name = "Home pages, calendar and alerts"
