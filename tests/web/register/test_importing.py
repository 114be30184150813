"""A file comes into the register whole, once, and everything wrong with it is said row by row."""

from pathlib import Path

import pytest

from second_question_web.incidents import columns
from second_question_web.incidents.models import Child, Notification
from second_question_web.incidents.register import importing
from second_question_web.partnerships.actions import load_reference
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person
from tests.shared_data import shared
from tests.web.register.files import NORVALE, imported, row, table

pytestmark = pytest.mark.django_db


def said(content: bytes, who: str = "") -> list[tuple[int | None, str, str]]:
    """The errors of an import: row, column and the beginning of the message."""
    report = imported(content, person(who) if who else None)
    return [(p.row, p.column, p.message[:40]) for p in report.errors]


def test_the_register_of_2020_comes_in_whole_and_a_second_time_changes_nothing() -> None:
    load_reference(by=System("tests"))
    content = shared("data/panel-2020-notifications.csv").read_bytes()
    first, rows_of_trail = imported(content), Entry.objects.count()
    again = imported(content)
    assert (first.came_in, first.children, first.errors) == (482, 514, [])
    assert (again.came_in, again.already_here, again.different) == (0, 482, 0)
    assert (Notification.objects.count(), Child.objects.count()) == (482, 514)
    assert Entry.objects.count() == rows_of_trail


def test_a_row_becomes_a_notification_with_its_child() -> None:
    imported(table(row(features="domestic_abuse;neglect_underlying", sex="transgender", ethnicity="REFU")))
    made = Notification.objects.get()
    child = made.children.get()
    assert (made.reference, made.external_reference, made.state, made.origin) == (
        "SIN-2026-0001",
        "N1",
        "sent",
        "imported",
    )
    assert (str(made.partnership), made.region_id, made.ruleset) == (
        "Wessenmere Safeguarding Children Partnership",
        "E12000009",
        "working-together-2023",
    )
    assert made.answers["domestic_abuse"] is True
    assert "parental_drug_misuse" not in made.answers
    assert (child.sex, child.ethnicity, child.unanswered) == ("transgender", "REFU", {"ethnicity": "refused"})
    assert made.snapshot["children"][0]["age_years_counted"] == 4


def test_columns_are_those_that_the_answers_give() -> None:
    """What the import writes directly is what `incidents.columns` would have written."""
    imported(table(row(), row("N2", likely_cause="", incident_on="", ethnicity="NOBT", sex="not_known")))
    before = list(Child.objects.values()), list(Notification.objects.values())
    for notification in Notification.objects.all():
        columns.refresh(notification)
    assert (list(Child.objects.values()), list(Notification.objects.values())) == before


def test_references_are_numbered_by_year_of_sending_and_go_on() -> None:
    imported(table(row("A"), row("B", incident_on="2024-01-01", aware_on="2024-01-02", notified_on="2024-01-03")))
    imported(table(row("C")))
    assert dict(Notification.objects.values_list("external_reference", "reference")) == {
        "A": "SIN-2026-0001",
        "B": "SIN-2024-0001",
        "C": "SIN-2026-0002",
    }


def test_imported_notifications_are_history_without_a_rapid_review() -> None:
    imported(table(row()))
    assert not RapidReview.objects.exists()


def test_one_wrong_child_keeps_its_notification_out_and_no_other() -> None:
    second_child = row("N1", child_id="N1-2", focus_child="no", age_years="twelve")
    report = imported(table(row("N1"), second_child, row("N2")))
    assert (report.came_in, report.refused) == (1, 1)
    assert [(p.row, p.column) for p in report.errors] == [(3, "age_years")]
    assert list(Notification.objects.values_list("external_reference", flat=True)) == ["N2"]


def test_what_differs_is_said_and_left_alone() -> None:
    imported(table(row()))
    report = imported(table(row(nature="death", likely_cause="suicide", age_years="5")))
    assert (report.came_in, report.different) == (0, 1)
    assert "differs in nature, likely_cause, age_years" in report.problems[-1].message
    assert Notification.objects.get().nature == "serious_harm"


def test_a_dry_run_says_the_same_and_writes_nothing() -> None:
    content = table(row("N1"), row("N2", nature="fatal"))
    dry = imported(content, dry_run=True)
    assert not Notification.objects.exists()
    assert not Entry.objects.exists()
    wet = imported(content)
    assert (dry.came_in, dry.refused, dry.problems) == (wet.came_in, wet.refused, wet.problems)


def test_a_business_manager_brings_in_rows_of_the_own_partnership_only() -> None:
    content = table(row("N1"), row("N2", local_authority=NORVALE))
    assert said(content, "Bea") == [(3, "local_authority", "Norvale Council was not in a partnership")]
    assert list(Notification.objects.values_list("external_reference", flat=True)) == ["N1"]


def test_the_secretariat_brings_in_everything_and_a_researcher_nothing() -> None:
    content = table(row("N1"), row("N2", local_authority=NORVALE))
    assert imported(content, person("Rhea")).came_in == 0
    assert imported(content, person("Petra")).came_in == 2


def test_another_partnership_s_number_tells_nothing_about_its_case() -> None:
    imported(table(row("N1", local_authority=NORVALE, nature="death", likely_cause="suicide")))
    report = imported(table(row("N1")), person("Bea"))
    message = report.errors[0].message
    assert message == "Another notification in the register has this number. Give this one a number of its own"


@pytest.mark.parametrize("sample", ["wrong-in-every-way", "latin-1", "missing-column", "empty", "tabs"])
def test_files_that_are_wrong_bring_nothing_in_and_say_why(sample: str, samples: Path) -> None:
    load_reference(by=System("tests"))
    report = imported((samples / "notifications" / f"{sample}.csv").read_bytes())
    assert report.errors
    assert not Notification.objects.exists()


def test_a_formula_is_a_text_where_any_text_may_stand_and_refused_elsewhere(samples: Path) -> None:
    load_reference(by=System("tests"))
    report = imported((samples / "notifications" / "formulas.csv").read_bytes())
    assert list(Notification.objects.values_list("external_reference", flat=True)) == ["=1+1"]
    assert "This is a spreadsheet formula. Put the value itself here" in {p.message for p in report.errors}


def test_columns_that_are_not_ours_are_kept_sealed(samples: Path) -> None:
    extra = (
        table(row()).decode().replace("features\n", "features,remark\n").replace(",WBRI,\n", ",WBRI,,seen at home\n")
    )
    imported(extra.encode())
    child = Child.objects.get()
    assert child.sealed_answers == {"imported_columns": {"remark": "seen at home"}}
    assert "seen at home" not in str(Notification.objects.values())


def test_an_authority_that_began_later_is_taken_with_a_word() -> None:
    load_reference(by=System("tests"))
    report = imported(table(row(local_authority="E06000066", incident_on="", aware_on="", notified_on="2020-01-03")))
    assert report.came_in == 1
    assert "Somerset) began on 2023-04-01" in report.problems[0].message


def test_each_portion_is_one_row_of_the_trail_and_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "PORTION", 2)
    imported(table(row("A"), row("B"), row("C")))
    rows = Entry.objects.filter(action="register.import").order_by("number")
    assert [row.after["references"] for row in rows] == ["SIN-2026-0001 to SIN-2026-0002", "SIN-2026-0003"]


def test_our_own_download_read_in_again_is_here_already() -> None:
    imported(table(row("A")))
    Notification.objects.update(external_reference=None)
    Child.objects.update(external_reference="")
    report = imported(table(row("SIN-2026-0001")))
    assert (report.came_in, report.already_here) == (0, 1)
