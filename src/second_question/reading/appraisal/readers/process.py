"""How a local review was done: summary, reason and questions, method, reviewer, time (L3 to L6, L16)."""

import re
from datetime import date

from second_question.documents.document import BlockKind, Span
from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.readers.course import OURSELVES, in_opening, in_own_part, of_itself
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.facts.authors import authors_of
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import Kind

FEW_WORDS = 40
SEVERAL = 2
AT_THE_FRONT = 0.2
"""Of a report: where a reader of the first page looks."""
MANY_WAYS = 4
"""Ways of finding out, told one by one, that are a method without a name."""
MONTHS_ALLOWED = 6
FIRST_LINES = 600
"""Characters in which “by” is followed by who wrote the report."""
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
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b(?:,? (?P<year>20\d\d))?")
_OF_CASE = re.compile(
    r"\b(?:summary|synopsis|overview|outline) (?:of|about) (?:the |this )?(?:case|incident|circumstances|events|"
    r"facts|background|"
    r"child|family|history|key events|what happened)\b|\b(?:case|factual|incident|background) (?:summary|synopsis|"
    r"overview)\b"
)
_ASKING = re.compile(r"\b(?:how|why|whether|what|who|when)\b")
_SETS_OUT = re.compile(
    r"\bquestions?\b|\bterms of reference\b|\blines of (?:en|in)quiry\b|\btask(?:ed|s)?\b|\bexplor(?:e|ed|ing)\b|"
    r"\bask(?:ed|s)?\b|\b(?:consider|explore|examine|establish|find out|"
    r"understand|answer|"
    r"look(?:ed)? (?:at|into)|address|determine|learn|know|identify)\b"
)
_REMIT = re.compile(r"\b(?:remit|brief|purpose|aims?|tasks?) (?:is|was|are|were|of)\b")
_LISTS = re.compile(
    r"\b(?:lines of (?:en|in)quiry|terms of reference|questions|tasks|areas|themes|issues)\b[^.:]{0,60}:[^.]+(?:;|"
    r", (?:and )?to )[^.]+"
)
"""What a review was to look into, told one after the other."""
_WHY = re.compile(
    r"\b(?:decided|agreed|judged|concluded|resolved|determined|commissioned|asked (?:\w+ )?for|ordered|requested|"
    r"directed)\b[^.]{0,80}"
    r"\b(?:review|report)\b|\b(?:review|report)\b[^.]{0,60}\b(?:commissioned|decided (?:up)?on|agreed|because|"
    r"follow(?:s|ed|ing)|"
    r"prompted|arose|came about)\b"
)
_NAMED = re.compile(
    r"\bmethodolog(?:y|ies)\b|\b(?:method|model|approach|framework)s?\b(?=[^.]{0,60}\b(?:used|uses|use|drew|draws|"
    r"known|called|"
    r"adopted|followed|based|developed|is|was|in which)\b)|\b(?:used|use|uses|using|adopted|followed|drew on|"
    r"draws on|applied|took|"
    r"takes|by|with|based on|in|is|was) (?:an? |the |this |that |its |our |my |their )?(?:[^\s.,;]+ ){0,5}(?:method|"
    r"model|approach|"
    r"framework|"
    r"technique)s?\b|\blearning together\b|\bsilp\b|\bappreciative inquiry\b|\broot cause\b|\bsystems (?:analysis|"
    r"review|thinking)\b|"
    r"\bindividual management reviews?\b|\bagency (?:learning )?reports? (?:were|was)\b|\bcontribution analysis\b"
)
_BY_NAME = re.compile(
    r"\bmethodolog|\b(?:systems?|systemic|hybrid|thematic|narrative|proportionate|learning together|welsh|silp|"
    r"appreciative|"
    r"mixed|blended)\b"
)
_NO_METHOD = re.compile(
    r"\b(?:not|never|without|no|none|nor|any)\b[^.]{0,40}\b(?:method|methods|methodology|model|models|framework|"
    r"approach)\b"
)
_WAYS = {
    "records": re.compile(r"\b(?:read|records?|files?|documents?|chronolog(?:y|ies)|reports? (?:from|by)|minutes)\b"),
    "one by one": re.compile(
        r"\b(?:conversations?|interview(?:s|ed)|one by one|individually|spoke (?:to|with)|talked (?:to|with)|"
        r"met (?:with|the)|visited|a day with)\b"
    ),
    "together": re.compile(
        r"\b(?:workshops?|events?|groups of|small groups|case group|focus groups?|table ?top|an afternoon with)\b"
    ),
    "panel": re.compile(
        r"\b(?:panel|steering group|review (?:team|group)|reference group)\b[^.]{0,60}\b(?:met|meetings?|of|made up)\b|"
        r"\bmet (?:\w+ )?with (?:a|the) (?:\w+ )?(?:panel|group|team)\b"
    ),
    "tested": re.compile(r"\b(?:test(?:ed)?|drafts?|fed back|feedback|read these|corrected|checked (?:with|by))\b"),
    "figures": re.compile(r"\b(?:survey|questionnaires?|figures|data|audit(?:ed)?)\b"),
}
"""The ways in which a review finds out."""
_HANDED_OVER = re.compile(
    r"\b(?:with (?:them|the (?:partners|partnership|board))|delivered|submitted|presented|handed (?:over|in)|"
    r"sent to|given to|"
    r"signed off|signed|approved|accepted|received|adopted|ready|finish(?:ed)?|complet(?:ed|ion)|conclud(?:ed|es)|"
    r"ended|endorsed)\b"
)
_DECIDED = re.compile(
    r"\b(?:decided|decision|commission(?:ed|ing)|agreed|began|begun|started|appointed|instructed|opened|directed)\b"
)
_LABELLED = re.compile(r"\W*(?:date )?(?:commissioned|decided|begun|started|decision|start)\b[^.]{0,20}\b20\d\d\b")
_TOOK = re.compile(
    r"\b(?:took|completed in|finished in|done in|within|lasted) (?:just |only |under |less than |about |"
    r"some )?(?P<count>\w+) months\b"
)
COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
_OWING = re.compile(
    r"\b(?:until|so that|in order (?:to|that)|at the request|on the advice|asked (?:us|that|for)|accounts? for|"
    r"while|whilst|pending|"
    r"owing to|prosecut\w+|appeal|the crown|solicitors?|illness|ill)\b"
)
_OVERRAN = re.compile(
    r"\b(?:was|is|were) (?:due|late|overdue|adjourned|stayed|interrupted|postponed)\b|\btook (?:\w+ ){1,3}months\b|"
    r"\b(?:longer than|more than|exceed\w*|outside|over|past|missed) (?:the |its )?(?:\w+ )?(?:six months|timescale|"
    r"time limit|target)\b|"
    r"\btime (?:was )?lost\b|\bmonths late\b"
)
_REVIEWER = re.compile(
    r"(?:[Rr]eviewers?|[Aa]uthors?|AUTHOR|[Cc]hair|[Ww]ritten by|[Rr]eport by|[Ll]ed by|[Cc]arried out by|"
    r"[Cc]onducted by|[Uu]ndertaken by|[Cc]ommissioned|[Pp]repared by)\W{1,4}"
    r"(?:(?:is|was|were|the|an?|by|independent|lead|reviewer|author|chair|consultant|social work|of)\W+){0,5}(?:(?:Dr|"
    r"Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.? )?[A-Z][a-z'’]+ (?:[A-Z]\.? )?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
)
_NAMED_BEFORE = re.compile(
    r"[A-Z][a-z'’]+ [A-Z][a-z'’]+(?:-[A-Z][a-z]+)?,? (?:\(?an? |the |was |is |who |"
    r"has been )?(?:\w+ ){0,4}(?:independent|"
    r"lead) (?:\w+ )?(?:reviewer|author|chair|consultant)"
)
_BY = re.compile(
    r"\b[Bb]y (?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.? )?[A-Z][a-z'’]+ (?:[A-Z]\.? )?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
)
_TITLED = re.compile(r"\b(?:Dr|Prof|Professor|Sir|Dame|His Honour|Her Honour)\.? [A-Z][a-z'’]+ [A-Z][a-z'’]+")
_BY_SOMEBODY = re.compile(
    r"(?:[Ww]ritten|[Ll]ed|[Cc]arried out|[Uu]ndertaken|[Pp]repared) by [^.\n]{0,60}?[A-Z][a-z'’]+ [A-Z][a-z'’]+"
)
_STANDS_APART = re.compile(
    r"\bno (?:\w+ ){0,4}(?:involvement|connection|conflict|link|links|responsibility|contact|association|knowledge|"
    r"role|relationship|ties)\b"
    r"|\bnever (?:worked|been employed|had)\b|\bindependent (?:of|from)\b|\bindependence\b|"
    r"\bnot (?:been )?(?:employed|connected|involved|worked)\b"
    r"|\bneither (?:of (?:them|us) )?(?:\w+ )?(?:has|had|is|was) |\bnone of (?:them|the \w+) (?:had|has) \b|\b(?:has|"
    r"had|have) (?:not|never) (?:\w+ ){0,2}(?:worked|met|known|advised|held)\b|\b(?:is|are|was) (?:\w+ )?independent\b"
    r"(?! (?:\w+ ){0,3}(?:reviewer|chair|author|consultant|scrutineer))|\bconflicts? of interest\b|"
    r"\bnothing to do with\b|\bfrom (?:another|outside) (?:the )?(?:region|area|county|authority)\b"
)


