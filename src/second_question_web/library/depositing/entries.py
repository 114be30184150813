"""The core's entry of a file as it is kept with a deposit, and the facts that it proposes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from second_question.library.entry import Entry
from second_question_web.library.models import Deposit

LONGEST_TITLE, LONGEST_AUTHORS, LONGEST_PSEUDONYM, LONGEST_AREA = 300, 300, 100, 200


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is said of a document. Authorities and regions are names, ages whole years, `published` as exact as it is known."""

    title: str
    kind: str
    authors: str = ""
    pseudonym: str = ""
    area: str = ""
    authorities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    nation: str = ""
    published: str = ""
    ages: tuple[int, ...] = ()
    address: str = ""
    summary: str = ""

    def values(self) -> dict[str, Any]:
        """By the name of the deposit's column."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry as it is kept. Its facts are kept apart, as proposed."""
    return {name: value for name, value in asdict(entry).items() if name != "facts"}


def proposed_by(entry: Entry) -> dict[str, Any]:
    """What the file says of itself, with the passages that say it; see `reading.facts`."""
    return {"authorities": list(entry.authorities), "regions": list(entry.regions), **entry.facts}


def facts_from(proposed: Mapping[str, Any]) -> Facts:
    """The proposed facts, as far as the columns hold them."""
    return Facts(
        title=(proposed.get("title") or "")[:LONGEST_TITLE],
        kind=proposed.get("kind") or "other",
        authors=", ".join(proposed.get("authors") or ())[:LONGEST_AUTHORS],
        pseudonym=(proposed.get("pseudonym") or "")[:LONGEST_PSEUDONYM],
        area=(proposed.get("area") or "")[:LONGEST_AREA],
        authorities=tuple(proposed.get("authorities") or ()),
        regions=tuple(proposed.get("regions") or ()),
        nation=proposed.get("nation") or "",
        published=proposed.get("published") or "",
        ages=tuple(proposed.get("child_ages") or ()),
    )


def facts_of(deposit: Deposit) -> Facts:
    """The facts of a deposit as somebody checked them last."""
    values: dict[str, Any] = {name: getattr(deposit, name) for name in Facts.__dataclass_fields__}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Facts(**values | lists)
