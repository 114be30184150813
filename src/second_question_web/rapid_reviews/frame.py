"""What every page of a rapid review has around it: where it belongs, its parts, and how many working days are left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.queries import ReviewClock


@dataclass(frozen=True)
class Place:
    """One part of a review: its name, its address by name, and what a person must be able to do to see it."""

    text: str
    name: str
    offered: str = "may_draft"


PLACES: tuple[Place, ...] = (
    Place("Overview", "rapid_review", ""),
    Place("Agencies", "review_agencies"),
    Place("Meetings", "review_meetings"),
    Place("Pathways", "review_pathway"),
    Place("Second question", "review_prompts"),
    Place("Appraisal", "review_appraisal"),
    Place("Learned before?", "review_learned_before"),
    Place("Decision", "review_decision"),
    Place("Versions", "review_versions", ""),
    Place("The Panel", "review_panel_answer", ""),
    Place("History", "review_history"),
    Place("Other areas", "review_areas"),
    Place("Import", "review_import", "may_write"),
)
"""In the order in which a review is worked through. `offered` is one of `queries.OFFERED`; empty for everybody."""


@dataclass(frozen=True)
class Frame:
    """The frame of one page for one person."""

    review: RapidReview
    clock: ReviewClock
    active: str

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @property
    def area(self) -> str:
        """Whose review it is."""
        return str(self.review.notification.partnership or self.review.notification.local_authority or "")

    @property
    def places(self) -> Sequence[dict[str, object]]:
        """The parts that the person may open, the one that is open marked."""
        return [
            {"text": p.text, "href": reverse(p.name, args=[self.reference]), "active": p.name == self.active}
            for p in PLACES
            if not p.offered or getattr(self.review, p.offered, False)
        ]

    @property
    def breadcrumbs(self) -> list[dict[str, str]]:
        """From the list of reviews over the case to this review."""
        every = {"text": "Rapid reviews", "href": reverse("rapid_reviews")}
        case = {"text": self.reference}
        if getattr(self.review, "may_open_notification", False):
            case["href"] = reverse("notification", args=[self.reference])
        return [every, case, {"text": "Rapid review", "href": reverse("rapid_review", args=[self.reference])}]


def frame(review: RapidReview, active: str, today: date) -> Frame:
    """The frame of a page; the review was fetched by `queries.review`."""
    return Frame(review, queries.clock_of(review, today), active)
