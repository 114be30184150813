"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.depositing.views import deciding, giving, listing, one, redacting, taking_out

AT = "library/deposits/<slug:key>/"
urlpatterns: list[URLPattern] = [
    path("library/deposits/", listing.deposits, name="library_deposits"),
    path("library/deposits/upload/", giving.upload, name="library_upload"),
    path("library/deposits/record/", giving.record, name="library_record"),
    path(AT, one.show, name="library_deposit"),
    path(AT + "text/", one.text, name="library_deposit_text"),
    path(AT + "file/", one.original, name="library_deposit_file"),
    path(AT + "facts/", deciding.facts, name="library_deposit_facts"),
    path(AT + "who/", deciding.who, name="library_deposit_who"),
    path(AT + "redact/", redacting.redact, name="library_deposit_redact"),
    path(AT + "redact/<uuid:job_id>/", redacting.redacting, name="library_deposit_redacting"),
    path(AT + "new-version/", giving.new_version, name="library_deposit_version"),
    path(AT + "take-out/", taking_out.take_out, name="library_deposit_take_out"),
    path(AT + "restore/", taking_out.restore, name="library_deposit_restore"),
    path(AT + "discard/", taking_out.discard, name="library_deposit_discard"),
]
