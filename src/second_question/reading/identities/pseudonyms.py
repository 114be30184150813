"""Names that a text says are not real ones. They are left alone."""

import re
from collections.abc import Iterator

from second_question.reading.identities.lists import cue_words
from second_question.reading.identities.windows import matches, windows
from second_question.reading.identities.words import key_of

_NAME = r"[“\"‘']?([A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*)[”\"’']?"
_LIST = rf"{_NAME}(?:(?:,| and|, and| or)\s+{_NAME})?(?:(?:,| and|, and)\s+{_NAME})?(?:(?:,| and|, and)\s+{_NAME})?"
_NOT_REAL = (
    r"(?:pseudonym\w*|not (?:his|her|their|the child[’']?s?|the children[’']?s?|its) (?:real|actual|own|true) names?|real names?|"
    r"names? (?:has|have|were|was) been changed|fictitious|invented|chosen name|anonymi[sz]ed)"
)
_CALLED = r"(?:called|known as|referred to(?: here)? as|named|given the name|call (?:him|her|them|the child))"
_IN_THIS = r"(?:in|throughout|for (?:the purposes? of )?) ?this (?:report|review)"
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME},?\s+\(?(?:which\s+|who\s+|this\s+)?(?:is\s+|are\s+)?(?:a |the )?{_NOT_REAL}",
        (
            r"\b(?:[Pp]seudonyms?|[Ff]ictitious names?|[Ii]nvented names?)"
            r"(?:\s+(?:of|is|are|for|used|chosen|the|this|child|children|boy|girl|here|in|review|report|baby|given|by|family|her|his|"
            rf"mother|was|were|as))*[:,]?\s+{_LIST}"
        ),
        (
            r"\b(?:[Ii]n this (?:report|review)|[Ff]or the purposes? of this (?:report|review)|"
            rf"[Tt]hroughout(?: this (?:report|review))?)[^.\n]{{0,60}}?\b{_CALLED}\s+{_LIST}"
        ),
        (
            rf"\b(?:will be|is|are|has been|have been|was)\s+{_CALLED}\s+{_LIST}"
            rf"(?=[^.\n]{{0,40}}\b{_IN_THIS}|[^.\n]{{0,30}}(?:anonym|confidential|to protect|pseudonym))"
        ),
        (
            r"(?:\b(?:Child|Baby|Family|Young Person|Sibling|Adult)|\bCHILD)\s+([A-ZÀ-Þ][a-zà-ÿ]+)(?=[\W\d])"
            r"(?!\s+[A-Z][a-z]+\s+(?:was|is|had))"
        ),
    )
)
_HINTS = (
    "seudonym", "real name", "own name", "true name", "actual name", "been changed", "ictitious", "nvented name", "this report",
    "this review", "hroughout", "onfidential", "nonym", "Child ", "Baby ", "Family ", "Sibling ", "Adult ", "CHILD ",
    "Young Person ", "to protect",
)  # fmt: skip
_NOT_A_NAME = cue_words("after_child")


_KIND = (
    r"(?:(?:[Ll]ocal )?[Cc]hild [Ss]afeguarding [Pp]ractice [Rr]eview|[Ss]erious [Cc]ase [Rr]eview|[Ll]earning [Rr]eview|"
    r"LCSPR|SCR)"
)
_FIRST = r"(?:[Cc]hild |[Bb]aby |[Ff]amily |[Ss]ubject: )?"
_TITLES = (
    re.compile(rf"^[#* ]*{_FIRST}{_NAME}(?: (?:and|&) {_NAME})?\s*(?:[:–—-]|\n)\s*(?:[Aa]n? )?{_KIND}", re.MULTILINE),
    re.compile(
        rf"{_KIND}[*]*(?: report| Report)?\s*(?:[:–—-]|\n|\(| of| about| on| concerning)\s*"
        rf"{_FIRST}{_NAME}(?: (?:and|&) {_NAME})?[\s*).]*$",
        re.MULTILINE,
    ),
)
_SURNAME = (
    r"(?!(?:Review|Report|Serious|Case|Learning|Local|Child|Family|Practice|Safeguarding|Summary|Briefing|Action|Final|Overview)\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?: (?:was|is|had|has|lived|died)\b|,|[’']s\b)"
)
TITLE_PAGE = 700
"""Characters in which the title of a review stands. What it calls the child there is no real name: reviews are published."""


def pseudonyms_in(text: str) -> frozenset[str]:
    """The keys of every declared pseudonym, and of names that are used as labels (“Child Rosie”)."""
    return frozenset(key for name in _names(text) if (key := key_of(name)) and key not in _NOT_A_NAME)


def _names(text: str) -> Iterator[str]:
    places = windows(text, _HINTS, 120, 160)
    for pattern in _SAID:
        for match in matches(pattern, text, places):
            yield from (name for name in match.groups() if name)
    for title in _TITLES:
        for match in title.finditer(text, 0, TITLE_PAGE):
            yield from (name for name in match.groups() if name and not _has_a_surname(name, text))


def _has_a_surname(name: str, text: str) -> bool:
    """Whether it stands before a surname anywhere: what a title calls a child by a pseudonym has none."""
    return re.search(rf"\b{re.escape(name)} {_SURNAME}", text) is not None
