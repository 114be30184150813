"""The live appraisal: each answer leads to its passage in the text, and follows the text as it is written (A3, F1)."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.cache import caches
from django.test import Client

from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST
from second_question.rules.questions import Unanswered
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.keeping import keep, wanted_from
from tests.people import person
from tests.reviews import NOW, begun_review, record_of
from tests.web.rapid_reviews.deciding.decisions import answered, complete_review, decided, sent

pytestmark = pytest.mark.django_db
TEXT = "appraisal/text/"
FATHERS = "Nobody asked the father what he knew, because the visits were arranged with the mother alone."


def page_of(review: RapidReview, rest: str = "appraisal/", who: str = "Bea") -> BeautifulSoup:
    client = Client()
    client.force_login(person(who))
    answer = client.get(f"/notifications/{review.notification.reference}/rapid-review/{rest}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def answers(page: BeautifulSoup) -> dict[str, str]:
    """What is said of each item, by its id."""
    return {str(one["id"]): _tag(one) for one in page.select("[id^=RR].sq-appraised")}


def _tag(item: Tag) -> str:
    (found,) = item.select("h3 .govuk-tag")
    return found.get_text(strip=True)


def test_every_item_of_the_checklist_is_answered_once() -> None:
    found = answers(page_of(complete_review()))
    assert sorted(found) == [item.id for item in RAPID_REVIEW_CHECKLIST.items]
    assert {id_ for id_, answer in found.items() if answer == "For a person"} == {"RR08", "RR10", "RR17", "RR25"}


def test_each_quotation_leads_to_its_words_in_the_text() -> None:
    review = complete_review()
    page, text = page_of(review), page_of(review, TEXT)
    shown = [(one.get_text(), one.find("a")["href"]) for one in page.select(".sq-quotations li")]  # type: ignore[index]
    assert shown
    for words, href in shown:
        place = text.find(id=str(href).removeprefix("text/#"))
        assert place is not None
        first = words.partition("“")[2].split()[0].strip("”,;…")
        assert first in " ".join(place.find_parent(["p", "tr", "h3", "h4", "h5", "h6"]).get_text(" ").split())  # type: ignore[union-attr]


def test_a_marked_passage_leads_back_to_its_item() -> None:
    review = complete_review()
    page, text = page_of(review), page_of(review, TEXT)
    back = {str(one["href"]).removeprefix("../#") for one in text.select(".sq-mark__name")}
    assert back
    assert all(page.find(id=one) for one in back)


def test_it_follows_the_text() -> None:
    review = complete_review()
    assert FATHERS not in page_of(review).get_text()
    assert FATHERS not in page_of(review, TEXT).get_text()
    answered(review, {"fathers_and_other_men": FATHERS})
    page = page_of(review)
    assert FATHERS in page.get_text()
    assert FATHERS in page_of(review, TEXT).get_text()
    assert answers(page)["RR13"] != "No"
    assert FATHERS in page.select_one("#RR13").get_text()  # type: ignore[union-attr]


def open_questions(page: BeautifulSoup, item: str) -> dict[str, str]:
    """What an item says is not answered, with where each is answered."""
    found = page.select(f"#{item} li")
    return {
        one.get_text(" ", strip=True): str(one.a["href"]) if one.a else ""
        for one in found
        if one.parent and not _quoted(one)
    }


def _quoted(line: Tag) -> bool:
    return line.parent is not None and "sq-quotations" in (line.parent.get("class") or [])


def test_what_is_not_answered_is_named_and_leads_the_writer_to_its_question() -> None:
    review = begun_review()
    found = open_questions(page_of(review), "RR19")
    assert list(found) == ["How will it be spread?", "To whom, by whom, and by when?"]
    assert found["How will it be spread?"].endswith("/sections/learning/#how_spread")


def test_who_only_reads_the_draft_is_led_to_no_question() -> None:
    found = open_questions(page_of(begun_review(), who="Chidi"), "RR19")
    assert set(found.values()) == {""}


def test_why_an_answer_is_missing_is_told_with_its_place() -> None:
    review = begun_review()
    not_asked = wanted_from(form_of(review), "review", {}, {"learned_before": Unanswered.NOT_ASKED})
    keep(record_of(review), not_asked, by=person("Bea"), now=NOW)
    (found,) = open_questions(page_of(review), "RR21").items()
    assert found[0].startswith("Has this been learned before? “Not asked")


def test_of_what_there_is_none_that_is_said() -> None:
    page = page_of(begun_review())
    assert answers(page)["RR02"] == "No"
    assert "No participant has been entered." in page.select_one("#RR02").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("cache", ["process", "appraisals"])
def test_nothing_of_the_case_is_kept_in_clear(cache: str) -> None:
    review = complete_review()
    answered(review, {"fathers_and_other_men": FATHERS})
    caches["process"].clear()
    page_of(review)
    page_of(review, TEXT)
    kept = b"".join(caches[cache]._cache.values())  # type: ignore[attr-defined]  # noqa: SLF001  the memory itself
    assert kept
    assert b"father" not in kept


def test_a_page_that_was_kept_under_keys_that_are_gone_is_made_anew() -> None:
    review = complete_review()
    first = answers(page_of(review))
    kept = caches["appraisals"]
    for name in list(kept._cache):  # type: ignore[attr-defined]  # noqa: SLF001  the memory itself
        if ":list:" in name:
            kept.set(name.partition(":1:")[2], "sealed with a key that is gone")
    assert answers(page_of(review)) == first


def test_only_who_writes_is_led_to_questions_though_another_opened_the_page_first() -> None:
    review = begun_review()
    assert "/sections/learning/" in str(page_of(review).select_one("#RR19"))
    assert "/sections/learning/" not in str(page_of(review, who="Chidi").select_one("#RR19"))


def test_the_panel_sees_the_appraisal_of_what_was_sent() -> None:
    review = complete_review()
    decided(review)
    sent(review)
    page = page_of(review, "versions/1/appraisal/", "Petra")
    assert "Appraisal of version 1" in page.get_text()
    assert page_of(review, "versions/1/appraisal/text/", "Petra").select(".sq-mark__name")
    assert len(answers(page)) == len(RAPID_REVIEW_CHECKLIST.items)
