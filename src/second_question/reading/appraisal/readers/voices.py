"""Whose voices are in the review: the child's, the family's, the practitioners' (A7, L8, L9)."""

import re
from collections.abc import Iterator
from functools import cache

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.readers.course import OURSELVES
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

PARENTS = ("mother", "father", "other_man", "relative", "parent", "family")
RELATIVES = ("mother", "father", "other_man", "sibling", "relative", "parent", "family")
ADULTS = ("mother", "father", "other_man", "relative")
MET = 4
"""Statements that show a child from which on a reader has met the child; a part of its own counts as two."""
ENOUGH_WORDS = 30
"""Words that a part about the child needs to let a reader meet the child."""
SEVERAL = 3
DETAILED = 4
"""Statements of what the family said from which their views count as detailed, if more than one of them spoke."""
VERY_MANY = 12
"""From so many on they are detailed whoever spoke."""

_QUOTED = re.compile(r"[“\"][^”\"\n]{12,}[”\"]")
_ACTS = (
    r"(?:said|says|told|tells|asked|asks|wrote|drew|lik(?:ed|es)|lov(?:ed|es)|enjoy(?:ed|s)|play(?:ed|s)|want(?:ed|"
    r"s)|felt|feels|"
    r"hoped|hates?|hated|cried|smiled|laughed|describ(?:ed|es)|explain(?:ed|s)|sang|sings|danced|dreamed|plays|wished|"
    r"smiles|chose|"
    r"showed|called|laughs|cries|sings|dances|draws|runs|sleeps|eats|talks|walks|reads|knows|is (?:a |an )?(?:happy|"
    r"lively|funny|kind|bright|quiet|proud|shy|sociable|loving)|preferred|slept|woke|knew|was given the name)"
)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|none|cannot|without|should|unable)\b")
_TELLS = re.compile(
    r"\b(?:mother|mum|father|dad|parents|nan|gran|grandmother|grandfather|grandparents|aunt|"
    r"family)\b(?:, [^,]+,)? (?:\w+ ){0,2}?"
    r"(?:said|told|talked|spoke|asked|remembers?|remembered|described|explained|recalled|felt|would like|wants|noted)\b"
)
_TO_THEM = re.compile(
    r"\bopportunity to\b|\b(?:asked|able|invited|wish|wished|possible) to (?:contribute|take part|speak|meet)\b|"
    r"\b(?:wrote|written|spoke|letters?|sent|contacted|approached|invit\w+|offer\w*) (?:\w+ ){0,2}?(?:to |letters to )?"
    r"(?:[\w']+ ){0,2}?(?:mother|father|parents|family|them|grand\w+|her|him)\b"
)
_TO_REVIEW = re.compile(
    r"\b(?:met|spoke|talked|told|wrote|explained|shared|contributed?|said|visited|took part|spoken with|reflected|"
    r"asked us|read)\b"
)
_REVIEW = re.compile(r"\b(?:our letters?|review|reviewer|reviewers|author|report|us)\b")
_WITH_US = re.compile(
    r"\b(?:(?:met|told|gave|asked|wrote to|spoke (?:to|with)|talked (?:to|with)|said to|showed|rang|sent) "
    r"(?:me|us|the (?:lead |independent )?(?:reviewers?|author))|(?:call|meeting|conversation|interview|hour|"
    r"afternoon|letter) "
    r"(?:with|to|from) (?:me|us|the (?:lead |independent )?(?:reviewers?|author))|i (?:asked|met|visited|saw|"
    r"spoke (?:to|with)|"
    r"talked (?:to|with)))\b"
)
"""Somebody speaks with the writer of the report."""
_WITH_WRITER = re.compile(
    r"\b(?:i|we|the (?:lead |independent )?reviewers?|the author)\b[^.]{0,20}\b(?:sat|met|spoke|talked|spent|"
    r"listened|saw|heard from|"
    r"interviewed|visited)\b[^.]{0,60}?\b(?:with|to|of|from|the|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
"""The writer of the report meets somebody."""
_OF_ITS_MAKING = re.compile(r"\b(?:drafts?|timeline|findings|emerging (?:themes|learning))\b")
_LIMITED = re.compile(
    r"\b(?:once|briefly|a short|one (?:afternoon|hour|call|occasion)|an hour|half an hour|by (?:phone|telephone|"
    r"letter|e-?mail))\b"
)
_MET = re.compile(
    r"\b(?:met|came together|took part|groups?|events?|sat|afternoon|morning|conversations?|workshops?|sessions?|"
    r"one by one|singly|brought (?:\w+ ){0,3}together|in person)\b"
)
_NOT_HEARD = re.compile(
    r"\bneither\b[^.]{0,40}\b(?:answered|replied|responded|took part|wished|wanted)\b|\bleft alone\b|"
    r"\btoo (?:unwell|ill|distressed|upset)\b|"
    r"\b(?:not|never|unable|cannot|nor|without)\b[^.]{0,30}\b(?:approached|seen|spoken|met|heard|contacted|"
    r"interviewed|involved|invited|"
    r"traced|reached|repl(?:y|ied)|respond(?:ed)?|take part|taken part|contribut\w+|participat\w+|engage\w*)\b"
)
NOT_OF_REVIEW = frozenset(
    {"chronology", "circumstances", "incident", "recommendations", "action_plan", "aside", "analysis"}
)
NOT_OF_FAMILY = frozenset({"chronology", "recommendations", "action_plan", "aside"})


@reads("LR06")
def of_child(review: Review) -> Finding:
    """What the child said, did, liked or showed. Yes: in a part of its own, or again and again. Partly: a little. No: nothing."""
    places = [*review.voice_sections, *review.about("child")]
    places = [place for place in places if review.count([place]) >= ENOUGH_WORDS]
    inside = [unit for unit in review.within(places) if shows_child(review, unit) or tells_of_child(review, unit)]
    elsewhere = [unit for unit in review.units if shows_child(review, unit)] if len(inside) < 4 else []
    shown = list(dict.fromkeys([*inside, *elsewhere]))
    score = len(shown) + 2 * bool(places and len(inside) >= 2)
    return Finding(
        graded(score, MET, 1), review.quoted(shown) or review.quoted(review.within(review.voice_sections), 1)
    )


def tells_of_child(review: Review, unit: Unit) -> bool:
    """In a part about the child, “she” is the child, and who is quoted is mostly the child."""
    said = review.said(unit)
    if _QUOTED.search(said) or (review.has(unit, "voice") and not review.has(unit, "voice_named", *PARENTS)):
        return True
    told = said.startswith(("he ", "she ", "they ")) or any(name in said for name in review.child_names)
    return told and not _DENIES.search(said) and "voice" in review.topics_at(unit.start)


def shows_child(review: Review, unit: Unit) -> bool:
    """The child says or does something. What is listed in a chronology or a recommendation shows nobody."""
    if review.topics_at(unit.start) & {"chronology", "recommendations", "action_plan", "participants", "aside"}:
        return False
    if _name_acts(review).search(review.said(unit)):
        return True
    if not review.has(unit, "voice") or review.has(unit, "voice_named"):
        return False
    said = review.marks_in(unit, "voice")[0]
    before = Unit(review.document.blocks[unit.block].start, said.end, unit.block)
    words = review.said(before)
    child = [hit.start for hit in review.marks_in(before, "child")]
    child += [
        before.start + words.rfind(name) for name in (*review.called_names, *review.sibling_names) if name in words
    ]
    others = [hit.start for kin in (*PARENTS, "practitioner", "job") for hit in review.marks_in(before, kin)]
    if any(words.startswith(name) for name in review.called_names):
        return True
    if child or others:
        return max(child, default=-1) > max(others, default=-1)
    return bool(review.topics_at(unit.start) & {"voice", "child"})


def _name_acts(review: Review) -> re.Pattern[str]:
    return _acting(review.called_names)


@cache
def _acting(called: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(called))) or r"(?!)"
    return re.compile(rf"\b(?:{names})\b (?:\w+ )?{_ACTS}\b")


