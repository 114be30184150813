"""A rapid review on its way out and in: JSON with its schema, Word, PDF, the pathway picture, the blank form, minutes, letters.

What is named here is what others call. Each name is fetched when it is first asked for, so that whoever needs JSON does
not wait for Word and PDF.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from second_question.exchange.review.checking import check
    from second_question.exchange.review.documents import (
        blank_pdf,
        blank_word,
        letter_pdf,
        letter_word,
        minutes_word,
        pdf,
        word,
    )
    from second_question.exchange.review.json_in import NotAReview, from_frozen, from_json
    from second_question.exchange.review.json_out import canonical, content_hash, to_json
    from second_question.exchange.review.length import estimated_pages, pages
    from second_question.exchange.review.letters import Letter
    from second_question.exchange.review.minutes import AgreedAction, Attended, Minutes
    from second_question.exchange.review.pathway.drawing import pathway_svg
    from second_question.exchange.review.pathway.rows import PathwayRow, pathway_rows
    from second_question.exchange.review.schema import review_schema
    from second_question.exchange.review.words import in_words

_HOMES = {
    "AgreedAction": "minutes",
    "Attended": "minutes",
    "Letter": "letters",
    "Minutes": "minutes",
    "NotAReview": "json_in",
    "PathwayRow": "pathway.rows",
    "blank_pdf": "documents",
    "blank_word": "documents",
    "canonical": "json_out",
    "check": "checking",
    "content_hash": "json_out",
    "estimated_pages": "length",
    "from_frozen": "json_in",
    "from_json": "json_in",
    "in_words": "words",
    "letter_pdf": "documents",
    "letter_word": "documents",
    "minutes_word": "documents",
    "pages": "length",
    "pathway_rows": "pathway.rows",
    "pathway_svg": "pathway.drawing",
    "pdf": "documents",
    "review_schema": "schema",
    "to_json": "json_out",
    "word": "documents",
}

__all__ = [
    "AgreedAction",
    "Attended",
    "Letter",
    "Minutes",
    "NotAReview",
    "PathwayRow",
    "blank_pdf",
    "blank_word",
    "canonical",
    "check",
    "content_hash",
    "estimated_pages",
    "from_frozen",
    "from_json",
    "in_words",
    "letter_pdf",
    "letter_word",
    "minutes_word",
    "pages",
    "pathway_rows",
    "pathway_svg",
    "pdf",
    "review_schema",
    "to_json",
    "word",
]


def __getattr__(name: str) -> object:
    """The thing of that name, from the module that has it.

    Raises:
        AttributeError: nothing here is called that.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
