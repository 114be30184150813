"""What somebody types into the search box, taken apart: words, phrases, AND, OR, NOT, fields and prefixes.

Nothing is refused: a bracket or quotation mark without its other half counts for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from second_question.library.filing import FACETS, YEAR

TEXT_FIELDS = ("text", "heading", "title")
DEEPEST = 20
"""Brackets within brackets; deeper ones count for nothing."""

_TOKEN = re.compile(
    r"(?P<minus>(?<!\S)-(?=[\w\"(]))?"
    rf"(?:(?P<field>{'|'.join((*TEXT_FIELDS, *FACETS, YEAR))}):)?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<bracket>[()])|(?P<word>[^\s()\"“”]+))",
)


@dataclass(frozen=True)
class Word:
    """A word, or the beginning of one; in one field only where it was written with it."""

    text: str
    prefix: bool = False
    field: str = ""


@dataclass(frozen=True)
class Phrase:
    """Words that stand side by side."""

    text: str
    field: str = ""


@dataclass(frozen=True)
class Filed:
    """What a document is filed under: area, kind, theme …; of a year, from one to another."""

    field: str
    value: str


@dataclass(frozen=True)
class Without:
    """What may not be in it."""

    part: "Node"


@dataclass(frozen=True)
class Together:
    """Parts written side by side: the more of them the better. `strict` where AND stands between them."""

    parts: tuple["Node", ...] = field(default=())
    strict: bool = False


@dataclass(frozen=True)
class Either:
    """One of them is enough."""

    parts: tuple["Node", ...]


Node = Word | Phrase | Filed | Without | Together | Either


def parsed(query: str) -> Together | Either:
    """What is asked for."""
    tokens = list(_tokens(query))
    found: list[Node] = []
    while tokens:
        found.append(_either(tokens))
        while tokens and tokens[0] == ")":
            tokens.pop(0)
    one = found[0] if len(found) == 1 else Together(tuple(found))
    return one if isinstance(one, Together | Either) else Together((one,))


def _tokens(query: str) -> Iterator[Node | str]:
    depth = 0
    for match in _TOKEN.finditer(query):
        if match["minus"]:
            yield "NOT"
        if match["bracket"]:
            depth += 1 if match["bracket"] == "(" else -1
            if 0 <= depth <= DEEPEST:
                yield match["bracket"]
        elif match["word"] in ("AND", "OR", "NOT") and not match["field"]:
            yield match["word"]
        else:
            yield from _leaf(match)


def _leaf(match: re.Match[str]) -> Iterator[Node]:
    name, said = match["field"] or "", match["phrase"] if match["phrase"] is not None else match["word"]
    if name in FACETS or name == YEAR:
        yield Filed(name, said.strip().rstrip("*"))
    elif match["phrase"] is not None:
        yield from [Phrase(said, name)] if said.strip() else []
    else:
        prefix = said.endswith("*") and len(said) > 1
        yield Word(said.rstrip("*"), prefix, name)


def _either(tokens: list[Node | str]) -> Node:
    parts = [_both(tokens)]
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        parts.append(_both(tokens))
    kept = tuple(part for part in parts if part != Together())
    return Either(kept) if len(kept) > 1 else kept[0] if kept else Together()


def _both(tokens: list[Node | str]) -> Node:
    parts = [_side_by_side(tokens)]
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        parts.append(_side_by_side(tokens))
    kept = tuple(part for part in parts if part != Together())
    return Together(kept, strict=True) if len(kept) > 1 else kept[0] if kept else Together()


def _side_by_side(tokens: list[Node | str]) -> Node:
    parts: list[Node] = []
    while tokens and tokens[0] not in ("AND", "OR", ")"):
        part = _one(tokens)
        if part is not None and part != Together():
            parts.append(part)
    return parts[0] if len(parts) == 1 and not isinstance(parts[0], Without) else Together(tuple(parts))


def _one(tokens: list[Node | str]) -> Node | None:
    token = tokens.pop(0)
    if token == "NOT":  # noqa: S105  # no password
        part = _one(tokens) if tokens and tokens[0] not in (")", "AND", "OR") else None
        return Without(part) if part else None
    if token == "(":  # noqa: S105  # no password
        inside = _either(tokens)
        if tokens and tokens[0] == ")":
            tokens.pop(0)
        return inside
    return token if not isinstance(token, str) else None
