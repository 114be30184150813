"""A citation of earlier learning: what of a document may be told to those who read a review, and how it is written."""

from dataclasses import dataclass
from enum import StrEnum

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.entry import PUBLIC
from second_question.library.store import Kept
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.names import kind_name
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.ui.filters import lower_first

LONGEST_QUOTATION = 600


class Shared(StrEnum):
    """How much of a document that not everybody may see is cited."""

    RECORD = "record"
    ALL = "all"


class Closed(StrEnum):
    """What of a document not everybody may see."""

    NOTHING = ""
    TEXT = "text"
    RECORD = "record"


@dataclass(frozen=True)
class Quoted:
    """Words of a document with their page; None where the document has no pages."""

    words: str
    page: int | None


@dataclass(frozen=True)
class Source:
    """What is cited of a document, as far as the person who cites may see it."""

    document: Kept
    page: int | None
    recommendation: Quoted | None

    @property
    def closed(self) -> Closed:
        """What not everybody may see of it, who reads the review: the Panel, and other areas."""
        if self.document.visibility != PUBLIC:
            return Closed.RECORD
        tells = self.page is not None or self.recommendation is not None
        return Closed.TEXT if tells and self.document.text_visibility != PUBLIC else Closed.NOTHING


def source_of(
    held: Library, access: Access, key: str, passage: int | None, recommendation: int | None
) -> Source | None:
    """What is cited, from the library; None where there is no such document for the person.

    Args:
        held: the library.
        access: of the person.
        key: of the document.
        passage: where the passage begins that says the same.
        recommendation: where the recommendation begins that is cited.
    """
    document = held.document(key, access)
    if document is None:
        return None
    if not access.allows(document.text_visibility) or document.is_record:
        return Source(document, None, None)
    pages = (one.page for one in held.store.passages_of(document.id) if one.start == passage)
    told = (
        Quoted(_shortened(words), _page(document, one.page))
        for one, words in held.store.recommendations_of(document.id)
        if one.start == recommendation
    )
    return Source(document, _page(document, next(pages, None)), next(told, None))


def citation(source: Source, shared: str) -> str:
    """The words that name a document, with the page and the recommendation as far as they may be told."""
    tells = source.closed is Closed.NOTHING or shared == Shared.ALL
    document, page = source.document, source.page if tells else None
    place = ", ".join(document.authorities) or document.area or ""
    facts = ", ".join(filter(None, (_kind(document), place, (document.published or "")[:4])))
    lines = [f"“{document.title}”{f' ({facts})' if facts else ''}{f', page {page}' if page else ''}"]
    if tells and source.recommendation:
        on = f" (page {source.recommendation.page})" if source.recommendation.page else ""
        lines.append(f"Recommended then: “{source.recommendation.words}”{on}")
    return "\n".join(lines)


def paragraph(cited: EarlierLearning) -> str:
    """A citation as it stands in the answer: with what became of it, and the permanent address."""
    became = f"What became of it: {lower_first(cited.get_became_display())}." if cited.became else ""
    told = " ".join(filter(None, (became, cited.became_words)))
    return "\n".join(filter(None, (cited.citation, told, address_of(cited.document))))


def _kind(document: Kept) -> str:
    """The kind, where the title does not say it."""
    kind = kind_name(document.kind)
    return "" if kind.casefold() in document.title.casefold() else lower_first(kind)


def _page(document: Kept, page: int | None) -> int | None:
    return page if document.pages > 1 else None


def _shortened(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= LONGEST_QUOTATION else f"{said[: LONGEST_QUOTATION - 2].rpartition(' ')[0]} …"