@reads("LR01")
def summary(review: Review) -> Finding:
    """Yes: a summary of the review in a part of its own. Partly: at the front, of the case alone, or a few words. No: neither."""
    places = [one for one in review.sections if "summary" in one.topics and not _OF_CASE.search(one.title)]
    long = [one for one in places if review.count([one]) >= FEW_WORDS]
    of_case = [
        one for one in review.sections if _OF_CASE.search(one.title) and one.end < AT_THE_FRONT * len(review.text)
    ]
    answer = Answer.YES if long else Answer.PARTLY if places or of_case or review.named("summary") else Answer.NO
    return Finding(answer, review.quoted(review.within(long or places or of_case), 1))


@reads("LR02")
def reason_and_questions(review: Review) -> Finding:
    """Yes: why there is a review, and the questions that it set out to answer. Partly: one of the two. No: neither."""
    front = [unit for unit in review.units if in_opening(review, unit) or in_own_part(review, unit)]
    reason = [unit for unit in front if _is_reason(review, unit)]
    asked = [unit for unit in front if _sets_questions(review, unit)]
    listed = [
        unit
        for unit in review.within(review.about("key_questions"))
        if review.document.blocks[unit.block].kind == "list_item"
    ]
    has_questions = asked or len(listed) >= SEVERAL
    has_questions = has_questions or any(_opens_list(review, unit) for unit in front)
    answer = graded(bool(reason) + bool(has_questions), 2, 1)
    if answer is Answer.NO and review.named("questions"):
        answer = Answer.PARTLY
    return Finding(answer, review.quoted([*reason[:2], *asked[:2], *listed[:2]]))


