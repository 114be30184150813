"""`second-question check` notices a version that is no longer what was sent, however it was changed."""

import hashlib

import pytest

from second_question_web.commands.checks import Problem, versions_are_as_sent
from second_question_web.files import actions as files
from second_question_web.rapid_reviews.models import Version
from tests.people import person
from tests.reviews import NOW
from tests.web.rapid_reviews.deciding.decisions import complete_review, decided, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> Version:
    review = complete_review()
    decided(review)
    return sent(review)


def problems() -> list[Problem]:
    return list(versions_are_as_sent(lambda items, total, unit: items))


def said() -> str:
    """What is wrong with the one version, and where."""
    (problem,) = problems()
    assert problem.where == "version 1 of SIN-2026-0001"
    return problem.what


def test_a_version_that_stands_as_it_was_sent_is_no_problem(version: Version) -> None:
    assert problems() == []


def test_changed_content_does_not_fit_its_digest(version: Version) -> None:
    version.content = version.content.replace("An audit.", "A review.")
    version.save()
    assert "does not fit its digest" in said()


def test_whoever_changes_the_digest_too_is_found_by_the_trail(version: Version) -> None:
    version.content = version.content.replace("An audit.", "A review.")
    version.content_hash = hashlib.sha256(version.content.encode()).hexdigest()
    version.save()
    assert "not the one that the trail kept" in said()


def test_a_document_that_is_missing_or_removed(version: Version) -> None:
    files.remove(by=person("Bea"), stored=version.word, reason="By mistake", now=NOW)  # type: ignore[arg-type]  # it is kept
    assert said() == "its Word document was removed"
    Version.objects.update(word=None)
    assert said() == "its Word document is missing"
