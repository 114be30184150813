"""Length: of the whole, of chronologies, of guidance that was pasted in (R2, R6, L6)."""

import re
from collections.abc import Iterator
from math import ceil

from second_question.documents.document import BlockKind, Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.passages import dated_entries

LONG_RUN, SHORT_RUN = 14, 8
"""Dated entries close together that are a long chronology, and the beginning of one."""
GAP = 3
"""Statements without a date between two of the same chronology."""
BEST, NEAR = range(6, 17), range(4, 21)
"""Pages of the best rapid reviews (R6), and of those close to them."""
WORDS_A_PAGE = 380
"""Of a text without pages: as many as a page of a review set in one column has, with its headings and tables."""
MUCH_GUIDANCE = 150
LONG_TELLING = 0.3
"""Of a local review: circumstances that take up more than this share are not concise."""
MANY_WORDS = 1200


_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})+[.)]?\s+")
"""Before the date of a numbered paragraph."""
FIRST_WORDS, SHORTEST_ENTRY, BETWEEN = 6, 4, 2
"""Of an entry: where its date stands, how many words it has, and how many others may stand between two of a chronology."""
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_WHEN = re.compile(
    rf"\b(?:{_MONTH}\b(?! (?:be|have|well|not|also))|\d{{1,2}}[./]\d{{1,2}}[./](?:\d\d){{1,2}}\b|\d{{4}}-\d\d-\d\d\b|"
    r"(?:19|20)\d\d\b|\d\d[:.]\d\d ?(?:hrs|hours|am|pm)?\b|day \d+\b)"
)
"""A date of any exactness, or an hour, as entries of chronologies begin with."""
_NOT_TOLD_BY_DATE = frozenset(
    {
        "recommendations",
        "action_plan",
        "aside",
        "timescale",
        "reason",
        "method",
        "decision",
        "immediate",
        "spread",
    }
)


def _longest_run(review: Review) -> list[Unit]:
    """The most dated entries that follow one another closely."""
    best: list[Unit] = []
    run: list[Unit] = []
    since = 0
    for unit in review.units:
        if _is_dated(review, unit):
            run = [*run, unit] if since <= GAP else [unit]
            since = 0
            best = max(best, run, key=len)
        else:
            since += 1
    return best


def _is_dated(review: Review, unit: Unit) -> bool:
    if review.topics_at(unit.start) & {"recommendations", "action_plan", "aside", "timescale"}:
        return False
    beginning = review.text[unit.start : min(unit.end, unit.start + 60)].split("\t")[0]
    return dated_entries(_NUMBER.sub("", beginning).strip("* \n")) > 0


def _longest_of_entries(review: Review) -> list[Span]:
    """The most paragraphs, list items or table rows with a date among their first words that follow one another closely."""
    best: list[Span] = []
    run: list[Span] = []
    since = 0
    for entry in _entries(review):
        words = _NUMBER.sub("", review.said(entry).strip("*_ \t|•-–")).split()
        if len(words) < SHORTEST_ENTRY:
            continue
        if _WHEN.search(" ".join(words[:FIRST_WORDS])):
            run = [*run, entry] if since <= BETWEEN else [entry]
            since = 0
            best = max(best, run, key=len)
        else:
            since += 1
    return best


def _entries(review: Review) -> Iterator[Span]:
    """Paragraphs, list items and table rows, but for those of parts in which dates are not those of the case."""
    for block in review.document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.CONTENTS) or review.topics_at(block.start) & _NOT_TOLD_BY_DATE:
            continue
        rows = [Span(row[0].start, row[-1].end) for row in block.rows]
        yield from rows or [Span(block.start, block.end)]


@reads("RR09")
def chronology(review: Review) -> Finding:
    """No long chronology: no run of dated entries, be they sentences, paragraphs or rows, that goes on and on."""
    sentences, entries = _longest_run(review), _longest_of_entries(review)
    run = [Span(one.start, one.end) for one in sentences] if len(sentences) > len(entries) else entries
    answer = Answer.NO if len(run) >= LONG_RUN else Answer.PARTLY if len(run) >= SHORT_RUN else Answer.YES
    return Finding(answer, review.quoted([Span(run[0].start, run[-1].end)]) if answer is not Answer.YES else ())


@reads("LR05")
def circumstances(review: Review) -> Finding:
    """What happened told concisely, and not as a chronology."""
    told = chronology(review)
    places = review.about("circumstances", "incident", "chronology")
    length = review.count(places)
    if told.answer is not Answer.YES:
        return told
    if length > MANY_WORDS and length > LONG_TELLING * review.words:
        return Finding(Answer.PARTLY, review.quoted(review.within(places), 1))
    return Finding(Answer.YES, review.quoted(review.within(places), 1))


def pages_of(review: Review) -> int:
    """How many pages it has; of a text without pages, as many as its words would fill."""
    counted = len(review.document.pages)
    return counted if counted > 1 else max(1, ceil(review.words / WORDS_A_PAGE))


@reads("RR22")
def pages(review: Review) -> Finding:
    """6 to 16 pages; 4, 5 or 17 to 20 is partly."""
    count = pages_of(review)
    return Finding(Answer.YES if count in BEST else Answer.PARTLY if count in NEAR else Answer.NO)


@reads("RR23")
def guidance(review: Review) -> Finding:
    """No statutory guidance pasted in."""
    kept = [span for span in review.guidance if len(review.text[span.start : span.end].split()) >= 40]
    length = sum(len(review.text[span.start : span.end].split()) for span in kept)
    answer = Answer.NO if length >= MUCH_GUIDANCE else Answer.PARTLY if length else Answer.YES
    return Finding(answer, review.quoted(kept, 2))


_FULL_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december),? (?:19|20)\d\d\b"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b"
)


def full_dates(review: Review, places: list[Span]) -> list[Span]:
    """Exact days, as “9 August 2012”, in those places."""
    return [
        Span(*match.span()) for place in places for match in _FULL_DATE.finditer(review.small, place.start, place.end)
    ]
