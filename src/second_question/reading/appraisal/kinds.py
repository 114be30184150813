"""Which of the two kinds of review a document is, by what it calls itself; else by what it has."""

import re

from second_question.reading.appraisal.review import Review
from second_question.rules.checklists import LOCAL_REVIEW_CHECKLIST, RAPID_REVIEW_CHECKLIST, Checklist

KINDS: dict[str, Checklist] = {"rapid-review": RAPID_REVIEW_CHECKLIST, "local-review": LOCAL_REVIEW_CHECKLIST}
FRONT = 1200
"""Characters of the beginning that say what a document is."""
WEIGHT = 6

_RAPID = re.compile(r"\brapid reviews?\b|\brr (?:meeting|template)\b")
_LOCAL = re.compile(
    r"\b(?:local )?child safeguarding practice reviews?\b(?! panel)|\bl?cspr\b|\bserious case reviews?\b|\boverview report\b|"
    r"\blocal (?:learning|practice|safeguarding practice) reviews?\b|\bpartnership review\b"
)
_OF_RAPID = re.compile(
    r"\b(?:not for publication|15 working days|fifteen working days|notified the panel|criteria (?:are|is|were) (?:not )?met)\b"
)
_OF_LOCAL = re.compile(
    r"\b(?:independent reviewer|lead reviewer|terms of reference|methodology|recommendation \d|the rapid review)\b"
)


def kind_of(review: Review) -> str:
    """`rapid-review` or `local-review`. A local review speaks of the rapid review before it, so the beginning counts most."""
    front, rest = review.small[:FRONT], review.small[FRONT:]
    rapid = WEIGHT * len(_RAPID.findall(front)) + len(_OF_RAPID.findall(review.small))
    local = WEIGHT * len(_LOCAL.findall(front)) + len(_OF_LOCAL.findall(rest))
    first = _first(front)
    return first or ("rapid-review" if rapid > local else "local-review")


def _first(front: str) -> str:
    """What the document calls itself first, when only one is said in its very beginning."""
    rapid, local = _RAPID.search(front[:400]), _LOCAL.search(front[:400])
    if bool(rapid) == bool(local):
        return ""
    return "rapid-review" if rapid else "local-review"
