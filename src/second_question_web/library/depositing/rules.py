"""What must be so before a document is in the library as somebody wants it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.conf import settings

from second_question.reading.facts.kind import Kind
from second_question.reference.areas import regions
from second_question_web.library.depositing.checking import SAID, Checked, check
from second_question_web.library.depositing.entries import (
    LONGEST_AREA,
    LONGEST_AUTHORS,
    LONGEST_PSEUDONYM,
    LONGEST_TITLE,
    Facts,
)
from second_question_web.library.depositing.errors import Refusal
from second_question_web.library.models import Deposit

PURPOSE, REDACTED = "library_deposit", "library_redacted"
"""Why a file is kept: as it was given, or as a copy that was redacted here."""
LOOK_AGAIN_AFTER = timedelta(days=365)
"""How long a file is withheld before somebody looks again, if no day is given."""
OLDEST = 18
KINDS = tuple(str(kind) for kind in Kind)
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
_ENTERED = Deposit.State.ENTERED
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MORE_THAN_ITS_TEXT = (
    "A PDF or Word file says more than its text: in headers, links and properties. "
    "Make a redacted copy, or open the record only."
)
CONFIDENTIAL = (
    "A rapid review is confidential: only what is written anew from it can go public. "
    "Keep the file to your own people. If it is no rapid review, correct its kind."
)
_LONGEST = {
    "title": LONGEST_TITLE, "authors": LONGEST_AUTHORS, "pseudonym": LONGEST_PSEUDONYM, "area": LONGEST_AREA, "address": 500,
    "summary": 10_000,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """Who may see what. `confirmed` says that somebody looked at what the checks found."""

    audience: str = Deposit.Audience.OWNER
    area_withheld: bool = False
    text_withheld: bool = False
    withheld_reason: str = ""
    look_again_on: date | None = None
    confirmed: bool = False

    @property
    def is_public(self) -> bool:
        """Whether everybody may see the record."""
        return self.audience == Deposit.Audience.EVERYBODY

    @property
    def is_open(self) -> bool:
        """Whether everybody may read the text."""
        return self.is_public and not self.text_withheld


def wishes_of(deposit: Deposit) -> Wishes:
    """Who may see a deposit as it stands."""
    return Wishes(
        audience=deposit.audience,
        area_withheld=deposit.area_withheld,
        text_withheld=deposit.text_withheld,
        withheld_reason=deposit.withheld_reason,
        look_again_on=deposit.look_again_on,
        confirmed=bool(deposit.confirmed),
    )


def says_more_than_its_text(deposit: Deposit) -> bool:
    """Whether a file may name the area where no check of the text finds it: in headers, links, properties, pictures."""
    file = deposit.file
    return file is not None and file.purpose != REDACTED and not file.media_type.startswith("text/")


def is_confidential(deposit: Deposit, facts: Facts) -> bool:
    """Whether the file may not be open to everybody, whatever is taken out of it (R8)."""
    return deposit.file_id is not None and facts.kind == Kind.RAPID_REVIEW


def refuse_unless_right(deposit: Deposit, facts: Facts, wishes: Wishes, today: date) -> None:
    """Checks everything that is said of a document.

    Raises:
        Refusal: with a sentence for each field that must be put right.
    """
    problems = dict(_wrong_facts(facts)) | dict(_wrong_wishes(deposit, wishes, today))
    if not problems and wishes.is_public:
        problems = dict(_not_yet_public(deposit, facts, wishes))
    if problems:
        raise Refusal(problems)


def look_again_on(wishes: Wishes, today: date) -> date | None:
    """The day on which somebody decides again: of what is withheld, after a year; of what is open, as the house has set."""
    if wishes.text_withheld:
        return wishes.look_again_on or today + LOOK_AGAIN_AFTER
    years = settings.LIBRARY_FULL_TEXT_YEARS
    return wishes.look_again_on or _years_on(today, years) if wishes.is_open and years else None


def _years_on(day: date, years: int) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + years, day=last)


def _wrong_facts(facts: Facts) -> Iterator[tuple[str, str]]:
    if not facts.title.strip():
        yield "title", "Enter the title"
    for name, most in _LONGEST.items():
        if len(getattr(facts, name)) > most:
            yield name, f"Use {most:,} characters or fewer"
    if facts.kind not in KINDS:
        yield "kind", "Choose what kind of document it is"
    if facts.nation and facts.nation not in NATIONS:
        yield "nation", "Choose the nation"
    if not set(facts.regions) <= _regions():
        yield "regions", "Choose the regions from the list"
    if facts.published and not _is_date(facts.published):
        yield "published", "Enter the date as 2024, 2024-06 or 2024-06-14"
    if any(not 0 <= age <= OLDEST for age in facts.ages):
        yield "ages", "Enter ages in whole years from 0 to 18"
    if facts.address and not facts.address.startswith(("https://", "http://")):
        yield "address", "Enter an address that begins with https://"


def _wrong_wishes(deposit: Deposit, wishes: Wishes, today: date) -> Iterator[tuple[str, str]]:
    if wishes.audience not in Deposit.Audience.values:
        yield "audience", "Choose who may see it"
    if wishes.text_withheld and not wishes.withheld_reason.strip():
        yield "withheld_reason", "Say why the file is withheld"
    if wishes.look_again_on and wishes.look_again_on <= today and wishes.look_again_on != deposit.look_again_on:
        yield "look_again_on", "Choose a day that is still to come"


def _not_yet_public(deposit: Deposit, facts: Facts, wishes: Wishes) -> Iterator[tuple[str, str]]:
    checked = check(deposit, facts)
    if wishes.is_open and is_confidential(deposit, facts):
        yield "text_withheld", CONFIDENTIAL
        return
    if wishes.area_withheld:
        if _is_told_elsewhere(deposit):
            yield "area_withheld", "The version before is open and says the area. Take it out, or withhold its area too"
        yield from ((name, f"The {SAID[name]} names the area. Write it without.") for name in checked.fields)
        if deposit.file_id and wishes.is_open and (checked.named or checked.leaked):
            yield "text_withheld", _names_the_area(checked)
        elif wishes.is_open and says_more_than_its_text(deposit):
            yield "text_withheld", _MORE_THAN_ITS_TEXT
    if deposit.file_id and wishes.is_open and not wishes.confirmed:
        yield "confirmed", "Look at what the checks found, and say that it may be read by everybody"


def _is_told_elsewhere(deposit: Deposit) -> bool:
    before = deposit.replaces
    return before is not None and wishes_of(before).is_public and before.state == _ENTERED and not before.area_withheld


def _names_the_area(checked: Checked) -> str:
    number = len(checked.named) + len(checked.leaked)
    places = "one place" if number == 1 else f"{number} places"
    return f"The file names the area in {places}. Open the record only, or make a redacted copy."


@cache
def _regions() -> frozenset[str]:
    return frozenset(region.name for region in regions())


def _is_date(said: str) -> bool:
    found = _DATE.fullmatch(said)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
