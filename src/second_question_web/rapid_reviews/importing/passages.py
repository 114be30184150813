"""Passages of a file that stand for themselves, short enough to become part of an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

LONGEST = 10_000  # characters; five of them fit into one answer


@dataclass(frozen=True)
class Passage:
    """A passage with the heading that it stood under and its page; 0 where the file has no pages."""

    heading: str
    text: str
    page: int


def in_parts(passage: Passage) -> Iterator[Passage]:
    """The passage, or several in its place where it is too long for one: cut between paragraphs, lines, or words."""
    rest = passage.text.strip()
    while len(rest) > LONGEST:
        at = _cut(rest)
        yield replace(passage, text=rest[:at].rstrip())
        rest = rest[at:].lstrip()
    if rest:
        yield replace(passage, text=rest)


def _cut(text: str) -> int:
    for separator in ("\n\n", "\n", " "):
        at = text.rfind(separator, 1, LONGEST)
        if at > LONGEST // 2:
            return at
    return LONGEST
