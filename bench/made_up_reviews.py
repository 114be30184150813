"""Made-up rapid reviews for measuring, written straight into an installation. Nobody in them exists.

Runs inside the installation (`server.Installation.python`). A few hundred reviews say as much as the sample review of
`docs/samples`, about 4,500 words in some fifty records; the others say a few sentences.
"""

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from second_question.exchange.review import canonical, from_json
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, RAPID_REVIEW_2021
from second_question.rules.workflow import AgencyRequestState, RapidReviewState
from second_question_web.answering.held import write_all
from second_question_web.incidents.models import Notification
from second_question_web.jobs.tidying import refresh_statistics
from second_question_web.panel.models import Arrival, PartnershipAnswer, Reply
from second_question_web.partnerships.models import Member, Partnership
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    AnswerChange,
    Comment,
    Decision,
    PartnerSignature,
    RapidReview,
    ReviewRecord,
    Version,
)
from second_question_web.rapid_reviews.writing.keeping import wanted_from

SAMPLE = Path(__file__).resolve().parents[1] / "docs" / "samples" / "rapid-review.json"
SEED, BY, BATCH, REQUESTS = 11, "Made up", 100, 4
V, A = RapidReviewState, AgencyRequestState
RUNNING = (V.DRAFTING, V.DECIDED, V.GATHERING, V.MEETING, V.OPEN)
ANSWERED = (A.SIGNED, A.RETURNED, A.SIGNED, A.STARTED, A.SIGNED, A.ASKED, A.NOTHING_KNOWN)
SHORT = (
    "context_before",
    "what_happened",
    "nature",
    "likely_cause",
    "outcome",
    "decided_on",
    "full_name",
    "involvement",
)
HAS_TEXT = (A.SIGNED, A.RETURNED, A.STARTED)


@dataclass(frozen=True)
class Area:
    """A partnership with its safeguarding partners and the agencies that it asks."""

    partnership: Partnership
    partners: Sequence[int]
    agencies: Sequence[int]


@dataclass(frozen=True)
class Plan:
    """What one review is to be: `rich` ones say much."""

    number: int
    rich: bool
    area: Area
    state: str
    opened_on: date

    @property
    def reference(self) -> str:
        """Of its notification."""
        return f"BENCH-{self.number:05}"

    @property
    def has_version(self) -> bool:
        """Whether the Panel has a version and has replied to it."""
        return self.state == V.PANEL_REPLIED

    @property
    def is_decided(self) -> bool:
        """Whether the partners have decided."""
        return self.has_version or self.state == V.DECIDED


@transaction.atomic
def fill(reviews: int, rich: int) -> None:
    """So many reviews, so many of which say much."""
    sample, areas = from_json(json.loads(SAMPLE.read_text())), _areas()
    for first in range(0, reviews, BATCH):
        _write([_plan(number, rich, areas) for number in range(first, min(first + BATCH, reviews))], sample)


def settle() -> None:
    """Does at once what a database does in the minutes after so many rows: clearing up, statistics, writing them to disk.

    Pages are measured as they are on any later day, not while that work goes on beside them.
    """
    refresh_statistics()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("CHECKPOINT")


def _areas() -> list[Area]:
    found = []
    for partnership in Partnership.objects.exclude(region=None).order_by("pk"):
        members = list(Member.objects.filter(partnership=partnership).order_by("-part", "pk"))
        partners = [m.organisation_id for m in members if m.part == "safeguarding_partner"]
        agencies = list(dict.fromkeys([m.organisation_id for m in members if m.part == "agency"] + partners))
        if len(agencies) >= REQUESTS:
            found.append(Area(partnership, partners, agencies))
    wessenmere = [area for area in found if area.partnership.slug == "wessenmere"]
    return [*wessenmere, *(area for area in found if area not in wessenmere)]


