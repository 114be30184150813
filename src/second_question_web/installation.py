"""Preparing an installation: database, cache table, static files, reference data, demo data. Safe to repeat.

Every step first asks whether it has anything to do, so that a second start costs next to nothing.
"""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from second_question_web.partnerships.actions import load_reference
from second_question_web.trail.actions import System

DEMO_MARK = "this-is-a-demo"
Say = Callable[[str], None]


class NotADemo(Exception):
    """Demo data was asked for where real data is."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            f"{home} holds an installation that is no demo. Start it without --demo, or name another folder in "
            "SECOND_QUESTION_HOME for the demo."
        )


def prepare(say: Say) -> None:
    """Brings database, static files and reference data up to date.

    Args:
        say: told of each step that has something to do.
    """
    if migrations_waiting():
        say("Preparing the database")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    if static_is_old():
        say("Collecting style sheet and scripts")
        call_command("collectstatic", verbosity=0, interactive=False, stdout=io.StringIO())
        _static_stamp().write_text(_static_digest())
    load_reference(by=System("reference data"))


def migrations_waiting() -> bool:
    """Whether the database is behind the program."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_is_old() -> bool:
    """Whether the collected static files are not those of this program."""
    stamp = _static_stamp()
    return not stamp.exists() or stamp.read_text() != _static_digest()


def _static_stamp() -> Path:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    return Path(settings.STATIC_ROOT) / ".made-from"


def _static_digest() -> str:
    own = Path(__file__).parent / "ui" / "static"
    digest = hashlib.sha256()
    for path in sorted(own.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(own)} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()
