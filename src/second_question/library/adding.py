"""Files and folders enter the library: read by all processors at once, each once, copies and new versions recognised.

What is in the store is not read again, so a run that was stopped goes on where it was.
"""

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import forkserver, resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING

from second_question.documents import CannotRead
from second_question.documents.batches import ReadingProcess, each_read
from second_question.library.entry import OWN, Entry, digest_of
from second_question.library.sketch import likeness
from second_question.library.store import COPY, CURRENT, EARLIER, Store
from second_question.library.worker import Answered, Read, ask, begin, made_of, not_there

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

AHEAD = 6
"""So many files for each process may lie read, so that reading goes on while those that make entries of them still start."""
FEW = 3
"""So many files are read in this process: starting others takes longer."""
LARGEST = 500 * 1024 * 1024
SAME, ALIKE = 0.95, 0.4
"""Likeness from which a text is a copy of another; and from which one of the same title is a new version of it."""
LEAST_SHARED = 12
"""Hashes that two texts must share to be compared."""

_GONE = "The file cannot be read: reading it ended the program that read it. Save its text alone, and use that."


class What(StrEnum):
    """What became of a file."""

    ADDED = "added"
    THERE = "already there"
    COPY = "copy"
    VERSION = "new version"
    PROBLEM = "not read"


@dataclass(frozen=True)
class Added:
    """What became of a file or record. `of` is the title of the document that it is a copy or new version of."""

    place: str
    what: What
    problem: str = ""
    of: str = ""
    pages: int = 0


@dataclass(frozen=True)
class Seen:
    """Who may see what is added: the record, and its text. A text is never seen by more people than its record."""

    record: str = OWN
    text: str = ""

    @property
    def of_text(self) -> str:
        """The visibility of the text, which is that of the record unless said otherwise."""
        return self.text or self.record


def add(store: Store, files: Sequence[Path], *, seen: Seen, workers: int | None = None) -> Generator[Added, None, None]:
    """Add files in their order; tables of records (CSV) too.

    Args:
        store: where they are kept.
        files: the files.
        seen: who may see them.
        workers: how many are read at once; by default as many as there are processors.
    """
    several = max(1, min(workers or os.cpu_count() or 1, len(files)))
    reading = _here(store, files) if len(files) <= FEW or several == 1 else _side_by_side(store, files, several)
    with closing(reading):
        for read in reading:
            yield from _kept(store, read, seen)


def _kept(store: Store, read: Read, seen: Seen) -> Iterator[Added]:
    if read.problem:
        yield Added(read.place, What.PROBLEM, read.problem)
    elif read.there:
        yield Added(read.place, What.THERE)
    for number, entry in enumerate(read.entries, 1):
        place = f"{read.place}, record {number}" if entry.is_record else read.place
        with store.writing():
            added = _put(store, entry, place, seen)
        yield added


def _put(store: Store, entry: Entry, place: str, seen: Seen) -> Added:
    known = store.by_digest(entry.digest)
    if known:
        store.found_at(place, entry.digest, known.id)
        return Added(place, What.THERE, of=known.title, pages=entry.pages)
    before = store.at_place(place)
    same, earlier = _like(store, entry, before[1] if before else None)
    document = store.put(entry, visibility=seen.record, text_visibility=seen.of_text)
    store.found_at(place, entry.digest, document)
    if same is not None:
        store.set_status(document, COPY, same)
    elif earlier is not None:
        store.set_status(earlier, EARLIER, document)
    of = store.by_id([one for one in (same, earlier) if one is not None])
    what = What.COPY if same is not None else What.VERSION if earlier is not None else What.ADDED
    return Added(place, what, of=next((one.title for one in of.values()), ""), pages=entry.pages)


def _like(store: Store, entry: Entry, at_place: int | None) -> tuple[int | None, int | None]:
    """The current document that this is a copy of, or else the one that it is a new version of."""
    if entry.is_record:
        return None, at_place
    near = store.alike(entry.sketch, least=min(LEAST_SHARED, max(1, len(entry.sketch) // 2))) if entry.sketch else []
    documents = store.by_id([document for document, _ in near])
    for document, sketch in near:
        other, alike = documents[document], likeness(entry.sketch, sketch)
        if other.status != CURRENT or other.is_record:
            continue
        if alike >= SAME and document != at_place:
            return document, None
        if document == at_place or (alike >= ALIKE and _same_name(entry, other.title, other.name)):
            return None, document
    return None, at_place


def _same_name(entry: Entry, title: str, name: str) -> bool:
    return entry.title.casefold() == title.casefold() or entry.name.casefold() == name.casefold()


def _here(store: Store, files: Iterable[Path]) -> Generator[Read, None, None]:
    process = ReadingProcess()
    try:
        for file in files:
            said = _there(store, file) or ask(file, process)
            yield made_of(said) if isinstance(said, Answered) else said
    finally:
        process.close()


def _side_by_side(store: Store, files: Iterable[Path], workers: int) -> Generator[Read, None, None]:
    """Some processes read while others make entries of what was read before."""
    context = _starting()
    pool = ProcessPoolExecutor(workers, context, initializer=begin)

    def ask_then_make(given: Path | Read, process: ReadingProcess) -> Read | _Making:
        said = given if isinstance(given, Read) else ask(given, process)
        return said if isinstance(said, Read) else _Making(said, _begun(pool, said))

    unread = (_there(store, file) or file for file in files)
    try:
        with closing(each_read(unread, ask_then_make, workers=workers, ahead=AHEAD)) as each:
            for made in each:
                yield made if isinstance(made, Read) else made.result(context)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True)
class _Making:
    """An entry that is being made of what a reading process said; nowhere, if the processes that make them have ended."""

    said: Answered
    made: "Future[Read] | None"

    def result(self, context: "BaseContext") -> Read:
        """The entry. When one process ends, so do all: what they were at is made alone, to find the file that it was."""
        try:
            return self.made.result() if self.made else self._alone(context)
        except BrokenProcessPool:
            return self._alone(context)

    def _alone(self, context: "BaseContext") -> Read:
        with ProcessPoolExecutor(1, context, initializer=begin) as pool:
            try:
                return pool.submit(made_of, self.said).result()
            except BrokenProcessPool:
                return Read(self.said.place, problem=f"{self.said.place}: {_GONE}")


def _begun(pool: ProcessPoolExecutor, said: Answered) -> "Future[Read] | None":
    try:
        return pool.submit(made_of, said)
    except BrokenProcessPool:
        return None


def _starting() -> "BaseContext":
    """Processes are forked from one that has all loaded that they need, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["second_question.library.ready"])
    _begin_loading()
    return context


def _begin_loading() -> None:
    """Start the process from which others are forked. Whoever stops the command stops it through this process."""
    resource_tracker.ensure_running()  # before, since starting it lets the signal through again
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _there(store: Store, file: Path) -> Read | None:
    """What needs no reading: the same bytes are in the store, or there are none."""
    try:
        if file.stat().st_size > LARGEST:
            raise CannotRead(f"The file is larger than {LARGEST // 1024 // 1024} MB, so it is no report.")
        digest = digest_of(file.read_bytes())
    except OSError as error:
        return not_there(file, error)
    except CannotRead as reason:
        return Read(str(file), problem=f"{file}: {reason}")
    known = store.by_digest(digest)
    if known is None:
        return None
    store.found_at(str(file), digest, known.id)
    return Read(str(file), digest, there=True)
