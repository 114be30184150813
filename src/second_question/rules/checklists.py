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
    """One thing to look for. `question` is what to ask when it is not there."""

    id: str
    text: str
    judge: Judge
    source: str
    question: str


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
        Item(
            "RR01",
            "agencies involved are named",
            _A,
            "R2",
            "Which agencies knew the family or were asked, also those that knew nothing of them?",
        ),
        Item(
            "RR02",
            "participants with name, job title, organisation",
            _A,
            "R2",
            "Who took part in the decision: what are their names, jobs and organisations?",
        ),
        Item(
            "RR03",
            "the child’s identifying details",
            _A,
            "R2, R5",
            "Who is the child: name, date of birth, address, legal status, school or nursery?",
        ),
        Item(
            "RR04",
            "ethnicity of the child",
            _A,
            "R5",
            "What is the child’s ethnicity, in the family’s words? If nobody knows, who can ask?",
        ),
        Item(
            "RR05",
            "ethnicity of the family",
            _A,
            "R5",
            "What is the ethnicity of each parent and of others in the household?",
        ),
        Item(
            "RR06",
            "family members and relationships",
            _A,
            "R2",
            "Who belongs to the family and the household, and how is each related to the child?",
        ),
        Item(
            "RR07",
            "immediate safeguarding of every child involved, siblings too",
            _A,
            "R2",
            "Is every child safe today, brothers and sisters too? Who saw that, and who sees to it?",
        ),
        Item(
            "RR08",
            "concise summary of facts and context",
            _H,
            "R2",
            "Can somebody who knows nothing of the case understand from one page what happened?",
        ),
        Item(
            "RR09",
            "no long chronology",
            _A,
            "R2",
            "Which of these dates does the analysis need? What could the rest be in two sentences?",
        ),
        Item(
            "RR10",
            "agency summaries are short and analytical",
            _H,
            "R3",
            "Does each agency say what it makes of its part, or only what it did?",
        ),
        Item(
            "RR11",
            "asks why, and why again, beyond what happened",
            _A,
            "F1",
            "What made each of these things possible, and what lay behind that? Would it happen again with other people on duty?",
        ),
        Item(
            "RR12",
            "the child’s daily life and voice",
            _A,
            "A7",
            "What was an ordinary day like for this child? What did the child say, like, fear or show, and to whom?",
        ),
        Item(
            "RR13",
            "fathers and other men considered",
            _A,
            "A6",
            "Who are the father and the other men in the child’s life, who asked about them, and what were they for the child?",
        ),
        Item(
            "RR14",
            "culture, identity and inequality considered",
            _A,
            "A6",
            "What did the family’s culture, faith, language, money or identity mean here, and for how they were met?",
        ),
        Item(
            "RR15",
            "a clear decision on the criteria",
            _A,
            "R2",
            "Are the criteria met or not, and will there be a local review? Who decided, and when?",
        ),
        Item(
            "RR16",
            "the grounds for that decision",
            _A,
            "R2",
            "Which facts lead to that decision, criterion by criterion?",
        ),
        Item(
            "RR17",
            "the conclusion follows from the analysis",
            _H,
            "R9",
            "Does the conclusion follow from what is told before it?",
        ),
        Item("RR18", "immediate learning stated", _A, "R2", "What is already learned, and what was changed at once?"),
        Item("RR19", "how the learning will be spread", _A, "R2", "Who will hear of it, how, from whom and by when?"),
        Item(
            "RR20",
            "potential for further learning; key questions if a local review is proposed",
            _A,
            "R2, R10",
            "What is still not understood? If a local review is proposed, which questions would it answer?",
        ),
        Item(
            "RR21",
            "earlier reviews’ learning considered",
            _A,
            "R11",
            "Has this been learned before, here or elsewhere, and what became of it?",
        ),
        Item(
            "RR22",
            "6 to 16 pages",
            _A,
            "R6",
            "If it is short, what is missing? If it is long, what could go without loss?",
        ),
        Item(
            "RR23",
            "no pasted statutory guidance",
            _A,
            "R6",
            "What does this passage of guidance say about this case? If nothing, can it go?",
        ),
        Item(
            "RR24",
            "no catchphrase without evidence",
            _A,
            "F2",
            "What exactly do these words stand for here: who, what, when, and why?",
        ),
        Item(
            "RR25",
            "systemic, not one individual’s slip",
            _H,
            "R4",
            "Would it have gone differently with somebody else on duty? Then what in the system made it likely?",
        ),
    ),
    source="Handbook 3, section 2",
)

