"""A hyphen at a line end either divides a word or belongs to it: "repre-sentative", "multi-agency"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from second_question.documents.pdf_lines import Line

# Beginnings that mostly keep their hyphen.
PREFIXES = re.compile(
    r"co|cross|ex|face|fast|follow|full|half|high|inter|inner|long|low|mid|mini|multi|non|off|on|one|out|over|part|post|pre|self|"
    r"semi|short|single|six|step|table|ten|three|twenty|two|under|well|whole|year"
)


def with_hyphens(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """The lines of each page, in which the hyphens that belong to a word are back."""
    words = {_bare(word.text) for lines in pages for line in lines for word in line.words if not word.divided}
    for lines in pages:
        following = [*lines[1:], *[None for _ in lines[:1]]]
        yield [_mended(line, after, words) for line, after in zip(lines, following, strict=True)]


def _mended(line: Line, following: Line | None, words: set[str]) -> Line:
    last = line.words[-1]
    if not last.divided or following is None:
        return line
    first, second = _bare(last.text), _bare(following.words[0].text)
    if not _keeps_its_hyphen(first, second, words):
        return line
    return Line((*line.words[:-1], replace(last, text=f"{last.text}-")))


def _keeps_its_hyphen(first: str, second: str, words: set[str]) -> bool:
    """As the word stands elsewhere in the document; otherwise by how it begins."""
    if f"{first}{second}" in words:
        return False
    return f"{first}-{second}" in words or PREFIXES.fullmatch(first) is not None or "-" in first


def _bare(text: str) -> str:
    return text.casefold().strip(".,;:!?()[]“”‘’\"'")
