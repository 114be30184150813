"""Keeping a search, hearing of it, ending that. What is searched for and its name may name a child: neither is in the trail."""

from datetime import datetime

from django.db import transaction

from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def save(*, by: Person, name: str, asked: str, rhythm: str, upto: int, now: datetime) -> SavedSearch:
    """Keep a search. What is there already, up to that note of what was first shown, is no news."""
    made = SavedSearch.objects.create(
        person=by, name=name, asked=asked, rhythm=rhythm, told_upto=upto, seen_upto=upto, created_at=now
    )
    record("saved_search.save", by=by, subject=_subject(made), after={"rhythm": rhythm}, at=now)
    return made


@transaction.atomic
def change(*, by: Person, search: SavedSearch, name: str, rhythm: str, upto: int, now: datetime) -> None:
    """Give it another name, or say how often to write. Who begins to be written to hears of what comes from now on."""
    before = search.rhythm
    if before == SavedSearch.Rhythm.NEVER != rhythm:
        search.told_upto = upto
    search.name, search.rhythm = name, rhythm
    search.save(update_fields=["name", "rhythm", "told_upto"])
    record(
        "saved_search.change",
        by=by,
        subject=_subject(search),
        before={"rhythm": before},
        after={"rhythm": rhythm},
        at=now,
    )


@transaction.atomic
def remove(*, by: Person, search: SavedSearch, now: datetime) -> None:
    """Keep it no more."""
    subject, before = _subject(search), {"rhythm": search.rhythm}
    search.delete()
    record("saved_search.remove", by=by, subject=subject, before=before, at=now)


@transaction.atomic
def note_seen(*, by: Person, search: SavedSearch, upto: int, now: datetime) -> None:
    """Nothing up to that note is new any more."""
    SavedSearch.objects.filter(pk=search.pk).update(seen_upto=upto)
    record("saved_search.see", by=by, subject=_subject(search), at=now)


@transaction.atomic
def stop_writing(*, by: Person, now: datetime) -> None:
    """End every e-mail about saved searches; with none to end, nothing happens."""
    never = SavedSearch.Rhythm.NEVER
    stopped = SavedSearch.objects.filter(person=by).exclude(rhythm=never).update(rhythm=never)
    if stopped:
        subject = ("person", str(by.pk))
        record("saved_search.stop", by=by, subject=subject, before={"searches": stopped}, after={"searches": 0}, at=now)


def _subject(search: SavedSearch) -> tuple[str, str]:
    return ("saved search", str(search.pk))