def _sets_questions(review: Review, unit: Unit) -> bool:
    """A question of the review: asked in one of its own parts, or told in a sentence about what it was to find out."""
    said = review.said(unit)
    own = bool(review.topics_at(unit.start) & {"key_questions", "reason", "method"})
    if own and said.rstrip(' *_”"').endswith("?"):
        return True
    if ":" in said and _LISTS.search(said) and (own or in_opening(review, unit)):
        return True
    told = len(_ASKING.findall(said))
    if told >= SEVERAL and "question" in said and in_opening(review, unit):
        return True
    about = OURSELVES.search(said) or in_own_part(review, unit) or _REMIT.search(said)
    if not _SETS_OUT.search(said) or not about:
        return False
    before = review.units[review.position_of(unit) - 1] if review.position_of(unit) else unit
    return (
        told >= SEVERAL
        or bool(told and "question" in said)
        or ("question" in said and bool(_ASKING.search(review.said(before)) and before.block == unit.block))
    )


def _opens_list(review: Review, unit: Unit) -> bool:
    """“The review was asked to consider:”, with a list below."""
    said = review.said(unit)
    opens = said.rstrip().endswith(":") and OURSELVES.search(said) and _SETS_OUT.search(said)
    following = review.document.blocks[unit.block + 1 : unit.block + 1 + SEVERAL]
    return bool(opens) and [one.kind for one in following] == [BlockKind.LIST_ITEM] * SEVERAL


