"""The sets by which harvests are narrowed: kinds of documents and regions. They are the same whatever the library holds."""

from dataclasses import dataclass
from functools import cache

from second_question_web.library.names import KINDS, region_names


@dataclass(frozen=True)
class Set:
    """A set: its name in the protocol, its title, and what its documents are filed under."""

    spec: str
    title: str
    field: str
    value: str


@cache
def sets() -> dict[str, Set]:
    """Every set by its name in the protocol."""
    kinds = (Set(f"kind-{kind}", f"Kind: {title}", "kind", kind) for kind, title in KINDS.items())
    regions = (Set(_spec(name), f"Region: {name}", "region", name) for name in region_names())
    return {one.spec: one for one in (*kinds, *regions)}


def specs_for(kind: str, regions: tuple[str, ...]) -> list[str]:
    """The names of the sets that a document is in."""
    return [spec for spec in (f"kind-{kind}", *map(_spec, regions)) if spec in sets()]


def _spec(region: str) -> str:
    return f"region-{region.lower().replace(' ', '-')}"
