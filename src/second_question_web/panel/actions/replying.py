"""The Panel writes a reply to the newest version of a rapid review, and sends it (P1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST
from second_question.rules.panel_advice import Advice
from second_question_web.incidents.actions.drafts import forget_draft_text
from second_question_web.panel.errors import WrittenMeanwhile
from second_question_web.panel.models import Reply
from second_question_web.panel.pages import reply_page
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.actions.replying import record_reply, refuse_unless_with_the_panel
from second_question_web.rapid_reviews.deciding.queries import versions_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.rapid_reviews.scope import taken
from second_question_web.trail.actions import record


@dataclass(frozen=True)
class ReplyText:
    """What a reply says; empty where it says nothing yet. `quality` are ids of the checklist for rapid reviews."""

    advice: str = ""
    words: str = ""
    quality: Sequence[str] = ()
    quality_words: str = ""
    signed_name: str = ""
    signed_title: str = ""


@transaction.atomic
def write_reply(*, review: RapidReview, by: Person, text: ReplyText, row_version: int, now: datetime) -> Reply:
    """Keeps a draft of the reply to the newest version; several people can work on the one draft.

    Args:
        row_version: of the draft, when the page was opened; 0 when there was none.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is not with the Panel.
        WrittenMeanwhile: somebody else changed the draft since.
    """
    locked = taken(by, Permission.PANEL_REPLY, review)
    refuse_unless_with_the_panel(locked)
    version, reference = _newest(locked), locked.notification.reference
    draft = _draft(locked) or Reply(version=version, number=_next_number(locked), row_version=0)
    changed = _written(draft, version, text, row_version)
    forget_draft_text(by, reply_page(reference))
    if not changed:
        return draft
    draft.row_version += 1
    draft.written_by, draft.written_at = by.trail_name, now
    draft.save()
    after = {"reply": draft.number, "to_version": version.number, "row_version": draft.row_version}
    record(
        "panel.write_reply", by=by, subject=("rapid_review", reference), case=reference, before={}, after=after, at=now
    )
    return draft


@transaction.atomic
def send_reply(*, review: RapidReview, by: Person, row_version: int, now: datetime) -> Reply:
    """Sends the draft as it was read: from here on it is never edited, and the partners can answer it.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is not with the Panel, there is no draft, or a newer version came meanwhile.
        Refusal: something is missing from the reply.
        WrittenMeanwhile: somebody changed the draft since it was read.
    """
    locked = record_reply(review, by)
    draft = _draft(locked)
    if draft is None:
        raise NotNow("There is no reply to send: somebody sent it already, or none was written yet.")
    if draft.version != _newest(locked):
        raise NotNow(
            "A newer version of the review came after this reply was written. Read it, and save the reply again."
        )
    if draft.row_version != row_version:
        raise WrittenMeanwhile(draft)
    refuse_incomplete(draft)
    draft.sent_at, draft.sent_on, draft.sent_by = now, localdate(now), by.trail_name
    draft.row_version += 1
    draft.save(update_fields=["sent_at", "sent_on", "sent_by", "row_version"])
    after = {"reply": draft.number, "to_version": draft.version.number, "advice": draft.advice, "state": locked.state}
    reference = locked.notification.reference
    record("panel.reply", by=by, subject=("rapid_review", reference), case=reference, before={}, after=after, at=now)
    return draft


def refuse_incomplete(draft: Reply) -> None:
    """Refuses a reply without advice, words or a name under it; points on quality may be left out.

    Raises:
        Refusal: what is missing, by field.
    """
    missing = {
        "advice": "Choose what the Panel says of the decision.",
        "words": "Say in words what the Panel thinks of the decision.",
        "signed_name": "Say who signs the letter.",
        "signed_title": "Say in which post that person signs.",
    }
    for field, message in missing.items():
        if not str(getattr(draft, field)).strip():
            raise Refusal(message, field)


def _newest(review: RapidReview) -> Version:
    versions = versions_of(review)
    if not versions:
        raise NotNow("This review was sent to the Panel outside this system, so there is no version here to reply to.")
    return versions[0]


def _draft(review: RapidReview) -> Reply | None:
    drafts = Reply.objects.select_for_update(of=("self",)).select_related("version")
    return drafts.filter(version__review=review, sent_at=None).first()


def _next_number(review: RapidReview) -> int:
    last: int | None = Reply.objects.filter(version__review=review).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _written(draft: Reply, version: Version, text: ReplyText, row_version: int) -> bool:
    """Puts the text into the draft unless somebody else wrote there since; whether anything is different now."""
    wanted = {**vars(text), "quality": [item.id for item in RAPID_REVIEW_CHECKLIST.chosen(text.quality)]}
    wanted |= {"advice": text.advice if text.advice in set(Advice) else "", "version": version}
    if draft.row_version and all(getattr(draft, name) == value for name, value in wanted.items()):
        return False
    if draft.row_version != row_version:
        raise WrittenMeanwhile(draft)
    for name, value in wanted.items():
        setattr(draft, name, value)
    return True
