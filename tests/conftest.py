"""What every test may ask for. Fixtures are few: people come from `tests.people`, records from `tests.factories`."""

import os
import tempfile
from pathlib import Path

import pytest

# Settings read the environment when Django starts; a test run has a home of its own and keeps nothing.
os.environ["SECOND_QUESTION_HOME"] = tempfile.mkdtemp(prefix="second-question-tests-")
os.environ.setdefault("SECOND_QUESTION_EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
os.environ["SECOND_QUESTION_DEMO"] = "0"

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def samples() -> Path:
    """The folder of sample files, all fictional."""
    return SAMPLES
