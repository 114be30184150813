"""The search that an address asks for: `q`, any number of values of each field that is filtered by, and `as_written=1` where
neither other forms nor corrected words are wanted."""

from django.http import QueryDict

from second_question.library.access import Access
from second_question.library.filing import FACETS, YEAR
from second_question.library.searching import Asked

QUERY, AS_WRITTEN = "q", "as_written"
FIELDS = (*FACETS, YEAR)


def asked_from(said: QueryDict, access: Access) -> Asked:
    """The search, for whoever has that access. What is no field of a search is passed over."""
    filters = {name: values for name in FIELDS if (values := [one for one in said.getlist(name) if one.strip()])}
    helped = not said.get(AS_WRITTEN)
    return Asked(said.get(QUERY, "").strip(), access, filters, counts=False, vocabulary=helped, spelling=helped)


def as_address(asked: Asked) -> str:
    """The search as it stands behind the question mark of an address, always in the same order; "" for everything."""
    said = QueryDict(mutable=True)
    if asked.query:
        said[QUERY] = asked.query
    for name in FIELDS:
        if asked.filters.get(name):
            said.setlist(name, list(asked.filters[name]))
    if asked.query and not asked.vocabulary:
        said[AS_WRITTEN] = "1"
    return said.urlencode()
