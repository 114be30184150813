"""What an address of the register asks for: filters, search, sort, page. The list and its download read it alike."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from second_question_web.incidents.models import Notification
from second_question_web.incidents.register import queries, search
from second_question_web.incidents.register.forms import RegisterFilter
from second_question_web.incidents.register.search import Found, Search
from second_question_web.people.models import Person

SIZES = (25, 50, 100)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One reading of the register by one person."""

    person: Person
    query: QueryDict
    form: RegisterFilter
    wanted: dict[str, object]
    search: Search
    found: Found | None
    sort: str
    size: int

    def notifications(self) -> QuerySet[Notification]:
        """Exactly what the list shows, in its order."""
        return queries.register(self.person, self.wanted, self.search, self.found, self.sort)


def asked(request: HttpRequest, person: Person, today: date) -> Asked:
    """What the request asks for; whatever cannot be read is left out."""
    form = RegisterFilter(request.GET, person, today)
    looked_for = search.opened(request.GET.get("number", ""), request.GET.get("name", ""))
    sort, size = request.GET.get("sort", ""), request.GET.get("size", "")
    return Asked(
        person=person,
        query=request.GET,
        form=form,
        wanted=form.wanted(),
        search=looked_for,
        found=queries.named(person, looked_for),
        sort=sort if sort.removeprefix("-") in queries.SORTS else queries.DEFAULT_SORT,
        size=int(size) if size in map(str, SIZES) else SIZES[0],
    )
