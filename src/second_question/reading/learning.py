"""What is said of learning: training as the only answer (F6), learning that came before (R11)."""

import re
from collections.abc import Iterator

from second_question.reading.patterns import folded
from second_question.reading.prompt import Prompt, PromptKind, ReviewText, prompt
from second_question.reading.words import sentences, word_count

ONLY_TRAINING = ("training",)
ACTIONS = ("actions_taken", "actions_already_taken", "instead", "spread_to_whom")
"""Questions whose answers are things done or to be done."""
SHORTEST_SENTENCE = 4
A_FEW_WORDS = 8

_TRAINING = re.compile(
    r"\b(?:training|train(?:ed)?|workshops?|e-learning|webinars?|courses?|7 minute|seven minute|briefings?)\b"
)
_BECAME = re.compile(
    r"\b(?:audit\w*|check(?:ed|s)?|implement\w*|introduc\w+|chang(?:e|ed|es)|complet\w+|evidence\w*|since then|result\w*|"
    r"improv\w*|still|not (?:known|done|yet|followed)|stopp?ed|lapsed|ended|action plan|dip[- ]sampl\w+|compar\w+|measur\w+|rose|"
    r"fell|became|adopted|in place|rolled out|delivered|closed|outstanding|unchanged|was to|were to|nobody)\b"
)


def learning(review: ReviewText) -> Iterator[Prompt]:
    """Training alone, and earlier learning of which nobody says what became of it."""
    yield from _training(review)
    yield from _learned_before(review)


def _training(review: ReviewText) -> Iterator[Prompt]:
    chosen = review.content.review.answers.get("how_spread")
    if isinstance(chosen, (tuple, list)) and tuple(chosen) == ONLY_TRAINING:
        place = review.about("how_spread")
        yield prompt(
            place,
            PromptKind.TRAINING,
            "only_training",
            "Training is the only way chosen.",
            "Do people not know it, or can they not do it? What of supervision, peers, somebody to ring, a changed pathway?",
            source="F6",
        )
    for place in review.answers:
        if place.question in ACTIONS and _is_all_training(place.text):
            yield prompt(
                place,
                PromptKind.TRAINING,
                "all_training",
                "Every action here is training or a briefing.",
                "What will be different in the work itself, so that the next person need not remember it?",
                source="F6",
            )


def _is_all_training(text: str) -> bool:
    said = [sentence for _, sentence in sentences(text) if word_count(sentence) >= SHORTEST_SENTENCE]
    return bool(said) and all(_TRAINING.search(folded(sentence)) for sentence in said)


def _learned_before(review: ReviewText) -> Iterator[Prompt]:
    if review.content.review.answers.get("learned_before") not in ("yes_here", "yes_elsewhere"):
        return
    place = review.about("learned_before_words")
    if word_count(place.text) < A_FEW_WORDS or not _BECAME.search(folded(place.text)):
        yield prompt(
            place,
            PromptKind.LEARNED_BEFORE,
            "what_became",
            "This has been learned before, and nothing is told of what became of it.",
            "What was to change then, did it, and what stopped it? Would checking that help more than another review?",
            source="R11",
        )
