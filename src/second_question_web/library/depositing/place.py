"""The place that a deposit comes from, by everything that is known of it."""

from collections.abc import Iterator
from dataclasses import replace

from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.naming import Names, names_of_place
from second_question_web.library.models import Deposit
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import OrganisationKind

EVERYWHERE = frozenset({OrganisationKind.NATIONAL_BODY, OrganisationKind.COURT_SERVICE, OrganisationKind.OTHER})
"""Bodies that work in every area: their names tell none."""


def names_of(deposit: Deposit, facts: Facts) -> Names:
    """The names that tell where a deposit comes from."""
    proposed = deposit.proposed
    authorities = tuple(dict.fromkeys([*facts.authorities, *(proposed.get("authorities") or ())]))
    regions = [*facts.regions, *(proposed.get("regions") or ()), *_region(deposit)]
    return names_of_place([facts.area, proposed.get("area") or "", *_members(deposit)], authorities, regions)


def with_own_place(deposit: Deposit, facts: Facts) -> Facts:
    """The facts with the partnership's authorities and region, where the file tells none or names its own place."""
    if deposit.partnership is None or facts.authorities or facts.nation not in ("", "England"):
        return facts
    if facts.area and not names_of_place(_members(deposit), (), ()).are_in(facts.area):
        return facts
    authorities = [
        member.organisation.name
        for member in partnerships.all_members(deposit.partnership)
        if member.organisation.kind == OrganisationKind.LOCAL_AUTHORITY
    ]
    return replace(
        facts,
        area=facts.area or deposit.partnership.name,
        authorities=tuple(authorities),
        regions=tuple(_region(deposit)),
        nation="England",
    )


def _members(deposit: Deposit) -> Iterator[str]:
    if deposit.partnership is None:
        return
    yield deposit.partnership.name
    for member in partnerships.all_members(deposit.partnership):
        if member.organisation.kind not in EVERYWHERE:
            yield member.organisation.name


def _region(deposit: Deposit) -> list[str]:
    return [deposit.partnership.region.name] if deposit.partnership else []
