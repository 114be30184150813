"""The pages of the agency: from the list to the signature."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from second_question_web.files.models import StoredFile
from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import begun_review
from tests.summaries import EPISODE, HANA, SUMMARY, again, ask, guest, returned, signed, trust, write
from tests.web.rapid_reviews.summaries.pages import OURS, browser, browser_of_guest, said, seen_on, soup

pytestmark = pytest.mark.django_db
TEXT = {"involvement": "A pupil from September 2025.", "analysis": "Nobody looked at the absences together."}


def asked(**facts: object) -> AgencyRequest:
    return ask(now=timezone.now(), due_on=timezone.localdate() + timedelta(days=7), **facts)  # type: ignore[arg-type]  # as given


def test_the_list_has_what_is_owed_first_and_nothing_of_others() -> None:
    first = returned(asked())
    second = ask(begun_review(start="t2"), now=timezone.now(), due_on=timezone.localdate() + timedelta(days=3))
    ask(first.review, trust(), email="leila@example.org", now=timezone.now(), due_on=timezone.localdate())
    rows = [link.get_text() for link in soup(browser("Colm").get("/summaries/")).select("th a.govuk-link")]
    assert rows == [f"{second.review.notification.reference}, request 1", "SIN-2026-0001, request 1"]


def test_the_family_is_named_and_the_incident_is_not() -> None:
    asked()
    words = said(browser("Colm").get(OURS))
    assert "Rowan Thistlewood Born or expected: 3 March 2026" in words
    for secret in ("broken arm", "hospital", "Quay Row", "physical", "harmed"):
        assert secret not in words


@pytest.mark.parametrize(
    ("days", "words"), [(7, "Please answer by "), (0, "Please answer by "), (-7, "Please answer as soon as you can.")]
)
def test_it_asks_for_no_answer_by_a_day_that_has_passed(days: int, words: str) -> None:
    asked()
    AgencyRequest.objects.update(due_on=timezone.localdate() + timedelta(days=days))
    assert words in said(browser("Colm").get(OURS))


def test_once_the_review_was_sent_the_family_is_nobodys_business_any_more() -> None:
    returned(asked())
    RapidReview.objects.update(state="submitted")
    words = said(browser("Colm").get(OURS))
    assert "Thistlewood" not in words
    assert "nothing can be changed here any more" in words


def test_opening_it_is_one_row_of_the_trail_and_shows_that_it_was_opened() -> None:
    request = asked(email="colm@example.org")
    browser("Colm").get(OURS)
    row = Entry.objects.get(action="summary.open")
    assert (row.actor_name, row.case, row.after) == ("Colm Addy", "SIN-2026-0001", {"page": "overview"})
    assert request.links.get().opened_at


def test_nobody_of_another_agency_or_the_partnership_opens_it() -> None:
    asked()
    for name in ("Leila", "Bea", "Dana", "Petra", "Theo", "Adam"):
        assert browser(name).get(OURS).status_code in (403, 404), name


def test_writing_checking_and_returning_it() -> None:
    asked()
    client = browser_of_guest()
    assert client.post(f"{OURS}write/", {**TEXT, "version": "0", "seen": ""}).headers["Location"] == f"{OURS}check/"
    page = client.get(f"{OURS}check/")
    assert TEXT["analysis"] in said(page)
    sent = {"seen": seen_on(page), "signs": "me", "name": "Nia Pugh", "job_title": "Safeguarding lead"}
    assert client.post(f"{OURS}check/", sent).headers["Location"] == OURS
    words = said(client.get(OURS))
    assert "Thank you. Your summary has reached the partnership." in words
    assert "signed for your agency by Nia Pugh, Safeguarding lead" in words


def test_the_check_page_says_what_must_be_answered_and_offers_no_button() -> None:
    request = asked()
    write(request, answers={"involvement": "A pupil."}, now=timezone.now())
    page = browser("Colm").get(f"{OURS}check/")
    assert "Before you can return it, answer this: Looking back" in said(page)
    assert not soup(page).find("button", string=lambda text: "Return to" in str(text))


def test_catchphrases_are_shown_with_the_question_that_they_leave_and_hold_nobody_up() -> None:
    request = asked()
    write(request, answers={**SUMMARY, "learning": "We must show professional curiosity."}, now=timezone.now())
    page = browser("Colm").get(f"{OURS}check/")
    assert "“professional curiosity” stands here. It can mean many things." in said(page)
    assert "Return to the partnership" in said(page)


def test_an_episode_that_tells_what_and_not_why_is_asked_for_it() -> None:
    request = asked()
    write(request, now=timezone.now())
    write(request, section="agency_episode", place=0, answers={**EPISODE, "why": ""}, now=timezone.now())
    page = browser("Colm").get(f"{OURS}check/")
    assert "“The call in March” tells what happened and not yet why." in said(page)
    assert soup(page).find("a", href=f"{OURS}episodes/1/#why")
    assert "ethnicity" not in said(page)  # of the rest of the review nothing is said


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"signs": "me", "name": "", "job_title": "Head"}, "Enter the name of whoever signs"),
        ({"signs": "me", "name": "Nia", "job_title": ""}, "Enter your job title"),
        ({"signs": "other", "name": "Hana", "email": ""}, "Enter the email address of whoever signs"),
        ({"signs": "other", "name": "Hana", "email": "hana"}, "in the right form"),
    ],
)
def test_what_is_missing_about_the_lead_is_said_and_what_was_typed_stays(typed: dict[str, str], message: str) -> None:
    request = asked()
    write(request, now=timezone.now())
    client = browser("Colm")
    page = client.post(f"{OURS}check/", {"seen": seen_on(client.get(f"{OURS}check/")), **typed})
    assert message in soup(page).select_one(".govuk-error-summary").text  # type: ignore[union-attr]  # fails if None
    assert again(request).state == "started"


def test_what_is_typed_is_kept_while_typing_and_can_be_thrown_away() -> None:
    asked()
    client = browser_of_guest()
    typed = {**TEXT, "version": "0", "seen": ""}
    assert client.post(f"{OURS}typed/agency_summary/1/keep/", typed).status_code == 204
    assert "We kept what you typed" in said(client.get(f"{OURS}write/"))
    client.post(f"{OURS}typed/agency_summary/1/drop/")
    assert not DraftText.objects.exists()


@pytest.mark.parametrize(("late", "drafts"), [({}, 0), ({"analysis": "Something more."}, 1)])
def test_what_was_saved_with_the_same_click_is_no_draft_any_more(late: dict[str, str], drafts: int) -> None:
    asked()
    client = browser("Colm")
    client.post(f"{OURS}write/", {**TEXT, "version": "0", "seen": ""})
    client.post(f"{OURS}typed/agency_summary/1/keep/", {**TEXT, **late, "version": "0", "seen": ""})
    assert DraftText.objects.count() == drafts


def test_a_draft_that_is_larger_than_any_page_is_refused_in_words() -> None:
    asked()
    answer = browser("Colm").post(f"{OURS}typed/agency_summary/1/keep/", {"analysis": "x" * 200_001})
    assert answer.status_code == 409
    assert "longer than a page can hold" in answer.content.decode()


def test_a_million_characters_are_refused_and_stay_in_the_form() -> None:
    asked()
    page = browser("Colm").post(f"{OURS}write/", {**TEXT, "analysis": "x" * 1_000_000, "version": "0", "seen": ""})
    assert "Shorten this to 50,000 characters" in said(page)
    assert len(soup(page).select_one("#analysis").text) >= 1_000_000  # type: ignore[union-attr]  # fails if None


def test_two_colleagues_see_both_texts_and_choose() -> None:
    request = asked()
    write(request, now=timezone.now())
    client = browser("Colm")
    old = {**SUMMARY, "analysis": "Another view.", "version": "0", "seen": ""}
    page = client.post(f"{OURS}write/", old)
    assert page.status_code == 409
    assert "Nia Pugh saved it" in said(page)
    fields = {**old, "deciding": "yes", "choose-analysis": "both", "version": "2", "seen": seen_on(page)}
    client.post(f"{OURS}write/", fields)
    kept = ReviewRecord.objects.get(kind="agency_summary").all_answers()["analysis"]
    assert kept == f"{SUMMARY['analysis']}\n\nAnother view."


def test_episodes_are_added_changed_and_removed() -> None:
    asked()
    client = browser_of_guest()
    told = {"title": "The call", "what_happened": "Nobody rang back.", "version": "0", "seen": ""}
    assert (
        client.post(f"{OURS}episodes/add/", {**told, "another": "yes"}).headers["Location"].endswith("/episodes/add/")
    )
    page = client.get(f"{OURS}episodes/1/")
    client.post(f"{OURS}episodes/1/", {**told, "why": "No time.", "version": "2", "seen": seen_on(page)})
    assert "No time." in said(client.get(f"{OURS}check/"))
    assert "Remove “The call”?" in said(client.get(f"{OURS}episodes/1/remove/"))
    client.post(f"{OURS}episodes/1/remove/")
    assert client.get(f"{OURS}episodes/1/").status_code == 404


def test_we_did_not_know_this_family() -> None:
    request = asked()
    client = browser_of_guest()
    assert soup(client.get(f"{OURS}nothing-known/")).select_one("#id_who")["value"] == "Nia Pugh"  # type: ignore[index]  # fails if None
    client.post(f"{OURS}nothing-known/", {"where": "The register since 2015", "who": "Nia Pugh, secretary"})
    assert again(request).state == "nothing_known"
    assert "did not know the family" in said(client.get(OURS))


def test_where_they_looked_must_be_said() -> None:
    request = asked()
    page = browser("Colm").post(f"{OURS}nothing-known/", {"where": "", "who": "Colm"})
    assert "Say in which records you looked" in said(page)
    assert again(request).state == "asked"


def test_the_lead_reads_and_signs() -> None:
    request = returned(asked(lead=True), now=timezone.now())
    client = browser_of_guest(HANA)
    page = client.get(f"{OURS}sign/")
    assert SUMMARY["analysis"] in said(page)
    client.post(f"{OURS}sign/", {"seen": seen_on(page), "name": "Hana Reid", "job_title": "Head teacher"})
    assert again(request).state == "signed"
    assert "You have signed the summary" in said(client.get(OURS))


def test_a_lead_whose_page_is_old_reads_the_new_text_before_signing() -> None:
    request = returned(asked(lead=True), now=timezone.now())
    client = browser_of_guest(HANA)
    old = seen_on(client.get(f"{OURS}sign/"))
    write(request, answers={**SUMMARY, "analysis": "A new word."}, now=timezone.now())
    actions.give_back(request=request, by=guest(request), seen=digest_of_text(again(request)), now=timezone.now())
    page = client.post(f"{OURS}sign/", {"seen": old, "name": "Hana Reid", "job_title": "Head teacher"})
    assert "read it again" in said(page)
    assert "A new word." in said(page)
    assert again(request).state == "returned"


def test_the_page_says_that_a_signature_lapsed_and_why() -> None:
    request = signed(returned(asked(lead=True), now=timezone.now()), now=timezone.now())
    write(request, answers={**SUMMARY, "analysis": "Another word."}, now=timezone.now())
    assert "was changed after Hana Reid had signed it, so that signature lapsed" in said(browser("Colm").get(OURS))


def a_document(name: str = "notes.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"Notes of the meeting.", "text/plain")


def test_documents_are_attached_opened_and_removed() -> None:
    asked()
    client = browser_of_guest()
    client.post(f"{OURS}files/", {"file": a_document(), "description": "Notes", "provenance": "fact"})
    stored = StoredFile.objects.get()
    assert (stored.case, stored.source) == ("SIN-2026-0001", "Alder Lane Academy")
    address = f"{OURS}files/{stored.pk}/"
    assert b"".join(client.get(address).streaming_content) == b"Notes of the meeting."  # type: ignore[attr-defined]  # a file
    client.post(f"{address}remove/", {"reason": "The wrong meeting"})
    assert client.get(address).status_code == 302


def test_a_document_that_is_being_scanned_is_not_opened() -> None:
    asked()
    client = browser_of_guest()
    client.post(f"{OURS}files/", {"file": a_document(), "provenance": "fact"})
    StoredFile.objects.update(scan="waiting")
    assert client.get(f"{OURS}files/{StoredFile.objects.get().pk}/").status_code == 302
    assert "Being scanned" in said(client.get(f"{OURS}files/"))


def test_a_program_is_refused_in_words() -> None:
    asked()
    page = browser("Colm").post(f"{OURS}files/", {"file": a_document("tool.exe"), "provenance": "fact"})
    assert "Files that end in “.exe” are not taken" in said(page)
    assert not StoredFile.objects.exists()


def test_a_document_of_another_request_is_not_opened_by_its_number() -> None:
    first = asked()
    ask(first.review, trust(), now=timezone.now(), due_on=timezone.localdate(), email="leila@example.org")
    browser("Colm").post(f"{OURS}files/", {"file": a_document(), "provenance": "fact"})
    key = StoredFile.objects.get().pk
    assert browser("Leila").get(f"/summaries/SIN-2026-0001/2/files/{key}/").status_code == 404


def test_what_others_wrote_is_read_when_it_is_shared() -> None:
    mine = returned(asked(), now=timezone.now())
    ask(mine.review, trust(), now=timezone.now(), due_on=timezone.localdate(), email="leila@example.org")
    client, address = browser("Leila"), "/summaries/SIN-2026-0001/2/shared/1/"
    assert client.get(address).status_code == 404
    actions.share(request=mine, by=person("Bea"), shared=True, now=timezone.now())
    assert SUMMARY["analysis"] in said(client.get(address))
    assert Entry.objects.get(action="summary.read_shared").actor_name == "Leila Frost"


def test_what_came_of_it_stands_on_the_page() -> None:
    mine = returned(asked(), now=timezone.now())
    actions.tell(request=mine, by=person("Bea"), words="Two briefings follow.", now=timezone.now())
    assert "What came of it Two briefings follow." in said(browser("Colm").get(OURS))


@pytest.mark.parametrize("page", ["", "write/", "check/", "files/", "nothing-known/", "episodes/add/", "sign/"])
def test_a_page_costs_few_queries(page: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    request, now = asked(agency=trust()), timezone.now()
    for _ in range(3):
        write(request, section="agency_episode", place=0, answers=EPISODE, now=now)
    returned(request, now=now)
    client = browser("Leila")
    client.get(f"{OURS}{page}")
    with django_assert_max_num_queries(15):
        assert client.get(f"{OURS}{page}").status_code == 200
