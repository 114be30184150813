"""How dates, times, ages and numbers are written on every page, in plain British English."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from second_question.exchange.review.words import LIBRARY_ADDRESS, Said, Tone

LONDON = ZoneInfo("Europe/London")


def local(moment: datetime) -> datetime:
    """The moment on the clocks of England; a moment without a time zone is taken as already there."""
    return moment.astimezone(LONDON) if moment.tzinfo else moment


def day_of(value: date | datetime) -> date:
    """The calendar day in England on which the moment falls."""
    return local(value).date() if isinstance(value, datetime) else value


def full_date(value: date | datetime | None) -> str:
    """3 March 2026; nothing for no date."""
    return f"{day_of(value):%-d %B %Y}" if value else ""


def short_date(value: date | datetime | None) -> str:
    """3 Mar 2026, for tables."""
    return f"{day_of(value):%-d %b %Y}" if value else ""


def weekday_date(value: date | datetime | None) -> str:
    """Tuesday 3 March 2026, for deadlines."""
    return f"{day_of(value):%A %-d %B %Y}" if value else ""


def clock_time(value: datetime | time | None) -> str:
    """2:05pm, 2pm, midday, midnight."""
    if value is None:
        return ""
    at = local(value).time() if isinstance(value, datetime) else value
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{'am' if at.hour < 12 else 'pm'}"


def date_and_time(value: datetime | None) -> str:
    """3 March 2026, 2:05pm."""
    return f"{full_date(value)}, {clock_time(value)}" if value else ""


def moment(value: date | datetime | None) -> str:
    """The day, with the time where one is known."""
    return date_and_time(value) if isinstance(value, datetime) else full_date(value)


def number(value: int) -> str:
    """1,204."""
    return f"{value:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """1 child, 3 children: the number with its noun. The plural is the noun with an s unless given."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def working_days(count: int) -> str:
    """15 working days."""
    return plural(count, "working day")


def working_days_left(count: int) -> str:
    """3 working days left; due today; 2 working days late. Below zero is late."""
    if count == 0:
        return "Due today"
    return f"{working_days(abs(count))} {'left' if count > 0 else 'late'}"


def age(born: date | int, on: date | None = None) -> str:
    """How old somebody is: from whole years (0 is under 1 year), or from the date of birth on a given day.

    Under two years it says months, under three months weeks, under two weeks days: for a baby the years say nothing.
    """
    if isinstance(born, int):
        return plural(born, "year") if born else "under 1 year"
    if on is None:
        raise TypeError("An age counted from a date of birth needs the day on which it is counted.")
    return _age_on(born, on)


def _age_on(born: date, on: date) -> str:
    days = (on - born).days
    if days < 0:
        return "not yet born"
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months >= 24:
        return plural(months // 12, "year")
    if months >= 3:
        return plural(months, "month")
    return plural(days // 7, "week") if days >= 14 else plural(days, "day")


def paragraphs(text: str, classes: str = "govuk-body") -> Markup:
    """What a person typed, with its paragraphs and line breaks, and nothing in it taken for HTML.

    The permanent address of a document of the library is a link.
    """
    start = f'<p class="{escape(classes)}">' if classes else "<p>"
    safe = str(escape(text.replace("\r\n", "\n")))
    if "/library/" in safe:
        safe = LIBRARY_ADDRESS.sub(r'<a class="govuk-link sq-address" href="\g<0>">\g<0></a>', safe)
    blocks = [block.strip() for block in safe.split("\n\n")]
    # Escaped as a whole and marked once: joining marked pieces escapes each again, and a review has a thousand.
    return Markup("".join(f"{start}{block}</p>" for block in blocks if block).replace("\n", "<br>"))  # noqa: S704  escaped


def said(one: Said, classes: str = "govuk-body") -> Markup:
    """What stands beside a question of a document: an answer, why there is none, or that one is missing.

    A function and no macro: a long review has a thousand of them.
    """
    if one.tone is Tone.PLAIN:
        return paragraphs(one.text, classes)
    how = "sq-missing" if one.tone is Tone.MISSING else "govuk-hint"
    return Markup('<p class="{} {}">{}</p>').format(classes, how, one.text)


def kind(of: object) -> str:
    """What kind of thing it is, by the name of its class."""
    return type(of).__name__


def lower_first(text: str) -> str:
    """The text as it continues a sentence: "Date of birth" gives "date of birth"; an abbreviation stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


FILTERS = {
    "said": said,
    "kind": kind,
    "date": full_date,
    "short_date": short_date,
    "weekday_date": weekday_date,
    "time": clock_time,
    "datetime": date_and_time,
    "moment": moment,
    "number": number,
    "plural": plural,
    "working_days": working_days,
    "working_days_left": working_days_left,
    "age": age,
    "paragraphs": paragraphs,
    "lower_first": lower_first,
}
