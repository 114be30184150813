"""The words of a text, and one spelling for each however it is written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

APOSTROPHES = "'’‘ʼ`´"
HYPHENS = "-‐‑"


def _is_upper(number: int) -> bool:
    return chr(number).isupper()


WORD = re.compile(
    rf"[^\W\d_]+(?:(?:[{APOSTROPHES}]|[{HYPHENS}](?:[ \t]?\n[ \t]*(?=[a-zß-ÿ]))?|\u00ad\n?)[^\W\d_]+|[\u0300-\u036f]+)*"
    r"(?:(?<=[sSzZxX])[’'](?!\w))?"
)
"""A word with its inner hyphens and apostrophes, joined over the end of a line, and the apostrophe of James’."""
_UPPER = "".join(map(chr, (*filter(_is_upper, range(0x41, 0x250)), *filter(_is_upper, range(0x1E00, 0x1F00)))))
CAPITALISED = re.compile(
    rf"[{_UPPER}][^\W\d_]*(?:(?:[{APOSTROPHES}]|[{HYPHENS}](?:[ \t]?\n[ \t]*(?=[a-zß-ÿ]))?|\u00ad\n?)[^\W\d_]+|"
    r"[\u0300-\u036f]+[^\W\d_]*)*"
    r"(?:(?<=[sSzZxX])[’'](?!\w))?"
)
_SMALL = re.compile(r"\b[a-zß-ɏ]{2,}")
_POSSESSIVE = re.compile(rf"(?:[{APOSTROPHES}][sS])$|(?<=[sSzZxX])[{APOSTROPHES}]$")
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_OWN_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
     "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, without the ending of its possessive; `key` is how it is looked up."""

    start: int
    end: int
    text: str
    key: str
    possessive: bool


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """In small letters, without accents, apostrophes and hyphens: O’Brien is `obrien`, Łukasz is `lukasz`."""
    if word.isascii():
        small = word.lower()
        return small if small.isalpha() else _NOT_A_LETTER.sub("", small)
    plain = unicodedata.normalize("NFKD", word.translate(_OWN_LETTERS)).lower()
    return _NOT_A_LETTER.sub("", plain)


def word_at(match: re.Match[str]) -> Word:
    """The word of a match of `WORD`."""
    text = match.group()
    bare = _POSSESSIVE.sub("", text)
    return Word(match.start(), match.start() + len(bare), bare, key_of(bare), len(bare) < len(text))


class Words:
    """The capitalised words of a text, and the set of those in small letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = frozenset(_SMALL.findall(text))
        self.capitalised = [
            word_at(match)
            for match in CAPITALISED.finditer(text)
            if match.start() == 0 or not (text[match.start() - 1].isalnum() or text[match.start() - 1] == "_")
        ]

    @cached_property
    def small_keys(self) -> frozenset[str]:
        """The words in small letters as they are looked up."""
        return frozenset(map(key_of, self.small))
