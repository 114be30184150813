"""The safeguarding partners of a referral: who they are, what each thinks now, and who may say so."""

from collections.abc import Iterable, Sequence
from datetime import date

from second_question_web.incidents.models import PartnerView, Referral
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.access import may_manage
from second_question_web.partnerships.models import MemberPart, Organisation, OrganisationKind
from second_question_web.people.models import Person

KINDS = {
    OrganisationKind.LOCAL_AUTHORITY: "the local authority",
    OrganisationKind.POLICE: "the police",
    OrganisationKind.CARE_BOARD: "the integrated care board",
}
"""The three safeguarding partners by law, in words. One view of each kind is asked for, also where there are several."""


def safeguarding_partners(referral: Referral, on: date) -> list[Organisation]:
    """The safeguarding partners of that day: local authorities first, then police, then boards."""
    members = partnerships.members(referral.partnership, on, MemberPart.SAFEGUARDING_PARTNER)
    order = list(KINDS)
    found = [member.organisation for member in members if member.organisation.kind in order]
    return sorted(found, key=lambda one: (order.index(OrganisationKind(one.kind)), one.name))


def speaks_for(person: Person, referral: Referral, partners: Sequence[Organisation]) -> list[Organisation]:
    """The partners for whom this person records a view: a manager for all, anybody else for the own organisation."""
    if may_manage(person, referral.partnership):
        return list(partners)
    return [partner for partner in partners if partner.pk == person.organisation_id]


def latest_views(views: Iterable[PartnerView]) -> list[PartnerView]:
    """The last view of each partner; the views are given in the order of time."""
    return list({view.organisation_id: view for view in views}.values())


def kinds_without_view(views: Iterable[PartnerView]) -> list[str]:
    """The kinds of partner that have said nothing yet, in words."""
    spoken = {view.organisation.kind for view in views}
    return [words for kind, words in KINDS.items() if kind not in spoken]
