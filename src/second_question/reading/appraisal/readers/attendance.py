"""Who took part in a rapid review, by name, job and organisation (R2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.forenames import is_forename
from second_question.reading.appraisal.naming import PERSON, TITLED_NAME
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.patterns import folded

SEVERAL = 2
"""Entries from which on a list of people is one."""
NEARLY_ALL = 0.7
"""Share of the entries that must say name, job and organisation."""
LONGEST_ENTRY, LONGEST_POST = 30, 10
"""Words of one person's entry, with a name and without."""

_JOB = re.compile(
    r"\b(?:manager|director|head|officer|nurse|matron|sister|doctor|gp|consultant|paediatrician|midwife|visitor|lead|"
    r"leader|chief|"
    r"chair|chairman|commander|superintendent|inspector|sergeant|constable|insp|sgt|supt|d?ci|ds|di|dc|advis[eo]r|principal|"
    r"teacher|headteacher|worker|practitioner|coordinator|co-ordinator|solicitor|lawyer|psychologist|psychiatrist|secretary|"
    r"clerk|administrator|analyst|executive|scrutineer|safeguarding|deputy|assistant|registrar|specialist|therapist|governor)\b"
)
_TAKES_PART = re.compile(
    r"\b(?:chair(?:ed)?|in the chair|attended|attendees|took part|present|contributors|"
    r"the (?:rapid review )?meeting (?:was|heard|of)|"
    r"(?:conversation|meeting|discussion)s? (?:was |were )?(?:held )?(?:with|between|of)|independent scrutineer)\b"
)
_POST = re.compile(
    r"\b(?:(?:assistant |service |deputy |executive )?director|head of|designated (?:nurse|doctor)|named (?:nurse|doctor|gp)|"
    r"(?:team|service|business) manager|detective \w+|superintendent|inspector|safeguarding lead|head ?teacher|"
    r"social workers?|health visitors?|scrutineer|legal adviser|reviewing officers?|principal \w+)\b"
)
"""A post that somebody holds, of those that sit in reviews."""
_AGENCY = re.compile(
    r"\b(?:council|police|constabulary|trust|nhs|icb|ccg|hospital|infirmary|school|academy|college|nursery|partnership|services?|"
    r"care|surgery|practice|centre|team|association|charity|board|authority|mbc|education|housing|probation|camhs|"
    r"cafcass|justice|"
    r"health|rescue|ambulance|gp|unit|city|county|borough|agency|nurse|midwife|doctor|paediatrician|visitor)\b"
)
_OPENS = re.compile(
    r"(?:\W|\d)*(?:those |people |members |also )?(?:present|attend(?:ees|ance|ed|ing)|in attendance|participants?|contributors|"
    r"panel|membership|sat|in the room|round the table|the (?:safeguarding )?partners|(?:the )?meeting was attended)\b"
)
_ACTION = re.compile(
    r"\b(?:actions?|deadline|by when|owner|completed|due|status|relationship|date of birth|dob|born|ethnicity)\b"
)
_PARTS = re.compile(r";|(?<=\)),? and |(?<=\)), ")
_LAST_PART = re.compile(r"[,(\t:][^,\t()]+[,\t(] ?[A-Z][^,\t()]*\)?\W*$")
"""Behind the name and the post: what begins with a capital letter is where somebody works."""
_INITIALS = re.compile(r"\W*(?!GP|NHS|ICB|CCG|CSC|LA|IRO|CP)[A-Z]{2,3}(?:,|:|\t| -| –)")
"""Initials for a name at the beginning of an entry; without a post beside them, they name nobody."""
_TITLE = re.compile(
    r"(?:Dr|Mrs?|Ms|Miss|Mx|Prof\w*|Rev|Sgt|Insp\w*|Cllr|Det\w*|D[CIS]|DCI|DSU|P[CS]|Ch\w*|Supt|Superintendent|"
    r"Sergeant|Dame|Sir)\b"
)
_ASIDE = {"action_plan", "recommendations", "spread", "agency_summaries", "family", "chronology", "analysis"}


@dataclass(frozen=True)
class Entry:
    """One of those listed, with what is said of them."""

    place: Span
    named: bool
    job: bool
    agency: bool
    listed: bool

    @property
    def whole(self) -> bool:
        """Whether name, job and organisation are there."""
        return self.named and self.job and self.agency


@reads("RR02")
def participants(review: Review) -> Finding:
    """Who took part: nearly all with name, job and organisation is yes; some, or only names or jobs, is partly."""
    found = max(filter(_is_of_posts, _lists(review)), key=_worth, default=[])
    whole = [one for one in found if one.whole]
    if len(whole) >= SEVERAL and len(whole) >= NEARLY_ALL * len(found):
        return Finding(Answer.YES, review.quoted([one.place for one in whole], 3))
    some = [one for one in found if one.named] or [one for one in found if one.job]
    enough = any(one.whole for one in found) or len(some) >= 2
    if not enough and (posts := _posts_told(review)):
        return Finding(Answer.PARTLY, review.quoted(posts, 3))
    return Finding(Answer.PARTLY if enough else Answer.NO, review.quoted([one.place for one in some], 3))


def _posts_told(review: Review) -> list[Unit]:
    """Sentences and rows that tell in passing who took part, by post; one chair alone is none."""
    told = [
        unit
        for unit in review.units
        if not review.topics_at(unit.start) & _ASIDE
        and _TAKES_PART.search(review.said(unit))
        and _POST.search(review.said(unit))
    ]
    posts = {post for unit in told for post in _POST.findall(review.said(unit))}
    return told if len(posts) >= SEVERAL else []


