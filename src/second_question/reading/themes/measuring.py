"""How good a model is: measured on passages that it has not been trained on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from second_question.reading.themes.model import Model
from second_question.reading.themes.signals import look
from second_question.reading.themes.training import DecidedPassage, train
from second_question.reading.themes.wording import Wordings
from second_question.rules.codebooks import Codebook

FOLDS = 5
THRESHOLDS = tuple(step / 100 for step in range(20, 61, 5))
AS_GOOD = 0.01
PLACES = 3

Scored = tuple[dict[str, float], DecidedPassage]


@dataclass(frozen=True)
class Quality:
    """Of all pairs of passage and code: `precision` is the share of the suggested that apply, `recall` the share of those
    that apply which were suggested, `micro_f1` their harmonic mean; each from 0 to 1."""

    passages: int
    micro_f1: float
    precision: float
    recall: float


def quality_of(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Quality:
    """Of suggested codes beside those that apply, a pair for each passage. With nothing to find, nothing found is right."""
    passages = both = suggested = given = 0
    for ours, theirs in pairs:
        passages, both = passages + 1, both + len(ours & theirs)
        suggested, given = suggested + len(ours), given + len(theirs)
    precision = both / suggested if suggested else 1.0
    recall = both / given if given else 1.0
    f1 = 2 * both / (suggested + given) if suggested + given else 1.0
    return Quality(passages, round(f1, PLACES), round(precision, PLACES), round(recall, PLACES))


def measured(model: Model, passages: Sequence[DecidedPassage], book: Codebook) -> Quality:
    """The quality of a model on passages."""
    return _at(model.threshold, _scored(model, passages, book))


def trained_and_measured(
    passages: Sequence[DecidedPassage], book: Codebook, before: Model, *, progress: Callable[[int], object] = print
) -> Model:
    """The model trained on all passages, with its quality and the best threshold by cross-validation.

    Five times, four fifths are trained on and the rest is suggested for; passages of one place are never in both.
    """
    scored: list[Scored] = []
    earlier: list[Scored] = []
    for fold in range(FOLDS):
        kept = [one for one in passages if _fold(one) == fold]
        others = [one for one in passages if _fold(one) != fold]
        scored += _scored(train(others, book, before), kept, book)
        earlier += _scored(before, kept, book)
        progress(1)
    threshold = _best_threshold(scored, before.threshold)
    model = train(passages, book, before)
    progress(1)
    ours, theirs = _at(threshold, scored), _at(before.threshold, earlier)
    told = {
        "how": f"{FOLDS}-fold cross-validation; passages of one part of a text are kept together",
        **{name: getattr(ours, name) for name in ("micro_f1", "precision", "recall")},
        "micro_f1_before": theirs.micro_f1,
    }
    return replace(model, threshold=threshold, trained_on={**model.trained_on, "measured": told})


def _fold(passage: DecidedPassage) -> int:
    return crc32((passage.place or passage.text).encode()) % FOLDS


def _scored(model: Model, passages: Sequence[DecidedPassage], book: Codebook) -> list[Scored]:
    wordings = Wordings(book)
    return [(model.scores(look(one.text, one.heading, wordings), book), one) for one in passages]


def _at(threshold: float, scored: Iterable[Scored]) -> Quality:
    return quality_of(
        (frozenset(code for code, score in scores.items() if score >= threshold) - one.undecided, one.codes)
        for scores, one in scored
    )


def _best_threshold(scored: Sequence[Scored], before: float) -> float:
    """The earlier one if it is nearly as good as the best; else the highest that is: no more wrong suggestions than need be.

    Each is judged with what lies a little beside it: no chance peak is chosen.
    """
    steps = (-0.05, 0.0, 0.05)
    quality = {one: sum(_at(one + step, scored).micro_f1 for step in steps) / len(steps) for one in THRESHOLDS}
    best = max(quality.values())
    if quality.get(before, 0.0) >= best - AS_GOOD:
        return before
    return max(one for one in THRESHOLDS if quality[one] >= best - AS_GOOD)
