"""Passages that only add length: chronologies, and guidance that was pasted in (R2, R6). They are found, never blamed."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

from second_question.reading.patterns import folded, one_pattern

MANY_DATES = 8
"""So many dated entries in one answer read as a chronology."""
TELLS = 4
"""So many different formulae of guidance close together are no chance."""
CLOSE = 400
"""Characters between two formulae of the same passage."""
PASTED_WORDS = 50
FEWEST_MARKS = 2
"""Most answers have fewer marks of guidance, and need no closer look."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?(?:,? \d{{4}})?|{_MONTH} \d{{4}})"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATED = re.compile(rf"[^\w\n]*(?:on |in |by |from )?(?:{_WEEKDAY},? (?:the )?)?{_DATE}\b")
_BEGINNINGS = re.compile(r"\n|[.!?;] ")

# Short formulae and citations by which statutory guidance and its templates are known; never a sentence of it.
_TELLS = (
    r"working together (?:to safeguard children|20\d\d)",
    r"statutory guidance",
    r"section (?:16|17|47|10|11)[a-h]?(?: ?\(\d\w?\))* (?:of the|children act)",
    r"children act (?:1989|2004)",
    r"children and social work act 2017",
    r"england\) regulations 20\d\d",
    r"safeguarding partners (?:must|should|are required|have a duty|may)",
    r"local authorit(?:y|ies) (?:in england )?must",
    r"must (?:promptly|notify|consider|take into account|have regard|identify|publish|ensure|undertake|also)",
    r"have regard to",
    r"take into account",
    r"highlights or may highlight",
    r"is one which the",
    r"cause for concern",
    r"safeguarding (?:and promoting|or promoting|and promotion of) the welfare",
    r"safeguard and promote the welfare",
    r"serious harm includes",
    r"long term impairment",
    r"within (?:five|15|fifteen|six) working days",
    r"within six months",
    r"meeting the criteria does not",
    r"the (?:aim|purpose) of (?:the|this|a) (?:rapid review|review|local child)",
    r"in accordance with",
    r"for the purposes of",
    r"institutional settings",
    r"as set out in (?:paragraph|chapter|section|working)",
    r"paragraph \d+",
    r"chapter \d+",
    r"regulations? \d+",
    r"shall",
)
_MARKS = (
    "must",
    "section",
    "act 1989",
    "act 2004",
    "statutory",
    "regard",
    "welfare",
    "paragraph",
    "regulation",
    "working together",
    "impairment",
    "highlight",
    "institutional",
)


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    return one_pattern((tell, tell) for tell in _TELLS)


def chronology_in(text: str) -> tuple[int, int] | None:
    """From the first to the last of many dated entries; None where there are few."""
    dated = list(_dated(text))
    if len(dated) < MANY_DATES:
        return None
    return _stripped(text, dated[0], _line_end(text, dated[-1]))


def dated_entries(text: str) -> int:
    """How many lines or sentences begin with a date."""
    return sum(1 for _ in _dated(text))


def _dated(text: str) -> Iterator[int]:
    """Where a line or sentence with a date at its beginning begins."""
    small = folded(text)
    beginnings = chain((0,), (match.end() for match in _BEGINNINGS.finditer(small)))
    return (start for start in beginnings if _DATED.match(small, start))


def pasted_guidance_in(text: str) -> list[tuple[int, int]]:
    """The passages that read as if they came from statutory guidance."""
    small = folded(text)
    if sum(word in small for word in _MARKS) < FEWEST_MARKS:
        return []
    return [span for span in _clusters(text, small) if len(text[slice(*span)].split()) >= PASTED_WORDS]


def _clusters(text: str, small: str) -> Iterator[tuple[int, int]]:
    hits = [(match.start(), match.end(), match.lastindex) for match in _pattern()[0].finditer(small)]
    breaks = [at for at, (one, following) in enumerate(pairwise(hits), 1) if following[0] - one[1] > CLOSE]
    for first, last in pairwise([0, *breaks, len(hits)]):
        cluster = hits[first:last]
        if len({tell for _, _, tell in cluster}) >= TELLS:
            yield _stripped(text, _sentence_start(text, cluster[0][0]), _sentence_end(text, cluster[-1][1]))


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at) + 1, text.rfind(". ", 0, at) + 1)


def _sentence_end(text: str, at: int) -> int:
    return min(_line_end(text, at), (text.find(". ", at) + 1) or len(text))


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