def _is_of_posts(entries: list[Entry]) -> bool:
    """Whether somebody's post is said, or several people with their organisations."""
    return any(one.job for one in entries) or sum(one.named and one.agency for one in entries) >= 2


def _worth(entries: list[Entry]) -> tuple[int, int]:
    return sum(one.whole for one in entries), len(entries)


def _lists(review: Review) -> Iterator[list[Entry]]:
    """What may be a list of those who took part: the part about them, a table, a paragraph that opens so, with what follows."""
    for place in review.about("participants"):
        blocks = [one for one in review.blocks_within(place) if not (one.rows and _is_of_something_else(review, one))]
        yield [entry for block in blocks for entry in _entries(review, block)]
    for at, block in enumerate(review.document.blocks):
        if block.kind is BlockKind.TABLE and not _is_of_something_else(review, block):
            yield [one for one in _entries(review, block) if one.job]
        elif block.kind is not BlockKind.HEADING and _OPENS.match(review.said(block)[:120]):
            after = _following_items(review, at)
            yield [entry for one in (block, *after) for entry in _entries(review, one)]
        elif review.said(block).count(";") >= SEVERAL and not review.topics_at(block.start) & _ASIDE:
            yield list(_entries(review, block))


def _is_of_something_else(review: Review, table: Block) -> bool:
    """A table of actions or of the family, by its first row or by where it stands."""
    head = review.said(Unit(table.rows[0][0].start, table.rows[0][-1].end, 0))
    return bool(_ACTION.search(head)) or bool(review.topics_at(table.start) & _ASIDE)


def _following_items(review: Review, at: int) -> list[Block]:
    """The items of the list that follows, if one does."""
    found: list[Block] = []
    for block in review.document.blocks[at + 1 :]:
        if block.kind is not BlockKind.LIST_ITEM:
            break
        found.append(block)
    return found


def _entries(review: Review, block: Block) -> Iterator[Entry]:
    if block.kind is BlockKind.HEADING:
        return
    for place in _pieces(review, block):
        entry = _entry(review, place, listed=bool(block.rows) or block.kind is BlockKind.LIST_ITEM)
        most = LONGEST_ENTRY if entry.named else LONGEST_POST if entry.job and entry.listed else 0
        if len(review.said(place).split()) <= most:
            yield entry


def _pieces(review: Review, block: Block) -> Iterator[Span]:
    """Rows of a table without its heading; parts between semicolons or lines of anything else."""
    if block.rows:
        yield from (Span(row[0].start, row[-1].end) for row in block.rows[_has_head(review, block) :])
        return
    ends = [
        *(Span(*end.span()) for end in _PARTS.finditer(review.text, block.start, block.end)),
        Span(block.end, block.end),
    ]
    starts = [block.start, *(end.end for end in ends)]
    for start, end in zip(starts, ends, strict=False):
        if review.text[start : end.start].strip():
            yield from _each_person(review, Span(start, end.start))


def _each_person(review: Review, piece: Span) -> Iterator[Span]:
    """A piece with several people, from each name to the next."""
    text = _without_bodies(review.text[piece.start : piece.end])
    names = [piece.start + found.start() for found in PERSON.finditer(text) if _is_known(found.group())]
    starts = [piece.start, *names[1:]] if names else [piece.start]
    yield from (Span(start, end) for start, end in zip(starts, [*starts[1:], piece.end], strict=True))


def _has_head(review: Review, table: Block) -> bool:
    first = table.rows[0]
    return not PERSON.search(review.text[first[0].start : first[-1].end])


def _entry(review: Review, place: Span, *, listed: bool) -> Entry:
    said = review.said(place)
    text = review.text[place.start : place.end]
    if listed and _INITIALS.match(text):
        return Entry(place, named=True, job=False, agency=bool(_AGENCY.search(said)), listed=True)
    names = [found.group() for found in PERSON.finditer(_without_bodies(text))]
    named = bool(names) if listed else any(map(_is_known, names))
    half = bool(TITLED_NAME.search(text))
    agency = bool(_AGENCY.search(said)) or _LAST_PART.search(text) is not None
    return Entry(place, named, bool(_JOB.search(said)), agency and (named or not half), listed)


def _is_known(name: str) -> bool:
    """Whether it is a name also where names are not set apart: behind a title or a letter, or a forename of the lists."""
    first = name.split(maxsplit=1)[0]
    return len(first.rstrip(".")) == 1 or _TITLE.match(name) is not None or is_forename(folded(first))


def _without_bodies(text: str) -> str:
    """With blanks for what is written like a name and is a post or an organisation."""
    return _BODIES.sub(lambda found: " " * len(found.group()), text)


_BODIES = re.compile(
    r"\b(?:[A-Z][\w’'&-]+ (?:(?:and|of|for|the|&) )*)*(?i:council|police|constabulary|trust|nhs|icb|hospital|infirmary|school|"
    r"academy|college|nursery|partnership|services?|care|surgery|practice|centre|team|association|board|nurse|manager|"
    r"officer|director|"
    r"head|lead|unit|partners|adviser|safeguarding|doctor|midwife|visitor|visiting|education|health)\b"
    r"(?: (?:and|of|for|the|&|[A-Z][\w’'&-]+))*"
)
