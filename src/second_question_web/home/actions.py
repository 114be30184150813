"""Every change to a person's calendar feed and to the e-mails that the person gets."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction

from second_question_web.home.models import AlertChoice, DeadlineFeed
from second_question_web.people.links import digest_of, new_secret
from second_question_web.people.models import Person
from second_question_web.trail.actions import record

NOTED_EVERY = timedelta(hours=1)


@transaction.atomic
def make_feed(*, by: Person, now: datetime) -> str:
    """Gives the person a new secret address for the calendar and returns the secret; an earlier one stops working."""
    Person.objects.select_for_update().get(pk=by.pk)  # two presses of the button at once: one after the other
    ended = DeadlineFeed.objects.filter(person=by, revoked_at__isnull=True).update(revoked_at=now)
    secret = new_secret()
    feed = DeadlineFeed.objects.create(person=by, secret_digest=digest_of(secret), made_at=now)
    record("calendar.make", by=by, subject=_subject(feed), before={"feeds": ended}, after={"feeds": 1}, at=now)
    return secret


@transaction.atomic
def revoke_feed(*, by: Person, now: datetime) -> None:
    """Makes the person's calendar address stop working; without one, nothing happens."""
    feed = DeadlineFeed.objects.select_for_update().filter(person=by, revoked_at__isnull=True).first()
    if feed is None:
        return
    feed.revoked_at = now
    feed.save(update_fields=["revoked_at"])
    record("calendar.revoke", by=by, subject=_subject(feed), before={"feeds": 1}, after={"feeds": 0}, at=now)


@transaction.atomic
def note_feed_read(*, feed: DeadlineFeed, caller: str, now: datetime) -> None:
    """Keeps that a calendar program read the feed: one row an hour for each feed and calling address.

    Programs look every few minutes; a row for each look would bury the rest of the trail. A secret that was stolen shows
    all the same, because a new address is a new row.
    """
    if cache.add(_noted("read", feed, caller), 1, NOTED_EVERY.total_seconds()):
        DeadlineFeed.objects.filter(pk=feed.pk).update(last_read_at=now)
        record("calendar.read", by=feed.person, subject=_subject(feed), at=now)


def is_new_refusal(feed: DeadlineFeed, caller: str) -> bool:
    """Whether this refused look at a feed that has ended is the first of its hour, and goes into the trail."""
    return cache.add(_noted("refused", feed, caller), 1, NOTED_EVERY.total_seconds())


@transaction.atomic
def choose_alerts(*, by: Person, wanted: bool, now: datetime) -> None:
    """Turns the e-mails about clocks on or off for the person."""
    before = AlertChoice.objects.filter(person=by).values_list("wanted", flat=True).first()
    AlertChoice.objects.update_or_create(person=by, defaults={"wanted": wanted, "chosen_at": now})
    record(
        "alert.choose",
        by=by,
        subject=("person", str(by.pk)),
        before={"wanted": before is not False},
        after={"wanted": wanted},
        at=now,
    )


def _subject(feed: DeadlineFeed) -> tuple[str, str]:
    return ("calendar feed", str(feed.pk))


def _noted(what: str, feed: DeadlineFeed, caller: str) -> str:
    return f"calendar-{what}:{feed.pk}:{digest_of(caller)[:16]}"
