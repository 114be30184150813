"""`second-question register import`: notifications from a CSV file into the register."""

import json
import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command, InputProblems, UsageProblem

if TYPE_CHECKING:
    from second_question_web.incidents.register.report import Report

_NOT_PREPARED = (
    "the database of this installation is not ready. Run “second-question run” once, which prepares it; "
    "SECOND_QUESTION_HOME says where it is, DATABASE_URL where another database is."
)


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, with which file, and how to tell."""
    parser.add_argument("step", choices=["import"], help="import: bring in what is not in the register yet")
    parser.add_argument("file", metavar="NOTIFICATIONS.csv", help="one row a child; - reads standard input")
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, and write nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: Namespace) -> int:
    """Import the file and say what came in and what was refused.

    Raises:
        InputProblems: the file cannot be opened.
        UsageProblem: the installation has no prepared database.
    """
    with _opened(arguments.file) as source:
        _prepare()
        report = _import(source, dry_run=arguments.dry_run)
    print(json.dumps(report.as_json(), ensure_ascii=False, default=str) if arguments.json else _in_words(report))
    for problem in [] if arguments.json else report.problems:
        print(f"{problem.level.value}: {problem}", file=sys.stderr)
    return PROBLEM_IN_INPUT if report.errors or report.different else DONE


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        with TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            yield copy
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  closed at the end of the import
    except OSError as error:
        raise InputProblems(f"{name}: {error.strerror}. Check the name and that you may read it.") from None
    with file:
        yield file


def _prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
    import django
    from django.db import DatabaseError

    django.setup()
    from second_question_web import installation

    try:
        waiting = installation.migrations_waiting()
    except DatabaseError as error:
        raise UsageProblem(f"the database cannot be reached: {error}") from None
    if waiting:
        raise UsageProblem(_NOT_PREPARED)


def _import(source: BinaryIO, *, dry_run: bool) -> "Report":
    from django.utils import timezone
    from tqdm import tqdm

    from second_question_web.incidents.register.importing import import_notifications
    from second_question_web.jobs.tidying import refresh_statistics
    from second_question_web.trail.actions import System

    with tqdm(unit=" rows", disable=None) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        by = System("register import")
        report = import_notifications(source, by=by, now=timezone.now(), progress=show, dry_run=dry_run)
    if report.came_in and not dry_run:
        refresh_statistics()
    return report


def _in_words(report: "Report") -> str:
    came = "would come in" if report.dry_run else "came in"
    lines = [
        f"{report.came_in} notifications with {report.children} children {came}.",
        f"{report.already_here} were here already, {report.different} are here and differ, {report.refused} were refused.",
    ]
    if report.first:
        lines.append(f"Their references begin with {report.first} and end with {report.last}.")
    if report.came_in and not report.dry_run:
        lines.append("They are history: no rapid review was opened for them.")
    return "\n".join(lines)


COMMAND = Command(
    name="register",
    summary="bring notifications from a CSV file into the register",
    example="second-question register import notifications.csv --dry-run",
    add_arguments=add_arguments,
    run=run,
)
