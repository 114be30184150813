"""The vectors of the passages: a file beside the index, made from the store like it, so that it can be deleted at any time."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from second_question.library.access import Access
from second_question.library.listing import Filters, readable
from second_question.library.meaning.model import Model
from second_question.library.store import CURRENT, Kept, Store

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, Any]

FILE = "meaning.sqlite3"
STEPS = 127
"""Each number of a vector is kept as a whole number up to that."""
ROUGHLY = 2_000
"""So many passages are found by the signs of their numbers alone, and then looked at exactly."""
_TABLES = """
create table if not exists model (name text not null);
create table if not exists vectors (
    document integer primary key, changed integer not null, said text not null, width integer not null,
    rows blob not null
);
"""


@dataclass(frozen=True)
class Near:
    """An entry of the index (`ordinal` 0 is the record) and its likeness in meaning, at most 1."""

    document: int
    ordinal: int
    likeness: float


@dataclass(frozen=True)
class _Rows:
    """All vectors, with the document and the ordinal of each; `signs` have a bit for each number.

    `alone` tells those whose document has no other; `changed` is the last change of each document
    that they hold, by its id.
    """

    numbers: "Numbers"
    signs: "Numbers"
    documents: "Numbers"
    ordinals: "Numbers"
    alone: "Numbers"
    changed: "Numbers"


class Vectors:
    """The vectors of a library by one model. Those of another model are thrown away."""

    def __init__(self, store: Store, model: Model) -> None:
        self._store, self._model = store, model
        self._rows: tuple[tuple[int, int], _Rows] | None = None
        self._followed = -1
        self._last: tuple[str, Numbers] | None = None
        self._database = self._opened()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        path = self._store.folder / FILE
        try:
            return self._prepared(_connected(str(path)))
        except sqlite3.DatabaseError:  # damaged, and derived: made anew
            path.unlink(missing_ok=True)
            return self._prepared(_connected(str(path)))

    def _prepared(self, database: sqlite3.Connection) -> sqlite3.Connection:
        database.executescript(_TABLES)
        if database.execute("select name from model").fetchall() != [(self._model.name,)]:
            database.execute("begin immediate")
            database.execute("delete from model")
            database.execute("delete from vectors")
            database.execute("insert into model values (?)", (self._model.name,))
            database.execute("commit")
        return database

    def update(self, progress: Callable[[int], Any] = lambda _number: None) -> None:
        """Make what is missing, a document at a time, so that a run that was stopped goes on where it was.

        Args:
            progress: is told how many further documents have been read.
        """
        for document in self._unread():
            self._keep(document)
            progress(1)

    def missing(self) -> int:
        """How many documents are still to be read."""
        return len(self._unread())

    def _unread(self) -> list[Kept]:
        known = self._known()
        return [document for document in self._store.every() if known.get(document.id) != document.changed]

    @property
    def are_there(self) -> bool:
        """Whether there are any."""
        return bool(self._database.execute("select exists (select * from vectors where width)").fetchone()[0])

    def _keep(self, document: Kept) -> None:
        """One that is no longer found has no rows; one whose words are the same keeps its own."""
        said = said_in(self._store, document) if document.status == CURRENT else []
        digest = _digest(said)
        if self._is_known(document, digest):
            return
        rows = _in_steps(self._model.vectors(said)) if said else None
        kept = (
            document.id,
            document.changed,
            digest,
            0 if rows is None else rows.shape[1],
            b"" if rows is None else rows.tobytes(),
        )
        self._database.execute("insert or replace into vectors values (?, ?, ?, ?, ?)", kept)

    def nearest(self, texts: Sequence[str], access: Access, filters: Filters, *, limit: int) -> list[list[Near]]:
        """For each text the passages nearest in meaning of those that the asker may read, the nearest first."""
        rows = self._all()
        places = self._open(rows, access, filters)
        if not len(places) or not texts:
            return [[] for _ in texts]
        found = [self._vector(texts[0])] if len(texts) == 1 else self._model.vectors(texts)
        return [_nearest(rows, places, one, limit) for one in found]

    def _vector(self, text: str) -> "Numbers":
        """That of a query, which is asked for twice."""
        if self._last is None or self._last[0] != text:
            self._last = text, self._model.vectors([text])[0]
        return self._last[1]

    def likeness(self, text: str, entries: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """The likeness in meaning of a text to entries of the index; what has no vector yet is left out."""
        rows = self._all()
        at = {entry: place for entry in entries if (place := _place(rows, *entry)) is not None}
        if not at:
            return {}
        alike = _exactly(rows, list(at.values()), self._vector(text))
        return {entry: float(value) for entry, value in zip(at, alike, strict=True)}

    def _open(self, rows: _Rows, access: Access, filters: Filters) -> "Numbers":
        """The places of the rows that may be read and are of the text as it is now; nothing else is compared."""
        import numpy

        found = numpy.array(readable(self._store, access, filters), dtype=numpy.int64).reshape(-1, 4)
        size = len(rows.changed)
        ids, changed, text, apart = found[found[:, 0] < size].T
        now = rows.changed[ids] == changed
        texts, records, aparts = (numpy.zeros(size, dtype=bool) for _ in range(3))
        texts[ids[now & (text == 1)]] = True
        records[ids[now]] = True
        aparts[ids[now & (apart == 1)]] = True
        of_record = records[rows.documents] & (aparts[rows.documents] | rows.alone)
        return numpy.flatnonzero(numpy.where(rows.ordinals > 0, texts[rows.documents], of_record))

    def _all(self) -> _Rows:
        self._follow()
        number = self._database.execute("select count(*), coalesce(max(changed), 0) from vectors").fetchone()
        if self._rows is None or self._rows[0] != number:
            self._rows = number, self._read()
        return self._rows[1]

    def _follow(self) -> None:
        """What was only opened or closed to somebody since is the same text as before: its vectors still hold."""
        now = self._store.changed()
        if self._followed == now:
            return
        known = self._known()
        for document in self._store.every(after=self._followed):
            if known.get(document.id, document.changed) != document.changed:
                self._is_known(document, _digest(said_in(self._store, document)))
        self._followed = now

    def _known(self) -> dict[int, int]:
        """The change of each document of which there are vectors."""
        return dict(self._database.execute("select document, changed from vectors").fetchall())

    def _is_known(self, document: Kept, digest: str) -> bool:
        """Whether there are vectors of just these words; they are then those of the last change."""
        statement = "update vectors set changed = ? where document = ? and said = ? returning document"
        return bool(self._database.execute(statement, (document.changed, document.id, digest)).fetchall())

    def _read(self) -> _Rows:
        import numpy

        found = self._database.execute(
            "select document, changed, width, rows from vectors where width order by 1"
        ).fetchall()
        parts = [numpy.frombuffer(rows, dtype=numpy.int8).reshape(-1, width) for _, _, width, rows in found]
        counts = [len(part) for part in parts]
        numbers = numpy.concatenate(parts) if parts else numpy.zeros((0, 1), numpy.int8)
        ordinals = numpy.concatenate([numpy.arange(count) for count in counts] or [numpy.zeros(0, numpy.int64)])
        documents = numpy.repeat(numpy.array([one[0] for one in found], dtype=numpy.int64), counts)
        alone = numpy.repeat(numpy.array([count == 1 for count in counts], dtype=bool), counts)
        changed = numpy.full(int(documents[-1]) + 1 if len(documents) else 0, -1)
        changed[[one[0] for one in found]] = [one[1] for one in found]
        return _Rows(numbers, _signs(numbers), documents, ordinals, alone, changed)


def said_in(store: Store, document: Kept) -> list[str]:
    """What stands for a document: its title, with the summary of a record; and its passages."""
    text = store.text_of(document.id)
    record = f"{document.title}\n{text}" if document.is_record else document.title
    return [record, *(text[one.start : one.end] for one in store.passages_of(document.id))]


def _digest(said: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _connected(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
    with closing(database.execute("pragma journal_mode = wal")):
        return database


def _in_steps(vectors: "Numbers") -> "Numbers":
    """Whole numbers, the largest of each row as `STEPS`: only the direction counts."""
    import numpy

    largest = numpy.abs(vectors).max(axis=1, keepdims=True)
    steps: Numbers = numpy.round(vectors / numpy.maximum(largest, 1e-9) * STEPS)
    return steps.astype(numpy.int8)


def _signs(numbers: "Numbers") -> "Numbers":
    import numpy

    bits = numpy.packbits(numbers > 0, axis=1)
    padding = -bits.shape[1] % 8
    filled: Numbers = numpy.pad(bits, ((0, 0), (0, padding)))
    return filled.view(numpy.uint64)


def _place(rows: _Rows, document: int, ordinal: int) -> int | None:
    import numpy

    place = int(numpy.searchsorted(rows.documents, document)) + ordinal
    return place if place < len(rows.documents) and rows.documents[place] == document else None


def _nearest(rows: _Rows, places: "Numbers", vector: "Numbers", limit: int) -> list[Near]:
    import numpy

    if len(places) > ROUGHLY:
        away = numpy.bitwise_count(rows.signs[places] ^ _signs(vector[None, :])).sum(axis=1, dtype=numpy.int32)
        places = places[numpy.argpartition(away, ROUGHLY)[:ROUGHLY]]
    alike = _exactly(rows, places, vector)
    best = numpy.argsort(-alike, kind="stable")[:limit]
    return [Near(int(rows.documents[places[at]]), int(rows.ordinals[places[at]]), float(alike[at])) for at in best]


def _exactly(rows: _Rows, places: "Numbers | list[int]", vector: "Numbers") -> "Numbers":
    import numpy

    numbers = rows.numbers[places].astype(numpy.float32)
    alike: Numbers = (numbers @ vector) / numpy.maximum(numpy.linalg.norm(numbers, axis=1), 1e-9)
    return alike
