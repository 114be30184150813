"""The key table of a case: who bears which label. It stands apart from every text, and gives the same label in each of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from second_question.reading.identities.finding import Finding, Found, Kind
from second_question.reading.identities.people import CasePerson, CaseRecord
from second_question.reading.identities.words import WORD, key_of

FORMAT = "second-question key table 1"
THE_FAMILY = "[family name]"
MARKS = {
    Kind.NAME: "[name]", Kind.DATE_OF_BIRTH: "[date of birth]", Kind.DATE: "[date]", Kind.AGE: "[age]", Kind.ADDRESS: "[address]",
    Kind.POSTCODE: "[postcode]", Kind.PLACE: "[place]", Kind.SCHOOL: "[school]", Kind.ORGANISATION: "[organisation]",
    Kind.PHONE: "[telephone number]", Kind.EMAIL: "[e-mail address]", Kind.WEB: "[web address]", Kind.NHS_NUMBER: "[NHS number]",
    Kind.NI_NUMBER: "[National Insurance number]", Kind.CASE_NUMBER: "[number]", Kind.SOCIAL_MEDIA: "[account]",
    Kind.VEHICLE: "[registration]", Kind.OTHER: "[removed]",
}  # fmt: skip
_NUMBERED = {Kind.SCHOOL: "School", Kind.PLACE: "Place", Kind.ORGANISATION: "Organisation", Kind.ADDRESS: "Address"}
_ONE_OF_A_KIND = frozenset(["mother", "father", "grandmother", "grandfather", "stepmother", "stepfather"])


class WrongKeyTable(ValueError):
    """The key table cannot be used; the message says why."""


@dataclass
class KeyTable:
    """`labels` by whom or what they stand for: the keys of a full name, or kind and words of anything else."""

    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, text: str) -> "KeyTable":
        """The table that `to_json` wrote.

        Raises:
            WrongKeyTable: it is something else.
        """
        try:
            values: Any = json.loads(text)
        except ValueError as error:
            raise WrongKeyTable(f"This is not JSON: {error}.") from None
        labels = values.get("labels") if isinstance(values, Mapping) and values.get("format") == FORMAT else None
        if not isinstance(labels, Mapping) or not all(isinstance(label, str) for label in labels.values()):
            raise WrongKeyTable(
                "This is not a key table that this program wrote. Name another file, which need not exist yet."
            )
        return cls(dict(labels))

    def to_json(self) -> str:
        """The table; whoever has it can undo the pseudonyms."""
        return json.dumps({"format": FORMAT, "labels": self.labels}, ensure_ascii=False, indent=2)

    def label(self, one: Found | Finding, said: str, record: CaseRecord) -> str:
        """The label that stands for what was found; a new one is entered."""
        if one.kind is Kind.NAME:
            return self._of_name(one.about, said, record)
        if one.kind in _NUMBERED:
            return self._numbered(f"{one.kind}:{' '.join((one.about or said).casefold().split())}", _NUMBERED[one.kind])
        return MARKS[one.kind]

    def _of_name(self, about: str, said: str, record: CaseRecord) -> str:
        people = [person for person in record.people if person.id in about.split("+")]
        if len(people) > 1:
            return THE_FAMILY
        if people:
            return self._of_person(people[0])
        return self._of_unlisted(_words(said))

    def _of_person(self, person: CasePerson) -> str:
        key = f"name:{_words(person.full_name or ' '.join(person.names) or person.id)}"
        role = " ".join(re.sub(r"[_-]", " ", person.role).split()).lower()
        if role == "child":
            return self._lettered(key, "Child")
        if role in _ONE_OF_A_KIND and role.capitalize() not in self.labels.values():
            return self.labels.setdefault(key, role.capitalize())
        return self._numbered(key, role.capitalize() or "Person")

    def _of_unlisted(self, words: str) -> str:
        """Part of a name that has a label is the same person, if only one bears it."""
        key = f"name:{words}"
        if key not in self.labels:
            parts = set(words.split())
            same = [
                known for known in self.labels if known.startswith("name:") and _are_one(parts, set(known[5:].split()))
            ]
            if len(same) == 1:
                return self.labels[same[0]]
        return self._numbered(key, "Person")

    def _numbered(self, key: str, word: str) -> str:
        used = set(self.labels.values())
        number = next(number for number in range(1, len(used) + 2) if f"{word} {number}" not in used)
        return self.labels.setdefault(key, f"{word} {number}")

    def _lettered(self, key: str, word: str) -> str:
        used = set(self.labels.values())
        label = next(
            (f"{word} {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if f"{word} {letter}" not in used), None
        )
        return self.labels.setdefault(key, label) if label else self._numbered(key, word)


def _are_one(parts: set[str], others: set[str]) -> bool:
    return bool(parts) and (parts <= others or others <= parts)


def _words(said: str) -> str:
    return " ".join(key for match in WORD.finditer(said) if (key := key_of(match.group()))) or " ".join(
        said.casefold().split()
    )
