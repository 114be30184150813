"""Later facts: recorded with a reason, beside what was sent."""

from datetime import date

import pytest

from second_question.rules.questions import Unanswered
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import actions
from second_question_web.incidents.actions import Change
from second_question_web.incidents.errors import NeedsReason, NothingChanged, NotNow, WrongAnswers
from second_question_web.incidents.models import AmendmentLine, Child, Notification
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.notifications import NOW, answered, begun, complete, sent
from tests.people import person

pytestmark = pytest.mark.django_db

DIED = [
    Change("child", 1, "outcome", "died"),
    Change("child", 1, "date_of_death", date(2026, 11, 19)),
    Change("incident", 0, "nature", "death"),
    Change("incident", 0, "likely_cause", "maltreatment_within_family"),
]


def amend(
    case: Notification, changes: list[Change], reason: str = "The hospital told us.", version: int = 0
) -> Notification:
    version = version or case.version
    actions.amend(by=person("Bea"), notification=case, changes=changes, reason=reason, version=version, now=NOW)
    return Notification.objects.get(pk=case.pk)


def test_a_harm_that_becomes_a_death_is_counted_both_ways() -> None:
    case = sent(begun())
    now = amend(case, DIED)
    assert (now.nature, now.likely_cause, Child.objects.get().outcome) == (
        "death",
        "maltreatment_within_family",
        "died",
    )
    assert now.snapshot["incident"]["nature"] == {"answer": "serious_harm"}
    lines = list(AmendmentLine.objects.values_list("question", flat=True))
    assert lines == ["outcome", "date_of_death", "nature", "likely_cause"]


def test_a_line_says_what_was_and_what_is_with_the_reason_for_no_answer() -> None:
    case = sent(begun())
    amend(case, [Change("child", 1, "ethnicity", None, Unanswered.REFUSED)])
    line = AmendmentLine.objects.get()
    assert (line.before, line.after) == ({"answer": "MWBC"}, {"unanswered": "refused"})


def test_an_answer_that_no_longer_applies_is_taken_back_in_the_same_amendment() -> None:
    case = amend(sent(begun()), DIED)
    now = amend(case, [Change("child", 1, "outcome", "seriously_harmed")], "A mistake: the child lives.")
    assert "date_of_death" not in Child.objects.get().all_answers()
    assert now.amendments.count() == 2
    assert {line.question for line in now.amendments.get(number=2).lines.all()} == {"outcome", "date_of_death"}


def test_a_child_found_later_is_added() -> None:
    case = sent(begun())
    who = [Change("child", 2, "birth_status", "unnamed"), Change("child", 2, "focus_child", answer=False)]
    assert amend(case, who).number_of_children == 2
    assert Child.objects.get(place=2).answers["birth_status"] == "unnamed"


def test_the_trail_keeps_that_it_changed_and_no_name() -> None:
    amend(sent(begun()), [Change("child", 1, "full_name", "Rowan Thistlewood-Ash")], "Rowan’s full name.")
    row = Entry.objects.get(action="notification.amend")
    assert row.after == {"child 1": {"full_name": "changed"}}
    assert "Rowan" not in f"{row.reason} {row.before} {row.after} {row.subject_key}"


def test_suspicion_that_comes_later_opens_the_rapid_review() -> None:
    draft = complete(begun())
    calm = {"nature": "death", "likely_cause": "not_maltreatment_or_unclear", "reason": "looked_after_death"}
    answered(draft, "nature", calm)
    case = actions.send(by=person("Bea"), notification=draft, now=NOW)
    assert not RapidReview.objects.exists()
    amend(case, [Change("incident", 0, "reason", "in_area")], "The post-mortem found injuries.")
    assert RapidReview.objects.get().notification == case


def test_two_people_amending_cannot_overwrite_one_another() -> None:
    case = sent(begun())
    amend(case, [Change("incident", 0, "likely_cause", "neglect")])
    with pytest.raises(ChangedMeanwhile, match="Bea Okafor"):
        amend(case, [Change("incident", 0, "likely_cause", "emotional_abuse")], version=case.version)
    assert Notification.objects.get().likely_cause == "neglect"


@pytest.mark.parametrize(
    ("changes", "reason", "error"),
    [
        (DIED, "  ", NeedsReason),
        ([Change("incident", 0, "nature", "serious_harm")], "Why not", NothingChanged),
        ([Change("incident", 0, "incident_on", date(2027, 1, 1))], "A typing error", WrongAnswers),
        ([Change("incident", 0, "nature", "catastrophe")], "A typing error", WrongAnswers),
    ],
)
def test_what_is_no_amendment_is_refused_whole(changes: list[Change], reason: str, error: type[Exception]) -> None:
    case = sent(begun())
    with pytest.raises(error):
        amend(case, changes, reason)
    assert not AmendmentLine.objects.exists()
    assert Notification.objects.get().version == case.version


def test_a_draft_and_a_withdrawn_notification_cannot_be_amended() -> None:
    draft = complete(begun(start="a"))
    withdrawn = sent(begun(start="b"))
    actions.withdraw(by=person("Bea"), notification=withdrawn, reason="Notified twice.", now=NOW)
    for case in (draft, withdrawn):
        with pytest.raises(NotNow):
            amend(Notification.objects.get(pk=case.pk), DIED)
