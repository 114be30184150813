"""Scanned pages: their letters are recognised by the program Tesseract, where it is installed."""

import csv
import math
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from second_question.documents.pdf_lines import Line

PROGRAM = "tesseract"
LANGUAGE = "eng"
DOTS_AN_INCH = 300
"""What Tesseract's manual recommends."""
MOST_DOTS = 12_000_000
"""Of one page: A4 has 8.7 million. Larger pages are drawn more coarsely."""
LEAST_SURE = 25
"""Of 100: what Tesseract is less sure of are mostly specks and pictures."""
USUAL_SIZE = 11.0
"""Points: what a line of usual height on a recognised page counts as."""
LARGER = 1.4
"""Times the usual height: the heights of lines vary with their letters, so only much larger ones count as larger type."""
LONGEST = 10
"""Words of a heading."""
GAP = 2.5
"""Of the height of a line: a wider gap parts two columns."""

_DIVIDED = re.compile(r"(?<=[^\W\d_])-$")
_NUMBERED = re.compile(r"(?:section |part )?\d{1,2}(?:\.\d{1,2})*[.:]?\s+[A-Z].*[^.,;:]$", re.IGNORECASE)
_WORD = "5"


@dataclass
class Recogniser:
    """Recognises pages until its time is up."""

    seconds: float
    _started: float = field(default_factory=time.monotonic)

    @property
    def is_possible(self) -> bool:
        """Whether the program is there and there is time left."""
        return self._left > 1 and self.is_installed

    @property
    def is_installed(self) -> bool:
        """Whether the program is there."""
        return shutil.which(PROGRAM) is not None

    @property
    def _left(self) -> float:
        return self.seconds - (time.monotonic() - self._started)

    def lines_on(self, page: Any) -> list[Line] | None:
        """The lines on a page of pdfium; None where the program is not there, fails, or does not end in time."""
        program = shutil.which(PROGRAM)
        if not self.is_possible or program is None:
            return None
        picture, dots = _drawn(page)
        command = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(round(dots)), "tsv"]
        try:
            done = subprocess.run(  # noqa: S603  # a picture that we drew goes in as data; there is nothing from the file else
                command, input=picture, capture_output=True, timeout=self._left, check=False, env=_environment()
            )
        except (subprocess.TimeoutExpired, OSError):
            return None
        if done.returncode:
            return None
        return _lines(done.stdout.decode("utf-8", "replace"), page.get_height(), 72 / dots)


def _environment() -> dict[str, str]:
    """One thread, since as many files are read at once as there are processors."""
    wanted = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
    return {name: os.environ[name] for name in wanted if name in os.environ} | {"OMP_THREAD_LIMIT": "1"}


def _drawn(page: Any) -> tuple[bytes, float]:
    """The page as a grey picture (PGM), and its dots an inch."""
    area = max(1.0, page.get_width() * page.get_height())
    scale = min(DOTS_AN_INCH / 72, math.sqrt(MOST_DOTS / area))
    bitmap = page.render(scale=scale, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    dots = bytes(bitmap.buffer)
    bitmap.close()
    if stride != width:
        dots = b"".join(dots[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + dots, scale * 72


def _lines(table: str, page_height: float, points: float) -> list[Line]:
    """The lines of Tesseract's table of words; one with a wide gap is two. `points` are those of a dot."""
    found: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _WORD and row["text"].strip() and float(row["conf"]) >= LEAST_SURE:
            found.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    heights = [_height(words) for words in found.values()]
    usual = median(heights) if heights else 1.0
    parts = (part for words in found.values() for part in _cut(words, GAP * usual))
    return _with_headings([_line(words, page_height, points, usual) for words in parts])


def _with_headings(lines: list[Line]) -> list[Line]:
    """The lines, with a short one that is numbered, alone among others, as bold: a scan does not show what was bold."""
    numbered = [
        False,
        *(_NUMBERED.match(line.text) is not None and len(line.text.split()) <= LONGEST for line in lines),
        False,
    ]
    for line, before, itself, after in zip(lines, numbered, numbered[1:], numbered[2:], strict=False):
        if itself and not before and not after:
            line.is_bold, line.bold_words = True, line.text.count(" ") + 1
    return lines


def _cut(words: Sequence[dict[str, str]], widest: float) -> Iterator[list[dict[str, str]]]:
    parts = [[words[0]]]
    for before, word in pairwise(words):
        if int(word["left"]) - int(before["left"]) - int(before["width"]) > widest:
            parts.append([])
        parts[-1].append(word)
    yield from parts


def _height(words: Sequence[dict[str, str]]) -> float:
    return max(float(word["height"]) for word in words)


def _line(words: Sequence[dict[str, str]], page_height: float, points: float, usual: float) -> Line:
    text = " ".join(word["text"].strip() for word in words)
    first, last = words[0], words[-1]
    ratio = _height(words) / usual
    bottom = median(int(word["top"]) + int(word["height"]) for word in words)
    return Line(
        text=_DIVIDED.sub("", text),
        x0=int(first["left"]) * points,
        x1=(int(last["left"]) + int(last["width"])) * points,
        y=page_height - bottom * points,
        size=round(USUAL_SIZE * ratio, 1) if ratio >= LARGER else USUAL_SIZE,
        first_width=int(first["width"]) * points,
        is_divided=_DIVIDED.search(text) is not None,
    )
