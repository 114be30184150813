"""What is typed and not yet saved: kept while typing, so that a lost connection loses nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from second_question_web.incidents.models import DraftText, Notification
from second_question_web.trail.actions import Actor, record

LARGEST = 200_000  # characters, over all fields of a page


@transaction.atomic
def keep_draft_text(
    *,
    by: Actor,
    page: str,
    fields: Mapping[str, Sequence[str]],
    version: int,
    now: datetime,
    case: str = "",
    is_saved: Callable[[], bool] = lambda: False,
) -> None:
    """Keeps the fields of a page as one person typed them, with the version of the record that they were typed over.

    `is_saved` is asked when it is this draft's turn to write: whether the same was saved meanwhile, so that nothing is left to
    keep. Whoever presses Save leaves a field with the same click, so that both are sent at once.
    The trail keeps that a draft was begun, not each keystroke.

    Raises:
        ValueError: it is larger than any page of ours.
    """
    if sum(len(value) for values in fields.values() for value in values) > LARGEST:
        raise ValueError("this is longer than a page can hold; save shorter answers, or attach a document")
    if is_saved():
        return
    _, begun = DraftText.objects.update_or_create(
        person=by.trail_key,
        page=page,
        defaults={"fields": fields, "based_on_version": version, "saved_at": now},
    )
    if begun:
        record("draft_text.begin", by=by, subject=("page", page), case=case)


@transaction.atomic
def drop_draft_text(*, by: Actor, page: str, case: str = "") -> None:
    """Throws away what one person typed on a page and did not save."""
    if _of(by, page).delete()[0]:
        record("draft_text.drop", by=by, subject=("page", page), case=case)


def forget_draft_text(by: Actor, page: str) -> None:
    """Part of an action that saves the page: what was typed is now an answer."""
    _of(by, page).delete()


def forget_all(notification: Notification) -> None:
    """Part of an action after which nothing on the notification's pages can be saved any more."""
    DraftText.objects.filter(page__startswith=f"{notification.reference}/").delete()


def page_of(notification: Notification, section: str, place: int = 0) -> str:
    """The name under which the drafts of a section's page are kept."""
    return f"{notification.reference}/{section}/{place}"


def _of(by: Actor, page: str) -> QuerySet[DraftText]:
    return DraftText.objects.filter(person=by.trail_key, page=page)
