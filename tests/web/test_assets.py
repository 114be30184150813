"""The committed stylesheet and scripts are what their sources give (decision record 0003)."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "src" / "second_question_web" / "ui" / "static" / "second_question"
FETCHED = re.compile(r"url\([\"']?(?!data:)[^)]*\)|@import|@font-face|GDS Transport")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_building_again_gives_the_committed_files(tmp_path: Path) -> None:
    node = shutil.which("node")
    if not node or not (ROOT / "node_modules").is_dir():
        missing("Node and its packages are not installed: npm ci --ignore-scripts")
    subprocess.run([str(node), "scripts/build_assets.mjs", str(tmp_path / "built")], cwd=ROOT, check=True)
    assert contents(tmp_path / "built") == contents(COMMITTED), "run npm run build and commit the result"


def test_the_stylesheet_fetches_nothing_and_uses_no_letters_of_gov_uk() -> None:
    css = contents(COMMITTED)["second-question.css"].decode()
    assert not FETCHED.findall(css)


@pytest.mark.parametrize("name", ["application.js", "scripts-on.js"])
def test_our_scripts_keep_nothing_in_the_browser_and_evaluate_nothing(name: str) -> None:
    script = contents(COMMITTED)[name].decode()
    assert not [word for word in ("localStorage", "indexedDB", "eval(", "new Function") if word in script]
