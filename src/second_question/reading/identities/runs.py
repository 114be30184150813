"""Words with capital letters that stand together: what a name, a place or a school is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.reading.identities.words import Word

_GAP = re.compile(
    r"(?:[ \u00a0]{1,3}|[ ]*\n[ ]*)"
    r"(?:(?:de la|de|da|di|del|van der|van|von|den|bin|bint|ibn|al|el|ap|of the|of|the|and|le|la|&|upon|under|on|in|by|next|"
    r"[A-Z]\.?)(?:[ \u00a0]|\n)+)?"
    r"|[-‐‑]|\.[ \u00a0]|[’']"
)
_JOINS_INSTITUTIONS = re.compile(r"\b(?:of|the|and|upon|under|on|in|by|next)\b|&")
SHORTEST_LINE = 45
"""Characters of a line that goes on in the next."""
_ABBREVIATED = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "fr", "rev", "sgt", "jr", "sr"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals from `words[0].start` to `words[-1].end`; `loose` ones are joined by of, and, the …"""

    words: tuple[Word, ...]
    loose: tuple[bool, ...]
    """For each word, whether a joining word stands before it."""

    def tight(self) -> Iterator[tuple[Word, ...]]:
        """The words, cut where a joining word stands."""
        gathered: list[Word] = []
        for word, loose in zip(self.words, self.loose, strict=True):
            if loose and gathered:
                yield tuple(gathered)
                gathered = []
            gathered.append(word)
        yield tuple(gathered)


def runs(text: str, words: list[Word]) -> Iterator[Run]:
    """The capitalised words of a text, gathered as they stand together."""
    gathered: list[Word] = []
    loose: list[bool] = []
    for word in words:
        if gathered:
            gap = text[gathered[-1].end : word.start]
            if _may_join(gathered[-1], gap) and ("\n" not in gap or _is_wrapped(text, gathered[-1].end)):
                gathered.append(word)
                loose.append(bool(_JOINS_INSTITUTIONS.search(gap)))
                continue
            yield Run(tuple(gathered), tuple(loose))
        gathered, loose = [word], [False]
    if gathered:
        yield Run(tuple(gathered), tuple(loose))


def _is_wrapped(text: str, end: int) -> bool:
    """Whether the line that ends there is one of running text, not a heading, a row or an address."""
    begin = text.rfind("\n", 0, end) + 1
    return end - begin > SHORTEST_LINE and "\t" not in text[begin:end]


def _may_join(last: Word, gap: str) -> bool:
    if len(gap) > 14:
        return False
    if last.possessive:
        gap = re.sub(r"^[’'‘]?[sS]?", "", gap)
    if gap.startswith("."):
        return last.key in _ABBREVIATED and len(gap) < 3
    return gap == " " or bool(_GAP.fullmatch(gap))
