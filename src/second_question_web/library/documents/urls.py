"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.documents.views import citing, document, files, similar

AT = "library/<str:key>/"
urlpatterns: list[URLPattern] = [
    path(AT, document.show, name="library_document"),
    path(AT + "similar/", similar.similar, name="library_similar"),
    path(AT + "original/", files.original, name="library_original"),
    path(AT + "page-<int:number>.png", files.page, name="library_page"),
    path(AT + "cite.ris", citing.ris, name="library_cite_ris"),
    path(AT + "cite.bib", citing.bibtex, name="library_cite_bibtex"),
]
