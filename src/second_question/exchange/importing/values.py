"""What somebody wrote beside a question, read as an answer to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from second_question.exchange.importing.dates import date_in
from second_question.exchange.importing.decision_words import outcome_in
from second_question.exchange.importing.wordlists import answers, plain, words
from second_question.exchange.review.words import NOT_ANSWERED
from second_question.rules.questions import UNANSWERED_LABELS, Kind, Question, Unanswered

TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
LONGEST_REMARK = 8
"""Words: what stands with an option and is longer is an answer of its own."""

_BOX = re.compile(r"[☐☒☑✓✔✗✘]|\[[ xX]?\]")
_TICKS = frozenset("☒☑✓✔✗✘") | {"[x]", "[X]"}
_AGE = re.compile(
    r"\W*(?:aged?|age at (?:death|incident))?\W*\d{1,3}\s*(?:years?|yrs?|y|months?|mths?|weeks?|days?)?(?: old)?\W*",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[,.;:(–—\n]|\s-\s")
_SEPARATORS = re.compile(r"[,;\n]|\band\b")


@dataclass(frozen=True)
class Value:
    """An answer, or a reason for none with what explains it.

    `is_nothing` for words that say that there is nothing to say. `keep` when the words say more than the answer does. A
    value without any of these could not be read.
    """

    answer: object = None
    unanswered: Unanswered | None = None
    because: str = ""
    is_nothing: bool = False
    keep: bool = False

    @property
    def is_read(self) -> bool:
        """Whether the words were understood."""
        return self.answer is not None or self.unanswered is not None or self.is_nothing


def read_value(question: Question, text: str) -> Value:
    """What that text answers to the question."""
    said = text if question.kind in TEXTS else _ticked(text)
    if not said.strip() or plain(said) == plain(NOT_ANSWERED):
        return Value(is_nothing=True)
    reason = _reason(question, said)
    if reason:
        return reason
    if question.kind in TEXTS:
        return Value(answer=text.strip())
    read = _by_kind(question, said)
    if not read.is_read and plain(said) in words("nothing"):
        return Value(is_nothing=True)
    return read


def _by_kind(question: Question, said: str) -> Value:
    if question.kind is Kind.DATE:
        return _date(said)
    if question.kind is Kind.NUMBER:
        return Value(answer=int(said)) if said.strip().isdecimal() else Value()
    if question.kind is Kind.YES_NO:
        code, keep = _option(question, said)
        return Value(answer=code == "yes", keep=keep) if code else Value()
    if question.kind is Kind.CHOICES:
        return _several(question, said)
    if question.kind is Kind.CHOICE:
        code, keep = _option(question, said)
        return Value(answer=code, keep=keep) if code else Value()
    return Value()


def _date(said: str) -> Value:
    found = date_in(said)
    if found is None:
        return Value()
    day, around = found
    return Value(answer=day, keep=bool(plain(around)) and not _AGE.fullmatch(around))


def _reason(question: Question, said: str) -> Value | None:
    """ "Not known: the family moved here in May" is a reason with what explains it."""
    if not question.may_be_unanswered:
        return None
    first, _, rest = said.partition(":")
    for reason, label in UNANSWERED_LABELS.items():
        if plain(first) == plain(label):
            return Value(unanswered=reason, because=rest.strip())
    for reason, name in _LISTS.items():
        if plain(said) in words(name) and not _options(question).get(plain(said)):
            return Value(unanswered=reason)
    return None


_LISTS = {Unanswered.NOT_KNOWN: "not_known", Unanswered.NOT_ASKED: "not_asked", Unanswered.REFUSED: "refused"}


def _option(question: Question, said: str) -> tuple[str, bool]:
    """The code, and whether the words say more; ("", False) for other words."""
    known = _options(question)
    whole = plain(said)
    if whole in known:
        return known[whole]
    if question.id == "outcome":
        return outcome_in(said), True
    first = _FIRST.split(said.strip(), maxsplit=1)[0]
    code, _ = known.get(plain(first), ("", False))
    return (code, True) if code else ("", False)


def _several(question: Question, said: str) -> Value:
    """Options one after the other; words that are none of them make that the words are kept."""
    known = _options(question)
    whole = _split(plain(said), known)
    if whole:
        return Value(
            answer=tuple(dict.fromkeys(known[part][0] for part in whole)), keep=any(known[part][1] for part in whole)
        )
    lines = said.split("\n")
    parts = [part for line in lines for part in ([line] if plain(line) in known else _SEPARATORS.split(line))]
    read = [_option(question, part) for part in parts if plain(part)]
    codes = tuple(dict.fromkeys(code for code, _ in read if code))
    if not codes:
        return Value()
    return Value(answer=codes, keep=any(keep or not code for code, keep in read))


def _split(said: str, known: Mapping[str, object]) -> list[str]:
    """A text that is nothing but options, one after the other, as those options; [] for any other text."""
    found: list[str] = []
    words = said.split()
    while words:
        end = next((end for end in range(len(words), 0, -1) if " ".join(words[:end]) in known), 0)
        if not end:
            return []
        found.append(" ".join(words[:end]))
        words = words[end:]
    return found


@lru_cache(maxsize=512)
def _options(question: Question) -> Mapping[str, tuple[str, bool]]:
    """Every way of saying each option, with its code and whether the words say more than it does."""
    known: dict[str, tuple[str, bool]] = {}
    for name, keep in (("more", True), ("same", False)):
        for code, many in answers()[name].get(_list_of(question), {}).items():
            known |= dict.fromkeys(map(plain, many), (code, keep))
    if question.kind is Kind.YES_NO:
        known |= {"yes": ("yes", False), "no": ("no", False)}
    for option in question.options:
        known |= dict.fromkeys((plain(option.code), plain(option.label)), (option.code, False))
    return known


def _list_of(question: Question) -> str:
    """The word list of its options."""
    if question.kind is Kind.YES_NO:
        return "yes_no"
    return "met" if question.id.startswith("criterion_") else question.id


def _ticked(text: str) -> str:
    """Of answers to tick, those that are ticked; any other text as it is."""
    if not _BOX.search(text):
        return text
    return "\n".join(label for is_ticked, label in _boxes(text) if is_ticked)


def _boxes(text: str) -> Iterator[tuple[bool, str]]:
    """Each box with its label, which stands behind it, or before it where a line begins with a label."""
    for line in text.split("\n"):
        boxes = list(_BOX.finditer(line))
        if not boxes:
            yield bool(line.strip()), line.strip()
            continue
        edges = [0, *(place for box in boxes for place in box.span()), len(line)]
        before = bool(line[: boxes[0].start()].strip())
        for at, box in enumerate(boxes):
            start = edges[2 * at] if before else edges[2 * at + 2]
            end = edges[2 * at + 1] if before else edges[2 * at + 3]
            yield box.group() in _TICKS, line[start:end].strip(" \t,;/")