@reads("LR07")
def of_family(review: Review) -> Finding:
    """What the family told the review. Yes: in detail, from more than one adult. Partly: a little, or one voice. No: nothing."""
    said = _family_said(review)
    if said:
        kin = frozenset[str]().union(*(_who_speaks(review, unit) for unit in said))
        adults = len(kin & set(ADULTS))
        enough = DETAILED + 2 * any(_LIMITED.search(review.said(_paragraph(review, unit))) for unit in said[:1])
        detailed = (
            len(said) >= VERY_MANY or (len(said) >= enough and adults > 1) or (len(said) > 1 and adults >= SEVERAL)
        )
        return Finding(Answer.YES if detailed else Answer.PARTLY, review.quoted(said))
    return Finding(Answer.NO, review.quoted(_family_absent(review), 2))


@reads("LR08")
def why_no_family(review: Review) -> Finding:
    """If the family's views are missing, why; where they are there, nothing is left to explain."""
    said, absent = _family_said(review), _family_absent(review)
    if absent or said:
        return Finding(Answer.YES, review.quoted(absent or said, 2))
    return Finding(Answer.NO)


def _family_said(review: Review) -> list[Unit]:
    """Statements of what relatives said or did for the review."""
    places = review.about("family_views")
    inside = [unit for unit in review.within(places) if _speaks(review, unit) and not _absent(review, unit)]
    inside += [
        unit for unit in review.within(review.voice_sections) if _tells(review, unit) and not _absent(review, unit)
    ]
    others = [unit for unit in review.units if _speaks_to_review(review, unit) and not _absent(review, unit)]
    beside = [unit for unit in review.units if others and _is_quoted_relative(review, unit)]
    told = [unit for place in _spoken_with(review) for unit in review.within([place]) if _speaks(review, unit)]
    told = [unit for unit in told if not _absent(review, unit)]
    return sorted({*inside, *others, *beside, *told}, key=lambda unit: unit.start)


