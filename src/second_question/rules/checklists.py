"""What a finished review is looked at for: one checklist for a rapid review, one for a local review (A3). Pure data.

A checklist records features and ranks nobody. Ids are written into letters, exports and figures and never change meaning.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Judge(StrEnum):
    """Who can answer an item: the software proposes from the text and a person decides, or only a person answers."""

    AUTO = "auto"
    HUMAN = "human"


@dataclass(frozen=True)
class Item:
    """One thing to look for."""

    id: str
    text: str
    judge: Judge
    source: str


@dataclass(frozen=True)
class Checklist:
    """A dated checklist. Who used it keeps its `id`."""

    id: str
    title: str
    items: tuple[Item, ...]
    source: str

    def item(self, item_id: str) -> Item:
        """The item of that id.

        Raises:
            KeyError: the checklist has none.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def chosen(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """The items of those ids in the order of the checklist; what it does not have is left out."""
        wanted = frozenset(ids)
        return tuple(item for item in self.items if item.id in wanted)


_A, _H = Judge.AUTO, Judge.HUMAN

RAPID_REVIEW_CHECKLIST = Checklist(
    "rapid-review/2021",
    "A finished rapid review",
    (
        Item("RR01", "agencies involved are named", _A, "R2"),
        Item("RR02", "participants with name, job title, organisation", _A, "R2"),
        Item("RR03", "the child’s identifying details", _A, "R2, R5"),
        Item("RR04", "ethnicity of the child", _A, "R5"),
        Item("RR05", "ethnicity of the family", _A, "R5"),
        Item("RR06", "family members and relationships", _A, "R2"),
        Item("RR07", "immediate safeguarding of every child involved, siblings too", _A, "R2"),
        Item("RR08", "concise summary of facts and context", _H, "R2"),
        Item("RR09", "no long chronology", _A, "R2"),
        Item("RR10", "agency summaries are short and analytical", _H, "R3"),
        Item("RR11", "asks why, and why again, beyond what happened", _A, "F1"),
        Item("RR12", "the child’s daily life and voice", _A, "A7"),
        Item("RR13", "fathers and other men considered", _A, "A6"),
        Item("RR14", "culture, identity and inequality considered", _A, "A6"),
        Item("RR15", "a clear decision on the criteria", _A, "R2"),
        Item("RR16", "the grounds for that decision", _A, "R2"),
        Item("RR17", "the conclusion follows from the analysis", _H, "R9"),
        Item("RR18", "immediate learning stated", _A, "R2"),
        Item("RR19", "how the learning will be spread", _A, "R2"),
        Item("RR20", "potential for further learning; key questions if a local review is proposed", _A, "R2, R10"),
        Item("RR21", "earlier reviews’ learning considered", _A, "R11"),
        Item("RR22", "6 to 16 pages", _A, "R6"),
        Item("RR23", "no pasted statutory guidance", _A, "R6"),
        Item("RR24", "no catchphrase without evidence", _A, "F2"),
        Item("RR25", "systemic, not one individual’s slip", _H, "R4"),
    ),
    source="Handbook 3, section 2",
)

LOCAL_REVIEW_CHECKLIST = Checklist(
    "local-review/2021",
    "A finished local review",
    (
        Item("LR01", "executive summary", _A, "L16"),
        Item("LR02", "reason for the review and its key questions", _A, "L6, L16"),
        Item("LR03", "method stated", _A, "L3"),
        Item("LR04", "reviewer named, independence stated", _A, "L4"),
        Item("LR05", "concise circumstances, no long chronology", _A, "L6"),
        Item("LR06", "the child’s story and voice", _A, "L8"),
        Item("LR07", "family’s views: detailed, limited or none", _A, "L8"),
        Item("LR08", "if none, a statement why", _A, "L8"),
        Item("LR09", "practitioners involved, and how", _A, "L9"),
        Item("LR10", "systemic or underlying reasons analysed: why, not only what", _A, "L10, F1"),
        Item("LR11", "looks beyond the one case to wider practice", _A, "L6"),
        Item("LR12", "leaders and senior managers addressed", _A, "L12"),
        Item("LR13", "ethnicity, culture and identity considered", _A, "A6"),
        Item("LR14", "good practice that is more than the ordinary job", _H, "handbook 3, section 3"),
        Item("LR15", "learning points apart from recommendations", _A, "L10"),
        Item("LR16", "each recommendation names who acts", _A, "L10"),
        Item("LR17", "each says how the change is to come about", _A, "L10"),
        Item("LR18", "each has an intended outcome", _A, "L10"),
        Item("LR19", "each says how and when the effect will be measured", _A, "L10, F4"),
        Item("LR20", "recommendations follow from the learning", _H, "L10"),
        Item("LR21", "action plan", _A, "L16"),
        Item("LR22", "adds to the rapid review, compared with its pair", _H, "A2"),
        Item("LR23", "publishable: nobody is identified, nothing intimate without need", _A, "L11"),
        Item("LR24", "no catchphrase without evidence", _A, "F2"),
        Item("LR25", "completed within six months, or the reason for delay", _A, "L5"),
        Item("LR26", "not a substitute for another process, such as a clinical incident", _H, "L15"),
    ),
    source="Handbook 3, section 3",
)

CHECKLISTS = (RAPID_REVIEW_CHECKLIST, LOCAL_REVIEW_CHECKLIST)
