"""The application as Django knows it."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The library."""

    name = "second_question_web.library"
    verbose_name = "The library"
