"""What a whole review leaves open: each rule with a case that it is for, and one that it must leave alone."""

from dataclasses import replace
from datetime import date

import pytest

from second_question.reading.prompts import Prompt, PromptKind, prompts_for, prompts_for_text
from second_question.rules.questions import Unanswered
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import template_on
from tests.full_reviews import full_reviews
from tests.sample_review import sample_review
from tests.shared_data import shared

FORM = template_on(date(2021, 6, 1))
LIFE = (
    "Robin loved the ducks and asked for them each morning. At nursery she played with sand and told the others stories about "
    "her nan, and at night she slept with a light on."
)
WHY = (
    "The form goes by post, so that the school’s news reached nobody who could act; the rota had no cover for holidays."
)
CHILD = {"full_name": "Robin Example", "ethnicity": "WBRI", "safe_now": True}
FATHER = {"full_name": "Jude Sample", "relationship": "father", "ethnicity": "WBRI"}
SETTLED = {
    "daily_life_and_voice": LIFE,
    "fathers_and_other_men": "Jude cared for Robin by day. Nobody asked him anything.",
}


def record(kind: str, number: int = 1, agency: str = "", /, **answers: object) -> ContentRecord:
    return ContentRecord(kind, number, answers, {}, agency)


def review(*records: ContentRecord, **answers: object) -> ReviewContent:
    """A review in which nothing but what is given would be noticed."""
    settled = [record("review", **{**SETTLED, **answers}), record("child", **CHILD), record("family_member", **FATHER)]
    given = {(one.kind, one.number) for one in records}
    kept = [one for one in settled if (one.kind, one.number) not in given]
    return ReviewContent(FORM, "SIN-2026-0007", "Wessenmere", (*kept, *records))


def noticed(content: ReviewContent, pages: int | None = None) -> list[tuple[PromptKind, str, int, str]]:
    return [(one.kind, one.record_kind, one.number, one.question) for one in prompts_for(content, pages=pages)]


def test_a_review_that_tells_all_of_it_is_left_alone() -> None:
    assert prompts_for(review()) == []


def test_an_empty_review_is_left_alone() -> None:
    assert prompts_for(ReviewContent(FORM, "", "", ())) == []


EPISODE = {
    "title": "The visit",
    "what_happened": "The worker rang twice and closed the case on 3 March without seeing Robin.",
}


@pytest.mark.parametrize(
    ("what", "answers", "question"),
    [
        ("what without why", {}, "why"),
        ("a why that repeats what", {"why": "The worker rang twice and closed the case."}, "why"),
        ("one person's slip", {"why": "The social worker did not read the e-mail in time."}, "why"),
        (
            "a slip behind a reason",
            {"why": "It was thought closed.", "why_again": "It was a mistake by the duty worker."},
            "why",
        ),
        ("a first reason alone", {"why": "She believed that the grandmother was there."}, "why_again"),
    ],
)
@pytest.mark.parametrize("kind", ["episode", "agency_episode"])
def test_an_episode_that_stops_too_early(what: str, answers: dict[str, object], question: str, kind: str) -> None:
    episode = record(kind, 1, "Police" if kind == "agency_episode" else "", **EPISODE, **answers)
    assert noticed(review(episode)) == [(PromptKind.WHAT_WITHOUT_WHY, kind, 1, question)]


@pytest.mark.parametrize(
    "answers",
    [
        {"why": WHY},
        {
            "why": "The worker missed the e-mail.",
            "in_the_system": "The inbox was shared by four teams, and no one had it.",
        },
        {"why": "She thought Jude was there.", "why_again": "Visits are booked in the mother’s name."},
        {"why_again": WHY},
    ],
)
def test_an_episode_with_its_reasons_is_left_alone(answers: dict[str, object]) -> None:
    assert noticed(review(record("episode", **EPISODE, **answers))) == []


def test_a_moment_needs_a_why_and_not_more() -> None:
    told = {"title": "Referral", "what_happened": "A neighbour rang, and was heard."}
    assert noticed(review(record("moment", **told))) == [(PromptKind.WHAT_WITHOUT_WHY, "moment", 1, "why")]
    assert noticed(review(record("moment", **told, why="She had met the worker at the fair."))) == []


DIARY = (
    "The family was seen on four days. A letter was sent. A visit was made in May and another in June. The case was closed on "
    "9 July. A second referral came, and a third."
)


