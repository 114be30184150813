"""`second-question themes`: suggested codes for each passage, and models that learn from what people decide on them."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command, InputProblems, UsageProblem

if TYPE_CHECKING:
    from second_question.documents import Document
    from second_question.reading.themes import Model, SuggestedPassage, Suggesting
    from second_question.rules.codebooks import Codebook

EXCERPT = 160
_HOW_TO_DECIDE = "Decide in its last column: accepted, rejected; added for a code that you give."
FEW = 100
"""Passages below which a measured quality can be chance."""
_FEW = f" With fewer than {FEW} passages that can be chance."


def add_arguments(parser: ArgumentParser) -> None:
    """The files, the codebook and model, the table for decisions, and training."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="PDF, Word, HTML, Markdown or plain text; a folder; - for standard input",
    )
    parser.add_argument(
        "--codebook", metavar="FILE", help="a codebook of your own, as JSON (default: practice-themes/2021)"
    )
    parser.add_argument(
        "--model", metavar="FILE", help="a model that --train has written (default: the one that comes with it)"
    )
    parser.add_argument(
        "--decisions", metavar="TABLE", help="write the suggestions as a CSV table in which people decide"
    )
    parser.add_argument("--train", metavar="TABLE", help="learn from such a table, filled in; needs --to")
    parser.add_argument("--to", metavar="FILE", help="where --train writes the new model")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: Namespace) -> int:
    """Suggest codes for the files, or train a model.

    Raises:
        InputProblems: codebook, model or table cannot be used.
        UsageProblem: neither files nor a table to learn from are given, or both.
    """
    if bool(arguments.train) == bool(arguments.files) or bool(arguments.train) != bool(arguments.to):
        raise UsageProblem("give files, or --train TABLE with --to FILE. `second-question themes --help` shows both.")
    book = _codebook(arguments.codebook)
    model = _model(arguments.model, book)
    return _train(arguments, book, model) if arguments.train else _suggest(arguments, book, model)


def _codebook(name: str | None) -> "Codebook":
    from second_question.rules.codebooks import NotACodebook, codebook, codebook_from_json

    if name is None:
        return codebook()
    try:
        return codebook_from_json(_text_of(name))
    except NotACodebook as refused:
        raise InputProblems(*(f"{name}: {problem}" for problem in refused.problems)) from None


def _model(name: str | None, book: "Codebook") -> "Model":
    from second_question.reading.themes import NotAModel, model_from_json, shipped_model

    if name is None:
        return shipped_model(book.id)
    try:
        model = model_from_json(_text_of(name), name)
    except NotAModel as refused:
        raise InputProblems(str(refused)) from None
    if model.codebook != book.id:
        raise InputProblems(
            f"{name}: this model was trained for the codebook {model.codebook}, not for {book.id}. "
            "Give the codebook that it knows with --codebook, or train a model for this one."
        )
    return model


