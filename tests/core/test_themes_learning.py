"""A model learns from decisions: the same each time, held to what it knew, never naming anybody; and the table of decisions."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from second_question.cli import main
from second_question.reading.themes import Model, NotAModel, Suggesting, model_from_json, shipped_model
from second_question.reading.themes.measuring import Quality, measured, quality_of, trained_and_measured
from second_question.reading.themes.training import DecidedPassage, train
from second_question.rules.codebooks import Code, Codebook, Wording, codebook

REVIEW = Path(__file__).resolve().parents[1] / "samples" / "themes" / "review.md"
BOOK = Codebook(
    "small/1",
    "Small",
    (
        Code("garden", "Garden", "Beds and borders.", words=Wording(("garden",), ("spade",))),
        Code("kitchen", "Kitchen", "Pots and pans.", words=Wording(("kitchen",), ("spoon",))),
    ),
)
GATES = (
    "the green gate creaked",
    "a gate was painted",
    "she oiled that gate",
    "nobody shut the gate",
    "every gate needs paint",
)
STREETS = ("the long street", "a bus came by", "rain fell on roofs", "nobody was about", "lamps were lit early")


def decided(text: str, *codes: str, undecided: str = "") -> DecidedPassage:
    return DecidedPassage(text, "", frozenset(codes), frozenset({undecided} - {""}), text)


LESSON = [
    *(decided(f"Sam said {text}.", "garden") for text in GATES),
    *(decided(f"Sam said {text}.") for text in STREETS),
]


def score(model: Model, code: str, text: str) -> float:
    everything = Suggesting(BOOK, replace(model, threshold=0.0))
    return next(one.score for one in everything.for_text(text) if one.code == code)


def test_a_word_that_people_took_for_a_code_is_learned_and_named_as_the_reason() -> None:
    before = Model(BOOK.id)
    after = train(LESSON * 3, BOOK, before)
    unseen = "Somebody leaned on a gate."
    assert score(after, "garden", unseen) > 2 * score(before, "garden", unseen)
    (found,) = Suggesting(BOOK, replace(after, threshold=0.3)).for_text(unseen)
    assert (found.code, found.because) == ("garden", ("gate",))


def test_rejected_suggestions_make_a_word_weaker() -> None:
    before, text = Model(BOOK.id), "The kitchen was mentioned."
    rejected = [decided(f"The kitchen was mentioned on {day}.") for day in ("Monday", "Tuesday", "Friday", "Sunday")]
    assert score(train(rejected, BOOK, before), "kitchen", text) < score(before, "kitchen", text)


def test_what_nobody_decided_on_does_not_count() -> None:
    before = Model(BOOK.id)
    lesson = [decided(f"The kitchen, {text}.", "garden", undecided="kitchen") for text in STREETS]
    after = train(lesson, BOOK, before)
    assert after.codes["kitchen"] == 0
    assert all("kitchen" not in weights for weights in after.words.values())


def test_the_same_decisions_give_the_same_model() -> None:
    assert train(LESSON, BOOK, Model(BOOK.id)).to_json() == train(LESSON, BOOK, Model(BOOK.id)).to_json()


def test_without_decisions_nothing_changes() -> None:
    before = Model(BOOK.id)
    after = train([], BOOK, before)
    assert (after.signals, after.words, after.version) == (before.signals, {}, 1)


def test_a_word_called_as_a_part_of_a_model_is_a_word_like_any_other() -> None:
    lesson = [decided(f"The code and the signal, {text}.", "garden") for text in GATES]
    after = train(lesson * 2, BOOK, Model(BOOK.id))
    assert {"code", "signal"} <= set(after.words)
    assert abs(after.codes["garden"]) < 1


def test_names_and_little_words_are_not_learned() -> None:
    assert "gate" in (learned := train(LESSON * 3, BOOK, Model(BOOK.id)).words)
    assert not {"sam", "the", "said"} & set(learned) - {"said"}


def test_a_model_is_the_same_after_being_written_and_read() -> None:
    model = trained_and_measured(LESSON, BOOK, Model(BOOK.id), progress=bool)
    assert model_from_json(model.to_json(), "m.json") == model
    assert model.trained_on["passages"] == len(LESSON)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "no model of themes"),
        ("no", "not JSON"),
        (json.dumps({"kind": "second-question themes model", "format": 2}), "newer program"),
        (Model("a").to_json().replace('"always": -5.5', '"always": NaN'), "damaged"),
        (Model("a").to_json().replace('"words": {}', '"words": 3'), "damaged"),
    ],
)
def test_what_is_no_model_is_refused(text: str, says: str) -> None:
    with pytest.raises(NotAModel, match=says):
        model_from_json(text, "m.json")


@pytest.mark.parametrize(
    ("pairs", "quality"),
    [
        ([], (0, 1.0, 1.0, 1.0)),
        ([("", "")], (1, 1.0, 1.0, 1.0)),
        ([("ab", "a"), ("c", "cd")], (2, 0.667, 0.667, 0.667)),
        ([("a", "")], (1, 0.0, 0.0, 1.0)),
        ([("", "a")], (1, 0.0, 1.0, 0.0)),
    ],
)
def test_quality(pairs: list[tuple[str, str]], quality: tuple[int, float, float, float]) -> None:
    assert quality_of((frozenset(ours), frozenset(theirs)) for ours, theirs in pairs) == Quality(*quality)


def test_quality_leaves_out_what_nobody_decided_on() -> None:
    passages = [decided("The kitchen.", undecided="kitchen"), decided("The garden.", "garden")]
    assert measured(Model(BOOK.id), passages, BOOK) == Quality(2, 1.0, 1.0, 1.0)


def test_the_model_that_comes_with_the_program_knows_the_codebook_and_is_measured() -> None:
    model, book = shipped_model(codebook().id), codebook()
    codes = {code.code for code in book.codes}
    assert set(model.codes) == codes
    assert all(set(weights) <= codes for weights in model.words.values())
    assert model.trained_on["measured"]["micro_f1"] >= 0.7


def sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    table = tmp_path / "table.csv"
    assert main(["themes", str(REVIEW), "--json", "--decisions", str(table), *arguments]) == 0
    capsys.readouterr()
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def write(path: Path, rows: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


OWN = {
    "id": "days/2026",
    "codes": [
        {"code": "meals", "title": "Soup", "definition": "What is cooked."},
        {"code": "waiting", "title": "Waiting list", "definition": "Months that pass."},
    ],
}


def test_from_suggestions_to_decisions_to_a_new_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, to = tmp_path / "own.json", tmp_path / "model.json"
    own.write_text(json.dumps(OWN))
    rows = sheet(tmp_path, capsys, "--codebook", str(own))
    assert {row["code"] for row in rows} == {"", "meals", "waiting"}
    assert all(row["decision"] == "" for row in rows)
    for row in rows:
        row["decision"] = "rejected" if row["code"] == "waiting" else "accepted"
    arguments = ["themes", "--codebook", str(own), "--json"]
    assert main([*arguments, "--train", write(tmp_path / "filled.csv", rows), "--to", str(to)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["codebook"]) == (1, "days/2026")
    assert told["trained_on"]["passages"] == len({row["start"] for row in rows})
    assert told["trained_on"]["codes_given"] == sum(row["code"] == "meals" for row in rows)
    assert main([*arguments, str(REVIEW), "--model", str(to)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["codebook"] == "days/2026"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"decision": "maybe"}, "row 2: the decision 'maybe' is not known"),
        ({"decision": "accepted", "code": "weather"}, "row 2: the code 'weather' is not in the codebook"),
        ({"decision": "accepted", "passage": ""}, "row 2: the column “passage” is empty"),
        ({"decision": "accepted", "start": "x"}, "row 2: the start 'x' is no number"),
        ({}, "no row has a decision"),
    ],
)
def test_a_table_that_cannot_be_used(
    change: dict[str, str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"file": "a.txt", "start": "0", "end": "9", "passage": "Words.", "code": "risk", "decision": ""}
    table, to = write(tmp_path / "t.csv", [{**row, **change}]), tmp_path / "model.json"
    assert main(["themes", "--train", table, "--to", str(to)]) == 1
    assert says in capsys.readouterr().err
    assert not to.exists()


@pytest.mark.parametrize(("content", "says"), [("a,b\n1,2\n", "columns file, start"), ("", "is empty")])
def test_a_file_that_is_no_such_table(
    content: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(content)
    assert main(["themes", "--train", str(table), "--to", str(tmp_path / "m.json")]) == 1
    assert says in capsys.readouterr().err


def test_a_model_for_another_codebook_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "m.json"
    other.write_text(Model("small/1").to_json())
    assert main(["themes", str(REVIEW), "--model", str(other)]) == 1
    assert "trained for the codebook small/1" in capsys.readouterr().err
