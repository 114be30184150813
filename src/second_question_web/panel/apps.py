"""The application as Django knows it."""

from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The national Panel."""

    name = "second_question_web.panel"
    verbose_name = "The national Panel"