def _text_of(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputProblems(f"{name}: {error.strerror}. Check the name of the file.") from None
    except UnicodeDecodeError:
        raise InputProblems(f"{name}: this is no text in UTF-8. Give the JSON file itself.") from None


def _suggest(arguments: Namespace, book: "Codebook", model: "Model") -> int:
    """Suggestions for one file after the other; no document is kept once its suggestions are told."""
    from second_question.commands.reading_files import given_files
    from second_question.commands.theme_decisions import COLUMNS, rows_of
    from second_question.exchange.csv_out import csv_lines
    from second_question.reading.themes import Suggesting

    suggesting = Suggesting(book, model)
    told: list[dict[str, Any]] = []
    rows: list[list[str | int | float]] = []
    status, above = DONE, _about(suggesting)
    for given in given_files(arguments.files):
        if given.document is None:
            print(f"second-question themes: {given.problem}", file=sys.stderr)
            status = PROBLEM_IN_INPUT
            continue
        passages = suggesting.for_document(given.document)
        if arguments.decisions:
            rows.extend(rows_of(given.file, given.document, passages))
        if arguments.json:
            told.append(_as_json(given.file, passages, book))
        else:
            print(f"{above}\n{_as_text(given.file, given.document, passages, book)}")
            above = ""
    if arguments.decisions:
        _write(arguments.decisions, "".join(csv_lines(COLUMNS, rows)))
        print(f"Written: {arguments.decisions}. {_HOW_TO_DECIDE}", file=sys.stderr)
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    return status


def _write(name: str, text: str) -> None:
    """The whole file or none of it."""
    path = Path(name)
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    except OSError as error:
        raise InputProblems(f"{name}: {error.strerror}. Give a place where a file can be written.") from None


def _as_json(file: str, passages: "list[SuggestedPassage]", book: "Codebook") -> dict[str, Any]:
    from second_question.reading.themes import counts_of

    return {
        "file": file,
        "codebook": book.id,
        "passages": [one.to_json() for one in passages],
        "counts": counts_of(passages, book),
    }


def _about(suggesting: "Suggesting") -> str:
    """What made the suggestions, and how good it was on passages that it had not been trained on."""
    model = suggesting.model
    lines = [f"Suggestions from {suggesting.book.title} ({suggesting.book.id}). A person decides."]
    measured = model.trained_on.get("measured")
    if measured:
        lines.append(
            f"Model {model.version}, trained on {model.trained_on['passages']} passages. On passages not trained on, "
            f"{measured['precision']:.0%} of its suggestions applied and {measured['recall']:.0%} of the codes were suggested "
            f"(micro-F1 {measured['micro_f1']:.2f}, {measured['how']})."
        )
    else:
        lines.append(
            "From the definitions alone: nobody’s decisions have been learned from, and nothing has been measured."
        )
    return "\n".join([*lines, ""])


def _as_text(file: str, document: "Document", passages: "list[SuggestedPassage]", book: "Codebook") -> str:
    from second_question.reading.themes import counts_of

    coded = [one for one in passages if one.codes]
    counts = counts_of(passages, book)
    widest = max(map(len, counts), default=0)
    parts = [f"{file}: {len(coded)} of {len(passages)} passages have suggestions"]
    parts += ["\n".join(f"  {code:<{widest}}  {number}" for code, number in counts.items())] if counts else []
    return "\n\n".join([*parts, *(_passage(document, one) for one in coded)])


def _passage(document: "Document", one: "SuggestedPassage") -> str:
    place = one.passage
    said = " ".join(document.text[place.start : place.end].split())
    excerpt = said if len(said) <= EXCERPT else f"{said[:EXCERPT].rsplit(' ', 1)[0]} …"
    lines = [f"  page {place.page}, {place.start}-{place.end}: {excerpt}"]
    lines += [f"    {code.score:.2f} {code.code}: {'; '.join(code.because) or 'learned words'}" for code in one.codes]
    return "\n".join(lines)


def _train(arguments: Namespace, book: "Codebook", model: "Model") -> int:
    from tqdm import tqdm

    from second_question.commands.theme_decisions import decided_passages
    from second_question.reading.themes.measuring import FOLDS, trained_and_measured

    passages = decided_passages(Path(arguments.train), book)
    with tqdm(total=FOLDS + 1, unit="fit", file=sys.stderr, disable=None, leave=False) as bar:
        trained = trained_and_measured(passages, book, model, progress=bar.update)
    _write(arguments.to, trained.to_json())
    told = {"model": arguments.to, "codebook": book.id, "version": trained.version, "trained_on": trained.trained_on}
    print(json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else _told(arguments.to, trained))
    return DONE


def _told(name: str, model: "Model") -> str:
    measured = model.trained_on["measured"]
    return (
        f"Written: {name}, version {model.version}, trained on {model.trained_on['passages']} passages with "
        f"{model.trained_on['codes_given']} codes.\n"
        f"On passages not trained on: micro-F1 {measured['micro_f1']:.2f} (precision {measured['precision']:.2f}, recall "
        f"{measured['recall']:.2f}); with the earlier model {measured['micro_f1_before']:.2f}.\n"
        f"Measured by {measured['how']}." + (_FEW if model.trained_on["passages"] < FEW else "")
    )


COMMAND = Command(
    name="themes",
    summary="suggested codes for each passage, with a score and the words that led to it",
    example="second-question themes review.pdf --json",
    add_arguments=add_arguments,
    run=run,
)
