"""The index: made from the store, so that it can be deleted at any time. A new one is made beside the old, then takes its place.

Each passage is one entry; a document that has no text here, or whose text fewer may see than its record, has one entry
(ordinal 0) with its title and summary.
"""

import json
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_question.library.filing import FACETS, THEME, YEAR, filed_under, with_groups
from second_question.library.store import CURRENT, Kept, Store, cut_into
from second_question.library.words import stems_of, to_index

if TYPE_CHECKING:
    import tantivy

MEMORY, ANEW, THREADS = 200_000_000, 400_000_000, 2
"""Bytes that may be gathered before they are written. A whole index gathers more: what is written in parts is merged after."""
FORM = 2
"""Counts up when the fields or the ways of cutting words change: an index of another form is made anew."""
ATTEMPTS, PAUSE = 3, 0.05
"""How often, and after how many seconds, an index is looked for."""
LEFT_OVER = 24 * 60 * 60
"""Seconds after which an index that no store names is what a process left that was ended."""
CUT = "whitespace"
_UPTO, _STATE = "upto", "indexed"


class NoIndex(Exception):
    """There is no index, or it is damaged, or belongs to another state of the store. The message says what to do."""

    def __init__(self) -> None:
        super().__init__(
            "The library has no index yet, or a damaged one. Make it anew with: second-question library rebuild"
        )


