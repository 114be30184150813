"""The rules' answers, weighed by the model. An answer that changes says so, and shows what was counted for it.

Where nothing can be shown for a better answer, that of the rules stays.
"""

from collections.abc import Mapping
from dataclasses import replace

from second_question.documents.evidence import Evidence
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.learned.model import Model, shipped
from second_question.reading.appraisal.learned.signals import Counted
from second_question.reading.appraisal.learned.table import SIGNALS
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

SHORTEST = 600
"""Words; the model knows no report that is shorter, and leaves such a text to the rules."""
SHOWN = 3
MOST_SURE = 9
"""In ten: no estimate from so few reports is surer."""


def weighed(review: Review, found: Mapping[str, Finding], model: Model | None = None) -> dict[str, Finding]:
    """The findings, some with a likelier answer.

    Args:
        review: a whole report.
        found: the rules' finding for each item.
        model: another than that of the package.
    """
    if review.words < SHORTEST:
        return dict(found)
    counted = Counted(review)
    learned = model or shipped()
    said = {item: one.answer for item, one in found.items() if item in learned.items}
    signals = {item: [signal.value(counted) for signal in SIGNALS[item]] for item in said}
    likely = learned.answers(said, signals)
    return {
        item: _changed(counted, item, one, *likely[item], learned.reports) if item in likely else one
        for item, one in found.items()
    }


def _changed(counted: Counted, item: str, one: Finding, answer: Answer, share: float, reports: int) -> Finding:
    if answer == one.answer or (one.answer is Answer.NOT_CLEAR and answer is Answer.PARTLY):
        return one
    shown = one.evidence or _shown(counted, item, answer)
    if not shown and answer in (Answer.YES, Answer.PARTLY):
        return one
    reason = (
        f"Learned, not counted: what is counted here says “{one.answer}”. By {reports} made-up reports that people answered, by "
        f"how full this one is, by its words of this matter, and by how often such counts erred, “{answer}” is likelier "
        f"(about {min(MOST_SURE, round(10 * share))} in 10)."
    )
    return replace(one, answer=answer, evidence=shown, reason=reason)


def _shown(counted: Counted, item: str, answer: Answer) -> tuple[Evidence, ...]:
    """The statements with the words of the matter: those that most of its signals count."""
    if answer is Answer.NO:
        return ()
    times: dict[int, int] = {}
    units: dict[int, Unit] = {}
    for signal in SIGNALS[item]:
        for unit in signal.units(counted):
            units[unit.start] = unit
            times[unit.start] = times.get(unit.start, 0) + 1
    best = sorted(units, key=lambda start: (-times[start], start))[:SHOWN]
    return counted.review.quoted([units[start] for start in sorted(best)], SHOWN)
