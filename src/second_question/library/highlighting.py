"""Where the words that were asked for stand in a passage."""

from collections.abc import Iterator

from second_question.library.compiling import Understood
from second_question.library.words import cutting, stemming


def highlights(said: str, understood: Understood) -> Iterator[tuple[int, int]]:
    """The stretches to be marked, in order, none within another."""
    tokens = stemming().pre_tokenize(said).tokens
    stems = [token.text for token in tokens]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for run in sorted(understood.highlights, key=len, reverse=True):
        if run:
            by_first.setdefault(run[0], []).append(run)
    beginnings = _beginnings(said, understood)
    at = 0
    while at < len(stems):
        runs = by_first.get(stems[at], [])
        length = next((len(run) for run in runs if tuple(stems[at : at + len(run)]) == run), 0)
        if not length and tokens[at].char_offset_from in beginnings:
            length = 1
        if length:
            yield tokens[at].char_offset_from, tokens[at + length - 1].char_offset_to
        at += length or 1


def _beginnings(said: str, understood: Understood) -> set[int]:
    """Where words stand that begin as was asked for."""
    if not understood.beginnings:
        return set()
    begins = tuple(understood.beginnings)
    return {token.char_offset_from for token in cutting().pre_tokenize(said).tokens if token.text.startswith(begins)}
