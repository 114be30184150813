"""What identifies somebody in a text. Every person, place and number is invented; `[[` and `]]` mark what is to be found."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import read
from second_question.reading.identities import (
    NOBODY,
    CaseRecord,
    Kind,
    Severity,
    Source,
    identities_in,
    identities_of,
    people_from_json,
)
from second_question.reading.identities.ages import ages_in, is_age_on
from second_question.reading.identities.dates import dates_in
from second_question.reading.identities.lists import GROUPS, lists, names_of
from second_question.reading.identities.numbers import is_nhs_number

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "identities"


def found_in(marked: str) -> tuple[list[str], list[str]]:
    """What is found in a marked text, and what is marked in it."""
    text = marked.replace("[[", "").replace("]]", "")
    wanted = re.findall(r"\[\[(.+?)\]\]", marked, re.DOTALL)
    return [text[one.start : one.end] for one in identities_in(text)], wanted


@pytest.mark.parametrize(
    "marked",
    [
        "[[Oluwaseun Adeyemi]] was born in hospital.",
        "The worker met [[Agnieszka]] and [[Małgorzata Wójcik]] twice.",
        "Her aunt, [[Harpreet Kaur]], offered to help.",
        "Mr [[Popescu]] told the police that he had been asleep.",
        "No worker spoke to [[Xiaoming]] alone.",
        "Nobody asked where [[Shaniqua]]’s father lived.",
        "The children, [[Troy]], [[Patience]] and [[Ocean]], shared one room.",
        "[[Zeynep Yılmaz]] and [[Bridget McDonagh]] were neighbours.",
        "The coach, [[Tyrone Campbell]], rang.",
        "A man called [[Quillfeather]] was seen.",
    ],
)
def test_names_of_every_group_are_found_whether_listed_or_not(marked: str) -> None:
    found, wanted = found_in(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Will the plan work? [[Will]] said that it would.",
        "In May they moved. Mrs [[May]] told the teacher.",
        "By the grace of chance [[Grace]] was unharmed.",
        "They hope that [[Hope Winterbottom]] returns. Hope is not a plan.",
        "A mark was seen. A friend, [[Mark]], told the school.",
    ],
)
def test_a_word_that_is_also_a_name_is_judged_where_it_stands(marked: str) -> None:
    found, wanted = found_in(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "clean",
    [
        "Child K, Baby P, Sibling 1, Adult Male 2 and Family T are labels.",
        "Rosie is not the child’s real name. Rosie liked water.",
        "In this review the boy is called Tomasz. The social worker met Tomasz.",
        "The Children Act 1989 and the Crime and Disorder Act 1998 apply.",
        "The Health Visitor told the Designated Doctor, and the Chief Nurse agreed.",
        "Gillick competence, the Laming Inquiry and the Fraser guidelines are known.",
        "Brandon et al. (2020) and Sidebotham and Retzer, 2019, found the same.",
        "For six months nobody came. Children aged 5 to 15, and babies under 12 months old, are seen.",
        "Ofsted, CAMHS, the DSL and the MASH met on Teams at Christmas.",
        "The guidance was published in July 2018 and updated on 1 February 2019.",
        "See www.gov.uk/guidance, 0808 800 5000 or help@nspcc.org.uk.",
        "The Safeguarding Children Partnership wrote to the Local Authority in the North East.",
    ],
)
def test_what_identifies_nobody_is_left_alone(clean: str) -> None:
    assert found_in(clean) == ([], [])


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        (Kind.NHS_NUMBER, "Her NHS number is [[943 476 5919]]."),
        (Kind.NI_NUMBER, "NI number [[AB 12 34 56 C]] was used."),
        (Kind.POSTCODE, "They live at [[LS9 4TY]] now."),
        (Kind.POSTCODE, "They live at [[ls9 4ty]] now."),
        (Kind.PHONE, "Ring [[07700 900123]] after six."),
        (Kind.PHONE, "Ring [[+44 7700 900123]] after six."),
        (Kind.EMAIL, "Write to [[kay.reed@example.com]] today."),
        (Kind.WEB, "It stood on [[www.localnews.example.com/1234]] for weeks."),
        (Kind.SOCIAL_MEDIA, "The account [[@kay_07]] was closed."),
        (Kind.SOCIAL_MEDIA, "On Instagram under the username [[kay.x07]] she wrote."),
        (Kind.VEHICLE, "A car, [[AB12 CDE]], was outside."),
        (Kind.CASE_NUMBER, "The case number [[1234567]] was closed."),
        (Kind.CASE_NUMBER, "See [[SIN-2023-0042]] for details."),
        (Kind.DATE, "On [[3 March 2021]] nobody came."),
        (Kind.DATE_OF_BIRTH, "Born on [[3rd of March, 2021]] in hospital."),
        (Kind.DATE_OF_BIRTH, "DOB: [[03/03/21]]"),
        (Kind.AGE, "The baby, aged [[seven weeks]], slept.".replace("aged [[", "[[aged ")),
        (Kind.ADDRESS, "They lived at [[12a Larch Close]] for a year."),
        (Kind.ADDRESS, "A neighbour in [[Chapel Grove]] rang."),
        (Kind.SCHOOL, "She attended [[St Oswald’s Catholic Primary School]] then."),
        (Kind.SCHOOL, "Staff at [[Green Lane Nursery]] noticed."),
        (Kind.ORGANISATION, "She was taken to [[Fenbourne Children’s Hospital]] by ambulance."),
        (Kind.PLACE, "The family moved to [[Tredthorpe]] in the autumn."),
        (Kind.PLACE, "They had come from [[Huddersfield]] before."),
    ],
)
def test_each_kind_is_found_and_named(kind: Kind, marked: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    (only,) = identities_in(text)
    assert (only.kind, text[only.start : only.end]) == (kind, re.findall(r"\[\[(.+?)\]\]", marked)[0])


@pytest.mark.parametrize("number", ["943 476 5918", "1234567890", "111 111 1111", "0000000000"])
def test_ten_digits_are_no_nhs_number_by_their_length(number: str) -> None:
    assert not is_nhs_number(number)
    assert found_in(f"The amount was {number} in all.") == ([], [])


@given(st.integers(0, 999_999_999))
def test_one_check_digit_fits_or_none(first: int) -> None:
    numbers = [f"{first:09}{last}" for last in range(10)]
    assert sum(map(is_nhs_number, numbers)) <= 1


def test_a_number_called_an_nhs_number_counts_with_a_digit_wrong() -> None:
    (only,) = identities_in("His NHS number, 943 476 5918, was on the form.")
    assert (only.kind, only.severity) == (Kind.NHS_NUMBER, Severity.MAY_IDENTIFY)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_a_day_is_read_the_same_however_it_is_written(day: date) -> None:
    shapes = ("%d %B %Y", "%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%A %d %B %Y")
    for shape in shapes:
        (only,) = dates_in(f"On {day.strftime(shape)} they met.")
        assert only.is_on(day), shape


@pytest.mark.parametrize(
    "text", ["six months", "section 5 may apply", "24/7", "1.2.3", "2018-19", "in May", "32 March 2020"]
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert list(dates_in(f"For {text} it was so.")) == []


def test_an_age_is_compared_with_the_day() -> None:
    (age,) = ages_in("She died aged 4 years and 2 months.")
    assert is_age_on(age, date(2019, 3, 14), date(2023, 6, 2))
    assert not is_age_on(age, date(2019, 3, 14), date(2023, 7, 14))


def test_details_that_together_point_to_one_child_are_named() -> None:
    text = "The triplets lived in Huddersfield, and one of them was found with a skull fracture on 3 March 2021."
    identities = identities_of(read(text.encode(), "report.txt"))
    (together,) = [one for one in identities.findings if one.kind is Kind.OTHER]
    assert together.text.startswith("triplets")
    assert together.text.endswith("3 March 2021")
    assert "a place, a date, the injury" in together.suggestion


def test_the_clean_sample_of_the_development_half_is_clean() -> None:
    text = (SAMPLES / "clean-development.txt").read_text(encoding="utf-8")
    assert [text[one.start : one.end] for one in identities_in(text)] == []


@given(st.text(max_size=300))
def test_any_text_gives_stretches_in_order_without_overlaps(text: str) -> None:
    found = identities_in(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


def test_findings_quote_the_document() -> None:
    document = read(b"On Monday Kayleigh Featherstone rang.\fThe second page has Agnieszka on it.", "report.txt")
    findings = identities_of(document).findings
    assert [(one.text, one.page, one.source) for one in findings] == [
        ("Kayleigh Featherstone", 1, Source.MODEL),
        ("Agnieszka", 2, Source.MODEL),
    ]
    assert all(document.text[one.start : one.end] == one.text for one in findings)


def test_every_group_has_names() -> None:
    for group in GROUPS:
        forenames, surnames = names_of(group)
        assert len(forenames) > 50
        assert len(surnames) > 50
    assert not lists().names & lists().known["function_words"]


@pytest.mark.parametrize(
    "marked",
    [
        "She goes to [[Little Stars nursery]] on Fridays.",
        "The [[Larkhill primary school]] rang.",
        "They lived above the [[Kings Arms pub]] then.",
        "The primary school, each nursery and the Virtual school replied.",
        "It was said that [[Jack]] had gone.",
        "[[Shabnam Akhtar]]\tNamed nurse\t[[Fenbourne Hospital]]",
    ],
)
def test_what_stands_in_small_letters_or_in_cells_ends_where_it_ends(marked: str) -> None:
    found, wanted = found_in(marked)
    assert found == wanted


TITLES = [
    ("# Serious Case Review: Tunde\n\nTunde was seen. Then Tunde left.", NOBODY, set()),
    ("# Serious Case Review: Tunde\n\nTunde Adeyemi was seen.", NOBODY, {"Tunde", "Tunde Adeyemi"}),
    (
        "# Serious Case Review: Tunde\n\nTunde Bell was seen.",
        people_from_json('{"people": [{"role": "child", "full_name": "Tunde Adeyemi"}]}'),
        {"Tunde", "Tunde Bell"},
    ),
]


@pytest.mark.parametrize(("text", "record", "found"), TITLES)
def test_a_title_makes_no_pseudonym_of_a_real_name(text: str, record: CaseRecord, found: set[str]) -> None:
    assert {text[one.start : one.end] for one in identities_in(text, record)} == found
