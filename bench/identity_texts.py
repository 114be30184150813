"""Made-up texts with what identifies somebody planted in them, and where each thing stands. Development and held-out apart.

The rule: a name is for development if the first byte of the SHA-256 of it is even, and held out if it is odd; sentences are apart
by hand in `identity_frames`. The held-out names are taken out of the program's lists before it looks, so that it has never
seen them.
"""

import hashlib
import json
import random
import re
from calendar import month_name
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bench import identity_frames as frames
from second_question.reading.identities.lists import names_of

GROUPS = ("british", "polish", "romanian", "south_asian", "african", "turkish", "chinese", "caribbean", "traveller")
MONTHS = tuple(month_name)[1:]
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Planted:
    """Something planted: `text[start:end]` of its text, its kind, and the group of names that it is from."""

    kind: str
    start: int
    end: int
    group: str = ""


@dataclass(frozen=True)
class Text:
    """A text, what is planted in it, and the case's record as People JSON where it belongs to a case."""

    text: str
    planted: tuple[Planted, ...]
    people: str = "{}"


def is_held_out(name: str) -> bool:
    """By the rule above."""
    return bool(hashlib.sha256(name.encode()).digest()[0] & 1)


def held_out_names() -> set[str]:
    """Every listed name that is held out."""
    return {name for group in (*GROUPS, "european") for names in names_of(group) for name in names if is_held_out(name)}


def name_texts(group: str, *, held_out: bool, sentences: int = 240) -> Text:
    """Sentences with names of one group."""
    chance = random.Random(f"{group} {held_out}")  # noqa: S311  # repeatable, not secret
    forenames, surnames = ([name for name in names if is_held_out(name) is held_out] for names in names_of(group))
    own = frames.HELD_OUT_NAMES if held_out else frames.DEVELOPMENT_NAMES

    def fill(slot: str) -> tuple[str, str]:
        first, last = chance.choice(forenames), chance.choice(surnames)
        said = {"full": f"{first} {last}", "first": first, "last": last}[slot.rstrip("0123456789")]
        return "name", said

    return _filled([chance.choice(own) for _ in range(sentences)], fill, group)


def place_texts(*, held_out: bool, sentences: int = 400) -> Text:
    """Sentences with places, streets, schools and organisations that are invented."""
    chance = random.Random(f"places {held_out}")  # noqa: S311
    own = frames.HELD_OUT_PLACES if held_out else frames.DEVELOPMENT_PLACES
    return _filled([chance.choice(own)[1] for _ in range(sentences)], lambda slot: _place(slot, chance, held_out), "")


def _place(slot: str, chance: random.Random, held_out: bool) -> tuple[str, str]:
    place = _of_half(lambda: chance.choice(frames.PLACE_BEGINNINGS) + chance.choice(frames.PLACE_ENDINGS), held_out)
    if slot == "place":
        return "place", place
    if slot == "number":
        return "", f"{chance.randint(1, 180)}{chance.choice(['', '', '', 'a', 'B'])}"
    if slot == "street":
        return "address", _of_half(
            lambda: f"{chance.choice([*frames.STREET_WORDS, place])} {chance.choice(frames.STREET_ENDINGS)}", held_out
        )
    if slot == "school":
        which = chance.choice(
            [place, chance.choice(frames.SAINTS), chance.choice(["Oak Tree", "Green Lane", "Meadow View", "Rainbow"])]
        )
        return "school", f"{which} {chance.choice(frames.SCHOOL_ENDINGS)}"
    return (
        "organisation",
        f"{chance.choice([place, place, chance.choice(frames.SAINTS)])} {chance.choice(frames.ORGANISATION_ENDINGS)}",
    )


def _of_half(make: Callable[[], str], held_out: bool) -> str:
    """One of those that the rule puts on that side."""
    return next(made for made in iter(make, None) if is_held_out(made) is held_out)


def pattern_texts(*, held_out: bool, each: int = 60) -> Text:
    """Sentences with numbers, addresses, dates and ages of every shape."""
    chance = random.Random(f"patterns {held_out}")  # noqa: S311
    sentences, values = [], []
    for kind, own in frames.PATTERNS.items():
        for _ in range(each):
            sentences.append((own[-1] if held_out else chance.choice(own[:-1])).replace("{}", "{value}"))
            values.append((kind, _value(kind, chance)))
    order = list(range(len(sentences)))
    chance.shuffle(order)
    given = iter([values[number] for number in order])
    return _filled([sentences[number] for number in order], lambda _slot: next(given), "")


