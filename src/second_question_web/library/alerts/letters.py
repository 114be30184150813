"""What an e-mail says of the searches of one person. Only what everybody may see is named in it; the rest is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from second_question.library.entry import PUBLIC
from second_question.library.store import Kept
from second_question_web.library.alerts.queries import problem_with
from second_question_web.library.feeds.addresses import address_of, whole
from second_question_web.library.feeds.plain import plain
from second_question_web.library.models import SavedSearch
from second_question_web.library.names import kind_name
from second_question_web.library.searching.dates import in_words
from second_question_web.library.searching.results import place
from second_question_web.ui.filters import plural

NAMED = 20
"""Documents of a search that are named; the others are counted."""


@dataclass(frozen=True)
class Line:
    """A document that everybody may see."""

    title: str
    facts: str
    address: str


@dataclass(frozen=True)
class Section:
    """What is new in one search."""

    name: str
    address: str
    lines: tuple[Line, ...]
    more: int
    restricted: int

    @property
    def rest(self) -> str:
        """What is not named, in words; "" for nothing."""
        parts = [f"{self.more} more"] if self.more else []
        parts += [f"{self.restricted} that not everybody may open"] if self.restricted else []
        return " and ".join(parts)


@dataclass
class Letter:
    """An e-mail. `ended` are searches that cannot be read any more, with the reason."""

    sections: list[Section] = field(default_factory=list)
    ended: list[tuple[str, str]] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """How many documents it tells of."""
        return sum(len(one.lines) + one.more + one.restricted for one in self.sections)

    @property
    def subject(self) -> str:
        """What it is about."""
        if not self.sections:
            return "Second Question: a search that you saved has ended"
        return f"Second Question: {plural(self.documents, 'new document')} in the library"


def letter_of(new: Mapping[SavedSearch, list[Kept]]) -> Letter:
    """The e-mail about what is new; a document that is new in two searches is told once."""
    letter, told = Letter(), set[str]()
    for search, documents in new.items():
        if problem := problem_with(search.asked):
            letter.ended.append((search.name, problem))
        fresh = [one for one in documents if one.key not in told]
        if fresh:
            letter.sections.append(_section(search, fresh))
            told |= {one.key for one in fresh}
    return letter


def _section(search: SavedSearch, documents: list[Kept]) -> Section:
    public = [one for one in documents if one.visibility == PUBLIC]
    lines = tuple(Line(plain(one.title), facts_of(one), address_of(one.key)) for one in public[:NAMED])
    address = whole(reverse("library_saved_search", args=[search.pk]))
    return Section(search.name, address, lines, len(public) - len(lines), len(documents) - len(public))


def facts_of(document: Kept) -> str:
    """What kind of document it is, from where and when, in one line."""
    told = (kind_name(document.kind), place(document), in_words(document.published))
    return plain(" · ".join(one for one in told if one))
