"""Schools, hospitals, churches, councils and streets: a word for what it is, with something before it that says which."""

import re
from collections.abc import Iterator, Sequence

from second_question.reading.identities.finding import Found, Kind, Severity, Source
from second_question.reading.identities.lists import Lists, cue_words
from second_question.reading.identities.runs import Run
from second_question.reading.identities.spelled import NAMELIKE, Class, Spelled
from second_question.reading.identities.standing import Standing
from second_question.reading.identities.words import Word, key_of

SCHOOLS = cue_words("schools")
STRONG = cue_words("institutions")
WEAK = cue_words("weak_institutions")
"""What may be named, but is an ordinary word far more often: only after a name, a place or an unknown word."""
_LESS_WEAK = frozenset(
    ["way", "hill", "rise", "row", "parade", "yard", "walk", "mount", "croft", "fold", "wharf", "gate", "green"]
)
STREETS = cue_words("streets")
WEAK_STREETS = cue_words("weak_streets")
_HOLY = cue_words("holy")
_OF_SOMETHING = frozenset({"university", "church", "hospital", "college", "hospice"})
_SMALL_SCHOOLS = cue_words("small_schools")
_SMALL_KIND = re.compile(
    rf"(?:[’']s?)?[ \u00a0]({'|'.join(sorted(_SMALL_SCHOOLS | cue_words('small_institutions')))})\b(?: school)?"
)
MOST_WORDS = 4
EPONYMS = cue_words("after_an_eponym")
_OF_A_PLACE = re.compile(r"\b(?:on|upon|under|next|by|in)\b")
_NUMBER_BEFORE = re.compile(
    r"(?:(?:flat|apartment|unit|room|house|number|no\.?)\s*)?\d{1,4}[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?)?,?"
    r"[ \u00a0\n]{1,2}$",
    re.IGNORECASE,
)

LEAVE_AREA = "Leave it if the area is to be known; else write what kind of service it is."
SAY_KIND = "Write what kind of school it is instead of its name."
SAY_SERVICE = "Write what kind of service it is instead of its name."
NO_STREET = "Take the address out; “the family home” is enough."


