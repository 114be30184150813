"""Themes: how good the suggestions are on passages not trained on, how they get better with decisions, how quick they are.

Measured on the passages of `bench/theme_labels` (296, labelled by reading; see its README) where the shared data is present.
Held out: whole coroner's reports, and stretches of 2,500 characters of the other texts, whose name's CRC-32 is divisible by
three. Everything else is the development part: words, weights and threshold were tuned on it alone.

`python -m bench.themes` prints the figures; with `--ship` it trains anew the model that comes with the program, on all labelled
passages. That model holds weights of single words, none of them a name, and no text of the sources.
"""

import csv
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from zlib import crc32

from bench.figures import Figure, table
from second_question.documents import Document, read
from second_question.reading.themes import Model, Suggesting, shipped_model
from second_question.reading.themes.measuring import Quality, measured, trained_and_measured
from second_question.reading.themes.model import FOLDER
from second_question.reading.themes.passages import passages_of
from second_question.reading.themes.training import DecidedPassage
from second_question.rules.codebooks import Codebook, Wording, codebook

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "bench" / "theme_labels" / "passages.csv"
SHARED = ROOT.parent / "shared"
FOLDERS = ("sources", "data/texts/coroners", "data/texts/guidance")
SAMPLES = ROOT / "tests" / "samples" / "reports"
PART = 2500
EVERY = 3
HUNDREDS = (0, 100, 200, 300)
PAGES, WORDS_A_PAGE = 40, 480
MANY_PAGES = 1000
TIMES = 5
LEAST_F1, MOST_MILLISECONDS, MOST_START_UP, MOST_GROWTH = 0.70, 300, 400, 1.5


def measure() -> list[Figure]:
    """The figures; those of quality only where the shared data is present."""
    return [*(_quality() if SHARED.is_dir() else ()), *_speed()]


def held_out(file: str, start: int) -> bool:
    """Whether a passage is kept for the final figure. Fixed before anything was tuned."""
    name = file if file.startswith("PFD_") else f"{file}:{start // PART}"
    return crc32(name.encode()) % EVERY == 0


