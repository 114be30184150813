"""The Panel's addresses."""

from django.urls import path

from second_question_web.panel.views.acknowledge import acknowledge
from second_question_web.panel.views.inbox import inbox

urlpatterns = [
    path("panel/", inbox, name="panel_inbox"),
    path("panel/<str:reference>/acknowledge/", acknowledge, name="panel_acknowledge"),
]
