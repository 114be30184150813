"""Measures speed and memory, each figure beside its limit and a peer: `make bench`.

On the embedded database always; on PostgreSQL too where SECOND_QUESTION_TEST_POSTGRESQL names a server. Writes the table to
`bench/RESULTS.md` and ends with 1 when a limit is not kept.

`--reviews` measures rapid reviews alone, to `bench/RESULTS-reviews.md`; `--small` tries that with few of them and writes
nothing. `--reading` measures alone what reads files (`bench/reading.py`, `facts.py`, `appraisal.py`, `themes.py`,
`identities.py`), to `bench/RESULTS-reading.md`; `--library` the library alone (`bench/library.py`, `library_page.py`), to
`bench/RESULTS-library.md`.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import appraisal, facts, identities, library, library_page, made_up, making, pages, reading, reviews, themes
from bench.figures import Figure, table
from bench.server import Installation, installation, serving

NOTIFICATIONS, IMPORT_ROWS = 20_000, 100_000
RESULTS = Path(__file__).with_name("RESULTS.md")
RESULTS_OF_REVIEWS = Path(__file__).with_name("RESULTS-reviews.md")
RESULTS_OF_READING = Path(__file__).with_name("RESULTS-reading.md")
RESULTS_OF_LIBRARY = Path(__file__).with_name("RESULTS-library.md")
READING = (reading, facts, appraisal, themes, identities)
LIBRARY = (library, library_page)


def main() -> int:
    """Every measurement in turn, or one kind of them."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--reviews", action="store_true", help="rapid reviews alone")
    wanted.add_argument("--small", action="store_true", help="with few reviews and for a few seconds, to try it")
    wanted.add_argument("--reading", action="store_true", help="the reading of files alone")
    wanted.add_argument("--library", action="store_true", help="the library alone")
    given = wanted.parse_args()
    figures = here(READING) if given.reading else here(LIBRARY) if given.library else served(given)
    shown = f"# Measured on {date.today()}\n\n{machine()}\n\n{table(figures)}\n"  # noqa: DTZ011  the day on this machine
    if not given.small:
        _results(given).write_text(shown)
    print(shown)
    return 0 if all(figure.kept for figure in figures) else 1


def _results(given: argparse.Namespace) -> Path:
    if given.reading or given.library:
        return RESULTS_OF_READING if given.reading else RESULTS_OF_LIBRARY
    return RESULTS_OF_REVIEWS if given.reviews else RESULTS


def here(parts: Sequence[ModuleType]) -> list[Figure]:
    """What needs no server, in this process."""
    return [figure for part in parts for figure in part.measure()]


def served(given: argparse.Namespace) -> list[Figure]:
    """With a server, in a folder that goes when it is done; what reads files first and the library last, unless reviews alone
    are asked for.
    """
    folder = Path(tempfile.mkdtemp(prefix="second-question-bench-"))
    scale = reviews.SMALL if given.small else reviews.FULL
    alone = given.reviews or given.small
    try:
        before, after = ([], []) if alone else (READING, LIBRARY)
        return [*here(before), *everything(folder, scale, reviews_alone=alone), *here(after)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def everything(folder: Path, scale: reviews.Scale, *, reviews_alone: bool) -> list[Figure]:
    """Documents and prompts in this process; then starting, importing, and pages on each database."""
    figures = making.measure()
    databases = {"embedded": "", "PostgreSQL": os.environ.get("SECOND_QUESTION_TEST_POSTGRESQL", "")}
    for name, address in databases.items():
        if address or name == "embedded":
            of = installation(folder / name, fresh_database(address))
            figures += reviews_on(name, of, scale) if reviews_alone else on(name, of, folder, scale)
    return figures


def reviews_on(name: str, of: Installation, scale: reviews.Scale) -> list[Figure]:
    """The figures of rapid reviews on one database, without many notifications beside them."""
    starting(of)
    return reviews.measure(of, name, scale)


def on(name: str, of: Installation, folder: Path, scale: reviews.Scale) -> list[Figure]:
    """All figures on one database."""
    first, again = starting(of), starting(of)
    figures = [
        Figure(f"{name}: first start with demo data", first, "s"),
        Figure(f"{name}: start again", again, "s", 5),
    ]
    rows = folder / "pages.csv"
    made_up.write(rows, NOTIFICATIONS)
    figures += importing(name, of, rows, None)
    figures += pages.measure(of, name)
    figures += reviews.measure(of, name, scale)
    many = folder / "many.csv"
    made_up.write(many, IMPORT_ROWS, first_day=date(2018, 7, 2))
    return figures + importing(name, of, many, 60)


def starting(of: Installation) -> float:
    """Seconds until it answers."""
    started = time.perf_counter()
    with serving(of):
        return time.perf_counter() - started


def importing(name: str, of: Installation, path: Path, limit: float | None) -> list[Figure]:
    """Seconds and memory of `register import`; the memory is that of the process at its highest."""
    started = time.perf_counter()
    code = (
        "import resource, sys\nfrom second_question.cli import main\n"
        f"status = main(['register', 'import', {str(path)!r}, '--json'])\n"
        "print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, status)"
    )
    said = of.python(code).rsplit("PEAK", 1)[1].split()
    taken, rows = time.perf_counter() - started, sum(1 for _ in path.open()) - 1
    memory_limit = 500 if limit else None
    return [
        Figure(f"{name}: import of {rows:,} rows", taken, "s", limit),
        Figure(f"{name}: memory of that import", float(said[0]), "MB", memory_limit),
    ]


def fresh_database(address: str) -> str:
    """An empty database on that server, or nothing for the embedded one."""
    if not address:
        return ""
    import psycopg

    name = "second_question_bench"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return address.rsplit("/", 1)[0] + f"/{name}"


def machine() -> str:
    """What it was measured on."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
