"""Every command that the README or the docs show can be run as shown."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(<!-- not run: [^>]+ -->\s*)?^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
OURS = re.compile(r"^(?:\$ )?((?:python -m second_question|second-question)\b.*)$", re.MULTILINE)


def shown() -> Iterator[tuple[str, str, bool]]:
    """Page, command line, and whether the page says that it is not to be run here."""
    for page in [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]:
        for not_run, block in BLOCK.findall(page.read_text()):
            for line in OURS.findall(block):
                yield str(page.relative_to(ROOT)), line, bool(not_run)


RUN = sorted({(page, line) for page, line, not_run in shown() if not not_run})


def test_some_commands_are_shown() -> None:
    assert len(RUN) >= 4


@pytest.mark.parametrize(("page", "line"), RUN)
def test_it_runs(page: str, line: str, tmp_path: Path) -> None:
    arguments = shlex.split(line.removeprefix("python -m second_question").removeprefix("second-question"))
    environment = {**os.environ, "SECOND_QUESTION_HOME": str(tmp_path / "home"), "DATABASE_URL": ""}
    samples = ROOT / "docs" / "samples"
    for sample in samples.glob("*"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    command = [sys.executable, "-m", "second_question", *arguments]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{page}: {line}\n{ended.stderr}"
    assert ended.stdout
