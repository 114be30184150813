"""Addresses, schools, places, organisations, numbers and days of the case's record, wherever a text has them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from second_question.reading.identities.ages import WrittenAge, ages_in, is_age_on
from second_question.reading.identities.dates import WrittenDate
from second_question.reading.identities.finding import Found, Kind, Severity, Source
from second_question.reading.identities.lists import Lists
from second_question.reading.identities.numbers import kind_of_identifier
from second_question.reading.identities.people import CasePerson, CaseRecord
from second_question.reading.identities.words import APOSTROPHES, key_of

TOKEN = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$", re.IGNORECASE)
_GAP = re.compile(r"[^\w\n.]{0,3}\n?[^\w\n]{0,3}|\.\s{0,2}")
SHORT_FORMS = {
    "road": "rd", "street": "st", "avenue": "ave", "close": "cl", "lane": "ln", "drive": "dr", "crescent": "cres", "court": "ct",
    "gardens": "gdns", "terrace": "terr", "place": "pl", "square": "sq", "saint": "st", "grove": "gr", "mount": "mt",
}  # fmt: skip
_HOUSE_NUMBER = re.compile(r"^(?:flat|unit|apartment)?\s*\d+\w?(?:\s*[-/]\s*\d+\w?)?,?\s*", re.IGNORECASE)
ADULT = 18
_SEPARATOR = r"[\s./()-]{0,2}"

_SUGGESTIONS = {
    Kind.ADDRESS: "Take the address out; “the family home” is enough.",
    Kind.POSTCODE: "Take the postcode out.",
    Kind.PLACE: "Name no place smaller than the authority, and that only if it is to be known.",
    Kind.SCHOOL: "Write what kind of school it is instead: “the primary school”.",
    Kind.ORGANISATION: "Write what kind of service it is instead of its name.",
    Kind.DATE_OF_BIRTH: "Take the date of birth out; an age band says enough.",
    Kind.DATE: "Give the season and year, or the time since the event before.",
    Kind.AGE: "Give an age band, or the age in years if that points to nobody.",
}
NUMBER = "Take the number or address of the person out."


@dataclass(frozen=True)
class _Phrase:
    tokens: tuple[str, ...]
    kind: Kind
    severity: Severity
    about: str
    needs_capital: bool


class RecordFacts:
    """What a case's record says beside names, indexed so that a text is looked through once."""

    def __init__(self, record: CaseRecord, lists: Lists) -> None:
        self._lists = lists
        self._people = record.people
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in self._phrases(record):
            self._by_first.setdefault(phrase.tokens[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=lambda one: -len(one.tokens))
        self._numbers, self._numbers_kinds = _numbers(record.people)

    def find(self, text: str, dates: Sequence[WrittenDate]) -> Iterator[Found]:
        """Everything of the record in the text; `dates` are the text's dates."""
        yield from self._found_phrases(text)
        yield from self._found_numbers(text)
        yield from self._found_days(dates)
        yield from self._found_ages(text, dates)

    def _phrases(self, record: CaseRecord) -> Iterator[_Phrase]:
        for person in record.people:
            for address in person.addresses:
                yield from self._of_address(address)
            for school in person.schools:
                yield from self._of_institution(school, Kind.SCHOOL)
        for place in record.places:
            yield from self._phrase(place, Kind.PLACE, Severity.IDENTIFIES)
        for organisation in record.organisations:
            yield from self._of_institution(organisation, Kind.ORGANISATION)

    def _phrase(
        self, said: str, kind: Kind, severity: Severity = Severity.IDENTIFIES, about: str = ""
    ) -> Iterator[_Phrase]:
        tokens = _tokens(re.sub(r"^\s*the\s+", "", said, flags=re.IGNORECASE))
        ordinary = all(token in self._lists.ordinary for token in tokens)
        for form in _forms(tokens):
            yield _Phrase(form, kind, severity, about or said, needs_capital=ordinary)

    def _of_address(self, address: str) -> Iterator[_Phrase]:
        parts = [part.strip() for part in re.split(r"[,\n]", address) if part.strip()]
        for number, part in enumerate(parts):
            postcode = _POSTCODE.search(part)
            if postcode:
                yield from _of_postcode(postcode.group())
            line = _POSTCODE.sub("", part).strip()
            if line and not line.isdigit():
                yield from self._of_line(line, address, is_first=number == 0)

    def _of_line(self, line: str, address: str, *, is_first: bool) -> Iterator[_Phrase]:
        """A line of an address: with its house number, and without; or a place."""
        last = _tokens(line)[-1:]
        if is_first or any(letter.isdigit() for letter in line) or (last and last[0] in SHORT_FORMS):
            yield from self._phrase(line, Kind.ADDRESS, about=address)
            yield from self._phrase(_HOUSE_NUMBER.sub("", line), Kind.ADDRESS, about=address)
        else:
            yield from self._phrase(line, Kind.PLACE, Severity.MAY_IDENTIFY)

    def _of_institution(self, name: str, kind: Kind) -> Iterator[_Phrase]:
        yield from self._phrase(name, kind)
        tokens = _tokens(name)
        own = list(tokens)
        while own and own[-1] in self._lists.known["generic"] and own[-1] not in ("st", "saint"):
            own.pop()
            if len(own) > 1 or (own and own[0] not in self._lists.ordinary and len(own[0]) > 3):
                yield from self._phrase(" ".join(own), kind, about=name)
        acronym = "".join(token[0] for token in tokens if token not in ("of", "the", "and", "for"))
        if len(acronym) > 2 and acronym not in self._lists.terms:
            yield _Phrase((acronym,), kind, Severity.MAY_IDENTIFY, name, needs_capital=True)

    def _found_phrases(self, text: str) -> Iterator[Found]:
        if not self._by_first:
            return
        for match in TOKEN.finditer(text):
            for phrase in self._by_first.get(key_of_token(match.group()), ()):
                end = _end_of(phrase, text, match.end())
                if end and not (phrase.needs_capital and match.group()[0].islower()):
                    suggestion = _SUGGESTIONS[phrase.kind]
                    yield Found(
                        phrase.kind, match.start(), end, Source.CASE_RECORD, phrase.severity, suggestion, phrase.about
                    )
                    break

    def _found_numbers(self, text: str) -> Iterator[Found]:
        if self._numbers is None:
            return
        for match in self._numbers.finditer(text):
            kind, about = self._numbers_kinds[(match.lastindex or 1) - 1]
            yield Found(kind, match.start(), match.end(), Source.CASE_RECORD, Severity.IDENTIFIES, NUMBER, about)

    def _found_days(self, dates: Sequence[WrittenDate]) -> Iterator[Found]:
        for date in dates:
            for person in self._people:
                if (kind := _kind_of_day(date, person)) is not None:
                    severity = Severity.IDENTIFIES if date.is_full else Severity.MAY_IDENTIFY
                    yield Found(kind, date.start, date.end, Source.CASE_RECORD, severity, _SUGGESTIONS[kind], person.id)
                    break

    def _found_ages(self, text: str, dates: Sequence[WrittenDate]) -> Iterator[Found]:
        born = [person for person in self._people if person.date_of_birth is not None]
        for age in ages_in(text) if born else ():
            person = next((one for one in born if _is_theirs(age, one)), None)
            if person is not None and (age.is_precise or age.number < ADULT):
                severity = Severity.IDENTIFIES if age.is_precise else Severity.MAY_IDENTIFY
                yield Found(
                    Kind.AGE, age.start, age.end, Source.CASE_RECORD, severity, _SUGGESTIONS[Kind.AGE], person.id
                )


def _is_theirs(age: WrittenAge, person: CasePerson) -> bool:
    """Whether it is the age at which they died."""
    born, died = person.date_of_birth, person.date_of_death
    return born is not None and died is not None and is_age_on(age, born, died)


def _kind_of_day(date: WrittenDate, person: CasePerson) -> Kind | None:
    if date.is_on(person.date_of_birth) or date.is_month_of(person.date_of_birth):
        return Kind.DATE_OF_BIRTH
    if date.is_on(person.date_of_death) or date.is_month_of(person.date_of_death):
        return Kind.DATE
    return None


@lru_cache(maxsize=100_000)
def key_of_token(token: str) -> str:
    """Like `words.key_of`, with its figures."""
    if token.isdigit():
        return token
    return (
        key_of(token)
        if token.isalpha()
        else "".join(part if part.isdigit() else key_of(part) for part in re.split(r"(\d+)", token))
    )


def _tokens(said: str) -> tuple[str, ...]:
    return tuple(key for match in TOKEN.finditer(said) if (key := key_of_token(match.group())))


def _forms(tokens: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """As written, with streets and saints cut short, and in full."""
    if not tokens:
        return ()
    full = {short: long for long, short in SHORT_FORMS.items()}
    short = tuple(SHORT_FORMS.get(token, token) for token in tokens)
    holy = ("saint", *tokens[1:]) if tokens[0] == "st" else tokens
    return {tokens, short, holy, (*tokens[:-1], full.get(tokens[-1], tokens[-1])), (*short[:1], *tokens[1:])}


def _of_postcode(postcode: str) -> Iterator[_Phrase]:
    whole = re.sub(r"\s", "", postcode).lower()
    outward, inward = whole[:-3], whole[-3:]
    yield _Phrase((outward, inward), Kind.POSTCODE, Severity.IDENTIFIES, postcode, needs_capital=False)
    yield _Phrase((whole,), Kind.POSTCODE, Severity.IDENTIFIES, postcode, needs_capital=False)
    yield _Phrase((outward,), Kind.POSTCODE, Severity.MAY_IDENTIFY, postcode, needs_capital=True)


def _end_of(phrase: _Phrase, text: str, end: int) -> int:
    """Where the phrase ends whose first word ends there; 0 if the others do not follow."""
    following = TOKEN.finditer(text, end)
    for wanted in phrase.tokens[1:]:
        match = next(following, None)
        if match is None or key_of_token(match.group()) != wanted or not _GAP.fullmatch(text, end, match.start()):
            return 0
        end = match.end()
    return end


def _numbers(people: Iterable[CasePerson]) -> tuple[re.Pattern[str] | None, list[tuple[Kind, str]]]:
    """One pattern for all telephone numbers, addresses and other numbers of the record, and what each is."""
    kinds: list[tuple[Kind, str]] = []
    patterns: list[str] = []
    for person in people:
        said = [(Kind.PHONE, phone) for phone in person.phones] + [(Kind.EMAIL, email) for email in person.emails]
        said += [(kind_of_identifier(identifier), identifier) for identifier in person.identifiers]
        for kind, value in said:
            if pattern := _loosely(kind, value):
                patterns.append(f"({pattern})")
                kinds.append((kind, person.id))
    if not patterns:
        return None, []
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE), kinds


def _loosely(kind: Kind, value: str) -> str:
    """The value with any separators between its characters."""
    if kind in (Kind.EMAIL, Kind.WEB, Kind.SOCIAL_MEDIA):
        return re.escape(value.strip())
    characters = [letter for letter in value if letter.isalnum()]
    if kind is Kind.PHONE:
        digits = re.sub(r"^(?:44|0044|0)0?", "", "".join(filter(str.isdigit, characters)))
        return rf"(?:\+?(?:00)?44{_SEPARATOR}0?|0)?{_SEPARATOR}" + _SEPARATOR.join(digits) if len(digits) > 5 else ""
    return _SEPARATOR.join(map(re.escape, characters)) if len(characters) > 2 else ""
