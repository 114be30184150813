"""Every recommendation of a report, once, with what its places say together."""

from collections.abc import Iterable, Iterator

from second_question.documents.document import Span
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations.hints import hinted
from second_question.reading.recommendations.parts import parts_of
from second_question.reading.recommendations.recommendation import Recommendation
from second_question.reading.recommendations.stretch import Stretch
from second_question.reading.recommendations.stretches import stretches
from second_question.reading.recommendations.tables import Row, rows
from second_question.reading.words import stems

SAME = 0.6
"""Of the words of the shorter of two: with so many in both, one repeats the other."""
COMPARED_WITH = 80
"""So many recommendations before it are looked at for one that it repeats."""


def recommendations_in(report: Report) -> list[Recommendation]:
    """The recommendations in the order in which they first stand.

    One that is said again, in a summary or an action plan, is given once, with the parts that either place adds.
    """
    in_tables = list(rows(report))
    told = stretches(report) or ([] if in_tables else hinted(report))
    first = [_of_stretch(report, one) for one in told if not _in_passing(report, one)]
    first += [_of_row(report, row) for row in in_tables]
    later = [_of_stretch(report, one) for one in told if _in_passing(report, one)]
    return sorted(_merged([*sorted(first, key=_place), *later]), key=_place)


def _in_passing(report: Report, stretch: Stretch) -> bool:
    """Said in a sentence of an analysis, or in a summary: where it is set out as a recommendation goes before."""
    return stretch.inline or "summary" in report.topics_at(stretch.start)


def _place(one: Recommendation) -> int:
    return one.said.start


def _of_stretch(report: Report, stretch: Stretch) -> Recommendation:
    parts = {name: report.quoting.of(span) for name, span in parts_of(report, stretch).items()}
    said = report.quoting.at(stretch.start, stretch.end)
    return Recommendation(said, {name: part for name, part in parts.items() if part.text}, stretch.number)


def _of_row(report: Report, row: Row) -> Recommendation:
    """The columns go before what the words of the recommendation itself say."""
    own = parts_of(report, Stretch(row.said.start, row.said.end))
    parts: dict[str, Span] = {**own, **row.parts}
    quoted = {name: report.quoting.of(span) for name, span in parts.items()}
    return Recommendation(report.quoting.of(row.said), quoted, row.number)


def _merged(found: Iterable[Recommendation]) -> Iterator[Recommendation]:
    kept: list[Recommendation] = []
    known: list[set[str]] = []
    for one in found:
        own = stems(one.said.text)
        at = _repeated(own, known) or _by_number(one, kept)
        if at is None:
            kept.append(one)
            known.append(own)
        else:
            kept[at - 1] = _together(kept[at - 1], one)
    yield from kept


def _repeated(own: set[str], known: list[set[str]]) -> int | None:
    """The position, from 1, of one that says the same."""
    first = max(0, len(known) - COMPARED_WITH)
    for at, other in enumerate(known[first:], first + 1):
        if own and other and len(own & other) / min(len(own), len(other)) >= SAME and _alike_in_length(own, other):
            return at
    return None


def _alike_in_length(own: set[str], other: set[str]) -> bool:
    return min(len(own), len(other)) * 4 >= max(len(own), len(other))


def _by_number(one: Recommendation, kept: list[Recommendation]) -> int | None:
    """A row of an action plan that names the recommendation it belongs to by its number."""
    if not one.number or "who" not in one.parts:
        return None
    first = max(0, len(kept) - COMPARED_WITH)
    return next((at for at, other in enumerate(kept[first:], first + 1) if other.number == one.number), None)


def _together(first: Recommendation, second: Recommendation) -> Recommendation:
    return Recommendation(first.said, {**second.parts, **first.parts}, first.number or second.number)