def _is_reason(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    of_review = "review" in said or "report" in said
    begun = of_review and (("review" in said and review.has(unit, "started")) or _WHY.search(said))
    named = review.has(unit, "criteria", "rapid_review", "local_review", "decided")
    return bool(begun) or (named and review.has(unit, "why", "decided", "criteria", "started", "met"))


@reads("LR03")
def method(review: Review) -> Finding:
    """Yes: a method is named, or told way by way. Partly: only some of what was read or whom it met. No: nothing of either."""
    own = [unit for unit in of_itself(review) if in_own_part(review, unit) or in_opening(review, unit)]
    named = [unit for unit in own if _NAMED.search(review.said(unit)) and not _NO_METHOD.search(review.said(unit))]
    found = {way: [unit for unit in own if pattern.search(review.said(unit))] for way, pattern in _WAYS.items()}
    ways = [units[0] for units in found.values() if units]
    by_name = any(_BY_NAME.search(review.said(unit)) for unit in named)
    if (named and (by_name or ways or review.about("method"))) or len(ways) >= MANY_WAYS:
        return Finding(Answer.YES, review.quoted([*named[:2], *ways], 3))
    some = ways or named or review.within(review.about("method"))
    return Finding(Answer.PARTLY if some else Answer.NO, review.quoted(some, 2))


@reads("LR04")
def reviewer(review: Review) -> Finding:
    """Yes: who the reviewer is, and that the reviewer is independent of the case. Partly: one of the two. No: neither."""
    name = _name(review)
    own = [*of_itself(review), *review.with_marks("reviewer")]
    apart = [
        unit
        for unit in dict.fromkeys(own)
        if (in_own_part(review, unit) or in_opening(review, unit) or review.has(unit, "reviewer"))
        and _STANDS_APART.search(review.said(unit))
    ]
    answer = graded(bool(name) + bool(apart), 2, 1)
    return Finding(answer, review.quoted([*name, *apart], 3))


def _name(review: Review) -> list[Span]:
    """Where the reviewer is named: as the facts of the document say, else beside a word for it."""
    told = authors_of(Front(review.document), Kind.LOCAL_REVIEW)
    if told is not None:
        return [Span(told.evidence.start, told.evidence.end)]
    patterns = (_REVIEWER, _NAMED_BEFORE, _BY_SOMEBODY)
    found = [Span(*match.span()) for pattern in patterns if (match := pattern.search(review.text))]
    found += [
        Span(*match.span()) for pattern in (_BY, _TITLED) if (match := pattern.search(review.text, 0, FIRST_LINES))
    ]
    return found[:1]


@reads("LR25")
def in_time(review: Review) -> Finding:
    """Yes: done within six months of the decision, or the reason why not. No: later without a reason. Else not clear."""
    own = of_itself(review)
    kept = [unit for unit in own if _says_in_time(review, unit)]
    late = [unit for unit in review.units if _explains_delay(review, unit)]
    if kept or late:
        return Finding(Answer.YES, review.quoted([*kept, *late], 3))
    both = next((unit for unit in own if _months_in(review, unit) is not None), None)
    if both is not None:
        months = _months_in(review, both)
        in_six = months is not None and months <= MONTHS_ALLOWED
        return Finding(Answer.YES if in_six else Answer.NO, review.quoted([both]))
    began, ended = _began(review), _ended(review)
    if began is None and ended is not None and _long_after(review, ended[0]):
        return Finding(Answer.NO, review.quoted([ended[1]]))
    if began is None or ended is None or ended[0] <= began[0]:
        return Finding(
            Answer.NOT_CLEAR, review.quoted([one for one in (began and began[1], ended and ended[1]) if one])
        )
    took = (ended[0].year - began[0].year) * 12 + ended[0].month - began[0].month
    return Finding(Answer.YES if 0 <= took <= MONTHS_ALLOWED else Answer.NO, review.quoted([began[1], ended[1]]))


def _long_after(review: Review, ended: date) -> bool:
    """Far more than six months after the last day that it tells of, with no word on when it was decided."""
    days = [_date(match) for match in _DATE.finditer(review.small) if match["day"]]
    last = max((day for day in days if day < ended), default=None)
    return last is not None and (ended.year - last.year) * 12 + ended.month - last.month > 2 * MONTHS_ALLOWED


def _says_in_time(review: Review, unit: Unit) -> bool:
    """“Within six months”, or a number of months that is not more."""
    said = review.said(unit)
    ended = review.has(unit, "finished", "started") or _HANDED_OVER.search(said)
    if review.has(unit, "six_months") and ended and not review.has(unit, "delay"):
        return "not" not in said.split()
    took = _TOOK.search(said)
    return took is not None and COUNTED.get(took["count"], 0) <= MONTHS_ALLOWED and bool(took["count"] in COUNTED)


def _months_in(review: Review, unit: Unit) -> int | None:
    """The months between the two dates of a sentence that says when the review began and ended; a year may be left out."""
    said = review.said(unit)
    began = review.has(unit, "started") or _DECIDED.search(said)
    ended = review.has(unit, "finished") or _HANDED_OVER.search(said)
    if not (began and ended and OURSELVES.search(said)):
        return None
    months = [
        (int(one["year"]) * 12 if one["year"] else None, MONTHS.index(one["month"])) for one in _MONTH.finditer(said)
    ]
    if len(months) < SEVERAL:
        return None
    (first_year, first), (last_year, last) = months[0], months[-1]
    if first_year is None or last_year is None:
        return (last - first) % 12
    return last_year + last - first_year - first


def _explains_delay(review: Review, unit: Unit) -> bool:
    """The review is late, and there is a reason in the same sentence or the next."""
    said = review.said(unit)
    if not (review.has(unit, "delay") or _OVERRAN.search(said)):
        return False
    following = review.after(unit)
    same = following is not None and following.block == unit.block
    place = Span(unit.start, following.end if same and following is not None else unit.end)
    before = review.units[max(0, review.position_of(unit) - 1)]
    of_review = re.compile(r"\breview|\bpublication|\breport\b|\bdrafts?\b")
    about = of_review.search(said) or (before.block == unit.block and of_review.search(review.said(before)))
    return bool(about) and (review.has(place, "parallel", "why") or bool(_OWING.search(review.said(place))))


def _began(review: Review) -> tuple[date, Unit] | None:
    """The day of the decision to begin, with where it is said; the last of several, as a rapid review comes first."""
    units = [
        unit
        for unit in review.with_marks("decided", "started")
        if review.has(unit, "local_review", "started", "decided")
    ]
    units += [unit for unit in review.units if _LABELLED.match(review.said(unit))]
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
    return None if match is None else _date(match)


def _date(match: re.Match[str]) -> date:
    """Its day; the first of the month where none is given."""
    return date(int(match["year"]), MONTHS.index(match["month"]) + 1, min(int(match["day"] or 1), 28))
