"""Everything in a text that identifies somebody, from all sources, each place once."""

from dataclasses import dataclass

from second_question.documents import Document
from second_question.documents.evidence import Quoting
from second_question.reading.identities.combinations import combinations_in
from second_question.reading.identities.dates import dates_in
from second_question.reading.identities.finding import Finding, Found, Severity, settled
from second_question.reading.identities.lists import Lists, lists
from second_question.reading.identities.patterns import patterns_in
from second_question.reading.identities.people import NOBODY, CaseRecord
from second_question.reading.identities.record_facts import RecordFacts
from second_question.reading.identities.record_names import RecordNames
from second_question.reading.identities.standing import Standing
from second_question.reading.identities.unseen import Unseen
from second_question.reading.identities.words import key_of


@dataclass(frozen=True)
class Identities:
    """What was found in a document, in the order of its text."""

    findings: tuple[Finding, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing in it points to somebody by itself. What only may do so is for a person to judge."""
        return not any(one.severity is Severity.IDENTIFIES for one in self.findings)


def identities_of(document: Document, record: CaseRecord = NOBODY) -> Identities:
    """What in a document identifies somebody."""
    quoting = Quoting(document)
    found = identities_in(document.text, record)
    found += combinations_in(document.text, found)
    return Identities(tuple(_finding(quoting, one) for one in sorted(found, key=lambda one: (one.start, one.end))))


def identities_in(text: str, record: CaseRecord = NOBODY, known: Lists | None = None) -> list[Found]:
    """What in a text identifies somebody, in its order and without overlaps.

    Args:
        text: the text, of any length; the cost grows in step with it.
        record: whom and what the case knows.
        known: lists of names to use instead of all.
    """
    used = known or lists()
    standing = Standing(text, used)
    dates = list(dates_in(text))
    found = list(Unseen(text, used, standing, _real_names(record)).find())
    found += patterns_in(text, dates)
    if record != NOBODY:
        found += RecordNames(record.people, used).find(text, standing)
        found += RecordFacts(record, used).find(text, dates)
    return settled(found)


def _real_names(record: CaseRecord) -> frozenset[str]:
    return frozenset(key_of(word) for person in record.people for name in person.names for word in name.split())


def _finding(quoting: Quoting, one: Found) -> Finding:
    said = quoting.at(one.start, one.end)
    return Finding(
        one.kind, said.text, said.page, said.start, said.end, one.source, one.severity, one.suggestion, one.about
    )