LOCAL_REVIEW_CHECKLIST = Checklist(
    "local-review/2021",
    "A finished local review",
    (
        Item("LR01", "executive summary", _A, "L16", "What would somebody learn who reads one page only?"),
        Item(
            "LR02",
            "reason for the review and its key questions",
            _A,
            "L6, L16",
            "Why was there a review, and which questions was it to answer?",
        ),
        Item("LR03", "method stated", _A, "L3", "How was it done: by what method, from which sources, with whom?"),
        Item(
            "LR04",
            "reviewer named, independence stated",
            _A,
            "L4",
            "Who led it, and how are they independent of the case and of the agencies?",
        ),
        Item(
            "LR05",
            "concise circumstances, no long chronology",
            _A,
            "L6",
            "Which of these events does the reader need to understand the analysis? Can the rest go?",
        ),
        Item(
            "LR06",
            "the child’s story and voice",
            _A,
            "L8",
            "Who is this child? What did the child say, like, fear or show, and to whom?",
        ),
        Item(
            "LR07",
            "family’s views: detailed, limited or none",
            _A,
            "L8",
            "What did the child’s family tell the review, and what did it change in it?",
        ),
        Item(
            "LR08",
            "if none, a statement why",
            _A,
            "L8",
            "Why are the family’s views not here? Who tried to hear them, and how?",
        ),
        Item(
            "LR09",
            "practitioners involved, and how",
            _A,
            "L9",
            "How did the people who worked with the family take part, and did they see what was made of it?",
        ),
        Item(
            "LR10",
            "systemic or underlying reasons analysed: why, not only what",
            _A,
            "L10, F1",
            "Why was it so, and why again, until something is met that would still be there with other people?",
        ),
        Item(
            "LR11",
            "looks beyond the one case to wider practice",
            _A,
            "L6",
            "Is it true of other children too? What was looked at to find out?",
        ),
        Item(
            "LR12",
            "leaders and senior managers addressed",
            _A,
            "L12",
            "What part did leaders and senior managers have in it, and what are they asked to do?",
        ),
        Item(
            "LR13",
            "ethnicity, culture and identity considered",
            _A,
            "A6",
            "What did ethnicity, culture, faith, class or identity mean for this child and for how the family was met?",
        ),
        Item(
            "LR14",
            "good practice that is more than the ordinary job",
            _H,
            "handbook 3, section 3",
            "What was done here that is more than the ordinary job, and what made it possible?",
        ),
        Item(
            "LR15",
            "learning points apart from recommendations",
            _A,
            "L10",
            "Which sentences say what was learned, and which ask somebody to act? Can they stand apart?",
        ),
        Item(
            "LR16", "each recommendation names who acts", _A, "L10", "Who exactly is to act, by organisation and role?"
        ),
        Item(
            "LR17",
            "each says how the change is to come about",
            _A,
            "L10",
            "How is the change to come about, in the work itself?",
        ),
        Item(
            "LR18",
            "each has an intended outcome",
            _A,
            "L10",
            "What will be different for children, and how would they notice?",
        ),
        Item(
            "LR19",
            "each says how and when the effect will be measured",
            _A,
            "L10, F4",
            "How and when will anybody find out whether it made a difference, compared with what?",
        ),
        Item(
            "LR20",
            "recommendations follow from the learning",
            _H,
            "L10",
            "From which learning does each recommendation grow?",
        ),
        Item("LR21", "action plan", _A, "L16", "Who does what by when, and who looks after it?"),
        Item(
            "LR22",
            "adds to the rapid review, compared with its pair",
            _H,
            "A2",
            "What is here that the rapid review did not have already?",
        ),
        Item(
            "LR23",
            "publishable: nobody is identified, nothing intimate without need",
            _A,
            "L11",
            "Could somebody who knows the family find them from these words? Is each of them needed?",
        ),
        Item(
            "LR24",
            "no catchphrase without evidence",
            _A,
            "F2",
            "What exactly do these words stand for here: who, what, when, and why?",
        ),
        Item(
            "LR25",
            "completed within six months, or the reason for delay",
            _A,
            "L5",
            "When was it decided, when was it finished, and if later than six months, why?",
        ),
        Item(
            "LR26",
            "not a substitute for another process, such as a clinical incident",
            _H,
            "L15",
            "Is this the right tool, or does another process, such as the NHS’s for patient safety, look into it?",
        ),
    ),
    source="Handbook 3, section 3",
)

CHECKLISTS = (RAPID_REVIEW_CHECKLIST, LOCAL_REVIEW_CHECKLIST)
