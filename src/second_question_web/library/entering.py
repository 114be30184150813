"""A deposit becomes an entry of the store: what the person decided, with the passages and recommendations of its text."""

import hashlib
from typing import Any

from second_question.library.entry import PUBLIC, Entry, KeptPassage, KeptRecommendation
from second_question.library.sketch import sketch_of
from second_question.library.store import COPY, CURRENT, EARLIER, Kept, Store
from second_question_web.library.access import PANEL, of_partnership
from second_question_web.library.models import Deposit

NOBODY = "withdrawn"
"""The visibility of what was taken out of the library: no grant reaches it."""
PLACE = "deposit "
"""Before the key: from where a document of the store was added that was deposited."""


def enter(store: Store, deposit: Deposit) -> None:
    """Bring one deposit into the store as it is now. To be called inside `store.writing()`."""
    kept = store.by_key(deposit.key)
    if deposit.state == Deposit.State.ENTERED:
        document = _put(store, deposit, kept)
    elif kept:
        document = kept.id
    else:
        return
    store.set_visibility(document, *visibilities(deposit))
    _settle_versions(store, deposit)
    _settle_copies(store, deposit)


def hide(store: Store, key: str) -> None:
    """Let nobody see a document of that name. To be called inside `store.writing()`."""
    kept = store.by_key(key)
    if kept:
        store.set_visibility(kept.id, NOBODY, NOBODY)


def visibilities(deposit: Deposit) -> tuple[str, str]:
    """Who may see the record, and who its text."""
    if deposit.state != Deposit.State.ENTERED:
        return NOBODY, NOBODY
    owner = of_partnership(deposit.partnership_id) if deposit.partnership_id else PANEL
    record = PUBLIC if deposit.audience == Deposit.Audience.EVERYBODY else owner
    return record, owner if deposit.text_withheld else record


def entry_from(deposit: Deposit) -> Entry:
    """What the library keeps of a deposit. Where its area is withheld, nothing that tells the area is kept."""
    named = not deposit.area_withheld
    return Entry(
        key=deposit.key,
        name=deposit.title,
        title=deposit.title,
        kind=deposit.kind,
        area=deposit.area or None if named else None,
        authorities=tuple(deposit.authorities) if named else (),
        regions=tuple(deposit.regions) if named else (),
        nation=deposit.nation or None,
        published=deposit.published or None,
        ages=tuple(deposit.ages),
        address=deposit.address if named else "",
        facts={"authors": deposit.authors, "pseudonym": deposit.pseudonym, "summary": deposit.summary},
        **(_as_read(deposit.text.entry) if deposit.file_id else _as_told(deposit)),
    )


def _as_read(read: dict[str, Any]) -> dict[str, Any]:
    return {
        "digest": read["digest"],
        "text": read["text"],
        "pages": read["pages"],
        "passages": tuple(KeptPassage(**_tuples(one)) for one in read["passages"]),
        "recommendations": tuple(KeptRecommendation(**one) for one in read["recommendations"]),
        "sketch": tuple(read["sketch"]),
    }


def _as_told(deposit: Deposit) -> dict[str, Any]:
    """A record has its summary for a text, with what else is told of it."""
    text = "\n".join(filter(None, (deposit.summary, deposit.pseudonym, deposit.authors))) or deposit.title
    digest = hashlib.sha256(f"{deposit.key}\n{text}".encode()).hexdigest()
    return {"digest": digest, "text": text, "is_record": True, "sketch": sketch_of(text)}


def _tuples(passage: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in passage.items()}


def _put(store: Store, deposit: Deposit, kept: Kept | None) -> int:
    entry = entry_from(deposit)
    if kept:
        store.replace(kept.id, entry)
        document = kept.id
    else:
        visibility, text_visibility = visibilities(deposit)
        document = store.put(entry, visibility=visibility, text_visibility=text_visibility)
    store.found_at(PLACE + deposit.key, entry.digest, document)
    return document


def _settle_versions(store: Store, deposit: Deposit) -> None:
    """The version before gives way to a new one, as far as all who could see it may see the new one."""
    for one in (deposit, deposit.replaces):
        kept = store.by_key(one.key) if one else None
        if one is None or kept is None:
            continue
        newer = next((version for version in one.replaced_by.all() if _takes_the_place(version, one)), None)
        later = store.by_key(newer.key) if newer else None
        if later and (kept.status, kept.of) != (EARLIER, later.id):
            store.set_status(kept.id, EARLIER, later.id)
        elif not later and kept.status == EARLIER:
            store.set_status(kept.id, CURRENT, None)


def _takes_the_place(version: Deposit, before: Deposit) -> bool:
    """A version that names its area does not lead to one that does not, or the other way round."""
    if version.state != Deposit.State.ENTERED or version.area_withheld != before.area_withheld:
        return False
    return visibilities(version)[0] in (PUBLIC, visibilities(before)[0])


def _settle_copies(store: Store, deposit: Deposit) -> None:
    """The same file added on the command line gives way to what was deposited with facts that a person checked."""
    kept = store.by_key(deposit.key)
    if kept is None or kept.is_record:
        return
    gives_way = deposit.state == Deposit.State.ENTERED and not deposit.area_withheld
    for other in list(store.kept_where("digest = ? and id <> ?", (kept.digest, kept.id))):
        if _was_deposited(store, other):
            continue
        covered = (kept.visibility, kept.text_visibility) == (PUBLIC, PUBLIC) or other.visibility != PUBLIC
        if gives_way and covered and other.status == CURRENT:
            store.set_status(other.id, COPY, kept.id)
        elif not (gives_way and covered) and (other.status, other.of) == (COPY, kept.id):
            store.set_status(other.id, CURRENT, None)


def _was_deposited(store: Store, other: Kept) -> bool:
    return store.at_place(PLACE + other.key) is not None
