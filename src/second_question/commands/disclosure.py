"""`second-question disclosure`: what in a text identifies somebody, a copy without it, and what a file would give away."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_question.commands.reading_files import STANDARD_INPUT, given_files
from second_question.commands.registry import DONE, PROBLEM_IN_INPUT, Command, InputProblems, UsageProblem

if TYPE_CHECKING:
    from second_question.documents import Document
    from second_question.exchange.redaction import Redacted
    from second_question.exchange.redaction.leaks import Leak
    from second_question.reading.identities import CaseRecord, Identities
    from second_question.reading.identities.groups import Group
    from second_question.reading.identities.keys import KeyTable

WIDEST = 70


def add_arguments(parser: ArgumentParser) -> None:
    """The files, the case's record, and what to do with what is found."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="PDF, Word, HTML, Markdown or text; - for standard input"
    )
    parser.add_argument(
        "--people", metavar="PEOPLE.json", help="the case's own record of people, places and organisations"
    )
    parser.add_argument("--redact", metavar="OUT", help="write a copy of FILE, in its format, without what was found")
    parser.add_argument(
        "--approved", metavar="IDS.json", help="take out only the groups whose ids stand in this JSON list"
    )
    parser.add_argument(
        "--keep", action="append", default=[], metavar="WORDS", help="leave these words; may be repeated"
    )
    parser.add_argument(
        "--key", metavar="KEY.json", help="labels instead of names, the same in each file of the case, kept here"
    )
    parser.add_argument(
        "--beside", action="append", default=[], metavar="FILE", help="published together: the same passage in clear?"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


@dataclass(frozen=True)
class _Asked:
    """What the command line asks for, read and checked."""

    people: str
    record: "CaseRecord"
    beside: "list[Document]"
    keep: tuple[str, ...]
    approved: frozenset[str] | None
    redact: Path | None
    key: Path | None
    table: "KeyTable | None"


@dataclass(frozen=True)
class _Looked:
    """What was seen in one file."""

    file: str
    identities: "Identities"
    groups: "list[Group]"
    leaks: "list[Leak]"
    copy: "Redacted | None" = None
    out: str = ""

    @property
    def publishable(self) -> bool:
        return self.identities.publishable and not self.leaks

    def to_json(self) -> dict[str, Any]:
        document: dict[str, Any] = {
            "file": self.file,
            "publishable": self.publishable,
            "findings": [finding.to_json() for finding in self.identities.findings],
            "groups": [group.to_json() for group in self.groups],
            "leaks": [leak.to_json() for leak in self.leaks],
        }
        if self.copy is not None:
            document["redacted"] = {"file": self.out, "taken_out": self.copy.taken_out, "notes": list(self.copy.notes)}
        return document


def run(arguments: Namespace) -> int:
    """Print what identifies somebody in each file; write the redacted copy if one is asked for.

    Raises:
        InputProblems: the record, the approved groups or the key table cannot be used, or no safe copy can be made.
        UsageProblem: a copy of several files, or in the place of a file that is there.
    """
    _check(arguments)
    asked = _asked(arguments)
    looked: list[_Looked] = []
    problems: list[str] = []
    for given in given_files(arguments.files):
        if given.document is None:
            problems.append(given.problem)
        else:
            looked.append(_looked_at(given.file, given.document, asked))
    _print(looked, one=len(arguments.files) == 1 and len(looked) == 1, as_json=arguments.json)
    for problem in problems:
        print(f"second-question disclosure: {problem}", file=sys.stderr)
    return PROBLEM_IN_INPUT if problems else DONE


def _check(arguments: Namespace) -> None:
    if not arguments.redact:
        if arguments.approved or arguments.key:
            raise UsageProblem("--approved and --key belong to --redact OUT: name the copy to be written.")
        return
    if len(arguments.files) > 1 or arguments.files[0] == STANDARD_INPUT or Path(arguments.files[0]).is_dir():
        raise UsageProblem("--redact writes the copy of one file: name one FILE.")
    out = Path(arguments.redact)
    if out.exists():
        raise UsageProblem(f"{out} is there already, and is not overwritten. Choose another name for the copy.")
    if arguments.key and Path(arguments.key).resolve() == out.resolve():
        raise UsageProblem("The key table must not be the copy itself. Keep it in another place.")


def _asked(arguments: Namespace) -> _Asked:
    from second_question.reading.identities import WrongPeople, people_from_json

    people = _text_of(arguments.people) if arguments.people else "{}"
    try:
        record = people_from_json(people)
    except WrongPeople as problem:
        raise InputProblems(f"{arguments.people}: {problem}") from None
    key = Path(arguments.key) if arguments.key else None
    beside = [_document_beside(name) for name in arguments.beside]
    approved = _approved(arguments.approved) if arguments.approved else None
    redact = Path(arguments.redact) if arguments.redact else None
    return _Asked(people, record, beside, tuple(arguments.keep), approved, redact, key, _table(key))


def _text_of(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputProblems(f"{name}: {error.strerror}. Check the name of the file.") from None
    except UnicodeDecodeError:
        raise InputProblems(f"{name}: This is no text in UTF-8. Save it as a JSON file.") from None


def _document_beside(name: str) -> "Document":
    given = next(iter(given_files([name])))
    if given.document is None:
        raise InputProblems(given.problem)
    return given.document


def _approved(name: str) -> frozenset[str]:
    try:
        ids = json.loads(_text_of(name))
    except ValueError as error:
        raise InputProblems(f"{name}: This is not JSON: {error}.") from None
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise InputProblems(
            f'{name}: Write the ids of the groups as a list, such as ["name:amara", "school:st bede\'s"].'
        )
    return frozenset(ids)


def _table(key: Path | None) -> "KeyTable | None":
    from second_question.reading.identities.keys import KeyTable, WrongKeyTable

    if key is None:
        return None
    if not key.exists():
        return KeyTable()
    try:
        return KeyTable.from_json(_text_of(str(key)))
    except WrongKeyTable as problem:
        raise InputProblems(f"{key}: {problem}") from None


def _looked_at(file: str, document: "Document", asked: _Asked) -> _Looked:
    from second_question.exchange.redaction.leaks_package import in_clear
    from second_question.reading.identities import identities_of
    from second_question.reading.identities.groups import groups_of

    identities = identities_of(document, asked.record)
    leaks = [*_leaks(file, document, asked.people), *in_clear(document, asked.beside)]
    copy = _write(file, document, identities, asked) if asked.redact else None
    return _Looked(file, identities, groups_of(identities.findings), leaks, copy, str(asked.redact or ""))


def _leaks(file: str, document: "Document", people: str) -> "list[Leak]":
    from second_question.documents import CannotRead
    from second_question.exchange.redaction.leaks import Leak, Where
    from second_question.exchange.redaction.safely import leaks_safely

    if document.kind not in ("pdf", "docx") or file == STANDARD_INPUT:
        return []
    try:
        return leaks_safely(Path(file).read_bytes(), document, people)
    except CannotRead as reason:
        return [Leak(Where.NOT_CHECKED, str(reason))]


def _write(file: str, document: "Document", identities: "Identities", asked: _Asked) -> "Redacted | None":
    from second_question.exchange.redaction import CannotRedact, plan_for, redacted

    if asked.redact is None:
        return None
    plan = plan_for(
        identities.findings, approved=asked.approved, keep=asked.keep, record=asked.record, table=asked.table
    )
    try:
        copy = redacted(Path(file).read_bytes(), document, plan)
        _put(asked.redact, copy.data)
        if asked.key is not None and asked.table is not None:
            _put(asked.key, asked.table.to_json().encode())
    except CannotRedact as reason:
        raise InputProblems(f"{file}: {reason}") from None
    except OSError as error:
        raise InputProblems(f"{error.filename}: {error.strerror}. Choose another place for the copy.") from None
    return copy


def _put(path: Path, data: bytes) -> None:
    """Write the whole file or nothing, readable by its owner alone."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(data)
    beside.replace(path)


def _print(looked: list[_Looked], *, one: bool, as_json: bool) -> None:
    if as_json:
        documents = [each.to_json() for each in looked]
        print(json.dumps(documents[0] if one else documents, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_lines(each)) for each in looked))


def _lines(looked: _Looked) -> Iterator[str]:
    findings = looked.identities.findings
    verdict = "nothing that identifies somebody by itself" if looked.publishable else "not to be published as it is"
    yield f"{looked.file}: {verdict}. {len(findings)} findings in {len(looked.groups)} groups."
    for severity, title in (("identifies", "Identifies somebody"), ("may identify", "May identify somebody")):
        groups = [group for group in looked.groups if group.severity == severity]
        if groups:
            yield f"\n{title}:"
        yield from _by_suggestion(groups)
    if looked.leaks:
        yield "\nLeft in the file beside its text:"
    for suggestion in dict.fromkeys(leak.suggestion for leak in looked.leaks):
        yield f"  {suggestion}"
        yield from (
            f"      {_place(leak)}: {_cut(leak.text)}" for leak in looked.leaks if leak.suggestion == suggestion
        )
    if looked.copy is not None:
        notes = " ".join((*looked.copy.notes, "Read it before you publish it."))
        yield f"\n{looked.out}: {looked.copy.taken_out} places taken out. {notes}"


def _place(leak: "Leak") -> str:
    where = [leak.file] if leak.file else []
    where += [f"page {leak.page}"] if leak.page else []
    return f"{leak.where} ({', '.join(where)})" if where else str(leak.where)


def _by_suggestion(groups: "list[Group]") -> Iterator[str]:
    """What to do, said once, above all that it is to be done with."""
    for suggestion in dict.fromkeys(group.findings[0].suggestion for group in groups):
        yield f"  {suggestion}"
        for group in groups:
            if group.findings[0].suggestion == suggestion:
                yield f"      {group.kind}: {_cut(group.text)} ({_times(group)}; {group.findings[0].source})"


def _times(group: "Group") -> str:
    pages = sorted({finding.page for finding in group.findings})
    on = (
        f"page {pages[0]}"
        if len(pages) == 1
        else f"pages {', '.join(map(str, pages[:8]))}{' …' if len(pages) > 8 else ''}"
    )
    return f"{'once' if len(group.findings) == 1 else f'{len(group.findings)} times'}, {on}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"


COMMAND = Command(
    name="disclosure",
    summary="what in a text identifies somebody, and a copy without it",
    example="second-question disclosure report.docx --people people.json --redact copy.docx --key key.json",
    add_arguments=add_arguments,
    run=run,
)
