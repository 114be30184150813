"""Which document was shown to whom first, and in which order: what is news is told by that, and never by dates.

A note is made once for each document and visibility and never changed. So a correction is no news, nor a library that was
made anew on another host; a document that a partnership knew is none for the partnership when everybody may see it.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, Min

from second_question.library.access import Access
from second_question.library.entry import OWN
from second_question.library.store import CURRENT, Kept, Store
from second_question_web.library.entering import NOBODY
from second_question_web.library.models import Changes, FirstShown

UPTO = "first shown"
LONGEST = 12


def catch_up(store: Store, now: datetime) -> int:
    """Note what has come into the library since it was last asked; the number of the last note."""
    upto = int(store.state(UPTO) or 0)
    if store.changed() > upto:
        _remember(store, upto, now)
    return FirstShown.objects.aggregate(last=Max("pk"))["last"] or 0


@transaction.atomic
def _remember(store: Store, upto: int, now: datetime) -> None:
    Changes.objects.select_for_update().get_or_create(
        pk=1
    )  # one host after the other: a later note has a greater number
    changed = list(store.every(after=upto))
    notes = [FirstShown(key=one.key, visibility=one.visibility, at=now) for one in changed if _is_shown(one)]
    FirstShown.objects.bulk_create(notes, ignore_conflicts=True)
    last = str(changed[-1].changed)
    transaction.on_commit(lambda: store.set_state(UPTO, last))


def _is_shown(document: Kept) -> bool:
    return document.status == CURRENT and document.visibility not in (OWN, NOBODY) and len(document.key) <= LONGEST


def since(mark: int, access: Access) -> dict[str, int]:
    """The documents that were first shown to somebody with that access after that note, with the number of the note."""
    mine = FirstShown.objects.filter(visibility__in=access.visibilities)
    return dict(mine.values_list("key").annotate(first=Min("pk")).filter(first__gt=mark))
