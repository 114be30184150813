"""`second-question library`: add to the collection, search it, find what says the same, see what is in it, rebuild its index."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from second_question.commands.library_filters import filed_under_nothing, refuse_what_is_no_year
from second_question.commands.library_text import added_text, counts_text, found_text, similar_text
from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command, InputProblems, UsageProblem

if TYPE_CHECKING:
    from second_question.library.adding import Added
    from second_question.library.collection import Library

FILTERS = ("kind", "nation", "region", "area", "year", "theme", "age")
MOST_SHOWN = 1_000
STOPPED = "Stopped. What was read is kept, and is found after the same command has gone on to the end."


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, and with what."""
    actions = parser.add_subparsers(title="what to do", dest="action", metavar="ACTION", required=True)
    _add(actions.add_parser("add", help="add files, folders, and CSV tables of records", allow_abbrev=False))
    _search(actions.add_parser("search", help="passages that answer a query, the best first", allow_abbrev=False))
    _similar(actions.add_parser("similar", help="passages that say the same as a file or document", allow_abbrev=False))
    for name, summary in (
        ("meaning", "read what is new for its meaning, with the extra `meaning`: some twenty passages a second"),
        ("rebuild", "make the index anew from the store"),
        ("contents", "what is in the library"),
    ):
        action = actions.add_parser(name, help=summary, allow_abbrev=False)
        action.add_argument("--json", action="store_true", help="print one JSON document")


