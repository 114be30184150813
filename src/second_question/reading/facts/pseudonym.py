"""What the report calls the child or the family: Child A, Baby Fern, Family S4, initials, a name that is not theirs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from second_question.reading.facts.dates import dates_in
from second_question.reading.facts.front import Front, Line
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.kind import Kind, any_kind
from second_question.reading.facts.said import Said, squeezed, with_capitals
from second_question.reading.facts.wordlists import called, not_names

WITHOUT = frozenset(
    {Kind.PREVENTION_OF_FUTURE_DEATHS, Kind.GUIDANCE, Kind.YEARLY_REPORT, Kind.ANNUAL_REVIEW, Kind.OTHER}
)
"""Kinds that are about no one child, or name the child as it was."""
NAMED = frozenset({Kind.NATIONAL_REVIEW, Kind.THEMATIC})
"""Kinds that have one only where the cover says so."""

FEWEST_IN_BODY = 3
BEFORE_NAMES = 9_000

_LETTERS = r"(?:[A-Z]{1,4}[ -]?\d{0,4}(?:/\d{1,2})?|\d{1,4}(?:[/-]\d{1,4})?[A-Z]?|Alpha|Beta|Gamma|Delta)(?![A-Za-z]|[’'-][A-Za-z]{2})"
_NAME = r"(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][A-Z]?[a-z]+)?|[A-ZÀ-Þ]{3,})"
_QUOTE = "[\"'‘’“”]"
_JOIN = r"(?:\s*,\s*(?:and\s|&\s)?|\s+and\s+|\s*&\s*|\s*/\s*)"

_QUOTED = re.compile(rf"[‘“\"'](?P<what>[A-ZÀ-Þ][\w’'-]*(?: (?:[A-Z]\w*|and|&|[A-Z]\d*)){{0,4}}?)[’”\"'](?!\w)")
_BODY_NAMED = re.compile(
    r"(?:referred to (?:throughout (?:this (?:report|review) )?)?(?:in this (?:report|review) )?(?:here(?:in)?(?:after)? )?as|(?:be|been|is|are) called|(?:will be|is|are|be|been) known as|pseudonyms? (?:of|is|are|for [^.\n]{1,40}? (?:is|are))?|"
    r"anonymised as|given the (?:pseudonym|name)s?(?: of)?|using the (?:pseudonym|name)s?(?: of)?|"
    r"identified (?:in this (?:report|review) )?as|the (?:pseudonym|name)s? (?:of )?|whom? (?:we|this review|the review) (?:will )?calls?|(?:named|called) here)"
    rf"[\s:]*(?:simply )?{_QUOTE}?(?P<what>(?:[A-Za-z]+ )?(?:{_NAME}|{_LETTERS})(?:{_JOIN}(?:{_NAME}|{_LETTERS}))*){_QUOTE}?"
)
_IS_PSEUDONYM = re.compile(
    rf"(?P<what>{_NAME}(?:{_JOIN}{_NAME})*){_QUOTE}?,? ?(?:\((?:[^()]{{0,30}})pseudonyms?|(?:is|are)(?: both| all)? (?:a )?(?:pseudonyms?|not (?:the child's|his|her|their) real names?))"
)
_CASE_CODE = re.compile(r"\b(?:[A-Z]{2,3}\d{1,3}|[A-Z]\d{1,2}|[A-Z]{2}-\d{1,3})\b")
_LEADING_IN = re.compile(
    r"(?:in respect of|in relation to|regarding|concerning|relating to|into the (?:death|serious injury|serious harm|care|murder|life|lives|deaths) of|in the case of|"
    r"the death of|the deaths of|about|re|subject|name of (?:the )?child(?:ren)?|pseudonyms?|known as|learning from|the (?:life|story|case|lives) of|for|of|on|child(?:ren)?'s (?:initials|pseudonym|name)|"
    r"case (?:name|reference|title)|child|ref(?:erence)?)\s*[:\-–—]?\s*$"
)
_SEPARATES = re.compile(r"[\s:–—\-|,.(]*")
_PERSON = re.compile(rf"(?P<what>{_NAME}(?:{_JOIN}{_NAME})*)")
_ALL_NAMES = re.compile(rf"{_QUOTE}?(?P<what>(?:{_NAME}|{_LETTERS})(?:{_JOIN}(?:{_NAME}|{_LETTERS}))*){_QUOTE}?")


@dataclass(frozen=True)
class Found:
    """A pseudonym at its place."""

    start: int
    end: int


def pseudonym_of(front: Front, kind: Kind, title: tuple[int, int] | None) -> Said[str] | None:
    """As the report writes it, with capitals put right; None where it has none."""
    if kind in WITHOUT:
        return None
    found = _in_cover(front, title) or (None if kind in NAMED else _in_body(front))
    if found is None:
        return None
    evidence = front.quoting.at(found.start, found.end)
    return Said(with_capitals(squeezed(evidence.text)), evidence)


def _in_cover(front: Front, title: tuple[int, int] | None) -> Found | None:
    lines = sorted(_short(front), key=lambda line: not (title and title[0] <= line.start < title[1]))
    ways = (_called_in, _code_in, _quoted_in, _led_to_in, _alone_in)
    return next((found for way in ways for line in lines if (found := way(front, line))), None)


def _short(front: Front) -> Iterator[Line]:
    return (line for line in front.cover if len(line.text.split()) <= 40)


@cache
def _called() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(called(), key=len, reverse=True))
    one = rf"{_QUOTE}?(?:{_LETTERS}|{_NAME}){_QUOTE}?(?:\s*\([A-Z]\w*\))?"
    return re.compile(
        rf"\b(?P<called>(?i:{words}))\s+(?P<what>(?:(?i:no\.?|number|ref\.?)\s*)?{one}(?:{_JOIN}(?:(?i:{words})\s+)?{one})*)"
    )


def _called_in(front: Front, line: Line) -> Found | None:
    return next(_called_between(front, line.start, line.end), None)


def _called_between(front: Front, start: int, end: int) -> Iterator[Found]:
    for match in _called().finditer(front.text, start, end):
        if match["called"][0].islower() and not re.match(_LETTERS, match["what"].strip("\"'‘’“”")):
            continue
        kept = _without_other_words(front, match.start("what"), match.end("what"))
        if kept is not None and not _is_year(match["what"]) and not _is_of_a_kind(*_line_around(front, match, kept)):
            begins = (
                match.start("what")
                if _names_itself(match["called"], front.text[match.start("what") : kept])
                else match.start()
            )
            yield Found(begins, kept)


def _line_around(front: Front, match: re.Match[str], end: int) -> tuple[str, int, int]:
    """The words just around it, and where it stands in them."""
    start = max(0, match.start() - 40)
    return front.small[start : end + 40], match.start("what") - start, end - start


def _names_itself(called_as: str, what: str) -> bool:
    """Case EN12, but James in "Case James": "case" and "subject" are no part of a name."""
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
    return last if last is None else _with_closing(front.text, last, end)


def _with_closing(text: str, last: int, end: int) -> int:
    closing = re.match(r"[\"'’”]?(?:\s*\([A-Z]\w*\))?", text[last:end])
    return last + (closing.end() if closing else 0)


def _may_be_name(word: str) -> bool:
    small = word.casefold().replace("’", "'").removesuffix("'s")
    if small in not_names() and not (len(word) == 1 and word.isupper()):
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
    first_name_only = not re.match(r"\s[A-ZÀ-Þ][a-zà-ÿ]+", line.text[match.end() :]) or _begins_with_kind(after)
    return (
        bool(first_name_only)
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
    counts: Counter[str] = Counter()
    first: dict[str, Found] = {}
    for found in _called_between(front, 0, len(front.text)):
        name = squeezed(front.text[found.start : found.end]).casefold()
        counts[name] += 1
        first.setdefault(name, found)
    name, times = max(counts.items(), key=lambda one: one[1], default=("", 0))
    return first[name] if times >= FEWEST_IN_BODY else None
