"""What the pages of this app have in common."""

from collections.abc import Iterator
from typing import Any

from django.forms import BaseForm


def problems(form: BaseForm | None) -> list[dict[str, str]]:
    """What is wrong in a form, for the error summary: each with a link to its field."""
    return [] if form is None else list(_problems(form))


def _problems(form: BaseForm) -> Iterator[dict[str, str]]:
    first = next(iter(form.fields), "")
    for name, messages in form.errors.items():
        field = name if name in form.fields else first
        yield from ({"text": str(message), "href": f"#id_{field}"} for message in messages)


class WithProblems:
    """A view of the sign-in library that tells its page what is wrong in the form."""

    http_method_names = ["get", "head", "post"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The library's context and `errors`."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # a mixin
        return context | {"errors": problems(context.get("form"))}
