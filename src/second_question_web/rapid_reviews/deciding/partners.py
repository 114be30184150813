"""What each safeguarding partner says of the decision that stands, and whether the signature still holds for the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.rapid_reviews.content import Rows, newest_signatures
from second_question_web.rapid_reviews.models import PartnerSignature, RapidReview
from second_question_web.ui.components import Status
from second_question_web.ui.filters import full_date

View = PartnerSignature.View
VIEW_TONES = {View.AGREES: "done", View.AGREES_WITH_RESERVATION: "decision", View.DISAGREES: "late"}


@dataclass(frozen=True)
class Partner:
    """One safeguarding partner. `signature` is its newest under the decision that stands; `holds` while the text is the same."""

    organisation: Organisation
    area: str
    signature: PartnerSignature | None
    holds: bool

    @property
    def has_lapsed(self) -> bool:
        """Whether it signed, and the text changed afterwards (handbook 4, LITE)."""
        return self.signature is not None and not self.holds

    @property
    def disagrees(self) -> bool:
        """Whether it said so of the text as it is."""
        return self.holds and self.signature is not None and self.signature.view == View.DISAGREES

    @property
    def doubted(self) -> str:
        """A reservation or disagreement with a text that was changed since: the Panel reads it all the same."""
        said = self.signature
        if said is None or self.holds or said.view == View.AGREES:
            return ""
        return f"Of the text before, on {full_date(said.signed_at)}: {said.get_view_display().lower()}. {said.words}"

    @property
    def status(self) -> Status:
        """Where the signature stands, in words."""
        if self.signature is None:
            return Status(text="Not signed yet", tone="waiting")
        if not self.holds:
            return Status(
                text=f"Lapsed: signed on {full_date(self.signature.signed_at)}, changed since", tone="attention"
            )
        return Status(text=self.signature.get_view_display(), tone=VIEW_TONES[View(self.signature.view)])


def standing_of(review: RapidReview, rows: Rows, on: date) -> list[Partner]:
    """Every safeguarding partner of every area on that day, each once, those of the lead first. One query."""
    lead = review.notification.partnership_id
    newest = newest_signatures(rows.decisions[-1]) if rows.decisions else {}
    members = partnerships.safeguarding_partners(areas_of(review), on)
    found = dict[int, Partner]()
    for member in sorted(members, key=lambda member: member.partnership_id != lead):
        signed = newest.get(member.organisation_id)
        holds = signed is not None and signed.digest == rows.digest
        found.setdefault(member.organisation_id, Partner(member.organisation, member.partnership.name, signed, holds))
    return list(found.values())


def areas_of(review: RapidReview) -> QuerySet[Partnership]:
    """The lead partnership and those of other areas that take part now."""
    lead, taking_part = review.notification.partnership_id, review.contributing.filter(ended_at=None)
    return partnerships.partnerships().filter(Q(pk=lead) | Q(pk__in=taking_part.values("partnership")))


def still_to_sign(partners: Iterable[Partner]) -> Sequence[Partner]:
    """The partners whose signature is missing or has lapsed."""
    return [partner for partner in partners if not partner.holds]
