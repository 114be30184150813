"""Reviews that came as a scan, whole or in part: which pages were not read is said, and waits for somebody to read them."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.progress import Progress
from second_question_web.rapid_reviews.importing import jobs
from second_question_web.rapid_reviews.importing.about import NOT_READ, WHAT_TO_DO
from second_question_web.rapid_reviews.importing.reading import CERTAIN, RECOGNISED
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview
from tests.people import person
from tests.reviews import begun_review
from tests.scans import needs_tesseract, scanned, typeset, word_with_pictures
from tests.web.rapid_reviews.importing.readings import stored, waiting
from tests.web.rapid_reviews.importing.test_reading import job_for, read

pytestmark = pytest.mark.django_db
FIRST = "= Background\n\nThe family moved to Quay Row and knew nobody there. The mother worked at night in a bakery."
SECOND = "= Fathers and other men\n\nNobody asked the father who slept beside the baby on that night in March."


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")


def file(*as_pictures: int) -> bytes:
    return scanned(typeset(FIRST, SECOND), as_pictures)


def check_page(review: RapidReview, answer_to_ticks: list[str] | None = None) -> BeautifulSoup:
    client = Client()
    client.force_login(person("Bea"))
    address = f"/notifications/{review.notification.reference}/rapid-review/import/{ImportedFile.objects.get().pk}/"
    if answer_to_ticks is not None:
        client.post(address, {"take": answer_to_ticks})
    return BeautifulSoup(client.get(address, follow=True).content, "html.parser")


@pytest.mark.usefixtures("without_tesseract")
def test_pages_that_were_not_read_are_named_with_what_to_do() -> None:
    review = begun_review()
    job = job_for(review, stored(review, "old.pdf", file(2)))
    assert jobs.read_file(job, Progress(job.pk))["message"] == "The file has been read, but not every page of it."
    (warning,) = check_page(review).select(".govuk-warning-text__text")
    said = " ".join(warning.get_text(" ").split())
    assert "Page 2 is in the file as pictures. Nothing on them was read." in said
    assert WHAT_TO_DO in said


def test_a_scan_pasted_into_a_word_file_is_named_too() -> None:
    review = begun_review()
    assert read(review, "old.docx", word_with_pictures("The family moved to Quay Row in May.", (6, 9))).not_read == (2,)
    assert "Page 2 is in the file as pictures. Nothing on them was read." in check_page(review).get_text()


@pytest.mark.usefixtures("without_tesseract")
def test_what_stands_on_the_other_pages_is_read() -> None:
    found = read(begun_review(), "old.pdf", file(2))
    assert any("Quay Row" in one.text for one in found.proposals)


@pytest.mark.usefixtures("without_tesseract")
def test_pages_that_were_not_read_wait_after_the_rest_is_taken_in() -> None:
    review = begun_review()
    read(review, "old.pdf", file(2))
    page = check_page(review, answer_to_ticks=["0"])
    assert [(one.heading, one.page) for one in waiting(review) if one.heading == NOT_READ] == [(NOT_READ, 2)]
    assert "Page 2 is in the file as pictures without text." in page.get_text()


@pytest.mark.usefixtures("without_tesseract")
def test_of_a_file_that_is_nothing_but_a_scan_one_sentence_says_so() -> None:
    with pytest.raises(CannotDo, match=r"is a scan.*Use the Word file.*Tesseract.*not installed"):
        read(begun_review(), "old.pdf", file(1, 2))


@needs_tesseract
def test_what_was_recognised_is_taken_with_caution() -> None:
    review = begun_review()
    found = read(review, "old.pdf", file(2))
    assert (found.not_read, found.recognised) == ((), (2,))
    (one,) = (one for one in found.proposals if "who slept beside the baby" in one.text)
    assert one.confidence <= RECOGNISED < CERTAIN
    page = check_page(review)
    assert "Page 2 is a scan whose letters a program recognised." in page.get_text()
    assert not page.select(".govuk-warning-text")


def test_of_a_file_without_scans_nothing_of_the_kind_is_said() -> None:
    review = begun_review()
    found = read(review, "old.pdf", file())
    assert (found.not_read, found.recognised) == ((), ())
    page = check_page(review)
    assert not page.select(".govuk-warning-text")
    assert "recognised" not in page.select_one("main").get_text()  # type: ignore[union-attr]
