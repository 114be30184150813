"""The questions into which a passage can be put, and how a place is called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form
from second_question.rules.template.parts import OF_AN_AGENCY, part_of, record_kind
from second_question_web.answering.held import question_of, values_of
from second_question_web.rapid_reviews.importing.texts import takes_words
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.records import as_content


@dataclass(frozen=True)
class Group:
    """The questions of one section about one record, as (value, label)."""

    label: str
    choices: tuple[tuple[str, str], ...]


def groups(form: Form, records: Sequence[ReviewRecord], proposed: str = "") -> list[Group]:
    """Every question of the review's own records that takes words, and the one that is proposed, section by section."""
    return [group for record in records for group in _of_record(form, record, proposed) if group.choices]


def place_in_words(form: Form, names: dict[tuple[str, int], str], where: str) -> str:
    """Where a passage went or seems to belong: the question, and whose; empty where that is not there any more."""
    if not where:
        return ""
    kind, place, *question = where.split("/")
    name = names.get((kind, int(place)), "")
    if not question:
        return name or f"{record_kind(kind).one} {place}"
    try:
        label = question_of(form, kind, question[0]).label
    except KeyError:
        return name
    return f"{name}: {label}" if name else label


def names_of(form: Form, records: Sequence[ReviewRecord]) -> dict[tuple[str, int], str]:
    """What the records are called, the review itself left out."""
    found = as_content(form, records)
    return {(one.kind, one.number): one.name for one in found if one.kind != "review" and not one.agency}


def _of_record(form: Form, record: ReviewRecord, proposed: str) -> Iterator[Group]:
    if record.kind in OF_AN_AGENCY:
        return
    values = values_of(record, form.questions_of(record.kind))
    asked = questions_that_apply(form, record.kind, values, record.reasons_unanswered())
    (content,) = as_content(form, [record])
    about = "" if record.kind == "review" else f", {content.name}"
    for section in form.sections:
        if section.record == record.kind:
            named = [(f"{record.kind}/{record.place}/{q.id}", q) for q in section.questions if q in asked]
            choices = tuple((value, q.label) for value, q in named if takes_words(q) or value == proposed)
            yield Group(f"{part_of(section.id).number}. {section.title}{about}", choices)
