"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.searching.views import browse, newly, search

urlpatterns: list[URLPattern] = [
    path("library/search/", search.search, name="library_search"),
    path("library/browse/", browse.browse, name="library_browse"),
    path("library/browse/<slug:subject>/", browse.subject, name="library_subject"),
    path("library/new/", newly.newly, name="library_new"),
]
