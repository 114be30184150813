"""What each kind of prompt is called on a page and in the handbook, and what it notices."""

from dataclasses import dataclass

from second_question.reading.prompts import PromptKind


@dataclass(frozen=True)
class KindWords:
    """A kind of prompt in words: its name, what it notices, and the line that asks for it."""

    title: str
    notices: str
    source: str


KIND_WORDS: dict[PromptKind, KindWords] = {
    PromptKind.CATCHPHRASE: KindWords(
        "Catchphrase", "A phrase that sounds like an answer and leaves a question open.", "F2"
    ),
    PromptKind.WHAT_WITHOUT_WHY: KindWords(
        "What without why",
        "A moment, an episode or an analysis that tells what happened and stops before a reason in the system.",
        "F1, W3, R4",
    ),
    PromptKind.ETHNICITY: KindWords("Ethnicity", "A child or family member whose ethnicity is missing.", "R5"),
    PromptKind.FATHERS: KindWords(
        "Fathers and other men", "A father, or another man in the child’s life, of whom nothing is said.", "A6"
    ),
    PromptKind.SIBLINGS: KindWords(
        "Brothers and sisters", "A brother or sister who is not recorded, or whose safety is not told.", "R2"
    ),
    PromptKind.CHILD_VOICE: KindWords(
        "The child’s daily life", "A text that speaks about the child and does not have the child in it.", "A7"
    ),
    PromptKind.CONCLUSION: KindWords(
        "Conclusion",
        "Grounds or a decision that do not follow from what the review tells, or rest on one person’s slip.",
        "R9, R10, L2",
    ),
    PromptKind.TRAINING: KindWords("Training", "More training as the only answer.", "F6"),
    PromptKind.LEARNED_BEFORE: KindWords(
        "Learned before", "Learning that came before, without a word on what became of it.", "R11"
    ),
    PromptKind.LENGTH: KindWords("Length", "A document much shorter or longer than the best ones.", "R6"),
    PromptKind.PASTED_GUIDANCE: KindWords(
        "Pasted guidance", "A passage that reads as if it came from the statutory guidance.", "R6"
    ),
    PromptKind.CHRONOLOGY: KindWords("Chronology", "Many dated entries in one answer.", "R2"),
    PromptKind.LABEL: KindWords("Name of the inquiry", "A further inquiry under a name that hides what it is.", "L3"),
}
