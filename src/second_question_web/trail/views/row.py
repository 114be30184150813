"""One row of the trail: everything it holds, before and after side by side, and its place in the chain."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.trail import queries
from second_question_web.trail.actions import note_row_read
from second_question_web.trail.chain import digest_of
from second_question_web.trail.models import Entry
from second_question_web.trail.reading import reader_of
from second_question_web.trail.sentences import phrase_for, sentence
from second_question_web.ui.components import Column
from second_question_web.ui.gate import requires

COLUMNS = (Column(label="What"), Column(label="Before"), Column(label="After"))


@requires(Permission.TRAIL_READ)
@require_safe
def row(request: HttpRequest, number: int) -> HttpResponse:
    """The row of that number."""
    entry = queries.entry(reader_of(request), number)
    note_row_read(by=reader_of(request), entry=entry)
    shown = {
        "entry": entry,
        "sentence": sentence(entry),
        "label": phrase_for(entry.action).label,
        "columns": COLUMNS,
        "changes": changes_of(entry),
        "holds": digest_of(entry) == entry.digest,
    }
    return render(request, "trail/row.html", shown)


def changes_of(entry: Entry) -> list[tuple[str, str, str]]:
    """Each value that the row speaks of: its name, as it was, as it is."""
    names = dict.fromkeys([*entry.before, *entry.after])
    return [(_words(name), _text(entry.before, name), _text(entry.after, name)) for name in names]


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _text(values: dict[str, object], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
