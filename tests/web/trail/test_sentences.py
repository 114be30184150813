"""Every action has its words (house rule 1: one definition)."""

from collections.abc import Iterable
from fnmatch import fnmatch

import pytest

from second_question_web.trail.models import Entry, Outcome
from second_question_web.trail.sentences import PHRASES, phrase_for, sentence
from tests.web.trail.recorded import recorded_actions


def fitting(names: Iterable[str], known: Iterable[str]) -> set[str]:
    """The names that fit a known one; either may have a star."""
    return {name for name in names for one in known if fnmatch(name, one) or fnmatch(one, name)}


def test_every_recorded_action_has_a_sentence() -> None:
    recorded = recorded_actions()
    assert {"page.refuse", "panel.receive", "clock.pause", "partnership.add_clock", "*.add"} <= recorded
    assert sorted(recorded - fitting(recorded, PHRASES)) == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(set(PHRASES) - fitting(PHRASES, recorded_actions())) == []


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