@pytest.mark.parametrize(("text", "count"), [(DIARY, 1), (f"{DIARY} {WHY}", 0), ("Nothing to add.", 0)])
def test_the_analysis_of_an_agency_gives_reasons(text: str, count: int) -> None:
    content = review(record("agency_summary", 1, "Police", analysis=text))
    assert len(prompts_for(content)) == count


def test_ethnicity_is_asked_of_child_and_family() -> None:
    missing = review(record("child", full_name="Robin", safe_now=True), record("family_member", relationship="father"))
    assert noticed(missing) == [
        (PromptKind.ETHNICITY, "child", 1, "ethnicity"),
        (PromptKind.ETHNICITY, "family_member", 1, "ethnicity"),
    ]


@pytest.mark.parametrize(
    ("reason", "count"), [(Unanswered.NOT_KNOWN, 0), (Unanswered.REFUSED, 0), (Unanswered.NOT_ASKED, 1)]
)
def test_a_reason_for_no_ethnicity_is_an_answer_unless_nobody_asked(reason: Unanswered, count: int) -> None:
    child = replace(record("child", full_name="Robin", safe_now=True), unanswered={"ethnicity": reason})
    assert len(prompts_for(review(child))) == count


MOTHER = record("family_member", full_name="Kim", relationship="mother", ethnicity="WBRI")


@pytest.mark.parametrize(
    ("what", "records", "answers", "count"),
    [
        ("no father at all", (MOTHER,), {"fathers_and_other_men": ""}, 1),
        ("the words are enough", (MOTHER,), {}, 0),
        ("listed, not in the analysis", (), {"fathers_and_other_men": "", "analysis_summary": WHY}, 1),
        ("listed, and named", (), {"fathers_and_other_men": "", "analysis_summary": f"Jude worked nights. {WHY}"}, 0),
        ("listed, and meant", (), {"fathers_and_other_men": "", "analysis_summary": f"The father rang. {WHY}"}, 0),
        ("nothing analysed yet", (), {"fathers_and_other_men": ""}, 0),
    ],
)
def test_fathers(what: str, records: tuple[ContentRecord, ...], answers: dict[str, object], count: int) -> None:
    found = prompts_for(review(*records, **answers))
    assert [one.kind for one in found] == [PromptKind.FATHERS] * count


def test_another_man_who_is_listed_is_looked_for_in_the_analysis() -> None:
    lee = record("family_member", 2, full_name="Lee Other", relationship="partner_of_parent", ethnicity="WBRI")
    told = {"fathers_and_other_men": "", "analysis_summary": f"Jude came at six. {WHY}"}
    assert noticed(review(lee, **told)) == [(PromptKind.FATHERS, "family_member", 2, "relationship")]
    assert noticed(review(lee, **{**told, "analysis_summary": f"Jude and Lee shared the nights. {WHY}"})) == []


def test_the_safety_of_every_other_child_is_asked() -> None:
    second = {"full_name": "Wren Example", "ethnicity": "WBRI"}
    assert noticed(review(record("child", 2, **second))) == [(PromptKind.SIBLINGS, "child", 2, "safe_now")]
    assert noticed(review(record("child", 2, **second, safe_now=False))) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Her brother slept next door.", "brother"),
        ("The half-sister is with her nan.", "half-sister"),
        ("She is a twin.", "twin"),
        ("Kim’s siblings rang. The mother’s brother came, and a maternal sister.", ""),
        ("Robin is an only child. Another family has siblings.", ""),
        ("There are no siblings.", ""),
    ],
)
def test_a_sibling_in_the_text_who_is_not_recorded(text: str, quote: str) -> None:
    found = prompts_for(review(family_history=text.replace("Kim’s", "The mother’s")))
    assert [one.quote for one in found] == ([quote] if quote else [])
    assert all(one.kind is PromptKind.SIBLINGS for one in found)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("", "missing"),
        ("A happy child.", "a_few_words"),
        (
            (
                "Professionals reported that presentation and attendance were appropriate throughout. Attachment was observed to "
                "be secure and development in line with milestones at each of the reviews in 2025."
            ),
            "about_the_child",
        ),
    ],
)
def test_the_child_is_missing_from_it(text: str, matter: str) -> None:
    (found,) = prompts_for(review(daily_life_and_voice=text))
    assert (found.kind, found.key.rsplit(":", 1)[1]) == (PromptKind.CHILD_VOICE, matter)


