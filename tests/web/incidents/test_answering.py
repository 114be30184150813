"""Answers are saved, sealed, versioned and kept apart from the reasons for having none."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from second_question.rules.questions import Unanswered
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.answering.held import digest
from second_question_web.incidents import actions
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.incidents.models import Child, DraftText, Notification
from second_question_web.trail.models import Entry
from tests.notifications import NOW, answered, begun, with_child
from tests.people import person

pytestmark = pytest.mark.django_db


def save(draft: Notification, section: str, answers: dict[str, object], version: int, seen: str = "") -> None:
    actions.answer_section(
        by=person("Bea"),
        notification=draft,
        section=section,
        answers=answers,
        unanswered={},
        version=version,
        now=NOW,
        seen=seen,
    )


def test_what_identifies_somebody_is_sealed_in_the_database_and_absent_from_the_trail() -> None:
    draft = begun()
    with_child(draft)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers, sealed_answers, unanswered FROM incidents_child")
        stored = str(cursor.fetchall())
    written = str(list(Entry.objects.values_list("before", "after", "subject_key", "reason")))
    assert "Thistlewood" not in stored + written
    assert "2026-03-03" not in stored + written
    assert "MWBC" in stored


@pytest.mark.parametrize("reason", list(Unanswered))
def test_the_three_reasons_for_no_answer_are_three_facts(reason: Unanswered) -> None:
    draft = begun()
    place = with_child(draft)
    answered(draft, "child_characteristics", {"sex": "male"}, place=place, unanswered={"ethnicity": reason})
    child = Child.objects.get()
    assert child.reasons_unanswered() == {"ethnicity": reason}
    assert child.ethnicity == ("REFU" if reason is Unanswered.REFUSED else "NOBT")


def test_an_answer_takes_the_place_of_a_reason_and_the_other_way_round() -> None:
    draft = begun()
    answered(draft, "when", {"aware_on": date(2026, 11, 17)}, unanswered={"incident_on": Unanswered.NOT_KNOWN})
    answered(draft, "when", {"incident_on": date(2026, 11, 16), "aware_on": date(2026, 11, 17)})
    now = Notification.objects.get()
    assert now.unanswered == {}
    assert now.incident_on == date(2026, 11, 16)


def test_an_answer_to_a_question_that_no_longer_applies_goes() -> None:
    draft = begun()
    place = with_child(draft, outcome="died", date_of_death=date(2026, 11, 18))
    answered(draft, "child_harm", {"outcome": "seriously_harmed", "date_of_death": date(2026, 11, 18)}, place=place)
    assert "date_of_death" not in Child.objects.get().all_answers()


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"incident_on": date(2027, 1, 1)}, "incident_on"),
        ({"incident_on": date(1066, 10, 14)}, "incident_on"),
        ({"incident_on": date(2026, 11, 16), "aware_on": date(2026, 11, 2)}, "aware_on"),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_is_saved(answers: dict[str, object], question: str) -> None:
    draft = begun()
    with pytest.raises(WrongAnswers) as refused:
        save(draft, "when", answers, draft.version)
    assert [finding.question for finding in refused.value.findings] == [question]
    assert Notification.objects.get().version == draft.version


def test_two_tabs_cannot_overwrite_one_another() -> None:
    draft = begun()
    answered(draft, "what_happened", {"what_happened": "The first tab."})
    with pytest.raises(ChangedMeanwhile) as refused:
        save(draft, "what_happened", {"what_happened": "The second tab."}, draft.version)
    assert refused.value.theirs.held["what_happened"] == {"answer": "The first tab."}
    assert Notification.objects.get().sealed_answers["what_happened"] == "The first tab."


def test_the_same_page_sent_twice_is_saved_once() -> None:
    draft = begun()
    for _ in range(2):
        save(draft, "what_happened", {"what_happened": "Once."}, draft.version)
    assert Entry.objects.filter(action="notification.answer").count() == 1


def test_another_task_of_the_same_record_is_no_conflict() -> None:
    draft = begun()
    seen = digest(draft, form_of(draft).section("nature").questions)
    answered(draft, "what_happened", {"what_happened": "Meanwhile."})
    save(draft, "nature", {"nature": "death"}, draft.version, seen)
    assert Notification.objects.get().nature == "death"


def test_saving_forgets_what_was_typed_on_that_page_only() -> None:
    draft = begun()
    for page in ("when/0", "nature/0"):
        actions.keep_draft_text(
            by=person("Bea"), page=f"{draft.reference}/{page}", fields={"x": ["y"]}, version=1, now=NOW
        )
    answered(draft, "when", {"aware_on": date(2026, 11, 17)})
    assert list(DraftText.objects.values_list("page", flat=True)) == [f"{draft.reference}/nature/0"]


@pytest.mark.parametrize("who", ["Noor", "Sam", "Chidi", "Petra", "Max", "Colm", "Rhea", "Audra", "Adam"])
def test_others_cannot_answer(who: str) -> None:
    draft = begun()
    with pytest.raises(PermissionDenied):
        answered(draft, "nature", {"nature": "death"}, by=who)


def test_children_keep_their_places() -> None:
    draft = begun()
    assert [with_child(draft), with_child(draft)] == [1, 2]
    actions.remove_child(by=person("Bea"), notification=draft, place=1, now=NOW)
    assert with_child(draft) == 3
    assert Notification.objects.get().number_of_children == 2
    assert set(Child.objects.filter(removed_at=None).values_list("place", flat=True)) == {2, 3}


def test_adding_the_same_child_twice_adds_one() -> None:
    draft = begun()
    for _ in range(2):
        actions.add_child(by=person("Bea"), notification=draft, now=NOW, place=1, answers={"birth_status": "unborn"})
    assert Child.objects.count() == 1
