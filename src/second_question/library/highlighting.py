"""Where the words that were asked for stand in a passage."""

from collections.abc import Iterator

from second_question.library.compiling import Understood
from second_question.library.words import placed_words, stem_of


def highlights(said: str, understood: Understood) -> Iterator[tuple[int, int]]:
    """The stretches to be marked, in order, none within another."""
    spans, words = placed_words(said)
    stems = list(map(stem_of, words))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for run in sorted(understood.highlights, key=len, reverse=True):
        if run:
            by_first.setdefault(run[0], []).append(run)
    begins, at = tuple(understood.beginnings), 0
    while at < len(stems):
        runs = by_first.get(stems[at], [])
        length = next((len(run) for run in runs if tuple(stems[at : at + len(run)]) == run), 0)
        if not length and begins and words[at].startswith(begins):
            length = 1
        if length:
            yield spans[at][0], spans[at + length - 1][1]
        at += length or 1
