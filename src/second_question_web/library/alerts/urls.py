"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.alerts import views

urlpatterns: list[URLPattern] = [
    path("library/saved/", views.saved, name="library_saved"),
    path("library/saved/new/", views.save, name="library_saved_new"),
    path("library/saved/<int:number>/", views.one, name="library_saved_search"),
    path("library/saved/stop/<str:token>/", views.stop, name="library_saved_stop"),
]
