"""A document before it is Word or PDF: headings, prose, facts, tables and pictures, each said once for both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from second_question.exchange.review.pathway.drawing import pathway_pictures
from second_question.exchange.review.words import Said, Tone, plain
from second_question.rules.template.content import ContentRecord

MARKING = "OFFICIAL-SENSITIVE"
LONGEST_WHOLE, LINES_WHOLE = 500, 12
NAMELESS = "Without a name"
FICTIONAL = "Everything in this document is fictional: the people, the places and what happened."


@dataclass(frozen=True)
class Heading:
    """A heading. Levels 1 and 2 are numbered and stand in the contents, unless the document numbers nothing."""

    text: str
    level: int = 1

    @property
    def words(self) -> str:
        """The heading in one line; never empty, because the contents and those who listen to a page need words."""
        return " ".join(plain(self.text).split()) or NAMELESS


@dataclass(frozen=True)
class Prose:
    """A question in bold with its answer in paragraphs; without a label, a paragraph of its own.

    `room` is the number of empty lines to write on, on a blank form.
    """

    label: str
    said: Said
    hint: str = ""
    room: int = 0


@dataclass(frozen=True)
class Fact:
    """A line of `Facts`: a question and its short answer; on a blank form, room for some lines."""

    label: str
    said: Said
    hint: str = ""
    room: int = 0


@dataclass(frozen=True)
class Facts:
    """Questions on the left, short answers on the right. `title` is told to those who cannot see the table."""

    title: str
    rows: tuple[Fact, ...]
    heads: tuple[str, str] = ("Question", "Answer")


@dataclass(frozen=True)
class Grid:
    """A table with heads. `shares` are the widths of its columns relative to each other; a wide one lies across the page."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    shares: tuple[float, ...]
    wide: bool = False


@dataclass(frozen=True)
class Pathways:
    """Moments to be drawn, in as many pictures as pages need; only what is printed draws them."""

    moments: Sequence[ContentRecord]

    def pictures(self) -> list[tuple[str, str]]:
        """Each as SVG with its description in words."""
        return pathway_pictures(self.moments)


Block = Heading | Prose | Facts | Grid | Pathways


@dataclass(frozen=True)
class Paper:
    """A whole document. `place` stands in the footer, beside the protective marking and the number of the page.

    A `blank` one is to be filled in by hand: its tables leave room, and it is marked for when it is.
    """

    title: str
    subtitle: str
    place: str
    blocks: tuple[Block, ...]
    facts: Facts | None = None
    contents: bool = False
    numbered: bool = False
    fictional: bool = False
    blank: bool = False
    marking: str = MARKING


def is_short(cells: Iterable[Said]) -> bool:
    """Whether a row of a table is short enough to be kept on one page."""
    return all(len(said.text) <= LONGEST_WHOLE and said.text.count("\n") < LINES_WHOLE for said in cells)


def grid(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float] = ()) -> Grid:
    """A table of plain texts."""
    cells = tuple(tuple(Said(text) for text in row) for row in rows)
    return Grid(title, tuple(heads), cells, tuple(shares) or (1.0,) * len(heads))


def facts(title: str, rows: Sequence[tuple[str, str]]) -> Facts:
    """Facts of plain texts; those without a text are left out."""
    return Facts(title, tuple(Fact(label, Said(text)) for label, text in rows if text), (title, "Details"))


def paragraph(text: str, tone: Tone = Tone.PLAIN) -> Prose:
    """A paragraph of its own."""
    return Prose("", Said(text, tone))
