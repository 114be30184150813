"""Names that are one name: as it sounds, with one letter wrong, or in another script."""

import re
from collections.abc import Iterable, Iterator

from second_question.reading.identities.words import key_of

LONGEST_PASSAGE = 2_000
"""Characters of another script beyond which a passage is no name."""
SHORTEST = 5
"""Letters a name must have before one of them may be wrong."""

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"), (r"(?:ck|kh|q|c(?![eiyh]))", "k"), (r"c(?=[eiy])", "s"), (r"(?:sch|sz|sh)", "s"), (r"(?:tch|cz|ch)", "c"),
        (r"(?:dh|th)", "t"), (r"gh?(?=[aouei])", "g"), (r"(?:dj|dż)", "j"), (r"w", "v"), (r"z", "s"), (r"(?:ou|oo|u)", "o"),
        (r"(?:ee|ie|ei|ey|ea|y|i)+", "i"), (r"(?:ai|ay|ae|e)", "a"), (r"h(?![aeiou])", ""), (r"h$", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_OTHER_SCRIPT = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff\u1200-\u137f"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\ufb50-\ufdff\ufe70-\ufefc"
)
OTHER_SCRIPT = re.compile(rf"[{_OTHER_SCRIPT}]+(?:[\s·’'-]+[{_OTHER_SCRIPT}]+)*")
_VOWELS = re.compile(r"[aeiouyw]")
_DOUBLED = re.compile(r"(.)\1+")


def sound(key: str) -> str:
    """A rough spelling that the usual ways of writing one name share: Mohammed and Muhammad, Ayesha and Aisha."""
    for pattern, plain in _SOUNDS:
        key = pattern.sub(plain, key)
    return key[:1] + key[1:].replace("a", "").replace("o", "")


def one_less(key: str) -> Iterator[str]:
    """The word with each of its letters left out in turn, and as it is: two words that share one differ in a letter."""
    yield key
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed or swapped with its neighbour."""
    from jellyfish import damerau_levenshtein_distance

    return damerau_levenshtein_distance(one, other) <= 1


def romanised(text: str) -> list[str]:
    """A stretch of another script as keys in Latin letters, word by word; Chinese ones syllable by syllable."""
    from anyascii import anyascii

    if len(text) > LONGEST_PASSAGE:
        return []
    return [
        key
        for word in re.split(r"[\s·-]+", re.sub(r"([\u3400-\u9fff])", r"\1 ", text))
        if (key := key_of(anyascii(word)))
    ]


def skeleton(key: str) -> str:
    """What is left of a name without its vowels, which Arabic script leaves out."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", key)).rstrip("ht")


def near(keys: Iterable[str]) -> dict[str, set[str]]:
    """The given keys by each form with a letter left out; those too short for a slip of the pen are left out."""
    by_form: dict[str, set[str]] = {}
    for key in keys:
        if len(key) >= SHORTEST:
            for form in one_less(key):
                by_form.setdefault(form, set()).add(key)
    return by_form