def _add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="PDF, Word, HTML, Markdown, text, CSV of records; a folder"
    )
    parser.add_argument("--workers", type=_number, metavar="N", help="files read at once (default: one a processor)")
    parser.add_argument("--public", action="store_true", help="everybody may see them (default: only who works here)")
    parser.add_argument("--withhold-text", action="store_true", help="with --public: only the record, not the text")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _search(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "a phrase", AND, OR, NOT, beginn*, title:word, area:"Kent", year:2019..2021',
    )
    parser.add_argument("--limit", type=_number, default=10, metavar="N", help="passages shown (default: 10)")
    for name in FILTERS:
        parser.add_argument(f"--{name}", action="append", metavar="VALUE", help=f"only of this {name}; can be repeated")
    parser.add_argument(
        "--as-written", action="store_true", help="no other forms of a term, no corrected words, no meaning"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _similar(parser: ArgumentParser) -> None:
    parser.add_argument(
        "to", metavar="FILE_OR_ID", help="a file, - for standard input, or a document’s id from a search"
    )
    parser.add_argument("--limit", type=_number, default=10, metavar="N", help="documents shown (default: 10)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _number(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= MOST_SHOWN:
        raise ArgumentTypeError(f"{written!r} is no number from 1 to {MOST_SHOWN}.")
    return int(written)


def run(arguments: Namespace) -> int:
    """Do what is asked for.

    Raises:
        InputProblems: there is no index, or no such file or document.
        UsageProblem: options that do not go together.
    """
    from second_question.library.collection import Library
    from second_question.library.index import Busy, NoIndex

    act = {
        "add": _added,
        "search": _searched,
        "similar": _similar_to,
        "meaning": _read_for_meaning,
        "rebuild": _rebuilt,
        "contents": _contents,
    }
    with Library() as library:
        try:
            return act[arguments.action](library, arguments)
        except (Busy, NoIndex) as problem:
            raise InputProblems(str(problem)) from None


def _added(library: "Library", arguments: Namespace) -> int:
    from tqdm import tqdm

    from second_question.library.adding import Seen, What
    from second_question.library.entry import OWN, PUBLIC

    if arguments.withhold_text and not arguments.public:
        raise UsageProblem("--withhold-text goes with --public: a record that nobody sees has no text to withhold.")
    seen = Seen(PUBLIC if arguments.public else OWN, OWN if arguments.withhold_text else "")
    files, problems = _files(arguments.paths)
    told: list[Added] = []
    try:
        with tqdm(total=len(files), unit="file", file=sys.stderr, disable=None, leave=False) as bar:
            for one in library.add(files, seen=seen, workers=arguments.workers):
                told.append(one)
                if one.problem:
                    problems.append(one.problem)
                bar.update("record" not in one.place)
        with tqdm(total=None, unit="document", desc="index", file=sys.stderr, disable=None, leave=False) as bar:
            library.update(bar.update)
    except KeyboardInterrupt:
        print(f"second-question library: {STOPPED}", file=sys.stderr)
        raise
    for problem in problems:
        print(f"second-question library: {problem}", file=sys.stderr)
    counted = Counter(str(one.what) for one in told)
    counts = {str(what): counted[what] for what in What}
    by_words = library.known_by_words_alone()
    if arguments.json:
        told_of = {"counts": counts, "problems": problems, "known_by_words_alone": by_words}
        print(json.dumps(told_of, indent=2))
    else:
        print(added_text(counts, told, by_words))
    return PROBLEM_IN_INPUT if problems else DONE


def _read_for_meaning(library: "Library", arguments: Namespace) -> int:
    """What is not read yet is found by its words; a run that was stopped goes on where it was."""
    from tqdm import tqdm

    total = library.known_by_words_alone()
    with tqdm(total=total, unit="document", desc="meaning", file=sys.stderr, disable=None, leave=False) as bar:
        if not library.update_meaning(bar.update):
            raise InputProblems(
                "The extra `meaning` is not installed. Search works without it: docs/user-guide/the-library.md"
            )
    print(json.dumps({"documents": total}) if arguments.json else f"{total} documents were read for their meaning.")
    return DONE


def _files(paths: list[str]) -> tuple[list[Path], list[str]]:
    """The files named and those in the folders named; and a sentence for each name without any."""
    from second_question.documents.folders import documents_in
    from second_question.library.records import is_table_of_records

    found: list[Path] = []
    problems = []
    for name in paths:
        path = Path(name)
        tables = (table for table in sorted(path.rglob("*.csv")) if is_table_of_records(table.name, _first_of(table)))
        inside = [*documents_in(path), *tables] if path.is_dir() else [path]
        found += inside
        if not inside:
            problems.append(f"{name}: The folder holds no document. Check the name of the folder.")
    return list(dict.fromkeys(found)), problems


def _first_of(table: Path) -> bytes:
    with table.open("rb") as opened:
        return opened.read(4_000)


def _searched(library: "Library", arguments: Namespace) -> int:
    from second_question.library.access import OWNER
    from second_question.library.searching import Asked

    filters = {name: values for name in FILTERS if (values := getattr(arguments, name))}
    refuse_what_is_no_year(filters.get("year", ()))
    widened = not arguments.as_written
    asked = Asked(
        arguments.query, OWNER, filters, arguments.limit, vocabulary=widened, spelling=widened, meaning=widened
    )
    found = library.search(asked)
    for sentence in filed_under_nothing(library, filters) if filters and not found.total else ():
        print(f"second-question library: {sentence}", file=sys.stderr)
    print(json.dumps(found.to_json(), ensure_ascii=False, indent=2) if arguments.json else found_text(found))
    return DONE


def _similar_to(library: "Library", arguments: Namespace) -> int:
    from second_question.commands.reading_files import given_files
    from second_question.library.access import OWNER
    from second_question.library.collection import passages_in

    document = None if Path(arguments.to).exists() else library.store.by_key(arguments.to)
    if document:
        found = library.similar_to(document, access=OWNER, limit=arguments.limit)
    else:
        given = next(given_files([arguments.to]))
        if given.document is None:
            raise InputProblems(f"{given.problem} Nor is it the id of a document of the library.")
        said = passages_in(given.document)
        found = library.similar_to_text(said, access=OWNER, digest=given.digest, limit=arguments.limit)
    told = {"file": arguments.to, "results": [one.to_json() for one in found]}
    print(json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else similar_text(found))
    return DONE


def _rebuilt(library: "Library", arguments: Namespace) -> int:
    from tqdm import tqdm

    total = library.store.number()
    with tqdm(total=total, unit="document", file=sys.stderr, disable=None, leave=False) as bar:
        library.rebuild(bar.update)
    print(json.dumps({"documents": total}) if arguments.json else f"The index was made anew from {total} documents.")
    return DONE


def _contents(library: "Library", arguments: Namespace) -> int:
    from second_question.library.access import OWNER
    from second_question.library.searching import Asked

    counts = library.store.counts()
    filters = library.search(Asked("", OWNER, limit=1)).counts
    told = {"documents": counts, "passages_by": filters}
    print(json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else counts_text(counts, filters))
    return DONE


COMMAND = Command(
    name="library",
    summary="the collection: add to it, search it, find what says the same as a text",
    example='second-question library search "concealed pregnancy" --limit 5',
    add_arguments=add_arguments,
    run=run,
)