@cache
def schema() -> "tantivy.Schema":
    """The fields of an entry. What it is filed under stands in small letters, so that nobody needs to know how it is written.

    Texts come as `words.to_index` cuts them, so that the index has only to part them at the spaces.
    """
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    for name in ("document", "ordinal", "year"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("text", "heading", "title"):
        builder.add_text_field(name, tokenizer_name=CUT)
    builder.add_text_field("words", tokenizer_name=CUT, index_option="basic")
    builder.add_text_field("visibility", tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


class Busy(Exception):
    """Another process is writing the index."""

    def __init__(self) -> None:
        super().__init__("Another process is writing the index of the library. Try again when it has ended.")


class Index:
    """An index that is open. `searcher` sees the last commit."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self._index = _opened(folder)
        self.searcher = self._index.searcher()
        self._seen = 0
        self._corrections: dict[object, dict[str, tuple[str, ...]]] = {}

    def corrections(self, of: object) -> dict[str, tuple[str, ...]]:
        """What misspelled words were corrected to, for those who may see that; forgotten when the index changes."""
        return self._corrections.setdefault(of, {})

    def seeing(self, change: int) -> "Index":
        """This index, which was opened when all changes up to that one had been entered."""
        self._seen = change
        return self

    def add(self, store: Store, documents: Iterable[Kept]) -> int:
        """Enter documents that are new or have changed; the number of the last change that is in it then."""
        last = 0
        with _writer(self._index) as writer:
            for document in documents:
                self._leave_out(writer, document.id)
                _enter(writer, store, document)
                last = document.changed
        self._index.reload()
        self.searcher = self._index.searcher()
        self._corrections.clear()
        self._seen = last or self._seen
        return last

    def _leave_out(self, writer: "tantivy.IndexWriter", document: int) -> None:
        """By query: by term, a number finds nothing in a field of unsigned numbers (tantivy 0.27)."""
        from tantivy import Query

        entries = Query.term_query(schema(), "document", document)
        if self.searcher.search(entries, 1, count=False).hits:
            writer.delete_documents_by_query(entries)

    def sees(self, change: int) -> bool:
        """Whether it was opened after that change had been entered, by this or another process."""
        return self._seen >= change


def opened(store: Store) -> Index:
    """The index of a store, with what has been added since it was last written.

    Raises:
        NoIndex: there is none that fits.
    """
    for again in range(ATTEMPTS):
        try:
            index = _as_noted(store)
            break
        except NoIndex:
            if again == ATTEMPTS - 1 or not _state(store):  # a new library has none to wait for
                raise
            time.sleep(PAUSE)  # another process may just be putting a new one in its place
    if not is_up_to_date(store, index):
        with suppress(Busy):  # what the other process enters is found with the next search
            catch_up(store, index)
    return index


def _as_noted(store: Store) -> Index:
    """The index that the store names, if it is of this form and holds just what the store says."""
    state = _state(store)
    folder = store.folder / state.get("index", "")
    if state.get("form") != FORM or state["upto"] > store.changed() or _upto(folder) != state["upto"]:
        raise NoIndex
    try:
        return Index(folder).seeing(state["upto"])
    except (ValueError, OSError):
        raise NoIndex from None


def _state(store: Store) -> dict[str, Any]:
    return dict(json.loads(store.state(_STATE) or "{}"))


def _upto(folder: Path) -> int:
    """The number of the last change that an index says it holds; a store restored from a backup may say another."""
    try:
        return int((folder / _UPTO).read_text())
    except (ValueError, OSError):
        return -1


def is_up_to_date(store: Store, index: Index) -> bool:
    """Whether an open index is still that of the store, and has all that is in it."""
    state = _state(store)
    return state.get("index") == index.name and state.get("upto") == store.changed() and index.sees(state["upto"])


def catch_up(store: Store, index: Index) -> None:
    """Enter what has changed in the store since the index was written."""
    state = _state(store)
    last = index.add(store, store.every(after=state["upto"]))
    _note(store, state["index"], max(last, state["upto"]))


def rebuild(store: Store, progress: Callable[[int], Any] = lambda _number: None) -> None:
    """Make the index anew from the store; the old one answers until the new one is whole.

    Args:
        store: what is to be found.
        progress: is told how many further documents have been entered.
    """
    name = f"index-{secrets.token_hex(6)}"
    folder = store.folder / name
    folder.mkdir()
    last = store.changed()
    try:
        _filled(_new(folder), store, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _take_its_place(store, name, last)


def _filled(index: "tantivy.Index", store: Store, progress: Callable[[int], Any]) -> None:
    with _writer(index, ANEW) as writer:
        for document in store.every():
            _enter(writer, store, document)
            progress(1)


def _take_its_place(store: Store, name: str, last: int) -> None:
    """In one step: the store's note of it is what counts. What it takes the place of is deleted, and nothing that another
    process may just be making."""
    with store.writing():
        before = _state(store).get("index")
        _note(store, name, last)
    for old in store.folder.glob("index-*"):
        if old.name == before or (old.name != name and _age(old) > LEFT_OVER):
            shutil.rmtree(old, ignore_errors=True)


def _age(folder: Path) -> float:
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime
    return 0.0


def _note(store: Store, name: str, last: int) -> None:
    (store.folder / name / _UPTO).write_text(str(last), encoding="utf-8")
    store.set_state(_STATE, json.dumps({"index": name, "upto": last, "form": FORM}))


def _new(folder: Path) -> "tantivy.Index":
    import tantivy

    return tantivy.Index(schema(), str(folder))


def _opened(folder: Path) -> "tantivy.Index":
    import tantivy

    return tantivy.Index.open(str(folder))


class _writer:  # noqa: N801  # used as a function
    """Commits when all went well; waits until the index is in order."""

    def __init__(self, index: "tantivy.Index", memory: int = MEMORY) -> None:
        try:
            self._writer = index.writer(memory, THREADS)
        except ValueError:
            raise Busy from None

    def __enter__(self) -> "tantivy.IndexWriter":
        return self._writer

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self._writer.commit()
            self._writer.wait_merging_threads()
        else:
            self._writer.rollback()


def _enter(writer: "tantivy.IndexWriter", store: Store, document: Kept) -> None:
    if document.status == CURRENT:
        for entry in entries(store, document):
            writer.add_document(entry)


def entries(store: Store, document: Kept) -> Iterator["tantivy.Document"]:
    """What the index holds of a document."""
    common, passages = _common(document), store.passages_of(document.id)
    if not passages or document.visibility != document.text_visibility:
        summary = store.text_of(document.id) if document.is_record else ""
        yield _entry(common, document.visibility, 0, to_index(f"{document.title}\n{summary}"), (), ())
    if passages:
        cut = store.cut_of(document.id) or cut_into(store.text_of(document.id), passages)
        for ordinal, (one, said) in enumerate(zip(passages, cut, strict=True), 1):
            yield _entry(common, document.text_visibility, ordinal, said, one.headings, one.themes)


@dataclass(frozen=True)
class _Common:
    """What all entries of a document have: made once, as there may be hundreds."""

    document: int
    title: str  # its stems
    years: tuple[int, ...]
    filed: tuple[tuple[str, str], ...]


def _common(document: Kept) -> _Common:
    filed = filed_under(document)
    years = tuple(int(value) for value in filed.pop(YEAR))
    values = tuple((name, value.lower()) for name, values in filed.items() for value in values)
    return _Common(document.id, _stems(document.title), years, values)


def _entry(
    common: _Common,
    visibility: str,
    ordinal: int,
    said: tuple[str, str],
    headings: Iterable[str],
    themes: Iterable[str],
) -> "tantivy.Document":
    import tantivy

    entry = tantivy.Document()
    entry.add_unsigned("document", common.document)
    entry.add_unsigned("ordinal", ordinal)
    for year in common.years:
        entry.add_unsigned(YEAR, year)
    stems, words = said
    for name, value in (("text", stems), ("words", words), ("heading", _stems(*headings)), ("title", common.title)):
        entry.add_text(name, value)
    entry.add_text("visibility", visibility)
    for name, value in common.filed:
        entry.add_text(name, value)
    for value in with_groups(themes):
        entry.add_text(THEME, value.lower())
    return entry


def _stems(*said: str) -> str:
    return " ".join(stems_of(" ".join(said)))
