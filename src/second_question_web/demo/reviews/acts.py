"""The shape of a demo review: what happened to it, each so many days after the notification was sent, at some hour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Answers = Mapping[str, object]
NOTHING: Answers = {}


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Agencies are asked for summaries, each with the name of whoever is written to."""

    after: int
    agencies: Mapping[str, str]
    due_after: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Return:
    """An agency gives its summary back, with its episodes; signed by its lead when one is named."""

    after: int
    agency: str
    answers: Answers
    episodes: Sequence[Answers] = ()
    signed_by: str = ""
    shared: bool = False


@dataclass(frozen=True, kw_only=True)
class Begin:
    """An agency has begun and not given back."""

    after: int
    agency: str
    answers: Answers


@dataclass(frozen=True, kw_only=True)
class KnowNothing:
    """An agency did not know the family."""

    after: int
    agency: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Write:
    """Answers to a section of the review itself, or about the record at that place."""

    after: int
    section: str
    answers: Answers
    place: int = 0
    by: str = ""
    unanswered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Cite:
    """A document of the library is cited as earlier learning: by its title and the number of one of its recommendations."""

    after: int
    document: str
    recommendation: str
    became: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Add:
    """Records of one kind, in their order."""

    after: int
    kind: str
    records: Sequence[Answers]


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A comment beside a section, with a reply."""

    after: int
    section: str
    by: str
    text: str
    reply_by: str = ""
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Meet:
    """A meeting is called, and held when there are notes. People are name, title, organisation, role, presence."""

    after: int
    called_after: int
    purpose: str
    people: Sequence[tuple[str, str, str, str, str]]
    agenda: str = ""
    notes: str = ""
    actions: Sequence[tuple[str, str, int]] = ()  # what, who, days after the meeting


@dataclass(frozen=True, kw_only=True)
class Invite:
    """The partnership of another area takes part."""

    after: int
    place: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Decide:
    """The decision is recorded; later ones say why they differ."""

    after: int
    why_changed: str = ""


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A partner signs: with an account of its own, or its view is written down by the business manager."""

    after: int
    partner: str
    view: str = "agrees"
    words: str = ""
    by: str = ""  # first name of who signs; empty: recorded
    name: str = ""
    job_title: str = ""
    how_given: str = ""


@dataclass(frozen=True, kw_only=True)
class Send:
    """It is sent to the Panel."""

    after: int
    late_reason: str = ""
    unsigned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PanelReplies:
    """The Panel answers the newest version."""

    after: int
    advice: str
    words: str
    quality: Sequence[str] = ()
    quality_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Respond:
    """The partnership answers the Panel's reply, or thinks again."""

    after: int
    words: str
    reconsiders: bool


@dataclass(frozen=True, kw_only=True)
class TellAgency:
    """An agency is told what came of its contribution."""

    after: int
    agency: str
    words: str


@dataclass(frozen=True, kw_only=True)
class BringIn:
    """A review that exists as a Word file is imported; `file` names a builder in `demo.reviews.word_file`."""

    after: int


Act = (
    Ask
    | Return
    | Begin
    | KnowNothing
    | Write
    | Cite
    | Add
    | Remark
    | Meet
    | Invite
    | Decide
    | Sign
    | Send
    | PanelReplies
    | Respond
    | TellAgency
    | BringIn
)


@dataclass(frozen=True)
class ReviewStory:
    """The review of the incident that its place and `aware` (days ago) name in `demo.stories_*`."""

    place: str
    aware: int
    acts: Sequence[Act]
