"""The application as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and what they may do."""

    name = "second_question_web.people"
    verbose_name = "People and what they may do"
