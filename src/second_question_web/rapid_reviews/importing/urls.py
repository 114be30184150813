"""The addresses of this part of a rapid review."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.importing.views import check, give, unplaced

IMPORT = f"{REVIEW}import/"

urlpatterns = [
    path(IMPORT, give.give, name="review_import"),
    path(f"{IMPORT}reading/<uuid:job_id>/", give.reading, name="review_import_reading"),
    path(f"{IMPORT}files/<uuid:file_id>/", give.original, name="review_import_file"),
    path(f"{IMPORT}files/<uuid:file_id>/remove/", give.remove, name="review_import_remove"),
    path(f"{IMPORT}unplaced/", unplaced.unplaced, name="review_unplaced"),
    path(f"{IMPORT}unplaced/<int:key>/", unplaced.one, name="review_unplaced_passage"),
    path(f"{IMPORT}unplaced/<int:key>/back/", unplaced.put_back, name="review_unplaced_put_back"),
    path(f"{IMPORT}<int:imported>/", check.check, name="review_import_check"),
]
