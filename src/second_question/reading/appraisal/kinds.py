"""Which checklist a document is read by: that of rapid reviews, or for any other review that of local reviews."""

from second_question.documents.document import Document
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import Kind
from second_question.reading.facts.kind import kind_of as kind_said
from second_question.rules.checklists import LOCAL_REVIEW_CHECKLIST, RAPID_REVIEW_CHECKLIST, Checklist

KINDS: dict[str, Checklist] = {"rapid-review": RAPID_REVIEW_CHECKLIST, "local-review": LOCAL_REVIEW_CHECKLIST}


def kind_of(document: Document) -> str:
    """`rapid-review` where the facts of the document say so, else `local-review`."""
    said, _ = kind_said(Front(document))
    return "rapid-review" if said is Kind.RAPID_REVIEW else "local-review"
