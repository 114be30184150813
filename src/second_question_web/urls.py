"""Every address of the web application, app by app."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("second_question_web.home.urls")),
    path("", include("second_question_web.incidents.referrals.urls")),
    path("", include("second_question_web.incidents.register.urls")),  # before any word as a reference
    path("", include("second_question_web.incidents.urls")),
    path("", include("second_question_web.library.urls")),
    path("", include("second_question_web.jobs.urls")),
    path("", include("second_question_web.partnerships.urls")),
    path("", include("second_question_web.panel.urls")),
    path("", include("second_question_web.people.urls")),
    path("", include("second_question_web.rapid_reviews.urls")),
    path("", include("second_question_web.trail.urls")),
]

handler400 = "second_question_web.errors.bad_request"
handler403 = "second_question_web.errors.forbidden"
handler404 = "second_question_web.errors.not_found"
handler500 = "second_question_web.errors.server_error"
