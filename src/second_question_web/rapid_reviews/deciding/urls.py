"""The addresses of the decision and of what is sent."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.deciding.views import decision, sending, signing, versions

DECISION = f"{REVIEW}decision/"
VERSIONS = f"{REVIEW}versions/"
VERSION = f"{VERSIONS}<int:number>/"

urlpatterns = [
    path(DECISION, decision.decision, name="review_decision"),
    path(f"{DECISION}ask/", decision.ask, name="review_ask_partners"),
    path(f"{DECISION}sign/", signing.sign, name="review_sign"),
    path(f"{DECISION}views/<int:partner>/", signing.record, name="review_record_view"),
    path(f"{REVIEW}check/", sending.check, name="review_check"),
    path(f"{REVIEW}preview.<str:kind>", sending.preview, name="review_preview"),
    path(VERSIONS, versions.versions, name="review_versions"),
    path(VERSION, versions.version, name="review_version"),
    path(f"{VERSION}sent/", versions.sent, name="review_sent"),
    path(f"{VERSION}since/<int:since>/", versions.compare, name="review_compare"),
    path(f"{VERSION}review.<str:kind>", versions.document, name="review_version_file"),
]
