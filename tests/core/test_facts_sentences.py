"""Sentences that say how old a child was, and when it happened."""

import pytest

from second_question.documents import read
from second_question.reading.facts import Facts, facts_of

AGES = [
    ("Jo was fifteen when she died.", [15]),
    ("Jo, then aged four months, was shaken.", [0]),
    ("a fifteen-year-old boy was stabbed", [15]),
    ("Jo was found unresponsive at the age of eleven weeks.", [0]),
    ("Jo was sixteen years and four months old when he took his own life.", [16]),
    ("Jo (14) was admitted to hospital after an overdose.", [14]),
    ("Jo, 14, was stabbed outside a shop.", [14]),
    ("At the time of the incident Jo was 3 years 2 months old.", [3]),
    ("Jo died three days before her fourteenth birthday.", [13]),
    ("Jo was just under two years old when he was injured.", [1]),
    ("Jo was two and a half when she was burned.", [2]),
    ("Jo was a newborn baby who died at one day old.", [0]),
    ("Jo was 17 years of age at the time of death. His mother was 41 years old.", [17]),
    ("His mother was 19 years old when Jo was born. Jo was 5 when the incident happened.", [5]),
    ("The twins were 9 weeks old when one of them died.", [0]),
    ("Jo's brother was aged 7. Jo was 5 at the time of her death.", [5]),
    ("Jo was nearly three when she was found.", [2]),
    ("Age at time of incident: 6", [6]),
    ("Age: 14 years 3 months", [14]),
    ("Jo, who was aged six, was seriously injured.", [6]),
    ("The subject child was a 22-month-old girl.", [1]),
    ("Jo died at home in 2019, aged 12.", [12]),
    ("Jo was 15. She had been missing for a week when she was found.", [15]),
    ("Jo was 13 and his sister Mo was 10 when their mother was killed.", [13]),
    ("Jo was born at 28 weeks and died at 6 months of age.", [0]),
    ("Children under the age of 5 are seen by a health visitor. Jo died when she was eight.", [8]),
    ("Two siblings aged eleven and nine were neglected.", [11, 9]),
    ("Jo moved to England at the age of 4. He was killed at the age of 16.", [16]),
    ("Jo first went missing when he was 12. He was 16 at the time of the incident.", [16]),
    ("Jo has been ill since he was four. Jo was nine at the time of the incident.", [9]),
    ("Jo, 11 weeks, three broken ribs.", [0]),
    ("Jo was born on 3 March 2015. Sister, aged 4. Jo was injured on 4 May 2021.", [6]),
    ("Jo's stepfather, aged 31, was arrested. Jo was eleven months old.", [0]),
]


@pytest.mark.parametrize(("sentence", "ages"), AGES)
def test_a_sentence_says_how_old_the_child_was(sentence: str, ages: list[int]) -> None:
    said = facts(sentence).child_ages
    assert list(said.value if said else ()) == ages


