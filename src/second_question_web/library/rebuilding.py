"""The background work that makes the library's index anew."""

from django.conf import settings

from second_question.library.collection import Library
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress


def rebuild(_job: Job, progress: Progress) -> dict[str, object]:
    """Makes the index anew; an old one answers meanwhile."""
    with Library(settings.LIBRARY) as library:
        total, done = sum(library.store.counts().values()), 0

        def further(number: int) -> None:
            nonlocal done
            done += number
            progress(done, total)

        library.rebuild(further)
    return {"message": "The library can be searched again."}
