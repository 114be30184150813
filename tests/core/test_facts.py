"""What made-up reports of many styles say about themselves, and the laws that hold for every document."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.documents import Document, read
from second_question.reading.facts import Facts, Kind, facts_of
from second_question.reference.areas import LocalAuthority, all_local_authorities
from tests.shared_data import shared

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "facts"
FRONTS: list[dict[str, Any]] = tomllib.loads((SAMPLES / "fronts.toml").read_text())["front"]


def document(text: str) -> Document:
    return read(text.encode(), "report.md")


def facts(text: str) -> Facts:
    return facts_of(document(text))


@pytest.mark.parametrize("front", FRONTS, ids=lambda front: front["about"])
def test_a_front_says_and_every_fact_is_quoted_where_it_stands(front: dict[str, Any]) -> None:
    read_document = document(front["text"])
    found = facts_of(read_document)
    said = found.to_json("report.md")
    expected = {fact: None if value == "" else value for fact, value in front["says"].items()}
    assert {fact: _in_order(fact, said[fact]) for fact in expected} == {
        fact: _in_order(fact, value) for fact, value in expected.items()
    }
    _check_quotations(read_document, found)


def _in_order(fact: str, value: Any) -> Any:
    return sorted(value) if fact in ("local_authorities", "child_ages") else value


def _check_quotations(read_document: Document, found: Facts) -> None:
    for name, evidence in found.evidence().items():
        assert read_document.text[evidence.start : evidence.end] == evidence.text, name
        assert evidence.text.strip(), name
        assert 1 <= evidence.page <= len(read_document.pages), name
    said = found.to_json("report.md")
    unsaid = ("pages", "words", "language", "file", "nation", "evidence", "kind")
    assert {name for name in said if said[name] and name not in unsaid} <= set(said["evidence"])


def test_a_document_that_says_nothing_has_no_facts() -> None:
    said = facts("Lorem ipsum dolor sit amet.").to_json("a.txt")
    nothing = {name: said[name] for name in ("area", "pseudonym", "published", "incident", "language", "nation")}
    assert set(nothing.values()) == {None}
    assert (said["kind"], said["child_ages"], said["authors"], said["local_authorities"]) == ("other", [], [], [])
    assert (said["pages"], said["words"]) == (1, 5)


LAWFUL = [
    authority
    for authority in all_local_authorities()
    if authority.in_force(date(2010, 7, 1)) or not authority.terminated
]


def test_every_authority_is_known_by_its_name_on_a_cover() -> None:
    wrong = {(authority.code, written): codes for authority in LAWFUL for written, codes in _read_on_covers(authority)}
    assert {key: codes for key, codes in wrong.items() if codes != (key[0],)} == {}


def _read_on_covers(authority: LocalAuthority) -> Iterator[tuple[str, tuple[str, ...]]]:
    name = authority.name.removesuffix(", City of").removesuffix(", County of")
    year = authority.terminated.year - 1 if authority.terminated else 2025
    for written in {name, name.replace(" and ", " & "), name.upper(), name.replace("-", " ")}:
        found = facts(f"{written} Safeguarding Children Partnership\n\nRapid Review\n\nPublished May {year}\n")
        yield written, found.local_authorities


JOINT = [
    ("Pan-Dorset Safeguarding Children Partnership", "2022", {"E06000058", "E06000059"}),
    ("Pan-Dorset Safeguarding Children Partnership", "2016", {"E06000028", "E06000029", "E10000009"}),
    ("City & Hackney Safeguarding Children Partnership", "2022", {"E09000001", "E09000012"}),
    ("Hartlepool and Stockton-on-Tees Safeguarding Children Partnership", "2021", {"E06000001", "E06000004"}),
    (
        "Leicester, Leicestershire and Rutland Safeguarding Children Partnerships",
        "2021",
        {"E06000016", "E10000018", "E06000017"},
    ),
    ("Berkshire West Safeguarding Children Partnership", "2020", {"E06000038", "E06000037", "E06000041"}),
    ("Cumbria Safeguarding Children Partnership", "2022", {"E10000006"}),
    ("Cumbria Safeguarding Children Partnership", "2024", {"E06000063", "E06000064"}),
    ("Pan-Bedfordshire Safeguarding Children Partnerships", "2023", {"E06000055", "E06000056", "E06000032"}),
    ("Bournemouth and Poole Local Safeguarding Children Board", "2014", {"E06000028", "E06000029"}),
    ("Barnsley Safeguarding Children Partnership", "2024", {"E08000016"}),
    ("Barnsley Safeguarding Children Partnership", "2026", {"E08000038"}),
    ("Gwent Safeguarding Board", "2020", {"W92000004"}),
    ("Highland Child Protection Committee", "2020", {"S92000003"}),
]


@pytest.mark.parametrize(("partnership", "year", "codes"), JOINT)
def test_a_partnership_stands_for_the_authorities_of_its_day(partnership: str, year: str, codes: set[str]) -> None:
    assert set(facts(f"{partnership}\n\nLearning Review\n\nPublished {year}\n").local_authorities) == codes


NOT_PUBLISHED_THEN = [
    "Date of birth: 3 May 2012",
    "Date of incident: 3 May 2012",
    "Rapid review meeting held on 3 May 2012",
    "Scope: January 2011 to May 2012",
    "Conducted under Working Together 2013",
    "The child died on 3 May 2012",
    "Children Act 2004",
    "Next review date: May 2012",
]


@pytest.mark.parametrize("line", NOT_PUBLISHED_THEN)
def test_other_dates_are_not_the_date_of_publication(line: str) -> None:
    assert facts(f"Serious Case Review\n\nChild A\n\n{line}\n").published is None
    with_date = facts(f"Serious Case Review\n\nChild A\n\n{line}\n\nPublished 7 June 2016\n").published
    assert with_date is not None
    assert with_date.value == "2016-06-07"


NAMES = [
    ("Child A", "Child A"),
    ("Baby Fern", "Baby Fern"),
    ("CHILD LH", "Child LH"),
    ("Family S4", "Family S4"),
    ("Children X, Y and Z", "Children X, Y and Z"),
    ("‘Marigold’", "Marigold"),
    ("in respect of Oluwaseun", "Oluwaseun"),
    ("Young Person 'Q'", "Young Person Q"),
    ("Case EN12", "EN12"),
    ("Case N", "Case N"),
    ("in respect of Jane Doe", None),
    ("Child Protection in Practice", None),
    ("Executive Summary", None),
]


@pytest.mark.parametrize(("line", "pseudonym"), NAMES)
def test_pseudonyms_are_told_from_other_names(line: str, pseudonym: str | None) -> None:
    found = facts(f"Leeds Safeguarding Children Board\n\nSerious Case Review\n\n{line}\n\nMay 2016\n").pseudonym
    assert (found.value if found else None) == pseudonym


def test_a_coroners_report_gives_no_name_of_the_child() -> None:
    text = "REGULATION 28 REPORT TO PREVENT FUTURE DEATHS\n\nI commenced an investigation into the death of Child K, aged 9."
    assert facts(text).pseudonym is None


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("Child A serious case review 2019 May and \n,.'’“()0123456789ſİé"), max_size=400)
)
def test_any_text_can_be_read(text: str) -> None:
    if not text.strip():
        return
    one = document(text)
    for evidence in facts_of(one).evidence().values():
        assert one.text[evidence.start : evidence.end] == evidence.text


def test_real_guidance_is_guidance_with_its_own_date() -> None:
    folder = shared("data/texts/guidance")
    said = facts_of(read(folder / "adoption_statutory_guidance_2013.txt"))
    assert (said.kind, said.published and said.published.value) == (Kind.GUIDANCE, "2013-07")
    assert (said.area, said.pseudonym, said.child_ages) == (None, None, None)


def test_the_main_source_is_an_annual_review() -> None:
    said = facts_of(read(shared("sources/002_fe7d86f1caa11320.txt")))
    assert said.title is not None
    assert said.title.value == "Annual review of LCSPRs and rapid reviews"
    assert (said.kind, said.published and said.published.value) == (Kind.ANNUAL_REVIEW, "2021-03")
    assert said.authors is not None
    assert len(said.authors.value) == 6
