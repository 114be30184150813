"""The library as other programs use it: add, search, find what is similar, see what is in it."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

from second_question.documents import Document
from second_question.home import home
from second_question.library import adding, index, listing, matching, searching
from second_question.library.access import Access
from second_question.library.entry import PUBLIC
from second_question.library.meaning.model import Model, installed
from second_question.library.meaning.vectors import Vectors
from second_question.library.similar import Similar, similar
from second_question.library.store import Kept, Store

FOLDER = "library"


class Library:
    """The collection in a folder; by default that of the installation. To be closed after use."""

    def __init__(self, folder: Path | None = None, model: Model | None = None) -> None:
        """
        Args:
            folder: where it lies.
            model: of meaning; by default the one that is installed, if there is one.
        """
        self.store = Store(folder or home() / FOLDER)
        self._index: index.Index | None = None
        self._model, self._vectors = model, list[Vectors]()

    def close(self) -> None:
        """Let go of the files."""
        self._index = None
        while self._vectors:
            self._vectors.pop().close()
        self.store.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    @property
    def index(self) -> index.Index:
        """The index, with all that is in the store.

        Raises:
            NoIndex: it is missing or damaged.
        """
        if self._index is None or not index.is_up_to_date(self.store, self._index):
            self._index = index.opened(self.store)
        return self._index

    @property
    def vectors(self) -> Vectors | None:
        """The vectors of the passages; None where no model of meaning is installed."""
        model = self._model or installed()
        if model and not self._vectors:
            self._vectors.append(Vectors(self.store, model))
        return self._vectors[0] if self._vectors else None

    def update_meaning(self, progress: Callable[[int], Any] = lambda _number: None) -> bool:
        """Make the vectors of what is new, which takes much longer than the index; whether there is a model that makes them.

        A run that was stopped goes on where it was, and a search uses what there is.
        """
        vectors = self.vectors
        if vectors:
            vectors.update(progress)
        return vectors is not None

    def known_by_words_alone(self) -> int:
        """How many documents are still to be read for their meaning; none where there is no model that could."""
        vectors = self.vectors
        return vectors.missing() if vectors else 0

    def add(
        self, files: Sequence[Path], *, seen: adding.Seen | None = None, workers: int | None = None
    ) -> Generator[adding.Added, None, None]:
        """Add files; they are found once `update` has been called, or with the next search.

        Raises:
            ValueError: more people would see the text than the record.
        """
        said = seen or adding.Seen()
        if said.record not in (PUBLIC, said.of_text):
            raise ValueError("A text cannot be seen by people who may not see its record.")
        return adding.add(self.store, files, seen=said, workers=workers)

    def update(self, progress: Callable[[int], Any] = lambda _number: None) -> None:
        """Enter into the index what is new; make the index anew where it is missing or damaged."""
        try:
            _ = self.index
        except index.NoIndex:
            self.rebuild(progress)

    def rebuild(self, progress: Callable[[int], Any] = lambda _number: None) -> None:
        """Make the index anew; the old one answers meanwhile."""
        index.rebuild(self.store, progress)

    def search(self, asked: searching.Asked) -> searching.Found:
        """Search the passages.

        Raises:
            NoIndex: the index is missing or damaged.
        """
        return searching.search(self.store, self.index, asked, self._made_vectors if asked.meaning else None)

    @property
    def _made_vectors(self) -> Vectors | None:
        vectors = self.vectors
        return vectors if vectors and vectors.are_there else None

    def matching(self, asked: searching.Asked, most: int) -> list[Kept]:
        """The documents that a search finds, up to so many, newly published first.

        Raises:
            NoIndex: the index is missing or damaged.
        """
        if not asked.query.strip() and asked.among is None:
            return list(self.documents(asked.access, asked.filters, limit=most).documents)
        return matching.matching(self.store, self.index, asked, most)

    def documents(
        self,
        access: Access,
        filters: listing.Filters | None = None,
        *,
        limit: int | None = 20,
        offset: int = 0,
        order: listing.Order = listing.Order.PUBLISHED,
        changed_since: int | None = None,
    ) -> listing.Listed:
        """Current documents that the asker may see, newly published first; see `listing.documents`."""
        return listing.documents(
            self.store, access, filters or {}, limit=limit, offset=offset, order=order, changed_since=changed_since
        )

    def document(self, key: str, access: Access) -> Kept | None:
        """The document of that permanent name, if the asker may see it."""
        found = self.store.by_key(key)
        return found if found and access.allows(found.visibility) else None

    def facets(self, access: Access, filters: listing.Filters | None = None) -> dict[str, dict[str, int]]:
        """How many documents that the asker may see have each value of what is filtered by; see `listing.facets`."""
        return listing.facets(self.store, access, filters or {})

    def similar_to_text(
        self, passages: Sequence[str], *, access: Access, digest: str = "", limit: int = 10, meaning: bool = True
    ) -> list[Similar]:
        """What says the same as these passages; a document with that digest is left out.

        Raises:
            NoIndex: the index is missing or damaged.
        """
        itself = self.store.by_digest(digest) if digest else None
        without = [itself.id, *([itself.of] if itself.of else [])] if itself else []
        vectors = self._made_vectors if meaning else None
        return similar(self.store, self.index, passages, access=access, without=without, limit=limit, vectors=vectors)

    def similar_to(self, document: Kept, *, access: Access, limit: int = 10) -> list[Similar]:
        """What says the same as a document of the library.

        Raises:
            NoIndex: the index is missing or damaged.
        """
        text = self.store.text_of(document.id)
        said = [text[one.start : one.end] for one in self.store.passages_of(document.id)] or [text]
        return self.similar_to_text(said, access=access, digest=document.digest, limit=limit)


def passages_in(document: Document) -> list[str]:
    """The passages of a text that is not in the library; a short one is one passage."""
    from second_question.reading.themes.passages import passages_of

    return [document.text[one.start : one.end] for one in passages_of(document)] or [document.text]
