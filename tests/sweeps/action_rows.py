"""How many rows of the trail a function can write on its way to a normal end, read from its source.

Every path is followed; one that raises does not count. What a path writes twice counts as `MANY`.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable
from functools import cache
from types import ModuleType
from typing import Any, cast

from second_question_web.trail.actions import record

MANY = 2
Function = Callable[..., Any]
Counts = frozenset[int]
NONE: Counts = frozenset({0})
UNDER_WAY: list[Function] = []
"""The functions that are being read, for those that call themselves."""


def tree_of(function: Function) -> ast.FunctionDef:
    source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    return cast(ast.FunctionDef, ast.parse(source).body[0])


class Paths:
    """The paths through one function. `others` are actions, which write rows of their own."""

    def __init__(self, function: Function, others: frozenset[Function]) -> None:
        self.names = inspect.unwrap(function).__globals__
        self.others = others
        self.ended: set[int] = set()

    def through(self, statements: Iterable[ast.stmt], before: Counts) -> Counts:
        """How many rows there can be after the statements, given how many there can be before; empty when none ends."""
        for statement in statements:
            before = self._after(statement, before)
        return before

    def _after(self, statement: ast.stmt, before: Counts) -> Counts:
        match statement:
            case ast.Return():
                self.ended |= added(before, self._calls(statement))
                return frozenset()
            case ast.Raise():
                return frozenset()
            case ast.If():
                here = added(before, self._calls(statement.test))
                return self.through(statement.body, here) | self.through(statement.orelse, here)
            case ast.For() | ast.While():
                once = self.through(statement.body, before)
                return before | once if once <= before else before | once | {MANY}
            case ast.With():
                items = [item.context_expr for item in statement.items]
                return self.through(statement.body, added(before, self._calls(*items)))
            case ast.Try():
                handled = [self.through(handler.body, before) for handler in statement.handlers]
                return self.through([*statement.body, *statement.orelse], before).union(*handled)
        return added(before, self._calls(statement))

    def _calls(self, *nodes: ast.AST) -> Counts:
        """What the calls in an expression write."""
        counts = NONE
        for node in (inner for outer in nodes for inner in ast.walk(outer)):
            if isinstance(node, ast.Call):
                counts = added(counts, self._of(self._resolved(node.func)))
        return counts

    def _resolved(self, called: ast.expr) -> object:
        match called:
            case ast.Name():
                return self.names.get(called.id)
            case ast.Attribute(value=ast.Name(id=name)) if isinstance(self.names.get(name), ModuleType):
                return getattr(self.names[name], called.attr, None)
        return None

    def _of(self, called: object) -> Counts:
        if called is record:
            return frozenset({1})
        if not inspect.isfunction(called) or called in self.others:
            return NONE
        return rows_of(called, self.others) if called.__module__.startswith("second_question_web.") else NONE


def added(some: Counts, more: Counts) -> Counts:
    return frozenset(min(MANY, one + other) for one in some for other in more)


def rows_of(function: Function, others: frozenset[Function]) -> Counts:
    """How many rows the function itself can write. Where it calls itself, it writes there what it writes at all."""
    if function in UNDER_WAY:
        return NONE
    UNDER_WAY.append(function)
    try:
        return _rows_of(function, others)
    finally:
        UNDER_WAY.remove(function)


@cache
def _rows_of(function: Function, others: frozenset[Function]) -> Counts:
    paths = Paths(function, others)
    at_the_end = paths.through(tree_of(function).body, NONE)
    return at_the_end | paths.ended
