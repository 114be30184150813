"""Files enter the library by several processes: what becomes of the others when one of them ends."""

import os
from pathlib import Path

import pytest

from second_question.library import adding
from second_question.library.collection import Library
from second_question.library.worker import Answered, Read, made_of

SAID = (
    "Nothing more was known of the family of {name} at the clinic near the home to which it had moved in that winter."
)


def made_or_ended(said: Answered) -> Read:
    """Handed to another process by its name: one file ends it."""
    if said.place.endswith("beryl.md"):
        os._exit(1)
    return made_of(said)


def test_a_file_that_ends_the_process_is_named_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / f"{name}.md" for name in ("amber", "beryl", *map(str, range(8)))]
    for file in files:
        file.write_text(SAID.format(name=file.stem))
    monkeypatch.setattr(adding, "made_of", made_or_ended)
    with Library(tmp_path / "library") as library:
        told = list(library.add(files, workers=2))
    assert [one.place for one in told if one.problem] == [str(tmp_path / "beryl.md")]
    assert "ended the program" in told[1].problem
