"""Every action names its person, is done wholly or not at all, and leaves exactly one row in the trail (house rule 5)."""

import ast
import importlib
import inspect
import pkgutil

import pytest

import second_question_web
from second_question_web.trail import actions as trail
from tests.sweeps.action_rows import Function, rows_of, tree_of

# Not actions but what actions are made of.
PARTS = {trail.record}
# Called with what it is about first, as a sentence reads.
POSITIONAL = {"second_question_web.jobs.actions.start"}

# Who acts is in the arguments, but not as `by`.
NAMED_OTHERWISE = {
    "second_question_web.home.actions.note_feed_read": "a calendar program, for the owner of the secret address",
    "second_question_web.people.actions.invitations.accept": "the invited person, by the secret of the link",
    "second_question_web.people.actions.invitations.ask_for_access": "somebody who has no account yet",
    "second_question_web.people.actions.first.first_administrator": "whoever sets the installation up",
}


def modules_of_actions() -> list[str]:
    found = pkgutil.walk_packages(second_question_web.__path__, "second_question_web.")
    return [module.name for module in found if module.name.endswith(".actions")]


def public(module_name: str) -> list[Function]:
    """The functions that a module of actions offers to others."""
    module = importlib.import_module(module_name)
    offered = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    functions = [one for one in (getattr(module, name) for name in offered) if inspect.isfunction(inspect.unwrap(one))]
    return [one for one in functions if inspect.unwrap(one).__module__.startswith(module_name) and one not in PARTS]


ACTIONS = [
    action
    for module in modules_of_actions()
    for action in public(module)
    if "by" in inspect.signature(action).parameters
]
OTHERS = [one for module in modules_of_actions() for one in public(module) if one not in ACTIONS]


def name_of(action: Function) -> str:
    return f"{inspect.unwrap(action).__module__}.{action.__name__}"


def test_the_sweep_finds_them() -> None:
    names = {name_of(action) for action in ACTIONS}
    assert len(names) > 40
    assert {"second_question_web.panel.actions.arriving.acknowledge"} <= names
    assert len(modules_of_actions()) >= 9


@pytest.mark.parametrize("action", ACTIONS, ids=name_of)
def test_it_names_its_person_by_keyword(action: Function) -> None:
    by = inspect.signature(action).parameters["by"]
    assert by.kind is by.KEYWORD_ONLY or name_of(action) in POSITIONAL
    assert by.default is by.empty


@pytest.mark.parametrize("action", ACTIONS, ids=name_of)
def test_it_is_done_wholly_or_not_at_all(action: Function) -> None:
    """A note is one row and nothing else, which is whole by itself."""
    decorators = [ast.unparse(decorator) for decorator in tree_of(action).decorator_list]
    is_atomic = any(decorator.startswith("transaction.atomic") for decorator in decorators)
    assert is_atomic or action.__name__.startswith("note_")


@pytest.mark.parametrize("action", ACTIONS, ids=name_of)
def test_it_leaves_exactly_one_row(action: Function) -> None:
    """Or none, where there was nothing to do."""
    rows = rows_of(action, frozenset(ACTIONS) - {action})
    assert 1 in rows
    assert rows <= {0, 1}


def test_only_whoever_has_no_account_yet_or_is_no_browser_acts_under_another_name() -> None:
    writing = {name_of(one) for one in OTHERS if rows_of(one, frozenset(ACTIONS)) != {0}}
    assert writing == set(NAMED_OTHERWISE)
