"""What a review says that may have been learned before: its learning point by point, its analysis, the whys of episodes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from second_question.reading.words import sentences, word_count
from second_question.rules.template.content import ContentRecord, ReviewContent

FEWEST_WORDS = 10
"""A sentence of fewer words belongs to the one before it."""
WHOLE = 40
"""Words from which on a passage is looked up by itself."""
MOST = 24
"""Points that are looked up at once."""
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\(?\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Group:
    """A part of the review whose points are looked up together: of the review's own answers, or of each of its records."""

    id: str
    title: str
    kinds: tuple[str, ...]
    questions: tuple[str, ...]


GROUPS = (
    Group("learning", "Learning", ("review",), ("immediate_learning", "further_learning")),
    Group(
        "analysis",
        "Analysis",
        ("review",),
        ("analysis_summary", "what_worked", "fathers_and_other_men", "culture_and_identity"),
    ),
    Group("episodes", "Key practice episodes", ("episode", "agency_episode"), ("why", "why_again", "in_the_system")),
    Group("moments", "Pathways", ("moment",), ("why", "why_again")),
)
"""In the order in which the page offers them."""
PASTED = "pasted"


@dataclass(frozen=True)
class Point:
    """Something that the review says. `about` is the episode or moment that it is told of, "" for what is of no record."""

    about: str
    words: str
    passages: tuple[str, ...]


def points_of(content: ReviewContent, group: Group) -> list[Point]:
    """The points of a group in their order: one for each thing learned, or for each episode or moment."""
    records = [record for kind in group.kinds for record in content.of(kind)]
    if group.kinds == ("review",):
        return [point for record in records for said in _told(record, group) for point in pasted(said)]
    return [Point(record.name, " ".join(said), _passages(said)) for record in records if (said := _told(record, group))]


def pasted(text: str) -> list[Point]:
    """The points of a text: its lines, or the sentences of a text of one line."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines() if line.strip()]
    parts = lines if len(lines) > 1 else list(_sentences(text))
    return [Point("", part, (part,)) for part in parts if part]


def _told(record: ContentRecord, group: Group) -> Sequence[str]:
    said = (str(record.answers.get(question) or "").strip() for question in group.questions)
    return [words for words in said if words]


def _passages(said: Sequence[str]) -> tuple[str, ...]:
    """What is told in few words is one passage: a few words by themselves are like too much."""
    passages: list[str] = []
    for words in said:
        if passages and word_count(passages[-1]) < WHOLE:
            passages[-1] += f"\n{words}"
        else:
            passages.append(words)
    return tuple(passages)


def _sentences(text: str) -> Iterator[str]:
    held = ""
    for _, sentence in sentences(text):
        if held and word_count(sentence) >= FEWEST_WORDS:
            yield held
            held = ""
        held = f"{held} {sentence.strip()}".strip()
    if held:
        yield held
