"""How often the learned appraisal answers as a reader does, each report left out in turn: `python -m bench.appraisal_learning`.

Measured on the reports whose first look is kept (`appraisal_first_looks.json`: what the rules said before anybody tuned them on
that report), so that the rules are not flattered: a model is trained on all other reports and answers this one from the rules'
first look and from what is counted. Beside it: the answer that most other reports have, and the rules alone. The held-out ones
of `appraisal_sets.HELD_OUT` are in none of it; `python -m bench.appraisal_learning held-out` prints their totals alone, of the
shipped model and today's rules, and is not for tuning.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.appraisal_sets import FRESH, HELD_OUT, of_folder
from bench.appraisal_training import COLUMN, FIRST_LOOKS, Learned, reports, trained
from second_question.documents import Document
from second_question.reading.appraisal.answers import Answer
from second_question.reading.appraisal.appraising import appraise
from second_question.reading.appraisal.learned.model import model_of


@dataclass(frozen=True)
class Compared:
    """An item of a report: what the reader answers, and what each way of answering says."""

    report: str
    item: str
    wanted: str
    usual: str
    rules: str
    learned: str


def compared() -> list[Compared]:
    """Every item of every report with a first look, answered by a model that never saw the report."""
    known = reports()
    return [line for one in known if one.said for line in _left_out(one, [other for other in known if other != one])]


def _left_out(one: Learned, others: Sequence[Learned]) -> Iterator[Compared]:
    said = {item: Answer(answer) for item, answer in (one.said or {}).items()}
    answers = model_of(trained(others)).answers({item: said[item] for item in one.signals}, one.signals)
    for item, wanted in one.answers.items():
        told = Counter(other.answers[item] for other in others if item in other.answers)
        learned = answers[item][0] if item in answers else said[item]
        if said[item] is Answer.NOT_CLEAR and learned is Answer.PARTLY:
            learned = said[item]
        yield Compared(one.name, item, wanted, told.most_common(1)[0][0], str(said[item]), str(learned))


def _line(name: str, found: Iterable[Compared]) -> str:
    lines = list(found)
    ways = ((one.usual, one.rules, one.learned) for one in lines)
    right = [sum(way == one.wanted for way, one in zip(told, lines, strict=True)) for told in zip(*ways, strict=True)]
    shares = " | ".join(f"{100 * count / len(lines):.0f}%" for count in right)
    return f"| {name} ({len(lines)}) | {shares} |"


def _tables(found: Sequence[Compared]) -> Iterator[str]:
    yield "| | usual answer | rules at first look | learned |\n| --- | --- | --- | --- |"
    yield _line("all", found)
    for of in ("first", "second", "fresh"):
        yield _line(of, [one for one in found if one.report.startswith(of)])
    by_item: dict[str, list[Compared]] = defaultdict(list)
    for one in found:
        by_item[one.item].append(one)
    for item in sorted(by_item):
        yield _line(item, by_item[item])
    counts = Counter((one.learned, one.wanted) for one in found)
    yield "\n| learned | " + " | ".join(f"reader: {one}" for one in COLUMN) + " |\n| --- |" + " --- |" * len(COLUMN)
    for said in COLUMN:
        yield f"| {said} | " + " | ".join(str(counts[said, wanted]) for wanted in COLUMN) + " |"


def held_out() -> str:
    """The totals on the reports that nobody looked at: the rules at first look, today's rules, and the shipped model."""
    looks: dict[str, dict[str, str]] = json.loads(FIRST_LOOKS.read_text(encoding="utf-8"))["answers"]
    right = Counter[str]()
    others = {path.stem for path in (FRESH / "keys").glob("[0-9]*.json")} - HELD_OUT
    for one in of_folder(FRESH, without=others):
        first = looks.get(f"fresh/{str(one.key['report'])[:2]}", {})
        told = {
            "rules at first look": first,
            "rules": _answers(one.document, one.kind, learned=False),
            "learned": _answers(one.document, one.kind, learned=True),
        }
        for item, wanted in one.answers.items():
            right["answers"] += 1
            for way, answers in told.items():
                right[way] += answers.get(item) == wanted
    return ", ".join(f"{way} {count}" for way, count in right.items())


def _answers(document: Document, kind: str, *, learned: bool) -> dict[str, str]:
    found = appraise(document, kind, learned=learned).items
    return {one.item.id: str(one.finding.answer) for one in found if one.finding}


def main() -> None:
    """Print the tables, or the totals of the reports that are held out."""
    if "held-out" in sys.argv:
        print(held_out())
    else:
        print("\n".join(_tables(compared())))


if __name__ == "__main__":
    main()
