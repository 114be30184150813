"""What kind of document it is: a rapid review, a local review, a yearly report …"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from second_question.documents.evidence import Evidence
from second_question.reading.facts.front import Front
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import as_alternatives, data


class Kind(StrEnum):
    """The kinds of the public interface."""

    RAPID_REVIEW = "rapid-review"
    LOCAL_REVIEW = "local-review"
    SERIOUS_CASE_REVIEW = "serious-case-review"
    NATIONAL_REVIEW = "national-review"
    THEMATIC = "thematic"
    ANNUAL_REVIEW = "annual-review"
    BRIEFING = "briefing"
    YEARLY_REPORT = "yearly-report"
    PREVENTION_OF_FUTURE_DEATHS = "prevention-of-future-deaths"
    GUIDANCE = "guidance"
    OTHER = "other"


NATIONAL = frozenset({Kind.NATIONAL_REVIEW, Kind.ANNUAL_REVIEW, Kind.GUIDANCE, Kind.OTHER})
"""Kinds that as a rule are about no one area."""

LONGEST = 34
"""A line with more words tells a story, and names the kind of other documents."""
SHORT = 12
"""The same, for kinds that are named for many reasons."""
MANY = 3
"""So often a document calls itself something before that is taken for its kind."""

_CORONER = re.compile(
    r"^(?:\d\s*)?(?:the )?coroner(?: area|'s (?:legal powers|concerns))?\s*$|i am [^\n]{0,80}coroner,? for|matters of concern",
    re.MULTILINE,
)
_MINUTES = re.compile(r"\b(?:minutes|notes?|record|outcome)\s+of\s+(?:(?:the|a|our)\s+)?$")
_PANEL = re.compile(r"child safeguarding practice review panel")


@dataclass(frozen=True)
class Phrases:
    """The forms by which a kind is known."""

    kind: Kind
    pattern: re.Pattern[str]


def kind_of(front: Front) -> tuple[Kind, Evidence | None]:
    """The kind, and where the document says so; `other` without evidence where it does not."""
    named = _coroners(front) or _on_cover(front) or _by_panel(front) or _in_body(front)
    return (named.value, named.evidence) if named else (Kind.OTHER, None)


@cache
def any_kind() -> re.Pattern[str]:
    """Any form of any kind."""
    return re.compile("|".join(each.pattern.pattern for part in ("first", "then") for each in _phrases(part)))


def _coroners(front: Front) -> Said[Kind] | None:
    beginning = front.small[: front.end]
    found = list(_CORONER.finditer(beginning))
    if len(found) < 2:
        return None
    return Said(Kind.PREVENTION_OF_FUTURE_DEATHS, front.quoting.at(*found[-1].span()))


def _on_cover(front: Front) -> Said[Kind] | None:
    """What the cover says. The yearly report of the Panel is a review of the year's reviews."""
    found = _first_on_cover(front)
    if found and found.value is Kind.YEARLY_REPORT and _by_panel(front):
        return Said(Kind.ANNUAL_REVIEW, found.evidence)
    return found


def _first_on_cover(front: Front) -> Said[Kind] | None:
    start, small = _joined(front, LONGEST)
    for each in _phrases("first"):
        span = _span(each.pattern, small)
        if span:
            return _said(front, each.kind, start, span)
    return _earliest(front, "then", LONGEST) or _by_panel(front) or _earliest(front, "last", SHORT)


def _earliest(front: Front, part: str, longest: int) -> Said[Kind] | None:
    """The kind of that part of the list that the cover names first."""
    start, small = _joined(front, longest)
    spans = [(span, each.kind) for each in _phrases(part) if (span := _span(each.pattern, small))]
    if not spans:
        return None
    span, kind = min(spans, key=lambda one: (one[0][0], -one[0][1]))
    return _said(front, kind, start, span)


def _by_panel(front: Front) -> Said[Kind] | None:
    """A report of the Panel that is nothing else is a national review."""
    found = _PANEL.search(front.small, 0, front.cover_end)
    return _said(front, Kind.NATIONAL_REVIEW, 0, found.span()) if found else None


def _in_body(front: Front) -> Said[Kind] | None:
    counts: Counter[Kind] = Counter()
    first: dict[Kind, tuple[int, int]] = {}
    begins = [match.start() for match in _itself().finditer(front.small)]
    for kind, pattern in _calls_itself():
        for match in _matches_at(begins, pattern, front.small):
            counts[kind] += 1 if match.start() > front.end else MANY
            first.setdefault(kind, match.span())
    if not counts or counts.most_common(1)[0][1] < MANY:
        return None
    kind = counts.most_common(1)[0][0]
    return _said(front, kind, 0, first[kind])


def _matches_at(begins: Sequence[int], pattern: re.Pattern[str], small: str) -> Iterator[re.Match[str]]:
    """The matches that begin at these places, none within another."""
    end = 0
    for begin in begins:
        match = pattern.match(small, begin) if begin >= end else None
        if match:
            end = match.end()
            yield match


def _said(front: Front, kind: Kind, start: int, span: tuple[int, int]) -> Said[Kind]:
    return Said(kind, front.quoting.at(start + span[0], start + span[1]))


def _joined(front: Front, longest: int) -> tuple[int, str]:
    """Where the cover begins, and its text in one, so that a title over several lines is read as one.

    Lines of more words are blanked out.
    """
    if not front.cover:
        return 0, ""
    start = front.cover[0].start
    letters = list(_masked(front.small[start : front.cover_end]))
    for line in front.cover:
        if line.words > longest:
            letters[line.start - start : line.end - start] = " " * (line.end - line.start)
    return start, "".join(letters)


def _masked(small: str) -> str:
    """With blanks for the bodies; the minutes of a body are what it did, so that its name stays."""
    return _bodies().sub(lambda body: body.group() if _is_of_minutes(body) else " " * len(body.group()), small)


def _is_of_minutes(body: re.Match[str]) -> bool:
    return _MINUTES.search(body.string[max(0, body.start() - SHORT * 2) : body.start()]) is not None


def _span(pattern: re.Pattern[str], small: str) -> tuple[int, int] | None:
    found = pattern.search(small)
    return found.span() if found else None


@cache
def _bodies() -> re.Pattern[str]:
    return _pattern(data("kinds")["bodies"])


@cache
def _phrases(part: str) -> tuple[Phrases, ...]:
    return tuple(Phrases(Kind(each["kind"]), _pattern(each["forms"])) for each in data("kinds")[part])


@cache
def _itself() -> re.Pattern[str]:
    """Where a text may call itself something: looked for once, not once for each kind."""
    return re.compile(data("kinds")["body"]["begins"])


@cache
def _calls_itself() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    this = data("kinds")["body"]["this"]
    wanted = [*_phrases("then"), *_phrases("first"), *_phrases("last")]
    return tuple((each.kind, re.compile(rf"\b{this}{each.pattern.pattern}")) for each in wanted)


def _pattern(forms: list[str]) -> re.Pattern[str]:
    joined = as_alternatives(forms, space=r"[\s-]")
    return re.compile(rf"(?<![\w-]){joined}(?![\w])")
