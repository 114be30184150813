"""The library: how well it finds, how quick it is, and how fast files enter it. Each figure beside its limit and a peer.

`python -m bench.library` prints the figures; with `--small` on a tenth of the made-up collection. Those of quality need the
shared data; how it was judged, and which queries are held out, stands in `bench/library_judged.py`.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pypdfium2

from bench.figures import Figure, table
from bench.library_judged import Collection, Finder, Judged, Place, gain, judged, similar_gain
from bench.library_speed import DOCUMENTS, at_scale, figures
from bench.reading import typeset
from bench.server import installation
from second_question.library.collection import Library

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = ("sources", "data/texts/coroners", "data/texts/guidance")
TABLES = ("reviews_catalogue.csv", "other_documents_catalogue.csv")
FILES, PAGES, LEAST_PAGES, RUNS = 100, 16, 150, 5
"""Typst sets about eleven pages of the sixteen: 100 files of eleven pages are what Taguette needs 75 seconds for (issue 5)."""


def measure(documents: int = DOCUMENTS) -> list[Figure]:
    """The figures; those of quality only where the shared data is present."""
    folder = Path(tempfile.mkdtemp(prefix="second-question-library-"))
    try:
        found = quality(folder / "shared") if SHARED.is_dir() else []
        return [*found, adding(folder), *figures(folder / "made-up", documents), *at_scale(folder / "made-up")]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def quality(folder: Path) -> list[Figure]:
    """nDCG@10 as what is missing to 1, so that less is better and plain BM25 is the limit."""
    files = [file for name in TEXTS for file in sorted((SHARED / name).glob("*.txt"))]
    files += [SHARED / "data" / "texts" / "catalogue" / name for name in TABLES]
    with Library(folder) as library:
        for _ in library.add(files):
            pass
        library.update()
        texts, queries = Collection(library), judged()
        return [
            *_beside(texts, queries, "development", held_out=False),
            *_beside(texts, queries, "held out", held_out=True),
            *_by_meaning(library, texts, queries),
        ]


def _by_meaning(library: Library, texts: Collection, queries: list[Judged]) -> list[Figure]:
    """Words and meaning beside words alone, and how fast vectors are made; nothing without the extra."""
    began = time.perf_counter()
    if not library.update_meaning():
        print("The extra `meaning` is not installed: its figures are left out.", file=sys.stderr)
        return []
    took = 1000 * (time.perf_counter() - began) / max(1, library.store.counts()["passages"])

    def finder(query: str) -> list[Place]:
        return texts.ours(query, meaning=True)

    parts = {"development": False, "held out": True}
    asked = {name: [one for one in queries if one.held_out is held] for name, held in parts.items()}
    return [
        *(_missing(f"with meaning, {name}", some, finder, texts.ours, "words alone") for name, some in asked.items()),
        _similar(library),
        Figure(
            "making the vectors of a passage", took, "ms", None, "the shared texts; all-MiniLM-L6-v2 in whole numbers"
        ),
    ]


def _similar(library: Library) -> Figure:
    (by_meaning, number), (by_words, _) = (similar_gain(library, meaning=meaning) for meaning in (True, False))
    said = f"nDCG@5 {by_meaning:.3f}; by words alone {by_words:.3f}"
    return Figure(f"similar to {number} findings, development: 1 - nDCG@5", 1 - by_meaning, "", 1 - by_words, said)


def _beside(texts: Collection, queries: list[Judged], part: str, *, held_out: bool) -> list[Figure]:
    asked = [one for one in queries if one.held_out is held_out]
    of = {
        kind: [one for one in asked if one.kind == kind] for kind in ("abbreviation", "synonym", "misspelling", "topic")
    }
    without_forms, without_spelling = _without(texts, vocabulary=False), _without(texts, spelling=False)
    return [
        _missing(f"all, {part}", asked, texts.ours, texts.plain, "plain BM25"),
        _missing(f"abbreviations, {part}", of["abbreviation"], texts.ours, without_forms, "without the vocabulary"),
        _missing(f"synonyms, {part}", of["synonym"], texts.ours, without_forms, "without the vocabulary"),
        _missing(f"misspellings, {part}", of["misspelling"], texts.ours, without_spelling, "without correction"),
        _missing(f"topics, {part}", of["topic"], texts.ours, texts.plain, "plain BM25"),
    ]


def _without(texts: Collection, *, vocabulary: bool = True, spelling: bool = True) -> Finder:
    return lambda query: texts.ours(query, vocabulary=vocabulary, spelling=spelling)


def _missing(name: str, asked: list[Judged], ours: Finder, other: Finder, called: str) -> Figure:
    got, beside = gain(ours, asked), gain(other, asked)
    said = f"nDCG@10 {got:.3f}; {called} {beside:.3f}"
    return Figure(f"search, {name}, {len(asked)} queries: 1 - nDCG@10", 1 - got, "", 1 - beside, said)


def adding(folder: Path) -> Figure:
    """Milliseconds a page from PDF files to passages that are found: the median of some runs, each beside pdftotext."""
    place = folder / "files"
    place.mkdir(parents=True)
    files = [place / f"{number:02}.pdf" for number in range(FILES)]
    for number, file in enumerate(files):
        file.write_bytes(typeset(PAGES, number))
    pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    runs = [(_seconds_to_add(place, folder / f"home {run}"), _pdftotext(files)) for run in range(RUNS)]
    ours, peer = zip(*runs, strict=True)
    taken = median(ours)
    said = f"{pages / taken:.0f} pages a second ({_each(pages, ours)}); pdftotext, the text alone, {_each(pages, peer)}"
    return Figure(
        f"adding {FILES} PDFs of {pages:,} pages", 1000 * taken / pages, "ms a page", 1000 / LEAST_PAGES, said
    )


def _seconds_to_add(place: Path, home: Path) -> float:
    """By the command, in an installation of its own: its start and the index are in it."""
    began = time.perf_counter()
    done = installation(home).run("library", "add", str(place), "--json")
    took = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(done.stderr)
    return took


def _each(pages: int, seconds: Sequence[float]) -> str:
    return ", ".join(f"{pages / each:.0f}" for each in sorted(seconds)) if all(seconds) else "not installed"


def _pdftotext(files: list[Path]) -> float:
    """Seconds; 0 where it is not installed."""
    if shutil.which("pdftotext") is None:
        return 0.0
    began = time.perf_counter()
    for file in files:
        subprocess.run(["pdftotext", str(file), "/dev/null"], check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    print(table(measure(DOCUMENTS // 10 if "--small" in sys.argv else DOCUMENTS)))
