"""A person records, answers, adds children, checks and sends, as the pages ask it."""

from typing import Protocol
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.incidents import actions
from second_question_web.incidents.models import Child, DraftText, Notification
from tests.notifications import NOW, answered, begun, complete, sent
from tests.people import person

pytestmark = pytest.mark.django_db


class Answered(Protocol):
    """What the test client gives back, as far as we look at it."""

    content: bytes
    status_code: int

    def __getitem__(self, header: str) -> str: ...


def page(response: Answered) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def form_of(response: Answered) -> dict[str, str]:
    """What the page's last form would send, as it stands."""
    form = page(response).find_all("form")[-1]
    inputs = [*form.find_all("input", type=["hidden", "text"]), *form.find_all("input", checked=True)]
    fields = {str(field["name"]): str(field.get("value", "")) for field in inputs}
    return fields | {str(field["name"]): field.text.strip("\n") for field in form.find_all("textarea")}


def post(client: Client, address: str, **fields: object) -> Answered:
    """Opens a page, changes fields of its form, and sends it."""
    return client.post(address, {**form_of(client.get(address)), **fields})


def when(day: str = "16", month: str = "11", year: str = "2026") -> dict[str, str]:
    return {"incident_on-day": day, "incident_on-month": month, "incident_on-year": year}


def test_from_the_start_page_to_the_task_list(bea: Client) -> None:
    response = post(bea, "/notifications/new/")
    assert response.status_code == 302
    draft = Notification.objects.get()
    assert response["Location"] == f"/notifications/{draft.reference}/"
    assert "When it happened" in bea.get(response["Location"]).content.decode()


def test_the_start_button_pressed_twice_starts_once(bea: Client) -> None:
    fields = form_of(bea.get("/notifications/new/"))
    addresses = {bea.post("/notifications/new/", fields)["Location"] for _ in range(2)}
    assert len(addresses) == 1
    assert Notification.objects.count() == 1


def test_save_and_continue_leads_through_the_tasks(bea: Client) -> None:
    draft = begun()
    response = post(bea, f"/notifications/{draft.reference}/answer/when/", **when())
    assert response["Location"] == f"/notifications/{draft.reference}/answer/nature/"
    response = post(bea, response["Location"], nature="death", **{"return": "yes"})
    assert response["Location"] == f"/notifications/{draft.reference}/"
    assert Notification.objects.get().nature == "death"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (when(day="31", month="2"), "There is no such day: 31 2 2026"),
        (when(month=""), "The date must include a month"),
        (when(year="2126"), "This day is in the future"),
        (when(year="16"), "The year must have 4 numbers"),
    ],
)
def test_a_date_that_cannot_be_keeps_what_was_typed(bea: Client, typed: dict[str, str], error: str) -> None:
    draft = begun()
    response = post(bea, f"/notifications/{draft.reference}/answer/when/", **typed, late_reason="A long story.")
    shown = page(response)
    assert error in shown.select(".govuk-error-summary")[0].text
    assert shown.title is not None
    assert shown.title.text.startswith("Error: ")
    assert form_of(response)["incident_on-day"] == typed["incident_on-day"]
    assert "A long story." in response.content.decode()


def test_three_children_are_added_and_one_is_removed(bea: Client) -> None:
    draft = begun()
    case = f"/notifications/{draft.reference}/"
    for name in ("Ash", "Birch", "Cedar"):
        post(bea, f"{case}child/add/", birth_status="named", full_name=f"{name} Vale", **{"return": "yes"})
    post(bea, f"{case}child/2/remove/")
    shown = bea.get(case).content.decode()
    assert "Child 1: Ash Vale" in shown
    assert "Child 3: Cedar Vale" in shown
    assert "Birch" not in shown


def test_adding_a_child_twice_with_one_page_adds_one(bea: Client) -> None:
    address = f"/notifications/{begun().reference}/child/add/"
    fields = {**form_of(bea.get(address)), "birth_status": "named", "full_name": "Ash Vale"}
    for _ in range(2):
        assert bea.post(address, fields).status_code == 302
    assert Child.objects.count() == 1


def test_a_lost_connection_loses_nothing(bea: Client) -> None:
    draft = begun()
    address = f"/notifications/{draft.reference}/answer/what-happened/"
    shown = page(bea.get(address)).select_one("form[data-autosave]")
    assert shown is not None
    typed = {"what_happened": "Half a sen", "version": "2", "seen": ""}
    kept = bea.post(str(shown["data-autosave"]), urlencode(typed), content_type="application/x-www-form-urlencoded")
    assert kept.status_code == 204
    again = bea.get(address)
    assert "We kept what you typed" in again.content.decode()
    assert form_of(again)["what_happened"] == "Half a sen"


