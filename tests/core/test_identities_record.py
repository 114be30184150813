"""The case's own record in a text: names however they are written, days, ages, addresses, schools, numbers. All invented."""

import json

import pytest

from second_question.reading.identities import (
    CaseRecord,
    Found,
    Kind,
    Source,
    WrongPeople,
    identities_in,
    people_from_json,
)

CHILD = {
    "role": "child",
    "full_name": "Amara Grace Okonkwo-Reed",
    "known_as": ["Mimi"],
    "date_of_birth": "2019-03-14",
    "date_of_death": "2023-06-02",
    "addresses": ["14 Larch Close, Millbrook, MB3 4TY"],
    "schools": ["St Bede's Primary School"],
    "identifiers": ["943 476 5919"],
}
MOTHER = {
    "role": "mother",
    "full_name": "Ngozi Okonkwo",
    "phones": ["07700 900123"],
    "emails": ["ngozi@example.com"],
    "identifiers": ["QQ 12 34 56 C"],
}
FATHER = {"role": "father", "full_name": "William Reed", "known_as": ["Will"]}
COUSIN = {"role": "cousin", "full_name": "Mohammed Wang Shevchenko"}
RECORD = people_from_json(
    json.dumps(
        {
            "people": [CHILD, MOTHER, FATHER, COUSIN],
            "places": ["The Anchor Estate"],
            "organisations": ["Fernleigh Family Centre"],
        }
    )
)


def of_the_record(text: str, record: CaseRecord = RECORD) -> list[Found]:
    return [one for one in identities_in(text, record) if one.source is Source.CASE_RECORD]


@pytest.mark.parametrize(
    ("text", "said", "person"),
    [
        ("A worker saw Amara Okonkwo-Reed at home.", "Amara Okonkwo-Reed", "person-1"),
        ("A worker saw Amara\nGrace\nOkonkwo-Reed at home.", "Amara\nGrace\nOkonkwo-Reed", "person-1"),
        ("The file of OKONKWO-REED, Amara was lost.", "OKONKWO-REED, Amara", "person-1"),
        ("Nobody saw AMARA that day.", "AMARA", "person-1"),
        ("the text said amara is ok", "amara", "person-1"),
        ("It was Amara’s birthday.", "Amara", "person-1"),
        ("They called her Mimi.", "Mimi", "person-1"),
        ("One form has Amarra on it.", "Amarra", "person-1"),
        ("One form has Amaraokonkwo-Reed on it? No: Okonwko-Reed.", "Okonwko-Reed", "person-1"),
        ("It names A. Okonkwo-Reed once.", "A. Okonkwo-Reed", "person-1"),
        ("It names A.O.R. once.", "A.O.R.", "person-1"),
        ("Ngozi was at work.", "Ngozi", "person-2"),
        ("Liam is not named, and Billy Reed is.", "Billy Reed", "person-3"),
        ("The cousin is Muhammad here.", "Muhammad", "person-4"),
        ("In her language Шевченко is written so.", "Шевченко", "person-4"),
        ("The note has محمد on it.", "محمد", "person-4"),
        ("The note has 王 on it.", "王", "person-4"),
    ],
)
def test_a_name_is_known_however_it_is_written(text: str, said: str, person: str) -> None:
    found = {text[one.start : one.end]: one for one in of_the_record(text)}
    assert said in found
    assert person in found[said].about.split("+")
    assert found[said].kind is Kind.NAME


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Will the plan work? Will said so.", 1),
        ("Where there is a will there is a way.", 0),
        ("By the grace of chance Grace was well. A grace period began.", 1),
        ("They willingly read the tomorrow’s reed.", 0),
    ],
)
def test_a_name_that_is_a_word_is_judged_where_it_stands(text: str, times: int) -> None:
    assert len(of_the_record(text)) == times


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (Kind.DATE_OF_BIRTH, "Born on 14th of March 2019, she was small.", "14th of March 2019"),
        (Kind.DATE_OF_BIRTH, "Her birthday is 14 March.", "14 March"),
        (Kind.DATE_OF_BIRTH, "dob 14.03.19", "14.03.19"),
        (Kind.DATE_OF_BIRTH, "She came in March 2019.", "March 2019"),
        (Kind.DATE, "She died on 02/06/2023.", "02/06/2023"),
        (Kind.AGE, "She died aged four.", "aged four"),
        (Kind.AGE, "A girl, 4 years and 2 months old, died.", "4 years and 2 months old"),
        (Kind.ADDRESS, "They lived at 14 Larch Cl then.", "14 Larch Cl"),
        (Kind.ADDRESS, "They lived in Larch Close then.", "Larch Close"),
        (Kind.POSTCODE, "It says mb3 4ty there.", "mb3 4ty"),
        (Kind.POSTCODE, "It says MB34TY there.", "MB34TY"),
        (Kind.PLACE, "They came to Millbrook late.", "Millbrook"),
        (Kind.PLACE, "They lived on the Anchor Estate.", "Anchor Estate"),
        (Kind.SCHOOL, "She left St Bedes in May.", "St Bedes"),
        (Kind.SCHOOL, "She left Saint Bede’s Primary in May.", "Saint Bede’s Primary"),
        (Kind.ORGANISATION, "The workers of Fernleigh knew her.", "Fernleigh"),
        (Kind.NHS_NUMBER, "The number 9434765919 is hers.", "9434765919"),
        (Kind.NI_NUMBER, "The number qq123456c is hers.", "qq123456c"),
        (Kind.PHONE, "She rang from +44 7700900123 twice.", "+44 7700900123"),
        (Kind.EMAIL, "She wrote from NGOZI@example.com twice.", "NGOZI@example.com"),
    ],
)
def test_what_else_the_record_says(kind: Kind, text: str, said: str) -> None:
    assert (kind, said) in [(one.kind, text[one.start : one.end]) for one in of_the_record(text)]


def test_a_surname_of_several_belongs_to_all_of_them() -> None:
    (only,) = of_the_record("The Okonkwo family moved.")
    assert set(only.about.split("+")) >= {"person-1", "person-2"}


def test_a_forename_on_the_next_line_is_a_name_of_its_own() -> None:
    text = "Review of Ngozi Okonkwo\nAmara was born then."
    assert [text[one.start : one.end] for one in of_the_record(text)] == ["Ngozi Okonkwo", "Amara"]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ("[]", "must be an object"),
        ("{", "not JSON"),
        ('{"people": [{"full_name": 3}]}', "person 1: full_name must be a text"),
        ('{"people": [{}, {"known_as": "Mimi"}]}', "person 2: known_as must be a list of texts"),
        ('{"people": [{"date_of_birth": "14/03/2019"}]}', "year-month-day"),
        ('{"people": ["Amara"]}', "people must be a list of objects"),
    ],
)
def test_a_record_that_is_wrong_is_refused_with_the_place(values: str, problem: str) -> None:
    with pytest.raises(WrongPeople, match=problem):
        people_from_json(values)


def test_every_key_of_the_record_is_optional() -> None:
    assert people_from_json("{}") == CaseRecord()
    assert people_from_json('{"people": [{}]}').people[0].names == ()
