"""An installation as a stranger starts it: `second-question run` as a process of its own, in a folder of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

COMMAND = Path(sys.executable).with_name("second-question")
READY = "Press Ctrl+C to stop."
START_LIMIT = 180  # seconds, with everything else that the machine does
STOP_LIMIT = 30


@dataclass(frozen=True)
class Installation:
    """Where it answers, where its data is, and the file that holds all it has printed: sign-ins, links and e-mail."""

    address: str
    home: Path
    database: str
    log: Path

    def printed(self) -> str:
        """Everything printed so far."""
        return self.log.read_text(errors="replace")


@contextmanager
def started(folder: Path, *options: str) -> Iterator[Installation]:
    """Runs it until the end of the block; whatever went wrong inside it fails the test."""
    port = free_port()
    with fresh_database() as database, (folder / "printed").open("wb") as log:
        installation = Installation(f"http://127.0.0.1:{port}", folder / "home", database, folder / "printed")
        process = subprocess.Popen(
            [str(COMMAND), "run", *options, "--port", str(port)],
            env=environment(installation.home, database),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_ready(process, installation)
            yield installation
        finally:
            process.terminate()
            process.wait(STOP_LIMIT)
    assert "Traceback" not in installation.printed(), installation.printed()


def environment(home: Path, database: str) -> dict[str, str]:
    """This process's environment without what tests or the developer have set for the product."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SECOND_QUESTION_")}
    own = {"SECOND_QUESTION_HOME": str(home), "DATABASE_URL": database, "PYTHONUNBUFFERED": "1"}
    return {**kept, **own, "DJANGO_SETTINGS_MODULE": "second_question_web.settings"}


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def fresh_database() -> Iterator[str]:
    """The address of an empty database on the server that the tests run on; empty for the embedded database."""
    server = os.environ.get("SECOND_QUESTION_TEST_DATABASE", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"journeys_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _wait_until_ready(process: subprocess.Popen[bytes], installation: Installation) -> None:
    limit = time.monotonic() + START_LIMIT
    while READY not in installation.printed():
        if process.poll() is not None or time.monotonic() > limit:
            pytest.fail(f"the installation did not start:\n{installation.printed()}")
        time.sleep(0.1)
