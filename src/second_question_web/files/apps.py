"""The application as Django knows it."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files."""

    name = "second_question_web.files"
    verbose_name = "Files"
