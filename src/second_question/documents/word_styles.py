"""What the styles of a Word file say of a paragraph: heading level, bold, size. A style inherits from the one below it."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_HALF_POINTS = 22
BODY_LEVEL = 9
DEEPEST_LIST = 9

_HEADING = re.compile(r"heading (\d)")
_LIST_LEVEL = re.compile(r"^list\b.* ([2-9])$")
_CONTENTS = re.compile(r"(?:toc|contents|table of figures) ?\d?$")


class Styles:
    """The styles of one file, by id. `root` is the element of its styles part, None for a file without one."""

    def __init__(self, root: Any) -> None:
        found = root.iter(WORD + "style") if root is not None else ()
        self._styles = {style.get(WORD + "styleId"): style for style in found}
        self._root = root

    def level(self, paragraph: Any) -> int:
        """The heading level of a paragraph, from 1; 0 for one that is no heading."""
        direct = paragraph.find(f"{WORD}pPr/{WORD}outlineLvl")
        if direct is not None:
            return _outline(direct)
        for style in self._chain(self.of(paragraph)):
            level = _level_by_name(_name(style)) or _outline(style.find(f"{WORD}pPr/{WORD}outlineLvl"))
            if level:
                return level
        return 0

    def is_list(self, paragraph: Any) -> bool:
        """Whether it is an item of a list."""
        if paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None:
            return True
        return any(_name(style).startswith("list") for style in self._chain(self.of(paragraph)))

    def list_level(self, paragraph: Any) -> int:
        """How deep an item lies in lists, from 1."""
        direct = paragraph.find(f"{WORD}pPr/{WORD}numPr/{WORD}ilvl")
        value = "" if direct is None else direct.get(WORD + "val") or ""
        if value.isdigit() and int(value) < DEEPEST_LIST:
            return int(value) + 1
        named = (_LIST_LEVEL.search(_name(style)) for style in self._chain(self.of(paragraph)))
        return next((int(found[1]) for found in named if found), 1)

    def is_contents(self, paragraph: Any) -> bool:
        """Whether it is a line of a table of contents."""
        if _CONTENTS.match(self.of(paragraph).casefold()):
            return True
        links = paragraph.iter(WORD + "hyperlink")
        if any((link.get(WORD + "anchor") or "").startswith("_Toc") for link in links):
            return True
        return any(_CONTENTS.match(_name(style)) for style in self._chain(self.of(paragraph)))

    def is_bold(self, properties: Any, paragraph: Any) -> bool:
        """Whether a run with these properties stands in bold."""
        said = next(self._said("b", properties, paragraph), None)
        return said is not None and _is_on(said)

    def is_underlined(self, properties: Any, paragraph: Any) -> bool:
        """Whether a run with these properties is underlined."""
        said = next(self._said("u", properties, paragraph), None)
        return said is not None and said.get(WORD + "val") not in ("none", None)

    def size(self, properties: Any, paragraph: Any) -> int:
        """The size of a run with these properties, in half points."""
        said = next(self._said("sz", properties, paragraph), None)
        value = "" if said is None else said.get(WORD + "val") or ""
        return int(value) if value.isdigit() else self._default_size

    def of(self, paragraph: Any) -> str:
        """The id of the paragraph's style; "" for the default."""
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        return "" if style is None else style.get(WORD + "val") or ""

    def _said(self, property_name: str, properties: Any, paragraph: Any) -> Iterator[Any]:
        """What the run itself, its style and its paragraph's style say, in that order."""
        if properties is not None:
            yield from properties.findall(WORD + property_name)
            own = properties.find(WORD + "rStyle")
            yield from self._in_style(property_name, "" if own is None else own.get(WORD + "val") or "")
        yield from self._in_style(property_name, self.of(paragraph))

    def _in_style(self, property_name: str, style_id: str) -> Iterator[Any]:
        for style in self._chain(style_id):
            yield from style.findall(f"{WORD}rPr/{WORD}{property_name}")

    def _chain(self, style_id: str) -> Iterator[Any]:
        """A style and those it is based on; one that is based on itself ends there."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            parent = self._styles[style_id].find(WORD + "basedOn")
            style_id = "" if parent is None else parent.get(WORD + "val") or ""

    @cached_property
    def _default_size(self) -> int:
        path = f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}sz"
        said = self._root.find(path) if self._root is not None else None
        value = "" if said is None else said.get(WORD + "val") or ""
        return int(value) if value.isdigit() else DEFAULT_HALF_POINTS


def _name(style: Any) -> str:
    name = style.find(WORD + "name")
    return "" if name is None else (name.get(WORD + "val") or "").casefold()


def _level_by_name(name: str) -> int:
    heading = _HEADING.match(name)
    return int(heading[1]) if heading else int(name == "title")


def _outline(element: Any) -> int:
    value = "" if element is None else element.get(WORD + "val") or ""
    return int(value) + 1 if value.isdigit() and int(value) < BODY_LEVEL else 0


def _is_on(element: Any) -> bool:
    return element.get(WORD + "val") not in ("0", "false", "none", "off")
