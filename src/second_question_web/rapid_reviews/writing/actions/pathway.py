"""What an episode tells becomes a moment of the pathway, or an agency's episode part of the analysis (W1, R3)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.answering.held import values_of
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import GIVEN_BACK, form_of, own_records
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from second_question_web.rapid_reviews.writing.pathway import COPIED, EPISODES
from second_question_web.trail.actions import record


@transaction.atomic
def moment_from_episode(*, by: Person, review: RapidReview, episode: int, now: datetime) -> ReviewRecord:
    """Makes a moment of the key practice episode with that primary key: its title, day, what, why, and why again.

    Doing it twice makes one moment.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text can no longer be changed.
        Refusal: there is no such episode any more.
    """
    return _copied("moment", EPISODES, "pathway.make_moment", by, review, episode, now)


@transaction.atomic
def episode_from_agency(*, by: Person, review: RapidReview, episode: int, now: datetime) -> ReviewRecord:
    """Takes the episode that an agency told into the analysis, so that it can be looked at together. Twice makes one.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text can no longer be changed.
        Refusal: there is no such episode any more.
    """
    return _copied("episode", ("agency_episode",), "analysis.take_episode", by, review, episode, now)


def _copied(
    kind: str, sources: Sequence[str], action: str, by: Person, review: RapidReview, episode: int, now: datetime
) -> ReviewRecord:
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    source = _source(locked, sources, episode)
    form = form_of(locked)
    told = values_of(source, [q for q in form.questions_of(source.kind) if q.id in COPIED])
    same = [r for r in own_records(locked, kind) if _tells(r, told)]
    if same:
        return same[0]
    made = new_record(locked, kind, by=by, now=now)
    keep(made, wanted_from(form, kind, told), by=by, now=now)
    advance(locked, "draft")
    reference = locked.notification.reference
    record(action, by=by, subject=("rapid_review", reference), case=reference, after={kind: made.place}, at=now)
    return made


def _source(review: RapidReview, kinds: Sequence[str], key: int) -> ReviewRecord:
    found = ReviewRecord.objects.filter(review=review, pk=key, kind__in=kinds, removed_at=None)
    source = found.select_related("request").first()
    if source is None or (source.request is not None and source.request.state not in GIVEN_BACK):
        raise Refusal("This episode is no longer there. The page shows what there is now.")
    return source


def _tells(there: ReviewRecord, told: dict[str, object]) -> bool:
    """Whether a record tells the same already, whatever was added to its whys since."""
    said = there.all_answers()
    return all(str(said.get(name, "")) == str(told.get(name, "")) for name in ("title", "on", "what_happened"))
