"""The store: one SQLite file that is the truth. The index is made from it and can always be made anew."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from second_question.library import tables
from second_question.library.entry import PUBLIC, Entry, KeptPassage, KeptRecommendation
from second_question.library.filing import THEME, filed_under, with_groups
from second_question.library.words import FORM, to_index

FILE = "library.sqlite3"
_COLUMNS = (
    "id, key, digest, name, title, kind, area, authorities, regions, nation, published, ages, address, is_record, pages, "
    "visibility, text_visibility, status, of, changed"
)
_OF_ENTRY = (
    "digest", "name", "title", "kind", "area", "authorities", "regions", "nation", "published", "ages", "address", "is_record",
    "pages", "facts", "text",
)  # fmt: skip
CURRENT, COPY, EARLIER = "current", "copy", "earlier version"
"""What a document is: the one to find; the same text as another; the version before another."""


@dataclass(frozen=True)
class Kept:
    """A document of the store without its text. `of` is the id of the one that it is a copy or earlier version of."""

    id: int
    key: str
    digest: str
    name: str
    title: str
    kind: str
    area: str | None
    authorities: tuple[str, ...]
    regions: tuple[str, ...]
    nation: str | None
    published: str | None
    ages: tuple[int, ...]
    address: str
    is_record: bool
    pages: int
    visibility: str
    text_visibility: str
    status: str
    of: int | None
    changed: int


class Store:
    """The documents of a library. One process writes at a time, any number read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._database = sqlite3.connect(folder / FILE, timeout=60, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = wal", "foreign_keys = on", "synchronous = normal"):
            self._database.execute(f"pragma {pragma}")
        if tables.prepare(self._database):
            with self.writing():
                self._file_all()
                self._stamp(after=0)
        tables.prepared(self._database)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it is kept or nothing. What has changed is stamped with the time at its end, so that whoever
        asks for what is new since they last asked misses nothing that was being written then."""
        self._database.execute("begin immediate")
        try:
            before = self.changed()
            yield
            self._stamp(after=before)
        except BaseException:
            self._database.execute("rollback")
            raise
        self._database.execute("commit")

    def _stamp(self, after: int) -> None:
        """The time, and whether everybody may find it or could once."""
        self._database.execute(
            "insert into stamps select id, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), visibility = ? and status = ? "
            "from documents where changed > ? on conflict do update set at = excluded.at, opened = opened or excluded.opened",
            (PUBLIC, CURRENT, after),
        )

    def put(self, entry: Entry, *, visibility: str, text_visibility: str) -> int:
        """Keep a new document as the current one; its id."""
        values = (entry.key, *_values(entry), visibility, text_visibility, CURRENT, self.changed() + 1)
        columns = ", ".join(("key", *_OF_ENTRY, "visibility", "text_visibility", "status", "changed"))
        statement = f"insert into documents ({columns}) values ({_marks(values)}) returning id"  # noqa: S608  # our own words
        document = int(self._database.execute(statement, values).fetchone()[0])
        self._put_parts(document, entry)
        return document

    def replace(self, document: int, entry: Entry) -> None:
        """Put corrected facts or another text in the place of what is kept of a document.

        Its key, who may see it, the places that it was added from and what it is to other documents stay; passages,
        recommendations and all else are those of the entry. To be called inside `writing()`.

        Raises:
            LookupError: there is no such document.
        """
        assignments = ", ".join(f"{name} = ?" for name in (*_OF_ENTRY, "changed"))
        statement = f"update documents set {assignments} where id = ? returning id"  # noqa: S608  # our own words
        if not self.rows(statement, (*_values(entry), self.changed() + 1, document)):
            raise LookupError(f"There is no document {document} in the library.")
        for table in ("passages", "recommendations", "sketches", "filed", "cut"):
            self._database.execute(f"delete from {table} where document = ?", (document,))  # noqa: S608  # our own words
        self._put_parts(document, entry)

    def _put_parts(self, document: int, entry: Entry) -> None:
        self._database.executemany(
            "insert into passages values (?, ?, ?, ?, ?, ?, ?)",
            (
                (document, at, one.page, one.start, one.end, _written(one.headings), _written(one.themes))
                for at, one in enumerate(entry.passages)
            ),
        )
        self._database.executemany(
            "insert or ignore into recommendations values (?, ?, ?, ?, ?)",
            ((document, one.start, one.end, one.page, one.number) for one in entry.recommendations),
        )
        self._database.executemany(
            "insert or ignore into sketches values (?, ?)", ((hash_, document) for hash_ in entry.sketch)
        )
        self._file(document, filed_under(entry), (theme for one in entry.passages for theme in one.themes))
        self._put_cut(document, entry.text, entry.passages)

    def _put_cut(self, document: int, text: str, passages: Sequence[KeptPassage]) -> None:
        cut = cut_into(text, passages)
        stems, words = ("\n".join(part) for part in zip(*cut, strict=True)) if cut else ("", "")
        self._database.execute("insert into cut values (?, ?, ?, ?)", (document, FORM, stems, words))

    def _file(self, document: int, under: Mapping[str, Sequence[str]], themes: Iterable[str]) -> None:
        """In small letters, so that nobody needs to know how a value is written."""
        filed = {**under, THEME: with_groups(themes)}
        self._database.executemany(
            "insert or ignore into filed values (?, ?, ?)",
            ((name, value.lower(), document) for name, values in filed.items() for value in values),
        )

    def _file_all(self) -> None:
        """What an earlier program kept."""
        for one in list(self.every()):
            themes = [theme for passage in self.passages_of(one.id) for theme in passage.themes]
            self._file(one.id, filed_under(one), themes)

    def set_status(self, document: int, status: str, of: int | None) -> None:
        """Say what a document is to another."""
        self._database.execute(
            "update documents set status = ?, of = ?, changed = ? where id = ?",
            (status, of, self.changed() + 1, document),
        )

    def set_visibility(self, document: int, visibility: str, text_visibility: str) -> None:
        """Say who may see the record, and who its text."""
        self._database.execute(
            "update documents set visibility = ?, text_visibility = ?, changed = ? where id = ?",
            (visibility, text_visibility, self.changed() + 1, document),
        )

    def found_at(self, place: str, digest: str, document: int) -> None:
        """Note that a document was added from a place."""
        self._database.execute("insert or replace into places values (?, ?, ?)", (place, digest, document))

    def at_place(self, place: str) -> tuple[str, int] | None:
        """The digest of what was added from a place, and the document that it became."""
        row = self._database.execute("select digest, document from places where place = ?", (place,)).fetchone()
        return (row[0], row[1]) if row else None

    def all_places(self) -> list[tuple[int, str]]:
        """Every document with each place that it was added from."""
        return [(document, place) for place, document in self._database.execute("select place, document from places")]

    def by_digest(self, digest: str) -> Kept | None:
        """The document whose file has that digest, or that was made of such a file and has been put right since."""
        found = next(self.kept_where("digest = ?", (digest,)), None)
        made_of = "id in (select document from places where digest = ?)"
        return found or next(self.kept_where(made_of, (digest,)), None)

    def by_key(self, key: str) -> Kept | None:
        """The document of that permanent name."""
        return next(self.kept_where("key = ?", (key,)), None)

    def by_id(self, documents: Iterable[int]) -> dict[int, Kept]:
        """Documents by their ids."""
        wanted = list(documents)
        marks = _marks(wanted)
        return {one.id: one for one in self.kept_where(f"id in ({marks})", wanted)}

    def every(self, after: int = 0) -> Iterator[Kept]:
        """Every document, in the order in which it last changed, that has changed after that."""
        return self.kept_where("changed > ? order by changed", (after,))

    def kept_where(self, where: str, values: Iterable[object]) -> Iterator[Kept]:
        """The documents that meet a condition of SQL, which is written by the program, never by who asks."""
        for row in self.rows(f"select {_COLUMNS} from documents where {where}", values):  # noqa: S608  # our own words
            yield _kept_of(row)

    def rows(self, statement: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
        """All rows of a statement."""
        with closing(self._database.execute(statement, tuple(values))) as rows:
            return rows.fetchall()

    def text_of(self, document: int) -> str:
        """The whole text."""
        return str(self._database.execute("select text from documents where id = ?", (document,)).fetchone()[0])

    def cut_of(self, document: int) -> list[tuple[str, str]] | None:
        """What the index is given of each passage: its stems, and the words that beginnings are looked for in; None where the
        document was put in by a program that cut texts in another way."""
        rows = self.rows("select stems, words from cut where document = ? and form = ?", (document, FORM))
        return [
            pair for stems, words in rows for pair in zip(stems.split("\n"), words.split("\n"), strict=True)
        ] or None

    def facts_of(self, document: int) -> dict[str, Any]:
        """All that the document says about itself, or the row of the record."""
        return dict(json.loads(self.rows("select facts from documents where id = ?", (document,))[0][0]))

    def passages_of(self, document: int) -> list[KeptPassage]:
        """The passages in their order."""
        rows = self.rows(
            "select page, start, end, headings, themes from passages where document = ? order by ordinal", (document,)
        )
        if not rows:
            return []
        pages, starts, ends, headings, themes = zip(*rows, strict=True)
        parts = zip(pages, starts, ends, _tuples(headings), _tuples(themes), strict=True)
        return [KeptPassage(*part) for part in parts]

    def passage(self, document: int, ordinal: int) -> tuple[KeptPassage, str]:
        """One passage with its words."""
        row = self._database.execute(
            "select page, start, end, headings, themes, substr(text, start + 1, end - start) from passages "
            "join documents on id = document where document = ? and ordinal = ?",
            (document, ordinal),
        ).fetchone()
        page, start, end, headings, themes, words = row
        return KeptPassage(page, start, end, tuple(json.loads(headings)), tuple(json.loads(themes))), words

    def recommendations_of(self, document: int) -> list[tuple[KeptRecommendation, str]]:
        """The recommendations with their words."""
        rows = self._database.execute(
            "select r.page, start, end, number, substr(text, start + 1, end - start) from recommendations r "
            "join documents on id = document where document = ? order by start",
            (document,),
        )
        return [(KeptRecommendation(page, start, end, number), words) for page, start, end, number, words in rows]

    def alike(self, sketch: Iterable[int], *, least: int, most: int = 5) -> list[tuple[int, tuple[int, ...]]]:
        """Documents that share at least so many hashes with a sketch, with their sketches, the nearest first."""
        hashes = list(sketch)
        marks = _marks(hashes)
        rows = self._database.execute(
            f"select document from sketches where hash in ({marks}) group by document having count(*) >= ? "  # noqa: S608
            "order by count(*) desc, document limit ?",
            (*hashes, least, most),
        ).fetchall()
        return [(document, self._sketch(document)) for (document,) in rows]

    def _sketch(self, document: int) -> tuple[int, ...]:
        rows = self._database.execute("select hash from sketches where document = ?", (document,))
        return tuple(sorted(hash_ for (hash_,) in rows))

    def changed(self) -> int:
        """The number of the last change; each change has the next."""
        return int(self._database.execute("select coalesce(max(changed), 0) from documents").fetchone()[0])

    def counts(self) -> dict[str, int]:
        """How many documents there are of each status, records apart, and how many passages the current ones have."""
        rows = self._database.execute("select status, is_record, count(*) from documents group by 1, 2").fetchall()
        counts = {
            ("record" if is_record and status == CURRENT else status): number for status, is_record, number in rows
        }
        current = "select id from documents where status = ?"
        passages = f"select count(*) from passages where document in ({current})"  # noqa: S608  # our own words
        counts["passages"] = self._database.execute(passages, (CURRENT,)).fetchone()[0]
        return counts

    def number(self) -> int:
        """How many documents there are, of whatever status."""
        return int(self._database.execute("select count(*) from documents").fetchone()[0])

    def state(self, name: str) -> str | None:
        """What was noted under a name."""
        row = self._database.execute("select value from state where name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_state(self, name: str, value: str) -> None:
        """Note something under a name."""
        self._database.execute("insert or replace into state values (?, ?)", (name, value))


def cut_into(text: str, passages: Iterable[KeptPassage]) -> list[tuple[str, str]]:
    """What the index is given of each passage of a text."""
    return [to_index(text[one.start : one.end]) for one in passages]


def _values(entry: Entry) -> tuple[object, ...]:
    """In the order of `_OF_ENTRY`."""
    lists = {name: json.dumps(getattr(entry, name)) for name in ("authorities", "regions", "ages")}
    values = {**lists, "facts": json.dumps(dict(entry.facts))}
    return tuple(values.get(name, getattr(entry, name)) for name in _OF_ENTRY)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


@lru_cache(maxsize=1_000)
def _written(names: tuple[str, ...]) -> str:
    """As JSON; the passages under one heading have the same."""
    return json.dumps(names)


def _tuples(written: Sequence[str]) -> list[tuple[str, ...]]:
    """Lists that were each written as JSON, read at once."""
    return [tuple(one) for one in json.loads(f"[{','.join(written)}]")]


def _kept_of(row: tuple[Any, ...]) -> Kept:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    lists = {name: tuple(json.loads(values[name])) for name in ("authorities", "regions", "ages")}
    return Kept(**{**values, **lists, "is_record": bool(values["is_record"])})
