"""The application as Django knows it."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Regions, organisations and partnerships."""

    name = "second_question_web.partnerships"
    verbose_name = "Regions, organisations and partnerships"
