"""The addresses of partnerships."""

from django.urls import path

from second_question_web.partnerships.views import create, listing, members, own_settings, show

urlpatterns = [
    path("partnerships/", listing.listing, name="partnerships"),
    path("partnerships/download", listing.download, name="partnerships_download"),
    path("partnerships/new/", create.create, name="partnership_new"),
    path("partnerships/<slug:slug>/", show.show, name="partnership"),
    path("partnerships/<slug:slug>/agencies/add/", members.add_agency, name="partnership_add_agency"),
    path("partnerships/<slug:slug>/partners/add/", members.add_partner, name="partnership_add_partner"),
    path("partnerships/<slug:slug>/members/<int:key>/end/", members.end, name="partnership_end_membership"),
    path("partnerships/<slug:slug>/clocks/add/", own_settings.add_clock, name="partnership_add_clock"),
    path("partnerships/<slug:slug>/clocks/<int:key>/end/", own_settings.end_clock, name="partnership_end_clock"),
    path("partnerships/<slug:slug>/counting/", own_settings.counting, name="partnership_counting"),
    path("partnerships/<slug:slug>/email/", own_settings.email, name="partnership_email"),
]
