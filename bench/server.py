"""A Second Question of its own for measuring: a home in a temporary folder, filled, served, and taken down again."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

PORT = 8765
COMMAND = str(Path(sys.executable).parent / "second-question")


@dataclass(frozen=True)
class Installation:
    """Where it lives, and the environment in which its commands run."""

    home: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command of it; its output is kept."""
        return subprocess.run([COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=False)

    def python(self, code: str) -> str:
        """What a piece of Python prints that runs with Django set up."""
        start = "import django; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", start + code], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout.strip()


def installation(home: Path, database: str = "") -> Installation:
    """One in that folder; `database` is empty for the embedded one."""
    environment = {
        **os.environ,
        "SECOND_QUESTION_HOME": str(home),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "second_question_web.settings",
        "SECOND_QUESTION_LOG_LEVEL": "ERROR",
        "SECOND_QUESTION_EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
    }
    return Installation(home, environment)


@contextmanager
def serving(of: Installation, limit: float = 240) -> Iterator[psutil.Process]:
    """Starts it with demo data, waits until it answers, and stops it at the end; gives its process."""
    process = subprocess.Popen(
        [COMMAND, "run", "--demo", "--port", str(PORT)],
        env=of.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait(process, limit)
        yield psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait(process: subprocess.Popen[str], limit: float) -> None:
    until = time.monotonic() + limit
    while time.monotonic() < until:
        if process.poll() is not None:
            raise SystemExit(process.stderr.read() if process.stderr else "the server did not start")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/", timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server did not answer in time")


SESSION = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from second_question_web.people.models import Person
person = Person.objects.get(email="{email}")
store = SessionStore()
store[SESSION_KEY] = str(person.pk)
store[BACKEND_SESSION_KEY] = __import__("django.conf").conf.settings.AUTHENTICATION_BACKENDS[0]
store[HASH_SESSION_KEY] = person.get_session_auth_hash()
store.save()
print("KEY=" + store.session_key)
"""


def session(of: Installation, email: str) -> str:
    """A cookie with which that person is signed in, as after the sign-in page."""
    found = re.search(r"KEY=(\w+)", of.python(SESSION.format(email=email)))
    if not found:
        raise SystemExit(f"no session for {email}")
    return f"second_question_session={found[1]}"


def web_memory(process: psutil.Process) -> float:
    """The largest resident memory of a web process, in megabytes."""
    web = [child for child in process.children(recursive=True) if "granian" in " ".join(child.cmdline())]
    return max(child.memory_info().rss for child in web) / 1e6
