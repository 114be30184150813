"""The command `second-question`: finds the subcommand, runs it, and turns problems into messages and exit statuses.

Exit status: 0 done; 1 the input was read but something in it is wrong; 2 wrong usage.
"""

import io
import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence

from second_question import __version__
from second_question.commands.registry import (
    PROBLEM_IN_INPUT,
    WRONG_USAGE,
    Command,
    InputProblems,
    UsageProblem,
    commands,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit status; wrong usage found by the parser exits at once with 2."""
    _write_every_character()
    parser = build_parser(commands().values())
    arguments = parser.parse_args(argv)
    command: Command = arguments.command
    try:
        status = command.run(arguments)
        sys.stdout.flush()
    except InputProblems as found:
        for problem in found.problems:
            print(f"second-question {command.name}: {problem}", file=sys.stderr)
        return PROBLEM_IN_INPUT
    except UsageProblem as problem:
        print(f"second-question {command.name}: {problem}", file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:
        return _reader_has_gone()
    except KeyboardInterrupt:
        return 130  # what a shell expects of a program that was interrupted
    return status


def build_parser(available: Iterable[Command]) -> ArgumentParser:
    """A parser with one subparser for each command, each with its example."""
    parser = ArgumentParser(
        prog="second-question",
        description="The child safeguarding practice review system, from the command line.",
        epilog="second-question COMMAND --help tells more, with an example.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"second-question {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in available:
        subparser = subparsers.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=f"example:\n  {command.example}",
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.add_arguments(subparser)
        subparser.set_defaults(command=command)
    return parser


def _write_every_character() -> None:
    """A terminal without UTF-8 shows an escape instead of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _reader_has_gone() -> int:
    """`second-question … | head` closed the pipe: nothing more to say, and nothing to complain of at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
