"""Any agency can tell the partners; once, with a number, sealed, and the e-mail says nothing but the number."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks

from second_question.rules.questions import Unanswered
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions
from second_question_web.incidents.referrals.answers import read
from second_question_web.incidents.referrals.errors import WrongAnswers
from second_question_web.incidents.referrals.places import places_of
from second_question_web.partnerships.actions import change_counting
from second_question_web.trail.models import Entry
from tests.people import partnership, person
from tests.web.referrals.making import FRIDAY, answers, referral

pytestmark = pytest.mark.django_db


def test_a_referral_gets_the_next_number_of_its_year() -> None:
    assert referral(token="one").reference == "REF-2026-0001"
    assert referral(token="two").reference == "REF-2026-0002"


def test_it_is_kept_with_who_sent_it_from_where() -> None:
    made = referral()
    assert (made.made_by, made.organisation.name) == ("Colm Addy", "Alder Lane Academy")
    assert (made.state, made.incident_on, made.nature) == ("received", date(2026, 11, 19), "serious_harm")


def test_every_answer_is_read_back_as_it_was_given() -> None:
    made = Referral.objects.get(pk=referral(place="Wessen", incident_on=Unanswered.NOT_KNOWN).pk)
    given = answers(place="Wessen", incident_on=Unanswered.NOT_KNOWN)
    assert (read(made).values, read(made).unanswered) == (given.values, given.unanswered)


def test_the_same_token_gives_the_same_referral() -> None:
    assert referral() == referral()
    assert Referral.objects.count() == 1
    assert Entry.objects.filter(action="referral.make").count() == 1


def test_somebody_elses_token_is_refused() -> None:
    referral("Colm")
    with pytest.raises(PermissionDenied):
        referral("Leila")


def test_names_and_words_are_sealed_in_the_database() -> None:
    made = referral(contact_telephone="01632 960001")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM incidents_referral WHERE reference = %s", [made.reference])
        kept = str(cursor.fetchone())
    for secret in ("Rowan", "burn", "hospital", "960001", "colm@example.org"):
        assert secret not in kept


def test_the_trail_holds_no_name() -> None:
    referral()
    row = Entry.objects.get(action="referral.make")
    assert "Rowan" not in f"{row.before}{row.after}{row.reason}"
    assert row.case == "REF-2026-0001"


@pytest.mark.parametrize(
    ("question", "answer", "message"),
    [
        ("what_happened", "", "Answer “What happened"),
        ("incident_on", date(2026, 11, 21), "in the future"),
        ("incident_on", date(202, 11, 1), "too long ago"),
        ("safe_now", "no", "What is being done"),
        ("children", "", "Which children"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_sent(question: str, answer: object, message: str) -> None:
    with pytest.raises(WrongAnswers, match=message):
        referral(**{question: answer})  # type: ignore[arg-type]  # one of the answers, whichever
    assert not Referral.objects.exists()


def test_a_child_whose_name_is_not_known_is_an_answer() -> None:
    assert referral(children=Unanswered.NOT_KNOWN).children == ""


def test_who_is_not_sure_of_the_kind_leaves_it_open() -> None:
    assert referral(nature="not_sure").nature == ""


def test_the_partners_get_the_number_and_nothing_else(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    person("Bea")
    own = partnership()
    own.email = "office@wessenmere.example.org"
    own.save()
    with django_capture_on_commit_callbacks(execute=True):
        referral()
    assert sorted(m.to[0] for m in mail.outbox) == ["bea@example.org", "office@wessenmere.example.org"]
    written = mail.outbox[0].subject + str(mail.outbox[0].body)
    assert "REF-2026-0001" in written
    for secret in ("Rowan", "burn", "Alder", "Wessenmere", "Colm"):
        assert secret not in written


def test_it_keeps_how_the_partnership_counted_on_that_day() -> None:
    change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=True)
    made = referral()
    change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=False)
    assert Referral.objects.get(pk=made.pk).start_day_is_day_one


@pytest.mark.parametrize("who", ["Audra", "Adam", "Petra", "Max", "Rhea", "Theo", "Chidi", "Iris"])
def test_who_does_not_refer_has_no_place(who: str) -> None:
    assert places_of(person(who)) == []


def test_nobody_refers_for_another_agency() -> None:
    with pytest.raises(PermissionDenied):
        actions.make(
            by=person("Colm"),
            place=places_of(person("Leila"))[0],
            answers=answers(),
            start_token="x",
            now=FRIDAY,
        )
