"""What is looked at before a document becomes public: who may be told in its text, what its file gives away, and, where the
area is withheld, every place that names it.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from second_question.documents import CannotRead, Document
from second_question.exchange.redaction.leaks import Where
from second_question.exchange.redaction.safely import leaks_safely
from second_question.reading.identities import Severity, identities_of
from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.naming import Naming
from second_question_web.library.depositing.place import names_of
from second_question_web.library.models import Deposit

SAID = {"title": "title", "authors": "authors", "pseudonym": "name used for the child", "summary": "summary"}
"""What of a record is shown, with what the page calls it."""
OF_PLACE = frozenset({"place", "school", "organisation", "address", "postcode", "phone", "email", "web", "other"})
"""Kinds of findings that may tell an area."""


def checks_of(data: bytes, document: Document) -> dict[str, Any]:
    """What the checks of publication (`reading.identities`, `exchange.redaction`) find, as it is kept with a deposit."""
    try:
        leaks = [leak.to_json() for leak in leaks_safely(data, document)]
    except CannotRead as reason:
        leaks = [{"where": str(Where.NOT_CHECKED), "text": str(reason), "page": None, "suggestion": ""}]
    return {"identities": [one.to_json() for one in identities_of(document).findings], "leaks": leaks}


@dataclass(frozen=True)
class Checked:
    """What was found. `named` and `leaked` must be gone before the area can be withheld; the rest a person looks at.

    `named` are places in the text, `fields` the record's own fields that name the area, `leaked` what names it in the file
    beside the text. `identities` and `leaks` are as they are kept with the deposit.
    """

    named: tuple[Naming, ...]
    fields: tuple[str, ...]
    leaked: tuple[str, ...]
    identities: tuple[dict[str, Any], ...]
    leaks: tuple[dict[str, Any], ...]

    @property
    def telling(self) -> list[dict[str, Any]]:
        """What points to somebody by itself."""
        return [one for one in self.identities if one["severity"] == Severity.IDENTIFIES]

    @property
    def of_places(self) -> list[dict[str, Any]]:
        """Places and bodies named that are not known to be of the area, but may be."""
        return [one for one in self.identities if one["kind"] in OF_PLACE and not self._is_named(one)]

    @property
    def may_tell(self) -> list[dict[str, Any]]:
        """What else may point to somebody, together with other things."""
        places = {id(one) for one in self.of_places}
        return [one for one in self.identities if one["severity"] != Severity.IDENTIFIES and id(one) not in places]

    @property
    def mark(self) -> str:
        """Changes with what was found, so that what is confirmed is what was shown."""
        told = json.dumps([[vars(one) for one in self.named], self.fields, self.identities, self.leaks], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def _is_named(self, one: dict[str, Any]) -> bool:
        return any(name.start < one["end"] and one["start"] < name.end for name in self.named)


def check(deposit: Deposit, facts: Facts) -> Checked:
    """What the checks found in a deposit, for those facts."""
    names = names_of(deposit, facts)
    text = deposit.text.entry["text"] if deposit.file_id else ""
    leaks = tuple(deposit.checks.get("leaks", ()))
    fields = tuple(name for name in SAID if names.are_in(getattr(facts, name)))
    return Checked(
        tuple(names.found_in(text)),
        fields,
        tuple(leak["text"] for leak in leaks if names.are_in(leak["text"])),
        tuple(deposit.checks.get("identities", ())),
        leaks,
    )
