"""A deposit as it stands: its facts, who may see it, what was done with it; its text; its file."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.files import actions as files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.serving import as_download
from second_question_web.jobs.models import Job
from second_question_web.jobs.views.shown import work
from second_question_web.library.collection import library
from second_question_web.library.depositing import queries
from second_question_web.library.depositing.checking import check
from second_question_web.library.depositing.entries import facts_of
from second_question_web.library.depositing.shown import answers, audience, paragraphs, status, who_may_see
from second_question_web.library.depositing.views.common import draw, opened, person_of
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.models import Deposit
from second_question_web.trail.refusals import Hidden
from second_question_web.trail.sentences import sentence
from second_question_web.ui.components import Event
from second_question_web.ui.gate import requires

OVER = (Job.State.DONE, Job.State.FAILED)


@requires(Permission.LIBRARY_DEPOSIT)
@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """How it stands, and what can be done with it."""
    deposit, person = opened(request, key), person_of(request)
    job = queries.work_on(person, deposit)
    under_way = job if job and job.state not in OVER else None
    is_read = deposit.state not in (Deposit.State.READING, Deposit.State.UNREADABLE)
    facts = {
        "deposit": deposit,
        "status": status(deposit),
        "who": who_may_see(deposit),
        "address": address_of(deposit.key),
        "answers": answers(deposit),
        "audience": audience(deposit),
        "work": work(under_way, for_asker=True, page=request.path) if under_way else None,
        "alike": queries.alike(library(), person, deposit) if is_read else [],
        "versions": queries.versions(deposit),
        "events": [Event(at=one.at, title=sentence(one), text=one.reason) for one in queries.history(deposit)],
    }
    return draw(request, "one", facts)


@requires(Permission.LIBRARY_DEPOSIT)
@require_safe
def text(request: HttpRequest, key: str) -> HttpResponse:
    """The text as it was read, with one passage marked, and whatever names the area."""
    deposit = opened(request, key)
    if not deposit.file_id or not hasattr(deposit, "text"):
        raise Hidden("text of a library document", key)
    whole, named = deposit.text.entry["text"], check(deposit, facts_of(deposit)).named
    facts = {"deposit": deposit, "paragraphs": paragraphs(whole, named, _here(request)), "named": len(named)}
    return draw(request, "text", facts)


@requires(Permission.LIBRARY_DEPOSIT)
@require_safe
def original(request: HttpRequest, key: str) -> HttpResponse | FileResponse:
    """The file as it was given."""
    deposit = queries.deposit(person_of(request), key)
    if deposit.file is None:
        raise Hidden("file of a library document", key)
    try:
        opened_file = files.open_file(by=person_of(request), stored=deposit.file, now=timezone.now())
    except CannotBeOpened as refused:
        messages.warning(request, str(refused))
        return redirect("library_deposit", key)
    return as_download(deposit.file, opened_file)


def _here(request: HttpRequest) -> tuple[int, int] | None:
    start, end = request.GET.get("from", ""), request.GET.get("to", "")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
