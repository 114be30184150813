"""The application as Django knows it."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The pages' common ground."""

    name = "second_question_web.ui"
    verbose_name = "The pages' common ground"
