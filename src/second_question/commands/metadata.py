"""`second-question metadata`: what reports say about themselves, each fact with the passage that says it."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command

if TYPE_CHECKING:
    from second_question.reading.facts import Facts

LABELS = {
    "title": "Title",
    "kind": "Kind",
    "area": "Area",
    "pseudonym": "Pseudonym",
    "published": "Published",
    "incident": "Incident",
    "child_ages": "Age of children",
    "authors": "Authors",
}
"""The facts in the order in which a person reads them."""
NOT_SAID = "not said"


def add_arguments(parser: ArgumentParser) -> None:
    """The files, and the two ways of showing the answer."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="PDF, Word, HTML, Markdown or plain text; a folder; - for standard input",
    )
    parser.add_argument("--workers", type=_several, metavar="N", help="files read at once (default: one a processor)")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write what was read and what was not, a line for each file; a run that was stopped goes on from there",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: Namespace) -> int:
    """Print the facts of every file that can be read; the others are named on standard error."""
    from second_question.commands.reading_files import given_files
    from second_question.reading.facts import facts_of

    read, status = [], DONE
    for given in given_files(arguments.files, workers=arguments.workers, report=arguments.report):
        if given.document is None:
            print(f"second-question metadata: {given.problem}", file=sys.stderr)
            status = PROBLEM_IN_INPUT
        else:
            read.append((given.file, facts_of(given.document)))
    if arguments.json:
        print(json.dumps([facts.to_json(file) for file, facts in read], ensure_ascii=False, indent=2))
    elif read:
        print("\n\n".join(_as_text(file, facts) for file, facts in read))
    return status


def _several(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise ArgumentTypeError(f"{written!r} is no number of workers. Write 1 or more.")
    return int(written)


def _as_text(file: str, facts: "Facts") -> str:
    said = facts.to_json(file)
    lines = [file]
    for name, label in LABELS.items():
        lines.append(f"  {label + ':':<17}{_value(name, facts, said[name])}")
        evidence = facts.evidence().get(name)
        if evidence and " ".join(evidence.text.split()) != said[name]:
            lines.append(f"  {'':<17}page {evidence.page}: “{' '.join(evidence.text.split())}”")
    pages = f"{facts.pages} {'page' if facts.pages == 1 else 'pages'}"
    return "\n".join(
        [*lines, f"  {'Length:':<17}{pages}, {facts.words:,} words, language {facts.language or 'not told'}"]
    )


def _value(name: str, facts: "Facts", value: object) -> str:
    if not value and value != 0:
        return NOT_SAID
    if name == "area":
        return f"{value} ({', '.join(facts.local_authorities) or 'not matched with a local authority'})"
    if name == "child_ages":
        return (
            ", ".join("under 1" if age == 0 else str(age) for age in facts.child_ages.value) if facts.child_ages else ""
        )
    return ", ".join(value) if isinstance(value, list) else str(value)


COMMAND = Command(
    name="metadata",
    summary="what a report says about itself: title, kind, area, pseudonym, dates, ages, authors",
    example="second-question metadata review.pdf --json",
    add_arguments=add_arguments,
    run=run,
)
