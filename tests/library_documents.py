"""Fictional documents in the library of a test, put there as the command line would."""

from second_question.library.collection import Library
from second_question.library.entry import Entry, KeptPassage
from second_question_web.library.collection import library

SAID = "Nobody asked the fathers what they saw, and the midwife wrote to no one."


def put(key: str, seen: str = "public", text_seen: str = "", **facts: object) -> None:
    """A document of that key; `seen` is who may see its record, `text_seen` its text where that is not the same."""
    values: dict[str, object] = {
        "key": key,
        "digest": f"digest of {key}",
        "name": key,
        "text": SAID,
        "title": f"Child {key.capitalize()}",
        "kind": "local-review",
        "authorities": ("Norfolk",),
        "regions": ("East of England",),
        "nation": "England",
        "published": "2026-10-01",
        "ages": (0,),
        "address": f"https://example.org/{key}.pdf",
        "pages": 3,
        "facts": {"authors": ["A. Fictional"]},
        "passages": (KeptPassage(1, 0, len(SAID), ("Findings",), ("curiosity.fathers",)),),
    }
    store = library().store
    with store.writing():
        store.put(Entry(**(values | facts)), visibility=seen, text_visibility=text_seen or seen)  # type: ignore[arg-type]


def show_to(key: str, seen: str) -> None:
    """Let others see a document, or nobody."""
    store = library().store
    found = store.by_key(key)
    assert found
    with store.writing():
        store.set_visibility(found.id, seen, seen)


def stamp(key: str, at: str) -> None:
    """Make believe that a document last changed then."""
    store = library().store
    found = store.by_key(key)
    assert found
    store.rows("update stamps set at = ? where document = ?", (at, found.id))


def opened() -> Library:
    """The library with its index made."""
    made = library()
    made.update()
    return made
