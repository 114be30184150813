"""From what was deposited into the store of this host. The store notes up to which change it has it, and catches up when it is
asked, so that any number of hosts give the same answer.
"""

from collections.abc import Iterable

from django.db.models import Max

from second_question.library.store import Store
from second_question_web.library.entering import enter
from second_question_web.library.models import Deposit

UPTO = "deposits"


def catch_up(store: Store) -> None:
    """Bring into the store what changed among the deposits since it was last asked."""
    last = Deposit.objects.aggregate(last=Max("change"))["last"] or 0
    if last <= _upto(store):
        return
    with store.writing():
        for deposit in _changed(_upto(store)):  # asked again: another process may have been quicker
            enter(store, deposit)
            store.set_state(UPTO, str(deposit.change))


def _changed(since: int) -> Iterable[Deposit]:
    return Deposit.objects.filter(change__gt=since).select_related("text").order_by("change")


def _upto(store: Store) -> int:
    return int(store.state(UPTO) or 0)
