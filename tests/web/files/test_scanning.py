"""Nothing is opened that the installation's scanner has not called clean."""

import sys

import pytest
from django.utils import timezone
from pytest_django import Settings

from second_question_web.files import actions
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.jobs.models import Job
from second_question_web.trail.models import Entry
from tests.people import person
from tests.web.files.given import PDF, given

pytestmark = pytest.mark.django_db


def kept(settings: Settings, command: str) -> StoredFile:
    settings.SCAN_COMMAND = command
    return actions.add(by=person("Bea"), upload=given("a.pdf", PDF), purpose="case", case="C", now=timezone.now())


def answering(status: int) -> str:
    """A scanner that reads the file and answers so."""
    program = f"import sys; sys.exit({status} if open(sys.argv[-1], 'rb').read(4) == b'%PDF' else 9)"
    return f'{sys.executable} -c "{program}"'


@pytest.mark.parametrize(
    ("status", "scan", "opens"), [(0, "clean", True), (1, "infected", False), (2, "failed", False)]
)
def test_what_the_scanner_says_decides(settings: Settings, status: int, scan: str, opens: bool) -> None:
    stored = kept(settings, answering(status))
    assert (stored.scan, stored.can_be_opened) == (scan, opens)
    assert Entry.objects.get(action="file.scan").after == {"scan": scan}


def test_a_scanner_that_is_not_there_is_a_failed_scan_that_was_tried_again(settings: Settings) -> None:
    stored = kept(settings, "/nowhere/scanner --quick")
    assert stored.scan == "failed"
    assert (Job.objects.get().state, Job.objects.get().attempts) == ("failed", 3)
    with pytest.raises(CannotBeOpened, match="scan failed"):
        actions.open_file(by=person("Bea"), stored=stored, now=timezone.now())


def test_without_a_scanner_a_file_is_kept_as_not_scanned(settings: Settings) -> None:
    assert kept(settings, "").get_scan_display() == "Not checked for malware: no scanner is configured"
    assert not Job.objects.exists()
