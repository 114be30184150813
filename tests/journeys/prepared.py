"""Cases with which a journey begins where its own story does; what came before was done through the actions.

`python -m tests.journeys.prepared NAME DAYS STAGE` does that in a process of its own, with the settings and the database of a
running demo, and prints the number of the case.
"""

import subprocess
import sys
from pathlib import Path

import django

from tests.journeys.installation import Installation, environment

ROOT = Path(__file__).resolve().parents[2]
BEGUN, WRITTEN, SENT = "begun", "written", "sent"


def prepared(installation: Installation, name: str, days: int, stage: str = BEGUN) -> str:
    """The number of a case of Wessenmere about the child of that name, known for so many days.

    Args:
        days: no other case of a journey, and none of the demo, has as many: the demo tells its cases apart by them.
        stage: `BEGUN` just after the notification, `WRITTEN` all but the decision, `SENT` to the Panel without a review to
            follow.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.prepared", name, str(days), stage],
        env=environment(installation.home, installation.database),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[-1]


if __name__ == "__main__":
    django.setup()
    from tests.journeys.telling import tell

    print(tell(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
