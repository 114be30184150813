"""What a rapid review decides, on what grounds, and what is still to be learned (R2, R10)."""

import re
from collections.abc import Iterator

from second_question.documents.document import BlockKind
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

_NONE_REACHED = re.compile(
    r"\bno decision (?:was|has|could|is|yet)\b|\b(?:could|did) not (?:yet )?(?:agree|decide|(?:reach|make|take|"
    r"come to) (?:a |any )?(?:\w+ )?decision)\b"
    r"|\b(?:unable|not been able) to (?:agree|decide|(?:reach|make|take|come to) (?:a |any )?(?:\w+ )?decision)\b"
)
_LEFT_OPEN = re.compile(
    r"\bdecisions? (?:\w+ ){0,4}?(?:rests?|lies|deferred|postponed|awaited|left|outstanding|(?:will|to) be (?:made|taken))\b"
    r"|\b(?:defer(?:red)?|postponed?|adjourn(?:ed)?)\b|\bnot (?:yet )?(?:been )?decided\b"
    r"|\b(?:will|to be|before they) decided?\b"
)
_HEDGED = re.compile(
    r"\b(?:may|might|could) (?:well )?(?:be |meet|have)|\b(?:probably|possibly|perhaps|minded|inclin\w+|subject to|"
    r"proposed|provisional\w*|"
    r"pending|unclear|to be confirmed|unlikely|further discussion|may wish|will await|will be considered|felt that)\b"
)
_PLAIN = re.compile(r"(?:yes|no|y|n|met|not met)\b")
"""An answer in a cell."""
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:[a-h]|i{1,3}|iv|v|\d)\)")
_ASKS = re.compile(
    r"\b(?:asks?|answer(?:s|ed)?|(?:key )?questions?|look (?:at|into)|explore|examine|find out|consider|understand|"
    r"lines? of (?:en|in)quiry)"
    r"\b[^.?\n]{0,70}?:?$"
)
_ASKS_INSIDE = re.compile(
    r"\b(?:asks?|answer|questions?|look at|explore|examine|find out|consider)\b[^.;?]{0,40}: ?(?=\w)"
)
_STILL_OPEN = re.compile(
    r"\b(?:remains?|still) (?:to be|not|unknown|unclear|unanswered)\b|\b(?:do|does|did|could|"
    r"can) ?n[o']t (?:yet )?(?:know|understand|tell|say|claim)\b"
    r"|\bnot yet (?:known|understood|clear)\b|\b(?:would|will|could|to) (?:add|find|tell us|learn)\b|\bunlikely to\b"
    r"|\blearning (?:is|was) (?:\w+ ){0,3}(?:similar to|the same as|already)\b|\b(?:nothing|little|no) (?:more|"
    r"further|new|else)\b|\bneeds? (?:looking at|to be understood)\b"
)
_SECOND_HALF = re.compile(r"[:;] (?:[\w'-]+ ){6}")
WEIGHED = 8
"""Words of a statement in the part that decides which may be a ground."""
SEVERAL_WEIGHED = 4
"""Statements in the part that decides, besides the decision, that are as much as two reasons in so many words."""
SHORTEST = 4
"""Words of a question."""
_DECIDING = ("decision", "summary")
_OF_FURTHER = frozenset({"decision", "further", "summary", "key_questions", "learning"})


@reads("RR15")
def decision(review: Review) -> Finding:
    """Firm on the criteria or on a local review is yes; hedged, or half of it left open, is partly; no decision is no."""
    found = _decisions(review)
    firm = [unit for unit in found if _is_firm(review, unit)]
    left = [unit for unit in _candidates(review) if _LEFT_OPEN.search(review.said(unit))]
    none = [unit for unit in _candidates(review) if _NONE_REACHED.search(review.said(unit))]
    if none:
        return Finding(Answer.NO, review.quoted(none, 2))
    if left:
        on_criteria = [unit for unit in firm if review.has(unit, "criteria") and review.has(unit, "met")]
        leaning = [unit for unit in found if review.has(unit, "local_review") and _HEDGED.search(review.said(unit))]
        return Finding(Answer.PARTLY if on_criteria or leaning else Answer.NO, review.quoted([*left, *on_criteria], 3))
    shown = firm or found
    return Finding(Answer.YES if firm else Answer.PARTLY if found else Answer.NO, review.quoted(shown, 3))


