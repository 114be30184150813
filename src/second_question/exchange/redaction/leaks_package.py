"""The same passage in clear in another file of the package: what one file blackens, another may say."""

import re
from collections.abc import Iterator, Sequence

from second_question.documents import Document
from second_question.documents.evidence import Quoting
from second_question.exchange.redaction.leaks import Leak, Where, shown

AROUND = 4
"""Words on each side of a label that must be the same."""
MOST_WORDS = 8
"""Words that may stand in clear where the label stands."""

_TOKEN = re.compile(
    r"\[[^\[\]\n]{2,40}\]|[█▇■▓]+|\b[xX]{3,}\b|_{3,}|\b(?:[Cc]hild|[Aa]dult|[Ss]ibling|[Pp]erson|[Ss]chool|[Pp]lace|[Aa]ddress|"
    r"[Oo]rganisation|[Ff]amily|[Bb]aby|[Mm]r|[Mm]s|[Mm]rs|[Dd]r)\s(?:[A-Z]|\d{1,2})\b|[^\W_]+(?:[’'-][^\W_]+)*"
)
_LABEL = re.compile(r"\[.*\]$|[█▇■▓]|[xX]{3,}$|_{3,}|\w+\s(?:[A-Z]|\d{1,2})$")

_Words = list[tuple[str, int, int]]


def in_clear(document: Document, others: Sequence[Document]) -> list[Leak]:
    """Passages that have a label or a box in this document, and other words in its place in another."""
    own = _words(document.text)
    labels = [number for number, (word, _, _) in enumerate(own) if _LABEL.match(word)]
    return [leak for other in others for leak in _in_other(own, labels, other)] if labels else []


def _in_other(own: _Words, labels: list[int], other: Document) -> Iterator[Leak]:
    words = _words(other.text)
    places: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(words) - AROUND + 1):
        places.setdefault(_keys(words, number), []).append(number)
    quoting = Quoting(other)
    for label in labels:
        before, after = _keys(own, label - AROUND), _keys(own, label + 1)
        if label < AROUND or len(after) < AROUND:
            continue
        for start in places.get(before, ()):
            first = start + AROUND
            end = next((place for place in places.get(after, ()) if first < place <= first + MOST_WORDS), None)
            if end is None or any(_LABEL.match(word) for word, _, _ in words[first:end]):
                continue
            said = quoting.at(words[first][1], words[end - 1][2])
            yield Leak(Where.ELSEWHERE, shown(said.text), said.page, other.name)


def _words(text: str) -> _Words:
    return [(match.group(), *match.span()) for match in _TOKEN.finditer(text)]


def _keys(words: _Words, start: int) -> tuple[str, ...]:
    return tuple(word.casefold() for word, _, _ in words[max(0, start) : start + AROUND])
