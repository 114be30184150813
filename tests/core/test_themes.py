"""`second-question themes`: suggestions with their words, the JSON, codebooks of one's own, and what is wrong with files."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.cli import main
from second_question.reading.themes import Suggesting, shipped_model
from second_question.rules.codebooks import codebook
from tests.shared_data import shared

REVIEW = Path(__file__).resolve().parents[1] / "samples" / "themes" / "review.md"
OWN = {
    "id": "days/2026",
    "codes": [
        {"code": "soup", "title": "Soup and bread", "definition": "What is cooked."},
        {"code": "paint", "title": "Painting", "definition": "Brushes, colours, gates."},
    ],
}

SENTENCES = [
    ("curiosity", "The worker took what she was told at face value and never asked the second question."),
    ("curiosity.babies", "A bruise on a pre-mobile baby was seen at six weeks and explained by a rattle."),
    ("curiosity.fathers", "Nothing was known about the father; the new partner had not been met by anybody."),
    ("curiosity.culture", "Her ethnicity was not recorded and an interpreter was never booked."),
    ("pathway.engagement", "The family missed appointments and was reluctant to engage with the service."),
    ("pathway.closure", "The case was closed for the third time, and was reopened within a month."),
    ("resources", "Caseloads were high and four posts were vacant; the waiting list was a year long."),
    ("information-sharing", "Information was not shared between the hospital and the school."),
    ("training", "The report recommends further training for all staff."),
    ("child-voice", "Nobody recorded the voice of the child; she was not seen alone."),
    ("domestic-abuse", "He used coercive control, and the children lived with domestic abuse."),
    ("sudden-infant-death", "Safer sleep advice was given and co-sleeping was known."),
    ("school", "Attendance fell to forty per cent before he was permanently excluded."),
    ("looked-after", "The foster placement broke down, and she moved to a children's home."),
    ("child-mental-health", "CAMHS discharged him although he had been self-harming."),
    (
        "parental-mental-health",
        "The mother's depression and the father's overdose were known to adult mental health services.",
    ),
    ("exploitation", "He was criminally exploited by a gang and carried drugs on county lines."),
    ("trafficking", "An unaccompanied asylum-seeking child was referred to the national referral mechanism."),
    ("covid-19", "In the first lockdown visits were by video call."),
    ("poverty-housing", "They were homeless and lived in temporary accommodation on a low income."),
    ("disability-health", "He is autistic, and his epilepsy was not treated."),
    ("neglect", "Home conditions were poor: the child was hungry and unkempt, and neglect was suspected."),
]
NOTHING = [
    "On Fridays they made soup, and once they painted the gate green together.",
    "The review was carried out by two people from another county between March and July.",
    "Baby T, Child F and the others are named as the partners agreed in the spring.",
]


@pytest.fixture(scope="module")
def suggesting() -> Suggesting:
    return Suggesting(codebook(), shipped_model(codebook().id))


@pytest.mark.parametrize(("code", "sentence"), SENTENCES)
def test_a_passage_gets_its_code_with_words_that_stand_in_it(code: str, sentence: str, suggesting: Suggesting) -> None:
    (found,) = [one for one in suggesting.for_text(sentence) if one.code == code]
    assert 0 < found.score <= 1
    assert found.because
    assert all(reason in sentence for reason in found.because)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_passage_without_a_theme_gets_none(sentence: str, suggesting: Suggesting) -> None:
    assert suggesting.for_text(sentence) == ()


def test_the_heading_helps_and_is_named(suggesting: Suggesting) -> None:
    everything = Suggesting(suggesting.book, replace(suggesting.model, threshold=0.0))
    text = "Her partner had never been to a meeting, and nobody had his number."
    without, under = (
        next(one for one in everything.for_text(text, heading) if one.code == "curiosity.fathers")
        for heading in ("Findings", "Fathers and other men")
    )
    assert under.score > 2 * without.score
    assert without.because[:1] == ("partner",)
    assert under.because[:2] == ("partner", "heading: Fathers and other men")


@given(
    st.lists(st.sampled_from(" ".join(sentence for _, sentence in SENTENCES).split()), max_size=40).map(" ".join),
    st.text(),
)
def test_whatever_a_passage_says_scores_are_shares_and_reasons_stand_in_it(
    suggesting: Suggesting, text: str, heading: str
) -> None:
    found = suggesting.for_text(text, heading)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(suggesting.model.threshold - 0.001 <= one.score <= 1 for one in found)
    assert all(reason in text or reason.startswith("heading: ") for one in found for reason in one.because)


def themes(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["themes", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_json_of_a_review(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = themes(capsys, str(REVIEW))
    assert set(told) == {"file", "codebook", "passages", "counts"}
    assert (told["file"], told["codebook"]) == (str(REVIEW), "practice-themes/2021")
    assert all(set(passage) == {"page", "start", "end", "codes"} for passage in told["passages"])
    codes = [{code["code"] for code in passage["codes"]} for passage in told["passages"]]
    for expected in ("curiosity.fathers", "information-sharing", "resources", "school", "poverty-housing"):
        assert told["counts"][expected] == sum(expected in suggested for suggested in codes) >= 1
    assert "neglect" not in told["counts"]


def test_the_text_for_a_person_shows_words_and_how_good_the_model_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes", str(REVIEW)]) == 0
    out = capsys.readouterr().out
    assert "micro-F1" in out
    assert "curiosity.fathers: " in out
    assert "Fathers and other men" in out


def test_a_codebook_of_ones_own_is_used_from_its_definitions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.json"
    own.write_text(json.dumps(OWN))
    (told,) = themes(capsys, str(REVIEW), "--codebook", str(own))
    assert told["codebook"] == "days/2026"
    (passage,) = [passage for passage in told["passages"] if passage["codes"]]
    assert {code["code"]: code["because"][0] for code in passage["codes"]} == {"soup": "soup", "paint": "painted"}


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCES[0][1].encode())))
    (told,) = themes(capsys, "-")
    assert (told["file"], told["counts"]) == ("-", {"curiosity": 1})


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["themes", "--json", str(tmp_path / "none.pdf"), str(REVIEW)]) == 1
    captured = capsys.readouterr()
    assert [told["file"] for told in json.loads(captured.out)] == [str(REVIEW)]
    assert "none.pdf" in captured.err


@pytest.mark.parametrize(
    ("content", "says"),
    [('{"id": "a"}', 'no "codes"'), ("nonsense", "not JSON"), ("\udcff", "no text in UTF-8")],
)
def test_a_codebook_that_cannot_be_used(
    content: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.json"
    own.write_bytes(content.encode(errors="surrogateescape"))
    assert main(["themes", "--codebook", str(own), str(REVIEW)]) == 1
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    "arguments", [[], ["--train", "a.csv"], ["a.txt", "--train", "a.csv", "--to", "b"], ["a.txt", "--to", "b"]]
)
def test_files_or_a_table_to_learn_from_are_needed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes", *arguments]) == 2
    assert "give files, or --train" in capsys.readouterr().err


def test_every_suggestion_on_a_real_report_shows_words_of_its_passage(capsys: pytest.CaptureFixture[str]) -> None:
    path = shared("sources/003_5f5e0984e2afd386.txt")
    text = path.read_text(encoding="utf-8")
    (told,) = themes(capsys, str(path))
    assert told["counts"]["covid-19"] >= 5
    for passage in told["passages"]:
        said = " ".join(text[passage["start"] : passage["end"]].split())
        for code in passage["codes"]:
            assert all(reason in said or reason.startswith("heading: ") for reason in code["because"])
