"""The application as Django knows it."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Incidents, referrals and notifications."""

    name = "second_question_web.incidents"
    verbose_name = "Incidents, referrals and notifications"
