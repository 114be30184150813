"""From what was deposited into the store of this host. The store notes up to which change it has it, and catches up when it is
asked, so that any number of hosts give the same answer, and one restored from an older backup too.

Each deposit is entered by itself: one that cannot be is hidden, noted and tried again; the others come in.
"""

import json
import logging
from collections.abc import Iterable

from django.db.models import Max, Q

from second_question.library.store import Store
from second_question_web.library.entering import PLACE, enter, hide
from second_question_web.library.models import Deposit

UPTO, FAILED = "deposits", "deposits that failed"
_log = logging.getLogger(__name__)


def catch_up(store: Store) -> None:
    """Bring into the store what changed among the deposits since it was last asked."""
    last = Deposit.objects.aggregate(last=Max("change"))["last"] or 0
    upto = _upto(store)
    if last == upto:
        return
    if last < upto:
        _begin_again(store)
    for deposit in _wanted(store):
        _enter(store, deposit)


def _wanted(store: Store) -> Iterable[Deposit]:
    changed = Q(change__gt=_upto(store)) | Q(key__in=_failed(store))
    found = Deposit.objects.filter(changed).select_related("text", "replaces").prefetch_related("replaced_by")
    return found.order_by("change")


def _enter(store: Store, deposit: Deposit) -> None:
    """Unless another process was quicker."""
    try:
        with store.writing():
            if deposit.change > _upto(store) or deposit.key in _failed(store):
                enter(store, deposit)
                _note(store, deposit, failed=False)
    except Exception:  # noqa: BLE001  whatever it was, the others must come in
        _log.exception("Document %s could not be brought into the library", deposit.key)
        with store.writing():
            hide(store, deposit.key)
            _note(store, deposit, failed=True)


def _note(store: Store, deposit: Deposit, *, failed: bool) -> None:
    left = _failed(store) - {deposit.key} | ({deposit.key} if failed else set())
    store.set_state(FAILED, json.dumps(sorted(left)))
    store.set_state(UPTO, str(max(deposit.change, _upto(store))))


def _begin_again(store: Store) -> None:
    """The database was restored from an older backup: what it does not know nobody sees, all else is entered anew."""
    known = set(Deposit.objects.exclude(change=0).values_list("key", flat=True))
    with store.writing():
        for _, place in store.all_places():
            if place.startswith(PLACE) and (key := place.removeprefix(PLACE)) not in known:
                hide(store, key)
        store.set_state(UPTO, "0")


def _upto(store: Store) -> int:
    return int(store.state(UPTO) or 0)


def _failed(store: Store) -> set[str]:
    return set(json.loads(store.state(FAILED) or "[]"))
