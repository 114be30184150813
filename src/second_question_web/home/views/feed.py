"""The calendar feed: open to whoever knows its secret address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from second_question_web.home import actions, queries
from second_question_web.home.desk import Desk
from second_question_web.home.feed import calendar_of
from second_question_web.home.limits import within
from second_question_web.home.models import DeadlineFeed
from second_question_web.trail.refusals import Hidden
from second_question_web.trail.request_facts import current
from second_question_web.ui.gate import public

READS_AN_HOUR = 120
WRONG_SECRETS_A_MINUTE = 20


@public
@require_safe
@cache_control(private=True, no_store=True)
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The person's deadlines as the grants reach now; 404 when the address or the account has ended."""
    feed, now = queries.feed_of(secret), timezone.now()
    if not _within_limits(feed):
        return render(request, "429.html", status=429)
    if feed is None:
        raise Http404("no such calendar")
    _refuse_ended(feed)
    actions.note_feed_read(feed=feed, caller=current().address, now=now)
    response = HttpResponse(calendar_of(Desk(feed.person, now)), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="second-question.ics"'
    return response


def _within_limits(feed: DeadlineFeed | None) -> bool:
    if feed is None:
        return within(f"calendar-wrong:{current().address}", WRONG_SECRETS_A_MINUTE, 60)
    return within(f"calendar:{feed.pk}", READS_AN_HOUR, 3600)


def _refuse_ended(feed: DeadlineFeed) -> None:
    if feed.revoked_at is None and feed.person.is_active:
        return
    if actions.is_new_refusal(feed, current().address):
        raise Hidden("calendar feed", str(feed.pk))
    raise Http404("this calendar has ended")
