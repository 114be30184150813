"""The web's tests: quick password hashing, no throttling between tests, jobs run at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from pytest_django import Settings


@pytest.fixture(autouse=True)
def quick_and_quiet(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Cheap password hashing, memory caches, files in a folder of the test, background work done at once."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    memory = "django.core.cache.backends.locmem.LocMemCache"
    in_memory = {name: {"BACKEND": memory, "LOCATION": name} for name in ("default", "appraisals")}
    settings.CACHES = {**settings.CACHES, **in_memory}
    settings.MEDIA_ROOT = tmp_path
    settings.LIBRARY = tmp_path / "library"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.SECOND_FACTOR_REQUIRED = False
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    emptied()
    yield
    emptied()


def emptied() -> None:
    """Nothing is remembered from one test to the next."""
    for name in ("default", "appraisals"):
        caches[name].clear()
