"""A model learns from decided passages: the earlier weights move as little as the decisions allow.

One logistic regression over all pairs of passage and code. What is penalised is not a weight but its distance from the weight
before: with no decision nothing changes, and a code that was rarely decided on stays with its definition. The optimiser is
deterministic and starts from the earlier weights, so the same decisions give the same model.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from second_question.reading.themes.model import ALWAYS, Model, forms_of, word_value
from second_question.reading.themes.signals import Looked, look, signals_of
from second_question.reading.themes.wording import Wordings
from second_question.reading.words import PLAIN
from second_question.rules.codebooks import Codebook

HOLD_SIGNALS = 5.0
HOLD_FORMS = 1.0
HOLD_LISTED = {"code": 10.0, "word": 3.0}
HOLD_DEFINED = {"code": 2.0, "word": 0.1}
"""How strongly earlier weights are held: those of signals and of forms of words; those of a code whose words the codebook
lists, and of single words for it; the same for a code known by its definition alone, which has more to learn. Tuned on the
development passages, also from one kind of text to another: with less, a model takes on the ways of the texts that it saw."""
FEWEST_PASSAGES = 3
"""A word in fewer passages is not learned from."""
SHORTEST_WORD = 4
SMALLEST_WEIGHT = 0.05
PLACES = 3
"""Decimals kept: the last ones of a float may differ between machines."""


@dataclass(frozen=True)
class DecidedPassage:
    """A passage that somebody decided on: the codes that apply, and those of which nothing is known.

    `place` names the part of the text that it comes from; when a model is measured, passages of a part stay together.
    """

    text: str
    heading: str
    codes: frozenset[str]
    undecided: frozenset[str] = frozenset()
    place: str = ""


def train(passages: Sequence[DecidedPassage], book: Codebook, before: Model) -> Model:
    """The model that follows from `before` by these passages."""
    wordings = Wordings(book)
    looked = [look(one.text, one.heading, wordings) for one in passages]
    columns = _columns(looked, passages, book, before)
    weights = _fitted(looked, passages, book, columns)
    return _as_model(weights, columns, passages, book, before)


def _word(stem: str) -> str:
    """A name that no signal and no code can have."""
    return f"word {stem}"


def _form(form: str) -> str:
    return f"form {form}"


def _forms(looked: Sequence[Looked], book: Codebook, before: Model) -> set[tuple[str, str]]:
    known = {(code, form) for code, weights in before.forms.items() for form in weights}
    return known | {(code.code, form) for one in looked for code in book.codes for form in forms_of(one, code.code)}


@dataclass(frozen=True)
class _Columns:
    """Which weight stands in which column, what it was before, and how strongly it is held."""

    number: Mapping[tuple[str, str], int]
    before: Sequence[float]
    hold: Sequence[float]
    stems: frozenset[str]


def _columns(looked: Sequence[Looked], passages: Sequence[DecidedPassage], book: Codebook, before: Model) -> _Columns:
    stems = frozenset(before.words) | _learned_stems(looked, passages)
    hold = {code.code: HOLD_LISTED if code.words.strong or code.words.some else HOLD_DEFINED for code in book.codes}
    keys = [("signal", name) for name in before.signals] + [("code", code) for code in hold]
    earlier = [*before.signals.values(), *(before.codes.get(code, 0.0) for code in hold)]
    held = [HOLD_SIGNALS] * len(before.signals) + [hold[code]["code"] for code in hold]
    for stem in sorted(stems):
        keys += [(_word(stem), code) for code in hold]
        earlier += [before.words.get(stem, {}).get(code, 0.0) for code in hold]
        held += [hold[code]["word"] for code in hold]
    for code, form in sorted(_forms(looked, book, before)):
        keys.append((_form(form), code))
        earlier.append(before.forms.get(code, {}).get(form, 0.0))
        held.append(HOLD_FORMS)
    return _Columns({key: column for column, key in enumerate(keys)}, earlier, held, stems)


def _learned_stems(looked: Sequence[Looked], passages: Sequence[DecidedPassage]) -> frozenset[str]:
    """Words with meaning in several passages, somewhere written small: a name is not learned, so no model names anybody."""
    number: Counter[str] = Counter()
    small: set[str] = set()
    for one, passage in zip(looked, passages, strict=True):
        words = zip(one.words.stems, one.words.exact, one.words.spans, strict=True)
        telling = [(stem, start) for stem, word, (start, _) in words if _tells(word)]
        number.update({stem for stem, _ in telling})
        small.update(stem for stem, start in telling if passage.text[start].islower())
    return frozenset(stem for stem, times in number.items() if times >= FEWEST_PASSAGES and stem in small)


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha() and word not in PLAIN


def _fitted(looked: Sequence[Looked], passages: Sequence[DecidedPassage], book: Codebook, columns: _Columns) -> Any:
    import numpy
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    rows, truth = _rows(looked, passages, book, columns)
    data = [value for row in rows for value in row.values()]
    indices = [column for row in rows for column in row]
    ends = numpy.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((data, indices, ends), shape=(len(rows), len(columns.before)))
    answers, start, hold = numpy.array(truth, float), numpy.array(columns.before), numpy.array(columns.hold)

    def loss(weights: Any) -> tuple[float, Any]:
        logits = matrix @ weights
        moved = weights - start
        value = numpy.logaddexp(0, logits).sum() - answers @ logits + 0.5 * (hold * moved) @ moved
        slope = matrix.T @ (1 / (1 + numpy.exp(-logits)) - answers) + hold * moved
        return float(value), slope

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def _rows(
    looked: Sequence[Looked], passages: Sequence[DecidedPassage], book: Codebook, columns: _Columns
) -> tuple[list[dict[int, float]], list[bool]]:
    rows, truth = [], []
    for one, passage in zip(looked, passages, strict=True):
        signals = signals_of(one, book)
        stems = sorted(columns.stems & set(one.words.stems))
        value = word_value(len(stems))
        for code in book.codes:
            if code.code in passage.undecided:
                continue
            row = {columns.number["signal", ALWAYS]: 1.0, columns.number["code", code.code]: 1.0}
            row |= {columns.number["signal", name]: signal for name, signal in signals.get(code.code, {}).items()}
            row |= {columns.number[_word(stem), code.code]: value for stem in stems}
            row |= {columns.number[_form(form), code.code]: 1.0 for form in forms_of(one, code.code)}
            rows.append(row)
            truth.append(code.code in passage.codes)
    return rows, truth


def _as_model(
    weights: Any, columns: _Columns, passages: Sequence[DecidedPassage], book: Codebook, before: Model
) -> Model:
    rounded = {key: round(float(weights[column]), PLACES) + 0.0 for key, column in columns.number.items()}
    words = {
        stem: {
            code.code: weight
            for code in book.codes
            if abs(weight := rounded[_word(stem), code.code]) >= SMALLEST_WEIGHT
        }
        for stem in sorted(columns.stems)
    }
    return Model(
        book.id,
        before.version + 1,
        before.threshold,
        {name: rounded["signal", name] for name in before.signals},
        {code.code: rounded["code", code.code] for code in book.codes},
        words,
        _told_of(passages),
        _forms_as_weighed(rounded, book),
    )


def _forms_as_weighed(rounded: Mapping[tuple[str, str], float], book: Codebook) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {code.code: {} for code in book.codes}
    for (name, code), weight in rounded.items():
        if name.startswith(_form("")) and abs(weight) >= SMALLEST_WEIGHT:
            found[code][name.removeprefix(_form(""))] = weight
    return {code: weights for code, weights in found.items() if weights}


def _told_of(passages: Sequence[DecidedPassage]) -> dict[str, Any]:
    digest = hashlib.sha256()
    for one in passages:
        digest.update(repr((one.text, one.heading, sorted(one.codes), sorted(one.undecided))).encode())
    return {
        "passages": len(passages),
        "codes_given": sum(len(one.codes) for one in passages),
        "sha256": digest.hexdigest(),
    }
