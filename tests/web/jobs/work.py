"""Work for the tests of background work."""

from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress


def count(job: Job, progress: Progress) -> dict[str, object]:
    """Counts to what it was given."""
    upto = int(job.arguments["upto"])
    for number in range(1, upto + 1):
        progress(number, upto, "counting")
    return {"message": f"Counted to {upto}.", "page": "/counted/"}


def break_down(_job: Job, _progress: Progress) -> dict[str, object]:
    """Fails as a fault in the program does, with a detail that nobody but the log may see."""
    raise RuntimeError("Rowan Ashdown")


def refuse(_job: Job, _progress: Progress) -> dict[str, object]:
    """Cannot be done, however often it is tried."""
    raise CannotDo("The file has gone. Give it again.")


def break_down_once(job: Job, _progress: Progress) -> dict[str, object]:
    """Fails the first time."""
    if job.attempts == 1:
        raise RuntimeError("the first time")
    return {"message": "The second time it went."}
