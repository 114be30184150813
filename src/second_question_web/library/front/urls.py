"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.front import views

urlpatterns: list[URLPattern] = [path("library/", views.front, name="library")]
