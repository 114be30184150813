"""Real data that lies beside the repository, where it does: tests that use it skip where it is absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """The file or folder of that name in the shared data; skips the test where it is absent."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"shared data not here: {path} (looked in {SHARED})")
    return found
