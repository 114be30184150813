"""Any result as a CSV file: what the asker may see, and no more."""

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import csv_lines
from second_question.library.describing import described
from second_question.library.entry import PUBLIC
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.feeds import actions
from second_question_web.library.feeds.asked import as_address, asked_from
from second_question_web.library.feeds.ready import when_ready
from second_question_web.library.feeds.table import COLUMNS, MOST, rows
from second_question_web.people.models import Person
from second_question_web.ui.gate import public


@public
@require_safe
@when_ready()
def download(request: HttpRequest) -> StreamingHttpResponse:
    """A row for each document of the result. That somebody took restricted ones along is kept."""
    access = access_of(request.user)
    asked, opened = asked_from(request.GET, access), library()
    found = opened.matching(asked, MOST)
    restricted = sum(one.visibility != PUBLIC for one in found)
    if restricted and isinstance(request.user, Person):
        actions.note_downloaded(by=request.user, asked=as_address(asked), count=len(found), restricted=restricted)
    lines = csv_lines(COLUMNS, rows(described(opened.store, found, access)))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="library.csv"'
    return response
