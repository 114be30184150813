"""Every action has its words (house rule 1: one definition)."""

import ast
from pathlib import Path

import pytest

from second_question_web.trail.models import Entry, Outcome
from second_question_web.trail.sentences import PHRASES, phrase_for, sentence

SOURCE = Path(__file__).resolve().parents[3] / "src" / "second_question_web"


def recorded_actions() -> set[str]:
    """Every action name that a call to `record`, or to an app's own wrapper of it, is given as a literal."""
    trees = [ast.parse(path.read_text()) for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and is_record(node)]
    return {name for call in calls for name in names_in(call)}


def is_record(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name.lstrip("_").startswith("record")


def names_in(call: ast.Call) -> set[str]:
    words = [node.value for argument in call.args for node in ast.walk(argument) if isinstance(node, ast.Constant)]
    return {
        word
        for word in words
        if isinstance(word, str) and word.replace("_", "").replace(".", "", 1).isalpha() and "." in word
    }


def test_every_recorded_action_has_a_sentence() -> None:
    recorded = recorded_actions()
    assert {"page.refuse", "panel.receive", "rapid_review.begin"} <= recorded, "the sweep must find the calls"
    assert sorted(recorded - set(PHRASES)) == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(set(PHRASES) - recorded_actions()) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"actor_name": "Petra Nyman", "action": "panel.acknowledge", "subject_key": "SIN-2026-0007"},
            "Petra Nyman acknowledged notification SIN-2026-0007 for the Panel",
        ),
        (
            {
                "action": "record.refuse",
                "subject_kind": "notification",
                "subject_key": "SIN-1",
                "outcome": Outcome.REFUSED,
            },
            "Somebody who was not signed in asked for notification SIN-1 and was refused",
        ),
        (
            {"actor_name": "Max Oduya", "action": "panel.list", "outcome": Outcome.REFUSED},
            "Max Oduya read the Panel’s inbox (refused)",
        ),
        ({"actor_name": "System: demo", "action": "odd.deed"}, "System: demo did “odd.deed” to"),
    ],
)
def test_a_row_reads_as_a_sentence(facts: dict[str, str], words: str) -> None:
    assert sentence(Entry(**facts)) == words


def test_no_phrase_ends_the_sentence_or_repeats_the_name() -> None:
    assert not [action for action in PHRASES if phrase_for(action).words.endswith(".")]
    assert len({phrase.label for phrase in PHRASES.values()}) == len(PHRASES)
