"""What changed from one version of a review to another, question by question (P2)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain
from typing import TypeVar

from second_question.exchange.review.words import BECAUSE, date_or_nothing, full_date, in_words
from second_question.rules.questions import Form, Kind, Question, Section
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.template.content import ContentDecision, ContentRecord, ContentSignature, ReviewContent
from second_question.rules.template.parts import record_kind

SAME, LEFT_OUT, ADDED = "same", "left_out", "added"
MOST_WORDS = 1500
"""Of two longer texts the one is shown whole after the other: finding what they share takes the square of their length."""
DECISIONS, AROUND = "Decisions and signatures", "Agencies and areas"
WRITTEN = (Kind.TEXT, Kind.LONG_TEXT)
_OUTCOMES = {option.code: option.label for option in OUTCOMES}
_WORD = re.compile(r"\S+\s*|\s+")
_Thing = TypeVar("_Thing")
_Key = tuple[str, str, int]


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both versions have, or that only one of them has."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """One thing that the versions say differently. `record` is the child, moment or agency that it is about, by name.

    `whole` is set for what is chosen and not written: there the one answer stands in the place of the other.
    """

    section: str
    record: str
    question: str
    before: str
    after: str
    whole: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """Both texts as one, with what was left out and what was added."""
        old, new = _WORD.findall(self.before), _WORD.findall(self.after)
        return _texts(old, new) if self.whole or max(len(old), len(new)) > MOST_WORDS else _pieces(old, new)


def differences(before: ReviewContent, after: ReviewContent) -> list[Difference]:
    """Every difference, in the order of the template; then the decisions, the agencies' answers and the areas."""
    return [*_in_text(before, after), *_in_decisions(before, after), *_around(before, after)]


def _in_text(before: ReviewContent, after: ReviewContent) -> Iterator[Difference]:
    old, new = _by_key(before), _by_key(after)
    for section in _sections(before.form, after.form):
        for key in dict.fromkeys(chain(old, new)):
            if key[0] == section.record:
                yield from _in_record(section, old.get(key), new.get(key))


def _by_key(content: ReviewContent) -> dict[_Key, ContentRecord]:
    return {(record.kind, record.agency, record.number): record for record in content.records}


def _sections(old: Form, new: Form) -> Sequence[Section]:
    """The sections of the later form; the questions that only the earlier one asked stand at the end of theirs."""
    asked = {section.id: section.questions for section in old.sections}
    return [_joined(section, asked.get(section.id, ())) for section in new.sections]


def _joined(section: Section, earlier: Sequence[Question]) -> Section:
    here = {question.id for question in section.questions}
    only_earlier = (question for question in earlier if question.id not in here)
    return replace(section, questions=(*section.questions, *only_earlier))


def _in_record(section: Section, old: ContentRecord | None, new: ContentRecord | None) -> Iterator[Difference]:
    name = _name(new or old)
    for question in section.questions:
        was, now = _said(question, old), _said(question, new)
        if was != now and not question.id.endswith(BECAUSE):
            yield Difference(section.title, name, question.label, was, now, question.kind not in WRITTEN)


def _name(record: ContentRecord | None) -> str:
    if record is None or not record_kind(record.kind).repeated:
        return ""
    return record.name if record.agency in ("", record.name) else f"{record.agency}, {record.name}"


def _said(question: Question, record: ContentRecord | None) -> str:
    if record is None:
        return ""
    because = str(record.answers.get(question.id + BECAUSE) or "")
    return in_words(question, record.answers.get(question.id), record.unanswered.get(question.id), because)


def _differing(section: str, record: str, question: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(section, record, question, before, after)


def _in_decisions(before: ReviewContent, after: ReviewContent) -> Iterator[Difference]:
    for number, old, new in _matched(before.decisions, after.decisions, lambda decision: str(decision.number)):
        decision = f"Decision {number}"
        yield from _differing(DECISIONS, "", decision, _decided(old), _decided(new))
        under, under_new = old.signatures if old else (), new.signatures if new else ()
        for partner, was, now in _matched(under, under_new, lambda signature: signature.partner):
            yield from _differing(DECISIONS, decision, partner, _signed(was), _signed(now))


def _decided(decision: ContentDecision | None) -> str:
    if decision is None:
        return ""
    outcome = f"{_OUTCOMES.get(decision.outcome, decision.outcome)}, on {full_date(decision.decided_on)}"
    return "\n".join(filter(None, (outcome, decision.why_changed)))


def _signed(signature: ContentSignature | None) -> str:
    if signature is None:
        return ""
    when = f"Signed on {full_date(signature.signed_at)}" if signature.signed_at else "Not signed"
    who = ", ".join(filter(None, (signature.name, signature.job_title)))
    return "\n".join(filter(None, (signature.view, signature.words, who, when, signature.why_missing)))


def _around(before: ReviewContent, after: ReviewContent) -> Iterator[Difference]:
    for agency, old, new in _matched(before.agencies, after.agencies, lambda answer: answer.agency):
        was, now = (
            ", ".join(filter(None, (one.answer, one.signed_by, date_or_nothing(one.signed_on)))) if one else ""
            for one in (old, new)
        )
        yield from _differing(AROUND, "", agency, was, now)
    areas = ("\n".join(content.contributing_areas) for content in (before, after))
    yield from _differing(AROUND, "", "Other areas that contribute", *areas)


def _matched(
    old: Iterable[_Thing], new: Iterable[_Thing], name: Callable[[_Thing], str]
) -> Iterator[tuple[str, _Thing | None, _Thing | None]]:
    """The things of both by their name, those that only one has too."""
    before, after = {name(thing): thing for thing in old}, {name(thing): thing for thing in new}
    for key in dict.fromkeys(chain(before, after)):
        yield key, before.get(key), after.get(key)


def _pieces(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    found: list[Piece] = []
    for kind, start, end, start_new, end_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(SAME, "".join(old[start:end])))
        else:
            found += _texts(old[start:end], new[start_new:end_new])
    return found


def _texts(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    return [Piece(kind, "".join(words)) for kind, words in ((LEFT_OUT, old), (ADDED, new)) if words]
