"""How often the facts about a document are right, and how long they take: `python -m bench.facts [development|held-out]`.

Measured on five sets, each cut in a half for development and a half that nobody looks at but for the final figure:

- coroners' reports (`../shared/data/texts/coroners`, 80, with their index): held out are those whose file name has an odd CRC-32;
- covers made of the facts of published reviews (`../shared/data/texts/catalogue`, 146 rows): titles, names, areas and dates are
  real, the covers around them are ours. Held out are the rows whose number has an odd CRC-32, on covers of other styles;
- made-up reports (`tests/samples/reports`, `tests/samples/appraisal_reports`), all for development since November 2026;
- made-up front pages (`tests/samples/facts`): `fronts.toml` for development, `unseen.toml` held out: written after the
  reading machine was tuned, and read by it once;
- sources and guidance (`../shared`), all for development.

Measured first, before anybody had looked at a held-out document: kind 130 of 133 right, year 117 of 118, area 115 of 122,
pseudonym 65 of 74. Then the failures among coroners' reports, catalogue rows and the fronts held out until then were mended (two
keys too); those fronts went over to development, and new ones were written. Of six held-out reports area, kind and year were
right in 6, authors and pseudonym 5, ages 4, title 3, incident 2. Ten written afterwards (`appraisal_reports`) were read once
before anybody looked: area and year 10 right, kind 9, title 8, area as written and pseudonym 6, authors, ages and incident 5.
"""

import csv
import json
import re
import sys
import time
import tomllib
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from bench.figures import Figure
from second_question.documents import read
from second_question.reading.facts import facts_of
from second_question.reading.facts.gazetteer import codes

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "tests" / "samples"
LIMITS = {"kind": 5.0, "year": 5.0, "area": 10.0, "pseudonym": 15.0}
"""How many may be wrong, in percent: what the issue asks for."""
NEVER_LOOKED_AT = ("fronts",)  # nobody has looked at their held-out half since it was written
PAGES, WORDS_OF_A_PAGE = 40, 450


@dataclass
class Tally:
    """How many facts of each sort were asked for and how many were right; `wrong` says which were not."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def take(self, document: str, fact: str, said: object, *, right: bool) -> None:
        """Count one fact."""
        self.asked[fact] += 1
        self.right[fact] += right
        if not right:
            self.wrong.append(f"{document}: {fact}: {said}")

    def add(self, other: "Tally") -> None:
        """Count another's too."""
        self.asked += other.asked
        self.right += other.right
        self.wrong += other.wrong

    def line(self) -> str:
        """All of it on one line."""
        return ", ".join(f"{fact} {self.right[fact]}/{self.asked[fact]}" for fact in sorted(self.asked))


def held_out(name: str) -> bool:
    """Whether a file or row is held out."""
    return crc32(name.encode()) % 2 == 1


def measure() -> list[Figure]:
    """Wrong facts in percent, of documents never looked at and of all held out; and the time for a long report."""
    tallies = results(held=True)
    never_seen = [tallies[name] for name in NEVER_LOOKED_AT]
    return [
        *_wrong("facts, never looked at", never_seen, LIMITS),
        *_wrong("facts, held out", list(tallies.values()), LIMITS),
        _speed(),
    ]


def _wrong(name: str, tallies: list[Tally], limits: dict[str, float]) -> list[Figure]:
    together = Tally()
    for tally in tallies:
        together.add(tally)
    return [
        Figure(
            f"{name}: {fact} wrong",
            100 * (1 - together.right[fact] / together.asked[fact]) if together.asked[fact] else 0.0,
            "%",
            limit,
            f"of {together.asked[fact]} documents; no peer reads these facts",
        )
        for fact, limit in limits.items()
    ]


def results(*, held: bool) -> dict[str, Tally]:
    """The tally of every set, of one half."""
    sets: dict[str, Callable[[bool], Tally]] = {
        "coroners": coroners,
        "catalogue": catalogue,
        "reports": reports,
        "fronts": fronts,
        "sources": sources,
    }
    return {name: take(held) for name, take in sets.items()}


