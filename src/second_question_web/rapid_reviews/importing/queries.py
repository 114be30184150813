"""Reading what was imported into a review that was fetched for a person."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from second_question.rules.template.parts import RECORD_KINDS
from second_question_web.files.models import StoredFile
from second_question_web.files.queries import files_of
from second_question_web.rapid_reviews.importing.jobs import PURPOSE
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview, ReviewRecord, UnplacedPassage
from second_question_web.trail.refusals import Hidden


@dataclass(frozen=True)
class GivenFile:
    """A file that was given to be imported. `imported` is None as long as it was not, or could not be, read."""

    file: StoredFile
    imported: ImportedFile | None
    waiting: int = 0


@dataclass(frozen=True)
class Progress:
    """How many passages there are, and how many of them are placed or left out."""

    total: int
    placed: int

    @property
    def waiting(self) -> int:
        """How many still wait."""
        return self.total - self.placed

    @property
    def percent(self) -> int:
        """How much is done, from 0 to 100."""
        return 100 * self.placed // self.total if self.total else 100


def given_files(review: RapidReview) -> list[GivenFile]:
    """Every file that was given and not removed, the latest first. Two queries."""
    waits = Count("unplaced", filter=Q(unplaced__placed_at=None))
    read = ImportedFile.objects.filter(review=review).defer("reading").annotate(waits=waits)
    by_file = {one.file_id: one for one in read}
    given = files_of(review.notification.reference).filter(purpose=PURPOSE).order_by("-added_at")
    return [GivenFile(one, by_file.get(one.pk), getattr(by_file.get(one.pk), "waits", 0)) for one in given]


def imported_file(review: RapidReview, key: int) -> ImportedFile:
    """One file with what was read of it.

    Raises:
        Hidden: the review has none of that key, or it was removed.
    """
    found = ImportedFile.objects.filter(review=review, pk=key, file__removed_at=None).select_related("file").first()
    if found is None:
        raise _hidden(review, key)
    found.review = review
    return found


def progress_of(review: RapidReview) -> Progress:
    """How far the placing is. One query."""
    counted = UnplacedPassage.objects.filter(imported__review=review).aggregate(
        total=Count("pk"), placed=Count("pk", filter=Q(placed_at__isnull=False))
    )
    return Progress(counted["total"], counted["placed"])


def passages_of(review: RapidReview, *, placed: bool) -> QuerySet[UnplacedPassage]:
    """The passages that wait, in the order of the file, or those that were placed, the latest first."""
    found = UnplacedPassage.objects.filter(imported__review=review, placed_at__isnull=not placed)
    found = found.select_related("imported__file").defer("imported__reading")
    return found.order_by("-placed_at") if placed else found.order_by("imported", "position")


def own_records_of(review: RapidReview) -> list[ReviewRecord]:
    """The review's own records, in the order of the template. One query."""
    own = ReviewRecord.objects.filter(review=review, request=None, removed_at=None)
    order = [kind.id for kind in RECORD_KINDS]
    return sorted(own, key=lambda record: (order.index(record.kind), record.place))


def passage(review: RapidReview, key: int) -> UnplacedPassage:
    """One passage.

    Raises:
        Hidden: the review has none of that key.
    """
    found = UnplacedPassage.objects.filter(imported__review=review, pk=key).select_related("imported__file")
    one = found.defer("imported__reading").first()
    if one is None:
        raise _hidden(review, key)
    one.imported.review = review
    return one


def next_waiting(review: RapidReview, after: UnplacedPassage) -> UnplacedPassage | None:
    """The passage that waits next after that one, or the first that waits."""
    waits = passages_of(review, placed=False).defer("heading", "text")
    later = Q(imported=after.imported_id, position__gt=after.position) | Q(imported__gt=after.imported_id)
    return waits.filter(later).first() or waits.first()


def _hidden(review: RapidReview, key: int) -> Hidden:
    reference = review.notification.reference
    return Hidden("imported file", f"{reference}/{key}", case=reference)
