"""`second-question appraise`: a finished review against its checklist, each answer with the passages that it rests on."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from textwrap import fill, shorten
from typing import TYPE_CHECKING

from second_question.commands.reading_files import given_files
from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command

if TYPE_CHECKING:
    from second_question.documents.evidence import Evidence
    from second_question.reading.appraisal.appraising import Appraisal, Appraised
    from second_question.reading.recommendations.recommendation import Recommendation

KINDS = ("rapid-review", "local-review")
WIDTH = 110
LONGEST_QUOTATION = 240
PART_NAMES = {
    "who": "who",
    "what": "what",
    "how": "how",
    "by_when": "by when",
    "outcome": "outcome",
    "measure": "measure",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The files, the kind and the two ways of showing the answers."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="PDF, DOCX, HTML, Markdown or text; - for standard input"
    )
    parser.add_argument("--kind", choices=KINDS, help="which checklist; told from the text when it is not given")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document: of one file, or a list for several"
    )


def run(arguments: Namespace) -> int:
    """Appraise each file; one that cannot be read is named on standard error, and the others are done."""
    from second_question.reading.appraisal.appraising import appraise

    done: list[tuple[str, Appraisal]] = []
    status = DONE
    for given in given_files(arguments.files):
        if given.document is None:
            print(f"second-question appraise: {given.problem}", file=sys.stderr)
            status = PROBLEM_IN_INPUT
        else:
            done.append((given.file, appraise(given.document, arguments.kind)))
    if done:
        several = len(arguments.files) > 1
        print(_as_json(done, several=several) if arguments.json else "\n\n\n".join(_as_text(*one) for one in done))
    return status


def _as_json(done: "Sequence[tuple[str, Appraisal]]", *, several: bool) -> str:
    documents = [appraisal.to_json(file) for file, appraisal in done]
    return json.dumps(documents if several else documents[0], ensure_ascii=False, indent=2)


def _as_text(file: str, appraisal: "Appraisal") -> str:
    length = f"{_counted(appraisal.pages, 'page')}, {appraisal.words:,} words"
    lines = [f"{file}: {appraisal.checklist.title.lower()} ({appraisal.checklist.id}), {length}"]
    lines += ["Every answer is proposed from the text. A person decides.", ""]
    for one in appraisal.items:
        lines += [*_item(one), ""]
    lines += _recommendations(appraisal.recommendations)
    lines += _phrases(appraisal)
    return "\n".join(lines).rstrip()


def _item(one: "Appraised") -> Iterator[str]:
    answer = one.finding.answer if one.finding else "for a person"
    yield f"{one.item.id}  {answer:<12}  {one.item.text}"
    for evidence in one.finding.evidence if one.finding else ():
        yield _quotation(evidence)
    if one.finding and one.finding.reason:
        yield fill(one.finding.reason, WIDTH, initial_indent="      ", subsequent_indent="      ")
    if one.question:
        yield fill(f"Ask: {one.question}", WIDTH, initial_indent="      ", subsequent_indent="      ")


def _quotation(evidence: "Evidence") -> str:
    said = shorten(evidence.text, LONGEST_QUOTATION, placeholder=" …")
    return fill(f"p. {evidence.page}: “{said}”", WIDTH, initial_indent="      ", subsequent_indent="      ")


def _recommendations(found: "Sequence[Recommendation]") -> Iterator[str]:
    yield _counted(len(found), "recommendation")
    for number, one in enumerate(found, 1):
        yield fill(
            f"{number}. p. {one.said.page}: “{shorten(one.said.text, LONGEST_QUOTATION, placeholder=' …')}”",
            WIDTH,
            subsequent_indent="   ",
        )
        for part, name in PART_NAMES.items():
            said = (
                shorten(one.parts[part].text, LONGEST_QUOTATION, placeholder=" …") if part in one.parts else "not said"
            )
            yield fill(f"{name}: {said}", WIDTH, initial_indent="      ", subsequent_indent="         ")
    yield ""


def _phrases(appraisal: "Appraisal") -> Iterator[str]:
    yield _counted(len(appraisal.phrases), "catchphrase")
    for phrase, where in appraisal.phrases:
        yield f"      p. {where.page}: “{' '.join(where.text.split())}”"
        yield fill(f"Ask: {phrase.question}", WIDTH, initial_indent="         ", subsequent_indent="         ")


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


COMMAND = Command(
    name="appraise",
    summary="a finished review against its checklist, with the passages that each answer rests on",
    example="second-question appraise review.pdf --kind local-review",
    add_arguments=add_arguments,
    run=run,
)
