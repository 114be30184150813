"""Many forms of words looked for at once: one compiled pattern, quick because forms are gathered by how they begin."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

Tag = TypeVar("Tag")

_STRAIGHT = (("’", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("\u00a0", " "))


def folded(text: str) -> str:
    """The text in small letters with plain apostrophes and hyphens, and every character in its old place."""
    small = text.lower()
    if text.isascii():
        return small
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return straightened(small)


def straightened(text: str) -> str:
    """The text with plain apostrophes, hyphens and spaces, and every character in its old place."""
    for written, plain in () if text.isascii() else _STRAIGHT:
        text = text.replace(written, plain)
    return text


def one_pattern(forms: Iterable[tuple[str, Tag]]) -> tuple[re.Pattern[str], tuple[Tag, ...]]:
    """A pattern for whole words, and the tags of its groups: `tags[match.lastindex - 1]` says which form was met.

    Each form is a regular expression without groups of its own that begins with two plain letters; a space in it stands for
    a hyphen, a line break or several spaces too. At most places of a text, one look at two letters says no.
    """
    ordered = sorted(forms, key=lambda one: one[0][:2])
    beginnings = [
        f"{beginning}(?:{'|'.join(f'({_spaced(form[2:])})' for form, _ in alternatives)})"
        for beginning, alternatives in groupby(ordered, key=lambda one: one[0][:2])
    ]
    return re.compile(rf"\b(?:{'|'.join(beginnings)})\b"), tuple(tag for _, tag in ordered)


def _spaced(form: str) -> str:
    return form.replace(" ?", r"[\s-]?").replace(" ", r"[\s-]+")
