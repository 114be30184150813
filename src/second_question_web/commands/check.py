"""`second-question check`: trail, files, versions, numbers, keys and database against each other."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command

if TYPE_CHECKING:
    from second_question_web.commands.checks import Problem

Item = TypeVar("Item")


def add_arguments(parser: ArgumentParser) -> None:
    """How much, and in which form."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--all", action="store_true", help="open every sealed value, not only the newest of each kind")


def run(arguments: Namespace) -> int:
    """Check everything; 0 when all is well, 1 when something is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
    import django

    django.setup()
    problems = _problems(every=arguments.all)
    if arguments.json:
        document = {"problems": [vars(problem) for problem in problems], "trail": _newest_row()}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(str, problems)) or _all_is_well())
    return PROBLEM_IN_INPUT if problems else DONE


def _all_is_well() -> str:
    head = _newest_row()
    return (
        "All is well: the trail, the files, the versions, the numbers, the keys and the database.\n"
        f"The newest row of the trail is {head['number']}, its hash {head['digest']}.\n"
        "Keep both somewhere else: they prove later that nothing before was changed."
    )


def _newest_row() -> dict[str, int | str]:
    """What proves the trail up to now, if it is kept elsewhere (decision record 0006)."""
    from django.db import DatabaseError

    from second_question_web.trail import queries

    try:
        _, head = queries.everything()
    except DatabaseError:  # the database is not migrated yet, which is among the problems
        return {"number": 0, "digest": ""}
    return {"number": head.number, "digest": head.digest}


def _problems(*, every: bool) -> "list[Problem]":
    from second_question_web.commands import checks

    _say("the database")
    waiting = list(checks.database_is_migrated())
    if waiting:
        return waiting
    found = [*checks.reference_data_is_loaded(), *checks.numbers_have_no_gaps()]
    _say("the trail")
    found += checks.trail_holds(_shown)
    _say("the files")
    found += checks.files_are_whole(_shown)
    _say("the versions of rapid reviews")
    found += checks.versions_are_as_sent(_shown)
    _say("the sealed values")
    found += checks.sealed_values_open(_shown, every)
    return found


def _say(what: str) -> None:
    print(f"Checking {what} …", file=sys.stderr, flush=True)


def _shown(items: Iterable[Item], total: int, unit: str) -> Iterable[Item]:
    """The items, with a progress bar on standard error when that is a terminal."""
    from tqdm import tqdm

    return tqdm(items, total=total, unit=f" {unit}s", disable=None)


COMMAND = Command(
    name="check",
    summary="verify the trail, the files, the versions sent, the numbers, the keys and the database against each other",
    example="second-question check --all",
    add_arguments=add_arguments,
    run=run,
)
