"""The answer keys of the sample reports, made by reading them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.report_source import KEYS


def key(number: str) -> dict[str, Any]:
    """What a careful reader says of the sample report of that number; its shape is told in `samples/reports/README.md`."""
    found: dict[str, Any] = json.loads((KEYS / f"{number}.json").read_text(encoding="utf-8"))
    return found


def is_right(number: str, field: str, value: object) -> bool:
    """Whether a value of the metadata is the key's, or another that the key accepts."""
    answers = key(number)
    return value == answers["metadata"][field] or value in answers["also_right"].get(field, [])


def identity_places(number: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Where each identifying term of the key stands in a text of the report: start, end, kind, in the order of the text.

    A term inside a longer one ("Adeel" in "Adeel Hussain") is not given again.
    """
    kinds = {_spaces(term["text"]): term["kind"] for term in key(number)["identities"]}
    if not kinds:
        return
    longest_first = sorted(kinds, key=len, reverse=True)
    alternatives = "|".join(r"\s+".join(map(re.escape, term.split())) for term in longest_first)
    for match in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text):
        yield match.start(), match.end(), kinds[_spaces(match.group())]


def _spaces(text: str) -> str:
    return " ".join(text.split())
