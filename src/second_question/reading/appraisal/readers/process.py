"""How a local review was done: summary, reason and questions, method, reviewer, time (L3 to L6, L16)."""

import re
from datetime import date

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

FEW_WORDS = 40
SEVERAL = 2
MONTHS_ALLOWED = 6
FRONT = 2500
"""Characters in which the front page says who wrote it and when it was published."""
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{'|'.join(MONTHS)}),? (?P<year>20\d\d)\b"
)
_REVIEWER = re.compile(
    r"(?:[Rr]eviewers?|[Aa]uthors?|AUTHOR|[Cc]hair|[Ww]ritten by|[Rr]eport by|[Ll]ed by|[Cc]arried out by|"
    r"[Cc]onducted by|[Uu]ndertaken by|[Cc]ommissioned|[Pp]repared by)\W{1,4}"
    r"(?:(?:is|was|were|the|an?|by|independent|lead|reviewer|author|chair|consultant|social work|of)\W+){0,5}(?:(?:Dr|"
    r"Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.? )?[A-Z][a-z'’]+ (?:[A-Z]\.? )?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
)
_NAMED_BEFORE = re.compile(
    r"[A-Z][a-z'’]+ [A-Z][a-z'’]+(?:-[A-Z][a-z]+)?,? (?:\(?an? |the |was |is |who |has been )?(?:\w+ ){0,4}(?:independent|"
    r"lead) (?:\w+ )?(?:reviewer|author|chair|consultant)"
)
_BY_SOMEBODY = re.compile(
    r"(?:[Ww]ritten|[Ll]ed|[Cc]arried out|[Uu]ndertaken|[Pp]repared) by [^.\n]{0,60}?[A-Z][a-z'’]+ [A-Z][a-z'’]+"
)
_STANDS_APART = re.compile(
    r"\bno (?:\w+ ){0,4}(?:involvement|connection|conflict|link|links|responsibility|contact|association|knowledge|"
    r"role|relationship|ties)\b"
    r"|\bnever (?:worked|been employed|had)\b|\bindependent (?:of|from)\b|\bindependence\b|"
    r"\bnot (?:been )?(?:employed|connected|involved|worked)\b"
    r"|\bneither (?:of (?:them|us) )?(?:\w+ )?(?:has|had|is|was) |\bnone of (?:them|the \w+) (?:had|has) \b|\b(?:has|"
    r"had) not worked\b|\bconflicts? of interest\b|"
    r"\bnothing to do with\b|\bfrom (?:another|outside) (?:the )?(?:region|area|county|authority)\b"
)


@reads("LR01")
def summary(review: Review) -> Finding:
    """A summary of its own, of some length."""
    places = [one for one in review.about("summary") if review.count([one]) >= FEW_WORDS]
    short = review.about("summary")
    answer = Answer.YES if places else Answer.PARTLY if short or review.named("summary") else Answer.NO
    return Finding(answer, review.quoted(review.within(places or short), 1))


@reads("LR02")
def reason_and_questions(review: Review) -> Finding:
    """Why there is a review, and which questions it set out to answer."""
    reason = [
        unit
        for unit in review.within(review.about("reason", "key_questions", "summary")) or review.units[:60]
        if _is_reason(review, unit)
    ]
    places = review.about("key_questions", "reason", "method")
    questions = [unit for unit in review.within(places) if review.said(unit).rstrip(' *_”"').endswith("?")]
    listed = [
        unit
        for unit in review.within(review.about("key_questions"))
        if review.document.blocks[unit.block].kind == "list_item"
    ]
    named = review.with_marks("questions")
    has_questions = len(questions) >= 2 or len(listed) >= 2 or any(_lists_questions(review, unit) for unit in named)
    answer = graded(bool(reason) + bool(has_questions), 2, 1)
    if answer is Answer.NO and named:
        answer = Answer.PARTLY
    return Finding(answer, review.quoted([*reason[:2], *questions[:2], *listed[:2], *named[:1]]))


def _lists_questions(review: Review, unit: Unit) -> bool:
    """The questions told in one sentence: how this, why that, and whether the other."""
    return len(re.findall(r"\b(?:how|why|whether|what|who)\b", review.said(unit))) >= 2


def _is_reason(review: Review, unit: Unit) -> bool:
    begun = review.has(unit, "started") and "review" in review.said(unit)
    named = review.has(unit, "criteria", "rapid_review", "local_review", "decided")
    return begun or (named and review.has(unit, "why", "decided", "criteria", "started", "met"))