def test_what_was_kept_is_sealed_and_for_one_person_only(bea: Client) -> None:
    draft = begun()
    bea.post(f"/notifications/{draft.reference}/keep/what-happened/", {"what_happened": "Rowan was found"})
    kept = DraftText.objects.get()
    assert kept.person == person("Bea").trail_key
    assert "Rowan" not in str(DraftText.objects.extra(select={"raw": "fields || ''"}).values_list("raw", flat=True))
    bea.post(f"/notifications/{draft.reference}/drop/what-happened/")
    assert not DraftText.objects.exists()


@pytest.mark.parametrize(("late", "drafts"), [("Police called.", 0), ("Police called. And", 1)])
def test_what_was_saved_with_the_same_click_is_no_draft_any_more(bea: Client, late: str, drafts: int) -> None:
    draft = begun()
    address = f"/notifications/{draft.reference}/answer/what-happened/"
    fields = {**form_of(bea.get(address)), "what_happened": "He fell.", "immediate_action": "Police called."}
    bea.post(address, fields)
    bea.post(address.replace("/answer/", "/keep/"), {**fields, "immediate_action": late})
    assert DraftText.objects.count() == drafts


def test_what_amended_with_the_same_click_is_no_draft_any_more(bea: Client) -> None:
    case = sent(begun())
    address = f"/notifications/{case.reference}/amend/child-harm/1/"
    day = {"date_of_death-day": "19", "date_of_death-month": "11", "date_of_death-year": "2026"}
    fields = {**form_of(bea.get(address)), "outcome": "died", "reason": "The hospital told us.", **day}
    assert bea.post(address, fields).status_code == 302
    bea.post(f"/notifications/{case.reference}/keep/amend-child-harm/1/", fields)
    assert not DraftText.objects.exists()


def test_two_people_on_one_page_see_both_texts_and_choose(bea: Client) -> None:
    draft = begun()
    address = f"/notifications/{draft.reference}/answer/what-happened/"
    fields = {**form_of(bea.get(address)), "what_happened": "Mine.", "immediate_action": "Police called."}
    answered(draft, "what_happened", {"what_happened": "Theirs.", "immediate_action": "Police called."})
    conflict = bea.post(address, fields)
    assert conflict.status_code == 409
    text = conflict.content.decode()
    assert "Mine." in text
    assert "Theirs." in text
    assert Notification.objects.get().sealed_answers["what_happened"] == "Theirs."
    solved = bea.post(address, {**form_of(conflict), "choose-what_happened": "both"})
    assert solved.status_code == 302
    assert Notification.objects.get().sealed_answers["what_happened"] == "Theirs.\n\nMine."


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Mine."), ("theirs", "Theirs.")])
def test_the_choice_in_a_conflict_is_kept(bea: Client, choice: str, kept: str) -> None:
    draft = begun()
    address = f"/notifications/{draft.reference}/answer/what-happened/"
    fields = {**form_of(bea.get(address)), "what_happened": "Mine."}
    answered(draft, "what_happened", {"what_happened": "Theirs."})
    conflict = bea.post(address, fields)
    undecided = bea.post(address, form_of(conflict))
    assert "Choose which answer to keep" in undecided.content.decode()
    bea.post(address, {**form_of(undecided), "choose-what_happened": choice})
    assert Notification.objects.get().sealed_answers["what_happened"] == kept


def test_check_your_answers_says_what_is_missing_and_leads_there(bea: Client) -> None:
    draft = begun()
    shown = page(bea.get(f"/notifications/{draft.reference}/check/"))
    links = {link.text: str(link["href"]) for link in shown.select("#missing a")}
    assert links["Answer “When did your local authority become aware of it?”"].endswith("/answer/when/#aware_on")
    assert links["Add at least one child"].endswith("/child/add/")
    assert "Send the notification" not in shown.text


def test_sending_needs_the_tick_and_gives_the_receipt(bea: Client) -> None:
    draft = complete(begun())
    address = f"/notifications/{draft.reference}/check/"
    assert "Tick to say" in post(bea, address).content.decode()
    responses = [bea.post(address, {"confirmed": "yes"}) for _ in range(2)]
    assert {response["Location"] for response in responses} == {f"/notifications/{draft.reference}/receipt/"}
    receipt = page(bea.get(responses[0]["Location"])).text
    assert "R-2026-0001" in receipt
    assert "The rapid review has begun" in receipt


def test_somebody_of_the_police_sees_why_they_cannot_send() -> None:
    draft = complete(begun())
    sam = Client()
    sam.force_login(person("Sam"))
    assert "Only a local authority" in sam.get(f"/notifications/{draft.reference}/check/").content.decode()
    assert sam.post(f"/notifications/{draft.reference}/check/", {"confirmed": "yes"}).status_code == 403
    assert Notification.objects.get().state == "draft"


