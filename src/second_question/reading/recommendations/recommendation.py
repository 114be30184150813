"""A recommendation with its parts, each part the words that say it (L10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from second_question.documents.evidence import Evidence
from second_question.reading.recommendations.words import PARTS


@dataclass(frozen=True)
class Recommendation:
    """`said` is where it stands, with its words; `parts` are the parts that it has, by name (see `PARTS`).

    `number` is what the report calls it by, "" where it has none.
    """

    said: Evidence
    parts: Mapping[str, Evidence] = field(default_factory=dict)
    number: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it: the words of each part or null, and beside them the places of those words."""
        words = {part: self.parts[part].text if part in self.parts else None for part in PARTS}
        places = {part: evidence.to_json() for part, evidence in self.parts.items()}
        said = {"text": self.said.text, "page": self.said.page, "start": self.said.start, "end": self.said.end}
        return {**said, **words, "evidence": places}


@dataclass(frozen=True)
class LearningPoint:
    """What was learned, told apart from what is to be done."""

    said: Evidence
