"""What stands before the items of a list: bullets, numbers, boxes."""

import re

BULLETS = "•◦▪▫‣·●○■□➢✓❖◆►§Øüo"
"""Also letters that a symbol font shows as a square, an arrow, a tick or a ring."""
MARKER = re.compile(rf"[{BULLETS}–\-*]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]|\d{{1,2}}(?:\.\d{{1,2}})+\.?|☐|☒|☑")
"""A bullet, a number or a box at the beginning of an item."""

_STARTS_AN_ITEM = re.compile(rf"(?:{MARKER.pattern})[ \t]+(?=\S)")
_TOUCHING = re.compile(r"(\d{1,2}[.)]|[•▪])(?=[A-Z“‘\"'(])")
"""Some programs set an item so near behind its number that no blank is between them."""


def starts_an_item(text: str) -> bool:
    """Whether a text begins with a bullet or a number."""
    return _STARTS_AN_ITEM.match(text) is not None or _TOUCHING.match(text) is not None


def with_blank_behind_marker(text: str) -> str:
    """The text of an item, with a blank between its bullet or number and its words."""
    return _TOUCHING.sub(r"\1 ", text, count=1) if _TOUCHING.match(text) else text
