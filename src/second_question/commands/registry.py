"""What a subcommand is, and where subcommands come from.

A subcommand is a module with a `COMMAND`. The core's own are listed here; any other installed package adds its own
through the entry-point group `second_question.commands` (name = "package.module:COMMAND"). Such a module must be light to
import: what is heavy is imported inside `run`.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

GROUP = "second_question.commands"
OWN_MODULES = ("appraise", "deadlines", "disclosure", "library", "metadata", "themes")

DONE, PROBLEM_IN_INPUT, WRONG_USAGE = 0, 1, 2


@dataclass(frozen=True)
class Command:
    """A subcommand. `summary` is one line, `example` a whole command line; `run` gives the exit status."""

    name: str
    summary: str
    example: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


class InputProblems(Exception):
    """The input was read, but something in it is wrong. Each problem says where, what, and what to do."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems


class UsageProblem(Exception):
    """The command was called in a way that it cannot follow; the message says how to call it."""


def commands() -> dict[str, Command]:
    """Every subcommand by name, in alphabetical order."""
    own = [import_module(f"second_question.commands.{module}").COMMAND for module in OWN_MODULES]
    others = [_load(point) for point in entry_points(group=GROUP)]
    return {command.name: command for command in sorted(own + others, key=lambda command: command.name)}


def _load(point: EntryPoint) -> Command:
    try:
        command = point.load()
    except ImportError as error:
        return _not_available(point.name, error)
    if not isinstance(command, Command):
        raise TypeError(f"The entry point {point.value!r} is not a Command.")
    return command


def _not_available(name: str, error: ImportError) -> Command:
    """A stand-in that keeps the other commands usable and says what is missing."""

    def run(_arguments: Namespace) -> int:
        raise UsageProblem(f"The command {name!r} cannot be used here: {error}. Install the package with all it needs.")

    return Command(name, "not available in this installation", f"second-question {name}", lambda _parser: None, run)
