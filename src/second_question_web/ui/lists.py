"""Links of a list: the same list sorted otherwise, filtered otherwise, or on another page."""

from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import urlencode

from django.core.paginator import Page


def query_with(query: Mapping[str, object], **changes: object) -> str:
    """A query string with some names changed; `None` takes a name away. A `QueryDict` keeps its repeated values."""
    lists = cast("Callable[[], object] | None", getattr(query, "lists", None))
    kept = dict(cast("Mapping[str, object]", lists() if lists else query))
    kept.update(changes)
    return "?" + urlencode({name: value for name, value in kept.items() if value is not None}, doseq=True)


def page_links(page: "Page[Any]", query: Mapping[str, object]) -> dict[str, object]:
    """The options of the design system's pagination for a page of whatever list; links keep the rest of the query."""
    links: dict[str, object] = {"items": _numbers(page, query)}
    if page.has_previous():
        links["previous"] = {"href": query_with(query, page=page.previous_page_number())}
    if page.has_next():
        links["next"] = {"href": query_with(query, page=page.next_page_number())}
    return links


def _numbers(page: "Page[Any]", query: Mapping[str, object]) -> list[dict[str, object]]:
    return [
        {"number": n, "current": n == page.number, "href": query_with(query, page=n)}
        if isinstance(n, int)
        else {"ellipsis": True}
        for n in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


GLOBALS: dict[str, object] = {"query_with": query_with, "page_links": page_links}
