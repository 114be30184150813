"""Who sees which background work, and how much of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from second_question_web.jobs import actions
from second_question_web.jobs.models import Job
from tests.people import person

pytestmark = pytest.mark.django_db
Budget = Callable[[int], Any]  # Any: a context manager of pytest-django


def counted() -> Job:
    return actions.start("test.count", "Counting something", person("Bea"), upto=3)


@pytest.mark.parametrize(("who", "status"), [("Adam", 200), ("Audra", 200), ("Bea", 403), ("Rhea", 403)])
def test_the_list_is_for_those_who_look_after_it(client: Client, who: str, status: int) -> None:
    client.force_login(person(who))
    assert client.get("/jobs/").status_code == status


@pytest.mark.parametrize(("who", "status"), [("Bea", 200), ("Adam", 200), ("Noor", 404), ("Petra", 404)])
def test_a_job_is_shown_to_who_asked_and_to_who_looks_after_it(client: Client, who: str, status: int) -> None:
    job = counted()
    client.force_login(person(who))
    assert client.get(f"/jobs/{job.pk}/").status_code == status


def test_what_came_out_is_for_who_asked_alone(client: Client) -> None:
    job = counted()
    for who, shown in (("Bea", True), ("Adam", False)):
        client.force_login(person(who))
        for page in (f"/jobs/{job.pk}/", f"/jobs/{job.pk}/progress/"):
            assert ("Counted to 3." in client.get(page).content.decode()) is shown


def test_a_job_under_way_asks_again_by_itself_and_offers_a_link_without_scripts(client: Client) -> None:
    job = Job.objects.create(kind="jobs.tidy", title="T", state="running", asked_by_key=person("Bea").trail_key)
    client.force_login(person("Bea"))
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert f'hx-get="/jobs/{job.pk}/progress/"' in page
    assert f'href="/jobs/{job.pk}/"' in page


def test_the_list_filters_by_state(client: Client) -> None:
    counted()
    actions.start("test.refuse", "Refusing", person("Bea"))
    Job.objects.update(kind="jobs.tidy")
    client.force_login(person("Adam"))
    page = client.get("/jobs/?state=failed").content.decode()
    assert "Refusing" in page
    assert "Counting something" not in page


def test_a_failed_job_is_tried_again_from_its_page(client: Client) -> None:
    job = actions.start("test.refuse", "Refusing", person("Bea"))
    client.force_login(person("Bea"))
    assert client.post(f"/jobs/{job.pk}/retry/").headers["Location"] == f"/jobs/{job.pk}/"
    assert Job.objects.get().attempts == 1


def test_the_list_costs_few_queries(client: Client, django_assert_max_num_queries: Budget) -> None:
    Job.objects.bulk_create(Job(kind="jobs.tidy", title="T", asked_at=timezone.now()) for _ in range(120))
    client.force_login(person("Adam"))
    with django_assert_max_num_queries(12):
        assert "120 jobs" in client.get("/jobs/").content.decode()
