"""The trail's addresses."""

from django.urls import path

from second_question_web.trail.views.download import download
from second_question_web.trail.views.listing import listing
from second_question_web.trail.views.row import row

urlpatterns = [
    path("trail/", listing, name="trail"),
    path("trail/download.csv", download, name="trail_download"),
    path("trail/<int:number>/", row, name="trail_row"),
]
