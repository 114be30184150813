"""Finds, in the source, the name of every action that is written into the trail."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3] / "src" / "second_question_web"
NAME = re.compile(r"[a-z_]+\.[a-z_]*[a-z]")


@cache
def trees() -> list[ast.Module]:
    return [ast.parse(path.read_text()) for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls_in(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in names)


def passes_its_action_on(function: ast.FunctionDef, names: set[str]) -> bool:
    """Whether a function is given the action's name and hands it to one of those."""
    given = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    firsts = [call.args[0] for call in calls_in(function, names) if call.args]
    return any(isinstance(first, ast.Name) and first.id in given for first in firsts)


@cache
def recorders() -> frozenset[str]:
    """`record` by whatever name it is imported, and every function through which an action's name reaches it."""
    aliases = [a for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for a in node.names]
    names = {"record", *(alias.asname for alias in aliases if alias.name == "record" and alias.asname)}
    functions = [node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    while True:
        more = {function.name for function in functions if passes_its_action_on(function, names)} - names
        if not more:
            return frozenset(names)
        names |= more


def recorded_actions() -> set[str]:
    """Every literal name. A name that is made of parts has a star where a part goes, such as `*.add`."""
    calls = [call for tree in trees() for call in calls_in(tree, set(recorders()))]
    return {word for call in calls for argument in call.args for word in words_in(argument)} | set(made_names())


def words_in(argument: ast.expr) -> Iterator[str]:
    for node in ast.walk(argument):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
            yield node.value


def made_names() -> Iterator[str]:
    """Names such as f"{kind}.add" in the modules of actions."""
    for path in sorted(SOURCE.rglob("*actions*/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr):
                made = "".join(str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values)
                if re.fullmatch(r"[a-z_*]+\.[a-z_*]+", made):
                    yield made
