"""How often an appraisal answers as a careful reader does, and how long it takes: `python -m bench.appraisal [items|unseen]`.

Measured on made-up reports whose keys were made by reading. Two sets are for development: that of `tests/samples/reports`
(eleven; until 25 November 2026 its even numbers were held out, and then 66% agreed), and the ten of
`tests/samples/appraisal_reports`. Each of the ten was run once before its wording was looked at: of the rapid reviews among
them 62, 86, 81, 62 and 52% agreed, in that order and while the readers grew; what is measured on them now is what they were
tuned to. `bench/unseen` is the set that nobody who tunes may open: the figure to believe. Two people read it, and differ in
an eighth of the answers. Since 26 November 2026 the answers are also weighed by a model that learned from the development
reports and from those of `fresh_reports`; `bench.appraisal_learning` leaves each out in turn, and says what else was tried.
A second reading of the first keys changed 2.5% of the answers. The texts of `tests/samples/appraisal` are small ones of ours,
tuned on too. Nothing of this is a real review: those are their publishers' copyright.

The peers: answering “yes” to everything, and answering what most keys of the first set say for each item.
"""

import json
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import appraisal_learning
from bench.appraisal_sets import FIRST, MOST_WRONG, SECOND, UNSEEN, Keyed, first, of_folder
from bench.figures import Figure
from second_question.documents import Document, read
from second_question.reading.appraisal.appraising import Appraisal, appraise
from second_question.reading.recommendations.words import PARTS
from tests.report_files import LAYOUTS, report_file

OWN = Path(__file__).resolve().parents[1] / "tests" / "samples" / "appraisal"
SLOWEST = 500.0
"""Milliseconds of computing for a report of 40 pages."""
PAGES, MANY_PAGES, WORDS_OF_A_PAGE = 40, 1000, 450
TIMES = 5
SLACK = 25
"""Characters of a label before the first words of a recommendation."""
WORD_LIKE = re.compile(r"\w+")


@dataclass(frozen=True)
class Answered:
    """An item of one report: what reading says, and what the machine proposes."""

    item: str
    wanted: str
    proposed: str

    @property
    def right(self) -> bool:
        """Whether the two agree exactly."""
        return self.wanted == self.proposed


def measure() -> list[Figure]:
    """The figures, each beside a peer, also on the set that was never looked at."""
    return _figures(unseen=True)


def _figures(*, unseen: bool) -> list[Figure]:
    sets = {"development, first set": list(first()), "development, second set": list(of_folder(SECOND))}
    if unseen:
        sets["never looked at"] = list(of_folder(UNSEEN))
    usual = _usual(answered(sets["development, first set"]))
    return [
        *(_agreement(name, answered(reports), usual) for name, reports in sets.items() if reports),
        *appraisal_learning.measure(),
        _agreement("own texts to tune on", _own(), usual),
        *([_two_readers()] if unseen else []),
        *(figure for name, reports in sets.items() if reports for figure in _parts(name, reports)),
        *_speed(),
    ]


def answered(reports: Iterable[Keyed]) -> list[Answered]:
    """Every item of those reports. The checklist is that of the key; the kind has a figure of its own."""
    return [one for report in reports for one in _compared(report.appraisal, report.answers)]


def _two_readers() -> Figure:
    """How often somebody who read the reports that were never looked at answers otherwise than their author."""
    pairs = []
    for path in sorted((UNSEEN / "second_reader").glob("*.json")):
        key, other = (json.loads((UNSEEN / of / path.name).read_text()) for of in ("keys", "second_reader"))
        wanted, said = key["appraisal"]["answers"], other["appraisal"]["answers"]
        pairs += [(wanted[item]["answer"], said[item]["answer"]) for item in wanted if item in said]
    name = f"appraisal: answers in which a second reader differs from the first, never looked at ({len(pairs)})"
    return Figure(name, _percent(one != other for one, other in pairs), "%", None, "as near as a machine can come")


def _own() -> list[Answered]:
    found: list[Answered] = []
    for name, wanted in json.loads((OWN / "answers.json").read_text()).items():
        kind = "rapid-review" if "RR01" in wanted else "local-review"
        found += _compared(appraise(read(OWN / name), kind), wanted)
    return found


def _compared(appraisal: Appraisal, wanted: dict[str, str]) -> Iterator[Answered]:
    for one in appraisal.items:
        if one.finding is not None and one.item.id in wanted:
            yield Answered(one.item.id, wanted[one.item.id], str(one.finding.answer))


