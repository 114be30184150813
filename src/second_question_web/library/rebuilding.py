"""The background work that makes the library's index anew, and what its passages mean."""

from django.conf import settings

from second_question.library.collection import Library
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.library.collection import library


def rebuild(_job: Job, progress: Progress) -> dict[str, object]:
    """Makes the index anew; an old one answers meanwhile."""
    with Library(settings.LIBRARY) as library:
        total, done = library.store.number(), 0

        def further(number: int) -> None:
            nonlocal done
            done += number
            progress(done, total)

        library.rebuild(further)
    return {"message": "The library can be searched again."}


def add_meaning(_job: Job, progress: Progress) -> dict[str, object]:
    """Adds what the new passages mean, where the extra is installed; a run that was stopped goes on where it was."""
    opened = library()
    total, done = opened.known_by_words_alone(), 0

    def further(number: int) -> None:
        nonlocal done
        done += number
        progress(done, max(total, done))

    if not opened.update_meaning(further):
        return {"message": "The library is searched by words alone: no model of meaning is installed."}
    return {"message": "What the new passages mean can be searched."}