def _plan(number: int, rich: int, areas: Sequence[Area]) -> Plan:
    """A third are answered by the Panel, one in twelve is being written, the others were sent elsewhere or closed."""
    chance = random.Random(SEED + number)  # noqa: S311  made-up data, not a secret
    today = timezone.localdate()
    area = areas[number // 12 % len(areas)]
    if number % 12 == 1:
        return Plan(number, number < rich, area, RUNNING[number // 12 % 5], today - timedelta(chance.randrange(30)))
    state = V.PANEL_REPLIED if number % 3 == 0 else chance.choice((V.SUBMITTED, V.SUBMITTED, V.CLOSED))
    return Plan(number, number < rich, area, state, today - timedelta(30 + chance.randrange(900)))


def _write(plans: Sequence[Plan], sample: ReviewContent) -> None:
    notifications = Notification.objects.bulk_create(_notification(plan) for plan in plans)
    Arrival.objects.bulk_create(
        Arrival(notification=n, arrived_at=_at(p.opened_on)) for p, n in zip(plans, notifications, strict=True)
    )
    pairs = zip(plans, notifications, strict=True)
    made = list(zip(plans, RapidReview.objects.bulk_create(_review(p, n) for p, n in pairs), strict=True))
    requests = AgencyRequest.objects.bulk_create(one for plan, review in made for one in _requests(plan, review))
    _write_texts(made, requests, sample)
    decided = [(plan, review) for plan, review in made if plan.is_decided]
    decisions = Decision.objects.bulk_create(_decision(plan, review) for plan, review in decided)
    PartnerSignature.objects.bulk_create(
        one for (p, _), d in zip(decided, decisions, strict=True) for one in _signatures(p, d)
    )
    _write_versions([(p, d) for (p, _), d in zip(decided, decisions, strict=True) if p.has_version], sample)


def _write_texts(
    made: Sequence[tuple[Plan, RapidReview]], requests: Sequence[AgencyRequest], sample: ReviewContent
) -> None:
    rows = [one for plan, review in made for one in _own_records(plan, review, sample)]
    rich = {review.pk: plan.rich for plan, review in made}
    for request in requests:
        if request.state in HAS_TEXT:
            rows += _agency_records(request, sample, rich=rich[request.review_id])
    saved = ReviewRecord.objects.bulk_create(rows)
    AnswerChange.objects.bulk_create(
        one for r in saved if rich[r.review_id] and r.kind == "review" for one in _changes(r)
    )
    Comment.objects.bulk_create(_comment(review, place) for plan, review in made if plan.rich for place in range(5))


def _write_versions(decided: Sequence[tuple[Plan, Decision]], sample: ReviewContent) -> None:
    versions = Version.objects.bulk_create(_version(plan, decision, sample) for plan, decision in decided)
    replies = Reply.objects.bulk_create(_reply(version) for version in versions)
    answered = replies[::2]
    words = "We stand by our decision, for the reasons that part 11 gives."
    PartnershipAnswer.objects.bulk_create(
        PartnershipAnswer(reply=one, reconsiders=False, words=words, made_at=one.written_at, made_by=BY)
        for one in answered
    )


def _notification(plan: Plan) -> Notification:
    return Notification(
        reference=plan.reference,
        state=Notification.State.SENT,
        form="notification/2026",
        ruleset="working-together-2026",
        partnership=plan.area.partnership,
        region=plan.area.partnership.region,
        started_by=BY,
        start_token=f"bench-review-{plan.number}",
        sent_at=_at(plan.opened_on),
        sent_on=plan.opened_on,
        nature=("death", "serious_harm")[plan.number % 2],
        number_of_children=1,
    )


def _review(plan: Plan, notification: Notification) -> RapidReview:
    sent = plan.opened_on + timedelta(21 + plan.number % 5) if plan.state not in RUNNING else None
    return RapidReview(
        notification=notification,
        state=plan.state,
        ruleset="working-together-2026",
        opened_on=plan.opened_on,
        submitted_on=sent,
        late_reason="We waited for the police." if sent and plan.number % 5 else "",
    )


def _requests(plan: Plan, review: RapidReview) -> Iterator[AgencyRequest]:
    for number in range(1, REQUESTS + 1):
        yield AgencyRequest(
            review=review,
            number=number,
            partnership=plan.area.partnership,
            organisation_id=plan.area.agencies[number - 1],
            state=ANSWERED[(plan.number + number) % len(ANSWERED)],
            asked_at=_at(plan.opened_on),
            asked_by=BY,
            due_on=plan.opened_on + timedelta(7),
            note="Please look at the last two years.",
        )


def _own_records(plan: Plan, review: RapidReview, sample: ReviewContent) -> Iterator[ReviewRecord]:
    records = [record for record in sample.records if record.kind not in OF_AN_AGENCY]
    wanted = records if plan.rich else [r for r in records if r.kind in ("review", "child") and r.number == 1]
    for record in wanted:
        yield _row(record, short=not plan.rich, review=review)


def _agency_records(request: AgencyRequest, sample: ReviewContent, *, rich: bool) -> Iterator[ReviewRecord]:
    summaries = sample.of("agency_summary")
    one = summaries[request.number % len(summaries)]
    yield _row(replace(one, number=1), short=not rich, review_id=request.review_id, request=request)
    if rich:
        told = [episode for episode in sample.of("agency_episode") if episode.agency == one.agency]
        for place, episode in enumerate(told, 1):
            yield _row(replace(episode, number=place), short=False, review_id=request.review_id, request=request)


def _row(record: ContentRecord, *, short: bool, **whose: Any) -> ReviewRecord:
    answers = {name: said for name, said in record.answers.items() if not short or name in SHORT}
    made = ReviewRecord(kind=record.kind, place=record.number, changed_by=BY, **whose)
    write_all(made, wanted_from(RAPID_REVIEW_2021, record.kind, answers, {} if short else record.unanswered))
    return made


def _changes(record: ReviewRecord) -> Iterator[AnswerChange]:
    for question, said in record.all_answers().items():
        facts = {"question": question, "after": {"answer": said}, "made_at": record.changed_at, "made_by": BY}
        yield AnswerChange(review_id=record.review_id, record=record, **facts)


def _comment(review: RapidReview, place: int) -> Comment:
    section = ("background", "incident", "analysis", "learning", "decision")[place]
    return Comment(
        review=review, section=section, text="Who asked the father?", made_at=_at(review.opened_on), made_by=BY
    )


def _decision(plan: Plan, review: RapidReview) -> Decision:
    outcome = ("no_review", "local_review")[plan.number % 2]
    day = plan.opened_on + timedelta(14)
    return Decision(review=review, number=1, outcome=outcome, decided_on=day, made_at=_at(day), made_by=BY)


def _signatures(plan: Plan, decision: Decision) -> Iterator[PartnerSignature]:
    for organisation in plan.area.partners:
        facts = {"view": "agrees", "name": "Sam Example", "job_title": "Director", "signed_at": decision.made_at}
        yield PartnerSignature(decision=decision, organisation_id=organisation, digest="0" * 64, **facts)


def _version(plan: Plan, decision: Decision, sample: ReviewContent) -> Version:
    said = sample.records if plan.rich else [r for r in sample.records if r.kind in ("review", "child")][:2]
    content = canonical(replace(sample, reference=plan.reference, records=said)).decode()
    sent = plan.opened_on + timedelta(21)
    return Version(
        review_id=decision.review_id,
        number=1,
        decision=decision,
        content=content,
        content_hash=hashlib.sha256(content.encode()).hexdigest(),
        pages=14,
        sent_at=_at(sent),
        sent_on=sent,
        sent_by=BY,
    )


def _reply(version: Version) -> Reply:
    at = version.sent_at + timedelta(14)
    facts = {"signed_name": "Max Example", "signed_title": "Panel member", "written_by": BY, "written_at": at}
    words = "The Panel agrees, and asks what became of the earlier learning. " * 8
    sent = {"sent_at": at, "sent_on": timezone.localdate(at), "sent_by": BY}
    return Reply(version=version, number=1, advice="agrees_no_review", words=words, **facts, **sent)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(11), timezone.get_default_timezone())


def counted() -> str:
    """How many rows there are of what was filled."""
    filled = {
        "reviews": RapidReview.objects.count(),
        "requests": AgencyRequest.objects.count(),
        "records": ReviewRecord.objects.count(),
        "versions": Version.objects.count(),
        "replies": Reply.objects.count(),
    }
    return ", ".join(f"{number:,} {what}" for what, number in filled.items())
