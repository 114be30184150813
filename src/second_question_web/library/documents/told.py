"""What is told of a document beside its facts: themes with how often they are spoken of, recommendations, tags for machines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from second_question.library.describing import Described
from second_question.library.entry import KeptPassage
from second_question_web.library.feeds.addresses import address_of, whole
from second_question_web.library.feeds.dublin_core import elements
from second_question_web.library.names import theme_name
from second_question_web.library.searching.results import place


@dataclass(frozen=True)
class Mentioned:
    """A recommendation, and where it stands."""

    number: str
    said: str
    page: int
    start: int
    end: int

    @property
    def href(self) -> str:
        """Opens the text there."""
        return f"?from={self.start}-{self.end}#found"


@dataclass(frozen=True)
class Theme:
    """A theme with the number of its passages."""

    code: str
    name: str
    count: int


def tops(recommendations: Iterable[Mentioned]) -> list[Mentioned]:
    """The recommendations, without those that stand within another, such as its parts."""
    found: list[Mentioned] = []
    for one in recommendations:
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def themes_in(passages: Sequence[KeptPassage]) -> list[Theme]:
    """The most spoken of first."""
    counted = Counter(code for passage in passages for code in passage.themes)
    return [Theme(code, theme_name(code), number) for code, number in counted.most_common()]


def meta(about: Described, *, has_pdf: bool) -> list[tuple[str, str]]:
    """Names and contents of the tags by which search engines and reference managers know a document."""
    return [(name, said) for name, said in _meta(about, has_pdf=has_pdf) if said]


def _meta(about: Described, *, has_pdf: bool) -> Iterator[tuple[str, str]]:
    yield from ((f"DC.{name}", said) for name, said in elements(about))
    document = about.document
    yield "citation_title", document.title
    yield from (("citation_author", one) for one in about.authors)
    yield "citation_publication_date", (document.published or "").replace("-", "/")
    yield "citation_technical_report_institution", place(document)
    yield "citation_abstract_html_url", address_of(document.key)
    yield "citation_pdf_url", whole(reverse("library_original", args=[document.key])) if has_pdf else ""