@pytest.mark.parametrize(
    "text",
    [
        LIFE,
        (
            "According to the nursery, where attendance was good until the spring of the second year, Robin would hide under the "
            "table whenever the bell rang in the corridor."
        ),
        (
            "The diary that was found under the bed has this entry, written in green, on the last page but one of a school book: "
            "“it is loud again”, and a drawing of a door."
        ),
        (
            "In the view of the midwife and of the grandmother, who both came each day in these nine days, the baby settled best "
            "on somebody’s chest and fed every two hours."
        ),
    ],
)
def test_a_child_who_says_or_does_something_is_in_it(text: str) -> None:
    assert prompts_for(review(daily_life_and_voice=text)) == []


ANALYSED = {
    "family_history": "Kim moved from Norvale to Wessenmere, pregnant, with debts to a landlord who had threatened her twice.",
    "earlier_involvement": "Midwives, housing officers and the hospital pharmacist each wrote letters about missed appointments.",
    "analysis_summary": (
        "Letters crossed between offices because addresses are changed by hand in four systems. The pharmacist noticed unopened "
        "medicine, telephoned the surgery, and was told that reception could not take messages about strangers. Housing knew of "
        "broken heating, damp walls, mould, borrowed blankets, and a neighbour shouting. Interpreters were booked for mornings "
        "although evening shifts were known. A student nurse remembered drawings, a wooden train, and songs at breakfast. "
        "Supervision concentrated upon deadlines, dashboards, inspection readiness and vacancies, while worries travelled "
        "sideways through corridors, texts and lunchtime conversations without anybody gathering them. Budgets ended in March, "
        "which stopped transport, cookery classes, toys, counselling and holiday clubs. Grandparents offered weekends, garden "
        "sheds, spare bicycles, Sunday dinners, patience and laundry, and nobody recorded such kindness anywhere."
    ),
}


@pytest.mark.parametrize(
    ("what", "answers", "count"),
    [
        ("thin", {"criterion_improvements": "met", "criterion_improvements_grounds": "Improvements are needed."}, 1),
        ("nothing met", {"criterion_several_areas": "not_met", "criterion_several_areas_grounds": "One area only."}, 0),
        (
            "from nowhere",
            {
                "criterion_recurrent_themes": "met",
                "criterion_recurrent_themes_grounds": "Gang violence, cannabis cultivation and knife carrying on railways.",
            },
            1,
        ),
        (
            "from the text",
            {
                "criterion_recurrent_themes": "met",
                "criterion_recurrent_themes_grounds": "Letters crossed; the pharmacist and housing each knew a part of it.",
            },
            0,
        ),
    ],
)
def test_grounds_come_from_the_text(what: str, answers: dict[str, object], count: int) -> None:
    assert [one.kind for one in prompts_for(review(**ANALYSED, **answers))] == [PromptKind.CONCLUSION] * count


TWO_MET = {
    "criterion_improvements": "met",
    "criterion_working_together": "met",
    "outcome": "no_review",
}


def test_criteria_met_and_no_review_needs_words() -> None:
    (found,) = prompts_for(review(**TWO_MET, rationale="The panel agreed."))
    assert (found.kind, found.question) == (PromptKind.CONCLUSION, "rationale")
    told = "We know what to do because the review of 2023 said so; what is missing is whether it was done, and we check that."
    assert prompts_for(review(**TWO_MET, rationale=told)) == []


def test_a_local_review_has_key_questions() -> None:
    assert noticed(review(outcome="local_review")) == [(PromptKind.CONCLUSION, "review", 1, "key_questions")]
    assert noticed(review(outcome="local_review", key_questions="Who knew?")) == []


