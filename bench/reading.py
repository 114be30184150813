"""Files to text: speed beside `pdftotext` on the same files, cost with length, memory, recognition of scans.

The files are made up and typeset by typst here (seed 7), in one and in two columns, with tables, lists, notes and contents:
nothing was tuned on their words. `../shared/data/texts/guidance` is read where it is present. `pdftotext` is of poppler-utils.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import typst

from bench.figures import Figure
from second_question.commands.reading_files import given_files
from second_question.documents import CannotRead, read
from second_question.documents.limits import OF_A_BATCH
from tests.scans import scanned

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "texts" / "guidance"
FILES, PAGES = 24, 40
SLOWER, GROWTH, MEGABYTES = 2.0, 1.25, 400
TIMES = 3
SAID = (
    "the child was seen by a health visitor and her worker who noted that father had left home in March after an argument "
    "agencies did not share what they knew of the risk curiosity needed assessment neglect injury multi-agency meeting "
    "safeguarding partnership review learning recommendation safeguarding responsibilities"
)


def measure() -> list[Figure]:
    """The figures of reading files."""
    folder = Path(tempfile.mkdtemp(prefix="second-question-reading-"))
    try:
        return [*_speed(folder), *_growth(folder), _scan(folder), _refusal(folder), *_guidance()]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def typeset(pages: int, seed: int, *, columns: int = 1) -> bytes:
    """A made-up report of about so many pages."""
    chance = random.Random(seed)  # noqa: S311  made-up words

    vocabulary = SAID.split()

    def words(count: int) -> str:
        return " ".join(chance.choice(vocabulary) for _ in range(count)).capitalize() + "."

    parts = [
        f'#set page(columns: {columns}, numbering: "1", header: [OFFICIAL])\n#set par(justify: true)\n',
        '#set text(size: 11pt, lang: "en", hyphenate: true)\n#outline()\n',
    ]
    for number in range(1, pages + 1):
        paragraphs = "\n\n".join(words(70) for _ in range(4))
        rows = (
            ", ".join(f"[{day} March 2020], [Nurse], [{words(14)}]" for day in range(1, 8)) if number % 5 == 0 else ""
        )
        table = f"#table(columns: 3, [*When*], [*Who*], [*What*], {rows})\n\n" if rows else ""
        note = f"#footnote[{words(12)}]" if number % 4 == 0 else ""
        parts.append(f"= {number}. Heading\n\n{paragraphs}{note}\n\n- {words(12)}\n- {words(9)}\n\n{table}")
    return bytes(typst.compile("".join(parts).encode()))


def _speed(folder: Path) -> list[Figure]:
    files = [folder / f"{number:02}.pdf" for number in range(FILES)]
    for number, file in enumerate(files):
        file.write_bytes(typeset(PAGES, number, columns=1 + number % 2))
    pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    ours = _seconds(lambda: _read_all(files))
    alone = _seconds(lambda: [read(file, most_pages=OF_A_BATCH.most_pages) for file in files[:4]])
    if shutil.which("pdftotext") is None:
        return [Figure(f"reading {FILES} PDFs, {pages:,} pages", ours, "s", None, "pdftotext is not installed")]
    peer, peer_alone = _seconds(lambda: _pdftotext(files)), _seconds(lambda: _pdftotext(files[:4]))
    name = f"reading {FILES} PDFs of {pages:,} pages, {os.cpu_count()} at once"
    beside = f"{pages / ours:,.0f} pages a second; pdftotext, one after the other, {pages / peer:,.0f}"
    single = f"{alone:.2f} s in this process; pdftotext {peer_alone:.2f} s"
    return [
        Figure(name, ours / peer, "× pdftotext", SLOWER, beside),
        Figure("reading 4 of them one after the other", alone / peer_alone, "× pdftotext", None, single),
    ]


def _read_all(files: Sequence[Path]) -> None:
    problems = [given.problem for given in given_files([str(file) for file in files]) if given.problem]
    if problems:
        raise SystemExit("\n".join(problems))


def _pdftotext(files: Sequence[Path]) -> None:
    for file in files:
        subprocess.run(["pdftotext", str(file), os.devnull], check=True)


def _growth(folder: Path) -> list[Figure]:
    (few, short, _), (many, long, memory) = (_alone(folder, typeset(pages, pages)) for pages in (120, 1_200))
    beside = f"{1000 * short / few:.1f} ms a page of {few}, {1000 * long / many:.1f} ms a page of {many}"
    return [
        Figure("cost of a page of a long PDF", (long / many) / (short / few), "× that of a short one", GROWTH, beside),
        Figure(f"memory for {many} pages", memory, "MB", MEGABYTES, "of the reading process at its peak"),
    ]


ALONE = """
import resource, subprocess, sys
with open(sys.argv[1], "rb") as given:
    subprocess.run([sys.executable, "-m", "second_question.documents", "--most-pages=1000", "--seconds=120"],
                   stdin=given, stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def _alone(folder: Path, data: bytes) -> tuple[int, float, float]:
    """Pages, seconds of computing and megabytes at the peak of a process that reads one file; the least of a few times.

    Started from a small process: the peak of a process counts that of the one it was forked from.
    """
    file = folder / "one.pdf"
    file.write_bytes(data)
    command = [sys.executable, "-c", ALONE, str(file)]
    used = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(TIMES)]
    seconds, memory = (min(map(float, column)) for column in zip(*used, strict=True))
    return len(pypdfium2.PdfDocument(data)), seconds, memory


def _scan(folder: Path) -> Figure:
    data, file = typeset(2, 3), folder / "scan.pdf"
    pages = range(1, len(pypdfium2.PdfDocument(data)) + 1)
    file.write_bytes(scanned(data, tuple(pages)))
    if shutil.which("tesseract") is None:
        return Figure("recognising a scanned page", 0, "s", None, "Tesseract is not installed")
    started = time.perf_counter()
    document = read(file, recognition_seconds=120)
    taken = (time.perf_counter() - started) / len(document.pages)
    original = read(data, "a.pdf").text.split()
    right = len(set(original) & set(document.text.split())) / len(set(original))
    return Figure("recognising a scanned page", taken, "s", None, f"{right:.1%} of its different words are right")


def _refusal(folder: Path) -> Figure:
    made = pypdfium2.PdfDocument.new()
    for _ in range(5_000):
        made.new_page(200, 200)
    file = folder / "long.pdf"
    made.save(file)

    def refused() -> None:
        try:
            read(file, most_pages=OF_A_BATCH.most_pages)
        except CannotRead:
            return
        raise SystemExit("5,000 pages were read")

    return Figure("refusing a PDF of 5,000 pages", 1000 * _seconds(refused), "ms")


def _guidance() -> list[Figure]:
    texts = sorted(SHARED.glob("*.txt"))
    if not texts:
        return []
    characters = sum(len(text.read_text()) for text in texts)
    taken = _seconds(lambda: _read_all(texts))
    return [Figure(f"{len(texts)} guidance texts", taken, "s", None, f"{characters / 1e6:.1f} million characters")]


def _seconds(work: Callable[[], object]) -> float:
    """The least of a few times, so that what else the machine does counts little."""
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)
