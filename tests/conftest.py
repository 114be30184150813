"""What every test may ask for. Fixtures are few: people come from `tests.people`, records from `tests.factories`."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

# Settings read the environment when Django starts. A test run has a home of its own and keeps nothing; it never touches
# the database that DATABASE_URL may name, only the one that is named for tests.
HOME = tempfile.mkdtemp(prefix="second-question-tests-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["SECOND_QUESTION_HOME"] = HOME
os.environ["DATABASE_URL"] = os.environ.get("SECOND_QUESTION_TEST_DATABASE", "")
os.environ["SECOND_QUESTION_EMAIL_BACKEND"] = "django.core.mail.backends.locmem.EmailBackend"
os.environ["SECOND_QUESTION_DEMO"] = "0"
# Named here and not in pyproject.toml: pytest-django would read settings from there before the lines above have run.
os.environ["DJANGO_SETTINGS_MODULE"] = "second_question_web.settings"


def pytest_configure() -> None:
    """Reads the settings; pytest-django then sets Django up."""
    from django.conf import settings

    assert settings.HOME.name.startswith("second-question-tests-")


SAMPLES = Path(__file__).parent / "samples"
REQUIRE_ALL = os.environ.get("SECOND_QUESTION_REQUIRE_ALL") == "1"


@pytest.fixture
def samples() -> Path:
    """The folder of sample files, all fictional."""
    return SAMPLES


def missing(what: str) -> None:
    """Skips the test because something is not on this machine; in continuous integration that is a failure.

    Args:
        what: what is missing and how to get it, as one sentence.
    """
    if REQUIRE_ALL:
        pytest.fail(f"required here: {what}")
    pytest.skip(what)
