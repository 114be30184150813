"""Which questions of the template answer which items of the checklist for a finished rapid review. Pure data.

What the template asks for is known from its answers; nobody need guess it from the text. What only prose can show is read
in the questions in which it may be written.
"""

from dataclasses import dataclass

from second_question.rules.questions import Kind
from second_question.rules.template import codes
from second_question.rules.template.context import CONTEXT
from second_question.rules.template.parts import RAPID_REVIEW_2021


@dataclass(frozen=True)
class Condition:
    """A question of the same record that has one of these answers; without any, one that has an answer at all.

    Answers are codes; "yes" and "no" for a yes-or-no question.
    """

    question: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Needed:
    """What must be answered about each record of a kind. Of the questions in one entry of `all_of`, one is enough.

    Only records on which one of the conditions in `when` holds are asked, and none on which `unless` holds.
    """

    kind: str
    all_of: tuple[tuple[str, ...], ...]
    when: tuple[Condition, ...] = ()
    unless: Condition | None = None


@dataclass(frozen=True)
class Known:
    """An item that answers settle: yes when all that is needed is answered, partly when something of it is, else no.

    `in_part` are answers which show that the matter was touched, when nothing of what is needed is answered.
    """

    needed: tuple[Needed, ...]
    in_part: tuple[Needed, ...] = ()


def _each(*questions: str) -> tuple[tuple[str, ...], ...]:
    return tuple((question,) for question in questions)


_CRITERIA = tuple(f"criterion_{criterion.code}" for criterion in codes.CRITERIA)
_DIED = Condition("date_of_death")
_REVIEW_FOLLOWS = Condition("outcome", codes.REVIEW_FOLLOWS)
_PARENTS_AND_HOUSEHOLD = (
    Condition("relationship", ("mother", "father", "step_parent", "adoptive_parent", "partner_of_parent")),
    Condition("in_household", ("yes",)),
)

KNOWN: dict[str, Known] = {
    "RR01": Known(
        (Needed("agency", _each("organisation"), when=(Condition("involvement", ("involved", "no_involvement")),)),),
        in_part=(Needed("agency", _each("organisation")),),
    ),
    "RR02": Known((Needed("participant", _each("name", "job_title", "organisation")),)),
    "RR03": Known(
        (
            Needed(
                "child",
                (
                    ("full_name", "known_as"),
                    *_each("date_of_birth", "address", "legal_status"),
                    ("education_status", "setting"),
                ),
            ),
        )
    ),
    "RR04": Known((Needed("child", _each("ethnicity")),)),
    "RR05": Known(
        (Needed("family_member", _each("ethnicity"), when=_PARENTS_AND_HOUSEHOLD),),
        in_part=(Needed("family_member", _each("ethnicity")),),
    ),
    "RR06": Known((Needed("family_member", _each("full_name", "relationship")),)),
    "RR07": Known(
        (
            Needed("child", _each("safe_now", "safety_arrangements"), unless=_DIED),
            Needed("child", _each("safety_arrangements"), when=(_DIED,)),
        ),
        in_part=(Needed("immediate_action", _each("what")),),
    ),
    "RR15": Known((Needed("review", _each("outcome", "decided_on", "who_decided", *_CRITERIA)),)),
    "RR16": Known((Needed("review", _each(*(f"{criterion}_grounds" for criterion in _CRITERIA), "rationale")),)),
    "RR18": Known(
        (Needed("review", _each("immediate_learning")),),
        in_part=(
            Needed("agency_summary", (("learning", "actions_taken"),)),
            Needed("review", _each("actions_already_taken")),
        ),
    ),
    "RR19": Known((Needed("review", _each("how_spread", "spread_to_whom")),)),
    "RR20": Known(
        (
            Needed("review", (("key_questions",), ("further_learning", "added_value")), when=(_REVIEW_FOLLOWS,)),
            Needed("review", _each("further_learning"), unless=_REVIEW_FOLLOWS),
        )
    ),
    "RR21": Known(
        (
            Needed("review", _each("learned_before")),
            Needed(
                "review",
                _each("learned_before_words"),
                when=(Condition("learned_before", ("yes_here", "yes_elsewhere")),),
            ),
        ),
        in_part=(Needed("review", _each("check_of_learning")),),
    ),
}
"""By the id of the item. Sources as for the items and the questions."""

