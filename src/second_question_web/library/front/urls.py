"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.front.views import front, resources, studies

RESOURCES, STUDIES = "library/resources/", "library/case-studies/"

urlpatterns: list[URLPattern] = [
    path("library/", front.front, name="library"),
    path(RESOURCES, resources.resources, name="library_resources"),
    path(f"{RESOURCES}rapid-review-template/", resources.template, name="library_template"),
    path(f"{RESOURCES}rapid-review-blank.<str:ending>", resources.blank_form, name="library_blank_form"),
    path(f"{RESOURCES}checklist/<slug:kind>/", resources.checklist, name="library_checklist"),
    path(f"{RESOURCES}<slug:guide>/", resources.guide, name="library_guide"),
    path(STUDIES, studies.list_of_studies, name="library_studies"),
    path(f"{STUDIES}<str:theme>/", studies.study, name="library_study"),
]