def labelled(*, held: bool | None = None) -> list[DecidedPassage]:
    """The labelled passages: those held out, those for development, or all."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = [(row["file"], int(row["start"]), int(row["end"]), row["codes"]) for row in csv.DictReader(lines)]
    return [_passage(*row) for row in rows if held is None or held_out(*row[:2]) is held]


def _passage(file: str, start: int, end: int, codes: str) -> DecidedPassage:
    text = _document(file).text[start:end]
    place = file if file.startswith("PFD_") else f"{file}:{start // PART}"
    return DecidedPassage(text, _heading(file, start, end), frozenset(filter(None, codes.split(";"))), place=place)


@cache
def _document(file: str) -> Document:
    return read(next(path for folder in FOLDERS if (path := SHARED / folder / file).is_file()))


@cache
def _passages(file: str) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.heading) for one in passages_of(_document(file))]


def _heading(file: str, start: int, end: int) -> str:
    """That of the passage which shares most with the labelled one."""
    shared = [(min(end, last) - max(start, first), heading) for first, last, heading in _passages(file)]
    most, heading = max(shared)
    return heading if most > 0 else ""


def _quality() -> Iterator[Figure]:
    book, development, final = codebook(), labelled(held=False), labelled(held=True)
    alone, peer = measured(Model(book.id), final, book), measured(Model(book.id), final, _by_title(book))
    learned = measured(trained_and_measured(development, book, Model(book.id), progress=bool), final, book)
    beside = f"F1 {{:.3f}} on {final_count(final)}; a search for the words of each code’s title: {peer.micro_f1:.3f}"
    yield _missing("themes, from the definitions alone", alone, beside)
    yield _missing("themes, trained on the development part", learned, beside)
    for name, start in (("the codebook’s words", book), ("definitions without a list of words", without_words(book))):
        for hundred, quality in learning_curve(start, development, final):
            yield _missing(
                f"themes from {name}, after {hundred} decisions", quality, "F1 {:.3f} on the held-out passages", 1
            )


def final_count(passages: Sequence[DecidedPassage]) -> str:
    """How many passages and codes a figure rests on."""
    return f"{len(passages)} held-out passages with {sum(len(one.codes) for one in passages)} codes"


def _missing(name: str, quality: Quality, beside: str, limit: float = 1 - LEAST_F1) -> Figure:
    told = f"{beside.format(quality.micro_f1)}; precision {quality.precision:.3f}, recall {quality.recall:.3f}"
    return Figure(f"{name}: 1 − micro-F1", 1 - quality.micro_f1, "", limit, told)


def learning_curve(
    book: Codebook, development: Sequence[DecidedPassage], final: Sequence[DecidedPassage]
) -> Iterator[tuple[int, Quality]]:
    """The quality after so many hundred decisions: one for each code that applies or was suggested, one for a passage without."""
    start = Model(book.id)
    suggesting = Suggesting(book, start)
    order = sorted(development, key=lambda one: crc32(one.text.encode()))
    made, reached = [0], dict.fromkeys(HUNDREDS, 0)
    for one in order:
        suggested = {suggestion.code for suggestion in suggesting.for_text(one.text, one.heading)}
        made.append(made[-1] + max(1, len(suggested | one.codes)))
    for hundred in HUNDREDS:
        reached[hundred] = sum(number <= hundred for number in made) - 1
    for hundred, number in reached.items():
        if made[-1] >= hundred:
            model = trained_and_measured(order[:number], book, start, progress=bool) if number else start
            yield hundred, measured(model, final, book)


def without_words(book: Codebook) -> Codebook:
    """The codebook as somebody would write it who lists no words."""
    return replace(book, codes=tuple(replace(code, words=Wording()) for code in book.codes))


def _by_title(book: Codebook) -> Codebook:
    return replace(book, codes=tuple(replace(code, words=Wording(strong=(code.title,))) for code in book.codes))


def _speed() -> Iterator[Figure]:
    book = codebook()
    suggesting = Suggesting(book, shipped_model(book.id))
    report, long = _report(PAGES), _report(MANY_PAGES)
    mine = _milliseconds(lambda: suggesting.for_document(report))
    scan = _milliseconds(lambda: re.findall(r"\w+", report.text))
    yield Figure(
        f"themes of a report of {PAGES} pages",
        mine,
        "ms",
        MOST_MILLISECONDS,
        f"{mine / scan:.0f} × one `re` scan over the words",
    )
    growth = _milliseconds(lambda: suggesting.for_document(long), times=1) / MANY_PAGES / (mine / PAGES)
    yield Figure(f"themes of {MANY_PAGES} pages, for each page", growth, "× that of 40", MOST_GROWTH)
    started, bare = _start_up("-m", "second_question", "themes", "--help"), _start_up("-c", "pass")
    yield Figure(
        "start-up of `themes`", started, "ms", MOST_START_UP, f"{started / bare:.1f} × an empty program ({bare:.0f} ms)"
    )


def _report(pages: int) -> Document:
    """The fictional reports of the tests, told again until there are so many pages."""
    stretches = [stretch for path in sorted(SAMPLES.glob("*.md")) for stretch in path.read_text().split("\n\n")]
    text, words, at = [], 0, 0
    while words < pages * WORDS_A_PAGE:
        text.append(stretches[at % len(stretches)])
        words, at = words + len(text[-1].split()), at + 1
    return read("\n\n".join(text).encode(), "report.txt")


def _milliseconds(work: Callable[[], object], times: int = TIMES) -> float:
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken)


def _start_up(*arguments: str) -> float:
    command = [sys.executable, *arguments]
    return _milliseconds(lambda: subprocess.run(command, check=True, capture_output=True))


def ship() -> Model:
    """Train the model that comes with the program on all labelled passages, and write it down.

    What it says of its quality is that of the same training on the development part, measured on what was held out.
    """
    book, development, final = codebook(), labelled(held=False), labelled(held=True)
    start = Model(book.id)
    quality = measured(trained_and_measured(development, book, start, progress=bool), final, book)
    model = trained_and_measured(labelled(), book, start, progress=bool)
    told = {
        "how": f"the same training on {len(development)} of them, measured on the {len(final)} held out from it and from tuning",
        "micro_f1": quality.micro_f1,
        "precision": quality.precision,
        "recall": quality.recall,
        "micro_f1_before": measured(start, final, book).micro_f1,
    }
    model = replace(model, trained_on={**model.trained_on, "measured": told})
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{book.id.replace('/', '-')}.json").write_text(model.to_json(), encoding="utf-8")
    return model


if __name__ == "__main__":
    print(ship().trained_on if "--ship" in sys.argv else table(measure()))
