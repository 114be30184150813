"""What is to be taken out of a text, and what is to stand in its place."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from second_question.reading.identities import NOBODY, CaseRecord, Finding, Found, Kind, identities_in
from second_question.reading.identities.groups import group_id
from second_question.reading.identities.keys import MARKS, KeyTable
from second_question.reading.identities.lists import lists
from second_question.reading.identities.words import key_of

SHORTEST = 3
"""Letters that words must have to be taken out wherever they stand, not only where they were found."""
MAY_STAY = frozenset({Kind.OTHER})
"""Combinations are for a person to blur: what should change in them, no program can say."""


@dataclass(frozen=True)
class Plan:
    """What to take out: the groups of findings that were approved (`groups.group_id`), or whatever is found.

    `table` is the key table for labels; without one, marks such as [name] are put. `kept` are the words that stay.
    """

    groups: frozenset[str] | None
    kept: frozenset[str]
    texts: tuple[tuple[str, Kind, str], ...]
    """The words of the findings, each with its kind and whom it is about; longest first."""
    record: CaseRecord = NOBODY
    table: KeyTable | None = field(default=None, compare=False)

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """The stretches to take out, in order and without overlaps, each with what is to stand in its place."""
        found = [one for one in identities_in(text, self.record) if self._is_meant(one, text[one.start : one.end])]
        spans = [(one.start, one.end, self._instead(one, text[one.start : one.end])) for one in found]
        taken = bytearray(len(text))
        for start, end, _ in spans:
            taken[start:end] = b"\1" * (end - start)
        for match in self._anywhere.finditer(text) if self._anywhere else ():
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                spans.append((match.start(), match.end(), self._of_words(match.group())))
        return sorted(spans)

    def _is_meant(self, one: Found, said: str) -> bool:
        if self.groups is None:
            return one.kind not in MAY_STAY and _plain(said) not in self.kept
        return group_id(one.kind, said) in self.groups

    def without(self, text: str) -> str:
        """The text with the labels or marks in their places."""
        pieces, done = [], 0
        for start, end, instead in self.spans(text):
            pieces += [text[done:start], instead]
            done = end
        return "".join([*pieces, text[done:]])

    def is_in(self, text: str) -> bool:
        """Whether something that is to be taken out is still there."""
        return bool(self.spans(text))

    @cached_property
    def _anywhere(self) -> re.Pattern[str] | None:
        """The words of the findings, wherever they stand: not those that are ordinary words too."""
        patterns = [_loosely(text) for text, _, _ in self.texts if _is_telling(text)]
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE) if patterns else None

    def _of_words(self, said: str) -> str:
        wanted = _plain(said)
        for text, kind, about in self.texts:
            if _plain(text) == wanted:
                return self._label(kind, said, about)
        return MARKS[Kind.OTHER]

    def _instead(self, one: Found, said: str) -> str:
        return self._label(one.kind, said, one.about)

    def _label(self, kind: Kind, said: str, about: str) -> str:
        if self.table is None:
            return MARKS[kind]
        one = Found(kind, 0, 0, *_ANY, about)  # type: ignore[arg-type]
        return self.table.label(one, said, self.record)


_ANY = (None, None, "")


def plan_for(
    findings: Iterable[Finding],
    *,
    approved: Collection[str] | None = None,
    keep: Collection[str] = (),
    record: CaseRecord = NOBODY,
    table: KeyTable | None = None,
) -> Plan:
    """The plan to take out what was found.

    Args:
        findings: what was found in the document.
        approved: the ids of the groups to take out; all of them by default.
        keep: words that stay, however they are written.
        record: the case's record.
        table: the case's key table, which gets new entries.
    """
    kept = {_plain(words) for words in keep}
    groups: set[str] = set()
    texts: dict[tuple[str, Kind, str], None] = {}
    for finding in findings:
        key = group_id(finding.kind, finding.text)
        wanted = approved is None or key in approved
        if wanted and finding.kind not in MAY_STAY and _plain(finding.text) not in kept:
            groups.add(key)
            texts[finding.text, finding.kind, finding.about] = None
    longest_first = sorted(texts, key=lambda one: (-len(one[0]), one[0]))
    return Plan(None if approved is None else frozenset(groups), frozenset(kept), tuple(longest_first), record, table)


def _plain(said: str) -> str:
    return " ".join(said.casefold().split())


def _loosely(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def _is_telling(text: str) -> bool:
    words = [key for word in text.split() if (key := key_of(word))]
    if any(letter.isdigit() for letter in text):
        return len(text) > SHORTEST
    ordinary = lists().ordinary
    return len(text) >= SHORTEST and not all(word in ordinary for word in words)
