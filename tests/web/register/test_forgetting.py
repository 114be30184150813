"""Files of imports are deleted after a month; files of cases never are."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from second_question_web.files import actions as files
from second_question_web.files.models import StoredFile
from second_question_web.incidents.register.jobs import UPLOAD
from second_question_web.jobs import actions as jobs
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person
from tests.web.files.given import given

pytestmark = pytest.mark.django_db


def test_old_files_of_imports_go_and_everything_else_stays(
    tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    now = timezone.now()
    for purpose, case, days in ((UPLOAD, "", 31), (UPLOAD, "", 29), ("notification", "SIN-2026-0001", 400)):
        upload = given(f"{days}.csv", b"a,b\n1,2\n")
        files.add(by=person("Bea"), upload=upload, purpose=purpose, case=case, now=now - timedelta(days=days))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a context manager of pytest-django
        jobs.start("register.forget_files", "Old files of imports", System("schedule"))
    assert sorted(StoredFile.objects.values_list("name", flat=True)) == ["29.csv", "400.csv"]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2
    assert Entry.objects.filter(action="file.forget").count() == 1
