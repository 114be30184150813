"""A file is taken into a review: open questions are filled, nothing is replaced, nothing is dropped (R7)."""

from collections import Counter

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.importing.actions import import_review_file, keep_reading
from second_question_web.rapid_reviews.importing.passages import LONGEST, Passage, in_parts
from second_question_web.rapid_reviews.importing.reading import Proposal, Reading, reading_of_json
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    AnswerChange,
    ImportedFile,
    RapidReview,
    ReviewRecord,
)
from second_question_web.rapid_reviews.records import form_of, records_of
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, begun_review, record_of
from tests.sample_review import sample_review
from tests.web.rapid_reviews.importing.readings import imported, proposal, read, reading, waiting

pytestmark = pytest.mark.django_db
BACKGROUND = proposal("review", "context_before", "The family had moved twice.")
HAPPENED = proposal("review", "what_happened", "Another account.")


def test_what_is_open_is_filled_and_its_writer_is_kept() -> None:
    review = begun_review()
    done = imported(review, reading(BACKGROUND))
    assert record_of(review).all_answers()["context_before"] == "The family had moved twice."
    assert (done.placed, done.taken_by) == (1, "Bea Okafor")
    change = AnswerChange.objects.get(question="context_before")
    assert (change.before, change.made_by) == ({}, "Bea Okafor")


def test_an_answer_that_is_there_stays_and_the_other_waits_with_its_question() -> None:
    review = begun_review()
    before = record_of(review).all_answers()["what_happened"]
    imported(review, reading(HAPPENED))
    (passage,) = waiting(review)
    assert record_of(review).all_answers()["what_happened"] == before
    assert (passage.heading, passage.text) == ("What happened?", "Another account.")
    assert passage.proposed_in == "review/1/what_happened"


def test_the_same_answer_again_is_nothing_to_do() -> None:
    review = begun_review()
    same = str(record_of(review).all_answers()["what_happened"])
    assert imported(review, reading(proposal("review", "what_happened", same))).placed == 0
    assert waiting(review) == []


def test_what_is_not_ticked_waits_with_its_question() -> None:
    review = begun_review()
    done = imported(review, reading(BACKGROUND), take=set())
    assert done.placed == 0
    assert [one.proposed_in for one in waiting(review)] == ["review/1/context_before"]
    assert not AnswerChange.objects.exists()


def test_a_question_that_hangs_on_an_answer_not_taken_waits() -> None:
    review = begun_review()
    parent = proposal("review", "national_relevance", True)
    child = proposal("review", "national_relevance_words", "It may be rare.")
    imported(review, reading(parent, child), take={1})
    assert {one.text for one in waiting(review)} == {"True", "It may be rare."}
    assert "national_relevance_words" not in record_of(review).all_answers()


def test_passages_wait_in_the_order_of_the_pages() -> None:
    review = begun_review()
    passages = (Passage("B", "second", 2), Passage("A", "first", 1))
    imported(review, reading(proposal("review", "what_happened", "other", page=3), passages=passages))
    assert [(one.position, one.page) for one in waiting(review)] == [(1, 1), (2, 2), (3, 3)]


def test_a_child_that_is_the_only_one_on_both_sides_is_the_same() -> None:
    review = begun_review()
    imported(review, reading(proposal("child", "full_name", "R."), proposal("child", "plans_now", "None")))
    assert record_of(review, "child").all_answers()["plans_now"] == "None"
    assert [one.heading for one in waiting(review)] == ["Child: R. – Full name"]


def test_other_records_are_the_same_by_name_or_new() -> None:
    review = begun_review()
    imported(review, reading(proposal("participant", "name", "Dana Whitlock")))
    again = (
        proposal("participant", "name", " dana  WHITLOCK"),
        proposal("participant", "job_title", "Director"),
        proposal("participant", "name", "Sam Pritchard", number=2),
    )
    imported(review, reading(*again))
    names = [str(one.all_answers()["name"]) for one in ReviewRecord.objects.filter(kind="participant")]
    assert names == ["Dana Whitlock", "Sam Pritchard"]
    assert record_of(review, "participant").all_answers()["job_title"] == "Director"


def test_no_record_is_made_of_which_nothing_is_wanted() -> None:
    review = begun_review()
    imported(review, reading(proposal("participant", "name", "Dana Whitlock")), take=set())
    assert not ReviewRecord.objects.filter(kind="participant").exists()
    assert [(one.text, one.proposed_in) for one in waiting(review)] == [("Dana Whitlock", "")]


