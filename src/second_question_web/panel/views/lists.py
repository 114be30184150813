"""What the Panel's lists share: pages of which only the wanted rows are read, filters in force, the lists beside each other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar, cast

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from second_question_web.ui.components import Chosen
from second_question_web.ui.lists import query_with

Row = TypeVar("Row", bound=Model)
A_PAGE = 25


class Rows(Generic[Row]):
    """A list as the paginator needs it: counted, and only the wanted rows read."""

    ordered = True

    def __init__(self, found: QuerySet[Row], read: Callable[[QuerySet[Row], int, int], list[Row]]) -> None:
        self._found, self._read = found, read

    def __len__(self) -> int:
        return self._found.count()

    def __getitem__(self, wanted: slice) -> list[Row]:
        return self._read(self._found, wanted.start, wanted.stop)


def page_of(
    request: HttpRequest, found: QuerySet[Row], read: Callable[[QuerySet[Row], int, int], list[Row]]
) -> "Page[Row]":
    """The page of the list that is asked for."""
    listed = cast("Sequence[Row]", Rows(found, read))  # of a sequence, the length and slices
    return Paginator(listed, A_PAGE).get_page(request.GET.get("page"))


def chosen(request: HttpRequest, form: forms.Form, words: Mapping[str, str]) -> list[Chosen]:
    """Each filter in force, by name and in words, with the address of the list without it."""
    return [
        Chosen(
            label=str(form.fields[name].label),
            text=text,
            remove=query_with(request.GET, **{name: None, "page": None}),
        )
        for name, text in words.items()
    ]


def in_words(form: forms.Form, in_force: Mapping[str, str]) -> dict[str, str]:
    """What narrows, each by the words of its choice; what is no choice as it was typed."""
    choices = {name: dict(getattr(form.fields[name], "choices", ())) for name in in_force}
    return {name: str(choices[name].get(value, value)) for name, value in in_force.items()}
