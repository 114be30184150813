"""What others need for the same passages and queries, in the same run: Tantivy alone, SQLite's FTS5, Datasette.

Datasette is no dependency: it is measured where its command is on the path or named in `DATASETTE`, and else said to be missing.
"""

import os
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from second_question.library.collection import Library

SHOWN = 20
PATIENCE = 30
PAGES = 3


def passages_in(library: Library) -> Iterator[str]:
    """The words of every passage."""
    for document in library.store.every():
        text = library.store.text_of(document.id)
        yield from (text[one.start : one.end] for one in library.store.passages_of(document.id))


def tantivy_alone(library: Library, folder: Path, queries: Sequence[str]) -> tuple[float, float]:
    """Seconds to index the documents, a whole text each in one field; and milliseconds of a query of passages at the 95th
    percentile: with its own parser, without counts, filters or passages."""
    import tantivy

    schema = tantivy.SchemaBuilder().add_text_field("text").build()
    began = time.perf_counter()
    _filled(tantivy.Index(schema, str(_new(folder / "whole"))), map(library.store.text_of, _ids(library)))
    took = time.perf_counter() - began
    index = _filled(tantivy.Index(schema, str(_new(folder / "passages"))), passages_in(library))
    searcher = index.searcher()
    parsed = [index.parse_query(query.replace(":", " ").replace("*", ""), ["text"]) for query in queries]
    return took, p95([lambda query=query: searcher.search(query, SHOWN) for query in parsed])


def full_text_search(library: Library, file: Path, queries: Sequence[str]) -> float:
    """Milliseconds of a ranked query with snippets in SQLite's FTS5, at the 95th percentile. The file is for Datasette too."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("create table passages (id integer primary key, said text)")
        database.executemany("insert into passages (said) values (?)", ((said,) for said in passages_in(library)))
        tokens = "content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61'"
        database.execute(f"create virtual table passages_fts using fts5 (said, {tokens})")
        database.execute("insert into passages_fts (rowid, said) select id, said from passages")
        database.commit()
        asked = (
            "select snippet(passages_fts, 0, '[', ']', '…', 30) from passages_fts where passages_fts match ? "  # noqa: S608
            f"order by rank limit {SHOWN}"
        )
        return p95([lambda query=query: database.execute(asked, (query,)).fetchall() for query in queries])


def datasette(file: Path, queries: Sequence[str]) -> str:
    """The time of its search page, as a phrase; or that it is not there."""
    command = os.environ.get("DATASETTE") or shutil.which("datasette")
    if not command:
        return "Datasette is not installed"
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = f"http://127.0.0.1:{port}/{file.stem}/passages"
    server = subprocess.Popen(
        [command, str(file), "--port", str(port)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        _answering(f"{page}?_size=1")
        asked = [f"{page}?_search={urllib.parse.quote(query)}&_size={SHOWN}" for query in queries]
        taken = [_milliseconds(lambda address=address: _got(address)) for address in asked for _ in range(PAGES)]
    finally:
        server.terminate()
        server.wait()
    return f"Datasette’s page {min(taken):.0f} to {max(taken):.0f} ms, median {median(taken):.0f}"


def _answering(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            _got(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("Datasette did not answer")


def _got(address: str) -> None:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        answer.read()


def p95(calls: list[Callable[[], object]], rounds: int = 8) -> float:
    """Milliseconds at the 95th percentile."""
    return quantiles([_milliseconds(call) for _ in range(rounds) for call in calls], n=20)[-1]


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def _ids(library: Library) -> list[int]:
    return [document.id for document in library.store.every()]


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _filled(index, texts):  # type: ignore[no-untyped-def]
    import tantivy

    writer = index.writer(400_000_000, 2)
    for text in texts:
        entry = tantivy.Document()
        entry.add_text("text", text)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index
