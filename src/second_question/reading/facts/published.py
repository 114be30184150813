"""When a document was published, as exact as it says; never the day of the incident, of a meeting or of the guidance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.reading.facts.dates import Dated, dates_in
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import Kind
from second_question.reading.facts.lines import Line
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import one_of

PUBLISHED = 85
"""Worth of a date that is said to be that of publication."""
SENTENCE_WORDS = 8
LAST = 1_800
"""Characters at the end in which a report is signed and dated."""
SENTENCE = 160
"""Characters before a date in which its sentence says what it is the date of."""

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_PUBLISHED = re.compile(rf"{one_of('dates', 'published')}\s*(?:is|was)?\s*[:\-(.]*\s*(?:the\s)?{_WEEKDAY}$")
_COMPLETED = re.compile(rf"{one_of('dates', 'completed')}\s*(?:on|in)?\s*[:\-(.]*\s*{_WEEKDAY}$")
_VERSION = re.compile(rf"{one_of('dates', 'version')}[^\n]{{0,40}}$")
_COPYRIGHT = re.compile(rf"{one_of('dates', 'copyright')}[^\n\d]{{0,40}}$")
_NOT_THIS = re.compile(one_of("dates", "not_the_report"))
_JUST_BEFORE = re.compile(
    rf"{one_of('dates', 'of_an_event')}\W*(?:(?:on|in|of|date|occurred|was|took place)\W*)*$|"
    rf"{one_of('dates', 'of_a_rule')}\W*(?:(?:in|of|from)\W*)*$|\b(?:in|during|by|for)$"
)
"""Words that say, standing just before it, that a date is not the report's."""
_OTHERS = re.compile(one_of("dates", "other_documents"))
_ABOUT_ITSELF = re.compile(
    rf"(?:this|the)(?: {one_of('dates', 'its_adjectives')})* {one_of('dates', 'itself')}(?:'s)?"
    rf"(?: (?!panel|group|meeting)[^\s.]+){{0,7}}? "
    rf"(?P<how>{one_of('dates', 'finished')})[a-z]*(?: (?!{one_of('dates', 'not_finished')})[^\s.]+){{0,9}}\s*$"
)
_RANGE = re.compile(
    r"\s?(?:[/-]\s?(?:\d\d|\d{4})\b|to (?:\d{1,2} )?(?:[a-z]+ )?(?:19|20)\d\d|until|and (?:\d{1,2} )?[a-z]+ (?:19|20)\d\d)"
)
_END_OF_RANGE = re.compile(r"\d\d\s*(?:-|/|\bto)\s*$")
_LABEL = re.compile(rf"[^\d\n]{{0,40}}:|(?:[a-z]+ ){{0,3}}{one_of('dates', 'label')}(?: [a-z]+){{0,2}}")


@dataclass(frozen=True)
class Candidate:
    """A date that may be the day of publication; the highest worth is believed."""

    worth: int
    dated: Dated


def published_of(front: Front, kind: Kind) -> Said[str] | None:
    """The date of publication, or of the finished report where it says no other; a rapid review is seldom published."""
    least = PUBLISHED if kind is Kind.RAPID_REVIEW else 0
    found = [one for one in (*_on_cover(front), *_in_front(front), *_at_end(front)) if one.worth >= least]
    best = max(found, key=lambda one: (one.worth, len(one.dated.iso), one.dated.iso), default=None)
    return Said(best.dated.iso, front.quoting.at(best.dated.start, best.dated.end)) if best else None


def _on_cover(front: Front) -> Iterator[Candidate]:
    label = ""
    for line in front.cover:
        for dated in dates_in(front.small, line.start, line.end):
            worth = _worth_on_cover(front, line, dated, label)
            if worth:
                yield Candidate(worth, dated)
        label = line.small.strip() if _LABEL.fullmatch(line.small.strip()) else ""


def _worth_on_cover(front: Front, line: Line, dated: Dated, label: str) -> int:
    before = front.small[line.start : dated.start].strip(" \t*|([-–")
    after = front.small[dated.end : line.end].strip(" \t*|)].")
    before = before or label
    stands_alone = not front.small[line.start : dated.start].strip(" \t*|([-–") and not after
    if _RANGE.match(front.small, dated.end) or _END_OF_RANGE.search(front.small, line.start, dated.start):
        return 0
    if _PUBLISHED.search(before) and not _OTHERS.search(before):
        return 100
    if _NOT_THIS.search(before[-45:]):
        return 0
    if _COMPLETED.search(before):
        return 80
    if _JUST_BEFORE.search(before) or (len(dated.iso) == 4 and before.endswith("guidance")):
        return 0
    return _worth_without_label(line, dated, before, stands_alone=stands_alone)


def _worth_without_label(line: Line, dated: Dated, before: str, *, stands_alone: bool) -> int:
    whole_date = len(dated.iso) > 4
    if stands_alone:
        return 70 if whole_date else 65
    if _is_sentence(line):
        return 0
    if _VERSION.search(before):
        return 60 if whole_date else 25
    at_end = not line.small[dated.end - line.start :].strip(" \t*|)].")
    return 50 + 5 * at_end if whole_date else 20


def _is_sentence(line: Line) -> bool:
    """Prose, in which a date is seldom that of the report."""
    return line.words >= SENTENCE_WORDS and line.text.rstrip().endswith(".")


def _in_front(front: Front) -> Iterator[Candidate]:
    """Sentences of the first pages in which the report speaks of itself."""
    for dated in dates_in(front.small, front.cover_end, front.end):
        before = front.small[max(front.cover_end, dated.start - SENTENCE) : dated.start]
        label = before.rsplit("\n", 1)[-1].strip() or before.strip().rsplit("\n", 1)[-1]
        said = _ABOUT_ITSELF.search(before.replace("\n", " "))
        if said:
            yield Candidate(78 if said["how"].startswith("publi") else 40, dated)
        elif _PUBLISHED.search(label) and len(label.split()) <= 5:
            yield Candidate(90, dated)
        elif _COPYRIGHT.search(label):
            yield Candidate(22, dated)


def _at_end(front: Front) -> Iterator[Candidate]:
    """The date under the signature, and that of the imprint."""
    start = max(front.cover_end, len(front.text) - LAST)
    for dated in dates_in(front.small, start):
        line_start = front.small.rfind("\n", 0, dated.start) + 1
        before = front.small[line_start : dated.start].strip() or _line_above(front.small, line_start)
        if _COPYRIGHT.search(before):
            yield Candidate(22, dated)
        elif len(before.split()) > 8 or _NOT_THIS.search(before) or _JUST_BEFORE.search(before):
            continue
        elif _PUBLISHED.search(before):
            yield Candidate(75, dated)
        elif _COMPLETED.search(before):
            yield Candidate(45, dated)
        elif _is_alone(front.small, line_start, dated):
            yield Candidate(30, dated)


def _line_above(small: str, line_start: int) -> str:
    above = small[max(0, line_start - 80) : line_start].strip()
    return above.rsplit("\n", 1)[-1]


def _is_alone(small: str, line_start: int, dated: Dated) -> bool:
    line_end = small.find("\n", dated.end)
    rest = small[dated.end : line_end if line_end >= 0 else len(small)]
    return len(dated.iso) > 4 and not small[line_start : dated.start].strip() and not rest.strip(" .")
