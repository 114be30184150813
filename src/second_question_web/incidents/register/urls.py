"""The addresses of the register. They come before those of single notifications, which take any word as a reference."""

from django.urls import path

from second_question_web.incidents.register.views import download, importing, listing

urlpatterns = [
    path("notifications/", listing.listing, name="register"),
    path("notifications/search/", listing.look_for, name="register_search"),
    path("notifications/download.csv", download.download, name="register_download"),
    path("notifications/import/", importing.give, name="register_import"),
    path("notifications/import/<uuid:job_id>/", importing.preview, name="register_import_preview"),
    path("notifications/import/<uuid:job_id>/confirm/", importing.confirm, name="register_import_confirm"),
    path("notifications/import/<uuid:job_id>/result/", importing.result, name="register_import_result"),
    path("notifications/import/<uuid:job_id>/report.csv", importing.report, name="register_import_report"),
]