def coroners(held: bool) -> Tally:
    """Coroners' reports against their index."""
    tally = Tally()
    for row in _rows("coroners/index.csv"):
        if held_out(row["file"]) != held:
            continue
        said = _facts((SHARED / "data/texts/coroners" / row["file"]).read_bytes())
        tally.take(row["file"], "kind", said["kind"], right=said["kind"] == "prevention-of-future-deaths")
        tally.take(row["file"], "year", said["published"], right=_same_year(said["published"], row["date"]))
        tally.take(row["file"], "date", said["published"], right=said["published"] == row["date"])
        tally.take(
            row["file"],
            "area",
            said["area"],
            right=bool(said["local_authorities"]) and _same_area(said["area"], row["area"]),
        )
        if row["stated_age_years"]:
            tally.take(row["file"], "age", "", right=int(row["stated_age_years"]) in said["child_ages"])
    return tally


def catalogue(held: bool) -> Tally:
    """Covers of real titles, names, areas and dates."""
    tally = Tally()
    styles = HELD_OUT_STYLES if held else DEVELOPMENT_STYLES
    wanted = [
        row for row in _rows("catalogue/reviews_catalogue.csv") if held_out(row["review_id"]) == held and _kind(row)[0]
    ]
    for number, row in enumerate(wanted):
        said = _facts(_cover(row, styles[number % len(styles)]).encode())
        name = row["review_id"]
        tally.take(name, "kind", said["kind"], right=said["kind"] == _kind(row)[0])
        if _date(row):
            tally.take(name, "year", said["published"], right=_same_year(said["published"], row["published"]))
        if _area(row):
            expected = _codes(row)
            tally.take(name, "area", said["area"], right=sorted(said["local_authorities"]) == expected)
        pseudonym = row["pseudonym_or_family"]
        if pseudonym and _names(pseudonym) <= _names(row["title"]):
            named = _names(said["pseudonym"] or "")
            right = _names(pseudonym) <= named <= _names(row["title"])
            tally.take(name, "pseudonym", said["pseudonym"], right=right)
    return tally


def reports(held: bool) -> Tally:
    """The made-up reports against their keys."""
    tally = Tally()
    keys = [
        path
        for folder in ("reports", "appraisal_reports")
        for path in sorted((SAMPLES / folder / "keys").glob("*.json"))
    ]
    for path in [] if held else keys:
        key = json.loads(path.read_text())
        report = path.parents[1] / key["report"]
        if report.exists():
            name = f"{path.parents[1].name} {path.stem}"
            _compare(tally, name, _facts(report.read_bytes(), report.name), key["metadata"], key.get("also_right", {}))
    return tally


def fronts(held: bool) -> Tally:
    """The made-up front pages."""
    tally = Tally()
    path = SAMPLES / "facts" / ("unseen.toml" if held else "fronts.toml")
    if path.exists():
        for front in tomllib.loads(path.read_text())["front"]:
            says = {fact: None if value == "" else value for fact, value in front["says"].items()}
            _compare(tally, front["about"], _facts(front["text"].encode()), says, {})
    return tally


def sources(held: bool) -> Tally:
    """The sources and the guidance: kind and date as read by us."""
    tally = Tally()
    for beginning, (kind, published) in {} if held else SOURCES.items():
        for path in [*SHARED.glob(f"sources/{beginning}*"), *SHARED.glob(f"data/texts/guidance/{beginning}*")]:
            _compare(tally, path.name, _facts(path.read_bytes()), {"kind": kind, "published": published}, {})
    return tally


SOURCES: dict[str, tuple[str, str | None]] = {
    "000_": ("briefing", "2021-05"),
    "001_": ("other", None),
    "002_": ("annual-review", "2021-03"),
    "003_": ("briefing", "2021-05"),
    "004_": ("other", None),
    "CA1989": ("guidance", "2010-10"),
    "Children_in_need": ("guidance", "2022-10"),
    "Children_missing": ("guidance", "2024-08"),
    "Childrens_Social_Care_National": ("guidance", "2023-12"),
    "Childrens_social_care_dashboard": ("guidance", "2024-10"),
    "Childrens_social_work": ("guidance", "2024-11"),
    "Families_first": ("other", "2025-07"),
    "Info_sharing": ("guidance", "2024-05"),
    "Keeping_children": ("guidance", "2025-07"),
    "Local_offer": ("guidance", "2018-02"),
    "Promoting_the": ("guidance", "2015-03"),
    "The_designated": ("guidance", "2018-02"),
    "adoption": ("guidance", "2013-07"),
}
"""What kind each is and when it says that it was published; a revision is not the publication."""

