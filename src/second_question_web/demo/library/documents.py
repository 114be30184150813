"""What the demo's library holds: files of this folder, and records without a file."""

from dataclasses import dataclass, field
from typing import Any

from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.rules import Wishes
from second_question_web.library.models import Deposit

EVERYBODY = Wishes(audience=Deposit.Audience.EVERYBODY, confirmed=True)
OWN = Wishes()
WITHHELD = Wishes(
    audience=Deposit.Audience.EVERYBODY,
    text_withheld=True,
    withheld_reason="The inquest has not been held yet.",
    confirmed=True,
)
NO_AREA = Wishes(audience=Deposit.Audience.EVERYBODY, area_withheld=True, confirmed=True)


@dataclass(frozen=True)
class Document:
    """A file that `who` of a partnership deposited so many days ago; without a place it is the Panel's. One that `is_printed`
    is a PDF.
    """

    file: str
    who: str
    place: str
    days_ago: int
    facts: dict[str, Any]
    wishes: Wishes = EVERYBODY
    is_printed: bool = False


@dataclass(frozen=True)
class Search:
    """A search that `who` saved so many days ago; `asked` is its address after the question mark."""

    who: str
    name: str
    asked: str
    days_ago: int


@dataclass(frozen=True)
class Record:
    """A record without a file."""

    who: str
    place: str
    days_ago: int
    facts: Facts
    wishes: Wishes = field(default=EVERYBODY)


DOCUMENTS = (
    Document(
        "ash.md",
        "Noor",
        "norvale",
        900,
        {
            "title": "Serious case review: Baby Ash",
            "kind": "serious-case-review",
            "published": "2014-11",
            "pseudonym": "Ash",
            "ages": (0,),
        },
    ),
    Document(
        "hazel.md",
        "Bea",
        "wessenmere",
        800,
        {
            "title": "Baby Hazel: local child safeguarding practice review",
            "kind": "local-review",
            "published": "2021-06-18",
            "pseudonym": "Hazel",
            "ages": (0,),
        },
        is_printed=True,
    ),
    Document(
        "briefing-concealed.md",
        "Noor",
        "norvale",
        700,
        {
            "title": "Practitioner briefing: concealed pregnancy",
            "kind": "briefing",
            "published": "2021-09-09",
            "ages": (0,),
        },
    ),
    Document(
        "child-t.md",
        "Noor",
        "norvale",
        600,
        {
            "title": "Child T: report of a local child safeguarding practice review",
            "kind": "local-review",
            "published": "2022-05",
            "pseudonym": "Child T",
            "ages": (6,),
        },
    ),
    Document(
        "briefing-not-brought.md",
        "Bea",
        "wessenmere",
        500,
        {"title": "Seven-minute briefing: was not brought", "kind": "briefing", "published": "2023-03"},
    ),
    Document(
        "siblings.md",
        "Tomas",
        "eastmarsh",
        450,
        {
            "title": "Review concerning a sibling group",
            "kind": "local-review",
            "published": "2023-07",
            "ages": (8, 11, 14),
        },
        NO_AREA,
    ),
    Document(
        "infants-thematic.md",
        "Petra",
        "",
        400,
        {
            "title": "Who is caring for the baby? A thematic analysis of forty reviews of harm to infants",
            "kind": "thematic",
            "published": "2023-10-14",
            "nation": "England",
            "ages": (0,),
        },
    ),
    Document(
        "kofi.md",
        "Tomas",
        "eastmarsh",
        300,
        {
            "title": "Learning from Kofi: local child safeguarding practice review",
            "kind": "local-review",
            "published": "2024-02",
            "pseudonym": "Kofi",
            "ages": (16,),
        },
    ),
    Document(
        "withheld.md",
        "Tomas",
        "eastmarsh",
        120,
        {
            "title": "Child M: local child safeguarding practice review",
            "kind": "local-review",
            "published": "2024-08",
            "pseudonym": "M",
            "ages": (13,),
        },
        WITHHELD,
    ),
    Document(
        "yearly-report.md",
        "Bea",
        "wessenmere",
        60,
        {"title": "Yearly report 2023–24", "kind": "yearly-report", "published": "2024-09-30"},
    ),
    Document(
        "briefing-sleeping.md",
        "Noor",
        "norvale",
        45,
        {
            "title": "Seven-minute briefing: where will the baby sleep tonight?",
            "kind": "briefing",
            "published": "2026-09",
            "ages": (0,),
        },
    ),
    Document(
        "note-restricted.md",
        "Bea",
        "wessenmere",
        30,
        {
            "title": "Learning note: three near misses of babies in temporary housing",
            "kind": "other",
            "published": "2025-02-12",
            "ages": (0,),
        },
        OWN,
    ),
    Document(
        "note-panel.md",
        "Petra",
        "",
        20,
        {
            "title": "Note for the Panel: recommendations on fathers since 2018",
            "kind": "other",
            "published": "2025-03-03",
            "nation": "England",
        },
        OWN,
    ),
)

RECORDS = (
    Record(
        "Petra",
        "",
        1000,
        Facts(
            title="Child R and Child S: serious case review",
            kind="serious-case-review",
            pseudonym="Child R, Child S",
            area="Northmoor",
            regions=("North East",),
            nation="England",
            published="2012-04",
            ages=(3, 5),
            summary=(
                "Two children were seriously neglected over four years. Appointments were missed, the home was seldom seen "
                "beyond the front room, and optimism about the mother outlasted the evidence. The review recommended "
                "multi-agency chronologies and supervision that asks about the child’s day."
            ),
        ),
    ),
    Record(
        "Petra",
        "",
        950,
        Facts(
            title="Young person L: serious case review",
            kind="serious-case-review",
            pseudonym="L",
            area="Fenwick",
            regions=("East of England",),
            nation="England",
            published="2017-10",
            ages=(15,),
            summary=(
                "A girl of fifteen was sexually exploited while looked after far from home. Going missing was treated as a "
                "breach of rules. The review recommended return interviews by an adult whom the child chooses."
            ),
        ),
    ),
)

SEARCH = Search("Bea", "Fathers and men who care for babies", "q=fathers", 200)
