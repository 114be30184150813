"""The partnership answers the Panel: it stands by its decision, or thinks again (P2)."""

from datetime import datetime

from django.db import transaction

from second_question_web.incidents.actions.drafts import forget_draft_text
from second_question_web.panel.models import PartnershipAnswer, Reply
from second_question_web.panel.pages import answer_page
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.actions.replying import record_answer
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import record


@transaction.atomic
def answer_reply(
    *, review: RapidReview, by: Person, reply: int, reconsiders: bool, words: str, now: datetime
) -> PartnershipAnswer:
    """Answers the reply of that number, which must be the newest. Standing by the decision puts the review before the Panel
    again; thinking again opens it for writing, and the decision that follows says why it changed.

    Raises:
        PermissionDenied: not for this person.
        NotNow: there is no reply to answer, it was answered already, or a newer one came meanwhile.
        Refusal: no words were written.
    """
    if not words.strip():
        raise Refusal("Write what the Panel is to know.", "words")
    locked = record_answer(review, by, reconsiders=reconsiders)
    made = PartnershipAnswer(reply=_newest_reply(locked, reply), reconsiders=reconsiders, words=words.strip())
    made.made_at, made.made_by = now, by.trail_name
    made.save()
    reference = locked.notification.reference
    forget_draft_text(by, answer_page(reference, reply))
    after = {"reply": reply, "reconsiders": reconsiders, "state": locked.state}
    record("panel.answer", by=by, subject=("rapid_review", reference), case=reference, before={}, after=after, at=now)
    return made


def _newest_reply(review: RapidReview, number: int) -> Reply:
    sent = Reply.objects.filter(version__review=review, sent_at__isnull=False)
    newest = sent.select_related("answer").order_by("-number").first()
    if newest is None or newest.number != number:
        raise NotNow(
            "The Panel has sent another reply since you opened the page. Read it first; what you wrote is kept."
        )
    if hasattr(newest, "answer"):
        raise NotNow("This reply was answered already. The answer stands beside it.")
    return newest
