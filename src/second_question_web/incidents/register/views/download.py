"""The list as a CSV file: exactly what it shows, line by line, in the columns of the Notifications CSV."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import Cell, csv_lines
from second_question.exchange.notification_rows import COLUMNS
from second_question.rules.access import Permission
from second_question_web.incidents.models import Notification
from second_question_web.incidents.register import actions, queries
from second_question_web.incidents.register.asked import Asked, asked
from second_question_web.incidents.register.rows import as_row
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.gate import requires

OURS = ("reference", "state")
"""Columns beside those of the Notifications CSV: our own number, and whether it is a draft or withdrawn."""


@requires(Permission.REGISTER_DOWNLOAD)
@require_safe
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Every notification of the list, a row a child, without anything that identifies anybody."""
    person = person_of(request)
    wanted = asked(request, person, timezone.localdate())
    count = wanted.notifications().count()
    actions.note_downloaded(by=person, wanted=wanted.wanted, search=wanted.search, count=count)
    response = StreamingHttpResponse(
        csv_lines((*COLUMNS, *OURS), _rows(wanted)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="notifications.csv"'
    return response


def _rows(wanted: Asked) -> Iterator[list[Cell]]:
    for notification in queries.in_chunks(wanted.notifications()):
        yield from _cells(notification)


def _cells(notification: Notification) -> Iterator[list[Cell]]:
    row = as_row(notification, notification.children.all())
    ours: list[Cell] = [notification.reference, notification.state]
    about = [row.notification_id, row.incident_on, row.aware_on, notification.sent_on]
    about += [row.local_authority, row.nature, row.likely_cause]
    features = ";".join(row.features)
    if not row.children:
        yield [*about, "", None, None, "", "", "", features, *ours]
    for child in row.children:
        age = [child.age_years, child.age_group]
        yield [*about, child.child_id, child.focus_child, *age, child.sex, child.ethnicity, features, *ours]
