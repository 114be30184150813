"""Names as a text gives them: in any alphabet of Latin letters, and beside the word that says whose they are. Pure patterns.

What stands beside a name says more than any list of names: a day of birth, “his sister”, “Mr”.
"""

import re
from collections.abc import Iterator

from second_question.reading.patterns import folded

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
WORD = rf"[{_UPPER}][^\W\d_{_UPPER}][^\W\d_]*(?:[’'-](?!s\b)[^\W\d_]+)*"
"""A word written as a name."""
_FULL = rf"{WORD}(?: (?:{WORD}|[{_UPPER}]\.)){{0,3}}"
_BRIDGE = (
    r"(?:[,:(]? ?\b(?:is|was|are|were|called|named|known as|the|a|an|half|step|older|younger|elder|eldest|new|"
    r"then|and) ?){0,3}"
)
_JOINED = rf"(?: ?\([^)\n]{{1,30}}\))?(?:(?:,| and|, and) ({WORD})(?! [{_UPPER}])){{0,1}}"

NAME = re.compile(rf"(?<![\w’'-])(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b){WORD}")
SMALL = re.compile(rf"(?<![\w'-])[^\W\d_{_UPPER}][^\W\d_]*(?:'[^\W\d_]+)?")
"""A word written in small letters."""
_NUMBERS = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_BORN = re.compile(
    rf"(?<![\w’'-])(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b)({WORD})(?: {WORD}){{0,3}}(?: \([^)\n]{{1,60}}\))?[,:;]? ?"
    r"(?:is |was |who |the subject |now |a |\(?[mf]\)?,? )*\(?"
    rf"(?:born\b|DOB\b|D\.O\.B|d\.o\.b|dob\b|date of birth|[Aa]ged \d|(?:is|was) (?:\d{{1,2}}|{_NUMBERS})\b|"
    r"\d{1,2} (?:weeks|months|years)|NHS n)"
)
_LETTER = re.compile(
    r"\b(?:child|boy|girl|young person|young man|young woman|baby|infant|son|daughter|subject|pupil|student),? (?:is |called )?"
    r"((?:[A-Z]\.){1,3})"
)
_KIN_BEFORE = re.compile(
    r"\b(?:mothers?|mum|fathers?|dad|parents?|step\w+|partners?|brothers?|sisters?|siblings?|aunt\w*|uncles?|cousins?|"
    r"grand\w+|nan|husband|wife|boyfriend|girlfriend|driver|officer|worker|nurse|teacher|dr|mr|mrs|ms|miss)\b[^.;\n]{0,40}$"
)
_SIBLINGS = re.compile(
    rf"\b(?:[Bb]rothers?|sisters?|Sisters|Sister(?! [{_UPPER}])|[Ss]iblings?)\b{_BRIDGE}[,:(]? ?({WORD})(?: {WORD})?{_JOINED}"
)
_MEN = re.compile(
    r"\b(?:[Ff]ather|[Ss]tep-?(?:father|dad)|[Dd]ad|[Pp]artner|[Bb]oyfriend|[Hh]usband|[Uu]ncle|[Gg]randfather|[Gg]randad|MP)\b"
    rf"{_BRIDGE}[,:(]? ?(?:Mr )?({_FULL})"
)
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Miss)\.? (?:[{_UPPER}]\.? )?({WORD})")
TITLED_NAME = _TITLED
PERSON = re.compile(
    rf"(?<![\w’'-])(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Rev|Sgt|Insp|Cllr|Det|DI|DS|DC|DCI|DSU|PC|PS|Ch|Supt|"
    rf"Sergeant|Inspector|"
    r"Superintendent|Detective|Chief|Constable|Commander|Councillor|Dame|Sir)\.? )*"
    rf"(?:{WORD}|[{_UPPER}]\.?) (?:[{_UPPER}]\.? )?{WORD}(?: {WORD})?"
)
"""A forename, or its letter, and a surname, as it stands."""


def born(text: str) -> Iterator[str]:
    """Forenames, in small letters, with a birth, an age or a number of a patient right behind them, that are no relative's."""
    for found in _BORN.finditer(text):
        if not _KIN_BEFORE.search(folded(text[max(0, found.start() - 60) : found.start()])):
            yield folded(found[1])


def lettered(text: str) -> set[str]:
    """What stands for the child's name with a full stop, as “J.” or “K.B.”, in small letters."""
    return {folded(found[1]) for found in _LETTER.finditer(text)}


def of_siblings(text: str) -> Iterator[str]:
    """Forenames, in small letters, that follow the word for a brother or sister."""
    for found in _SIBLINGS.finditer(text):
        yield from (folded(name) for name in found.groups() if name)


def of_men(text: str) -> Iterator[str]:
    """Forenames and surnames, in small letters, that follow the word for a father or other man."""
    for found in _MEN.finditer(text):
        yield from folded(found[1]).split()


def titled(text: str) -> set[str]:
    """Names, in small letters, that stand behind “Mr” and the like: grown-ups."""
    return {folded(found[1]) for found in _TITLED.finditer(text)}
