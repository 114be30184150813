"""A decision as its page shows it: criteria with their grounds, the answers, what each partner says, how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from second_question.exchange.review.words import BECAUSE, in_words
from second_question.rules.completeness import section_questions
from second_question.rules.questions import Option, Question
from second_question.rules.template import codes
from second_question.rules.template.content import ReviewContent
from second_question.rules.template.decision import DECISION
from second_question_web.rapid_reviews.deciding.lapses import MOST_SHOWN, Change, since_each_signed
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.deciding.queries import Deciding
from second_question_web.ui.components import Answer, Column, Event, Status
from second_question_web.ui.filters import paragraphs

CRITERIA_COLUMNS = (Column(label="Criterion or circumstance"), Column(label="Is it met?"), Column(label="Grounds"))
MET_TONES = {"met": "decision", "may_be_met": "attention", "not_met": "neutral"}
NOT_SAID, NOT_KNOWN = Status(text="Not answered yet", tone="waiting"), Status(text="Not known", tone="attention")


@dataclass(frozen=True)
class Said:
    """What one partner says, with what was changed since it signed. `more` changes are not listed."""

    partner: Partner
    changes: Sequence[Change]
    more: int


def weighed(content: ReviewContent) -> list[list[object]]:
    """A row for each criterion and circumstance (L1)."""
    return [_weighed(content, one) for one in (*codes.CRITERIA, *codes.CIRCUMSTANCES)]


def answers(content: ReviewContent, change: str) -> list[Answer]:
    """What part 11 says of the decision: every question that applies and has an answer, or needs one.

    Args:
        content: the text.
        change: the page on which the questions are answered; empty for who may not change them.
    """
    record, section = content.review, content.form.section(DECISION.id)
    asked = section_questions(content.form, section, record.answers, record.unanswered)
    rows = [(q, _words(content, q)) for q in asked if not q.id.endswith(BECAUSE)]
    return [
        Answer(question=q.label, text=words, change=f"{change}#{q.id}" if change else "")
        for q, words in rows
        if words or q.required
    ]


def said(found: Deciding) -> list[Said]:
    """What each partner says, side by side."""
    changed = since_each_signed(found)
    return [_said(partner, changed.get(partner.organisation.pk, ())) for partner in found.partners]


def disagreement(partners: Sequence[Partner]) -> str:
    """That they do not all agree, said plainly; empty when nobody disagrees."""
    against = [partner.organisation.name for partner in partners if partner.disagrees]
    if not against:
        return ""
    who = " and ".join(filter(None, (", ".join(against[:-1]), against[-1])))
    return f"The partners do not agree: {who} {'disagrees' if len(against) == 1 else 'disagree'}."


def history(found: Deciding) -> list[Event]:
    """The decisions, the latest first, each with why it differs from the one before (P2)."""
    return [
        Event(
            at=one.made_at,
            title=f"{one.get_outcome_display()}{', after the Panel’s reply' if one.after_advice else ''}",
            who=one.made_by,
            text=one.why_changed,
        )
        for one in reversed(found.decisions)
    ]


def _said(partner: Partner, changes: Sequence[Change]) -> Said:
    return Said(partner, changes[:MOST_SHOWN], max(0, len(changes) - MOST_SHOWN))


def _weighed(content: ReviewContent, one: Option) -> list[object]:
    answers = content.review.answers
    met = next(q for q in content.form.questions_of("review") if q.id == f"criterion_{one.code}")
    grounds = answers.get(f"{met.id}_grounds") or answers.get(f"{met.id}{BECAUSE}") or ""
    return [one.label, _met(content, met), paragraphs(str(grounds), "sq-answer") or Markup("")]


def _met(content: ReviewContent, question: Question) -> Status:
    said = content.review.answers.get(question.id)
    if isinstance(said, str) and said:
        return Status(text=question.label_of(said), tone=MET_TONES.get(said, "open"))
    return NOT_KNOWN if question.id in content.review.unanswered else NOT_SAID


def _words(content: ReviewContent, question: Question) -> str:
    record = content.review
    because = str(record.answers.get(question.id + BECAUSE) or "")
    return in_words(question, record.answers.get(question.id), record.unanswered.get(question.id), because)
