"""Which records a passage can be made into, and which part of it answers what."""

import re
from collections.abc import Mapping

from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.ui.questions.reading import LONGEST_LINE

# Kind of record -> the questions that its words answer, one cell or part after the other; what is left goes to the last.
IN_PARTS: Mapping[str, tuple[str, ...]] = {
    "participant": ("name", "job_title", "organisation"),
    "agency": ("organisation", "involvement_details"),
    "child": ("full_name", "known_as"),
    "family_member": ("full_name", "relationship_details"),
    "immediate_action": ("what", "owner"),
}
# Kind of record -> the question for its first words, and the one for the whole passage.
NAMED_AND_TOLD: Mapping[str, tuple[str, str]] = {
    "moment": ("title", "what_happened"),
    "episode": ("title", "what_happened"),
}
MADE_OF_PASSAGES = (*IN_PARTS, *NAMED_AND_TOLD)
_PARTS = re.compile(r"\s*(?:\||\t|\n|;)\s*")
_SHORT = 80


def answers_from(kind: str, heading: str, text: str) -> dict[str, object]:
    """What a record of that kind says when it is made of the passage.

    Raises:
        Refusal: the passage is too long for a record of such short answers.
    """
    if kind in NAMED_AND_TOLD:
        title, told = NAMED_AND_TOLD[kind]
        return {title: _title(heading, text), told: text.strip()}
    questions = IN_PARTS[kind]
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if len(parts) == 1:
        parts = [part for part in re.split(r"\s*,\s*", parts[0]) if part]
    said = [*parts[: len(questions) - 1], ", ".join(parts[len(questions) - 1 :])]
    found = {question: " ".join(part.split()) for question, part in zip(questions, said, strict=False) if part}
    if any(len(part) > LONGEST_LINE for part in found.values()):
        one = record_kind(kind).one
        raise Refusal(
            f"This is too long for the facts about one {one}. Put it into a question that takes text.", "kind"
        )
    return dict(found)


def _title(heading: str, text: str) -> str:
    first = " ".join((heading or text).split())
    return first if len(first) <= _SHORT else f"{first[:_SHORT].rsplit(' ', 1)[0]} …"