DEVELOPMENT_STYLES = (
    (
        "{area} Safeguarding Children Board\n\n{kind}\n\n{title}\n\nOverview Report\n\nAuthor: {reviewer}\n\n"
        "Published {date}\n\nContents\n"
    ),
    (
        "# {kind}\n\n## {title}\n\nCommissioned by {area} Safeguarding Children Partnership\n\n"
        "Review completed January 2009\n\nPublication date: {date}\n"
    ),
    "{kind}: {title}\n\n{date}\n\n1. Introduction\n\n1.1 The {area} Safeguarding Partnership decided to hold this review.\n",
    "{title}\n{kind}\n{area} LSCB\n{date}\nReport by {reviewer}, independent reviewer\n\nIntroduction\n",
    "{area} Council\n\n{kind} in respect of {title}\n\nFinal report {date}\n\nCONFIDENTIAL until published\n\nBackground\n",
)
HELD_OUT_STYLES = (
    (
        "CONFIDENTIAL\n\n{kind}\n\nRe: {title}\n\nLead Reviewer(s): {reviewer}\n\n{area} Local Safeguarding Children Board\n\n"
        "Date of publication – {date}\n\nTable of contents\n"
    ),
    (
        "{title}\n\n{kind}, {area}\n\nVersion: final, {date}\n\nExecutive summary\n\n"
        "The panel met on 3 February 2008 and on four later days.\n"
    ),
    (
        "# {area} Safeguarding Children Partnership: {kind} ({title})\n\nPublished by the partnership on {date}.\n\n"
        "## Why this review\n"
    ),
    (
        "| {area} SCP | {kind} |\n| --- | --- |\n| Name used in this report | {title} |\n| Lead reviewer | {reviewer} |\n"
        "| Report published | {date} |\n\n## Summary\n"
    ),
    "{kind}\n\n{title}\n\n{reviewer}\n\n{date}\n\n© {area} Safeguarding Children Board\n\nForeword\n",
)
_KINDS = {
    "SCR": ("serious-case-review", "Serious Case Review"),
    "SCR executive summary": ("serious-case-review", "Serious Case Review: Executive Summary"),
    "SCR summary": ("serious-case-review", "Serious Case Review: Summary Report"),
    "SCR (Wales)": ("serious-case-review", "Serious Case Review"),
    "LCSPR": ("local-review", "Local Child Safeguarding Practice Review"),
    "thematic LCSPR": ("thematic", "Thematic Local Child Safeguarding Practice Review"),
    "thematic SCR": ("thematic", "Thematic Serious Case Review"),
    "partnership review": ("local-review", "Partnership Review"),
    "7-minute briefing": ("briefing", "7-minute briefing"),
    "learning report": ("local-review", "Learning Report"),
}
_PLACED = {
    "Cambridgeshire and Peterborough": ("Cambridgeshire", "Peterborough"),
    "Croydon and Lambeth": ("Croydon", "Lambeth"),
    "Bournemouth and Poole": ("Bournemouth", "Poole"),
    "City and Hackney": ("City of London", "Hackney"),
    "Kingston": ("Kingston upon Thames",),
    "Richmond": ("Richmond upon Thames",),
    "Derby and Derbyshire": ("Derby", "Derbyshire"),
    "Newcastle": ("Newcastle upon Tyne",),
    "Southend": ("Southend-on-Sea",),
    "Hull": ("Kingston upon Hull, City of",),
    "Bristol": ("Bristol, City of",),
    "Durham": ("County Durham",),
    "Kingston and Richmond": ("Kingston upon Thames", "Richmond upon Thames"),
    "Leicestershire and Rutland": ("Leicestershire", "Rutland"),
    "Brighton and Hove": ("Brighton and Hove",),
}
_NO_AREA = ("not named in listing", "anonymous", "national", "")


def _kind(row: dict[str, str]) -> tuple[str, str]:
    return _KINDS.get(row["kind"], ("", ""))


