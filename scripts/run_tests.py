"""Runs all tests: on the embedded database, and again on PostgreSQL where one is named.

`SECOND_QUESTION_TEST_POSTGRESQL` names it, for example postgres://postgres@127.0.0.1:5432/postgres. With
`SECOND_QUESTION_REQUIRE_ALL=1` (as in continuous integration) nothing may be missing: no PostgreSQL, browser or Node is a
failure, not a skip.
"""

import os
import subprocess
import sys
from collections.abc import Sequence

REQUIRE_ALL = os.environ.get("SECOND_QUESTION_REQUIRE_ALL") == "1"
POSTGRESQL = os.environ.get("SECOND_QUESTION_TEST_POSTGRESQL", "")
WITH_DATABASE = ("tests/web", "tests/sweeps", "tests/journeys")
SEEN_ONCE = ("--ignore=tests/journeys/test_every_page.py",)
"""How a page looks and is read out does not depend on the database: a browser looks at every page on the first one alone. What
each page says is swept on both.
"""
PARALLEL = ("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadgroup")


def main(extra: Sequence[str]) -> int:
    """Both runs one after the other; the exit status is that of the first that fails."""
    status = pytest("the embedded database", {}, extra)
    if POSTGRESQL:
        settings = {"SECOND_QUESTION_TEST_DATABASE": POSTGRESQL}
        return status or pytest("PostgreSQL", settings, [*extra, *WITH_DATABASE, *SEEN_ONCE])
    print("\nPostgreSQL: not tested; name a server in SECOND_QUESTION_TEST_POSTGRESQL to run the same tests on it.")
    return status or (1 if REQUIRE_ALL else 0)


def pytest(where: str, settings: dict[str, str], arguments: Sequence[str]) -> int:
    """One run of pytest with further environment variables."""
    print(f"\nTests on {where}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", *PARALLEL, *arguments]
    return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
