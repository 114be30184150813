"""What the report calls the child or the family: Child A, Baby Fern, Family S4, initials, a name that is not theirs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from second_question.reading.facts.dates import dates_in
from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.kind import Kind, any_kind
from second_question.reading.facts.lines import Line
from second_question.reading.facts.said import CAPITAL, SMALL, Said, squeezed, with_capitals
from second_question.reading.facts.wordlists import called, not_names, one_of

WITHOUT = frozenset(
    {Kind.PREVENTION_OF_FUTURE_DEATHS, Kind.GUIDANCE, Kind.YEARLY_REPORT, Kind.ANNUAL_REVIEW, Kind.OTHER}
)
"""Kinds that are about no one child, or name the child as it was."""
NAMED = frozenset({Kind.NATIONAL_REVIEW, Kind.THEMATIC})
"""Kinds that have one only where the cover says so."""

TITLES = frozenset({"ms", "mr", "mrs", "miss"})
"""Ms A is a pseudonym, Ms Smith is not."""
CHILDREN = ("child", "bab", "infant", "young", "sibling", "twin")
MOST = 8
"""Names in one list."""
FEWEST_IN_BODY = 3
BEFORE_NAMES = 9_000

_CODE = r"(?:[A-Z]{1,4}[ -]?\d{0,4}(?:/\d{1,2})?|\d{1,4}(?:[/-]\d{1,4})?[A-Z]?|Alpha|Beta|Gamma|Delta)"
_LETTERS = rf"{_CODE}(?![A-Za-z]|[’'-][A-Za-z]{{2}})"
_NAME = rf"(?:{CAPITAL}{SMALL}+(?:[-’']{CAPITAL}?{SMALL}+)?|{CAPITAL}{{3,}})(?!\w)"
_QUOTE = "[\"'‘’“”]"
_JOIN = r"(?:\s*,\s*(?:and\s|&\s)?|\s+and\s+|\s*&\s*|\s*/\s*)"

_QUOTED = re.compile(rf"[‘“\"'](?P<what>{CAPITAL}[\w’'-]*(?: (?:{CAPITAL}\w*|and|&)){{0,4}}?)[’”\"'](?!\w)")
_LIST = rf"(?:{_NAME}|{_LETTERS})(?:{_JOIN}(?:{_NAME}|{_LETTERS})){{0,{MOST}}}"
_BODY_NAMED = re.compile(
    rf"{one_of('words', 'gives_a_name')}[\s:]*(?:simply )?{_QUOTE}?(?P<what>(?:[A-Za-z]+ )?{_LIST}){_QUOTE}?"
)
_IS_PSEUDONYM = re.compile(
    rf"(?P<what>{_NAME}(?:{_JOIN}{_NAME}){{0,{MOST}}}){_QUOTE}?,? ?{one_of('words', 'is_a_pseudonym')}"
)
_CASE_CODE = re.compile(r"\b(?:[A-Z]{2,3}\d{1,3}|[A-Z]\d{1,2}|[A-Z]{2}-\d{1,3})\b")
_LEADING_IN = re.compile(rf"(?<!\w){one_of('words', 'leads_to_a_name')}\s*[:\-–—]?\s*$")
_FAMILY = re.compile(rf"\b(?P<name>{CAPITAL}{SMALL}+) (?:[Ff]amily|[Ss]iblings|[Bb]rothers|[Ss]isters|[Tt]wins)\b")
_ALL_NAMES = re.compile(rf"(?:\d{{2,4}}\s+)?{_QUOTE}?(?P<what>{_LIST}){_QUOTE}?")


@dataclass(frozen=True)
class Found:
    """A pseudonym at its place."""

    start: int
    end: int


def pseudonym_of(front: Front, kind: Kind, title: tuple[int, int] | None) -> Said[str] | None:
    """As the report writes it, without quotation marks and with capitals put right; None where it has none."""
    if kind in WITHOUT:
        return None
    found = _in_cover(front, title) or (None if kind in NAMED else _in_body(front))
    if found is None:
        return None
    evidence = front.quoting.at(found.start, found.end)
    return Said(with_capitals(_without_quotes(squeezed(evidence.text))), evidence)


def _without_quotes(written: str) -> str:
    """Quotation marks go, apostrophes inside a word stay."""
    return re.sub(r"[\"“”]|(?<!\w)['‘’]|['‘’](?!\w)", "", written)


def _in_cover(front: Front, title: tuple[int, int] | None) -> Found | None:
    lines = sorted(_short(front), key=lambda line: not (title and title[0] <= line.start < title[1]))
    ways = (_called_in, _code_in, _quoted_in, _family_in, _led_to_in, _alone_in)
    return next((found for way in ways for line in lines if (found := way(front, line))), None)


def _short(front: Front) -> Iterator[Line]:
    return (line for line in front.cover if line.words <= 40)


@cache
def _called() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(called(), key=len, reverse=True))
    one = rf"{_QUOTE}?(?:{_LETTERS}(?: {_NAME})?|{_NAME}){_QUOTE}?(?:\s*\({_QUOTE}?[A-Z]\w*{_QUOTE}?\))?"
    return re.compile(
        rf"\b(?P<called>(?i:{words}))\s+(?P<what>(?:(?i:no\.?|number|ref\.?)\s*)?{one}(?:{_JOIN}(?:(?i:{words})\s+)?{one}){{0,{MOST}}})"
    )


def _called_in(front: Front, line: Line) -> Found | None:
    return next(_called_between(front, line.start, line.end), None)


def _called_between(front: Front, start: int, end: int) -> Iterator[Found]:
    for match in _called().finditer(front.text, start, end):
        lettered = re.match(_LETTERS, match["what"].strip("\"'‘’“”"))
        if not lettered and (match["called"][0].islower() or match["called"].casefold() in TITLES):
            continue
        kept = _without_other_words(front, match.start("what"), match.end("what"))
        if kept is not None and not _is_year(match["what"]) and not _is_of_a_kind(*_line_around(front, match, kept)):
            alone = _names_itself(match["called"], match["what"])
            yield Found(match.start("what" if alone else "called"), kept)


def _line_around(front: Front, match: re.Match[str], end: int) -> tuple[str, int, int]:
    """The words just around it, and where it stands in them."""
    start = max(0, match.start() - 40)
    return front.small[start : end + 40], match.start("what") - start, end - start


def _names_itself(called_as: str, what: str) -> bool:
    """Alex in "subject Alex", EN12 in "case EN12": what stands before is no part of the name."""
    if called_as.casefold() == "case":
        return bool(_CASE_CODE.match(what))
    return called_as.casefold() in {"subject", "subject child", "student", "pupil"} and bool(re.match(_NAME, what))


def _without_other_words(front: Front, start: int, end: int) -> int | None:
    """Where the names end before a word that is none; None where the first is none."""
    last = None
    for match in re.finditer(r"[\w’'/-]+", front.text[start:end]):
        word = match.group().strip("'’‘")
        if word.casefold() in ("and", "no", "number", "ref") or word.casefold() in called():
            continue
        if not _may_be_name(word):
            break
        last = start + match.end()
    return last if last is None else _with_closing(front.text, start, last, end)


def _with_closing(text: str, start: int, last: int, end: int) -> int:
    closing = re.match(rf"[\"'’”]?(?:\s*\({_QUOTE}?[A-Z]\w*{_QUOTE}?\))?", text[last:end])
    last += closing.end() if closing else 0
    left_open = text[last : last + 1] == ")" and "(" in text[start:last]
    return last + 1 if left_open else last


def _may_be_name(word: str) -> bool:
    small = word.casefold().replace("’", "'").removesuffix("'s")
    if (small in not_names() or small.removesuffix("s") in not_names()) and not (len(word) == 1 and word.isupper()):
        return False
    return word[0].isupper() or word[0].isdigit()


def _is_of_a_kind(small: str, start: int, end: int) -> bool:
    """Words that say what kind of review it is are no name."""
    return any(match.start() < end and start < match.end() for match in any_kind().finditer(small))


def _is_year(what: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", what.strip()))


def _code_in(front: Front, line: Line) -> Found | None:
    """EN12, KN15 in a line that says what kind of review it is."""
    if not any_kind().search(line.small):
        return None
    match = _CASE_CODE.search(line.text)
    return Found(line.start + match.start(), line.start + match.end()) if match else None


def _quoted_in(front: Front, line: Line) -> Found | None:
    for match in _QUOTED.finditer(line.text):
        words = [word for word in match["what"].split() if word not in ("and", "&")]
        if len(words) <= 3 and all(_may_be_name(word) for word in words):
            return Found(line.start + match.start("what"), line.start + match.end("what"))
    return None


def _family_in(front: Front, line: Line) -> Found | None:
    """The Alder family, the Alder siblings."""
    match = _FAMILY.search(line.text)
    if not match or not _may_be_name(match["name"]) or _is_of_a_kind(line.small, *match.span()):
        return None
    return Found(line.start + match.start(), line.start + match.end())


def _led_to_in(front: Front, line: Line) -> Found | None:
    """A name after "in respect of", or after or before the kind of review."""
    for match in _ALL_NAMES.finditer(line.text):
        before, after = line.small[: match.start()], line.small[match.end() :]
        beside_kind = _ends_with_kind(before) or (not before.strip() and _begins_with_kind(after))
        if (beside_kind or _LEADING_IN.search(before.rstrip("‘“\"' "))) and _are_names(front, line, match, after):
            return Found(line.start + match.start("what"), line.start + match.end("what"))
    return None


def _alone_in(front: Front, line: Line) -> Found | None:
    """A line of a cover with nothing but one or two names, each of one word."""
    match = _ALL_NAMES.fullmatch(line.text.strip(" .:*"))
    if not match or not any(any_kind().search(other.small) for other in front.cover):
        return None
    start = line.start + line.text.index(match.group())
    return Found(start, start + len(match.group())) if _are_names(front, line, match, "") else None


def _are_names(front: Front, line: Line, match: re.Match[str], after: str) -> bool:
    words = [word.strip("'‘’“”\"") for word in re.split(_JOIN, match["what"])]
    if not all(words) or not all(_may_be_name(word) for word in words) or words in (["A"], ["I"]):
        return False
    if _is_of_a_kind(line.small, match.start("what"), match.end("what")):
        return False
    small = match["what"].casefold()
    following = re.match(rf"\s({CAPITAL}\w{{2,}})", line.text[match.end() :])
    return (
        (not following or not _may_be_name(following[1]) or _begins_with_kind(after))
        and not any(dates_in(small))
        and not gazetteer().pattern.search(small)
        and not small.isdigit()
    )


def _ends_with_kind(before: str) -> bool:
    return any(not before[match.end() :].strip(" :–—-|,.('‘“\"") for match in any_kind().finditer(before))


def _begins_with_kind(after: str) -> bool:
    match = any_kind().search(after)
    return bool(match) and not after[: match.start()].strip(" :–—-|,.)'’”\"") if match else False


def _in_body(front: Front) -> Found | None:
    small_end = min(len(front.text), max(front.end, BEFORE_NAMES))
    for pattern in (_IS_PSEUDONYM, _BODY_NAMED):
        for match in pattern.finditer(front.text, 0, small_end):
            kept = _without_other_words(front, match.start("what"), match.end("what"))
            if kept is not None:
                return Found(match.start("what"), kept)
    return _most_often_called(front)


def _most_often_called(front: Front) -> Found | None:
    """The name used most often; that of a child before that of anybody else."""
    counts: Counter[str] = Counter()
    first: dict[str, Found] = {}
    for found in _called_between(front, 0, len(front.text)):
        name = squeezed(front.text[found.start : found.end]).casefold()
        counts[name] += 1
        first.setdefault(name, found)
    often = ((name, times) for name, times in counts.items() if times >= FEWEST_IN_BODY)
    best = max(often, key=lambda one: (one[0].startswith(CHILDREN), one[1]), default=None)
    return first[best[0]] if best else None
