"""What the tags of a PDF say of its pictures: read aloud to who cannot see them, and shown to nobody else."""

from collections.abc import Callable, Iterator
from ctypes import c_ushort
from typing import Any

DEEPEST = 60
MOST = 50_000
"""Tags that are looked at on one page."""


def descriptions_on(page: Any) -> Iterator[str]:
    """The descriptions of pictures on a page, and the words that tags put in the place of what is drawn."""
    import pypdfium2.raw as raw

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        roots = [
            raw.FPDF_StructTree_GetChildAtIndex(tree, number)
            for number in range(raw.FPDF_StructTree_CountChildren(tree))
        ]
        yield from dict.fromkeys(_described(roots))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _described(roots: list[Any]) -> Iterator[str]:
    import pypdfium2.raw as raw

    waiting = [(root, 0) for root in reversed(roots)]
    looked_at = 0
    while waiting and looked_at < MOST:
        element, depth = waiting.pop()
        looked_at += 1
        if not element:
            continue
        for read in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText):
            said = _string(read, element)
            if said:
                yield said
        if depth < DEEPEST:
            count = raw.FPDF_StructElement_CountChildren(element)
            inner = (raw.FPDF_StructElement_GetChildAtIndex(element, number) for number in reversed(range(count)))
            waiting += [(child, depth + 1) for child in inner]


def _string(read: Callable[..., int], element: Any) -> str:
    length = read(element, None, 0)
    if length <= 2:
        return ""
    buffer = (c_ushort * (length // 2))()
    read(element, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()
