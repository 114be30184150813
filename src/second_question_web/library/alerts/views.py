"""The pages of saved searches: the list, one search with what is new in it, saving, and ending the e-mails."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from second_question.library.access import Access
from second_question_web.library.alerts import actions, queries
from second_question_web.library.alerts.first_shown import catch_up
from second_question_web.library.alerts.forms import SavedSearchForm
from second_question_web.library.alerts.shown import said_in, shown_search, shown_searches
from second_question_web.library.alerts.stopping import person_of
from second_question_web.library.collection import library
from second_question_web.library.feeds.asked import as_address, asked_from
from second_question_web.library.feeds.ready import when_ready
from second_question_web.library.frame import parts_for
from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import public, signed_in

POSTED = ["GET", "HEAD", "POST"]
NOT_READY = "library/alerts/not_ready.html"
LONGEST = 2_000
"""Characters of a search that can be kept."""


@signed_in
@never_cache
@require_safe
@when_ready(NOT_READY)
def saved(request: HttpRequest) -> HttpResponse:
    """Every search that the person keeps, with how much is new in each."""
    person, opened = _person(request), library()
    catch_up(opened.store, timezone.now())
    searches = queries.searches_of(person)
    new = queries.new_in(opened, {one: one.seen_upto for one in searches}, person)
    shown = {"parts": parts_for(request), "searches": shown_searches(new)}
    return render(request, "library/alerts/saved.html", shown)


@signed_in
@require_http_methods(POSTED)
@when_ready(NOT_READY)
def save(request: HttpRequest) -> HttpResponse:
    """Keep the search that stands behind the question mark."""
    person, asked = _person(request), as_address(asked_from(request.GET, Access()))
    problem = queries.problem_with(asked) or ("It is too long to be kept." if len(asked) > LONGEST else "")
    form = SavedSearchForm(request.POST or None, person=person, initial={"rhythm": SavedSearch.Rhythm.WEEKLY})
    if request.method == "POST" and not problem and form.is_valid():
        upto, now = catch_up(library().store, timezone.now()), timezone.now()
        made = actions.save(by=person, asked=asked, upto=upto, now=now, **form.cleaned_data)
        messages.success(request, f"The search “{made.name}” is saved.")
        return redirect("library_saved")
    facts = {"parts": parts_for(request), "form": form, "errors": errors_of(form)}
    unknown = [] if problem else queries.unknown_words(library(), asked, person)
    shown = {"said": said_in(QueryDict(asked)), "asked": asked, "problem": problem, "unknown": unknown}
    return render(request, "library/alerts/save.html", facts | shown)


@signed_in
@never_cache
@require_http_methods(POSTED)
@when_ready(NOT_READY)
def one(request: HttpRequest, number: int) -> HttpResponse:
    """What is new in a search; its name and how often to write."""
    person, opened, now = _person(request), library(), timezone.now()
    search, upto = _own(person, number), catch_up(opened.store, timezone.now())
    wish = request.POST.get("wish", "")
    if wish == "seen":
        actions.note_seen(by=person, search=search, upto=upto, now=now)
        messages.success(request, "Nothing is marked as new any more.")
        return redirect("library_saved_search", number)
    if wish == "remove":
        actions.remove(by=person, search=search, now=now)
        messages.success(request, f"The search “{search.name}” is removed.")
        return redirect("library_saved")
    initial = {"name": search.name, "rhythm": search.rhythm}
    form = SavedSearchForm(request.POST or None, person=person, search=search, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change(by=person, search=search, upto=upto, now=now, **form.cleaned_data)
        messages.success(request, "Your changes are saved.")
        return redirect("library_saved_search", number)
    new = queries.new_in(opened, {search: search.seen_upto}, person)[search]
    shown = {"search": shown_search(search, new), "form": form, "errors": errors_of(form)}
    return render(request, "library/alerts/search.html", {"parts": parts_for(request), **shown})


@csrf_exempt  # the button of a mail program presses it without a session; the link itself is what allows it
@public
@never_cache
@require_http_methods(POSTED)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One button that ends the e-mails. Only a press ends them: programs that look through e-mail follow its links."""
    person = person_of(token)
    if person is None:
        raise Http404("no such link")
    if request.method == "POST":
        actions.stop_writing(by=person, now=timezone.now())
    shown = {"parts": parts_for(request), "stopped": request.method == "POST"}
    return render(request, "library/alerts/stop.html", shown)


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)


def _own(person: Person, number: int) -> SavedSearch:
    found = queries.search_of(person, number)
    if found is None:
        raise Hidden("saved search", str(number))
    return found