def _value(kind: str, chance: random.Random) -> str:
    made = {
        "nhs-number": _nhs,
        "ni-number": _national_insurance,
        "postcode": _postcode,
        "phone": _phone,
        "email": _email,
        "web": _web,
        "vehicle": _vehicle,
        "social-media": _handle,
        "case-number": _case_number,
        "date": _date,
        "date-of-birth": _date,
        "age": _age,
    }
    return made[kind](chance)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _letters(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("ABDEFGHJLNPRSTUWXYZ") for _ in range(count))


def _national_insurance(chance: random.Random) -> str:
    pairs = [_digits(chance, 2) for _ in range(3)]
    return chance.choice(["", " "]).join([chance.choice(["AB", "JK", "CE", "PX"]), *pairs, chance.choice("ABCD")])


def _postcode(chance: random.Random) -> str:
    area = chance.choice(["LS", "B", "M", "SW", "E", "NE", "TR"])
    return f"{area}{chance.randint(1, 19)} {chance.randint(1, 9)}{_letters(chance, 2)}"


def _phone(chance: random.Random) -> str:
    four, six, mobile = _digits(chance, 4), _digits(chance, 6), f"7{_digits(chance, 3)}"
    mobiles = [f"0{mobile} {six}", f"0{mobile}{six}", f"+44 {mobile} {six}"]
    return chance.choice([*mobiles, f"0113 496 {four}", f"020 7946 {four}", f"(0161) 496 {four}"])


def _email(chance: random.Random) -> str:
    who = chance.choice(["kay", "a.reed", "big_joe", "mum2three"])
    return f"{who}{_digits(chance, 2)}@{chance.choice(['example.com', 'mail.example.co.uk', 'example.net'])}"


def _web(chance: random.Random) -> str:
    sites = ["https://news.example.com/story/", "www.localnews.example.co.uk/", "http://blog.example.net/"]
    return chance.choice(sites) + _digits(chance, 4)


def _vehicle(chance: random.Random) -> str:
    year, space = chance.choice(["07", "12", "58", "66", "21", "73"]), chance.choice(["", " "])
    return _letters(chance, 2) + year + space + _letters(chance, 3)


def _handle(chance: random.Random) -> str:
    return f"@{chance.choice(['kay', 'lil.joe', 'xx_mia', 'dan'])}_{_digits(chance, 2)}"


def _case_number(chance: random.Random) -> str:
    police = f"{_digits(chance, 2)}/{_digits(chance, 6)}/{_digits(chance, 2)}"
    others = [
        f"SIN-2023-{_digits(chance, 4)}",
        f"LCS-{_digits(chance, 6)}",
        _digits(chance, 7),
        f"CR/{_digits(chance, 5)}/22",
    ]
    return chance.choice([police, *others])


def _date(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1975, 2023)
    name = MONTHS[month - 1]
    in_figures = [f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year % 100:02}", f"{year}-{month:02}-{day:02}"]
    in_words = [
        f"{day} {name} {year}",
        f"{day}th of {name} {year}",
        f"{name} {day}, {year}",
        f"{day} {name[:3]} {year}",
    ]
    return chance.choice([*in_figures, *in_words])


def _age(chance: random.Random) -> str:
    few = chance.randint(2, 11)
    old = [f"{few} months old", f"{few} days old", "nine weeks old"]
    return chance.choice([*old, f"aged {few} weeks", "aged seven months", f"aged 4 years and {few} months"])


def _nhs(chance: random.Random) -> str:
    while True:
        digits = [chance.randint(0, 9) for _ in range(9)]
        check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
        if check != 10 and len(set(digits)) > 3 and digits[0]:
            said = "".join(map(str, [*digits, check % 11]))
            return chance.choice([f"{said[:3]} {said[3:6]} {said[6:]}", f"{said[:3]}-{said[3:6]}-{said[6:]}"])


