"""The second question beside the writer: what is noticed, and what somebody says of it (F1, F2, R7)."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from second_question.reading.prompt import Place, PromptKind
from second_question.rules.phrases import PHRASES, Catchphrase
from second_question.rules.template.parts import RAPID_REVIEW_2021, RECORD_KINDS, RecordKind
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import DismissedPrompt, RapidReview
from second_question_web.rapid_reviews.writing.actions import dismiss_prompt, take_back_dismissal
from second_question_web.rapid_reviews.writing.actions.prompts import KEY
from second_question_web.rapid_reviews.writing.prompts import prompts_of, written
from second_question_web.rapid_reviews.writing.prompts_beside import beside, section_of
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, begun_review
from tests.web.rapid_reviews.second_question.conftest import Opens
from tests.web.rapid_reviews.second_question.texts import (
    HOSPITAL,
    MEETING,
    REVIEW,
    VISIT,
    links_of,
    part,
    told_by_agency,
    value_of,
    words,
    write,
)

pytestmark = pytest.mark.django_db
PAGE = f"{REVIEW}second-question/"
BACKGROUND = f"{PAGE}beside/background/0/"
CURIOSITY = "catchphrase:review::1:context_before:professional_curiosity"
Browser = Callable[[str], Client]


@pytest.fixture
def review() -> RapidReview:
    """A review whose background has a catchphrase in it."""
    made = begun_review()
    write(made, "review", {"context_before": "There was a lack of professional curiosity."})
    return made


def dismissed(review: RapidReview, by: str = "Bea", key: str = CURIOSITY, reason: str = "Part 9 says it") -> None:
    dismiss_prompt(by=person(by), review=review, key=key, reason=reason, now=NOW)


def panel(client: Client, address: str = BACKGROUND, **typed: str) -> BeautifulSoup:
    response = client.post(address, typed)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_a_catchphrase_is_quoted_with_its_question_and_leads_to_its_answer(review: RapidReview, opened: Opens) -> None:
    item = part(opened("Bea", PAGE), "#part-5 + ul > li")
    assert "“professional curiosity” stands here" in words(item)
    assert "What was not asked, of whom?" in words(item)
    assert links_of(item)[0].endswith("/background/#context_before")


def test_prompts_stand_under_their_part_with_their_number(review: RapidReview, opened: Opens) -> None:
    write(review, "episode", MEETING)
    page = opened("Bea", PAGE)
    heads = [words(head) for head in page.find_all("h2", class_="govuk-heading-m")]
    assert [head for head in heads if head[0] in "59"] == ["5. Background 2", "9. Analysis 2"]


def test_the_length_stands_beside_that_of_the_best(review: RapidReview, opened: Opens) -> None:
    assert "if it were sent now; the best have 6 to 16" in words(opened("Bea", PAGE))


def test_the_page_asks_the_database_little(
    review: RapidReview, browser: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    dismissed(review)
    told_by_agency(review, VISIT)
    bea = browser("Bea")
    with django_assert_max_num_queries(15):
        bea.get(PAGE)


def test_the_panel_asks_the_database_less(
    review: RapidReview, browser: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    bea = browser("Bea")
    with django_assert_max_num_queries(8):
        bea.post(BACKGROUND, {"context_before": "A robust plan."})


def test_an_agencys_episode_leads_to_its_request(review: RapidReview, opened: Opens) -> None:
    told_by_agency(review, {"title": "Visit", "what_happened": "The nurse came and went."})
    item = part(opened("Bea", PAGE), "#part-6 + ul > li")
    assert f"{HOSPITAL}, Visit: Why did it happen so?" in words(item)
    assert links_of(item)[0] == f"{REVIEW}agencies/1/"


def test_what_an_agency_has_not_given_back_is_not_looked_at(review: RapidReview) -> None:
    told_by_agency(review, VISIT, state="started")
    assert not [one for one in prompts_of(written(review)) if one.prompt.agency]


def test_opening_the_page_is_in_the_trail(review: RapidReview, opened: Opens) -> None:
    opened("Chidi", PAGE)
    row = Entry.objects.get(action="rapid_review.open_text")
    assert (row.actor_name, row.case, row.after) == ("Chidi Marsh", "SIN-2026-0001", {"page": "second question"})


@pytest.mark.parametrize("name", ["Petra", "Noor", "Colm", "Rhea", "Adam"])
def test_it_is_not_for_those_who_may_not_read_the_draft(review: RapidReview, browser: Browser, name: str) -> None:
    assert browser(name).get(PAGE).status_code in (403, 404)


def test_beside_a_section_stands_what_concerns_it(review: RapidReview) -> None:
    write(review, "episode", MEETING)
    text = written(review)
    kinds = {one.prompt.kind.value for one in beside(review, section_of(text, "background")).prompts}
    assert kinds == {"catchphrase", "child_voice"}


def test_beside_one_of_several_records_stands_what_concerns_that_one(review: RapidReview) -> None:
    write(review, "episode", MEETING)
    write(review, "episode", VISIT)
    section = section_of(written(review), "episode")
    names = [[one.record for one in beside(review, section, place).prompts] for place in (1, 2)]
    assert names == [["Referral not accepted"], ["The visit of 3 March"]]


def test_the_panel_follows_what_is_typed_and_stores_nothing(review: RapidReview, browser: Browser) -> None:
    shown = panel(browser("Bea"), context_before="The response was robust.")
    assert "“robust” stands here" in words(shown)
    assert "curiosity" not in words(shown)
    assert written(review).content.review.answers["context_before"] == "There was a lack of professional curiosity."


def test_a_chain_of_whys_is_followed_while_it_is_typed(review: RapidReview, browser: Browser) -> None:
    write(review, "episode", MEETING)
    address = f"{PAGE}beside/episode/1/"
    before = panel(browser("Bea"), address, **{name: str(said) for name, said in MEETING.items()})
    why = "Because the hub’s inbox had no owner while its manager was off sick."
    after = panel(
        browser("Bea"), address, why=why, why_again=why, **{name: str(said) for name, said in MEETING.items()}
    )
    assert "tells what happened and not yet why" in words(before)
    assert "Nothing is noticed here at present" in words(after)


def test_a_panel_that_would_show_the_same_is_not_sent_again(review: RapidReview, browser: Browser) -> None:
    first = panel(browser("Bea"), context_before="A robust plan.")
    seen = value_of(first, "prompts-seen")
    again = browser("Bea").post(BACKGROUND, {"context_before": "A robust plan, too.", "prompts-seen": seen})
    assert again.status_code == 204


def test_an_answer_that_is_too_long_leaves_the_panel_standing(review: RapidReview, browser: Browser) -> None:
    assert "professional curiosity" in words(panel(browser("Bea"), context_before="robust " * 150_000))


def test_the_panel_beside_a_record_that_is_not_saved_offers_no_dismissal(review: RapidReview, browser: Browser) -> None:
    shown = panel(browser("Bea"), f"{PAGE}beside/moment/0/", title="Visit", what_happened="She came and went.")
    assert "“Visit” tells what happened and not yet why" in words(shown)
    assert not shown.find("form")


def test_no_such_section(review: RapidReview, browser: Browser) -> None:
    assert browser("Bea").post(f"{PAGE}beside/weather/0/").status_code == 404


def test_a_dismissed_prompt_stands_folded_with_reason_person_and_time(review: RapidReview, opened: Opens) -> None:
    dismissed(review, by="Dana")
    folded = opened("Bea", PAGE).find("details", class_="sq-prompts__dismissed")
    assert "1 dismissed" in words(folded)
    assert "Dismissed, because: Part 9 says it Dana Whitlock, 20 November 2026, 10:30am" in words(folded)


def test_dismissing_leaves_one_row_that_holds_no_word_of_the_case(review: RapidReview) -> None:
    dismissed(review)
    dismissed(review, reason="Again")
    row = Entry.objects.get(action="prompt.dismiss")
    assert (row.after, row.reason) == ({"prompt": CURIOSITY}, "")
    assert DismissedPrompt.objects.get().reason == "Part 9 says it"


def test_taken_back_it_stands_again_and_what_was_said_is_kept(review: RapidReview) -> None:
    dismissed(review)
    for _ in range(2):
        take_back_dismissal(by=person("Dana"), review=review, key=CURIOSITY, now=NOW)
    assert all(one.dismissal is None for one in prompts_of(written(review)))
    assert DismissedPrompt.objects.get().taken_back_at == NOW
    assert Entry.objects.filter(action="prompt.take_back").count() == 1


def test_what_was_dismissed_and_is_no_longer_noticed_is_still_told(review: RapidReview, opened: Opens) -> None:
    dismissed(review)
    write(review, "review", {"context_before": "Nobody asked who else lived there."})
    page = opened("Bea", PAGE)
    assert "Catchphrase, “The context before the incident, briefly”" in words(part(page, "#past ~ ul"))


@pytest.mark.parametrize(
    ("key", "reason", "field"),
    [
        (CURIOSITY, "  ", "reason"),
        (CURIOSITY, "x" * 2001, "reason"),
        ("catchphrase:review::1:context_before:Rowan said so", "Yes", ""),
        ("rumour:review::1:context_before:robust", "Yes", ""),
        ("", "Yes", ""),
    ],
)
def test_what_is_no_prompt_or_has_no_reason_is_refused(review: RapidReview, key: str, reason: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        dismissed(review, key=key, reason=reason)
    assert refused.value.field == field


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Petra", "Colm"])
def test_only_those_who_write_dismiss(review: RapidReview, name: str) -> None:
    with pytest.raises(PermissionDenied):
        dismissed(review, by=name)


def test_a_review_that_is_with_the_panel_stays_as_it_is(review: RapidReview, opened: Opens) -> None:
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow):
        dismissed(review)
    page = opened("Bea", PAGE)
    assert "Dismiss, because" not in words(page)
    assert "cannot be changed while the review is “With the Panel”" in words(page)


def test_without_scripts_a_reason_is_asked_for_on_a_page_of_its_own(review: RapidReview, opened: Opens) -> None:
    item = part(opened("Bea", PAGE), "#part-5 + ul > li")
    page = opened("Bea", links_of(item)[1])
    assert "“professional curiosity” stands here" in words(page)
    assert value_of(page, "prompt-key") == CURIOSITY


def test_without_a_reason_what_was_asked_is_asked_again(review: RapidReview, browser: Browser) -> None:
    response = browser("Bea").post(f"{PAGE}dismiss/", {"prompt-key": CURIOSITY, "prompt-reason": ""})
    page = BeautifulSoup(response.content, "html.parser")
    assert "Say why it can stay as it is" in words(page.find(class_="govuk-error-summary"))
    assert not DismissedPrompt.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [(f"{REVIEW}answer/background/", f"{REVIEW}answer/background/"), ("//evil.example/", PAGE), ("", PAGE)],
)
def test_dismissing_leads_back_to_a_page_of_ours(
    review: RapidReview, browser: Browser, wanted: str, leads_to: str
) -> None:
    typed = {"prompt-key": CURIOSITY, "prompt-reason": "Part 9 says it", "prompt-next": wanted}
    assert browser("Bea").post(f"{PAGE}dismiss/", typed)["Location"] == leads_to


def test_with_scripts_the_panel_comes_back_and_what_is_typed_beside_it_counts(
    review: RapidReview, browser: Browser
) -> None:
    beside_it = {
        "prompt-section": "background",
        "prompt-place": "0",
        "context_before": "Professional curiosity, robust.",
    }
    typed = {"prompt-key": CURIOSITY, "prompt-reason": "Part 9 says it", **beside_it}
    response = browser("Bea").post(f"{PAGE}dismiss/", typed, headers={"HX-Request": "true"})
    shown = BeautifulSoup(response.content, "html.parser")
    assert "“robust” stands here" in words(shown)
    assert "1 dismissed" in words(shown.find("details", class_="sq-prompts__dismissed"))


def test_with_scripts_a_reason_that_is_too_long_stays_in_its_box(review: RapidReview, browser: Browser) -> None:
    beside_it = {"prompt-section": "background", "prompt-place": "0", "context_before": "Professional curiosity."}
    typed = {"prompt-key": CURIOSITY, "prompt-reason": "x" * 2001, **beside_it}
    response = browser("Bea").post(f"{PAGE}dismiss/", typed, headers={"HX-Request": "true"})
    shown = BeautifulSoup(response.content, "html.parser")
    assert part(shown, "textarea").get_text(strip=True) == "x" * 2001
    assert "2,000 characters or fewer" in words(shown.find(class_="govuk-error-message"))


def test_typing_what_is_recorded_changes_nothing(review: RapidReview, browser: Browser, opened: Opens) -> None:
    seen = value_of(opened("Bea", f"{REVIEW}sections/background/"), "prompts-seen")
    typed = {"context_before": "There was a lack of professional curiosity.", "prompts-seen": seen}
    assert browser("Bea").post(BACKGROUND, typed).status_code == 204


@given(
    kind=st.sampled_from(PromptKind),
    record=st.sampled_from(RECORD_KINDS),
    phrase=st.sampled_from(PHRASES),
    agency=st.sampled_from(["", "Alder Lane Academy", "Ysgol Ddychmygol: y de"]),
    number=st.integers(1, 500),
    data=st.data(),
)
def test_every_key_that_a_prompt_can_have_can_be_dismissed(
    kind: PromptKind, record: RecordKind, phrase: Catchphrase, agency: str, number: int, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(RAPID_REVIEW_2021.questions_of(record.id))).id
    place = Place("", record.id, number, question, agency=agency)
    assert KEY.fullmatch(place.key(kind, phrase.id))


def test_with_scripts_it_is_taken_back_in_place(review: RapidReview, browser: Browser) -> None:
    dismissed(review)
    typed = {"prompt-key": CURIOSITY, "prompt-section": "background", "prompt-place": "0"}
    typed["context_before"] = "Professional curiosity."
    response = browser("Bea").post(f"{PAGE}take-back/", typed, headers={"HX-Request": "true"})
    assert not BeautifulSoup(response.content, "html.parser").find("details", class_="sq-prompts__dismissed")
