"""The front: how reviews work, resources with their sources, and case studies that show nobody what they may not see."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from second_question.library.entry import KeptPassage, KeptRecommendation
from second_question.rules.checklists import CHECKLISTS
from second_question.rules.codebooks import codebook
from second_question_web.library.front.studies import of_subjects, studies
from second_question_web.library.front.told import guides, stages
from tests import people
from tests.library_documents import opened, put

pytestmark = pytest.mark.django_db

FOUND = (
    "Nobody had asked the father or any of the other men in the household what they did for the baby, at night or by day, "
    "and nobody knew what they had seen."
)
FATHERS = "The health trust should speak with fathers before each birth."
FORMS = "The council should give the form a new field."
LIST = f"{FATHERS} {FORMS}"
TEXT = f"{FOUND} {LIST}"


@pytest.fixture(autouse=True)
def documents() -> None:
    """An open one, one of Wessenmere, one whose text is the Panel's, and one that nobody may see."""
    report("0000000000aa", title="Child Amber")
    report("0000000000bb", f"partnership-{people.partnership().pk}", title="Child Beryl", kind="rapid-review")
    report("0000000000cc", text_seen="panel", title="Child Coral")
    report("0000000000dd", "withdrawn", title="Child Drift")
    opened()


def report(key: str, seen: str = "public", text_seen: str = "", **facts: object) -> None:
    """A finding and two recommendations, which stand in one passage."""
    second = len(FOUND) + 1
    of_fathers = KeptRecommendation(2, second, second + len(FATHERS), "1")
    of_forms = KeptRecommendation(2, len(TEXT) - len(FORMS), len(TEXT), "2")
    passages = (
        KeptPassage(1, 0, len(FOUND), ("Findings",), ("curiosity.fathers",)),
        KeptPassage(2, second, len(TEXT), ("Recommendations",), ("curiosity.fathers",)),
    )
    put(key, seen, text_seen, text=TEXT, passages=passages, recommendations=(of_fathers, of_forms), **facts)


def page(client: Client, name: str, *args: str, who: str = "") -> Tag:
    """The main part of a page, as somebody sees it."""
    if who:
        client.force_login(people.person(who))
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    main = BeautifulSoup(answer.content, "html.parser").select_one("main")
    assert main
    return main


def said(part: Tag | None) -> str:
    assert part
    return re.sub(r" ([.,])", r"\1", " ".join(part.get_text(" ").split()))


def test_each_stage_says_when_who_what_and_why(client: Client) -> None:
    found = page(client, "library").select(".sq-stage")
    assert [said(one.h3) for one in found] == [
        "Stage 1 Serious incident notification",
        "Stage 2 Rapid review",
        "Stage 3 Local child safeguarding practice review",
    ]
    for stage, time in zip(found, ("5 working days", "15 working days", "6 months"), strict=True):
        assert [said(one) for one in stage.select("h4")] == ["When", "Who leads", "What it produces", "Why it matters"]
        assert f"Within {time}, counted from" in said(stage)
        assert "Not verified for Working Together to Safeguard Children 2026" in said(stage)


def test_a_rule_names_its_source_and_says_when_nobody_has_read_it(client: Client) -> None:
    rules = page(client, "library").select(".sq-rules li")
    assert len(rules) > 10
    assert all(said(one.select_one(".sq-from-where")) for one in rules)
    assert [said(one)[:9] for one in rules if "Not verified" in said(one)] == ["Copies go"]


def test_every_source_is_a_line_a_section_or_our_own() -> None:
    points = [point for guide in guides().values() for part in guide.parts for point in part.points]
    points += [rule for stage in stages() for rule in stage.rules]
    assert len(points) > 30
    assert {one.said for one in points if not re.search(r"\([A-Z]\d|handbook|ours", one.source)} == set()
    assert {one.said for one in points if not one.verified and "as understood" not in one.source.lower()} == set()


@pytest.mark.parametrize(
    ("who", "total", "titles"),
    [
        pytest.param("", "2 documents:", {"Child Amber", "Child Coral"}, id="everybody"),
        pytest.param("Bea", "3 documents that you can see:", {"Child Amber", "Child Beryl", "Child Coral"}, id="Bea"),
        pytest.param("Rhea", "2 documents that you can see:", {"Child Amber", "Child Coral"}, id="a researcher"),
    ],
)
def test_the_front_counts_and_lists_what_the_asker_may_see(
    client: Client, who: str, total: str, titles: set[str]
) -> None:
    found = page(client, "library", who=who)
    assert said(found.select_one(".sq-holds")).startswith(total)
    assert {said(one) for one in found.select(".sq-published__one > a")} == titles


