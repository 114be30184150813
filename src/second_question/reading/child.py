"""The child's daily life and voice: whether the text has the child in it, or only speaks about the child (A7)."""

import re
from collections.abc import Iterator, Sequence

from second_question.reading.patterns import folded
from second_question.reading.prompt import Prompt, PromptKind, ReviewText, is_open, prompt, text_of
from second_question.reading.words import word_count

A_FEW_WORDS = 25
QUESTION = "daily_life_and_voice"

_SAID_OR_DID = (
    r"(?:sa(?:id|ys)|told|tells|ask(?:ed|s)|wrote|writes|dr(?:ew|aws)|lik(?:ed|es)|lov(?:ed|es)|enjoy(?:ed|s)|play(?:ed|s)|"
    r"want(?:ed|s)|felt|feels|wish(?:ed|es)|hop(?:ed|es)|dream\w*|hated?|hates|cri(?:ed|es)|smil(?:ed|es)|laugh(?:ed|s)|"
    r"babbl\w+|coo(?:ed|s)|sle(?:pt|eps)|wo(?:ke|kes)|wakes|ate|eats|fed|feeds|settl(?:ed|es)|crawl\w+|walk(?:ed|s)|ran|runs|"
    r"went|goes|go|came|comes|got|gets|sang|sings|danc\w+|read|reads|swam|rode|show(?:ed|s)|clung|clings|hid|hides|"
    r"look(?:ed|s)|reach(?:ed|es)|point(?:ed|s)|spent|spends|talk(?:ed|s)|describ\w+|whisper\w+|post(?:ed|s)|text(?:ed|s)|"
    r"wore|wears|car(?:ed|es) for|look(?:ed|s) after|help(?:ed|s)|made|makes|kept|keeps|liv(?:ed|es)|learn\w*|"
    r"preferred|chose|refused|would|used to|could|(?:was|is) (?:happy|sad|afraid|frightened|scared|proud|angry|quiet|"
    r"hungry|tired|fond|good at|able to|lonely|excited|worried|funny|lively|shy))"
)
_A_CHILD = (
    r"(?:he|she|they|it|i|we|child|children|baby|boys?|girls?|twins?|toddler|infant|son|daughter|teenager|"
    r"young (?:person|people)|siblings?|brothers?|sisters?)"
)
_QUOTED = re.compile(r"[“\"][^”\"\n]{3,}[”\"]|(?<!\w)‘[^’\n]{3,}’(?!\w)")


def child_voice(review: ReviewText) -> Iterator[Prompt]:
    """A review in which the child does not appear (A7)."""
    place = review.about(QUESTION)
    if not place.text:
        if is_open(review.content.review, QUESTION) and review.content.of("child"):
            yield prompt(
                place,
                PromptKind.CHILD_VOICE,
                "missing",
                "Nothing is told yet of the child’s daily life and voice.",
                "What was an ordinary day like for this child? Who knew the child well enough to say?",
                source="A7",
            )
    elif word_count(place.text) < A_FEW_WORDS:
        yield prompt(
            place,
            PromptKind.CHILD_VOICE,
            "a_few_words",
            "There are only a few words about the child’s daily life.",
            "What did the child like, fear, say or show? To whom, and what was made of it?",
            source="A7",
        )
    elif not _is_in_it(place.text, _names(review)):
        yield prompt(
            place,
            PromptKind.CHILD_VOICE,
            "about_the_child",
            "This speaks about the child. Nothing that the child said, did or liked is in it.",
            "What would somebody remember who spent a day with this child?",
            source="A7",
        )


def _names(review: ReviewText) -> list[str]:
    names = (text_of(child, question) for child in review.content.of("child") for question in ("full_name", "known_as"))
    return [word for name in names for word in folded(name).split() if len(word) > 1 and word.isalpha()]


def _is_in_it(text: str, names: Sequence[str]) -> bool:
    """Whether the child says or does something, or somebody's own words are quoted."""
    if _QUOTED.search(text):
        return True
    who = "|".join((_A_CHILD, *map(re.escape, names)))
    return bool(re.search(rf"\b(?:{who})\b(?:,? [\w']+){{0,2}}? {_SAID_OR_DID}\b", folded(text)))
