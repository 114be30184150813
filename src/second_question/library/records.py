"""Records without a file: a table of published reviews, each with what is known of it and where it was published."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from second_question.documents import CannotRead
from second_question.library.entry import KEY, Entry
from second_question.library.places import areas_for
from second_question.library.sketch import sketch_of
from second_question.reading.patterns import folded

AREA = ("area", "publisher_or_area")
PUBLISHED = ("published", "date")
ADDRESS = ("source_url", "url_seen")
SUMMARY = ("summary_in_own_words", "summary")
NEEDED = ("title", "kind")
TOLD = ("pseudonym_or_family", "outcome", "main_harm", "themes", "method", "child_age", "reviewer")
"""Columns that are searched as part of the record."""
NOT_SAID = frozenset({"anonymous", "national", "not named in listing"})

_DATE = re.compile(r"(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?!\d)")
_AGE = re.compile(r"\b(?P<n>\d{1,2}) (?P<u>days?|weeks?|months?|years?)\b")
_INFANT = re.compile(r"\b(?:under 1|baby|babies|infants?|newborn)\b")


def is_table_of_records(name: str, data: bytes) -> bool:
    """Whether a file is a table of records: CSV with a title and a kind in each row."""
    if not name.lower().endswith(".csv"):
        return False
    first = data[:4_000].decode("utf-8-sig", "replace").split("\n", 1)[0]
    return set(NEEDED) <= {one.strip().strip('"') for one in first.split(",")}


def records_in(data: bytes) -> Iterator[Entry]:
    """The records of a table.

    Raises:
        CannotRead: it is no text in UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRead("The table is no text in UTF-8. Save it as CSV in UTF-8.") from None
    for row in csv.DictReader(io.StringIO(text, newline="")):
        values = {
            name: (value or "").strip()
            for name, value in row.items()
            if isinstance(name, str) and not isinstance(value, list)
        }
        if values.get("title"):
            yield _record(values)


def _record(row: Mapping[str, str]) -> Entry:
    digest = hashlib.sha256(json.dumps(row, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    name = row.get("review_id") or row["title"]
    area = _first(row, AREA)
    authorities = areas_for(_codes(area))
    dated = _DATE.match(_first(row, PUBLISHED))
    text = _text(row)
    return Entry(
        key=digest[:KEY],
        digest=digest,
        name=name,
        text=text,
        title=row["title"],
        kind=_kind(row["kind"]),
        area=area if area and area.casefold() not in NOT_SAID else None,
        authorities=authorities.names,
        regions=authorities.regions,
        nation=_nation(row, area),
        published=dated["date"] if dated else None,
        ages=_ages(row.get("child_age", "")),
        address=_first(row, ADDRESS),
        is_record=True,
        facts=dict[str, Any](row),
        sketch=sketch_of(text),
    )


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _text(row: Mapping[str, str]) -> str:
    summary = _first(row, SUMMARY)
    told = [row[name] for name in TOLD if row.get(name)]
    return "\n".join([*([summary] if summary else []), *told]) or row["title"]


def _codes(area: str) -> tuple[str, ...]:
    from second_question.reading.facts.gazetteer import codes, gazetteer

    found = [gazetteer().of(match) for match in gazetteer().pattern.finditer(folded(area))]
    return tuple(code for place in found for code in codes(place.authorities, None))


def _nation(row: Mapping[str, str], area: str) -> str | None:
    if "Wales" in row.get("english_review", "") or "Wales" in row["kind"]:
        return "Wales"
    return "England" if row.get("english_review") == "yes" or _codes(area) else None


def _ages(said: str) -> tuple[int, ...]:
    from second_question.reading.facts.age_words import in_years

    small = folded(said)
    years = {years for match in _AGE.finditer(small) if (years := in_years(match["n"], match["u"])) is not None}
    return tuple(sorted(years | ({0} if _INFANT.search(small) else set())))


@cache
def _kinds() -> dict[str, list[str]]:
    import tomllib

    return dict(tomllib.loads((files("second_question.library") / "data" / "kinds.toml").read_text(encoding="utf-8")))


def _kind(said: str) -> str:
    """The kind of the public interface for what a catalogue calls it."""
    small = folded(said)
    return next((kind for kind, words in _kinds().items() if any(word in small for word in words)), "other")
