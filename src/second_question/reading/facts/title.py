"""The title of a document, out of the lines of its cover."""

import re
from collections.abc import Sequence

from second_question.reading.facts.dates import dates_in
from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.kind import any_kind
from second_question.reading.facts.lines import Line
from second_question.reading.facts.mentions import mentions_in
from second_question.reading.facts.said import Said, squeezed, with_capitals
from second_question.reading.facts.wordlists import called, no_person, one_of

LONGEST_SUBTITLE = 20
"""Words of a paragraph that may belong to a title."""
LONGEST = 40
"""Words of a title, subtitle included."""

_NOT_TITLE = re.compile(one_of("front", "no_title"))
_ORGANISATION_ONLY = re.compile(rf"(?:the )?.{{0,70}}{one_of('front', 'bodies')}")
_HAS_BODY = re.compile(r"\breview|report|learning|briefing|guidance|summary|analysis")
_GOES_ON = re.compile(
    r"(?:[:;,?!.–—-]|\b(?:of|on|in|into|to|the|a|an|and|for|concerning|regarding|about|with|by|from|at))$",
    re.IGNORECASE,
)
_WITH_A_POST = re.compile(
    r"[^,]{4,40}, (?:(?:the|an?|lead|independent|overview|report) )*(?:reviewer|author|writer|chair|consultant)s?"
)
_OF_A_BODY = re.compile(rf"\b(?:for|by|on behalf of) .{{0,60}}{one_of('front', 'bodies')}")
_FIELD_LABEL = re.compile(r"^[A-Z][A-Z /']{2,}:?$")


def title_of(front: Front) -> tuple[int, int] | None:
    """Where the title stands; None where the cover has none."""
    lines = [line for line in front.cover if line.words <= LONGEST]
    if not lines or _is_form(front):
        return None
    best = max(range(len(lines)), key=lambda at: (_worth(front, lines[at]), -at))
    if _worth(front, lines[best]) <= 0:
        return None
    first, last = _grown(front, lines, best)
    return lines[first].start, lines[last].end


def said_title(front: Front, where: tuple[int, int] | None) -> Said[str] | None:
    """The title as a fact."""
    if where is None:
        return None
    lines = [line for line in front.cover if where[0] <= line.start < where[1]]
    title, block = "", -1
    for line in lines:
        words = with_capitals(squeezed(line.text).strip("*# –-|"))
        joined = " " if line.block == block or _GOES_ON.search(title) else ": "
        title, block = f"{title}{joined}{words}" if title else words, line.block
    return Said(title, front.quoting.at(*where))


def _is_form(front: Front) -> bool:
    """A form that begins with its fields has no title."""
    return bool(front.cover) and front.cover[0].small.strip(" :") in ("reference", "ref", "date of report")


def _worth(front: Front, line: Line) -> int:
    if not _may_be_title(front, line):
        return 0
    kind = 4 if any_kind().search(line.small) else 0
    heading = {1: 4, 2: 2}.get(line.level, 1 if line.level else 0)
    early = 2 if line is front.cover[0] else 1
    return kind + heading + early - (2 if line.words > 25 else 0)


def _may_be_title(front: Front, line: Line) -> bool:
    small = line.small.strip(" *\t.:")
    if not re.search("[a-z]", small) or _NOT_TITLE.fullmatch(small):
        return False
    if _is_organisation(small):
        return False
    return not _is_date(small)


def _is_organisation(small: str) -> bool:
    """The name of a partnership or a council, and nothing of what the document is."""
    if _ORGANISATION_ONLY.fullmatch(small) and not _HAS_BODY.search(small.replace("review panel", "")):
        return True
    bare = small.strip("()")
    places = list(mentions_in(bare, gazetteer()))
    return len(places) == 1 and places[0].end - places[0].start == len(bare)


def _is_date(small: str) -> bool:
    rest = small
    for dated in dates_in(small):
        rest = rest.replace(small[dated.start : dated.end], "")
    return rest != small and len(rest.split()) <= 1


def _grown(front: Front, lines: Sequence[Line], best: int) -> tuple[int, int]:
    """The lines before and after that belong to the same title."""
    first = last = best
    words, is_heading = len(lines[best].text.split()), bool(lines[best].level)
    while first > 0 and _belongs(front, lines, first - 1, words, is_heading=is_heading):
        first -= 1
        words += len(lines[first].text.split())
    while last + 1 < len(lines) and _belongs(front, lines, last + 1, words, is_heading=is_heading):
        last += 1
        words += len(lines[last].text.split())
    return first, last


def _belongs(front: Front, lines: Sequence[Line], at: int, words: int, *, is_heading: bool) -> bool:
    """Whether a line goes on with the title. Below a heading, a line of text that names the body which published it does not."""
    line = lines[at]
    return (
        words + line.words <= LONGEST
        and _may_be_title(front, line)
        and not line.text.rstrip().endswith((".", ";"))
        and not _FIELD_LABEL.match(line.text.strip() + ":x")
        and line.words <= 25
        and not _is_person(line)
        and not (is_heading and not line.level and _OF_A_BODY.search(line.small))
        and len(front.document.said(front.block_at(line.start)).split()) <= LONGEST_SUBTITLE
        and (bool(any_kind().search(line.small)) or not _has_a_date(line.small))
    )


_PERSON = re.compile(
    r"(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?,? (?:[A-Z]\.? )?){1,2}[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:,.*| (?:and|&) [A-Z].*|)"
)


def _has_a_date(small: str) -> bool:
    return any(len(dated.iso) > 4 for dated in dates_in(small))


def _is_person(line: Line) -> bool:
    small = line.small.strip(" *")
    if _WITH_A_POST.fullmatch(small):
        return True
    if any_kind().search(small) or small.startswith(called()) or no_person() & set(small.split()):
        return False
    return bool(_PERSON.fullmatch(line.text.strip()))
