"""National code sets: ethnic background, disability, plans, legal status, placement. Sources: `data/SOURCES.md`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from second_question.reference.files import text


@dataclass(frozen=True)
class Code:
    """One code and the words for it. `ons_2021`: the nearest groups of the 2021 census, our mapping, unverified."""

    code: str
    label: str
    group: str = ""
    hint: str = ""
    ons_2021: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeSet:
    """A list of codes with its source. `verified` is False where the source itself was not read; `note` says more."""

    id: str
    title: str
    source: str
    licence: str
    verified: bool
    note: str
    codes: tuple[Code, ...]

    def get(self, code: str) -> Code | None:
        """The code, or None when the set does not have it (an import may bring others)."""
        return next((candidate for candidate in self.codes if candidate.code == code), None)

    def label_of(self, code: str) -> str:
        """The words for a code; the code itself when the set does not have it."""
        found = self.get(code)
        return found.label if found else code

    def groups(self) -> tuple[str, ...]:
        """The groups in the order in which they first appear."""
        return tuple(dict.fromkeys(code.group for code in self.codes if code.group))


@cache
def code_sets() -> tuple[CodeSet, ...]:
    """Every code set."""
    return tuple(_code_set(record) for record in json.loads(text("code_sets.json")))


@cache
def code_set(set_id: str) -> CodeSet:
    """The set of that id: ethnicity, disability, child_protection_category, primary_need, referral_source,
    legal_status or placement_type.

    Raises:
        LookupError: there is none.
    """
    for candidate in code_sets():
        if candidate.id == set_id:
            return candidate
    raise LookupError(f"There is no code set {set_id!r}.")


def _code_set(record: dict[str, Any]) -> CodeSet:  # Any: what JSON gives
    return CodeSet(**record | {"codes": tuple(_code(code) for code in record["codes"])})


def _code(record: dict[str, Any]) -> Code:  # Any: what JSON gives
    return Code(**record | {"ons_2021": tuple(record.get("ons_2021", ()))})
