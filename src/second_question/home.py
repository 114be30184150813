"""The folder that holds everything an installation keeps."""

import os
from pathlib import Path


def home() -> Path:
    """That folder; made when missing.

    `SECOND_QUESTION_HOME` names it. Otherwise `var/` in a checkout, else the user's data folder (interfaces.md, section 1).
    """
    folder = Path(os.environ.get("SECOND_QUESTION_HOME") or _default_home())
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _default_home() -> Path:
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").exists():
        return checkout / "var"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "second-question"
