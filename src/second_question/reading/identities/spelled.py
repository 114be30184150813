"""What a capitalised word is by itself: a name, a word that is also a name, an ordinary word, something nobody has listed."""

import re
from enum import Enum

from second_question.reading.identities.lists import Lists
from second_question.reading.identities.words import HYPHENS, Word, Words, key_of


class Class(Enum):
    """What a word may be, as far as its spelling says."""

    NAME = "a name and no ordinary word"
    BOTH = "a name and an ordinary word"
    UNKNOWN = "in no list"
    ORDINARY = "an ordinary word"
    TERM = "a proper noun that identifies nobody"
    LETTERS = "an abbreviation, or a single letter"


NAMELIKE = frozenset({Class.NAME, Class.BOTH, Class.UNKNOWN})

_ENDINGS = re.compile(
    r"(?:ations?|isations?|izations?|ments?|ness|ities|ity|ising|ised|izing|ly|ologies|ology|ologist|eers?|ologists|isms?|ists?|ings|"
    r"ively|fulness|lessness|ability|ibility|hood|ships?|wards?|wide|based|led|related|focused|centred|minded|proof|making|ful|less)$"
)
_BEGINNINGS = re.compile(
    r"^(?:non|un|re|pre|post|multi|inter|intra|over|under|co|sub|anti|mis|dis|neuro|cyber|micro|self|step|up|out|peri|ante|neo|pro|trans|hyper|hypo|tele|psycho|socio|bio)"
)
_MARKED = re.compile(r"[^\x00-\x7fàâçèéêëîïôûü’‘‐‑ʼ´]")
"""Letters that no English word has, borrowed ones included."""
_RUN_TOGETHER = re.compile(r"[A-Z]{2,}[a-z]+$")
"""LAs, NHSEngland: an abbreviation with an ending, or run together with a word."""
_CONTRACTED = re.compile(r"(?:n[’'‘]t|[’'‘](?:ve|ll|re|d|m))$")
_BOTH_CAPITAL = re.compile(r"[A-Z][a-z]+[-‐‑][A-Z][a-z]+$")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_LETTERS = re.compile(r"[A-Z]{2,}s?(?:[a-z]{1,2})?$(?<![a-z]{3})")
_NAME_WITH_CAPITAL = re.compile(r"^(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Fitz|O[’']|D[’']|Al|El|St)[A-Z]")
SHORTEST_ENDING = 8
LONGEST_LETTERS = 6


class Spelled:
    """Classes of the words of one text, each spelling looked up once."""

    def __init__(self, words: Words, lists: Lists) -> None:
        self._words = words
        self._lists = lists
        self._names = lists.names
        self._seen: dict[str, Class] = {}

    def of(self, word: Word) -> Class:
        """The class of a word."""
        found = self._seen.get(word.text)
        if found is None:
            found = self._seen[word.text] = self._look_up(word)
        return found

    def _look_up(self, word: Word) -> Class:
        key, text = word.key, word.text
        if len(key) < 2 or (text.isupper() and len(text) <= 3):
            return Class.LETTERS
        if _MARKED.search(text) and key not in self._names and not self._is_ordinary(text.lower()):
            return Class.UNKNOWN
        if _RUN_TOGETHER.match(text):
            return Class.LETTERS
        return self._in_lists(word) or self._by_shape(word)

    def _in_lists(self, word: Word) -> Class | None:
        key = word.key
        if _CONTRACTED.search(word.text):
            return Class.TERM
        if key in self._lists.terms:
            return Class.BOTH if key in self._names else Class.TERM
        if key in self._names:
            return Class.BOTH if self._is_ordinary(key) else Class.NAME
        return Class.ORDINARY if self._is_ordinary(key) or self._is_built(key) else None

    def _by_shape(self, word: Word) -> Class:
        text = word.text
        if not text.isalpha():
            return self._of_parts(word)
        if _LETTERS.match(text) or (text.isupper() and len(text) <= LONGEST_LETTERS):
            return Class.LETTERS
        if _INNER_CAPITAL.search(text) and not _NAME_WITH_CAPITAL.match(text):
            return Class.LETTERS
        return Class.UNKNOWN

    def _is_ordinary(self, key: str) -> bool:
        return key in self._lists.ordinary or key in self._words.small_keys

    def _is_built(self, key: str) -> bool:
        """Made of an ordinary word as words are made: neurodivergence, multiagency, adultification."""
        if key.endswith("s") and (key[:-1] in self._lists.ordinary or key[:-1] in self._lists.terms):
            return True
        rest = _BEGINNINGS.sub("", key)
        if rest != key and len(rest) > 3 and rest in self._lists.ordinary:
            return True
        return len(key) >= SHORTEST_ENDING and bool(_ENDINGS.search(key))

    def _of_parts(self, word: Word) -> Class:
        """Words with a hyphen or an apostrophe by what they are joined of."""
        keys = [key for part in re.split(f"[{HYPHENS}]", word.text) if (key := key_of(part))]
        if len(keys) < 2:
            return Class.LETTERS if word.text.isupper() and len(word.text) <= LONGEST_LETTERS else Class.UNKNOWN
        plain = [
            len(key) < 3 or key in self._lists.ordinary or key in self._lists.terms or self._is_ordinary(key)
            for key in keys
        ]
        names = [key in self._names for key in keys]
        if all(names) or any(name and not ordinary for name, ordinary in zip(names, plain, strict=True)):
            return Class.NAME
        return (
            Class.ORDINARY
            if any(plain) and not _BOTH_CAPITAL.match(word.text)
            else Class.UNKNOWN
            if not all(plain)
            else Class.ORDINARY
        )
