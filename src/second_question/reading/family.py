"""Who in the family is missing: ethnicity, fathers and other men, brothers and sisters (R2, R5, A6)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from second_question.reading.patterns import folded
from second_question.reading.prompt import Place, Prompt, PromptKind, ReviewText, is_open, prompt, text_of
from second_question.rules.questions import Unanswered
from second_question.rules.template.content import ContentRecord

ANALYSIS = ("analysis", "episode", "moment", "agency_episode", "agency_summary", "decision")
BESIDE_IT = ("background", "context", "incident")
"""Where a man who is told of counts as thought of, too."""
OTHER_MEN = ("step_parent", "partner_of_parent")

_FATHER = re.compile(
    r"\b(?:father|dad|daddy|stepfather|step-father|stepdad|paternal|both parents|parents)(?:'s|s|s')?\b"
)
_A_FATHER = re.compile(r"\b(?:father|dad|daddy)(?:'s)?\b")
_OTHER_MAN = re.compile(r"\b(?:partner|boyfriend|step-?father|step-?dad|husband)(?:'s|s)?\b")
_SIBLING = re.compile(
    r"\b(?P<whose>(?:(?:mother|mum|father|dad|parent|grandmother|grandfather|aunt|uncle|partner|boyfriend)s?'s?|maternal|paternal|"
    r"adult|no|without|any)(?: [\w-]+)? )?(?:half-|step-)?(?:siblings?|brothers?|sisters?|twins?|triplets?)\b"
)
_ONLY_CHILD = re.compile(r"\b(?:only child|no (?:other )?(?:siblings|children)|no brothers or sisters)\b")
_LONG_ENOUGH = 3
"""Letters that a name must have to be looked for: shorter ones are too often words."""


def ethnicity(review: ReviewText) -> Iterator[Prompt]:
    """Whose ethnicity is missing, or was not asked (R5)."""
    for record in (*review.content.of("child"), *review.content.of("family_member")):
        place = review.place(record, "ethnicity")
        if is_open(record, "ethnicity"):
            yield _ethnicity(place, "missing", f"The ethnicity of {record.name} is missing.")
        elif record.unanswered.get("ethnicity") is Unanswered.NOT_ASKED:
            yield _ethnicity(place, "not_asked", f"Nobody has asked about the ethnicity of {record.name}.")


def _ethnicity(place: Place, matter: str, message: str) -> Prompt:
    ask = "How would the family describe it? Who can ask them, and what may it have meant for how they were met?"
    return prompt(place, PromptKind.ETHNICITY, matter, message, ask, source="R5")


def fathers(review: ReviewText) -> Iterator[Prompt]:
    """A father, or another man in the child's life, of whom nothing is said (A6)."""
    place = review.about("fathers_and_other_men")
    if place.text:
        return
    known = [one for one in review.content.of("family_member") if one.answers.get("relationship") == "father"]
    told = [folded(text) for text in review.texts((*ANALYSIS, *BESIDE_IT))] if review.texts(ANALYSIS) else []
    if not known and review.content.of("child"):
        is_mentioned = any(_A_FATHER.search(folded(one.text)) for one in review.answers)
        yield _men(
            place,
            "no_father",
            "The text speaks of a father, and the family lists none."
            if is_mentioned
            else "Nothing is said about a father, neither in the family nor in the analysis.",
            "Who is the child’s father, who asked about him, and what could he have been for this child: a risk, a protection?",
        )
    elif told and known and not any(_is_mentioned(known, _FATHER, text) for text in told):
        yield _men(
            place,
            "father_not_in_analysis",
            "The father is listed, and the analysis does not mention him.",
            "What did agencies know of him, who spoke with him, and what would he have said?",
        )
    if told:
        yield from _other_men(review, told)


def _other_men(review: ReviewText, told: Sequence[str]) -> Iterator[Prompt]:
    for man in review.content.of("family_member"):
        is_one = man.answers.get("relationship") in OTHER_MEN
        if is_one and not any(_is_mentioned([man], _OTHER_MAN, text) for text in told):
            yield _men(
                review.place(man, "relationship"),
                "not_in_analysis",
                f"{man.name} is listed, and the analysis does not mention this person.",
                "What was known of this person in the child’s life, and who found out?",
            )


def _men(place: Place, matter: str, message: str, ask: str) -> Prompt:
    return prompt(place, PromptKind.FATHERS, matter, message, ask, source="A6")


def _is_mentioned(people: Sequence[ContentRecord], words: re.Pattern[str], small: str) -> bool:
    return bool(words.search(small)) or any(pattern.search(small) for one in people for pattern in _names_of(one))


def _names_of(person: ContentRecord) -> list[re.Pattern[str]]:
    first = folded(text_of(person, "full_name")).split()[:1]
    return [_whole_word(name) for name in first if len(name) >= _LONG_ENOUGH]


@cache
def _whole_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


def siblings(review: ReviewText) -> Iterator[Prompt]:
    """Brothers and sisters whose safety is not told, or who are not recorded (R2)."""
    children = review.content.of("child")
    for child in children[1:]:
        if is_open(child, "safe_now") and is_open(child, "safety_arrangements"):
            yield prompt(
                review.place(child, "safe_now"),
                PromptKind.SIBLINGS,
                "safety",
                f"Nothing is said yet about the safety of {child.name}.",
                "Is this child safe today, who has seen that, and who sees to it?",
                source="R2",
            )
    if len(children) == 1:
        yield from _unrecorded(review, children[0])


def _unrecorded(review: ReviewText, child: ContentRecord) -> Iterator[Prompt]:
    """A brother or sister in the text of a review that records one child."""
    if any(one.answers.get("relationship") == "adult_sibling" for one in review.content.of("family_member")):
        return
    if any(_ONLY_CHILD.search(folded(answer.text)) for answer in review.answers):
        return
    for answer in review.answers:
        for found in _SIBLING.finditer(folded(answer.text)):
            if not found["whose"]:
                yield _mentioned(answer, found.span(), review.place(child, "full_name"))
                return


def _mentioned(answer: Place, span: tuple[int, int], child: Place) -> Prompt:
    return prompt(
        answer,
        PromptKind.SIBLINGS,
        "unrecorded",
        f"The text speaks of a “{answer.text[slice(*span)]}”, and one child is recorded.",
        "Who are this child’s brothers and sisters, where are they now, and are they safe? Add each as a child.",
        source="R2",
        span=span,
        key=child.key(PromptKind.SIBLINGS, "unrecorded"),
    )
