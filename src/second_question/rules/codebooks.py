"""Codebooks: what passages of reviews are coded with. Data in `codebook/`, one file an edition (handbook 3, section 4).

A code never changes its meaning. A changed codebook is a new edition beside the old one, and a coding keeps the edition that it
was made with. Anybody can write a codebook of their own as JSON in the shape of those files; only `id`, and `code` and
`definition` of each code, must be there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "codebook"
NEWEST = "practice-themes/2021"

_TEXTS = ("title", "definition", "parent")
_LISTS = ("include", "exclude", "examples")
_WORDS = ("strong", "some", "never")


class NotACodebook(ValueError):
    """The JSON is no codebook. `problems` say for each thing that is wrong where it stands and what to do."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Wording:
    """Words by which a code is known in a text, in any inflection; `…` stands for up to three other words.

    A word in capitals is met in capitals only; one after `=` is met as it is, without its inflections.

    `strong` ones speak of the theme by themselves, `some` only beside others, and within `never` ones no word counts.
    """

    strong: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Code:
    """A theme: what it covers, what belongs to it and what does not, examples (invented), and the code above it.

    `began` and `ended` are the days between which it is in use; None is open.
    """

    code: str
    title: str
    definition: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    parent: str | None = None
    began: date | None = None
    ended: date | None = None
    words: Wording = Wording()


@dataclass(frozen=True)
class Codebook:
    """An edition of a codebook. `source` says what it rests on."""

    id: str
    title: str
    codes: tuple[Code, ...]
    source: str = ""
    began: date | None = None
    ended: date | None = None

    def code(self, name: str) -> Code:
        """The code of that name.

        Raises:
            KeyError: this codebook has no such code.
        """
        for code in self.codes:
            if code.code == name:
                return code
        raise KeyError(f"The codebook {self.id} has no code {name!r}.")

    def under(self, name: str) -> tuple[Code, ...]:
        """The codes directly below it."""
        return tuple(code for code in self.codes if code.parent == name)


@cache
def codebooks() -> dict[str, Codebook]:
    """The editions that come with the program, by id, the oldest first."""
    own = (codebook_from_json(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json"))
    return {book.id: book for book in sorted(own, key=lambda book: (book.began or date.min, book.id))}


def codebook(edition: str = NEWEST) -> Codebook:
    """An edition that comes with the program.

    Raises:
        KeyError: there is no such edition.
    """
    return codebooks()[edition]


def codebook_from_json(text: str) -> Codebook:
    """The codebook in a JSON document.

    Raises:
        NotACodebook: it is none; all its problems at once.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotACodebook(f"This is not JSON ({error}). Save the codebook as JSON and try again.") from None
    problems = list(_problems(values))
    if problems:
        raise NotACodebook(*problems)
    return Codebook(
        values["id"],
        values.get("title") or values["id"],
        tuple(map(_code, values["codes"])),
        values.get("source") or "",
        _day(values.get("from")),
        _day(values.get("until")),
    )


def _code(values: Mapping[str, Any]) -> Code:
    words = values.get("words") or {}
    return Code(
        code=values["code"],
        title=values.get("title") or values["code"],
        definition=values["definition"],
        include=_texts(values, "include"),
        exclude=_texts(values, "exclude"),
        examples=_texts(values, "examples"),
        parent=values.get("parent") or None,
        began=_day(values.get("from")),
        ended=_day(values.get("until")),
        words=Wording(*(_texts(words, name) for name in _WORDS)),
    )


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(values.get(name) or ())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _problems(values: object) -> Iterator[str]:
    if not isinstance(values, dict):
        yield 'A codebook is a JSON object: {"id": "our-themes/2026", "codes": [{"code": …, "definition": …}, …]}.'
        return
    if not _is_text(values.get("id")):
        yield 'The codebook has no "id". Give it a name with its edition, for example "our-themes/2026".'
    yield from _problems_of_texts("The codebook", values, ("title", "source"))
    yield from _problems_of_dates("The codebook", values)
    codes = values.get("codes")
    if not isinstance(codes, list) or not codes:
        yield 'The codebook has no "codes". List at least one, each with "code" and "definition".'
        return
    for number, code in enumerate(codes, 1):
        yield from _problems_of_code(number, code)
    yield from _problems_between([code for code in codes if isinstance(code, dict)])


def _problems_of_code(number: int, code: object) -> Iterator[str]:
    if not isinstance(code, dict):
        yield f'Code {number} is not an object with "code" and "definition".'
        return
    named = f"Code {number} ({code['code']})" if _is_text(code.get("code")) else f"Code {number}"
    if not _is_text(code.get("code")):
        yield f'{named} has no "code". Give it a short name, for example "curiosity.fathers".'
    if not _is_text(code.get("definition")):
        yield f'{named} has no "definition". Write what it covers: suggestions are made from it.'
    yield from _problems_of_texts(named, code, _TEXTS)
    yield from _problems_of_lists(named, code, _LISTS)
    yield from _problems_of_dates(named, code)
    words = code.get("words")
    if words is not None and not isinstance(words, dict):
        yield f'{named}: "words" must be an object with the lists "strong", "some" and "never".'
    elif words:
        yield from _problems_of_lists(f"{named}, words", words, _WORDS)


def _problems_of_texts(named: str, values: Mapping[str, object], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if values.get(name) is not None and not isinstance(values[name], str):
            yield f'{named}: "{name}" must be text.'


def _problems_of_lists(named: str, values: Mapping[str, object], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        given = values.get(name)
        if given is not None and not (isinstance(given, list) and all(map(_is_text, given))):
            yield f'{named}: "{name}" must be a list of texts, none of them empty.'


def _problems_of_dates(named: str, values: Mapping[str, object]) -> Iterator[str]:
    for name in ("from", "until"):
        given = values.get(name)
        try:
            _day(given)  # type: ignore[arg-type]  # whatever the file holds
        except (TypeError, ValueError):
            yield f'{named}: "{name}" is {given!r}, which is no date. Write year-month-day, or null.'


def _problems_between(codes: list[dict[str, object]]) -> Iterator[str]:
    """Names used twice, and parents that are not there or lead round in a circle."""
    parents = {code["code"]: code.get("parent") for code in codes if _is_text(code.get("code"))}
    names = [code.get("code") for code in codes]
    for name in parents:
        if names.count(name) > 1:
            yield f"The code {name!r} is there {names.count(name)} times. Keep one, or rename the others."
    for name, parent in parents.items():
        if isinstance(parent, str) and parent and parent not in parents:
            yield f"Code {name!r} has the parent {parent!r}, which is no code of this codebook. Add it, or correct the name."
        elif _goes_round(name, parents):
            yield f"Code {name!r} is its own ancestor. Correct its parent."


def _goes_round(name: object, parents: Mapping[object, object]) -> bool:
    seen: list[object] = []
    above = parents.get(name)
    while isinstance(above, str) and above and above not in seen:
        seen.append(above)
        above = parents.get(above)
    return name in seen


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
