"""Earlier learning is cited in the answer, what became of it is said, and it is taken out again (F5, R11)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Question, Section, Unanswered
from second_question.rules.review_answers import check_record
from second_question_web.answering.held import Changed, Held, for_the_trail, held, values_of
from second_question_web.answering.saving import wanted_of
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.partnerships import queries as partnerships
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.learned_before.citing import (
    Closed,
    Shared,
    Source,
    citation,
    paragraph,
    source_of,
)
from second_question_web.rapid_reviews.learned_before.following import WORDS
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record
from second_question_web.trail.actions import record as record_in_trail

SECTION, CHOICE, NO_CHOICE = "learning", "learned_before", "learned_before_because"
HERE, ELSEWHERE = "yes_here", "yes_elsewhere"
GONE = "This document is no longer in the library, or is not open to you."
REWORDED = "The answer no longer says this in the words of the citation. Change it in the answer itself."


class NotShared(Refusal):
    """Not everybody who reads the review may see the document: the person must say how much of it may be told."""

    def __init__(self, closed: Closed) -> None:
        super().__init__("Say how much of it those who read this review may know.", "shared")
        self.closed = closed


@dataclass(frozen=True)
class Chosen:
    """What somebody chose to cite: a document, the place of a passage, that of a recommendation, how much may be told."""

    document: str
    passage: int | None = None
    recommendation: int | None = None
    shared: str = ""


@transaction.atomic
def cite(*, by: Person, review: RapidReview, chosen: Chosen, now: datetime) -> EarlierLearning:
    """Puts a citation after what the answer says already. Citing the same twice changes nothing.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text can no longer be changed.
        NotShared: it has to be said how much of it may be told.
        Refusal: the document is not there for this person, or the answer would be too long.
    """
    locked = _writable(by, review)
    source = source_of(library(), access_of(by), chosen.document, chosen.passage, chosen.recommendation)
    if source is None:
        raise Refusal(GONE)
    _refuse_untold(source, chosen.shared)
    told = chosen.recommendation if source.recommendation else None
    same = EarlierLearning.objects.filter(review=locked, document=chosen.document, recommendation=told)
    if there := same.filter(taken_out_at=None).first():
        return there
    page = _Answer(locked, by, now)
    made = EarlierLearning(
        review=locked,
        document=chosen.document,
        recommendation=told,
        citation=citation(source, chosen.shared),
        answered_before=page.before(CHOICE, NO_CHOICE),
        cited_at=now,
        cited_by=by.trail_name,
        cited_by_key=by.trail_key,
    )
    made.save()
    words = "\n\n".join(filter(None, (page.words, paragraph(made))))
    changes = page.write({CHOICE: page.chosen or _where(locked, source, now), WORDS: words})
    advance(locked, "draft")
    _note("rapid_review.cite_learning", locked, made, changes, by, now)
    return made


@transaction.atomic
def say_what_became(
    *, by: Person, review: RapidReview, cited: EarlierLearning, became: str, words: str, now: datetime
) -> None:
    """Says in the answer, beside the citation, what became of what was recommended then.

    Raises:
        PermissionDenied, NotNow: as for `cite`.
        Refusal: the citation was reworded, so that it has to be changed in the answer itself.
    """
    locked, mine, page = _to_change(by, review, cited, now)
    before = paragraph(mine)
    mine.became, mine.became_words = became, " ".join(words.split())
    after = paragraph(mine)
    if before == after:
        return
    mine.save(update_fields=["became", "became_words"])
    changes = page.write({WORDS: _replaced(page.words, before, after)})
    _note("rapid_review.say_what_became", locked, mine, changes, by, now)


@transaction.atomic
def take_out(*, by: Person, review: RapidReview, cited: EarlierLearning, now: datetime) -> None:
    """Takes a citation out of the answer; with the last words go back what was answered before.

    Raises:
        PermissionDenied, NotNow, Refusal: as for `say_what_became`.
    """
    locked, mine, page = _to_change(by, review, cited, now)
    words = "\n\n".join(part for part in page.words.split("\n\n") if part.strip() != paragraph(mine))
    if words == page.words:
        raise Refusal(REWORDED)
    mine.taken_out_at = now
    mine.save(update_fields=["taken_out_at"])
    changes = page.write({WORDS: words}) if words.strip() else page.restore(mine.answered_before)
    _note("rapid_review.take_out_learning", locked, mine, changes, by, now)


class _Answer:
    """The section on learning while an action changes it: all its answers, so that what no longer applies goes."""

    def __init__(self, review: RapidReview, by: Person, now: datetime) -> None:
        self._form: Form = form_of(review)
        self._section: Section = self._form.section(SECTION)
        own = ReviewRecord.objects.select_for_update().filter(review=review, kind="review", request=None)
        self._record = own.first() or new_record(review, "review", by=by, now=now)
        self._by, self._now = by, now

    @property
    def words(self) -> str:
        """What the answer says."""
        return str(self._answers().get(WORDS) or "")

    @property
    def chosen(self) -> object:
        """That it was learned before, here or elsewhere, if that is the answer."""
        choice = self._answers().get(CHOICE)
        return choice if choice in (HERE, ELSEWHERE) else None

    def before(self, *names: str) -> dict[str, Held]:
        """What is held for these questions."""
        return {q.id: held(self._record, q) for q in self._section.questions if q.id in names}

    def write(self, answers: Mapping[str, object]) -> Sequence[Changed]:
        """Writes these answers beside the others of the section."""
        reasons = {name: why for name, why in self._record.reasons_unanswered().items() if name not in answers}
        return self._kept({**self._answers(), **answers}, reasons)

    def restore(self, before: Mapping[str, Held]) -> Sequence[Changed]:
        """Writes what was held for some questions, and no words."""
        others: Callable[[str], bool] = lambda name: name not in {WORDS, *before}  # noqa: E731  said once
        answers = {name: value for name, value in self._answers().items() if others(name)}
        answers |= {name: what["answer"] for name, what in before.items() if "answer" in what}
        reasons = {name: why for name, why in self._record.reasons_unanswered().items() if others(name)}
        given = {name: str(what["unanswered"]) for name, what in before.items() if "unanswered" in what}
        return self._kept(answers, reasons | {name: Unanswered(why) for name, why in given.items()})

    def _answers(self) -> dict[str, object]:
        return values_of(self._record, self._questions)

    @property
    def _questions(self) -> Sequence[Question]:
        return self._section.questions

    def _kept(self, answers: Mapping[str, object], reasons: Mapping[str, Unanswered]) -> Sequence[Changed]:
        wanted = wanted_of(self._form, self._section, self._record, answers, reasons)
        changes = keep(self._record, wanted, by=self._by, now=self._now)
        said = values_of(self._record, self._form.questions_of("review"))
        for wrong in check_record(self._form, "review", said, today=localdate(self._now)):
            if wrong.question == WORDS:
                raise Refusal(wrong.message)
        return changes


def _writable(by: Person, review: RapidReview) -> RapidReview:
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    return locked


def _to_change(
    by: Person, review: RapidReview, cited: EarlierLearning, now: datetime
) -> tuple[RapidReview, EarlierLearning, _Answer]:
    locked = _writable(by, review)
    mine = EarlierLearning.objects.select_for_update().filter(review=locked, pk=cited.pk, taken_out_at=None).first()
    if mine is None:
        raise Refusal("Somebody has taken this citation out meanwhile.")
    return locked, mine, _Answer(locked, by, now)


def _replaced(words: str, before: str, after: str) -> str:
    if before not in words:
        raise Refusal(REWORDED)
    return words.replace(before, after, 1)


def _refuse_untold(source: Source, shared: str) -> None:
    enough = {Closed.NOTHING: {"", *Shared}, Closed.TEXT: set(Shared), Closed.RECORD: {Shared.ALL}}
    if shared not in enough[source.closed]:
        raise NotShared(source.closed)


def _where(review: RapidReview, source: Source, now: datetime) -> str:
    """In this partnership where the document is of one of its local authorities; else elsewhere."""
    case = review.notification
    own = {str(case.local_authority or "")}
    if case.partnership:
        own |= {one.organisation.name for one in partnerships.members(case.partnership, localdate(now))}
    return HERE if own.intersection(source.document.authorities) else ELSEWHERE


def _note(
    action: str, review: RapidReview, cited: EarlierLearning, changes: Sequence[Changed], by: Person, now: datetime
) -> None:
    """The trail keeps which document it was, and that the answer changed; none of the words."""
    reference = review.notification.reference
    before, after = for_the_trail(changes, after=False), for_the_trail(changes, after=True)
    record_in_trail(
        action,
        by=by,
        subject=("rapid_review", reference),
        case=reference,
        before=before,
        after={"document": cited.document, **after},
        at=now,
    )