@reads("LR03")
def method(review: Review) -> Finding:
    """How the review was done, by what method."""
    places = [one for one in review.about("method") if review.count([one]) >= FEW_WORDS]
    inside = [unit for unit in review.within(places) if review.has(unit, "method", "event", "took_part")]
    named = [
        unit
        for unit in review.with_marks("method")
        if review.topics_at(unit.start) & {"method", "reason", "summary", "key_questions"}
    ]
    found = list(dict.fromkeys([*inside, *named]))
    if found and (places or len(named) >= SEVERAL):
        return Finding(Answer.YES, review.quoted(found, 3))
    some = named or [unit for unit in review.with_marks("took_part", "event", "method") if review.has(unit, "reviewer")]
    return Finding(Answer.PARTLY if some else Answer.NO, review.quoted(some, 2))


@reads("LR04")
def reviewer(review: Review) -> Finding:
    """Who the reviewer is, and that the reviewer is independent of the case."""
    name = _REVIEWER.search(review.text) or _NAMED_BEFORE.search(review.text) or _BY_SOMEBODY.search(review.text)
    near = [*review.with_marks("reviewer"), *review.within(review.about("method", "reviewer", "reason"))]
    apart = [unit for unit in dict.fromkeys(near) if _STANDS_APART.search(review.said(unit))]
    answer = graded(bool(name) + bool(apart), 2, 1)
    shown = [Unit(*name.span(), 0)] if name else []
    return Finding(answer, review.quoted([*shown, *apart], 3))


@reads("LR25")
def in_time(review: Review) -> Finding:
    """Completed within six months of the decision, or why not."""
    late = [unit for unit in review.with_marks("delay") if _explains_delay(review, unit)]
    in_six = [
        unit
        for unit in review.with_marks("six_months")
        if review.has(unit, "finished", "started") and not review.has(unit, "delay")
    ]
    kept = [unit for unit in in_six if "not" not in review.said(unit).split()]
    if kept or late:
        return Finding(Answer.YES, review.quoted([*kept, *late], 3))
    both = next(
        (unit for unit in review.with_marks("started", "finished") if _months_in(review, unit) is not None), None
    )
    if both is not None:
        months = _months_in(review, both)
        return Finding(
            Answer.YES if months is not None and months <= MONTHS_ALLOWED else Answer.NO, review.quoted([both])
        )
    began, ended = _began(review), _ended(review)
    if began is None or ended is None or ended[0] <= began[0]:
        return Finding(
            Answer.NOT_CLEAR, review.quoted([one for one in (began and began[1], ended and ended[1]) if one])
        )
    took = (ended[0].year - began[0].year) * 12 + ended[0].month - began[0].month
    return Finding(Answer.YES if 0 <= took <= MONTHS_ALLOWED else Answer.NO, review.quoted([began[1], ended[1]]))


def _months_in(review: Review, unit: Unit) -> int | None:
    """The months between the two dates of a sentence that says when the review began and ended."""
    if not (review.has(unit, "started") and review.has(unit, "finished") and "review" in review.said(unit)):
        return None
    months = [
        int(one["year"]) * 12 + MONTHS.index(one["month"]) for one in _DATE.finditer(review.small, unit.start, unit.end)
    ]
    return months[-1] - months[0] if len(months) > 1 else None


def _explains_delay(review: Review, unit: Unit) -> bool:
    own = review.topics_at(unit.start) & {
        "method",
        "timescale",
        "reason",
        "reviewer",
        "key_questions",
    } or "review" in review.said(unit)
    return (
        bool(own)
        and review.has(unit, "parallel", "why", "delay")
        and bool(re.search(r"\breview|\bpublication|\breport\b", review.said(unit)))
    )


def _began(review: Review) -> tuple[date, Unit] | None:
    """The day of the decision to begin, with where it is said; the last of several, as a rapid review comes first."""
    units = [
        unit
        for unit in review.with_marks("decided", "started")
        if review.has(unit, "local_review", "started", "decided")
    ]
    dated = [(day, unit) for unit in units if unit.start < len(review.text) / 2 and (day := _day_in(review, unit))]
    return max(dated, key=lambda one: one[0]) if dated else None


def _ended(review: Review) -> tuple[date, Unit] | None:
    """The day on which it was published or finished: said so, or the last date of the front page."""
    front = [unit for unit in review.units if unit.end <= FRONT and len(review.said(unit).split()) <= 20]
    units = [
        unit
        for unit in (*front, *review.with_marks("finished"))
        if unit in front or "review" in review.said(unit) or "report" in review.said(unit)
    ]
    dated = [(day, unit) for unit in units if (day := _day_in(review, unit))]
    return max(dated, key=lambda one: one[0]) if dated else None


def _day_in(review: Review, unit: Unit) -> date | None:
    match = _DATE.search(review.small, unit.start, unit.end)
    if match is None:
        return None
    day = int(match["day"] or 1)
    return date(int(match["year"]), MONTHS.index(match["month"]) + 1, min(day, 28))
