"""Where subcommands come from."""

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from second_question.cli import main
from second_question.commands import registry


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = EntryPoint(name="tea", value=value, group=registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point] if group == registry.GROUP else [])


def test_another_package_adds_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("kettle")
    vars(module)["COMMAND"] = registry.Command("tea", "makes tea", "second-question tea", lambda _: None, lambda _: 7)
    monkeypatch.setitem(sys.modules, "kettle", module)
    offer(monkeypatch, "kettle:COMMAND")
    assert list(registry.commands()) == sorted([*registry.OWN_MODULES, "tea"])
    assert main(["tea"]) == 7


def test_a_command_whose_package_is_missing_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(monkeypatch, "no_such_package.tea:COMMAND")
    assert main(["tea"]) == 2
    assert "no_such_package" in capsys.readouterr().err
    assert main(["deadlines", "--notified", "2020-12-18"]) == 0


def test_an_entry_point_that_is_no_command_is_a_mistake_in_that_package(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "second_question.commands.registry:GROUP")
    with pytest.raises(TypeError, match="not a Command"):
        registry.commands()