def _cover(row: dict[str, str], style: str) -> str:
    return style.format(
        area=row["area"] if _area(row) else "",
        kind=_kind(row)[1],
        title=row["title"],
        reviewer=row["reviewer"].split(";")[0] or "Honor Tremayne",
        date=_written(_date(row)),
    )


def _area(row: dict[str, str]) -> str:
    return "" if row["area"] in _NO_AREA or "NSCB" in row["area"] else row["area"]


def _codes(row: dict[str, str]) -> list[str]:
    if "Wales" in row["kind"]:
        return ["W92000004"]
    from datetime import date

    parts = [int(part) for part in _date(row).split("-")] if _date(row) else []
    day = date(*(parts + [7, 1][len(parts) - 1 :])[:3]) if parts else None
    try:
        return sorted(codes(_PLACED.get(row["area"], (row["area"],)), day))
    except IndexError:
        return ["no such area in the key"]


def _date(row: dict[str, str]) -> str:
    return row["published"] if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", row["published"]) else ""


def _written(iso: str) -> str:
    parts = [int(part) for part in iso.split("-")] if iso else []
    words = [str(parts[2])] if len(parts) > 2 else []
    return " ".join([*words, *([month_name[parts[1]]] if len(parts) > 1 else []), *map(str, parts[:1])])


def _compare(tally: Tally, name: str, said: dict[str, Any], key: dict[str, Any], also: dict[str, list[Any]]) -> None:
    for fact, right in key.items():
        accepted = [right, *also.get(fact, [])]
        if fact == "published":
            tally.take(name, "year", said[fact], right=any(_same_year(said[fact], one) for one in accepted))
        elif fact == "local_authorities":
            tally.take(name, "area", said[fact], right=any(sorted(said[fact]) == sorted(one) for one in accepted))
        elif fact in said:
            called = "area as written" if fact == "area" else fact
            tally.take(name, called, said[fact], right=any(_plain(said[fact]) == _plain(one) for one in accepted))


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(str(_plain(one)) for one in value)
    return re.sub(r"\W+", " ", value.casefold()).strip() if isinstance(value, str) else value


def _same_year(one: str | None, other: str | None) -> bool:
    return (one or "")[:4] == (other or "")[:4]


def _same_area(said: str | None, indexed: str) -> bool:
    return bool(said) and _plain(indexed).startswith(_plain(said))


def _names(pseudonym: str) -> set[str]:
    words = {word.casefold() for word in re.findall(r"\w+", pseudonym)}
    return (
        words
        - {"child", "children", "baby", "babies", "and", "case", "family", "young", "person", "a", "to", "siblings"}
        or words
    )


def _rows(path: str) -> Iterator[dict[str, str]]:
    with (SHARED / "data/texts" / path).open(newline="") as file:
        yield from csv.DictReader(file)


def _facts(data: bytes, name: str = "report.md") -> dict[str, Any]:
    return facts_of(read(data, name)).to_json(name)


def _speed() -> Figure:
    """Milliseconds for a report of forty pages, made of one cover and the text of a real source."""
    text = (SHARED / "sources/002_fe7d86f1caa11320.txt").read_text()
    words = text.split(" ")[: PAGES * WORDS_OF_A_PAGE]
    document = read(("Serious Case Review: Child A\n\nPublished May 2019\n\n" + " ".join(words)).encode(), "long.md")
    facts_of(document)
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        facts_of(document)
        taken.append(1000 * (time.perf_counter() - started))
    started = time.perf_counter()
    re.findall(r"\w+", document.text)
    peer = 1000 * (time.perf_counter() - started)
    return Figure(
        f"facts of {PAGES} pages",
        sorted(taken)[2],
        "ms",
        200,
        f"{sorted(taken)[2] / peer:.1f} × one `re` scan over the words",
    )


if __name__ == "__main__":
    half = sys.argv[1] if len(sys.argv) > 1 else "development"
    for called, tally in results(held=half == "held-out").items():
        print(f"{called}: {tally.line()}")
        if half != "held-out" or "--show" in sys.argv:
            print("".join(f"    {line}\n" for line in tally.wrong), end="")
    print(_speed().line())
