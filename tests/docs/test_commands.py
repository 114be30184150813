"""Every command that the README or the docs show can be run as shown."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(<!-- not run: [^>]+ -->\s*)?^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
OURS = re.compile(r"^(?:\$ )?((?:python -m second_question|second-question)\b.*)$", re.MULTILINE)
PREPARE = "import django; django.setup(); from second_question_web import installation; installation.prepare(print)"


def shown() -> Iterator[tuple[str, str, bool]]:
    """Page, command line, and whether the page says that it is not to be run here."""
    for page in [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]:
        for not_run, block in BLOCK.findall(page.read_text()):
            for line in OURS.findall(block):
                yield str(page.relative_to(ROOT)), line, bool(not_run)


RUN = sorted({(page, line) for page, line, not_run in shown() if not not_run})


def started(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, as a reader would start it, in an installation of its own."""
    settings = {"SECOND_QUESTION_HOME": str(home), "DJANGO_SETTINGS_MODULE": "second_question_web.settings"}
    environment = {**os.environ, **settings}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=home.parent, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation as the first start leaves it, with no data yet."""
    home = tmp_path_factory.mktemp("installation") / "home"
    home.mkdir()
    ended = started(home, "-c", PREPARE)
    assert ended.returncode == 0, ended.stderr
    return home


def test_some_commands_are_shown() -> None:
    assert len(RUN) >= 10


@pytest.mark.parametrize(("page", "line"), RUN)
def test_it_runs(page: str, line: str, prepared: Path, tmp_path: Path) -> None:
    shutil.copytree(prepared, tmp_path / "home")
    shutil.copytree(ROOT / "docs" / "samples", tmp_path, dirs_exist_ok=True)
    (tmp_path / "tests").symlink_to(ROOT / "tests")  # as in a checkout
    arguments = shlex.split(line.removeprefix("python -m second_question").removeprefix("second-question"))
    ended = started(tmp_path / "home", "-m", "second_question", *arguments)
    assert ended.returncode == 0, f"{page}: {line}\n{ended.stderr}"
    assert ended.stdout
