"""How alike two texts are, from the smallest hashes of their runs of words (a bottom-k sketch of Broder's resemblance)."""

import re
from collections.abc import Collection
from zlib import crc32

from second_question.reading.patterns import folded

RUN = 6
"""Words."""
SIZE = 96
"""Hashes kept of a document; the error of an estimate is about one in ten."""

_WORD = re.compile(r"[^\W_]+")


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of its runs of words, in order; of a text shorter than a run, none."""
    hashes = [crc32(word.encode()) for word in _WORD.findall(folded(text))]
    runs = {_mixed(hashes[at : at + RUN]) for at in range(len(hashes) - RUN + 1)}
    return tuple(sorted(runs)[:SIZE])


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of runs that two texts have in common, from 0 to 1, estimated from their sketches."""
    both = sorted({*one, *other})[: min(SIZE, max(len(one), len(other)))]
    if not both:
        return 0.0
    first, second = set(one), set(other)
    return sum(1 for run in both if run in first and run in second) / len(both)


def _mixed(hashes: list[int]) -> int:
    value = 0
    for one in hashes:
        value = (value * 1_000_003 + one) & 0xFFFFFFFFFFFFFFF
    return (value * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 4