def _usual(answers: Iterable[Answered]) -> dict[str, str]:
    """What most keys say for each item."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in answers:
        counted[one.item][one.wanted] += 1
    return {item: counts.most_common(1)[0][0] for item, counts in counted.items()}


def _agreement(name: str, answers: list[Answered], usual: dict[str, str]) -> Figure:
    wrong = _percent(not one.right for one in answers)
    yes = _percent(one.wanted != "yes" for one in answers)
    most = _percent(one.wanted != usual.get(one.item, "yes") for one in answers)
    beside = f"always yes {yes:.0f}%; the usual answer of each item {most:.0f}%"
    return Figure(
        f"appraisal: answers that differ from reading, {name} ({len(answers)})", wrong, "%", MOST_WRONG, beside
    )


def _percent(which: Iterable[bool]) -> float:
    told = list(which)
    return 100 * sum(told) / len(told)


def _parts(name: str, reports: Iterable[Keyed]) -> Iterator[Figure]:
    """Recommendations that were not found or not there, and parts told wrongly of those found."""
    missed = extra = wanted = wrong = asked = 0
    for report in reports:
        appraisal = report.appraisal
        stated = report.key["recommendations"]
        paired = list(_paired(report.document.text, appraisal, stated))
        wanted += len(stated)
        missed += len(stated) - len(paired)
        extra += len(appraisal.recommendations) - len(paired)
        asked += len(paired) * len(PARTS)
        wrong += sum((part in said) != (part in states) for said, states in paired for part in PARTS)
    if not wanted or not asked:
        return
    yield Figure(
        f"recommendations missed, {name} ({wanted})", 100 * missed / wanted, "%", None, f"{extra} found that are none"
    )
    yield Figure(f"parts of recommendations told wrongly, {name} ({asked})", 100 * wrong / asked, "%")


def _paired(text: str, appraisal: Appraisal, wanted: list[dict[str, Any]]) -> Iterator[tuple[set[str], set[str]]]:
    """The parts proposed beside those of the key: one found is that of the key which begins at or before it, and is the last."""
    places = list(_places(text, [one["begins"] for one in wanted]))
    left = list(appraisal.recommendations)
    for one, start, end in zip(wanted, places, [*places[1:], len(text)], strict=True):
        match = next((found for found in left if start - SLACK <= found.said.start < end), None)
        if match is not None:
            left.remove(match)
            yield set(match.parts), set(one["states"])


def _places(text: str, beginnings: Iterable[str]) -> Iterator[int]:
    """Where each of these words stands in the text, each looked for from the one before."""
    at = 0
    for beginning in beginnings:
        found = re.compile(r"\s+".join(map(re.escape, beginning.split()))).search(text, at)
        at = found.start() if found else at
        yield at


def _speed() -> Iterator[Figure]:
    document = _of_pages(PAGES)
    mine = _milliseconds(lambda: appraise(document))
    theirs = _milliseconds(lambda: WORD_LIKE.findall(document.text))
    beside = f"{mine / theirs:.0f} × one `re` scan over the words ({theirs:.3g} ms)"
    yield Figure(f"appraisal of {PAGES} pages", mine, "ms", SLOWEST, beside)
    long = _of_pages(MANY_PAGES)
    started = time.process_time()
    appraise(long)
    taken = 1000 * (time.process_time() - started)
    growth = taken / mine / (len(long.text) / len(document.text))
    yield Figure(
        f"cost of {MANY_PAGES:,} pages for each page, beside {PAGES} pages",
        growth,
        "×",
        1.5,
        f"{taken / 1000:.1f} s in all",
    )


def _of_pages(count: int) -> Document:
    """The development reports one after the other until there are so many pages, as Markdown."""
    texts = [report_file(number, "markdown").read_text(encoding="utf-8") for number in FIRST[::2]]
    written: list[str] = []
    words = 0
    while words < count * WORDS_OF_A_PAGE:
        written.append(texts[len(written) % len(texts)])
        words += len(written[-1].split())
    return read("\n\n".join(written).encode(), "long.md")


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - started))
    return statistics.median(taken)


def _kinds(reports: Iterable[Keyed]) -> str:
    told = [appraise(report.document).kind == report.kind for report in reports]
    return f"{sum(told)} of {len(told)}"


def _by_item(answers: Iterable[Answered]) -> Iterator[str]:
    """A line for each item: how many agree."""
    gathered: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        gathered[one.item].append(one)
    for item in sorted(gathered):
        told = gathered[item]
        yield f"| {item} | {sum(one.right for one in told)} of {len(told)} |"


def main() -> None:
    """Print the figures; the set that was never looked at, the items one by one, or each layout only when asked."""
    for figure in _figures(unseen="unseen" in sys.argv):
        print(figure.line())
    print(f"\nkind told right: first set {_kinds(first())}, second set {_kinds(of_folder(SECOND))}\n")
    if "items" in sys.argv:
        print("| item, both sets for development | agree |\n| --- | --- |")
        print("\n".join(_by_item([*answered(first()), *answered(of_folder(SECOND))])))
    if "layouts" in sys.argv:
        for layout in (one.name for one in LAYOUTS.values() if one.readable):
            found = answered(first(layout))
            print(f"| {layout} | {sum(one.right for one in found)} of {len(found)} |")
        found = answered(of_folder(SECOND, as_pdf=False))
        print(f"| second set as Markdown | {sum(one.right for one in found)} of {len(found)} |")


if __name__ == "__main__":
    main()
