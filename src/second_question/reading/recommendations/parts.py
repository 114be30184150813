"""A recommendation taken apart by its own words: who, what, how, by when, to what end, and how it will be measured (L10)."""

import re
from collections.abc import Iterator, Mapping

from second_question.documents.document import Span
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations import words
from second_question.reading.recommendations.stretches import Stretch

FEWEST = 12
"""Characters that a part has at least before another begins in it."""
LONGEST_WHO = 200
"""Characters before the verb that may name who acts."""
_BY_ACTOR = re.compile(r"\b(?:by|between|from|led by) (?:the |all |each |every |both )?(?=\w)")
_FOR = re.compile(r"[.*(_] ?[*_(]*for (?:the |all |both )?(?P<who>[^.;*)_]{3,120})")
_NO_NOUNS = re.compile(r"[,.;:]|\b(?:\w+ing|is|are|was|were|be|to|that|which|who|her|him|them|it|and|not)\b")
_THAT = re.compile(r"\b(?:recommend(?:s|ed)?(?: that)?|that)\s+(?:the )?$")
_ENDS = re.compile(r"[.;](?:\s|$)")


def parts_of(report: Report, stretch: Stretch) -> dict[str, Span]:
    """Where each part is said; a part that is not said is left out. Lines under the recommendation go before its grammar."""
    parts: dict[str, Span] = {}
    for name, span in stretch.lines:
        parts.setdefault(name, span)
    said = Span(stretch.start, stretch.end)
    for name, span in _by_grammar(report, said):
        parts.setdefault(name, span)
    if "who" not in parts and stretch.by is not None:
        parts["who"] = stretch.by
    return parts


def _by_grammar(report: Report, said: Span) -> Iterator[tuple[str, Span]]:
    small = report.small
    begins = _after_label(report, said)
    verb = _verb(small, begins, said.end)
    who = _who(small, begins, verb, said.end)
    if who is not None:
        yield "who", who
    found = dict(_phrases(small, verb.end() if verb else begins, said.end))
    if "by_when" not in found and (before := words.BY_WHEN.search(small, said.start, begins)):
        found["by_when"] = Span(*before.span())
    found = {name: _cut(span, found) for name, span in found.items()}
    yield from found.items()
    yield "what", _what(small, verb.end() if verb else begins, said.end, list(found.values()))


def _after_label(report: Report, said: Span) -> int:
    label = words.LABEL.match(report.small, said.start, said.end)
    start = label.end() if label else said.start
    for pattern in (words.OPENING, words.BY_WHEN):
        opening = pattern.match(report.small, start, said.end)
        if opening and opening.end() < said.end:
            start = opening.end()
    return start


def _verb(small: str, start: int, end: int) -> re.Match[str] | None:
    """What asks: “should”, “must”, “is asked to”; a mere “to” only in the first sentence and close to its beginning."""
    sentence = _ENDS.search(small, start, end)
    first = sentence.start() if sentence else end
    for match in words.MODAL.finditer(small, start, end):
        if match.group() not in ("to", "will") or match.start() < min(first, start + LONGEST_WHO // 2):
            return match
    return None


def _who(small: str, start: int, verb: re.Match[str] | None, end: int) -> Span | None:
    """The subject when it is somebody who can act; else who is addressed, or who it is to be done by."""
    if (
        verb is not None
        and verb.start() - start <= LONGEST_WHO
        and not words.IMPERATIVE.match(small, start, verb.start())
    ):
        subject = small[start : verb.start()]
        if words.ACTOR.search(subject) and not words.NO_ACTOR.match(subject):
            return Span(start, verb.start())
    if _THAT.search(small, max(0, start - 20), start):
        actor = words.ACTOR.match(small, start, end) or words.ACTOR.search(small, start, min(end, start + 40))
        if actor is not None and not _NO_NOUNS.search(small[start : actor.start()]):
            return Span(start, actor.end())
    for addressed in _FOR.finditer(small, start, end):
        if words.ACTOR.search(addressed["who"]):
            return Span(*addressed.span("who"))
    for by in _BY_ACTOR.finditer(small, start, end):
        actor = words.ACTOR.search(small, by.end(), min(end, by.end() + 60))
        if actor is not None and not _NO_NOUNS.search(small[by.end() : actor.start()]):
            return Span(by.end(), actor.end())
    return None


def _phrases(small: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for name, pattern in (("by_when", words.BY_WHEN), ("measure", words.MEASURE), ("outcome", words.OUTCOME)):
        match = _first(pattern, small, start, end, name)
        if match is not None:
            yield name, match
        elif name == "outcome" and (purpose := words.PURPOSE.search(small, start + 1, end)):
            yield name, Span(*purpose.span("part"))
    how = words.HOW.search(small, start, end)
    if how is not None:
        yield "how", Span(*how.span("part"))


def _cut(span: Span, others: Mapping[str, Span]) -> Span:
    """Up to where another part begins within it."""
    stops = [other.start for other in others.values() if span.start + FEWEST < other.start < span.end]
    return Span(span.start, min([span.end, *stops]))


def _first(pattern: re.Pattern[str], small: str, start: int, end: int, name: str) -> Span | None:
    """The first match; an audit that is itself what is asked for is no measure of it."""
    for match in pattern.finditer(small, start, end):
        span = match.span("part") if "part" in pattern.groupindex else match.span()
        if name != "measure" or small[start : span[0]].strip():
            return Span(*span)
    return None


def _what(small: str, start: int, end: int, others: list[Span]) -> Span:
    """From the verb to the first of the other parts that stands well after it, or to the end of the sentence."""
    sentence = _ENDS.search(small, start, end)
    last = sentence.start() if sentence else end
    stops = [span.start for span in others if start + FEWEST < span.start < last]
    return Span(start, min([last, *stops]))
