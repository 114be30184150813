"""Saved searches and the e-mails about them: what is new is told once, to whoever may see it that day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from second_question.library.entry import KeptPassage
from second_question_web.jobs.models import Job
from second_question_web.jobs.schedule import ask_for_what_is_due
from second_question_web.library.alerts.sending import alert
from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Grant, Person
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.library_documents import opened, put, show_to
from tests.people import partnership, person

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
DAY = timedelta(days=1)
DAILY, WEEKLY, NEVER = SavedSearch.Rhythm.DAILY, SavedSearch.Rhythm.WEEKLY, SavedSearch.Rhythm.NEVER


@pytest.fixture(autouse=True)
def amber() -> None:
    """A document that was there before anybody saved a search."""
    put("amber")
    opened()


def save(client: Client, who: str, said: str, rhythm: str, name: str = "Fathers") -> SavedSearch:
    client.force_login(person(who))
    answer = client.post(f"{reverse('library_saved_new')}?{said}", {"name": name, "rhythm": rhythm})
    assert (answer.status_code, answer.headers.get("Location")) == (302, reverse("library_saved"))
    made = SavedSearch.objects.get(person=person(who), name=name)
    SavedSearch.objects.filter(pk=made.pk).update(created_at=MONDAY - 3 * DAY)
    return made


def written(now: datetime) -> str:
    """All that is sent that day."""
    mail.outbox.clear()
    assert alert(now=now) == len(mail.outbox)
    return "\n".join(f"{one.to[0]}: {one.subject}\n{one.body}" for one in mail.outbox)


def test_what_is_new_is_told_once_with_its_address(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    assert written(MONDAY) == ""
    put("beryl", title="Child Beryl")
    told = written(MONDAY + DAY)
    assert told.startswith("bea@example.org: Second Question: 1 new document in the library\n")
    assert "- Child Beryl\n" in told
    assert "http://127.0.0.1:8000/library/beryl/\n" in told
    assert "Amber" not in told
    assert written(MONDAY + DAY) == written(MONDAY + 2 * DAY) == ""


def test_a_correction_or_a_document_shown_again_is_no_news(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    for seen in ("withdrawn", "public"):
        show_to("amber", seen)
    assert written(MONDAY) == ""


def test_a_document_that_becomes_open_is_news_for_those_who_could_not_see_it(client: Client) -> None:
    put("coral", seen=f"partnership-{partnership().pk}")
    for who in ("Bea", "Noor"):
        save(client, who, "region=East of England", DAILY)
    show_to("coral", "public")
    assert written(MONDAY).startswith("noor@example.org")
    assert len(mail.outbox) == 1


def test_what_is_restricted_is_counted_and_named_nowhere(client: Client) -> None:
    search = save(client, "Bea", "q=fathers", DAILY)
    put("coral", seen=f"partnership-{partnership().pk}", title="Child Coral, secret")
    put("drift", seen="panel", title="Child Drift, secret")
    told = written(MONDAY)
    assert "secret" not in told
    assert "1 that not everybody may open: sign in to see everything that is new." in told
    assert f"http://127.0.0.1:8000/library/saved/{search.pk}/" in told
    assert "fathers" not in told  # what is searched for may name somebody


def test_who_may_not_see_it_any_more_does_not_hear_of_it(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    put("coral", seen=f"partnership-{partnership().pk}")
    Grant.objects.filter(person=person("Bea")).update(ended_at=MONDAY)
    assert written(MONDAY) == ""


def test_an_account_that_has_ended_gets_nothing(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    put("beryl")
    Person.objects.filter(pk=person("Bea").pk).update(state=Person.State.ENDED)
    assert written(MONDAY) == ""


def test_once_a_week_is_on_monday_and_never_is_never(client: Client) -> None:
    save(client, "Bea", "q=fathers", WEEKLY)
    save(client, "Noor", "q=fathers", NEVER)
    assert written(MONDAY) == ""
    put("beryl")
    assert [written(MONDAY + number * DAY) == "" for number in range(1, 8)] == [True] * 6 + [False]
    assert mail.outbox[0].to == ["bea@example.org"]


def test_a_document_of_two_searches_stands_in_one_email_once(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY, "Fathers")
    save(client, "Bea", "kind=local-review", DAILY, "Reviews")
    put("beryl")
    assert written(MONDAY).count("Child Beryl") == 1


def test_a_search_that_cannot_be_read_any_more_says_so_once(client: Client) -> None:
    search = save(client, "Bea", "theme=curiosity", DAILY)
    SavedSearch.objects.filter(pk=search.pk).update(asked="theme=no-such-theme")
    told = written(MONDAY)
    assert "It asks for “no-such-theme”, which the library does not know any more." in told
    assert written(MONDAY + DAY) == ""
    assert "Cannot be read any more" in client.get(reverse("library_saved")).content.decode()


def test_what_was_not_taken_by_the_mail_server_is_sent_later(client: Client, settings: Settings) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    put("beryl")
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "no.such.backend"
    with pytest.raises(NotSent):
        alert(now=MONDAY)
    settings.EMAIL_BACKEND = works
    assert "Child Beryl" in written(MONDAY)


def test_every_email_can_be_ended_without_signing_in(client: Client) -> None:
    save(client, "Bea", "q=fathers", DAILY)
    put("beryl")
    written(MONDAY)
    headers, body = mail.outbox[0].extra_headers, str(mail.outbox[0].body)
    address = headers["List-Unsubscribe"].strip("<>")
    assert address in body
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stranger = Client(enforce_csrf_checks=True)
    path = address.removeprefix("http://127.0.0.1:8000")
    assert stranger.get(path).status_code == 200
    assert SavedSearch.objects.get().rhythm == DAILY  # a program that follows links ends nothing
    assert "have ended" in stranger.post(path, {"List-Unsubscribe": "One-Click"}).content.decode()
    assert SavedSearch.objects.get().rhythm == NEVER
    assert stranger.post(path).status_code == 200
    assert Entry.objects.filter(action="saved_search.stop").count() == 1
    assert stranger.get(f"{path[:-3]}x/").status_code == 404


def test_the_list_marks_what_is_new_until_it_was_seen(client: Client) -> None:
    search = save(client, "Bea", "q=fathers", NEVER)
    page = reverse("library_saved_search", args=[search.pk])
    assert "Nothing new" in client.get(reverse("library_saved")).content.decode()
    put("coral", seen=f"partnership-{partnership().pk}", title="Child Coral")
    assert "1 new" in client.get(reverse("library_saved")).content.decode()
    shown = client.get(page).content.decode()
    assert "Child Coral" in shown
    assert "Restricted" in shown  # as it is marked wherever else it stands
    client.post(page, {"wish": "seen"})
    assert "Nothing new" in client.get(reverse("library_saved")).content.decode()


def test_a_search_is_renamed_and_removed_by_its_owner_alone(client: Client) -> None:
    search = save(client, "Bea", "q=fathers&region=London&nonsense=1", NEVER)
    assert search.asked == "q=fathers&region=London"
    page = reverse("library_saved_search", args=[search.pk])
    client.force_login(person("Noor"))
    assert client.post(page, {"wish": "remove"}).status_code == 404
    client.force_login(person("Bea"))
    client.post(page, {"name": "Men", "rhythm": WEEKLY})
    search.refresh_from_db()
    assert (search.name, search.rhythm) == ("Men", WEEKLY)
    client.post(page, {"wish": "remove"})
    assert not SavedSearch.objects.exists()
    said = str(list(Entry.objects.filter(action__startswith="saved_search").values_list("before", "after")))
    assert "Men" not in said
    assert "fathers" not in said


@pytest.mark.parametrize(
    ("said", "posted", "problem"),
    [
        pytest.param("q=men", {"name": "Fathers", "rhythm": DAILY}, "You have a search of this name", id="same name"),
        pytest.param("q=men", {"name": "", "rhythm": DAILY}, "Enter a name", id="no name"),
        pytest.param("q=men", {"name": "Men"}, "Say whether we should write", id="no answer"),
        pytest.param("", {"name": "Men", "rhythm": DAILY}, "It asks for nothing.", id="nothing asked"),
        pytest.param(f"q={'x' * 2001}", {"name": "Men", "rhythm": DAILY}, "It is too long", id="too long"),
        pytest.param("kind=novel", {"name": "Men", "rhythm": DAILY}, "It asks for “novel”", id="no such kind"),
    ],
)
def test_what_cannot_be_saved_says_why(client: Client, said: str, posted: dict[str, str], problem: str) -> None:
    save(client, "Bea", "q=fathers", NEVER)
    answer = client.post(f"{reverse('library_saved_new')}?{said}", posted)
    assert problem in answer.content.decode()
    assert SavedSearch.objects.count() == 1


def test_a_word_that_no_text_has_is_pointed_out_and_waited_for_as_it_is_written(client: Client) -> None:
    save(client, "Bea", "q=fatherz", DAILY)
    page = client.get(f"{reverse('library_saved_new')}?q=fatherz").content.decode()
    assert "No text has “fatherz” yet." in page
    put("beryl")
    assert written(MONDAY) == ""
    put("coral", text="The fatherz.", passages=(KeptPassage(1, 0, 12),))
    assert "Child Coral" in written(MONDAY + DAY)


def test_it_is_asked_for_every_day() -> None:
    assert "library alerts" in ask_for_what_is_due(now=MONDAY)
    assert Job.objects.get(kind="library.alerts").state == Job.State.DONE