def _spoken_with(review: Review) -> Iterator[Unit]:
    """Paragraphs in which a relative, named in them, speaks with the writer."""
    seen: set[int] = set()
    for unit in review.units:
        said = review.said(unit)
        if unit.block in seen or review.topics_at(unit.start) & NOT_OF_FAMILY or not _WITH_US.search(said):
            continue
        place = _paragraph(review, unit)
        before = Unit(place.start, unit.end, unit.block)
        kin = [hit.start for one in ADULTS for hit in review.marks_in(before, one)]
        workers = [hit.start for one in ("practitioner", "job", "agency.") for hit in review.marks_in(unit, one)]
        if kin and not workers:
            seen.add(unit.block)
            yield place


def _who_speaks(review: Review, unit: Unit) -> frozenset[str]:
    """Which relatives are named in a statement; else in its paragraph."""
    for place in (unit, _paragraph(review, unit)):
        named = frozenset(one for one in (*ADULTS, "parent") if review.has(place, one))
        if named:
            return named
    return frozenset()


def _paragraph(review: Review, unit: Unit) -> Unit:
    block = review.document.blocks[unit.block]
    return Unit(block.start, block.end, unit.block)


def _tells(review: Review, unit: Unit) -> bool:
    """In the part about the child, a relative who tells of the child or asks something of the readers."""
    return review.has(unit, *PARENTS) and bool(_TELLS.search(review.said(unit)))


def _is_quoted_relative(review: Review, unit: Unit) -> bool:
    """A relative's own words, where relatives have spoken with the review; not what is told from records."""
    told = review.topics_at(unit.start) & {"chronology", "circumstances", "incident", "recommendations"}
    return not told and review.has(unit, *PARENTS) and bool(_QUOTED.search(review.said(unit)))


def _speaks(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    if review.has(unit, "said") or _QUOTED.search(said):
        return True
    return review.has(unit, *RELATIVES) and bool(_TO_REVIEW.search(said)) and not _TO_THEM.search(said)


def _speaks_to_review(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    topics = review.topics_at(unit.start)
    if topics & {"chronology", "circumstances", "incident", "recommendations"} or not review.has(unit, *PARENTS):
        return False
    if said.startswith(("she ", "he ")) and not topics & {"family_views", "voice", "child"}:
        return False
    return bool(_REVIEW.search(said) and _TO_REVIEW.search(said) and not _TO_THEM.search(said))


def _absent(review: Review, unit: Unit) -> bool:
    return review.has(unit, "declined")


def _family_absent(review: Review) -> list[Unit]:
    places = review.about("family_views")
    inside = [unit for unit in review.within(places) if _absent(review, unit)]
    near = [
        unit
        for unit in review.with_marks("declined")
        if review.has(Unit(review.document.blocks[unit.block].start, unit.end, 0), *RELATIVES)
        and (
            _is_about_review(review, unit)
            or OURSELVES.search(review.said(_paragraph(review, unit)))
            or review.has(unit, "parallel")
        )
    ]
    near += [unit for unit in review.with_marks(*RELATIVES) if _not_heard(review, unit)]
    return sorted({*inside, *near}, key=lambda unit: unit.start)


def _not_heard(review: Review, unit: Unit) -> bool:
    """Relatives, and that they were not heard by the review, or not before a trial was over."""
    said = review.said(unit)
    if review.topics_at(unit.start) & NOT_OF_REVIEW or not _NOT_HEARD.search(said):
        return False
    return bool(_REVIEW.search(said)) or review.has(unit, "parallel")


def _is_about_review(review: Review, unit: Unit) -> bool:
    return bool(review.topics_at(unit.start) & {"method", "reason", "reviewer", "family_views", "timescale"})


@reads("LR09")
def of_practitioners(review: Review) -> Finding:
    """Practitioners who knew the family took part, and how; interviews by their own agencies are only part of it."""
    told = [
        unit
        for unit in review.with_marks("practitioner", "event", "job", "agency.")
        if (review.has(unit, "practitioner", "event", "job") or _WITH_WRITER.search(review.said(unit)))
        and _practitioners_take_part(review, unit)
    ]
    events = [unit for unit in told if review.has(unit, "event") or _together(review, unit)]
    if events:
        return Finding(Answer.YES, review.quoted([*events, *told], 3))
    return Finding(Answer.PARTLY if told else Answer.NO, review.quoted(told, 3))


def _practitioners_take_part(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    if topics & {"recommendations", "spread", "action_plan", "aside"} or review.has(unit, "declined"):
        return False
    said = review.said(unit)
    takes_part = (
        review.has(unit, "took_part", "event", "method") or _OF_ITS_MAKING.search(said) or _WITH_WRITER.search(said)
    )
    place = _is_about_review(review, unit) or topics & {"practitioners", "summary"} or review.has(unit, "event")
    return bool(
        takes_part and (place or _REVIEW.search(said) or _OF_ITS_MAKING.search(said) or _WITH_WRITER.search(said))
    )


def _together(review: Review, unit: Unit) -> bool:
    """Those who worked with the family, met as a group or one by one by the review itself."""
    if not review.has(unit, "practitioner", "agency.", "job"):
        return False
    said = review.said(unit)
    return bool(_MET.search(said)) and (review.has(unit, "practitioner") or bool(_WITH_WRITER.search(said)))
