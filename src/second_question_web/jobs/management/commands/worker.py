"""`python -m second_question_web.manage worker`: the background worker as a process of its own."""

import signal
import threading

from django.core.management.base import BaseCommand

from second_question_web.jobs.worker import run_worker


class Command(BaseCommand):
    """Runs until it is interrupted or told to end; the job under way is finished first."""

    help = "Does the background work of the queue until it is told to end."

    def handle(self, *_args: object, **_options: object) -> None:
        """Works until a signal comes."""
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        run_worker(stop)
