"""A deposit becomes an entry of the store: what the person decided, with the passages and recommendations of its text."""

from typing import Any

from second_question.library.entry import PUBLIC, Entry, KeptPassage, KeptRecommendation
from second_question.library.store import Store
from second_question_web.library.access import PANEL, of_partnership
from second_question_web.library.models import Deposit

NOBODY = "withdrawn"
"""The visibility of what was taken out of the library: no grant reaches it."""


def enter(store: Store, deposit: Deposit) -> None:
    """Bring one deposit into the store as it is now. To be called inside `store.writing()`."""
    visibility, text_visibility = visibilities(deposit)
    kept = store.by_key(deposit.key)
    if kept:
        store.set_visibility(kept.id, visibility, text_visibility)
    elif deposit.state == Deposit.State.ENTERED:
        store.put(entry_from(deposit), visibility=visibility, text_visibility=text_visibility)


def visibilities(deposit: Deposit) -> tuple[str, str]:
    """Who may see the record, and who its text."""
    if deposit.state != Deposit.State.ENTERED:
        return NOBODY, NOBODY
    owner = of_partnership(deposit.partnership_id) if deposit.partnership_id else PANEL
    record = PUBLIC if deposit.audience == Deposit.Audience.EVERYBODY else owner
    return record, owner if deposit.text_withheld else record


def entry_from(deposit: Deposit) -> Entry:
    """What the library keeps of a deposit. Where its area is withheld, nothing that tells the area is kept."""
    read = deposit.text.entry
    named = not deposit.area_withheld
    return Entry(
        key=deposit.key,
        digest=read["digest"],
        name=deposit.title,
        text=read["text"],
        title=deposit.title,
        kind=deposit.kind,
        area=deposit.area or None if named else None,
        authorities=tuple(deposit.authorities) if named else (),
        regions=tuple(deposit.regions) if named else (),
        nation=deposit.nation or None,
        published=deposit.published or None,
        ages=tuple(deposit.ages),
        address=deposit.address if named else "",
        is_record=deposit.file_id is None,
        pages=read["pages"],
        facts={"authors": deposit.authors, "pseudonym": deposit.pseudonym},
        passages=tuple(KeptPassage(**_tuples(one)) for one in read["passages"]),
        recommendations=tuple(KeptRecommendation(**one) for one in read["recommendations"]),
        sketch=tuple(read["sketch"]),
    )


def _tuples(passage: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in passage.items()}
