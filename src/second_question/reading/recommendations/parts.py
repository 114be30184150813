"""A recommendation taken apart by its own words: who, what, how, by when, to what end, and how it will be measured (L10)."""

import re
from collections.abc import Iterator, Mapping

from second_question.documents.document import Span
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations import words
from second_question.reading.recommendations.stretch import Stretch, part_of_label

FEWEST = 12
"""Characters that a part has at least before another begins in it."""
LONGEST_WHO = 200
"""Characters before the verb that may name who acts."""
_BY_ACTOR = re.compile(r"\b(?:by|between|from|led by) (?:the |all |each |every |both )?(?=\w)")
_FOR = re.compile(r"[.*(_] ?[*_(]*for (?:the |all |both )?(?P<who>[^.;*)_]{3,120})")
_NO_NOUNS = re.compile(r"[,.;:]|\b(?:\w+ing|is|are|was|were|be|to|that|which|who|her|him|them|it|and|not)\b")
_THAT = re.compile(r"\b(?:recommend(?:s|ed)?(?: that)?|that)\s+(?:the )?$")
_ASKS = re.compile(r"\W*(?:is|are|does|do|did|will|would|might|could|can|has|have|how|what|when|where|who|which)\b")
_BEFORE_NO_DOER = re.compile(
    r"[,.;:]|\b(?:of|from|by|in|on|with|for|at|is|are|be|to|that|which|who|and|no)\b|\b\w+ing\b"
)
NEAR = 45
"""Characters within which the one who acts is named first."""
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
    who = _who(small, begins, verb, said.end) or _later(small, begins, said.end) or _named(report, begins, said.end)
    if who is not None:
        yield "who", who
    found = {**_all_phrases(small, begins, verb.end() if verb else begins, said.end), **dict(_labelled(small, said))}
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
    minuted = words.MINUTED.match(small, start, end)
    for match in words.MODAL.finditer(small, start, end):
        if match.group() == "to" and not (minuted and match.end() <= minuted.end()):
            continue
        if match.group() not in ("to", "will") or match.start() < min(first, start + LONGEST_WHO // 2):
            return match
    return None


def _who(small: str, start: int, verb: re.Match[str] | None, end: int) -> Span | None:
    """The subject when it is somebody who can act; else who is addressed, or who it is to be done by."""
    question = words.INTERROGATIVE.match(small, start, end)
    if question and words.ACTOR.search(question["who"]):
        return Span(*question.span("who"))
    if _ASKS.match(small, start, end):
        return None
    return (
        (_subject(small, start, verb) if verb else _doer(small, start, end))
        or _after_that(small, start, end)
        or _addressed(small, start, end)
    )


def _all_phrases(small: str, start: int, after: int, end: int) -> dict[str, Span]:
    """The parts told after the verb that asks; before it only where they stand in a sentence of their own."""
    before = {name: span for name, span in _phrases(small, start, end) if name != "measure" or span.end < after}
    return {**before, **dict(_phrases(small, after, end))}


def _labelled(small: str, said: Span) -> Iterator[tuple[str, Span]]:
    """Parts under labels within the paragraph: “… Lead: the council. Timescale: May.”"""
    labels = list(words.INNER_LABEL.finditer(small, said.start, said.end))
    for at, label in enumerate(labels):
        part = part_of_label(label["label"])
        sentence = _ENDS.search(small, label.end(), said.end)
        end = min(
            sentence.start() if sentence else said.end, *(one.start() for one in labels[at + 1 : at + 2]), said.end
        )
        if part and part != "what":
            yield part, Span(label.end(), end)


def _named(report: Report, start: int, end: int) -> Span | None:
    """Somebody named at the beginning, or after a title: “NK to write …”, “Housing, with a new question”."""
    title = words.TITLE.match(report.small, start, end)
    begins = title.end() if title else start
    named = words.NAMED.match(report.text, begins, end)
    if named is not None:
        return Span(*named.span("who"))
    return _doer(report.small, begins, end) if title else None


def _later(small: str, start: int, end: int) -> Span | None:
    """Who is to act by a later sentence: “… needs to change. Their managers should agree how.”"""
    for stop in _ENDS.finditer(small, start, end):
        verb = words.STRONG.search(small, stop.end(), end)
        subject = _subject(small, stop.end(), verb) if verb else None
        if subject is not None and not _ENDS.search(small, subject.start, subject.end):
            return subject
    return None


def _subject(small: str, start: int, verb: re.Match[str]) -> Span | None:
    """Who stands before the verb that asks."""
    if verb.start() - start > LONGEST_WHO or words.IMPERATIVE.match(small, start, verb.start()):
        return None
    subject = small[start : verb.start()]
    can_act = words.ACTOR.search(subject) and not words.NO_ACTOR.match(subject)
    return Span(start, verb.start()) if can_act else None


def _after_that(small: str, start: int, end: int) -> Span | None:
    """Who stands after “it is recommended that”."""
    if not _THAT.search(small, max(0, start - 20), start):
        return None
    actor = words.ACTOR.match(small, start, end) or words.ACTOR.search(small, start, min(end, start + 40))
    return Span(start, actor.end()) if actor and not _NO_NOUNS.search(small[start : actor.start()]) else None


def _addressed(small: str, start: int, end: int) -> Span | None:
    """Whom it is for, or by whom it is to be done."""
    for addressed in _FOR.finditer(small, start, end):
        if words.ACTOR.search(addressed["who"]):
            return Span(*addressed.span("who"))
    for by in _BY_ACTOR.finditer(small, start, end):
        actor = words.ACTOR.search(small, by.end(), min(end, by.end() + 60))
        if actor is not None and not _NO_NOUNS.search(small[by.end() : actor.start()]):
            return Span(by.end(), actor.end())
    return None


def _doer(small: str, start: int, end: int) -> Span | None:
    """Who stands first where it is said what somebody does: “the Director of Education reports each year …”."""
    if words.IMPERATIVE.match(small, start, end):
        return None
    actor = words.ACTOR.search(small, start, min(end, start + NEAR))
    if actor is None or _BEFORE_NO_DOER.search(small[start : actor.start()]) or words.NO_ACTOR.match(small[start:end]):
        return None
    return Span(start, actor.end())


def _phrases(small: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for name, pattern in (("by_when", words.BY_WHEN), ("measure", words.MEASURE), ("outcome", words.OUTCOME)):
        match = _first(pattern, small, start, end, name)
        if match is not None:
            yield name, match
        elif name == "outcome" and (purpose := words.PURPOSE.search(small, start + 1, end)):
            yield name, Span(*purpose.span("part"))
        elif name == "measure" and (known := words.FINDS_OUT.search(small, start, end)):
            yield name, Span(*known.span())
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
        if name != "measure" or not words.TO_DO.fullmatch(small[start : span[0]]):
            return Span(*span)
    return None


def _what(small: str, start: int, end: int, others: list[Span]) -> Span:
    """From the verb to the first of the other parts that stands well after it, or to the end of the sentence."""
    sentence = _ENDS.search(small, start, end)
    last = sentence.start() if sentence else end
    stops = [span.start for span in others if start + FEWEST < span.start < last]
    return Span(start, min([last, *stops]))
