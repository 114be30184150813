"""Whose voices are in the review: the child's, the family's, the practitioners' (A7, L8, L9)."""

import re

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

PARENTS = ("mother", "father", "other_man", "relative", "parent", "family")
RELATIVES = ("mother", "father", "other_man", "sibling", "relative", "parent", "family")
ENOUGH_WORDS = 30
"""Words that a part about the child needs to let a reader meet the child."""
SEVERAL = 3
DETAILED = 4
"""Statements of what the family said from which their views count as detailed."""

_QUOTED = re.compile(r"[“\"][^”\"\n]{12,}[”\"]")
_ACTS = (
    r"(?:said|says|told|tells|asked|asks|wrote|drew|lik(?:ed|es)|lov(?:ed|es)|enjoy(?:ed|s)|play(?:ed|s)|want(?:ed|s)|felt|feels|"
    r"hoped|hates?|hated|cried|smiled|laughed|describ(?:ed|es)|explain(?:ed|s)|sang|sings|danced|dreamed|plays|wished|"
    r"smiles|chose|"
    r"showed|called|laughs|cries|sings|dances|draws|runs|sleeps|eats|talks|walks|reads|knows|is (?:a |an )?(?:happy|"
    r"lively|funny|kind|bright|quiet|proud|shy|sociable|loving)|preferred|slept|woke|knew|was given the name)"
)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|none|cannot|without|should|unable)\b")
_TELLS = re.compile(
    r"\b(?:mother|mum|father|dad|parents|nan|gran|grandmother|grandfather|grandparents|aunt|family)\b(?:, [^,]+,)? (?:\w+ ){0,2}?"
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
_REVIEW = re.compile(r"\b(?:review|reviewer|reviewers|author|report|us)\b")


@reads("RR12", "LR06")
def of_child(review: Review) -> Finding:
    """The child in the text: what the child said, did, liked or showed, in a part of its own or throughout."""
    places = [*review.voice_sections, *review.about("child")]
    places = [place for place in places if review.count([place]) >= ENOUGH_WORDS]
    inside = [unit for unit in review.within(places) if _shows_child(review, unit) or _is_of_child_here(review, unit)]
    elsewhere = [unit for unit in review.units if _shows_child(review, unit)] if len(inside) < 4 else []
    shown = list(dict.fromkeys([*inside, *elsewhere]))
    score = len(shown) + 2 * bool(places and len(inside) >= 2)
    return Finding(graded(score, 4, 1), review.quoted(shown) or review.quoted(review.within(review.voice_sections), 1))


def _is_of_child_here(review: Review, unit: Unit) -> bool:
    """In a part about the child, “she” is the child, and who is quoted is mostly the child."""
    said = review.said(unit)
    if _QUOTED.search(said) or (review.has(unit, "voice") and not review.has(unit, "voice_named", *PARENTS)):
        return True
    told = said.startswith(("he ", "she ", "they ")) or any(name in said for name in review.child_names)
    return told and not _DENIES.search(said) and "voice" in review.topics_at(unit.start)


def _shows_child(review: Review, unit: Unit) -> bool:
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
        before.start + words.rfind(name) for name in (*review.child_names, *review.sibling_names) if name in words
    ]
    others = [hit.start for kin in (*PARENTS, "practitioner", "job") for hit in review.marks_in(before, kin)]
    if child or others:
        return max(child, default=-1) > max(others, default=-1)
    return bool(review.topics_at(unit.start) & {"voice", "child"})


def _name_acts(review: Review) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(review.child_names))) or r"(?!)"
    return re.compile(rf"\b(?:{names})\b (?:\w+ )?{_ACTS}\b")


@reads("LR07")
def of_family(review: Review) -> Finding:
    """What the family told the review: in detail is yes, a little is partly, nothing is no."""
    said = _family_said(review)
    if said:
        kin = {one for unit in said for one in PARENTS if review.has(unit, one)}
        detailed = len(said) >= DETAILED or (len(said) >= 2 and len(kin) >= SEVERAL)
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
    return sorted({*inside, *others, *beside}, key=lambda unit: unit.start)


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
        and (_is_about_review(review, unit) or _REVIEW.search(review.said(unit)) or review.has(unit, "parallel"))
    ]
    return list(dict.fromkeys([*inside, *near]))


def _is_about_review(review: Review, unit: Unit) -> bool:
    return bool(review.topics_at(unit.start) & {"method", "reason", "reviewer", "family_views", "timescale"})


@reads("LR09")
def of_practitioners(review: Review) -> Finding:
    """Practitioners who knew the family took part, and how; interviews by their own agencies are only part of it."""
    told = [
        unit for unit in review.with_marks("practitioner", "event", "job") if _practitioners_take_part(review, unit)
    ]
    events = [unit for unit in told if review.has(unit, "event") or _together(review, unit)]
    if events:
        return Finding(Answer.YES, review.quoted([*events, *told], 3))
    return Finding(Answer.PARTLY if told else Answer.NO, review.quoted(told, 3))


def _practitioners_take_part(review: Review, unit: Unit) -> bool:
    if review.topics_at(unit.start) & {"recommendations", "spread", "action_plan", "aside"}:
        return False
    takes_part = review.has(unit, "took_part", "event", "method")
    place = _is_about_review(review, unit) or bool(review.topics_at(unit.start) & {"practitioners", "summary"})
    place = place or review.has(unit, "event")
    return takes_part and (place or bool(_REVIEW.search(review.said(unit)))) and not review.has(unit, "declined")


def _together(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return review.has(unit, "practitioner") and bool(
        re.search(r"\b(?:met|came together|took part|group|groups|events?)\b", said)
    )
