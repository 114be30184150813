"""How alike two texts are, from the smallest hashes of their runs of words (a bottom-k sketch of Broder's resemblance)."""

from collections.abc import Collection
from functools import cache
from zlib import crc32

from second_question.library.words import words_of

RUN = 6
"""Words."""
SIZE = 96
"""Hashes kept of a document; the error of an estimate is about one in ten."""

_STEP, _MIXING, _SIXTY_BITS = 1_000_003, 0x9E3779B97F4A7C15, (1 << 60) - 1


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of its runs of words, in order; of a text shorter than a run, none."""
    import numpy

    hash_of = cache(lambda word: crc32(word.encode()))
    hashes = numpy.fromiter(map(hash_of, words_of(text)), dtype=numpy.uint64)
    number = max(0, len(hashes) - RUN + 1)
    runs = numpy.zeros(number, dtype=numpy.uint64)
    for at in range(RUN):
        runs = runs * _STEP + hashes[at : at + number]
    mixed = ((runs & _SIXTY_BITS) * _MIXING) >> 4
    return tuple(numpy.unique(mixed)[:SIZE].tolist())


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of runs that two texts have in common, from 0 to 1, estimated from their sketches."""
    both = sorted({*one, *other})[: min(SIZE, max(len(one), len(other)))]
    if not both:
        return 0.0
    first, second = set(one), set(other)
    return sum(1 for run in both if run in first and run in second) / len(both)