def test_a_likely_duplicate_is_shown_when_the_child_is_saved(bea: Client) -> None:
    first, draft = sent(begun(start="a")), begun(start="b")
    child = {"birth_status": "named", "full_name": "Rowan Thistlewood", "focus_child": "yes"}
    born = {"date_of_birth-day": "3", "date_of_birth-month": "3", "date_of_birth-year": "2026"}
    response = post(bea, f"/notifications/{draft.reference}/child/add/", **child, **born)
    assert response["Location"] == f"/notifications/{draft.reference}/duplicates/"
    assert first.reference in bea.get(response["Location"]).content.decode()
    assert "Say why" in post(bea, response["Location"]).content.decode()
    assert post(bea, response["Location"], reason="Cousins with one name.").status_code == 302
    assert bea.get(response["Location"]).status_code == 302


def test_of_another_area_only_the_date_of_a_duplicate_is_shown(bea: Client) -> None:
    theirs = complete(begun("Noor", "Norvale", "n"), "Noor")
    mine = complete(begun())
    text = bea.get(f"/notifications/{mine.reference}/duplicates/").content.decode()
    assert "A notification of another area, made on" in text
    assert "ask the Panel secretariat" in text
    assert theirs.reference not in text
    assert "Norvale" not in text


def test_an_amendment_from_the_page(bea: Client) -> None:
    case = sent(begun())
    address = f"/notifications/{case.reference}/amend/child-harm/1/"
    assert "Say why" in post(bea, address, outcome="died").content.decode()
    born = {"date_of_death-day": "19", "date_of_death-month": "11", "date_of_death-year": "2026"}
    assert post(bea, address, outcome="died", reason="The hospital told us.", **born).status_code == 302
    shown = page(bea.get(f"/notifications/{case.reference}/")).text
    assert "As notified: The child was seriously harmed" in shown
    assert "Why: The hospital told us." in shown


def test_a_death_is_recorded_on_one_page(bea: Client) -> None:
    case = sent(begun())
    address = f"/notifications/{case.reference}/amend/child/1/died/"
    assert "Answer it, or say why" in post(bea, address, reason="A call").content.decode()
    said = {"date_of_death-unanswered": "not_known", "likely_cause": "maltreatment_within_family"}
    assert post(bea, address, reason="The hospital told us.", **said).status_code == 302
    case.refresh_from_db()
    assert (case.nature, Child.objects.get().outcome, case.amendments.count()) == ("death", "died", 1)


def test_who_was_told_is_recorded_and_shown(bea: Client) -> None:
    case = sent(begun())
    fields = {"body": "coroner", "how": "letter", "details": "Coroner’s officer"}
    day = {"on-day": "1", "on-month": "10", "on-year": "2026"}
    address = f"/notifications/{case.reference}/told/"
    assert post(bea, address, **fields).status_code == 200
    assert post(bea, address, **fields, **day).status_code == 302
    assert "Coroner (Coroner’s officer): 1 October 2026" in page(bea.get(f"/notifications/{case.reference}/")).text


def test_a_withdrawn_case_says_so_and_offers_no_change(bea: Client) -> None:
    case = sent(begun())
    assert post(bea, f"/notifications/{case.reference}/withdraw/", reason="Notified twice.").status_code == 302
    text = bea.get(f"/notifications/{case.reference}/").content.decode()
    assert "Notified twice." in text
    assert f"/notifications/{case.reference}/amend/" not in text


def test_late_is_said_before_and_after_sending(bea: Client) -> None:
    draft = complete(begun())
    answered(draft, "when", {"aware_on": NOW.date().replace(day=2), "incident_on": NOW.date().replace(day=2)})
    assert "late. Send it all the same" in bea.get(f"/notifications/{draft.reference}/check/").content.decode()
    actions.send(by=person("Bea"), notification=draft, now=NOW)
    text = bea.get(f"/notifications/{draft.reference}/receipt/").content.decode()
    assert "9 working days late: five working days are allowed" in text


def test_a_page_left_open_while_somebody_sent_it_says_so_and_changes_nothing(bea: Client) -> None:
    case = sent(begun())
    address = f"/notifications/{case.reference}/answer/nature/"
    for response in (bea.get(address), bea.post(address, {"nature": "other"})):
        assert response["Location"] == f"/notifications/{case.reference}/"
    assert "This is no draft any more" in bea.get(f"/notifications/{case.reference}/").content.decode()
    case.refresh_from_db()
    assert case.nature == "serious_harm"


def test_a_review_that_began_before_is_shown_on_the_case(bea: Client) -> None:
    draft = complete(begun())
    days = {"incident_on": NOW.date().replace(day=16), "aware_on": NOW.date().replace(day=17)}
    answered(draft, "when", {**days, "review_already_begun": True, "review_began_on": NOW.date().replace(day=18)})
    actions.send(by=person("Bea"), notification=draft, now=NOW)
    text = page(bea.get(f"/notifications/{draft.reference}/")).text
    assert "Has a review already begun?" in text
    assert "18 November 2026" in text
