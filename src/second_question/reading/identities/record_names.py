"""The names of a case's record in a text: whole or in part, misspelt, as initials, surname first, in another script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from second_question.reading.identities.finding import Found, Kind, Severity, Source
from second_question.reading.identities.lists import Lists, cue_words, data_lines
from second_question.reading.identities.people import CasePerson
from second_question.reading.identities.spelling import (
    OTHER_SCRIPT,
    is_one_letter_off,
    near,
    one_less,
    romanised,
    skeleton,
    sound,
)
from second_question.reading.identities.standing import MONTHS, Standing
from second_question.reading.identities.words import HYPHENS, WORD, Word, key_of, word_at

PARTICLES = cue_words("particles")
_BETWEEN = re.compile(
    r"(?:,?[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,8}|[ \t]*[-‐‑]\s*|\.\s?)(?:(?:[A-Z]\.?|de|da|bin|al|van|the|von|el)\s)?"
)
_INITIAL_BEFORE = re.compile(r"(?<![\w.])((?:[A-ZÀ-ÖØ-ÞĀ-ſ](?:\.[ \u00a0]?|[ \u00a0])){1,2})$")
_INITIAL_AFTER = re.compile(r"[ \u00a0]([A-Z])\b\.?(?!\w)")
_DOTTED = re.compile(r"(?<![\w.])[A-Z](?:\.\s?[A-Z]){1,3}\b\.?")
_SHORTEST_INITIALS = 2
SHORTEST_SOUND = 3
LONGEST_INITIALS = 4
LONGEST_NAME = 40

REMOVE = "Take the name out, or put the same pseudonym in its place throughout."
MISSPELT = "This looks like a name of the case's record, written another way. Take it out as the name itself."
INITIALS = "These may be somebody's initials. Use a label that is not made of the name."


@dataclass(frozen=True)
class _Owned:
    """What a spelling says: whose name it may be, whether it is exactly that, and whether it is an ordinary word too.

    `first` are those who are called so: it is their forename, or what they are known as.
    """

    owners: frozenset[str]
    first: frozenset[str] = frozenset()
    is_exact: bool = True
    is_ordinary: bool = False


_Hit: TypeAlias = tuple[Word, _Owned]


@dataclass
class _Mention:
    """Words of one name that stand side by side."""

    start: int
    end: int
    owners: frozenset[str]
    first: frozenset[str]
    is_exact: bool

    def goes_on_with(self, text: str, word: Word, owned: _Owned) -> bool:
        """A forename on the next line begins a name of its own, unless a comma leads to it."""
        if not owned.owners & self.owners or not _BETWEEN.fullmatch(text, self.end, word.start):
            return False
        gap = text[self.end : word.start]
        return "\n" not in gap or "," in gap or not owned.first & self.owners

    def take(self, word: Word, owned: _Owned) -> None:
        self.end, self.owners = word.end, self.owners & owned.owners
        self.first |= owned.first
        self.is_exact |= owned.is_exact


@dataclass
class _Owners:
    """Whose names a key is."""

    by_key: dict[str, set[str]] = field(default_factory=dict)

    def add(self, key: str, person: str) -> None:
        if key:
            self.by_key.setdefault(key, set()).add(person)


class RecordNames:
    """The names of the people of one case, indexed so that a text is looked through once."""

    def __init__(self, people: Sequence[CasePerson], lists: Lists) -> None:
        self._lists = lists
        self._exact, self._initials, self._whole, self._first = _Owners(), _Owners(), _Owners(), _Owners()
        self._letters = {person.id: {name.strip()[0].upper() for name in person.names} for person in people}
        for person in people:
            for name in person.names:
                self._add(person.id, name)
        self._near = near(self._exact.by_key)
        self._sounds = _Owners()
        self._skeletons = _Owners()
        for key, owners in self._exact.by_key.items():
            for owner in owners:
                if len(key) > SHORTEST_SOUND and len(sound(key)) >= SHORTEST_SOUND:
                    self._sounds.add(sound(key), owner)
                self._skeletons.add(skeleton(key), owner)

    def _add(self, person: str, name: str) -> None:
        parts = [match.group() for match in WORD.finditer(name)]
        for part in parts:
            self._add_part(person, part, alone=len(parts) == 1)
            if part == parts[0]:
                self._first.add(key_of(part), person)
                for nickname in nicknames().get(key_of(part), ()):
                    self._first.add(nickname, person)
        keys = [key_of(part) for part in parts if key_of(part) and part.lower() not in PARTICLES]
        if len(keys) >= _SHORTEST_INITIALS:
            self._initials.add("".join(key[0] for key in keys), person)
            self._initials.add(keys[0][0] + keys[-1][0], person)
            pieces = [key[0] for part in parts for piece in re.split(f"[{HYPHENS}]", part) if (key := key_of(piece))]
            self._initials.add("".join(pieces), person)
            self._initials.add(keys[0][0] + "".join(pieces[len(keys) - 1 :]), person)
        if len(keys) > 1:
            self._whole.add("".join(keys), person)
        for match in OTHER_SCRIPT.finditer(name):
            for key in romanised(match.group()):
                self._exact.add(key, person)

    def _add_part(self, person: str, part: str, alone: bool) -> None:
        key = key_of(part)
        if len(key) > 1 and (alone or part.lower() not in PARTICLES):
            self._exact.add(key, person)
            for nickname in nicknames().get(key, ()):
                self._exact.add(nickname, person)
        for piece in re.split(f"[{HYPHENS}]", part):
            if len(key_of(piece)) > 2:
                self._exact.add(key_of(piece), person)

    def find(self, text: str, standing: Standing) -> Iterator[Found]:
        """Every mention, adjoining parts of one name taken together."""
        yield from self._together(text, self._hits(text, standing))
        for match in _DOTTED.finditer(text):
            if owners := self._initials.by_key.get(key_of(match.group())):
                yield _found(match.start(), match.end(), owners, Severity.MAY_IDENTIFY, INITIALS)
        yield from self._in_other_scripts(text)

    def _hits(self, text: str, standing: Standing) -> Iterator[_Hit]:
        """The words that may be somebody's, each spelling looked up once."""
        looked_up: dict[str, _Owned | None] = {}
        for match in WORD.finditer(text):
            spelling = match.group()
            if spelling not in looked_up:
                looked_up[spelling] = self._owners(word_at(match))
            owned = looked_up[spelling]
            if owned is not None:
                word = word_at(match)
                if not owned.is_ordinary or self._is_meant(word, standing):
                    yield word, owned

    def _owners(self, word: Word) -> _Owned | None:
        key, ordinary = word.key, word.key in self._lists.ordinary or word.key in MONTHS
        exact = self._exact.by_key.get(key) or self._whole.by_key.get(key)
        if exact:
            if len(key) < 3 and not word.text[0].isupper():
                return None
            return _Owned(frozenset(exact), frozenset(self._first.by_key.get(key, ())), is_ordinary=ordinary)
        if (
            word.text.isupper()
            and (owners := self._initials.by_key.get(key))
            and not (ordinary or key in self._lists.terms)
        ):
            return _Owned(frozenset(owners), is_exact=False)
        if not SHORTEST_SOUND < len(key) <= LONGEST_NAME or ordinary or key in self._lists.terms:
            return None
        owners = self._nearly(key) or self._in_parts(word) or set()
        return _Owned(frozenset(owners), is_exact=False) if owners else None

    def _is_meant(self, word: Word, standing: Standing) -> bool:
        """An ordinary word has to stand as a name; any other spelling, in whatever letters, is the name."""
        if word.text.islower():
            return False
        if standing.stands_as_name(word) or (standing.has_cue(word) and not standing.is_month(word)):
            return True
        return standing.touches(word, self._exact.by_key) or _shouted(word)

    def _nearly(self, key: str) -> set[str] | None:
        """Whose name this is with one letter wrong, or as it sounds. Another listed name is another name."""
        if len(key) > SHORTEST_SOUND and (owners := self._sounds.by_key.get(sound(key))):
            return owners
        if key in self._lists.names and len(key) < 7:
            return None
        candidates = {name for form in one_less(key) for name in self._near.get(form, ())}
        close = [name for name in candidates if is_one_letter_off(key, name)]
        return self._exact.by_key[close[0]] if close else None

    def _in_parts(self, word: Word) -> set[str] | None:
        """A name joined with another: Okonkwo-Reed, or Amaraokonkwo."""
        for piece in re.split(f"[{HYPHENS}]", word.text) if not word.text.isalpha() else ():
            owners = self._exact.by_key.get(key_of(piece))
            if owners and key_of(piece) not in self._lists.ordinary:
                return owners
        return None

    def _together(self, text: str, hits: Iterable[_Hit]) -> Iterator[Found]:
        """Parts of the name of one person that stand side by side are one finding."""
        mention: _Mention | None = None
        for word, owned in hits:
            if mention and mention.goes_on_with(text, word, owned):
                mention.take(word, owned)
                continue
            if mention:
                yield self._named(text, mention)
            mention = _Mention(word.start, word.end, owned.owners, owned.first, owned.is_exact)
        if mention:
            yield self._named(text, mention)

    def _named(self, text: str, mention: "_Mention") -> Found:
        start, end, exact = mention.start, mention.end, mention.is_exact
        owners = mention.owners & mention.first or mention.owners
        said = text[start:end]
        if not exact and said.isupper() and len(said) <= LONGEST_INITIALS:
            return _found(start, end, owners, Severity.MAY_IDENTIFY, INITIALS)
        before = _INITIAL_BEFORE.search(text, max(0, start - 6), start)
        if before and not _is_pronoun(before):
            start = before.start()
            owners = frozenset(one for one in owners if before[1][0] in self._letters[one]) or owners
        after = _INITIAL_AFTER.match(text, end)
        if after and after[1] not in "AI":
            end = after.end()
        return _found(start, end, owners, Severity.IDENTIFIES, REMOVE if exact else MISSPELT)

    def _in_other_scripts(self, text: str) -> Iterator[Found]:
        if text.isascii():
            return
        for match in OTHER_SCRIPT.finditer(text):
            keys = romanised(match.group())
            owners = self._owners_of_romanised(keys)
            if owners:
                yield _found(match.start(), match.end(), owners, Severity.IDENTIFIES, MISSPELT)

    def _owners_of_romanised(self, keys: list[str]) -> set[str]:
        joined = {
            "".join(keys[start:end])
            for start in range(len(keys))
            for end in range(start + 1, min(len(keys), start + 4) + 1)
        }
        owners: set[str] = set()
        for key in (one for one in joined if len(one) <= LONGEST_NAME):
            owners |= self._exact.by_key.get(key) or self._nearly(key) or set()
            if len(skeleton(key)) >= 2:
                owners |= self._skeletons.by_key.get(skeleton(key), set())
        return owners


def _shouted(word: Word) -> bool:
    """In capitals, where nothing shows whether it is the name or the word; short ones are taken for abbreviations."""
    return word.text.isupper() and len(word.text) > 3


def _is_pronoun(letters: re.Match[str]) -> bool:
    """“I Amara”, “A Reed family”: a letter without a full stop that may be a word."""
    return letters[1].strip() in ("I", "A")


def _found(start: int, end: int, owners: AbstractSet[str], severity: Severity, suggestion: str) -> Found:
    about = next(iter(owners)) if len(owners) == 1 else "+".join(sorted(owners))
    return Found(Kind.NAME, start, end, Source.CASE_RECORD, severity, suggestion, about)


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """What a name becomes in use, and the names that a short form may stand for, by key."""
    found: dict[str, set[str]] = {}
    for line in data_lines("nicknames"):
        full, *short = line.split()
        found.setdefault(full, set()).update(short)
        for form in short:
            found.setdefault(form, set()).add(full)
    return {key: frozenset(forms) for key, forms in found.items()}
