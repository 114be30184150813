"""Which record of the review a record of the file speaks of: the child of that name, the participant of that name."""

from collections.abc import Iterable, Mapping, Sequence

from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.models import ReviewRecord

ONE_AND_ONE = ("review", "child")
"""Where the review has one and the file has one, they are the same, whatever they are called."""

Names = frozenset[str]


def matched(
    kind: str, there: Sequence[ReviewRecord], read: Mapping[int, Mapping[str, object]]
) -> dict[int, ReviewRecord]:
    """For the records that were read, by number with what they say: the review's own of the same kind that they are."""
    if kind in ONE_AND_ONE and len(there) == len(read) == 1:
        return dict.fromkeys(read, there[0])
    found: dict[int, ReviewRecord] = {}
    left = list(there)
    for number, answers in read.items():
        same = _first_named(kind, left, _names(kind, answers))
        if same:
            found[number] = same
            left.remove(same)
    return found


def _first_named(kind: str, records: Iterable[ReviewRecord], names: Names) -> ReviewRecord | None:
    return next((one for one in records if names & _names(kind, one.all_answers())), None)


def _names(kind: str, answers: Mapping[str, object]) -> Names:
    said = (answers.get(question) for question in record_kind(kind).named_by)
    return frozenset(" ".join(str(one).casefold().split()) for one in said if one)
