"""Demo referrals: one that waits, one being screened, a near miss, one that was not notified. Pure data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DemoReferral:
    """A referral by an agency, so many days ago, and what the partners made of it."""

    place: str
    by: str
    days_ago: int
    answers: Mapping[str, object]
    incident_before: int = 1
    views: tuple[tuple[str, str, str], ...] = ()  # first name of the partner, view, reason
    decision: str = ""
    reason: str = ""


REFERRALS = (
    DemoReferral(
        "wessenmere",
        "Leila",
        1,
        {
            "nature": "serious_harm",
            "what_happened": (
                "A toddler was admitted with burns to both feet in a clear line. The account given is of a bath that was too "
                "hot; the pattern worries the burns team."
            ),
            "why_serious": "Skin grafts are likely. Two earlier attendances for injuries at another hospital.",
            "children": "Bryn Calloway, about two and a half",
            "safe_now": "yes",
        },
    ),
    DemoReferral(
        "wessenmere",
        "Colm",
        2,
        {
            "nature": "serious_harm",
            "what_happened": "A pupil took an overdose at home the day after a fixed-term exclusion. She is in hospital.",
            "why_serious": "Intensive care for one night. She had told a form tutor that home was not safe.",
            "children": "Merryn Tallis, 14",
            "safe_now": "no",
            "safe_now_words": "She is in hospital. Her brother is at home; social care has been rung.",
        },
        views=(("Dana", "notify", "Serious harm, and what she told the tutor was not passed on."),),
    ),
    DemoReferral(
        "wessenmere",
        "Colm",
        120,
        {
            "nature": "serious_harm",
            "what_happened": (
                "A boy of 12 was taken from a car by police an hour before he was to be driven to another county with a parcel."
            ),
            "why_serious": "He had been missing for two days; nobody had joined that with three absences in September.",
            "children": "Ash Corrin, 12",
            "safe_now": "yes",
        },
        views=(
            ("Dana", "near_miss", "No serious harm, but the same gaps as in two notified cases."),
            ("Sam", "near_miss", "Agreed. The missing-person process is what we should look at."),
            ("Joan", "near_miss", "Agreed."),
        ),
        decision="near_miss",
        reason="Not serious harm. Kept for its learning: how absences and missing episodes are joined up.",
    ),
    DemoReferral(
        "wessenmere",
        "Leila",
        260,
        {
            "nature": "serious_harm",
            "what_happened": "A girl of nine broke her leg falling from playground equipment. Triage raised a query.",
            "why_serious": "The delay in coming to hospital.",
            "children": "Posy Vellacott, 9",
            "safe_now": "yes",
        },
        views=(
            ("Dana", "not_notifiable", "An accident seen by several adults; the delay was the ambulance's."),
            ("Sam", "not_notifiable", "Agreed."),
            ("Joan", "not_notifiable", "Agreed; the trust has been told."),
        ),
        decision="not_notifiable",
        reason="An accident; abuse or neglect is neither known nor suspected.",
    ),
)
