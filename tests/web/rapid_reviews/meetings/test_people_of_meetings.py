"""Who is invited, and who came: proposed, added, put right, marked by several people at once."""

import pytest

from second_question_web.partnerships.models import Organisation
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.actions.people import Invited, Mark
from second_question_web.rapid_reviews.meetings.proposing import proposed
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    Attendance,
    ContributingPartnership,
    RapidReview,
    ReviewRecord,
    SignOff,
)
from second_question_web.trail.models import Entry
from tests.people import organisation, partnership, person
from tests.reviews import NOW
from tests.web.rapid_reviews.meetings.meeting_facts import (
    AFTER,
    DANA,
    MARA,
    called,
    held,
    invited,
    marked,
    plain_review,
)

pytestmark = pytest.mark.django_db


def returned(review: RapidReview, agency: Organisation, signed_by: str = "") -> AgencyRequest:
    """A summary that came back, signed or not."""
    made = AgencyRequest.objects.create(
        review=review,
        number=AgencyRequest.objects.count() + 1,
        partnership=partnership(),
        organisation=agency,
        state="signed" if signed_by else "returned",
        asked_at=NOW,
        asked_by="Bea Okafor",
        due_on=NOW.date(),
        returned_by="Colm Addy",
    )
    if signed_by:
        SignOff.objects.create(request=made, name=signed_by, job_title="Head", signed_at=NOW, digest="d")
    return made


def offered(review: RapidReview) -> tuple[list[str], list[str]]:
    """The people and the organisations without a name that are proposed for a new meeting."""
    found = proposed(called(review), NOW.date())
    return [f"{one.name}, {one.role}" for one in found.people], [one.organisation for one in found.nameless]


def test_the_partners_are_proposed_by_name_where_somebody_acts_for_them() -> None:
    review = plain_review()
    person("Dana"), person("Sam")
    people, nameless = offered(review)
    assert people == ["Dana Whitlock, decides", "Sam Pritchard, decides"]
    assert nameless == ["Wessenmere Care Board"]


def test_the_partners_of_another_area_that_takes_part_are_proposed_too() -> None:
    review = plain_review()
    ContributingPartnership.objects.create(
        review=review, partnership=partnership("Norvale"), added_at=NOW, added_by="Bea"
    )
    assert {"Norvale Council", "Norvale Police", "Norvale Care Board"} <= set(offered(review)[1])


def test_agencies_that_gave_back_a_summary_are_proposed_by_who_answers_for_it() -> None:
    review = plain_review()
    returned(review, organisation("Alder Lane Academy"))
    returned(review, organisation("Wessenmere Hospitals NHS Trust"), "Leila Frost")
    assert offered(review)[0] == ["Colm Addy, contributes", "Leila Frost, contributes"]


def test_whoever_was_at_an_earlier_meeting_is_proposed_once_and_not_if_on_the_list() -> None:
    review = plain_review()
    person("Dana")
    invited(called(review), DANA, MARA)
    assert offered(review)[0] == ["Dana Whitlock, decides", "Mara Quist, contributes"]
    later = called(review)
    invited(later, MARA)
    assert [one.name for one in proposed(later, NOW.date()).people] == ["Dana Whitlock"]


def test_inviting_the_same_twice_adds_nobody_and_writes_nothing() -> None:
    meeting = called(plain_review())
    invited(meeting, DANA, DANA, MARA)
    rows = Entry.objects.count()
    assert actions.invite(meeting=meeting, by=person("Bea"), people=[DANA], now=NOW) == 0
    assert (Attendance.objects.count(), Entry.objects.count()) == (2, rows)


def test_putting_somebody_right_and_taking_somebody_off() -> None:
    dana, mara = invited(called(plain_review()))
    right = Invited(name="Mara Quist", job_title="Named doctor", organisation="Hill Surgery", role="advises")
    actions.change_person(attendance=mara, by=person("Bea"), person=right, now=NOW)
    assert Attendance.objects.get(pk=mara.pk).job_title == "Named doctor"
    with pytest.raises(Refusal, match="on the list already"):
        actions.change_person(attendance=mara, by=person("Bea"), person=DANA, now=NOW)
    actions.remove_person(attendance=dana, by=person("Bea"), now=NOW)
    assert [one.name for one in Attendance.objects.all()] == ["Mara Quist"]


def test_after_it_was_held_nobody_is_taken_off() -> None:
    meeting = called(plain_review())
    dana, _ = invited(meeting)
    held(meeting)
    with pytest.raises(NotNow):
        actions.remove_person(attendance=dana, by=person("Bea"), now=AFTER)


def test_two_people_who_mark_different_people_lose_nothing() -> None:
    meeting = called(plain_review())
    dana, mara = invited(meeting)
    untouched = {one.pk: Mark("", "") for one in (dana, mara)}
    for who, one, presence in (("Bea", dana, "present"), ("Dana", mara, "apologies")):
        marks = untouched | {one.pk: Mark(presence, "")}
        actions.mark_presence(meeting=meeting, by=person(who), marks=marks, now=AFTER)
    assert [one.presence for one in Attendance.objects.all()] == ["present", "apologies"]


def test_marking_one_person_in_two_ways_is_refused_and_says_whom() -> None:
    meeting = called(plain_review())
    (dana,) = invited(meeting, DANA)
    marked(meeting, "apologies", dana)
    with pytest.raises(Refusal, match="Dana Whitlock: somebody else marked") as refused:
        actions.mark_presence(meeting=meeting, by=person("Sam"), marks={dana.pk: Mark("present", "")}, now=AFTER)
    assert refused.value.field == f"presence-{dana.pk}"
    assert Attendance.objects.get().presence == "apologies"


def test_whoever_turns_out_to_have_been_there_becomes_a_participant_later() -> None:
    meeting = called(plain_review())
    dana, mara = invited(meeting)
    marked(meeting, "present", dana)
    actions.hold_meeting(meeting=meeting, by=person("Bea"), now=AFTER)
    marked(meeting, "present", mara)
    assert ReviewRecord.objects.filter(kind="participant").count() == 2
    assert Entry.objects.latest("number").after == {"marked": 1, "participants": 1}
