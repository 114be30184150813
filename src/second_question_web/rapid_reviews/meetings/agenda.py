"""The agenda that is proposed for a meeting: the parts of the template in the order in which one speaks of them, and under
each what the review still lacks. Plain text, to be changed by whoever calls the meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from second_question.rules.questions import Form
from second_question.rules.review_completeness import Gap, what_prevents_sending
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import part_of, record_kind
from second_question_web.ui.filters import full_date

MOST_GAPS = 4


@dataclass(frozen=True)
class Item:
    """One item of the agenda: what it is called, and the numbers of the parts of the template that it is about."""

    title: str
    parts: tuple[int, ...] = ()


SAFETY = Item("Is every child safe? Immediate actions", (4,))
AGENCIES = Item("What the agencies know", (6,))
WHY = Item("Why did it happen? Pathways and analysis", (7, 8, 9))
ITEMS = (
    Item("Welcome, and who takes part", (1,)),
    SAFETY,
    Item("The child, the family and the incident", (2, 3, 5)),
    AGENCIES,
    WHY,
    Item("What is learned already, and how it will be spread", (10,)),
    Item("The criteria, the decision and its grounds", (11,)),
    Item("Actions: who does what by when; the next meeting"),
)


def proposed_agenda(form: Form, records: Sequence[ContentRecord], waiting: Sequence[str] = ()) -> str:
    """The agenda for a review that says so much by now.

    Args:
        form: the template of the review.
        records: what is written.
        waiting: the names of the agencies that have not answered yet.
    """
    gaps = what_prevents_sending(form, records)
    return "\n\n".join(
        "\n".join([f"{number}. {item.title}", *(f"   – {line}" for line in _lines(item, records, gaps, waiting))])
        for number, item in enumerate(ITEMS, 1)
    )


def _lines(item: Item, records: Sequence[ContentRecord], gaps: Iterable[Gap], waiting: Sequence[str]) -> list[str]:
    lines = []
    if item is SAFETY:
        lines = [_open_action(r) for r in records if r.kind == "immediate_action" and not r.answers.get("done_on")]
    elif item is AGENCIES and waiting:
        lines = [f"Not answered yet: {', '.join(waiting)}"]
    elif item is WHY:
        lines = _whys(records)
    return lines + _missing([gap for gap in gaps if part_of(gap.section.id).number in item.parts], records)


def _open_action(record: ContentRecord) -> str:
    owner, by_when = record.answers.get("owner"), record.answers.get("by_when")
    more = [str(owner)] if owner else []
    more += [f"by {full_date(by_when)}"] if isinstance(by_when, date) else []
    return f"Open: {record.name}" + (f" ({', '.join(more)})" if more else "")


def _whys(records: Sequence[ContentRecord]) -> list[str]:
    """The second question of every moment and episode that tells only what happened (F1)."""
    told = [record for record in records if record.kind in ("moment", "episode", "agency_episode")]
    unasked = [record.name for record in told if not record.answers.get("why")]
    if not told:
        return ["No moment or episode is recorded yet"]
    return [f"Ask why: {', '.join(unasked)}"] if unasked else []


def _missing(gaps: Sequence[Gap], records: Sequence[ContentRecord]) -> list[str]:
    """What must be answered before the review can be sent; the first few, and how many more."""
    names = {(record.kind, record.number): record.name for record in records if not record.agency}
    shown = [f"To be answered: {_asked(gap, names)}" for gap in gaps[:MOST_GAPS]]
    left = len(gaps) - MOST_GAPS
    return [*shown, f"… and {left} more in this part of the template"] if left > 0 else shown


def _asked(gap: Gap, names: dict[tuple[str, int], str]) -> str:
    kind = record_kind(gap.kind)
    if gap.question is None:
        return f"{kind.many}, of whom there are none yet"
    about = f"{names.get((gap.kind, gap.number), kind.one)}: " if kind.repeated else ""
    return f"{about}{gap.question.label}"