def test_the_summary_of_an_agency_of_the_partnership_becomes_one_that_was_returned() -> None:
    review = begun_review()
    person("Leila")
    name = "Wessenmere Hospitals NHS Trust"
    summary = proposal("agency_summary", "involvement", "Two visits.", agency=name)
    episode = proposal("agency_episode", "title", "The visit", agency=name)
    imported(review, reading(summary, episode))
    request = AgencyRequest.objects.get()
    assert (request.state, request.organisation.name, request.returned_by) == ("returned", name, "Bea Okafor")
    assert [record.kind for record in records_of(review) if record.request] == ["agency_episode", "agency_summary"]


def test_the_words_of_an_agency_that_is_unknown_or_was_asked_itself_wait() -> None:
    review = begun_review()
    summary = proposal("agency_summary", "involvement", "Two visits.", agency="Elsewhere Clinic")
    imported(review, reading(summary))
    assert [one.heading for one in waiting(review)] == [
        "Agency summary: Elsewhere Clinic – What was your agency’s involvement?"
    ]
    assert not AgencyRequest.objects.exists()


def test_a_file_is_taken_in_once() -> None:
    review = begun_review()
    done = imported(review, reading(BACKGROUND))
    with pytest.raises(NotNow, match="already"):
        import_review_file(imported=done, by=person("Bea"), take={0}, now=NOW)
    assert Entry.objects.filter(action="rapid_review.import").count() == 1


def test_the_review_is_being_drafted_from_then_on() -> None:
    review = begun_review()
    imported(review, reading(BACKGROUND))
    assert RapidReview.objects.get().state == "drafting"


def test_a_review_with_the_panel_takes_nothing_in() -> None:
    review = begun_review()
    found = read(review, reading(BACKGROUND))
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow, match="With the Panel"):
        import_review_file(imported=found, by=person("Bea"), take={0}, now=NOW)
    assert "context_before" not in record_of(review).all_answers()


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Petra", "Max", "Rhea", "Iris", "Colm"])
def test_only_who_writes_the_review_imports(name: str) -> None:
    found = read(begun_review(), reading(BACKGROUND))
    with pytest.raises(PermissionDenied, match=r"rapid_review\.write"):
        import_review_file(imported=found, by=person(name), take={0}, now=NOW)


def test_the_trail_counts_and_holds_no_word() -> None:
    imported(begun_review(), reading(BACKGROUND, HAPPENED))
    row = Entry.objects.get(action="rapid_review.import")
    assert {name: row.after[name] for name in ("placed", "passages")} == {"placed": 1, "passages": 1}
    assert "moved" not in str(row.after)


def test_reading_a_file_again_changes_nothing() -> None:
    review = begun_review()
    found = read(review, reading(BACKGROUND))
    again = keep_reading(review=review, by=person("Bea"), file=found.file, reading=reading(), now=NOW)
    assert (again.pk, ImportedFile.objects.count()) == (found.pk, 1)


def test_a_whole_review_comes_in_but_for_what_is_said_already_and_what_agencies_wrote() -> None:
    review, content = begun_review(), sample_review()
    what = reading_of_json(content, form_of(review))
    done = imported(review, what)
    left = [one.text for one in waiting(review)]
    of_agencies = [one.text for one in what.proposals if one.agency]
    assert {" ".join(text.split()) for text in of_agencies} <= {" ".join(text.split()) for text in left}
    assert done.placed > 0.7 * (len(what.proposals) - len(of_agencies))
    kinds = Counter(record.kind for record in records_of(review))
    assert kinds["moment"] == len(content.of("moment"))
    assert kinds["participant"] == len(content.of("participant"))


def test_what_was_read_is_sealed() -> None:
    read(begun_review(), reading(BACKGROUND))
    with connection.cursor() as cursor:
        cursor.execute("SELECT reading FROM rapid_reviews_importedfile")
        (kept,) = cursor.fetchone()
    assert "moved" not in kept


@pytest.mark.parametrize("separator", ["\n\n", "\n", " ", ""])
def test_a_long_passage_is_cut_and_loses_no_word(separator: str) -> None:
    words = separator.join(f"word{number:06}" for number in range(3_000))
    parts = [part.text for part in in_parts(Passage("H", words, 4))]
    assert all(len(part) <= LONGEST for part in parts)
    assert "".join("".join(part.split()) for part in parts) == "".join(words.split())


def test_a_reading_survives_being_kept() -> None:
    what = Reading((Proposal("child", 2, "sex", {"unanswered": "not_known"}, "?", 4, 0.7),), (Passage("H", "t", 2),))
    assert Reading.from_json(what.to_json()) == what
