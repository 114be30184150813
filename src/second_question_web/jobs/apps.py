"""The application as Django knows it."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Background work."""

    name = "second_question_web.jobs"
    verbose_name = "Background work"
