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
    words = _whole_words(pages) if any(line.is_divided for lines in pages for line in lines) else set()
    beginnings = [lines[0] if lines else None for lines in [*pages[1:], *([[]] if pages else [])]]
    for lines, next_page in zip(pages, beginnings, strict=True):
        following = [*lines[1:], *[next_page for _ in lines[:1]]]
        yield [_mended(line, after, words) for line, after in zip(lines, following, strict=True)]


def _mended(line: Line, following: Line | None, words: set[str]) -> Line:
    if not line.is_divided or following is None:
        return line
    first, second = _bare(line.text.rpartition(" ")[2]), _bare(following.text.partition(" ")[0])
    return replace(line, text=f"{line.text}-") if _keeps_its_hyphen(first, second, words) else line


def _whole_words(pages: Sequence[list[Line]]) -> set[str]:
    """The words of the document that no line end divides."""
    lines = (line for page in pages for line in page)
    texts = (line.text.rpartition(" ")[0] if line.is_divided else line.text for line in lines)
    return set(map(_bare, set(" ".join(texts).split(" "))))


def _keeps_its_hyphen(first: str, second: str, words: set[str]) -> bool:
    """As the word stands elsewhere in the document; otherwise by how it begins."""
    if f"{first}{second}" in words:
        return False
    return f"{first}-{second}" in words or PREFIXES.fullmatch(first) is not None or "-" in first


def _bare(text: str) -> str:
    return text.casefold().strip(".,;:!?()[]“”‘’\"'")
