"""A model: weights of signals, codes and single words, kept as plain JSON. It holds no text and nothing that could be run."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from second_question.reading.themes.signals import BEFORE_ANY_DECISION, Looked, signals_of
from second_question.rules.codebooks import Codebook

FOLDER = Path(__file__).parent / "data"
KIND = "second-question themes model"
FORMAT = 1
ALWAYS = "always"
BEFORE_THRESHOLD = 0.4
ABOUT = 1e-6
"""Log-odds: much more than is lost by rounding."""


class NotAModel(ValueError):
    """The file holds no model that can be used; the message says why and what to do."""


@dataclass(frozen=True)
class Model:
    """Weights on the scale of log-odds.

    Attributes:
        codebook: the id of the codebook that it knows.
        version: raised with each training.
        threshold: a code is suggested from this score upwards.
        signals: the weight of each signal, the same for every code.
        codes: what is added for each code.
        words: for each stem, what is added for the codes that it speaks for or against.
        forms: for each code, what is added for forms of words of the codebook that people took for it, or did not.
        trained_on: what it learned from, in numbers.
    """

    codebook: str
    version: int = 0
    threshold: float = BEFORE_THRESHOLD
    signals: Mapping[str, float] = field(default_factory=lambda: dict(BEFORE_ANY_DECISION))
    codes: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    trained_on: Mapping[str, Any] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def scores(self, looked: Looked, book: Codebook) -> dict[str, float]:
        """For each code how likely it applies to the passage, from 0 to 1."""
        return {code: _likelihood(logit) for code, logit in self._logits(looked, book).items()}

    def likely(self, looked: Looked, book: Codebook) -> list[tuple[str, float]]:
        """The codes that reach the threshold with their scores, the likeliest first."""
        near = ((code, logit) for code, logit in self._logits(looked, book).items() if logit > self._nearly)
        scores = ((code, _likelihood(logit)) for code, logit in near)
        return sorted(((code, score) for code, score in scores if score >= self.threshold), key=lambda one: -one[1])

    @cached_property
    def _nearly(self) -> float:
        """Log-odds a little below the threshold, so that the score is made of few codes only."""
        within = 0 < self.threshold < 1
        return math.log(self.threshold / (1 - self.threshold)) - ABOUT if within else -math.inf

    def _logits(self, looked: Looked, book: Codebook) -> dict[str, float]:
        always, of_code = self.signals[ALWAYS], self.codes.get
        logits = {code.code: always + of_code(code.code, 0.0) for code in book.codes}
        for code, signals in signals_of(looked, book).items():
            logits[code] += sum([self.signals.get(name, 0.0) * value for name, value in signals.items()])
        for code in looked.evidence:
            weights = self.forms.get(code)
            if weights:
                logits[code] += sum([weights.get(form, 0.0) for form in forms_of(looked, code)])
        known = [of_word for of_word in map(self.words.get, dict.fromkeys(looked.words.stems)) if of_word is not None]
        share = word_value(len(known))
        for of_word in known:
            for code, weight in of_word.items():
                if code in logits:
                    logits[code] += weight * share
        return logits

    def to_json(self) -> str:
        """As a JSON document, the same for the same model."""
        values = {
            "kind": KIND,
            "format": FORMAT,
            "codebook": self.codebook,
            "version": self.version,
            "threshold": self.threshold,
            "trained_on": self.trained_on,
            "signals": self.signals,
            "codes": self.codes,
            "forms": self.forms,
            "words": self.words,
        }
        return _lines(values)


def _likelihood(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def forms_of(looked: Looked, code: str) -> list[str]:
    """The different forms of words that speak for a code in a passage."""
    return sorted({hit.met.said for hit in looked.evidence[code].hits}) if code in looked.evidence else []


def _lines(values: Mapping[str, Any]) -> str:
    """JSON with a line for each entry, so that a change of a model can be read."""
    parts = []
    for key, value in values.items():
        text = json.dumps(value, ensure_ascii=False)
        if isinstance(value, Mapping) and value:
            entries = (
                f"  {json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in value.items()
            )
            text = "{\n" + ",\n".join(entries) + "\n }"
        parts.append(f" {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def word_value(known: int) -> float:
    """What one word counts among so many that the model knows: a long passage has no louder words than a short one."""
    return 1 / math.sqrt(known) if known else 0.0


def model_from_json(text: str, name: str) -> Model:
    """The model in a file's text.

    Raises:
        NotAModel: it is none.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAModel(f"{name}: this is not JSON ({error}). Give a file that `themes train` has written.") from None
    if not isinstance(values, dict) or values.get("kind") != KIND or values.get("format") != FORMAT:
        raise NotAModel(f"{name}: this is no model of themes, or one of a newer program. Train it anew.")
    try:
        return Model(
            str(values["codebook"]),
            int(values["version"]),
            _finite(values["threshold"]),
            {**BEFORE_ANY_DECISION, **{key: _finite(weight) for key, weight in values["signals"].items()}},
            {code: _finite(weight) for code, weight in values["codes"].items()},
            {stem: {code: _finite(weight) for code, weight in by.items()} for stem, by in values["words"].items()},
            dict(values["trained_on"]),
            {code: {form: _finite(weight) for form, weight in by.items()} for code, by in values["forms"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAModel(f"{name}: the model is damaged ({error!r}). Train it anew.") from None


@cache
def shipped_model(codebook: str) -> Model:
    """The model that comes with the program for a codebook; one from its definitions alone where there is none."""
    path = FOLDER / f"{codebook.replace('/', '-')}.json"
    return model_from_json(path.read_text(encoding="utf-8"), path.name) if path.is_file() else Model(codebook)


def _finite(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no weight")
    return number
