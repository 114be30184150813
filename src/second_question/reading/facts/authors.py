"""Who wrote the report or led the review."""

import re
from collections.abc import Iterator

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.kind import Kind, any_kind
from second_question.reading.facts.said import Said, squeezed
from second_question.reading.facts.wordlists import not_names

_TITLE = r"(?:Dr\.?|Mrs?\.?|Ms\.?|Miss|Mx\.?|Prof(?:essor)?\.?|Sir|Dame|Lord|Baroness|Rev\.?|HHJ)"
_PART = r"(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[A-Z][a-z]+)?(?:[-’'][A-ZÀ-Þ][a-zà-ÿ]+)?|[A-Z]['’][A-Z][a-z]+|[A-Z]{3,}(?:-[A-Z]+)?)"
_NAME = rf"(?:{_TITLE}[ \t]+)?(?:{_PART}|[A-Z]\.?)(?:[ \t]+(?:[A-Z]\.?[ \t]+){{0,2}}(?:(?:van|de|der|von|al|el|bin)[ -])?{_PART}){{1,3}}"
_INITIALLED = rf"(?:{_TITLE}[ \t]+)?(?:[A-Z]\.?[ \t]?){{1,3}}[ \t]*{_PART}"
_ONE = rf"(?:{_NAME}|{_INITIALLED})"
_LETTERS = r"(?:,?[ \t](?:MBE|OBE|CBE|QPM|PhD|BA|BSc|MSc|CQSW|DipSW|MA|QC|KC|JP|RGN|RHV)(?:\s?\(Hons\))?\b)"
_QUALIFIED = rf"(?:[ \t]*\([^()\n]{{1,60}}\))?{_LETTERS}*"
_NAMES = rf"{_ONE}{_QUALIFIED}(?:(?:[ \t]*,[ \t]*(?:and\s)?|\s+and\s+|\s*&\s*|[ \t]*/[ \t]*|[ \t]*;[ \t]*){_ONE}{_QUALIFIED})*"

_ROLE = (
    r"(?:(?:independent|lead|report|overview|overview report|joint|co-?|external|local|lscpr|lcspr|scr|principal|review|the|serious case review|main)[\s-]+)*"
    r"(?:reviewers?|authors?|writers?|report authors?|overview authors?|lead reviewers?)(?:\(s\))?(?:\s*(?:and|&|/)\s*(?:independent |overview |report |lead )*(?:author|reviewer|writer|chair(?:person)?)s?(?:\(s\))?)?"
)
_LABELLED = re.compile(
    rf"(?i:\b{_ROLE}(?: of (?:the |this )?(?:overview |final )?(?:report|review))?|\b(?:report |overview |review )?(?:written|prepared|authored|produced|compiled|completed|undertaken|led|reviewed|report) by|\breport author|\b(?:independent )?chair and (?:report |overview )?(?:author|reviewer)|\bawdur(?:on)?|\badolygydd)"
    rf"(?:\s*[:\t–—-]+\s*|\s+(?:is |was |were |are )?|\s*\n\s*)(?P<who>{_NAMES})"
)
_FOLLOWED = re.compile(
    rf"(?P<who>{_NAMES})\s*(?:[,:–—(-]\s*|\n\s*)(?:an? |the )?(?i:(?:experienced )?{_ROLE}|independent (?:safeguarding )?(?:consultant|social work consultant|social worker)|"
    rf"independent consultant|independent safeguarding (?:consultant|advis[eo]r)|consultant and independent|independent chair and)"
)
_TOLD = re.compile(
    rf"(?P<who>{_NAMES})(?:,[^.\n]{{0,80}},)?\s+(?:(?i:was|were|has been|have been) (?i:appointed|commissioned|engaged|asked|identified|selected|contracted|instructed) (?i:as|to)[^.\n]{{0,60}}(?i:review|author|write|lead|report)|"
    rf"(?i:is|was|are|were) (?i:the |an |appointed )*(?i:{_ROLE}))"
)
_APPOINTED = re.compile(
    rf"(?i:appointed|commissioned|engaged|asked|commission|appoint|led by|undertaken by|carried out by|conducted by|written by|authored by|completed by|facilitated by|prepared by)\s+(?i:an |the |two )?(?i:independent |lead |experienced |external )*(?i:reviewers?|authors?|consultants?|overview writer)?[\s,:]*(?P<who>{_NAMES})"
)
_I_AM = re.compile(rf"\b(?i:i am)[\s,]+(?P<who>{_ONE})")
_CORONER = re.compile(rf"^(?i:\d?\s*coroner)\s*\n+\s*(?P<who>{_ONE})", re.MULTILINE)
_ALONE = re.compile(rf"^[ \t*]*(?:(?i:by)\s+)?(?P<who>{_NAMES})[ \t*.,]*$")
_BETWEEN = re.compile(r"\s*,\s*(?:and\s)?|\s+and\s+|\s*&\s*|\s*/\s*|\s*;\s*")

_ORGANISATION = re.compile(
    r"(?i:\b(?:board|partnership|council|trust|police|service|services|university|school|panel|group|team|committee|ltd|limited|review|reviewer|author|report|child|children|"
    r"safeguarding|department|bureau|serious|case|overview|family|baby|hospital|nhs|association|manager|director|officer|chair|head|lead|consultant|independent|social|local|practice|"
    r"statement|introduction|contents|executive|summary|january|february|march|april|may|june|july|august|september|october|november|december|the|final|version|learning|"
    r"agency|young|person|working|together|court|centre|office|england|key|rapid|published|date|appendix|methodology|purpose|terms|reference|nurse|doctor|mother|father)\b)"
)
WHERE = 14_000


def authors_of(front: Front, kind: Kind) -> Said[tuple[str, ...]] | None:
    """Their names without titles of work; None where the document does not say."""
    if kind is Kind.PREVENTION_OF_FUTURE_DEATHS:
        return _first(front, (_I_AM, _CORONER), front.end)
    first = _first(front, (_LABELLED, _FOLLOWED), front.cover_end)
    return first or _standing_alone(front, kind) or _first(front, (_LABELLED, _TOLD, _APPOINTED, _FOLLOWED), WHERE)


def _first(front: Front, patterns: tuple[re.Pattern[str], ...], end: int) -> Said[tuple[str, ...]] | None:
    for pattern in patterns:
        for match in pattern.finditer(front.text, 0, min(end, len(front.text))):
            names = tuple(_names(match["who"]))
            if names:
                return Said(names, front.quoting.at(match.start("who"), match.start("who") + len(match["who"])))
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
    for name in _BETWEEN.split(re.sub(rf"\([^()]*\)|{_LETTERS}", "", who)):
        plain = squeezed(re.sub(rf"^{_TITLE}\s+", "", name.strip()))
        words = plain.split()
        if not 2 <= len(words) <= 5 or _ORGANISATION.search(plain) or words[-1].casefold() in not_names():
            continue
        yield _capitals(plain)


def _capitals(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split())
