"""Cells that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in.

A download is opened in a spreadsheet by somebody who trusts us; a name typed as `=HYPERLINK(…)` must stay a text. The
remedy is the usual one, an apostrophe in front. `restored` undoes exactly what `guarded` does, so nothing is lost.
"""

import re

# Full-width forms too: some spreadsheets treat them as the plain signs.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]")
_GUARDED = re.compile(r"'[\s']*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def guarded(text: str) -> str:
    """The text as it may stand in a downloaded file. Plain numbers stay numbers."""
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def restored(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run this text."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)