HALF_ANSWERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("child", "safe_now"): ("no",),
    ("review", "learned_before"): ("no",),
}
"""Answers that touch the matter and do not settle it: a child who is not safe, and earlier learning that was not found,
without a word on where it was looked for."""

FEWEST_WORDS = 4
"""Of an answer in paragraphs that tells something; a shorter one only touches the matter."""

NO_ANSWERS = frozenset(
    (
        *("n/a", "na", "nil", "none", "no", "nothing", "unknown", "unclear", "tbc", "tba", "ditto"),
        *("not known", "not yet known", "not applicable", "not recorded", "not stated", "not given", "not asked"),
        *("not disclosed", "not provided", "not available", "not answered", "not yet", "none known", "none recorded"),
        *("nothing known", "no information", "no information available", "to be confirmed", "to follow", "do not know"),
        *("see above", "see below", "as above"),
    )
)
"""What people type to leave a question open, in small letters and without marks."""

_WHY = {
    "moment": ("why", "why_again"),
    "episode": ("why", "why_again", "in_the_system"),
    "agency_summary": ("analysis", "good_practice", "concerns", "learning"),
    "agency_episode": ("why", "why_again"),
    "review": (
        "fathers_and_other_men",
        "culture_and_identity",
        "what_worked",
        "analysis_summary",
        "immediate_learning",
        *(question.id for question in CONTEXT.questions if question.kind is Kind.LONG_TEXT),
    ),
}
_TOLD = {
    "moment": ("what_happened", "why", "why_again"),
    "episode": ("what_happened", "why", "why_again", "in_the_system"),
    "agency_episode": ("what_happened", "why", "why_again"),
}
_OF_AGENCIES = ("involvement", "analysis", "child_as_known", "good_practice", "concerns", "learning")
_OF_THE_FAMILY = ("context_before", "family_history", "earlier_involvement")

_ALL = {
    section.record: tuple(q.id for q in RAPID_REVIEW_2021.questions_of(section.record) if q.kind is Kind.LONG_TEXT)
    for section in RAPID_REVIEW_2021.sections
}

READ: dict[str, dict[str, tuple[str, ...]]] = {
    "RR09": _ALL,
    "RR11": _WHY,
    "RR12": {
        **dict.fromkeys(_TOLD, ("what_happened",)),
        "agency_summary": ("involvement", "child_as_known"),
        "review": ("daily_life_and_voice", *_OF_THE_FAMILY, "culture_and_identity", "analysis_summary"),
    },
    "RR13": {
        **_TOLD,
        "agency_summary": _OF_AGENCIES,
        "family_member": ("contact_details",),
        "review": (
            *_OF_THE_FAMILY,
            "fathers_and_other_men",
            "what_worked",
            "analysis_summary",
            "immediate_learning",
            "further_learning",
        ),
    },
    "RR14": {
        **_TOLD,
        "agency_summary": _OF_AGENCIES,
        "review": (
            *_OF_THE_FAMILY,
            "context_poverty_and_housing_words",
            "context_identity_and_inequality_words",
            "daily_life_and_voice",
            "culture_and_identity",
            "what_worked",
            "analysis_summary",
            "immediate_learning",
            "further_learning",
        ),
    },
    "RR24": _ALL,
}
"""For each item that only prose can show: where it may be written, by the kind of record."""

ASKED_OUTRIGHT: dict[str, dict[str, tuple[str, ...]]] = {
    "RR11": {
        "moment": ("why", "why_again"),
        "episode": ("why", "why_again", "in_the_system"),
        "agency_episode": ("why", "why_again"),
    },
    "RR12": {"review": ("daily_life_and_voice",)},
    "RR13": {"review": ("fathers_and_other_men",)},
    "RR14": {"review": ("culture_and_identity",)},
}
"""For items that only prose can show, the questions that ask for just this. Where one is answered, the matter is at least
touched; where none is, it is at most touched, whatever is said in passing."""

UNDER_THEIR_QUESTION = frozenset({"RR12", "RR13", "RR14"})
"""Items for which the question above an answer says what the answer is about. For the others the template's own words, such
as “why”, would be read as the writers'."""

OF_NOTHING = frozenset({"RR09", "RR22", "RR23", "RR24"})
"""Items that ask that something is not there. Of a review in which nothing is written yet they cannot be answered."""
