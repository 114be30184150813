"""What a reading makes of files: Word through the reader, JSON of the published format; what cannot be read says why."""

import json
from datetime import date

import pytest
from django.urls import reverse

from second_question.exchange.review.json_out import to_json
from second_question.rules.template.content import (
    AgencyAnswer,
    ContentDecision,
    ContentRecord,
    ContentSignature,
    ReviewContent,
)
from second_question.rules.template.parts import RAPID_REVIEW_2021, OwnQuestion, template_with
from second_question_web.files.models import StoredFile
from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.rapid_reviews.importing import jobs
from second_question_web.rapid_reviews.importing.about import passages_about
from second_question_web.rapid_reviews.importing.reading import Reading, reading_of_json
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview
from tests.people import person
from tests.reviews import begun_review
from tests.web.files.given import PDF
from tests.web.rapid_reviews.importing.readings import pdf_without_text, stored, word_file

CONTENT = ReviewContent(
    RAPID_REVIEW_2021,
    "SIN-2024-0777",
    "Norvale",
    (
        ContentRecord("review", 1, {"what_happened": "A fall.", "outcome": "no_review"}),
        ContentRecord("child", 1, {"full_name": "Lark"}),
    ),
    late_reason="The hospital was slow.",
    decisions=(ContentDecision(1, "no_review", date(2024, 5, 3), "", (ContentSignature("Police", "Agrees"),)),),
    agencies=(AgencyAnswer("Alder Lane Academy", "Did not know the family"),),
)


def job_for(review: RapidReview, file: StoredFile, who: str = "Bea") -> Job:
    reference = review.notification.reference
    key = person(who).trail_key
    return Job.objects.create(
        kind=jobs.KIND,
        title="Reading",
        asked_by_key=key,
        asked_by=who,
        arguments={"file": str(file.pk), "review": reference},
    )


def read(review: RapidReview, name: str, content: bytes) -> Reading:
    job = job_for(review, stored(review, name, content))
    jobs.read_file(job, Progress(job.pk))
    return Reading.from_json(ImportedFile.objects.get().reading)


@pytest.mark.django_db
def test_a_word_file_is_read_into_answers_and_passages() -> None:
    review = begun_review()
    found = read(review, "old.docx", word_file())
    assert any("Quay Row in 2025" in one.text for one in found.proposals)
    assert any("Nothing in the template asks for this." in one.text for one in found.passages)
    assert all(one.page >= 1 for one in found.proposals if one.text)


@pytest.mark.django_db
def test_the_result_of_the_job_leads_on_and_tells_nothing_of_the_case() -> None:
    review = begun_review()
    job = job_for(review, stored(review, "old.docx", word_file()))
    result = jobs.read_file(job, Progress(job.pk))
    reference, kept = review.notification.reference, ImportedFile.objects.get()
    assert result == {
        "message": "The file has been read.",
        "page": reverse("review_import_check", args=[reference, kept.pk]),
    }


@pytest.mark.django_db
def test_a_job_done_twice_keeps_one_reading() -> None:
    review = begun_review()
    job = job_for(review, stored(review, "old.docx", word_file()))
    first, second = (jobs.read_file(job, Progress(job.pk)) for _ in range(2))
    assert first == second


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.pdf", PDF, "damaged"),
        ("old.pdf", pdf_without_text(), "is a scan"),
        ("old.pdf", pdf_without_text(1_000), "1,000 pages"),
        ("old.pdf", pdf_without_text(1, "secret"), "protected with a password"),
        ("old.txt", b"   \n ", "empty"),
        ("old.json", b"{not json", "This is no JSON file"),
        ("old.json", b"[" * 100_000, "This is no JSON file"),
        ("old.json", b'{"template": "rapid-review/2021"}', "published format. .*reference"),
    ],
    ids=["damaged", "scanned", "long", "locked", "blank", "no JSON", "deep JSON", "other JSON"],
)
def test_what_cannot_be_read_says_what_is_wrong(name: str, content: bytes, said: str) -> None:
    with pytest.raises(CannotDo, match=said):
        read(begun_review(), name, content)
    assert not ImportedFile.objects.exists()


@pytest.mark.django_db
def test_who_may_no_longer_write_the_review_gets_nothing_read() -> None:
    review = begun_review()
    job = job_for(review, stored(review), who="Noor")
    with pytest.raises(CannotDo, match="cannot be opened any more"):
        jobs.read_file(job, Progress(job.pk))


@pytest.mark.django_db
def test_a_file_that_is_still_scanned_is_read_later() -> None:
    review = begun_review()
    file = stored(review)
    StoredFile.objects.update(scan=StoredFile.Scan.WAITING)
    job = job_for(review, file)
    with pytest.raises(jobs.NotYetScanned):
        jobs.read_file(job, Progress(job.pk))


@pytest.mark.django_db
def test_an_infected_file_is_never_read() -> None:
    review = begun_review()
    file = stored(review)
    StoredFile.objects.update(scan=StoredFile.Scan.INFECTED)
    job = job_for(review, file)
    with pytest.raises(CannotDo, match="Malware"):
        jobs.read_file(job, Progress(job.pk))


@pytest.mark.django_db
def test_json_of_the_published_format_gives_the_same_answers() -> None:
    found = read(begun_review(), "old.json", json.dumps(to_json(CONTENT)).encode())
    assert {(one.kind, one.question): one.held["answer"] for one in found.proposals} == {
        ("review", "what_happened"): "A fall.",
        ("review", "outcome"): "no_review",
        ("child", "full_name"): "Lark",
    }
    assert {one.confidence for one in found.proposals} == {1.0}


def test_what_is_said_besides_the_answers_is_kept_as_passages() -> None:
    assert {one.heading: one.text for one in passages_about(CONTENT)} == {
        "The head of the document": "Reference: SIN-2024-0777\nArea: Norvale\n"
        "Why it was sent late: The hospital was slow.",
        "How the agencies answered": "Alder Lane Academy: Did not know the family",
        "Decision 1": "No local review, 3 May 2024\nPolice: Agrees",
    }


def test_answers_to_another_partnerships_own_questions_are_passages() -> None:
    form = template_with((), [OwnQuestion("own_9", "learning", "What did the ward learn?")])
    content = ReviewContent(form, "", "", (ContentRecord("review", 1, {"own_9": "Much."}),))
    found = reading_of_json(content, RAPID_REVIEW_2021)
    assert [(one.heading, one.text) for one in found.passages] == [("What did the ward learn?", "Much.")]
    assert found.proposals == ()


def test_an_answer_longer_than_any_may_be_is_cut_into_passages() -> None:
    words = "one two three. " * 4_000
    content = ReviewContent(RAPID_REVIEW_2021, "", "", (ContentRecord("review", 1, {"family_history": words}),))
    found = reading_of_json(content, RAPID_REVIEW_2021)
    assert found.proposals == ()
    assert {one.heading for one in found.passages} == {"Household and family history"}
    assert " ".join(" ".join(one.text for one in found.passages).split()) == words.strip()
