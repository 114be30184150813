"""Every address of the library, part by part."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("second_question_web.library.front.urls")),
    path("", include("second_question_web.library.searching.urls")),
    path("", include("second_question_web.library.feeds.urls")),
    path("", include("second_question_web.library.alerts.urls")),
    path("", include("second_question_web.library.depositing.urls")),
    path("", include("second_question_web.library.documents.urls")),  # the last: any word may be a document's key
]
