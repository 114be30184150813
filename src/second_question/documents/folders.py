"""Which files of a folder are documents."""

import os
from collections.abc import Iterator
from pathlib import Path

READ_KINDS = (".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text")
NAMED_KINDS = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".rtf", ".odt")
"""Documents that are not read. They are gone through all the same, so that the report says so instead of leaving them out."""
_BESIDE = (".", "~$")
"""How the names of hidden files and of Word's own marks begin."""


def documents_in(folder: Path) -> Iterator[Path]:
    """The documents in a folder and in those below it, in the order of their names; links to folders are not followed."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(_BESIDE)), key=_in_order)
        for name in sorted(files, key=_in_order):
            if name.casefold().endswith(READ_KINDS + NAMED_KINDS) and not name.startswith(_BESIDE):
                yield Path(place, name)


def _in_order(name: str) -> tuple[str, str]:
    return name.casefold(), name
