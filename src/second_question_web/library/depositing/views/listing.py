"""What was deposited: what waits for somebody, what is due a look, and everything."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.library.depositing import queries
from second_question_web.library.depositing.shown import row, status
from second_question_web.library.depositing.views.common import draw, person_of
from second_question_web.library.models import Deposit
from second_question_web.ui.components import Column
from second_question_web.ui.gate import requires

ON_A_PAGE = 50
WAITING = (Deposit.State.READING, Deposit.State.UNREADABLE, Deposit.State.PROPOSED)
COLUMNS = (
    Column(label="Title"),
    Column(label="Kind"),
    Column(label="State"),
    Column(label="Who may see it"),
    Column(label="Deposited by"),
)


@requires(Permission.LIBRARY_DEPOSIT)
@require_safe
def deposits(request: HttpRequest) -> HttpResponse:
    """The list."""
    person = person_of(request)
    every = queries.deposits(person)
    waiting = list(every.filter(state__in=WAITING))
    page = Paginator(every.exclude(state__in=WAITING), ON_A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "waiting": [(one, status(one)) for one in waiting],
        "reading": any(one.state == Deposit.State.READING for one in waiting),
        "due": queries.due_a_look(person, timezone.localdate()),
        "today": timezone.localdate(),
        "page": page,
        "columns": COLUMNS,
        "rows": [row(one) for one in page],
    }
    return draw(request, "list", facts)