INCIDENTS = [
    ("In the early hours of 5 May 2021 Jo was found unresponsive.", "2021-05-05"),
    ("On Tuesday 4th May 2021, paramedics were called to Jo's home.", "2021-05-04"),
    ("Jo died on the 9th of March 2020.", "2020-03-09"),
    ("Jo died in March 2020.", "2020-03"),
    ("In the summer of 2020 Jo died.", "2020"),
    ("The meeting was held on 3 October 2023. On 12 September Jo was found by his aunt.", "2023-09-12"),
    ("The meeting was held on 3 January 2023. On 12 December Jo was found by his aunt.", "2022-12-12"),
    ("On 1 June 2018 Jo had a cold.\n\nOn 9 May 2019 at 04:10 a call was made. Jo was pronounced dead.", "2019-05-09"),
    ("By a letter of 3 May 2021 I was asked how Jo was injured. Jo was injured in March 2021.", "2021-03"),
    ("Jo was born on 3 June 2019 and died on 9 August 2019.", "2019-08-09"),
    ("Jo's grandmother died in 2015. Jo was assaulted on 12 April 2019.", "2019-04-12"),
    ("On 9 June 2021 the partnership was notified that Jo had died on 2 June 2021.", "2021-06-02"),
    ("Jo was admitted to hospital on 7 July 2020 with a skull fracture.", "2020-07-07"),
    ("The rapid review was held on 1 May 2021. On 9 April 2021 Jo was stabbed in a park.", "2021-04-09"),
    (
        "Jo became known to services in 2012. She took an overdose on 30 November 2018 and did not recover.",
        "2018-11-30",
    ),
    ("An inquest held on 3 May 2022 found that Jo's death on 2 May 2021 was an accident.", "2021-05-02"),
    ("The father was convicted on 5 June 2022 of the murder of Jo, which took place on 1 June 2021.", "2021-06-01"),
    ("Jo was removed from home by the police on 14 February 2021 after being found with burns.", "2021-02-14"),
    ("Ofsted inspected the council in May 2019. In October 2020 Jo's body was found.", "2020-10"),
    ("Date of death: 01.02.2020", "2020-02-01"),
    (
        "At 6.10 in the morning of Saturday 17 February 2024 his father rang 999. He had fallen asleep with Jo on his chest.",
        "2024-02-17",
    ),
    ("The strategy meeting took place on 3 May 2020 after Jo's injury was seen on 1 May 2020.", "2020-05-01"),
    (
        "The family moved to the area in January 2020. Jo was taken by ambulance to hospital on 6 March 2020.",
        "2020-03-06",
    ),
]


@pytest.mark.parametrize(("sentence", "day"), INCIDENTS)
def test_a_sentence_says_when_it_happened(sentence: str, day: str) -> None:
    said = facts(sentence).incident
    assert said is not None
    assert said.value == day


def facts(sentence: str) -> Facts:
    text = f"Serious Case Review\n\nChild Jo\n\nLeeds LSCB\n\nIntroduction\n\n1.1 {sentence}"
    return facts_of(read(text.encode(), "report.md"))


COVERS = [
    ("# Jo\n\nA review for the Calder Vale Safeguarding Children Partnership by Ann Lee", "Jo"),
    (
        "# REPORT OF THE PRACTICE REVIEW – FAMILY S\n\nReport of the Chair of the Board",
        "Report of the Practice Review – Family S",
    ),
    ("# Serious Case Review: Jo\n\nRosalind Gray, Lead Reviewer", "Serious Case Review: Jo"),
]


@pytest.mark.parametrize(("cover", "title"), COVERS)
def test_a_title_ends_before_who_wrote_and_who_published(cover: str, title: str) -> None:
    said = facts_of(read(f"{cover}\n\n## Introduction\n\nJo died.\n".encode(), "a.md")).title
    assert said is not None
    assert said.value == title


def test_the_area_begins_behind_the_post_of_who_is_from_there() -> None:
    present = "# Rapid Review\n\nPresent: Tom Akin, Assistant Director, Brackenshire Council.\n"
    area = facts_of(read(present.encode(), "a.md")).area
    assert area is not None
    assert area.value.written == "Brackenshire"


TABLES = [
    ("| Family member | Age in March 2015 |\n| --- | --- |\n| Mother | 31 |\n| Anna | 9 |\n| Ben | 7 |", [9, 7]),
    ("| Who | Age |\n| --- | --- |\n| Jo (subject child) | 8 months |\n| Mo | 7 |", [0]),
]


@pytest.mark.parametrize(("table", "ages"), TABLES)
def test_a_table_of_the_family_says_how_old_the_children_were(table: str, ages: list[int]) -> None:
    said = facts_of(
        read(f"# Serious Case Review\n\n## Family\n\n{table}\n\nThey lived together.\n".encode(), "a.md")
    ).child_ages
    assert list(said.value if said else ()) == ages
