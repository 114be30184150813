"""How long a review is: counted in a PDF, and guessed well enough while it is written."""

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from second_question.exchange.review import estimated_pages, pages, pdf
from second_question.rules.template.content import ContentRecord, ReviewContent
from tests.sample_review import sample_review


def lengthened(times: float) -> Callable[[ContentRecord], ContentRecord]:
    """Makes long answers that many times as long."""

    def change(record: ContentRecord) -> ContentRecord:
        answers = {
            name: (answer * 3)[: int(len(answer) * times)] if isinstance(answer, str) and len(answer) > 60 else answer
            for name, answer in record.answers.items()
        }
        return replace(record, answers=answers)

    return change


def without(*kinds: str) -> ReviewContent:
    """The sample without some of its records."""
    return replace(sample_review(), records=tuple(r for r in sample_review().records if r.kind not in kinds))


@pytest.mark.parametrize(
    "content",
    [
        sample_review(),
        replace(sample_review(), records=tuple(map(lengthened(0.4), sample_review().records))),
        replace(sample_review(), records=tuple(map(lengthened(2.2), sample_review().records))),
        without("moment"),
        without("agency_summary", "agency_episode", "episode", "family_member"),
        without("review"),
        replace(sample_review(), records=(), agencies=(), decisions=()),
    ],
    ids=["as it is", "short", "long", "no pathways", "no summaries", "no answers of its own", "empty"],
)
def test_the_guess_is_near(content: ReviewContent) -> None:
    assert estimated_pages(content) == pytest.approx(pages(pdf(content)), abs=2)


def test_more_words_make_more_pages() -> None:
    longer = replace(sample_review(), records=tuple(map(lengthened(2), sample_review().records)))
    assert estimated_pages(longer) > estimated_pages(sample_review()) + 3


def test_what_is_no_pdf_has_no_pages() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pages(b"not a PDF")
