"""The case's own record of people, places and organisations (People JSON, interfaces.md): whom a text must not show."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

LISTS = ("known_as", "addresses", "schools", "phones", "emails", "identifiers")
DATES = ("date_of_birth", "date_of_death")


class WrongPeople(ValueError):
    """The record cannot be used; the message says which person and which entry, and how to write it."""


@dataclass(frozen=True)
class CasePerson:
    """Somebody of the case. `id` is their place in the record, `person-1`; it stands in the key table, never in a text."""

    id: str
    role: str = ""
    full_name: str = ""
    known_as: tuple[str, ...] = ()
    date_of_birth: date | None = None
    date_of_death: date | None = None
    addresses: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of theirs."""
        return tuple(name for name in (self.full_name, *self.known_as) if name.strip())


@dataclass(frozen=True)
class CaseRecord:
    """The people of a case, and the places and organisations that point to them."""

    people: tuple[CasePerson, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


NOBODY = CaseRecord()


def people_from_json(text: str) -> CaseRecord:
    """The record in a People JSON.

    Raises:
        WrongPeople: it is no JSON, or an entry is not what it should be.
    """
    try:
        values = json.loads(text)
    except ValueError as error:
        raise WrongPeople(f"This is not JSON: {error}.") from None
    if not isinstance(values, dict):
        raise WrongPeople('The record must be an object such as {"people": [{"full_name": "…"}]}.')
    people = _list_of(values, "people", "the record", dict)
    return CaseRecord(
        tuple(_person(number, person) for number, person in enumerate(people, start=1)),
        tuple(_list_of(values, "places", "the record", str)),
        tuple(_list_of(values, "organisations", "the record", str)),
    )


def _person(number: int, values: Mapping[str, Any]) -> CasePerson:
    where = f"person {number}"
    return CasePerson(
        id=f"person-{number}",
        role=_text(values, "role", where),
        full_name=_text(values, "full_name", where),
        **{name: _date(values, name, where) for name in DATES},  # type: ignore[arg-type]
        **{name: tuple(_list_of(values, name, where, str)) for name in LISTS},  # type: ignore[arg-type]
    )


def _text(values: Mapping[str, Any], name: str, where: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise WrongPeople(f"{where}: {name} must be a text.")
    return value or ""


def _list_of(values: Mapping[str, Any], name: str, where: str, kind: type) -> Sequence[Any]:
    value = values.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, kind) for one in value):
        raise WrongPeople(f"{where}: {name} must be a list of {'texts' if kind is str else 'objects'}.")
    return value


def _date(values: Mapping[str, Any], name: str, where: str) -> date | None:
    value = _text(values, name, where)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise WrongPeople(f"{where}: {name} must be year-month-day such as 2019-03-14, not {value!r}.") from None