def _candidates(review: Review) -> list[Unit]:
    """Where it may be said that the decision is left open: the parts that decide, and what speaks of the decision itself."""
    inside = review.within(review.about("decision"))
    others = [
        unit
        for unit in review.units
        if re.search(r"\bdecisions?\b", review.said(unit)) and review.has(unit, "local_review")
    ]
    return [unit for unit in (*inside, *others) if not review.topics_at(unit.start) & {"aside", "earlier"}]


def _is_firm(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    told = (
        review.has(unit, "decided", "met", "no_review") or _is_answered(review, unit) or _is_answered_row(review, unit)
    )
    return told and not _HEDGED.search(said) and not _LEFT_OPEN.search(said)


def _decisions(review: Review) -> list[Unit]:
    """Statements that say whether the criteria are met or whether there will be a local review."""
    told = [unit for unit in review.with_marks("decided", "criteria", "met", "local_review") if _decides(review, unit)]
    rows = [unit for unit in review.within(review.about("decision")) if _is_answered_row(review, unit)]
    return sorted({*told, *rows}, key=lambda unit: unit.start)


def _is_answered_row(review: Review, unit: Unit) -> bool:
    """A row, in the part that decides, with a plain yes or no in one of its cells: a criterion, or whether there is a review."""
    _, *cells = review.said(unit).split("\t")
    listed = bool(review.document.blocks[unit.block].rows)
    return listed and any(_PLAIN.match(cell.strip(" *_.")) for cell in cells)


def _decides(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    if "aside" in topics or (review.has(unit, "earlier") and "decision" not in topics):
        return False
    if _is_answered(review, unit):
        return True
    hedged = "decision" in topics and _HEDGED.search(review.said(unit)) is not None
    on_review = review.has(unit, "local_review") and (review.has(unit, "decided", "no_review") or hedged)
    on_criteria = review.has(unit, "criteria") and (review.has(unit, "met", "decided", "no_review") or hedged)
    return on_review or on_criteria or (review.has(unit, "decided") and review.has(unit, "no_review"))


def _is_answered(review: Review, unit: Unit) -> bool:
    """A question about the criteria or a local review, with a plain yes or no after it."""
    return _plain_answer(review, unit).startswith(("yes", "no", "met", "not met"))


def _answered_no(review: Review, unit: Unit) -> bool:
    return _plain_answer(review, unit).startswith(("no", "not"))


def _plain_answer(review: Review, unit: Unit) -> str:
    """What follows such a question; nothing where it is none. In a table it is the next cell."""
    said, tab, cell = review.said(unit).partition("\t")
    if not said.rstrip(" *_").endswith("?") or not review.has(unit, "criteria", "local_review"):
        return ""
    following = review.after(unit)
    answer = cell if tab or following is None else review.said(following)
    return answer.lstrip(" *_\t")


@reads("RR16")
def grounds(review: Review) -> Finding:
    """Two reasons from the case, or a criterion at a time, is yes; less, or reasons where nothing is decided, is partly."""
    inside = [unit for unit in review.within(review.about("decision")) if _may_be_ground(review, unit)]
    decided = set(_decisions(review))
    others = {unit for unit in decided if review.has(unit, "why") or _goes_on(review, unit)}
    inside = [
        unit for unit in inside if unit in others or unit not in decided or review.document.blocks[unit.block].rows
    ]
    reasons = [unit for unit in inside if _gives_reason(review, unit)]
    found = sorted({*reasons, *others}, key=lambda unit: unit.start)
    numbered = sum(len(_NUMBERED.findall(review.said(unit))) for unit in inside)
    weighed = len(found) + sum(unit in others for unit in found) + numbered >= 2 or len(inside) >= SEVERAL_WEIGHED
    if weighed and decision(review).answer is Answer.YES:
        return Finding(Answer.YES, review.quoted(found or inside))
    return Finding(Answer.PARTLY if found or inside else Answer.NO, review.quoted(found or inside, 2))


def _may_be_ground(review: Review, unit: Unit) -> bool:
    """A statement of some length that is no heading, question, deferral, or question for a review."""
    said = review.said(unit)
    heading = review.document.blocks[unit.block].kind is BlockKind.HEADING
    asks = said.rstrip().endswith("?") or review.has(unit, "questions") or _LEFT_OPEN.search(said)
    return not heading and not asks and len(said.split()) >= WEIGHED


def _gives_reason(review: Review, unit: Unit) -> bool:
    if review.document.blocks[unit.block].rows:
        return review.has(unit, "met", "criteria")
    return review.has(unit, "why", "further", "earlier")


def _goes_on(review: Review, unit: Unit) -> bool:
    """After “are met:” come the grounds."""
    _, colon, rest = review.said(unit).partition(": ")
    return bool(colon) and len(rest.split()) >= WEIGHED - 2


@reads("RR20")
def further_learning(review: Review) -> Finding:
    """Two questions for a review, or what is still open with a reason, is yes; one, or a bare “nothing new”, is partly."""
    questions = list(dict.fromkeys(_questions(review)))
    counted = len(questions) + sum(_questions_inside(review, unit) for unit in questions)
    told = [unit for unit in review.units if _is_of_further(review, unit)]
    reasoned = [unit for unit in told if review.has(unit, "why", "questions") or _SECOND_HALF.search(review.said(unit))]
    full = counted >= 2 or (not _proposes_review(review) and (len(told) >= 2 or reasoned))
    hinted = [] if questions or told else _hints(review)
    answer = Answer.YES if full else Answer.PARTLY if questions or told or hinted else Answer.NO
    return Finding(answer, review.quoted([*questions, *told, *hinted]))


def _hints(review: Review) -> list[Unit]:
    """Statements elsewhere that there may be more to learn."""
    elsewhere = {"earlier", "aside", "method", "culture", "chronology", "agency_summaries"}
    return [unit for unit in review.with_marks("further") if not review.topics_at(unit.start) & elsewhere]


def _questions(review: Review) -> Iterator[Unit]:
    """Questions in the part on further learning, those listed after “it should ask”, and sentences that hold several."""
    for unit in review.within(review.about("further", "key_questions")):
        if review.said(unit).rstrip().endswith("?") and len(review.said(unit).split()) >= SHORTEST:
            yield unit
    for unit in review.units:
        if review.topics_at(unit.start) & {"earlier", "aside", "method"}:
            continue
        if _ASKS.search(review.said(unit).rstrip()) and _speaks_of_review(review, unit):
            yield from _listed_after(review, unit)
        if _ASKS_INSIDE.search(review.said(unit)) and _speaks_of_review(review, unit):
            yield unit


def _speaks_of_review(review: Review, unit: Unit) -> bool:
    """Of a review to come: by name, or in the part that decides on one."""
    return "review" in review.said(unit) or bool(
        review.topics_at(unit.start) & {"decision", "further", "key_questions"}
    )


def _listed_after(review: Review, unit: Unit) -> list[Unit]:
    """The lettered or listed points that follow."""
    found: list[Unit] = []
    after = review.after(unit)
    while after is not None and _is_point(review, after):
        found.append(after)
        after = review.after(after)
    return found


def _is_point(review: Review, unit: Unit) -> bool:
    block = review.document.blocks[unit.block]
    said = review.said(unit).strip()
    return block.kind is BlockKind.LIST_ITEM or said.endswith("?") or _NUMBERED.match(said) is not None


def _questions_inside(review: Review, unit: Unit) -> int:
    """How many more questions one sentence holds, parted by semicolons."""
    return review.said(unit).count(";") if _ASKS_INSIDE.search(review.said(unit)) else 0


def _is_of_further(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    heading = review.document.blocks[unit.block].kind is BlockKind.HEADING
    asks = review.said(unit).rstrip(" *_").endswith("?")
    if topics & {"earlier", "aside", "method"} or heading or (asks and not _answered_no_more(review, unit)):
        return False
    open_still = review.has(unit, "further", "questions") or _STILL_OPEN.search(review.said(unit)) is not None
    placed = topics & _OF_FURTHER or review.has(unit, "local_review", "learning")
    return bool(open_still and placed)


def _answered_no_more(review: Review, unit: Unit) -> bool:
    """“Is there potential for national learning? No.”"""
    following = review.after(unit)
    return following is not None and review.said(following).lstrip(" *_").startswith(("no.", "no,", "none"))


def _proposes_review(review: Review) -> bool:
    decided = [
        unit for unit in _decisions(review) if review.has(unit, "local_review") and not _answered_no(review, unit)
    ]
    return bool(decided) and not any(review.has(unit, "no_review") for unit in decided)
