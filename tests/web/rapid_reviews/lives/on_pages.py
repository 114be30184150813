"""What stands in the fields of a page, as values of the template."""

from datetime import date

from bs4 import BeautifulSoup

from second_question.rules.questions import Kind, Question


def value_on(page: BeautifulSoup, question: Question) -> object:
    """The answer to that question as its field shows it."""
    if question.kind is Kind.DATE:
        day, month, year = (int(_typed(page, f"{question.id}-{part}")) for part in ("day", "month", "year"))
        return date(year, month, day)
    if question.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return _typed(page, question.id)
    chosen = _chosen(page, question.id)
    if question.kind is Kind.CHOICES:
        return tuple(chosen)
    return chosen == ["yes"] if question.kind is Kind.YES_NO else chosen[0]


def _typed(page: BeautifulSoup, name: str) -> str:
    field = page.select_one(f'main form [name="{name}"]')
    assert field is not None, f"no field {name}"
    return field.text.removeprefix("\n").strip() if field.name == "textarea" else str(field["value"])


def _chosen(page: BeautifulSoup, name: str) -> list[str]:
    marked = page.select(f'main form [name="{name}"][checked], main form [name="{name}"] option[selected]')
    return [str(one["value"]) for one in marked]
