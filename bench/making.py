"""Documents and prompts made in this process, each beside a peer that does the least of its kind in the same run."""

import io
import json
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import typst

from bench.figures import Figure
from second_question.exchange.review import from_json, pages, pdf, word
from second_question.reading.prompts import prompts_for, prompts_for_text
from second_question.rules.template.content import ReviewContent

SAMPLE = Path(__file__).resolve().parents[1] / "docs" / "samples" / "rapid-review.json"
TIMES = 5
WORDS, TYPED_WORDS, PAGES = 10_000, 1_000, 12
WORD_LIKE = re.compile(r"\w+")


def measure() -> list[Figure]:
    """The figures of the documents and of the prompts."""
    review = from_json(json.loads(SAMPLE.read_text()))
    size = pages(pdf(review))
    if size < PAGES:
        raise SystemExit(f"the sample review has {size} pages; it is to have at least {PAGES}")
    many = _with_words(review, WORDS)
    text = "\n".join(str(said) for record in many.records for said in record.answers.values())
    typed = " ".join(text.split()[:TYPED_WORDS])
    return [
        _beside(f"PDF of {size} pages", lambda: pdf(review), 1000, "an empty typst document", _empty_pdf),
        _beside(f"Word of {size} pages", lambda: word(review), 1000, "an empty python-docx document", _empty_word),
        _beside(
            f"prompts on {len(text.split()):,} words",
            lambda: prompts_for(many, pages=size),
            50,
            "one `re` scan over the words",
            lambda: WORD_LIKE.findall(text),
        ),
        _beside(
            f"prompts on an answer of {TYPED_WORDS:,} words as it is typed",
            lambda: prompts_for_text("analysis", "analysis_summary", typed),
            50,
            "one `re` scan over the words",
            lambda: WORD_LIKE.findall(typed),
        ),
    ]


def _beside(name: str, ours: Callable[[], object], limit: float, what: str, peer: Callable[[], object]) -> Figure:
    mine, theirs = _milliseconds(ours), _milliseconds(peer)
    return Figure(name, mine, "ms", limit, f"{mine / theirs:.1f} × {what} ({theirs:.3g} ms)")


def _milliseconds(work: Callable[[], object]) -> float:
    """The median of a few times, after one that loads what is loaded once."""
    work()
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken)


def _with_words(review: ReviewContent, words: int) -> ReviewContent:
    """The review with its records told again until there are so many words."""
    own = [record for record in review.records if record.kind in ("moment", "episode", "agency_episode")]
    records, number = list(review.records), 100
    while sum(len(str(said).split()) for record in records for said in record.answers.values()) < words:
        number += 1
        records.append(replace(own[number % len(own)], number=number))
    return replace(review, records=records)


def _empty_pdf() -> None:
    typst.Compiler(b" ").compile(format="pdf")


def _empty_word() -> None:
    docx.Document().save(io.BytesIO())