@pytest.mark.parametrize(
    ("who", "total", "titles"),
    [
        pytest.param("", "1 document speaks of it", {"Child Amber"}, id="everybody"),
        pytest.param("Bea", "2 documents speak of it", {"Child Amber", "Child Beryl"}, id="Bea"),
        pytest.param("Petra", "2 documents speak of it", {"Child Amber", "Child Coral"}, id="the Panel"),
    ],
)
def test_a_case_study_is_made_of_what_the_asker_may_read(
    client: Client, who: str, total: str, titles: set[str]
) -> None:
    found = page(client, "library_study", "curiosity.fathers", who=who)
    assert total in said(found)
    assert {said(one) for one in found.select(".sq-result__title a")} == titles
    assert {said(one) for one in found.select(".sq-recommended__one a")} == titles


def test_a_case_study_shows_passages_and_the_recommendations_of_its_theme(client: Client) -> None:
    found = page(client, "library_study", "curiosity.fathers")
    definition = codebook().code("curiosity.fathers").definition
    assert definition in said(found)
    assert [said(one) for one in found.select(".sq-passage__said")] == [FOUND]
    link = found.select_one(".sq-passage__open a")
    assert link
    assert link["href"] == f"/library/0000000000aa/?from=0-{len(FOUND)}#found"
    assert [said(one) for one in found.select(".sq-recommended__said")] == [FATHERS]
    assert not found.find(string=re.compile("score", re.IGNORECASE))


def test_what_is_restricted_is_marked(client: Client) -> None:
    found = page(client, "library_study", "curiosity.fathers", who="Bea")
    marked = [one for one in found.select(".sq-result") if "Restricted" in said(one)]
    assert [said(one.select_one("a")) for one in marked] == ["Child Beryl"]


def test_every_theme_and_subject_has_its_page_and_counts(client: Client) -> None:
    assert {one.code for one in codebook().codes} | {one.id for one in of_subjects()} == set(studies())
    themes = {said(one.a): said(one.span) for one in page(client, "library_studies").select(".sq-themes__one")}
    assert themes["Fathers and men in families"] == "1 document"
    assert themes["School and education"] == "nothing yet"
    assert "No document that you can see" in said(page(client, "library_study", "school"))
    assert page(client, "library_study", "vulnerable-babies")


@pytest.mark.parametrize("kind", ["rapid-review", "local-review"])
def test_a_checklist_shows_each_item_with_its_question(client: Client, kind: str) -> None:
    wanted = next(one for one in CHECKLISTS if one.id.startswith(kind))
    rows = page(client, "library_checklist", kind).select("tbody tr")
    assert [(row["id"], said(row.td)) for row in rows] == [(one.id, one.question) for one in wanted.items]


@pytest.mark.parametrize("guide", list(guides()))
def test_a_guide_shows_each_point_with_its_source(client: Client, guide: str) -> None:
    points = page(client, "library_guide", guide).select(".sq-points li")
    assert len(points) == sum(len(part.points) for part in guides()[guide].parts)
    assert all(said(one.select_one(".sq-from-where")) for one in points)


def test_resources_lead_to_the_template_and_its_blank_form(client: Client) -> None:
    links = [str(one["href"]) for one in page(client, "library_resources").select(".sq-published a")]
    assert len(links) == len(set(links)) > 8
    answers = {link: client.get(link) for link in links}
    assert {link for link, answer in answers.items() if answer.status_code != 200} == set()
    assert answers[reverse("library_blank_form", args=["docx"])].content[:2] == b"PK"
    assert len(page(client, "library_template").select("h2")) == 11


@pytest.mark.parametrize(
    "address",
    ["case-studies/nothing/", "resources/nothing/", "resources/checklist/nothing/", "resources/rapid-review-blank.exe"],
)
def test_what_there_is_not_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/library/{address}").status_code == 404


def test_search_engines_may_read_what_is_for_everybody(client: Client) -> None:
    known = client.get("/sitemap.xml").content.decode()
    for name in ("library", "library_studies", "library_resources", "library_browse", "library_new", "library_feeds"):
        assert f"{reverse(name)}</loc>" in known.replace("&", "")
        assert b'content="noindex"' not in client.get(reverse(name)).content
    assert b'content="noindex"' in client.get(reverse("library_search")).content


def test_a_home_page_names_what_was_published_last_of_what_the_person_may_see(client: Client) -> None:
    client.force_login(people.person("Theo"))
    found = BeautifulSoup(client.get(reverse("home")).content, "html.parser")
    named = [str(one["href"]) for one in found.select("main a") if str(one["href"]).startswith("/library/0")]
    assert named == ["/library/0000000000aa/", "/library/0000000000cc/"]
