"""The background worker: takes jobs from the queue one by one, shows that it lives, and asks for what is due daily."""

import logging
import threading
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from second_question_web.jobs import actions, schedule
from second_question_web.jobs.models import Job

LOOK_AGAIN = 0.5  # seconds between two looks into an empty queue
SIGN_OF_LIFE = 20  # seconds
_log = logging.getLogger(__name__)


def run_worker(stop: threading.Event) -> None:
    """Works until `stop` is set; the job under way is finished first."""
    worker_id = get_random_string(32)
    worker = Worker(
        queue_names=["default"],
        interval=LOOK_AGAIN,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    ended = threading.Event()
    threading.Thread(target=_look_round_often, args=(worker_id, ended), daemon=True).start()
    threading.Thread(target=_stop_when_told, args=(worker, stop), daemon=True).start()
    try:
        worker.run()
    finally:
        ended.set()


def look_round(worker_id: str, *, now: datetime) -> None:
    """Says that this worker lives, takes up what a dead one left, and asks for what is due today."""
    Job.objects.filter(worker=worker_id, state=Job.State.RUNNING).update(heard_at=now)
    actions.take_up_lost(now=now)
    schedule.ask_for_what_is_due(now=now)


def _look_round_often(worker_id: str, ended: threading.Event) -> None:
    while True:
        close_old_connections()
        try:
            look_round(worker_id, now=timezone.now())
        except DatabaseError:  # busy or away for a moment; the next round will do
            _log.warning("The worker could not look round; it tries again in %s seconds", SIGN_OF_LIFE)
            connection.close()
        if ended.wait(SIGN_OF_LIFE):
            connection.close()
            return


def _stop_when_told(worker: Worker, stop: threading.Event) -> None:
    stop.wait()
    worker.running = False
