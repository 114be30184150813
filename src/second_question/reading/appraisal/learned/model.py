"""How likely each answer is, by what readers answered elsewhere. Made by `python -m bench.appraisal_training`; no library needed.

Each report has a fullness, which is not seen. Readers answer an item the higher the fuller the report is and the more there is of
what is counted for it; the rules err as often as they erred on reports that nobody had tuned them on. From the rules' answers
to all items the fullness is told, and from both the answer to each.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

from second_question.reading.appraisal.answers import Answer

FURTHEST, STEPS = 3.0, 24
"""Fullness is looked at from so far below to so far above the middle, in so many steps."""
MOST = 2.0
"""Standard deviations beyond which more of a count says nothing more."""
LEAD = 0.1
"""So much likelier than what the rules say must another answer be; less is no reason to leave what was counted."""
SAID = (Answer.NO, Answer.PARTLY, Answer.YES, Answer.NOT_CLEAR)
"""What the rules may say, in the order of the columns of `trusted`."""


@dataclass(frozen=True)
class Weighed:
    """An item. `answers` are the lower, middle and upper one, or None where the item has none in the middle.

    `trusted[answer][said]` is how often the rules say `said` where readers gave the answer.
    """

    answers: tuple[Answer, Answer | None, Answer]
    level: float
    gap: float
    slope: float
    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    trusted: tuple[tuple[float, ...], ...]

    def likely(self, fullness: float, signals: Sequence[float]) -> tuple[float, float, float]:
        """How likely the three answers are before the rules are heard."""
        counted = sum(
            weight * max(-MOST, min(MOST, (signal - mean) / spread))
            for weight, signal, mean, spread in zip(self.weights, signals, self.means, self.spreads, strict=True)
        )
        begun = _share(self.level + self.slope * fullness + counted)
        full = _share(self.level - self.gap + self.slope * fullness + counted)
        return 1 - begun, begun - full if self.answers[1] else 0.0, full


def _share(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


@dataclass(frozen=True)
class Model:
    """Every item that is weighed, how many reports it was learned from, and how narrowly fullness is spread."""

    reports: int
    narrow: float
    items: Mapping[str, Weighed]

    def answers(
        self, said: Mapping[str, Answer], signals: Mapping[str, Sequence[float]]
    ) -> dict[str, tuple[Answer, float]]:
        """The likeliest answer to each of these items, and how likely it is; that of the rules where no other is much likelier.

        Args:
            said: what the rules answer.
            signals: what is counted for each of the same items.
        """
        steps = [FURTHEST * (2 * step / STEPS - 1) for step in range(STEPS + 1)]
        items = {item: self.items[item] for item in said if item in self.items}
        both = {
            item: [self._heard(weighed, said[item], weighed.likely(step, signals[item])) for step in steps]
            for item, weighed in items.items()
        }
        apart = {item: [log(sum(shares) + 1e-12) for shares in table] for item, table in both.items()}
        whole = [-self.narrow * step**2 + sum(one[at] for one in apart.values()) for at, step in enumerate(steps)]
        return {item: _likeliest(items[item], both[item], _others(whole, apart[item]), said[item]) for item in items}

    def _heard(self, weighed: Weighed, said: Answer, likely: Sequence[float]) -> tuple[float, ...]:
        column = SAID.index(said)
        return tuple(share * row[column] for share, row in zip(likely, weighed.trusted, strict=True))


def _others(whole: Sequence[float], own: Sequence[float]) -> list[float]:
    """The weight of each fullness by all other items."""
    logs = [one - other for one, other in zip(whole, own, strict=True)]
    return [exp(one - max(logs)) for one in logs]


def _likeliest(
    weighed: Weighed, both: Sequence[Sequence[float]], weights: Sequence[float], said: Answer
) -> tuple[Answer, float]:
    totals = [sum(weight * shares[at] for weight, shares in zip(weights, both, strict=True)) for at in range(3)]
    likely = {answer: total / sum(totals) for answer, total in zip(weighed.answers, totals, strict=True) if answer}
    best = max(likely, key=likely.__getitem__)
    kept = likely[best] - likely.get(said, 0.0) < LEAD
    return (said, likely[said]) if kept and said in likely else (best, likely[best])


@cache
def shipped() -> Model:
    """The model of the package."""
    text = files("second_question.reading.appraisal.learned").joinpath("data/model.json").read_text(encoding="utf-8")
    return model_of(json.loads(text))


def model_of(values: Mapping[str, Any]) -> Model:
    """The model as it is written in JSON."""
    return Model(values["reports"], values["narrow"], {item: _weighed(one) for item, one in values["items"].items()})


def _weighed(values: Mapping[str, Any]) -> Weighed:
    low, middle, high = values["answers"]
    numbers = {name: tuple(values[name]) for name in ("weights", "means", "spreads")}
    trusted = tuple(tuple(row) for row in values["trusted"])
    named = (Answer(low), Answer(middle) if middle else None, Answer(high))
    return Weighed(named, values["level"], values["gap"], values["slope"], **numbers, trusted=trusted)