def test_blame_without_a_why_is_noticed_and_with_a_why_is_not() -> None:
    blamed = {"rationale": "The issue was a single individual misinterpreting an e-mail."}
    assert noticed(review(**blamed)) == [(PromptKind.CONCLUSION, "review", 1, "rationale")]
    assert noticed(review(record("episode", **EPISODE, why=WHY, why_again=WHY), **blamed)) == []


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"local_label": "Table-top review"}, "local_label"),
        ({"outcome": "no_review", "instead": "We shall hold a multi-agency learning event in May."}, "instead"),
        ({"outcome": "no_review", "instead": "One agency audits its own letters by May."}, ""),
        ({"local_label": "LCSPR Robin"}, ""),
    ],
)
def test_another_name_for_a_local_review(answers: dict[str, object], question: str) -> None:
    expected = [(PromptKind.LABEL, "review", 1, question)] if question else []
    assert [one for one in noticed(review(**answers)) if one[0] is PromptKind.LABEL] == expected


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"how_spread": ("training",)}, 1),
        ({"how_spread": ("training", "supervision")}, 0),
        ({"actions_already_taken": "Refresher workshops for everybody on bruising."}, 1),
        ({"actions_already_taken": "A workshop was held for staff. The form was changed in April too."}, 0),
    ],
)
def test_training_as_the_only_answer(answers: dict[str, object], count: int) -> None:
    assert [one.kind for one in prompts_for(review(**answers))] == [PromptKind.TRAINING] * count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 1),
        ("In the review about Child M in 2023, and about Baby T before that.", 1),
        (
            "In the review about Child M in 2023. The audit of 2024 found that the leaflet had changed and the visit had not.",
            0,
        ),
    ],
)
def test_what_became_of_earlier_learning(words: str, count: int) -> None:
    found = prompts_for(review(learned_before="yes_here", learned_before_words=words))
    assert [one.kind for one in found] == [PromptKind.LEARNED_BEFORE] * count


@pytest.mark.parametrize(
    ("pages", "outcome", "count"),
    [(None, "other_action", 0), (3, "", 0), (3, "other_action", 1), (6, "other_action", 0), (16, "", 0), (17, "", 1)],
)
def test_length(pages: int | None, outcome: str, count: int) -> None:
    assert [one.kind for one in prompts_for(review(outcome=outcome), pages=pages)] == [PromptKind.LENGTH] * count


def test_a_phrase_gives_one_prompt_an_answer_with_its_place() -> None:
    text = "Robust plans. They were robust."
    (found,) = prompts_for(review(family_history=text))
    assert (found.kind, found.section, found.quote) == (PromptKind.CATCHPHRASE, "background", "Robust")
    assert "2 times" in found.message
    assert text[slice(found.start, found.end)] == "Robust"


def test_an_answer_while_it_is_typed_has_the_keys_of_the_whole_review() -> None:
    text = "A holistic view.\n" + "\n".join(f"{day} May 2026: call" for day in range(1, 12))
    whole = {one.key for one in prompts_for(review(family_history=text))}
    typed = {one.key for one in prompts_for_text("background", "family_history", text)}
    assert typed == whole
    assert len(typed) == 2


def test_a_key_holds_while_the_matter_stays_and_names_nobody() -> None:
    before, after = (
        prompts_for(review(record("agency_episode", 1, "Alder Lane Academy", **{**EPISODE, "what_happened": text})))
        for text in ("Robin was seen at home.", "Robin was seen at home, at last. Kim was out.")
    )
    assert [one.key for one in before] == [one.key for one in after]
    assert not any(word in one.key for one in before for word in ("Robin", "Alder", "visit"))


def test_two_agencies_and_two_episodes_have_different_keys() -> None:
    episodes = [record("agency_episode", number, agency, **EPISODE) for agency in ("A", "B") for number in (1, 2)]
    keys = [one.key for one in prompts_for(review(*episodes))]
    assert len(set(keys)) == len(keys) == 4
    assert max(map(len, keys)) < 200


def test_prompts_stand_in_the_order_of_the_parts() -> None:
    content = review(family_history="A holistic view.", outcome="local_review", daily_life_and_voice="")
    sections = [section.id for section in FORM.sections]
    places = [sections.index(one.section) for one in prompts_for(content)]
    assert places == sorted(places)
    assert len(places) == 3


def spans_hold(content: ReviewContent, found: Prompt) -> bool:
    text = str(content.review.answers.get(found.question, ""))
    return found.start is None or text[found.start : found.end] == found.quote


def test_the_sources_themselves_give_prompts_that_point_into_them() -> None:
    text = shared("sources/002_fe7d86f1caa11320.txt").read_text()
    content = review(family_history=text)
    found = prompts_for(content)
    assert len(found) > 30
    assert all(spans_hold(content, one) for one in found)


def test_the_prompts_of_one_section_are_those_of_the_whole_review_that_stand_there() -> None:
    wholes = [(content, prompts_for(content)) for content in (sample_review(), *full_reviews())]
    assert any(whole for _, whole in wholes)
    for content, whole in wholes:
        for section in content.form.sections:
            assert prompts_for(content, section=section.id) == [one for one in whole if one.section == section.id]
