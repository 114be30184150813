"""How far a job is, written so seldom that it costs nothing and so often that a person sees it move."""

from time import monotonic
from uuid import UUID

from django.utils import timezone

from second_question_web.jobs.models import Job

PAUSE = 0.5  # seconds between two writes


class Progress:
    """Called by the work with how much is done, of how much, and optionally what is being done.

    Call it between transactions: inside one nobody else sees it before the end.
    """

    def __init__(self, job: UUID) -> None:
        self._job = job
        self._step = ""
        self._written = 0.0

    def __call__(self, done: int, total: int = 0, step: str = "") -> None:
        """Says how far it is; written at most twice a second, and always at a new step and at the end."""
        is_new = step != self._step
        if not (is_new or done == total or monotonic() - self._written >= PAUSE):
            return
        self._step, self._written = step, monotonic()
        Job.objects.filter(pk=self._job).update(done=done, total=total, step=step[:200], heard_at=timezone.now())