class Institutions:
    """Finds named institutions and streets among words with capitals."""

    def __init__(self, text: str, spelled: Spelled, standing: Standing, lists: Lists) -> None:
        self._text, self._spelled, self._standing = text, spelled, standing
        self._generic, self._roles, self._places = lists.known["generic"], lists.known["roles"], lists.places
        self._bodies = lists.bodies

    def is_publisher(self, run: Run) -> bool:
        """Whether it is a safeguarding partnership, board or panel: those who publish reviews say who they are."""
        keys = [word.key for word in run.words]
        return keys[-1] in ("partnership", "board", "panel", "partnerships", "executive") and any(
            key.startswith("safeguard") for key in keys
        )

    def find(self, run: Run) -> Iterator[tuple[Found | None, int, int]]:
        """What is named, with the words of the run that it takes: from the first to before the second; None for what all know."""
        done = 0
        for place, word in enumerate(run.words):
            if place < done:
                continue
            found = None if self._leads_on(run, place) else self._street(run, done, place, word)
            found = found or self._institution(run, done, place, word)
            if found is not None:
                yield found
                done = found[2]
        if done < len(run.words) and (found := self._with_small_kind(run, done)):
            yield found

    def _with_small_kind(self, run: Run, first: int) -> tuple[Found | None, int, int] | None:
        """“Little Stars nursery”, “the Kings Arms pub”: what it is stands in small letters after its name."""
        last = run.words[-1]
        match = _SMALL_KIND.match(self._text, last.end)
        if match is None or last.possessive:
            return None
        joint = max((number for number in range(first, len(run.words)) if run.loose[number]), default=first)
        begin, own = self._own(run, joint, len(run.words))
        if not own or len(own) > MOST_WORDS or not self._tells_which(own, strong=len(own) == 1):
            return None
        is_school = match[1] in _SMALL_SCHOOLS
        kind, suggestion = (Kind.SCHOOL, SAY_KIND) if is_school else (Kind.ORGANISATION, SAY_SERVICE)
        return (
            _found(kind, run.words[begin].start, match.end(), suggestion, Severity.MAY_IDENTIFY),
            begin,
            len(run.words),
        )

    def _leads_on(self, run: Run, place: int) -> bool:
        """Whether a school or the like is called after the street: Green Lane Nursery."""
        following = run.words[place + 1 : place + 3]
        return (
            bool(following)
            and not run.loose[place + 1]
            and any(one.key in SCHOOLS or one.key in STRONG for one in following)
        )

    def _street(self, run: Run, first: int, place: int, word: Word) -> tuple[Found | None, int, int] | None:
        is_weak = word.key in WEAK_STREETS
        if place == first or run.loose[place] or not (is_weak or word.key in STREETS):
            return None
        joint = max((number for number in range(first, place) if run.loose[number]), default=first)
        begin = max(joint, place - 3)
        number = _NUMBER_BEFORE.search(self._text[max(0, run.words[begin].start - 26) : run.words[begin].start])
        own: Sequence[Word] = run.words[begin:place]
        if number is None:
            begin, own = self._own(run, begin, place)
            if not own or word.possessive or not self._is_street(own, word):
                return None
        start = run.words[begin].start - (len(number.group()) if number else 0)
        return (
            _found(Kind.ADDRESS, start, word.end, NO_STREET, Severity.IDENTIFIES if number else Severity.MAY_IDENTIFY),
            begin,
            place + 1,
        )

    def _is_street(self, own: Sequence[Word], word: Word) -> bool:
        """Without a house number: any word before Road or Lane says which; before Way or Court, a name has to."""
        if self._tells_which(own, strong=True):
            return True
        if any(one.key in self._roles for one in own) or self._standing.begins_a_sentence(own[0].start):
            return False
        if word.key in STREETS:
            return True
        return word.key in _LESS_WEAK and self._standing.before(own[0].start).lower() in (
            "in",
            "on",
            "at",
            "to",
            "from",
            "off",
            "near",
        )

    def _institution(self, run: Run, first: int, place: int, word: Word) -> tuple[Found | None, int, int] | None:
        key = word.key
        if key not in SCHOOLS and key not in STRONG and key not in WEAK:
            return None
        end = self._end(run, place)
        begin, own = self._own(run, first, place)
        after = run.words[place + 1 : end]
        following = run.words[place + 1 : end + 1]
        if any(one.key in EPONYMS and not run.loose[place + 1 + number] for number, one in enumerate(following)):
            return None
        if not self._tells_which((*own, *after), strong=key in WEAK):
            return None
        if self._is_national(run.words[first].start, run.words[end - 1].end):
            return None, first, end
        kind = (
            Kind.SCHOOL
            if any(one.key in SCHOOLS for one in run.words[place:end]) and key not in STRONG
            else Kind.ORGANISATION
        )
        suggestion = (
            SAY_KIND
            if kind is Kind.SCHOOL
            else LEAVE_AREA
            if key in ("council", "police", "constabulary")
            else SAY_SERVICE
        )
        return (
            _found(kind, run.words[begin].start, run.words[end - 1].end, suggestion, Severity.MAY_IDENTIFY),
            begin,
            end,
        )

    def _end(self, run: Run, place: int) -> int:
        """Before which word the name ends: after what else says what it is, and what “of” adds to a church."""
        end = self._after_kinds(run, place + 1)
        if end < len(run.words) and run.loose[end] and run.words[place].key in _OF_SOMETHING:
            end += 1
            while end < len(run.words) and not run.loose[end] and self._spelled.of(run.words[end]) in NAMELIKE:
                end += 1
            end = self._after_kinds(run, end)
        return end

    def _after_kinds(self, run: Run, end: int) -> int:
        while end < len(run.words) and not run.loose[end] and self._is_kind(run.words[end]):
            end += 1
        return end

    def _is_kind(self, word: Word) -> bool:
        return word.key in SCHOOLS or word.key in STRONG or word.key in WEAK or word.key in self._generic

    def _own(self, run: Run, first: int, place: int) -> tuple[int, Sequence[Word]]:
        """The words before that say which, without a word that has its capital from the beginning of a sentence."""
        begin = first
        for number in range(place - 1, first - 1, -1):
            word = run.words[number]
            if word.possessive and word.key in self._roles and word.key not in self._generic:
                begin = number + 1
                break
        begin = max(begin, self._after_joints(run, begin, place))
        while begin < place and self._is_no_part(run.words[begin]):
            begin += 1
        return begin, run.words[begin:place]

    def _after_joints(self, run: Run, begin: int, place: int) -> int:
        """After the last “of”, “and” … unless what stands before it is part of a name: St Peter and St Paul."""
        for number in range(min(place, len(run.words) - 1), begin, -1):
            if run.loose[number] and not self._is_joined(run, begin, number):
                return number
        return begin

    def _is_joined(self, run: Run, begin: int, number: int) -> bool:
        """Whether the joining word before that word is part of a name: St Peter and St Paul, Newton on the Moor."""
        gap = self._text[run.words[number - 1].end : run.words[number].start]
        if any(word.key in _HOLY for word in run.words[begin:number]):
            return True
        return bool(_OF_A_PLACE.search(gap)) and self._spelled.of(run.words[number - 1]) in (Class.NAME, Class.UNKNOWN)

    def _is_national(self, start: int, end: int) -> bool:
        """Whether it is a body known everywhere."""
        said = " ".join(key_of(part) for part in re.findall(r"[^\W_]+", self._text[start:end]))
        return any(said == body or said.startswith(body + " ") or said.endswith(" " + body) for body in self._bodies)

    def _is_no_part(self, word: Word) -> bool:
        kind = self._spelled.of(word)
        if word.key in ("the", "a", "an", "and", "of", "at", "in"):
            return True
        is_plain = kind is Class.ORDINARY and word.key not in (
            "st",
            "saint",
            "holy",
            "our",
            "royal",
            "great",
            "north",
            "south",
            "east",
            "west",
            "upper",
            "lower",
            "old",
            "new",
        )
        return (is_plain and self._standing.begins_a_sentence(word.start)) or word.key in self._roles

    def _tells_which(self, own: Sequence[Word], *, strong: bool) -> bool:
        """Whether a name, a place or a word of no list is among them; for what is always a name, any word not generic."""
        for word in own:
            kind = self._spelled.of(word)
            if kind in (Class.NAME, Class.UNKNOWN) and word.key not in self._generic:
                return True
            if word.key in _HOLY and (len(own) > 1 or word.possessive):
                return True
            if word.key in self._generic or word.key in self._roles or kind in (Class.TERM, Class.LETTERS):
                continue
            if () in self._places.get(word.key, ()) or (kind is Class.BOTH and not strong):
                return True
            if not strong and kind is Class.ORDINARY:
                return not self._is_heading(own)
        return False

    def _is_heading(self, own: Sequence[Word]) -> bool:
        """Whether the words stand alone in their line, as a heading does."""
        return self._standing.begins_a_sentence(own[0].start)


def _found(kind: Kind, start: int, end: int, suggestion: str, severity: Severity) -> Found:
    return Found(kind, start, end, Source.MODEL, severity, suggestion)
