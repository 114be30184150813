"""Learns how reports are answered from those with keys: `python -m bench.appraisal_training` writes the model of the package.

It learns from three things. From every key (not those held out): how high each item is answered by the fullness of the report
and by what is counted for it (a graded response model, each item drawn towards all items). From the answers that the machine
gave when it saw a report for the first time (`appraisal_first_looks.json`): how far its rules can be trusted; what they say of
reports that they were tuned on would flatter them. Nothing is drawn by chance: the same keys give the same file.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import minimize

from bench.appraisal_sets import FIRST, FRESH, HELD_OUT, SECOND, Keyed, first, of_folder
from second_question.reading.appraisal.learned import model as learned
from second_question.reading.appraisal.learned.signals import Counted
from second_question.reading.appraisal.learned.table import SIGNALS
from second_question.reading.appraisal.review import Review

Numbers = Any
"""An array of numpy; its element type is of no use here."""
FIRST_LOOKS = Path(__file__).with_name("appraisal_first_looks.json")
WRITTEN = Path(learned.__file__).with_name("data") / "model.json"
VALUE = {"no": 0, "partly": 1, "not clear": 1, "yes": 2}
NO_MIDDLE = frozenset({"LR08"})
"""Items that are answered yes or no."""
COLUMN = {str(one): number for number, one in enumerate(learned.SAID)}
DRAWN = {"level": 0.15, "gap": 0.5, "slope": 1.0, "weight": 3.0}
"""How strongly an item is drawn towards all items, chosen among a few by leaving reports out."""
NARROW = 0.5
"""Half the precision of fullness."""
AS_ALL_ITEMS = 10.0
"""Answers to other items that count as much as the own ones for how the rules err on an item."""
CHANCE = 0.5
SPREAD = 0.15
"""Added to each spread, so that a count that hardly varies does not rule."""
START = {"level": 1.5, "gap": 0.6, "slope": 1.0, "weight": 0.3}


@dataclass(frozen=True)
class Learned:
    """A report to learn from: what readers answer, what is counted, and what the rules said at first look, if that is known."""

    name: str
    answers: Mapping[str, str]
    signals: Mapping[str, Sequence[float]]
    said: Mapping[str, str] | None


def reports() -> list[Learned]:
    """Every report with a key that may be learned from, as set/number."""
    looks: dict[str, dict[str, str]] = json.loads(FIRST_LOOKS.read_text(encoding="utf-8"))["answers"]
    sets = {
        "first": zip(FIRST, first(), strict=True),
        "second": _numbered(SECOND, ()),
        "fresh": _numbered(FRESH, HELD_OUT),
    }
    return [
        Learned(name, one.answers, counted(one), looks.get(name))
        for of, found in sets.items()
        for number, one in found
        for name in (f"{of}/{number}",)
    ]


def _numbered(folder: Path, without: Iterable[str]) -> Iterable[tuple[str, Keyed]]:
    keyed = list(of_folder(folder, without=frozenset(without)))
    return [(str(one.key["report"])[:2], one) for one in keyed]


def counted(one: Keyed) -> dict[str, list[float]]:
    """What is counted for each item of its checklist that is weighed."""
    found = Counted(Review(one.document))
    return {item: [signal.value(found) for signal in SIGNALS[item]] for item in one.answers if item in SIGNALS}


def trained(known: Sequence[Learned]) -> dict[str, Any]:
    """The model of these reports, as it is written."""
    items = sorted({item for one in known for item in one.answers if item in SIGNALS})
    scales = {item: _scale([one.signals[item] for one in known if item in one.answers]) for item in items}
    fitted = _fitted(known, items, scales)
    trusted = _trusted(known, items)
    return {
        "reports": len(known),
        "narrow": NARROW,
        "items": {
            item: {
                "answers": ["no", _middle(known, item), "yes"],
                **fitted[item],
                "means": _rounded(scales[item][0]),
                "spreads": _rounded(scales[item][1]),
                "trusted": [_rounded(row) for row in trusted[item]],
            }
            for item in items
        },
    }


def _middle(known: Sequence[Learned], item: str) -> str | None:
    """What readers mostly call what is neither; None where the checklist defines nothing of it."""
    told = Counter(one.answers[item] for one in known if item in one.answers and VALUE[one.answers[item]] == 1)
    return None if item in NO_MIDDLE else told.most_common(1)[0][0] if told else "partly"


def _scale(rows: Sequence[Sequence[float]]) -> tuple[Numbers, Numbers]:
    table = numpy.array(rows, float)
    return table.mean(0), table.std(0) + SPREAD


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), 4) for value in values]


def _trusted(known: Sequence[Learned], items: Sequence[str]) -> dict[str, Numbers]:
    """For each item, how often the rules say what where readers say what: its own counts, drawn towards those of all items."""
    own: dict[str, Numbers] = defaultdict(lambda: numpy.zeros((3, len(COLUMN))))
    every = numpy.full((3, len(COLUMN)), CHANCE)
    for one in known:
        for item in one.answers if one.said else ():
            if item in items and one.said:
                place = VALUE[one.answers[item]], COLUMN[one.said[item]]
                own[item][place] += 1
                every[place] += 1
    shares = every / every.sum(1, keepdims=True)
    return {
        item: (own[item] + AS_ALL_ITEMS * shares) / (own[item].sum(1, keepdims=True) + AS_ALL_ITEMS) for item in items
    }


def _fitted(
    known: Sequence[Learned], items: Sequence[str], scales: Mapping[str, tuple[Numbers, Numbers]]
) -> dict[str, dict[str, Any]]:
    """Level, gap, slope and weights of each item, where the answers are likeliest and the items not far apart."""
    problem = _Problem(known, items, scales)
    found = minimize(problem.loss, problem.start(), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    parts = problem.parts(found)
    return {
        item: {
            "level": round(float(parts["level"][number]), 4),
            "gap": round(float(numpy.exp(parts["gap"][number])), 4),
            "slope": round(float(parts["slope"][number]), 4),
            "weights": _rounded(parts["weight"][problem.columns[number]]),
        }
        for number, item in enumerate(items)
    }


class _Problem:
    """The answers as arrays, and the loss with its gradient."""

    def __init__(
        self,
        known: Sequence[Learned],
        items: Sequence[str],
        scales: Mapping[str, tuple[Numbers, Numbers]],
    ) -> None:
        widths = [len(scales[item][0]) for item in items]
        ends = numpy.cumsum([0, *widths])
        self.columns = [slice(start, end) for start, end in pairwise(map(int, ends))]
        self.sizes = {"level": len(items), "gap": len(items), "slope": len(items), "weight": int(ends[-1])}
        rows = [
            (number, items.index(item), item)
            for number, one in enumerate(known)
            for item in one.answers
            if item in scales
        ]
        self.report = numpy.array([row[0] for row in rows])
        self.item = numpy.array([row[1] for row in rows])
        self.answer = numpy.array([VALUE[known[number].answers[item]] for number, _, item in rows])
        self.reports = len(known)
        self.counts = numpy.zeros((len(rows), int(ends[-1])))
        for at, (number, place, item) in enumerate(rows):
            mean, spread = scales[item]
            told = (numpy.array(known[number].signals[item], float) - mean) / spread
            self.counts[at, self.columns[place]] = numpy.clip(told, -learned.MOST, learned.MOST)
        self.per_item = {name: numpy.ones(len(items)) for name in ("level", "gap", "slope")}
        self.per_item["weight"] = numpy.concatenate([numpy.full(width, width**-0.5) for width in widths])

    def start(self) -> Numbers:
        """Every item as all items, every report in the middle."""
        own = [START[name] * self.per_item[name] for name in START]
        return numpy.concatenate([list(START.values()), *own, numpy.zeros(self.reports)])

    def parts(self, values: Numbers) -> dict[str, Numbers]:
        """The values by what they are: those of all items, of each item, and the fullness of each report."""
        found: dict[str, Numbers] = {"all": dict(zip(START, values[:4], strict=True))}
        at = 4
        for name, size in self.sizes.items():
            found[name] = values[at : at + size]
            at += size
        return found | {"fullness": values[at:]}

    def loss(self, values: Numbers) -> tuple[float, Numbers]:
        """How unlikely the answers are and how far the items are apart, with the gradient."""
        parts = self.parts(values)
        gap = numpy.exp(parts["gap"][self.item])
        height = parts["level"][self.item] + parts["slope"][self.item] * parts["fullness"][self.report]
        height = height + self.counts @ parts["weight"]
        begun, full = _shares(height), _shares(height - gap)
        likely = numpy.choose(self.answer, [1 - begun, begun - full, full]) + 1e-9
        by_begun = numpy.choose(self.answer, [-1.0, 1.0, 0.0]) * begun * (1 - begun) / likely
        by_full = numpy.choose(self.answer, [0.0, -1.0, 1.0]) * full * (1 - full) / likely
        by_height, by_gap = -(by_begun + by_full), by_full * gap
        slopes = {
            "level": numpy.bincount(self.item, by_height, self.sizes["level"]),
            "gap": numpy.bincount(self.item, by_gap, self.sizes["gap"]),
            "slope": numpy.bincount(self.item, by_height * parts["fullness"][self.report], self.sizes["slope"]),
            "weight": by_height @ self.counts,
        }
        fullness = numpy.bincount(self.report, by_height * parts["slope"][self.item], self.reports)
        fullness += 2 * NARROW * parts["fullness"]
        value = -numpy.log(likely).sum() + NARROW * (parts["fullness"] ** 2).sum()
        of_all = []
        for name, strength in DRAWN.items():
            apart = parts[name] - parts["all"][name] * self.per_item[name]
            away = parts["all"][name] - START[name]
            value += strength * (apart**2).sum() + 0.2 * away**2
            slopes[name] = slopes[name] + 2 * strength * apart
            of_all.append(0.4 * away - 2 * strength * (apart * self.per_item[name]).sum())
        return float(value), numpy.concatenate([of_all, *slopes.values(), fullness])


def _shares(logits: Numbers) -> Numbers:
    return 1 / (1 + numpy.exp(-numpy.clip(logits, -30, 30)))


def main() -> None:
    """Write the model of every report that may be learned from."""
    known = reports()
    made = trained(known)
    WRITTEN.parent.mkdir(exist_ok=True)
    head = {name: value for name, value in made.items() if name != "items"}
    rows = ",\n".join(f'  "{item}": {json.dumps(one)}' for item, one in made["items"].items())
    WRITTEN.write_text(f'{json.dumps(head)[:-1]}, "items": {{\n{rows}\n}}}}\n', encoding="utf-8")
    print(f"{WRITTEN.name}: {len(made['items'])} items, learned from {len(known)} reports")


if __name__ == "__main__":
    main()
