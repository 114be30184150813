"""What our page components are given: small records that a view fills and a macro in `jinja2/ui/components/` draws."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode


def query_with(query: Mapping[str, object], **changes: object) -> str:
    """A query string with some names changed; `None` takes a name away. A `QueryDict` keeps all its repeated values."""
    kept: dict[str, object] = {name: values for name, values in _lists(query).items() if name not in changes}
    kept |= {name: value for name, value in changes.items() if value is not None}
    return f"?{urlencode(kept, doseq=True)}"


def _lists(query: Mapping[str, object]) -> dict[str, object]:
    lists: Callable[[], object] | None = getattr(query, "lists", None)
    return dict(lists()) if lists else dict(query)  # type: ignore[call-overload]  # QueryDict.lists gives pairs


GLOBALS: dict[str, object] = {"query_with": query_with}
