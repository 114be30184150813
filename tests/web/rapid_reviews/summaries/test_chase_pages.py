"""The pages of those who ask: choosing, asking, the chase list, one request, telling what came of it."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from second_question_web.partnerships.models import Member
from second_question_web.rapid_reviews.models import AgencyRequest, ContributingPartnership, RapidReview
from second_question_web.rapid_reviews.summaries.chase import days_left, lines
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, organisation, partnership, person
from tests.reviews import NOW, begun_review
from tests.summaries import HANA, NIA, SUMMARY, again, ask, guest, returned, school, signed, trust, write
from tests.web.rapid_reviews.summaries.pages import CASE, browser, said, soup

pytestmark = pytest.mark.django_db
READERS = {"Bea", "Sam", "Dana", "Chidi"}
MONDAY = date(2026, 11, 30)  # the working day after the summaries were due


def test_who_opens_which_page() -> None:
    ask()
    for name in CHARACTERS:
        client = browser(name)
        for page in ("", "1/", "download"):
            assert (client.get(CASE + page).status_code == 200) is (name in READERS), (name, page)
        for page in ("ask/", "tell/", "1/link/", "1/withdraw/", "1/send-back/", "1/nothing-known/"):
            assert (client.get(CASE + page).status_code == 200) is (name == "Bea"), (name, page)


def test_whoever_only_reads_is_offered_nothing() -> None:
    returned(ask())
    for page in ("", "1/"):
        assert not soup(browser("Dana").get(CASE + page)).select("main button, main a.govuk-button"), page


def shown(today: date) -> list[tuple[str, str, str]]:
    """Agency, state and how long there is, of every line."""
    review = RapidReview.objects.get()
    found = lines(
        review.requests.prefetch_related("links", "sign_offs").select_related("organisation"), today, is_writable=True
    )
    return [
        (one.request.organisation.name, one.state.text, one.time_left.text if one.time_left else "") for one in found
    ]


def test_whoever_owes_longest_comes_first() -> None:
    first = ask(due_on=date(2026, 12, 2))
    ask(first.review, trust(), email="leila@example.org")
    done = ask(first.review, organisation("Wessenmere Police"), email="pc@example.org")
    returned(done, guest(done, "pc@example.org"))
    assert shown(MONDAY) == [
        ("Wessenmere Hospitals NHS Trust", "Asked", "1 late"),
        ("Alder Lane Academy", "Asked", "2 left"),
        ("Wessenmere Police", "Returned, not yet signed", ""),
    ]


def test_an_answer_that_came_by_an_account_is_not_called_unopened() -> None:
    request = ask()
    assert "Not opened yet" in said(browser("Bea").get(CASE))
    returned(request, person("Colm"))
    assert "Not opened yet" not in said(browser("Bea").get(CASE))


@pytest.mark.parametrize(
    ("today", "days"),
    [(date(2026, 11, 20), 5), (date(2026, 11, 27), 0), (date(2026, 11, 28), -1), (MONDAY, -1), (date(2026, 12, 2), -3)],
)
def test_working_days_are_counted(today: date, days: int) -> None:
    assert days_left(date(2026, 11, 27), today) == days


def test_what_is_late_stands_out_and_all_are_reminded_with_one_press() -> None:
    first = ask(due_on=NOW.date())
    ask(first.review, trust(), email="leila@example.org", due_on=NOW.date())
    AgencyRequest.objects.update(due_on=timezone.localdate() - timedelta(days=7))
    client = browser("Bea")
    assert "2 agencies are late: Alder Lane Academy, Wessenmere Hospitals NHS Trust" in said(client.get(CASE))
    before = len(mail.outbox)
    client.post(f"{CASE}remind/")
    client.post(f"{CASE}remind/")
    assert len(mail.outbox) - before == 2
    assert "was reminded today already" in said(client.get(CASE))


def test_one_is_reminded_from_its_line_or_its_page() -> None:
    ask()
    client = browser("Bea")
    assert client.post(f"{CASE}remind/", {"number": "1"}).headers["Location"] == CASE
    assert client.post(f"{CASE}remind/", {"number": "1", "from_request": "yes"}).headers["Location"] == f"{CASE}1/"
    assert AgencyRequest.objects.get().reminders == 1


def test_the_list_as_a_file() -> None:
    signed(returned(ask(lead=True)))
    answer = browser("Bea").get(f"{CASE}download")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row["agency"], row["state"]) == ("Alder Lane Academy", "Returned and signed")
    assert (row["asked_on"], row["due_on"], row["signed_on"]) == ("2026-11-20", "2026-11-27", "2026-11-20")
    assert Entry.objects.get(action="agency_request.download").after == {"rows": 1}


def test_a_contributing_area_sees_its_own_requests_alone() -> None:
    request = ask()
    norvale = partnership("Norvale")
    ContributingPartnership.objects.create(
        review=request.review, partnership=norvale, added_at=NOW, added_by="Bea Okafor"
    )
    client = browser("Noor")
    assert "Alder Lane" not in said(client.get(CASE))
    assert client.get(f"{CASE}1/").status_code == 404
    assert "Norvale Council" in said(client.get(f"{CASE}ask/"))


CONTACT = {"alder-lane-academy-name": "Nia Pugh", "alder-lane-academy-email": NIA}


def when(on: date) -> dict[str, str]:
    return {"due_on-day": str(on.day), "due_on-month": str(on.month), "due_on-year": str(on.year)}


def next_week() -> dict[str, str]:
    return when(timezone.localdate() + timedelta(days=7))


def test_asking_through_the_pages() -> None:
    begun_review(), school()
    client = browser("Bea")
    page = client.get(f"{CASE}ask/?agency=alder-lane-academy")
    assert soup(page).select_one("#id_alder-lane-academy-name")["value"] == "Colm Addy"  # type: ignore[index]  # fails if None
    answer = client.post(
        f"{CASE}ask/", {"agency": "alder-lane-academy", **CONTACT, **next_week(), "note": "Since 2024"}
    )
    assert answer.headers["Location"] == CASE
    assert AgencyRequest.objects.get().note == "Since 2024"


def test_choosing_nobody_is_said() -> None:
    begun_review(), school()
    page = browser("Bea").get(f"{CASE}ask/?chosen=yes")
    assert "Choose at least one agency" in said(page)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"alder-lane-academy-name": ""}, "Alder Lane Academy: enter the name of the person to write to"),
        ({"alder-lane-academy-email": "nia"}, "Enter an email address in the right form"),
        ({"alder-lane-academy-lead_name": "Hana"}, "Alder Lane Academy: enter the email address of Hana"),
        ({"alder-lane-academy-lead_email": HANA}, "Alder Lane Academy: enter the name of the person who signs"),
        (
            {"alder-lane-academy-lead_name": "Nia", "alder-lane-academy-lead_email": NIA.upper()},
            "Leave this empty if the same person signs",
        ),
        ({"due_on-day": "x"}, "By when?: enter a real date"),
        (when(date(2020, 1, 1)), "The date must be today or later"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(typed: dict[str, str], message: str) -> None:
    begun_review(), school()
    sent = {"agency": "alder-lane-academy", **CONTACT, **next_week(), "note": "Since 2024", **typed}
    page = browser("Bea").post(f"{CASE}ask/", sent)
    assert message in soup(page).select_one(".govuk-error-summary").text  # type: ignore[union-attr]  # fails if None
    assert soup(page).select_one("#id_note").text.strip() == "Since 2024"  # type: ignore[union-attr]  # fails if None
    assert not AgencyRequest.objects.exists()


def test_an_agency_that_cannot_be_written_to_stays_on_the_page_with_what_was_typed(settings: Settings) -> None:
    begun_review(), school()
    settings.EMAIL_BACKEND = "tests.web.people.broken_mail.Backend"
    page = browser("Bea").post(f"{CASE}ask/", {"agency": "alder-lane-academy", **CONTACT, **next_week()})
    assert "Alder Lane Academy: the email could not be sent" in said(page)
    assert soup(page).select_one("#id_alder-lane-academy-name")["value"] == "Nia Pugh"  # type: ignore[index]  # fails if None
    assert not AgencyRequest.objects.exists()


def test_a_double_press_asks_once() -> None:
    begun_review(), school()
    client, sent = browser("Bea"), {"agency": "alder-lane-academy", **CONTACT, **next_week()}
    client.post(f"{CASE}ask/", sent)
    client.post(f"{CASE}ask/", sent)
    assert AgencyRequest.objects.count() == 1
    assert len(mail.outbox) == 1


def test_what_is_not_returned_is_not_shown() -> None:
    request = ask()
    write(request)
    words = said(browser("Bea").get(f"{CASE}1/"))
    assert SUMMARY["analysis"] not in words
    assert "its own until it returns it" in words


def test_what_was_returned_and_is_corrected_is_not_called_nothing() -> None:
    request = signed(returned(ask(lead=True)))
    write(request, answers={**SUMMARY, "analysis": "Another word."})
    words = said(browser("Bea").get(f"{CASE}1/"))
    assert "is with them again, to be corrected. It stands here, and in the review, when they return it." in words
    assert "Nothing yet" not in words


def test_what_is_returned_is_read_and_reading_leaves_a_row() -> None:
    returned(ask())
    assert SUMMARY["analysis"] in said(browser("Dana").get(f"{CASE}1/"))
    assert Entry.objects.get(action="agency_request.read").actor_name == "Dana Whitlock"


def test_a_lapsed_signature_is_shown_with_the_reason() -> None:
    request = signed(returned(ask(lead=True)))
    write(request, answers={**SUMMARY, "analysis": "Another word."})
    words = said(browser("Bea").get(f"{CASE}1/"))
    assert "The signature lapsed. Hana Reid, Head teacher, signed on" in words
    assert "the text was changed on" in words


def test_an_agency_that_closed_after_it_was_asked_is_said_with_a_way_on() -> None:
    ask()
    Member.objects.filter(organisation=school()).update(ends_on=date(2026, 11, 21))
    page = browser("Bea").get(f"{CASE}1/")
    assert "Alder Lane Academy is no member of Wessenmere" in said(page)
    assert f"{CASE}1/link/" in [link["href"] for link in soup(page).select("main a")]


def test_a_link_is_sent_to_somebody_else_again_and_ended() -> None:
    request = ask()
    client = browser("Bea")
    client.post(f"{CASE}1/link/", {"part": "contribute", "name": "Ola Finn", "email": "ola@example.org"})
    ola = request.links.get(email="ola@example.org")
    client.post(f"{CASE}1/links/{ola.pk}/again/")
    assert len([message for message in mail.outbox if message.to == ["ola@example.org"]]) == 2
    client.post(f"{CASE}1/links/{ola.pk}/end/")
    ola.refresh_from_db()
    assert ola.ended_at is not None
    assert client.post(f"{CASE}1/links/999/end/").status_code == 404


@pytest.mark.parametrize(
    ("page", "typed", "state"),
    [
        ("withdraw", {"reason": "Wrong school"}, "withdrawn"),
        ("nothing-known", {"where": "The register", "who": "Nia Pugh"}, "nothing_known"),
    ],
)
def test_a_request_that_is_owed_is_ended(page: str, typed: dict[str, str], state: str) -> None:
    request = ask()
    client = browser("Bea")
    assert client.post(f"{CASE}1/{page}/", dict.fromkeys(typed, "")).status_code == 200
    assert again(request).state == "asked"
    client.post(f"{CASE}1/{page}/", typed)
    assert again(request).state == state


def test_a_summary_is_sent_back_and_shared() -> None:
    request = returned(ask())
    client = browser("Bea")
    client.post(f"{CASE}1/share/", {"shared": "yes"})
    assert again(request).shared_at
    client.post(f"{CASE}1/send-back/", {"question": "Which March?"})
    assert again(request).state == "started"


def test_what_came_of_it_is_told_to_those_who_are_ticked() -> None:
    first = returned(ask())
    ask(first.review, trust(), email="leila@example.org")
    client = browser("Bea")
    page = soup(client.get(f"{CASE}tell/"))
    assert [box["value"] for box in page.select("input[type=checkbox][checked]")] == ["1"]
    client.post(f"{CASE}tell/", {"agencies": ["1"], "words": "Two briefings follow."})
    assert [request.told_words for request in AgencyRequest.objects.order_by("number")] == ["Two briefings follow.", ""]


def test_the_sentence_that_is_only_begun_is_not_sent() -> None:
    request = returned(ask())
    client = browser("Bea")
    begun = soup(client.get(f"{CASE}tell/")).select_one("#id_words").text  # type: ignore[union-attr]  # fails if None
    page = client.post(f"{CASE}tell/", {"agencies": ["1"], "words": begun})
    assert "Finish the sentence on what was learned" in said(page)
    assert again(request).told_at is None


def test_the_one_from_whose_page_one_comes_is_ticked() -> None:
    first = ask()
    ask(first.review, trust(), email="leila@example.org")
    page = soup(browser("Bea").get(f"{CASE}tell/?only=2"))
    assert [box["value"] for box in page.select("input[type=checkbox][checked]")] == ["2"]


def test_after_the_review_was_sent_it_is_read_and_told_and_nothing_else() -> None:
    returned(ask())
    RapidReview.objects.update(state="submitted", submitted_on=NOW.date())
    client = browser("Bea")
    assert client.get(f"{CASE}ask/").headers["Location"] == CASE
    words = said(client.get(f"{CASE}1/"))
    assert SUMMARY["analysis"] in words
    assert "Tell them what came of it" in words
    assert "Send it back" not in words


def many(number: int) -> AgencyRequest:
    """So many agencies asked, the first of which gave back a summary that is signed."""
    first = signed(returned(ask(lead=True)))
    for place in range(number - 1):
        agency = organisation(f"Wessenmere School {place}")
        Member.objects.create(partnership=partnership(), organisation=agency, part="agency")
        ask(first.review, agency, email=f"nia{place}@example.org")
    return first


@pytest.mark.parametrize("page", ["", "1/", "ask/", "ask/?agency=wessenmere-police&agency=wessenmere-council", "tell/"])
def test_a_page_costs_few_queries_however_many_agencies(
    page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(6)
    client = browser("Bea")
    client.get(CASE + page)
    with django_assert_max_num_queries(15):
        assert client.get(CASE + page).status_code == 200


def test_the_agencys_list_costs_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    returned(ask(now=datetime.now(tz=NOW.tzinfo), due_on=timezone.localdate()))
    client = browser("Colm")
    client.get("/summaries/")
    with django_assert_max_num_queries(15):
        client.get("/summaries/")
