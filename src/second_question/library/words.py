"""Texts as the index sees them: words in small letters without accents, and their stems (Snowball's for English)."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

STEMS, WORDS = "stems", "words"
"""The names under which the index knows the two ways of cutting a text into words."""


@cache
def stemming() -> "tantivy.TextAnalyzer":
    """Cuts a text into stems."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    cut = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(60)).filter(Filter.lowercase())
    return cut.filter(Filter.ascii_fold()).filter(Filter.stemmer("english")).build()


@cache
def cutting() -> "tantivy.TextAnalyzer":
    """Cuts a text into whole words."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    cut = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(60)).filter(Filter.lowercase())
    return cut.filter(Filter.ascii_fold()).build()


@cache
def cutting_rare() -> "tantivy.TextAnalyzer":
    """Cuts a text into whole words without the common ones: what beginnings and misspellings are looked for in."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    cut = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(60)).filter(Filter.lowercase())
    return cut.filter(Filter.custom_stopword(sorted(COMMON))).filter(Filter.ascii_fold()).build()


def stems_of(text: str) -> tuple[str, ...]:
    """The stems in their order."""
    return tuple(stemming().analyze(text))


def words_of(text: str) -> tuple[str, ...]:
    """The words in their order."""
    return tuple(cutting().analyze(text))


COMMON = frozenset((files("second_question.library") / "data" / "common_words.txt").read_text(encoding="utf-8").split())
"""Words that are not looked for unless they stand in quotation marks or in a term of the field."""
