"""Handing a file to a browser so that nothing in it can run on our pages."""

from django.core.files import File
from django.http import FileResponse

from second_question_web.files.models import StoredFile


def as_download(stored: StoredFile, opened: File[bytes]) -> FileResponse:
    """The file as an attachment, whatever it is; the browser neither guesses its type nor keeps a copy."""
    response = FileResponse(opened, as_attachment=True, filename=stored.name, content_type=stored.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store, private"
    return response
