"""The laws that every step in the life of a review keeps, asserted from the database after the step."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied

from second_question.rules.template.content import ContentRecord
from second_question.rules.workflow import AGENCY_REQUEST, RAPID_REVIEW, AgencyRequestState, Workflow
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.files.models import StoredFile
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.panel.errors import WrittenMeanwhile
from second_question_web.rapid_reviews.deciding.queries import deciding
from second_question_web.rapid_reviews.deciding.versions import content_in, is_intact
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview, SignOff, Version
from second_question_web.rapid_reviews.records import text_digest
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from second_question_web.trail.models import Entry, Head
from tests.reviews import NOW, fresh

REFUSALS = (NotNow, Refusal, PermissionDenied, WrongAnswers, ChangedMeanwhile, WrittenMeanwhile)
Rows = Mapping[int, Mapping[str, Any]]
Everything = Mapping[str, Rows]
WORKFLOWS = {"RapidReview": RAPID_REVIEW, "AgencyRequest": AGENCY_REQUEST}


class Laws:
    """Watches one review from step to step."""

    def __init__(self, review: RapidReview) -> None:
        self.review = review
        self.now_there = everything()
        self.rows = _rows_in_trail()
        self.signed_text: dict[int, list[ContentRecord]] = {}
        self.refused: list[str] = []

    def act(self, action: Callable[[], object], *, rows: int = 1) -> bool:
        """Does it, and asserts every law; whether it was done and not refused. `rows`: what it leaves in the trail."""
        before, rows_before = self.now_there, self.rows
        try:
            action()
            is_done = True
        except REFUSALS as refusal:
            self.refused.append(type(refusal).__name__)
            is_done = False
        self.now_there, self.rows = everything(), _rows_in_trail()
        if not is_done:
            assert self.now_there == before, "a refused action changed something"
        assert self.rows - rows_before == (0 if self.now_there == before else rows)
        self._states_follow_the_tables(before)
        self._signatures_hold_as_long_as_the_text()
        self._agencies_signatures_hold_as_long_as_their_text()
        self._versions_stay_as_sent(before)
        return is_done

    def _states_follow_the_tables(self, before: Everything) -> None:
        for name, workflow in WORKFLOWS.items():
            for key, row in self.now_there[name].items():
                state, old = row["state"], before[name].get(key)
                assert state in workflow.states
                if old is None:
                    assert state == workflow.initial
                elif old["state"] != state:
                    assert (old["state"], state) in moves_of(workflow) | self._moves_at_once(workflow)

    def _moves_at_once(self, workflow: Workflow) -> set[tuple[str, str]]:
        """A summary that is given back is signed at once, where a signature stands under the same text: two steps."""
        last = Entry.objects.order_by("-number").values_list("action", flat=True)[0]
        if workflow is not AGENCY_REQUEST or last != "summary.give_back":
            return set()
        return set(product(workflow.step("give_back").from_states, [workflow.step("sign").to]))

    def _signatures_hold_as_long_as_the_text(self) -> None:
        found = deciding(fresh(self.review), NOW.date())
        text, digest = list(found.content.records), text_digest(found.rows.records)
        for partner in found.partners:
            if partner.signature is not None:
                then = self.signed_text.setdefault(partner.signature.pk, text)
                assert partner.holds == (text == then) == (digest == partner.signature.digest)

    def _agencies_signatures_hold_as_long_as_their_text(self) -> None:
        for signed in SignOff.objects.filter(lapsed_at=None).select_related("request__review__notification"):
            assert signed.digest == digest_of_text(signed.request)
        holding = SignOff.objects.filter(lapsed_at=None).values("request")
        assert not AgencyRequest.objects.filter(state=AgencyRequestState.SIGNED).exclude(pk__in=holding).exists()

    def _versions_stay_as_sent(self, before: Everything) -> None:
        for name in ("Version", "StoredFile"):
            assert {key: self.now_there[name][key] for key in before[name]} == before[name]
        for version in Version.objects.exclude(pk__in=before["Version"]):
            sent = content_in(version)
            assert is_intact(version)
            assert sent is not None
            assert list(sent.records) == list(deciding(fresh(self.review), NOW.date()).content.records)


def moves_of(workflow: Workflow) -> set[tuple[str, str]]:
    """From which state to which a step of the table leads."""
    return {(state, step.to) for step in workflow.steps for state in step.from_states}


def everything() -> Everything:
    """Every row about rapid reviews, sealed fields opened, by model and key."""
    apps_of_reviews = [apps.get_app_config(name) for name in ("rapid_reviews", "panel")]
    models: list[Any] = [*(model for app in apps_of_reviews for model in app.get_models()), StoredFile]
    return {model.__name__: {row["pk"]: row for row in _rows_of(model)} for model in models}


def _rows_of(model: Any) -> Iterable[Mapping[str, Any]]:
    """With the key under one name, whatever it is called."""
    fields = (field.attname for field in model._meta.concrete_fields)  # noqa: SLF001  Django's own way
    rows: Iterable[Mapping[str, Any]] = model.objects.values("pk", *fields)
    return rows


def _rows_in_trail() -> int:
    return Head.objects.get(pk=1).number
