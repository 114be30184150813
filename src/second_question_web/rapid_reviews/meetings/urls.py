"""The addresses of this part of a rapid review."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
