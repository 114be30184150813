"""Texts as the index sees them: words in small letters without accents, and their stems (Snowball's for English).

Texts are cut here, and the index has only to part them at the spaces: a stem is made once and then looked up, where the index
would make it at every place. What a document was cut into stays in the store, as an index is made more often than a text.
"""

import re
import string
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

COMMON = frozenset((files("second_question.library") / "data" / "common_words.txt").read_text(encoding="utf-8").split())
"""Words that are not looked for unless they stand in quotation marks or in a term of the field."""
FORM = 1
"""Counts up when texts are cut in another way."""
MOST_KNOWN = 200_000
"""Words of which the stem is kept: more than a hundred million words of reports have; some 30 MB."""
_KEPT = string.ascii_lowercase + string.digits
_SMALL = str.maketrans(
    {
        chr(sign): chr(sign).lower() if chr(sign).lower() in _KEPT else " "
        for sign in range(128)
        if chr(sign) not in _KEPT
    }
)
_OTHER = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def stems_of(text: str) -> tuple[str, ...]:
    """The stems in their order."""
    return tuple(map(_stems().__getitem__, _cut(text)))


def words_of(text: str) -> tuple[str, ...]:
    """The words in their order."""
    return tuple(_cut(text))


def placed_words(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where each word begins and ends in the text, and the words in small letters, in their order."""
    found = _WORD.finditer(text)
    if text.isascii():
        return [match.span() for match in found], _cut(text)
    placed = [(match.span(), "".join(_cut(match[0]))) for match in found]
    return [span for span, _ in placed], [word for _, word in placed]


def stem_of(word: str) -> str:
    """The stem of a word in small letters."""
    return _stems()[word]


def to_index(text: str) -> tuple[str, str]:
    """The stems in their order, and the words without the common ones, each once, in which beginnings and misspellings are
    looked for; both with spaces between."""
    words = _cut(text)
    return " ".join(map(_stems().__getitem__, words)), " ".join(set(words).difference(COMMON))


def _cut(text: str) -> list[str]:
    """Words are runs of letters and figures, as tantivy cuts them. Most texts need one step, as they have no other letters."""
    if not text.isascii():
        text = _OTHER.sub(lambda found: _without_accents(found[0]), text.lower())
    return text.translate(_SMALL).split()


@cache
def _folding() -> "tantivy.TextAnalyzer":
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.ascii_fold()).build()


def _without_accents(signs: str) -> str:
    return "".join(map(_folded, signs))


@cache
def _folded(sign: str) -> str:
    """A letter without its accent, nothing for an accent by itself, a space for what is no letter."""
    if unicodedata.category(sign) == "Mn":
        return ""
    return "".join(_folding().analyze(sign)) if sign.isalnum() else " "


class _Stems(dict[str, str]):
    """The stems of words, each made when it is first asked for."""

    def __init__(self, made: "tantivy.TextAnalyzer") -> None:
        super().__init__()
        self._made = made

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[word] = stem = "".join(self._made.analyze(word)) or word
        return stem


@cache
def _stems() -> _Stems:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return _Stems(TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build())
