"""The addresses of home page, calendar and information."""

from django.urls import path

from second_question_web.home.views import information, machines
from second_question_web.home.views.calendar import calendar
from second_question_web.home.views.feed import calendar_feed
from second_question_web.home.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("calendar/", calendar, name="calendar"),
    path("calendar/<str:secret>.ics", calendar_feed, name="calendar_feed"),
    path("help/", information.help_page, name="help"),
    path("help/guide/", information.guide, name="help_guide"),
    path("help/accessibility/", information.accessibility, name="help_accessibility"),
    path("help/privacy/", information.privacy, name="help_privacy"),
    path("help/sources/", information.sources, name="help_sources"),
    path("help/feedback/", information.feedback, name="help_feedback"),
    path("health/", machines.health, name="health"),
    path("robots.txt", machines.robots, name="robots"),
    path("favicon.ico", machines.favicon, name="favicon"),
]
