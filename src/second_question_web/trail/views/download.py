"""The trail as a CSV file: exactly the rows that the filter leaves, line by line."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import Cell, csv_lines
from second_question.rules.access import Permission
from second_question_web.trail import queries
from second_question_web.trail.actions import note_downloaded
from second_question_web.trail.forms import TrailFilter
from second_question_web.trail.models import Entry
from second_question_web.trail.reading import reader_of
from second_question_web.trail.sentences import sentence
from second_question_web.ui.gate import requires

FIELDS = (
    *("number", "at", "actor_name", "actor_organisation", "actor_key", "action", "subject_kind", "subject_key", "case"),
    *("outcome", "reason", "request_number", "address", "agent", "before", "after", "previous_digest", "digest"),
)


@requires(Permission.TRAIL_READ)
@require_safe
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Every wanted row; the download itself is a row of the trail, written first."""
    wanted = TrailFilter(request.GET).wanted()
    rows = queries.download(reader_of(request), wanted)
    note_downloaded(by=reader_of(request), wanted=wanted.in_force())
    lines = csv_lines((*FIELDS, "sentence"), _cells(rows))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="trail.csv"'
    return response


def _cells(rows: Iterator[Entry]) -> Iterator[list[Cell]]:
    for entry in rows:
        values = (getattr(entry, name) for name in FIELDS)
        yield [
            *(value if value is None or hasattr(value, "isoformat") else _text(value) for value in values),
            sentence(entry),
        ]


def _text(value: object) -> Cell:
    import json

    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
