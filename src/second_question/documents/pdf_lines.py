"""From words to lines and cells: a line is cut where a gap is too wide for a space."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from second_question.documents.pdf_words import Word

GAP_BETWEEN_PIECES = 0.75
"""Of the type size: between words that were not set in one go, a wider gap parts two columns."""
GAP = 2.5
"""Of the type size: a wider gap always does."""

_MARKER = re.compile(r"[•◦▪▫‣·●○■□–\-*]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?|☐|☒|☑")


@dataclass(frozen=True)
class Line:
    """Words on one base line that belong together: a line of a paragraph, or of a cell."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.words[-1].x1

    @property
    def y(self) -> float:
        """Its base line."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """The size of its largest word."""
        return max(word.size for word in self.words)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def is_divided(self) -> bool:
        """Whether its last word goes on in the next line."""
        return self.words[-1].divided

    @property
    def bold_words(self) -> int:
        """How many of its words from the left are bold."""
        return next((at for at, word in enumerate(self.words) if not word.bold), len(self.words))


def cut(words: Sequence[Word]) -> list[Line]:
    """A line of the page as its parts: one for each column."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if parts[-1] and _is_apart(parts[-1], word):
            parts.append([])
        parts[-1].append(word)
    return [Line(tuple(part)) for part in parts if part]


def _is_apart(before: Sequence[Word], word: Word) -> bool:
    last = before[-1]
    if abs(last.y - word.y) > word.size / 2 or word.x0 < last.x0:
        return True  # a superscript stays; another base line, or a jump to the left, is another line
    if len(before) == 1 and _MARKER.fullmatch(last.text):
        return False
    gap = (word.x0 - last.x1) / max(word.size, 1.0)
    return gap > GAP or (gap > GAP_BETWEEN_PIECES and last.piece != word.piece)


def starts_an_item(line: Line) -> bool:
    """Whether it begins with a bullet or a number."""
    return len(line.words) > 1 and bool(_MARKER.fullmatch(line.words[0].text))


def joined(lines: Iterable[Line]) -> str:
    """Lines of one paragraph as running text, with words that were divided at a line end in one piece again."""
    text = ""
    for line in lines:
        text += line.text if line.is_divided else f"{line.text} "
    return text.strip()
