"""Who wrote the report or led the review."""

import re
from collections.abc import Iterator

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.kind import Kind, any_kind
from second_question.reading.facts.said import CAPITAL, SMALL, Said, squeezed
from second_question.reading.facts.wordlists import no_person, not_names, one_of

MOST = 8
"""Names in one list."""
WHERE = 14_000

_TITLE = rf"(?:{one_of('people', 'forms_of_address')}\b\.?)"
_PART = (
    rf"(?:{CAPITAL}{SMALL}+(?:[A-Z][a-z]+)?(?:[-’']{CAPITAL}{SMALL}+)?|[A-Z]['’][A-Z][a-z]+|[A-Z]{{3,}}(?:-[A-Z]+)?)"
)
_PARTICLE = r"(?:(?:van|de|der|von|al|el|bin)[ -])?"
_FIRST = rf"(?:{_TITLE}[ \t]+)?(?:{_PART}|(?:[A-Z]\.?){{1,3}})"
_ONE = rf"(?:{_FIRST}(?:[ \t]+(?:[A-Z]\.?[ \t]+){{0,2}}{_PARTICLE}{_PART}){{1,3}})"
_BEGINS = r"(?=[^\W\d_a-z])"
"""A name begins with a capital: said first, it spares most places of a text a longer look."""
_WORD_BEGINS = r"\b(?=[A-Za-z])"
"""A label begins with a letter at the edge of a word: said first for the same reason."""
_LETTERS = rf"(?:,?[ \t]{one_of('people', 'honours')}(?:\s?\(Hons\))?\b)"
_QUALIFIED = rf"(?:[ \t]*\([^()\n]{{1,60}}\))?{_LETTERS}*"
_JOIN = r"(?:[ \t]*,[ \t]*(?:and\s)?|\s+and\s+|\s*&\s*|[ \t]*/[ \t]*|[ \t]*;[ \t]*)"
_NAMES = rf"{_ONE}{_QUALIFIED}(?:{_JOIN}{_ONE}{_QUALIFIED}){{0,{MOST}}}"

_ADJECTIVES = rf"(?:{one_of('people', 'author_adjectives')}[\s-]+)*"
_AUTHOR = rf"{one_of('people', 'author_nouns')}(?:\(s\))?"
_ROLE = rf"{_ADJECTIVES}{_AUTHOR}(?:\s*(?:and|&|/)\s*{_ADJECTIVES}(?:{_AUTHOR}|chair(?:person)?))?"
_LABELLED = re.compile(
    rf"{_WORD_BEGINS}"
    rf"(?i:{_ROLE}(?: of (?:the |this )?(?:overview |final )?(?:report|review))?|{one_of('people', 'author_label')})"
    rf"(?:\s*[:,\t–—-]+\s*|\s+(?:is |was |were |are )?|\s*\n\s*)(?P<who>{_NAMES})"
)
_FOLLOWED = re.compile(
    rf"{_BEGINS}(?P<who>{_NAMES})\s*(?:[,:–—(-]\s*|\n\s*)(?:an? |the )?"
    rf"(?i:(?:experienced )?{_ROLE}|{one_of('people', 'independent_people')})"
    rf"(?:[^\n.]{{0,30}},? (?:with|assisted by|supported by) (?P<also>{_NAMES}))?"
)
_TOLD = re.compile(
    rf"{_BEGINS}(?P<who>{_NAMES})"
    rf"(?:,[^.\n]{{0,80}},)?\s+(?:(?i:was|were|has been|have been) (?i:{one_of('people', 'chosen')}) (?i:as|to)"
    rf"[^.\n]{{0,60}}(?i:review|author|write|lead|report)|(?i:is|was|are|were) (?i:the |an |appointed )*(?i:{_ROLE}))"
)
_APPOINTED = re.compile(
    rf"{_WORD_BEGINS}(?i:{one_of('people', 'choosing')})\s+(?i:an |the |two )?(?i:independent |lead |experienced |external )*"
    rf"(?i:reviewers?|authors?|consultants?|overview writer)?[\s,:]*(?P<who>{_NAMES})"
)
_I_AM = re.compile(rf"\b(?i:i am)[\s,]+(?P<who>{_ONE})")
_CORONER = re.compile(rf"^(?i:\d?\s*coroner)\s*\n+\s*(?P<who>{_ONE})", re.MULTILINE)
_ALONE = re.compile(rf"^[ \t*]*(?:(?i:by)\s+)?(?P<who>{_NAMES})[ \t*.,]*$")
_BETWEEN = re.compile(r"\s*,\s*(?:and\s)?|\s+and\s+|\s*&\s*|\s*/\s*|\s*;\s*")


def authors_of(front: Front, kind: Kind) -> Said[tuple[str, ...]] | None:
    """Their names without titles of work; None where the document does not say."""
    if kind is Kind.PREVENTION_OF_FUTURE_DEATHS:
        return _first(front, (_I_AM, _CORONER), front.end)
    first = _first(front, (_LABELLED, _FOLLOWED), front.cover_end)
    return first or _standing_alone(front, kind) or _first(front, (_LABELLED, _TOLD, _APPOINTED, _FOLLOWED), WHERE)


def _first(front: Front, patterns: tuple[re.Pattern[str], ...], end: int) -> Said[tuple[str, ...]] | None:
    for pattern in patterns:
        for match in pattern.finditer(front.text, 0, min(end, len(front.text))):
            also = match.groupdict().get("also")
            names = (*_names(match["who"]), *_names(also or ""))
            if names:
                return Said(names, front.quoting.at(match.start("who"), match.end("also" if also else "who")))
    return None


def _standing_alone(front: Front, kind: Kind) -> Said[tuple[str, ...]] | None:
    """A line of the cover with nothing but names of people."""
    for line in front.cover[1:]:
        match = _ALONE.fullmatch(line.text)
        if match and not any_kind().search(line.small) and not gazetteer().pattern.search(line.small):
            names = tuple(_names(match["who"]))
            if names and kind is not Kind.GUIDANCE:
                return Said(names, front.quoting.at(line.start + match.start("who"), line.start + match.end("who")))
    return None


def _names(who: str) -> Iterator[str]:
    """The names of a list; behind a person's post stands the body that has it: "Ann Lee, Manager, Wick Valley"."""
    pieces = re.split(rf"({_BETWEEN.pattern})", re.sub(rf"\([^()]*\)|{_LETTERS}", "", who))
    has_post = False
    for name, before in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        if has_post and before.strip() == ",":
            continue
        plain = squeezed(re.sub(rf"^{_TITLE}\s+", "", name.strip()))
        words = plain.split()
        small = {part for word in words for part in word.casefold().split("-")}
        has_post = bool(small & no_person())
        if not 2 <= len(words) <= 5 or small & no_person() or words[-1].casefold() in not_names():
            continue
        yield _capitals(plain)


def _capitals(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split())
