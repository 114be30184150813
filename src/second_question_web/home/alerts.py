"""E-mails about clocks: few, and to the one who owes (handbook 4, OpenProject: where there were many, they were switched off).

Once on a working day, one e-mail to a person lists what has passed its date since the last e-mail and what is due within
two working days. Each date is named once ahead and once when it has passed, and never again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from second_question.rules.calendar import add_working_days, is_working_day
from second_question_web.home import due, queries
from second_question_web.home.due import Due
from second_question_web.home.models import Alert
from second_question_web.home.queries import Owing
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.trail.actions import System, record
from second_question_web.ui import mail
from second_question_web.ui.filters import plural

AHEAD = 2  # working days
NO_NEWS_AFTER = timedelta(days=30)
ONE_DAY = timedelta(days=1)


@dataclass
class Letter:
    """What one person is told in one e-mail."""

    overdue: list[Due] = field(default_factory=list)
    ahead: list[Due] = field(default_factory=list)

    def alerts(self, person: Person, now: datetime) -> list[Alert]:
        """One for each line."""
        kinds = ((Alert.Kind.OVERDUE, self.overdue), (Alert.Kind.AHEAD, self.ahead))
        return [
            Alert(person=person, kind=kind, case=line.case, clock=line.clock, due_on=line.on, sent_at=now)
            for kind, lines in kinds
            for line in lines
        ]


def send_alerts(_job: Job, _progress: Progress) -> dict[str, object]:
    """The daily job."""
    sent = alert(now=timezone.now())
    return {"message": f"Emails sent: {sent}."}


def alert(*, now: datetime) -> int:
    """Sends what is to be sent today and returns how many e-mails that were; a second call on the same day sends none.

    Raises:
        NotSent: the mail server did not take all of them. Those that it took are remembered; call again for the rest.
    """
    today = localdate(now)
    letters = _letters(today) if is_working_day(today) else {}
    results = [_send(person, letter, now) for person, letter in letters.items()]
    if None in results:
        raise mail.NotSent
    return sum(bool(sent) for sent in results)


def _letters(today: date) -> dict[Person, Letter]:
    letters: dict[Person, Letter] = defaultdict(Letter)
    told = queries.alerts_since(today - NO_NEWS_AFTER)
    for person, line in _owed(today):
        kind = Alert.Kind.OVERDUE if line.on < today else Alert.Kind.AHEAD
        if (person.pk, kind, line.case, line.clock, line.on) not in told:
            letter = letters[person]
            (letter.overdue if kind is Alert.Kind.OVERDUE else letter.ahead).append(line)
    return letters


def _owed(today: date) -> list[tuple[Person, Due]]:
    """Each clock that is near or has lately passed, with each person who owes it, the soonest first."""
    until = add_working_days(today, AHEAD).last
    owing = queries.owing(today)
    lines = [*_drafts(owing, today), *_reviews(owing, until)]
    unwanted = queries.without_alerts()
    near = [(p, line) for p, line in lines if today - NO_NEWS_AFTER < line.on <= until and not line.is_paused]
    news = [(person, line) for person, line in near if person.pk not in unwanted]
    return sorted(news, key=lambda pair: (pair[1].on, pair[1].case))


def _drafts(owing: Owing, today: date) -> Iterable[tuple[Person, Due]]:
    for draft in queries.drafts():
        line = due.of_draft(draft, today)
        if line and draft.partnership_id:
            managers = owing.get(draft.partnership_id, [])
            yield from ((person, line) for person in _who_began(draft.started_by_key, managers))


def _who_began(key: str, managers: list[Person]) -> list[Person]:
    """The one who began the draft; when that person no longer works there, all who do."""
    return [person for person in managers if person.trail_key == key] or managers


def _reviews(owing: Owing, until: date) -> Iterable[tuple[Person, Due]]:
    """Reviews that will be overdue on the day after `until`: the overdue ones and those due up to then."""
    for found in rapid_reviews.overdue(until + ONE_DAY):
        managers = owing.get(found.review.notification.partnership_id or 0, [])
        yield from ((person, due.of_review(found)) for person in managers)


def _send(person: Person, letter: Letter, now: datetime) -> bool | None:
    """True when sent, False when another worker was quicker, None when the mail server did not take it."""
    try:
        _send_once(person, letter, now)
    except IntegrityError:
        return False
    except mail.NotSent:
        return None
    return True


@transaction.atomic
def _send_once(person: Person, letter: Letter, now: datetime) -> None:
    """Remembers first and sends last, in one transaction: what is not sent is not remembered."""
    alerts = letter.alerts(person, now)
    Alert.objects.bulk_create(alerts)
    cases = sorted({sent.case for sent in alerts})
    record("alert.send", by=System("alerts"), subject=("person", str(person.pk)), after={"cases": cases}, at=now)
    mail.send(
        "home/mail/alert.txt",
        person.email,
        name=person.name,
        subject=_subject(letter),
        overdue=letter.overdue,
        ahead=letter.ahead,
    )


def _subject(letter: Letter) -> str:
    parts = [f"{plural(len(letter.overdue), 'date')} passed"] if letter.overdue else []
    parts += [f"{plural(len(letter.ahead), 'date')} coming up"] if letter.ahead else []
    return f"Second Question: {', '.join(parts)}"