def case_texts(*, held_out: bool, cases: int = 60) -> Iterator[Text]:
    """Reports of cases whose record is known: names as they are really written, dates, addresses, schools, numbers."""
    for number in range(cases):
        chance = random.Random(f"case {number} {held_out}")  # noqa: S311
        group = GROUPS[number % len(GROUPS)]
        forenames, surnames = (
            [name for name in names if is_held_out(name) is held_out and len(name) > 2] for names in names_of(group)
        )
        yield _case(chance, group, forenames, surnames, held_out)


def _case(chance: random.Random, group: str, forenames: list[str], surnames: list[str], held_out: bool) -> Text:
    child, mother, known = (chance.choice(forenames) for _ in range(3))
    last, other = chance.choice(surnames), chance.choice(surnames)
    _, street = _place("street", chance, held_out)
    _, school = _place("school", chance, held_out)
    _, place = _place("place", chance, held_out)
    house, phone, nhs = str(chance.randint(1, 99)), _value("phone", chance), _nhs(chance)
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    born = f"2019-{month:02}-{day:02}"
    record: dict[str, Any] = {
        "people": [
            {
                "role": "child",
                "full_name": f"{child} {last}",
                "known_as": [known],
                "date_of_birth": born,
                "date_of_death": f"2023-{month:02}-{day:02}",
                "addresses": [f"{house} {street}, {place}, LS9 4TY"],
                "schools": [school],
                "identifiers": [nhs],
            },
            {"role": "mother", "full_name": f"{mother} {other}", "phones": [phone]},
        ],
        "places": [place],
    }
    values = {
        "whole": ("name", f"{child} {last}"),
        "first": ("name", child),
        "turned": ("name", f"{last.upper()}, {child}"),
        "broken": ("name", f"{child}\n{last}"),
        "possessive": ("name", child),
        "mother": ("name", f"{mother} {other}"),
        "initial": ("name", f"{child[0]}. {last}"),
        "known": ("name", known),
        "slip": ("name", _slip(last, chance)),
        "surname": ("name", other),
        "capitals": ("name", f"{child} {last}".upper()),
        "born": ("date-of-birth", f"{day} {MONTHS[month - 1]} 2019"),
        "born2": ("date-of-birth", f"{day:02}/{month:02}/19"),
        "street": ("address", f"{house} {street}"),
        "street2": ("address", street),
        "school": ("school", school),
        "postcode": ("postcode", "LS9 4TY"),
        "place": ("place", place),
        "phone": ("phone", phone.replace(" ", "")),
        "nhs": ("nhs-number", nhs.replace(" ", "").replace("-", "")),
        "age": ("age", "aged four"),
    }
    return _filled(list(CASE_REPORT), lambda slot: values[slot], group, json.dumps(record))


CASE_REPORT = (
    "This review is about {whole}.",
    "{first} lived with her mother, {mother}, at {street}.",
    "The file is under {turned}.",
    "A worker saw {broken} on Monday.",
    "Nobody asked about {possessive}’s day.",
    "The form says {initial} in one place.",
    "At home she was called {known} by all.",
    "One record has the name as {slip} by mistake.",
    "Ms {surname} rang from {phone} twice.",
    "SUMMARY FOR {capitals}",
    "She was born on {born} and died {age}.",
    "The letter gives {born2} as her birthday.",
    "Neighbours on {street2} heard it.",
    "She went to {school} for a year.",
    "The postcode is {postcode} on the form.",
    "The family had come from {place} that spring.",
    "The NHS number was {nhs} throughout.",
)


def _slip(name: str, chance: random.Random) -> str:
    """The name with two letters in the middle swapped, or one doubled; short ones are left as they are."""
    if len(name) < 6 or not name.isalpha():
        return name
    place = chance.randint(2, len(name) - 3)
    if chance.random() < 0.5 and name[place] != name[place + 1]:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    return name[: place + 1] + name[place] + name[place + 1 :]


def _filled(sentences: list[str], fill: Callable[[str], tuple[str, str]], group: str, people: str = "{}") -> Text:
    text, planted = "", []
    for number, sentence in enumerate(sentences):
        done = 0
        for match in _SLOT.finditer(sentence):
            text += sentence[done : match.start()]
            kind, said = fill(match[1])
            if kind:
                planted.append(Planted(kind, len(text), len(text) + len(said), group))
            text += said
            done = match.end()
        text += sentence[done:] + ("\n\n" if number % 5 == 4 else " ")
    return Text(text, tuple(planted), people)
