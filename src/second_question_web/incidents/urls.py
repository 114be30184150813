"""The addresses of notifications."""

from django.urls import path, re_path

from second_question_web.incidents.views import (
    amend,
    answers,
    check,
    death,
    documents,
    duplicates,
    ending,
    keep,
    notification,
    opened,
    receipt,
    records,
    section,
    start,
    told,
)

CASE = "notifications/<slug:reference>/"
PERSON = r"^notifications/(?P<reference>[-\w]+)/(?P<kind>child|adult)/"
AMENDED_PERSON = r"^notifications/(?P<reference>[-\w]+)/amend/(?P<kind>child|adult)/"

urlpatterns = [
    path("notifications/new/", start.start, name="notification_start"),
    path(CASE, notification.notification, name="notification"),
    path(f"{CASE}answers/", answers.answers, name="notification_answers"),
    path(f"{CASE}answer/<slug:slug>/", section.section, name="notification_section"),
    path(f"{CASE}answer/<slug:slug>/<int:place>/", section.section, name="notification_section"),
    path(f"{CASE}keep/<slug:slug>/", keep.keep, name="notification_keep"),
    path(f"{CASE}keep/<slug:slug>/<int:place>/", keep.keep, name="notification_keep"),
    path(f"{CASE}drop/<slug:slug>/", keep.drop, name="notification_drop"),
    path(f"{CASE}drop/<slug:slug>/<int:place>/", keep.drop, name="notification_drop"),
    re_path(rf"{PERSON}add/$", section.add, name="notification_add"),
    re_path(rf"{PERSON}(?P<place>[0-9]+)/remove/$", records.remove, name="notification_remove"),
    path(f"{CASE}check/", check.check, name="notification_check"),
    path(f"{CASE}duplicates/", duplicates.duplicates, name="notification_duplicates"),
    path(f"{CASE}receipt/", receipt.receipt, name="notification_receipt"),
    path(f"{CASE}copy.pdf", receipt.pdf, name="notification_pdf"),
    path(f"{CASE}amend/", amend.choose, name="notification_amend"),
    re_path(rf"{AMENDED_PERSON}add/$", amend.add, name="notification_amend_add"),
    path(f"{CASE}amend/child/<int:place>/died/", death.death, name="notification_death"),
    path(f"{CASE}amend/<slug:slug>/", amend.section, name="notification_amend_section"),
    path(f"{CASE}amend/<slug:slug>/<int:place>/", amend.section, name="notification_amend_section"),
    path(f"{CASE}told/", told.told, name="notification_told"),
    path(f"{CASE}discard/", ending.discard, name="notification_discard"),
    path(f"{CASE}withdraw/", ending.withdraw, name="notification_withdraw"),
    path(f"{CASE}opened/", opened.opened, name="case_trail"),
    path(f"{CASE}documents/", documents.documents, name="case_files"),
    path(f"{CASE}documents/<uuid:file_id>/", documents.document, name="case_file"),
    path(f"{CASE}documents/<uuid:file_id>/remove/", documents.remove, name="case_file_remove"),
]
