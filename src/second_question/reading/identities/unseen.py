"""Names, places, schools and organisations that no record lists, told by their spelling and the words around them.

A word with a capital that is no ordinary English word is a name or a place wherever its bearer's family comes from; lists of
names only help where a name is an ordinary word too. So no group of names depends on being listed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from second_question.reading.identities.finding import Found, Kind, Severity, Source
from second_question.reading.identities.institutions import EPONYMS, Institutions
from second_question.reading.identities.lists import Lists, cue_words
from second_question.reading.identities.pseudonyms import pseudonyms_in
from second_question.reading.identities.runs import Run, runs
from second_question.reading.identities.spelled import NAMELIKE, Class, Spelled
from second_question.reading.identities.standing import DETERMINERS, KIN, TITLES, Standing
from second_question.reading.identities.words import Word, Words

TO_A_PLACE = cue_words("to_a_place")
INTO_A_PLACE = cue_words("into_a_place")

TWICE = 2

PSEUDONYM = "Take the name out, or put the same pseudonym in its place throughout."
ASK = "Is this the name of somebody or of a place? Then take it out."
NO_PLACE = "Name no place smaller than the authority, and that only if it is to be known."

LONGEST_NAME_LIKE_A_MATTER = 7
_MATTER = re.compile(
    r"(?:tion|sion|ing|ings|ment|ments|ance|ence|ies|ties|ity|ship|ness|ure|ures|ions|als|als|ers|ists|ics)$"
)
_NUMBERED = re.compile(r" (?:\d|[A-Z]\b|[IVX]+\b)")
_ADVERB = re.compile(r"(?:ly|ing|ed)$")
_JOINT_BEFORE = re.compile(r"(?:,| and|, and| or|,? &) $")
_JOINT_AFTER = re.compile(r"(?:,| and|, and| or|,? &) ")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z](?:\.[ \u00a0]?|[ \u00a0])){1,3}$")


class Unseen:
    """Looks through one text. `real_names` are keys of names that the case knows: no title makes a pseudonym of them."""

    def __init__(self, text: str, lists: Lists, standing: Standing, real_names: frozenset[str] = frozenset()) -> None:
        self._text, self._lists, self._standing = text, lists, standing
        self._words = Words(text)
        self._spelled = Spelled(self._words, lists)
        self._institutions = Institutions(text, self._spelled, standing, lists)
        self._pseudonyms = pseudonyms_in(text) - real_names
        self._people: set[str] = set()
        self._left: list[Word] = []
        self._told: Counter[str] = Counter()
        self._starts: set[int] = set()
        self._ends: set[int] = set()

    def find(self) -> Iterator[Found]:
        """Everything, in no order."""
        for run in runs(self._text, self._words.capitalised):
            if not self._institutions.is_publisher(run):
                yield from self._in_run(run)
        yield from self._again()

    def _again(self) -> Iterator[Found]:
        """Words passed over that are somebody's name elsewhere in the text, or stand in a row with names."""
        for word in sorted(self._left, key=lambda one: -one.start) + self._left:
            if word.start in self._starts:
                continue
            if self._is_somebody(word) and self._standing.stands_again(word):
                yield self._name([word], sure=True)
            elif self._is_in_a_row(word):
                yield self._name([word], sure=False)

    def _is_somebody(self, word: Word) -> bool:
        """Whether the text has told elsewhere that this is a name: once for a word that may be one, twice for another."""
        if self._spelled.of(word) is Class.BOTH and word.key in self._people:
            return True
        return self._told[word.key] >= TWICE

    def _is_in_a_row(self, word: Word) -> bool:
        """“Carol, Josephine and Valentine”: joined by a comma or “and” with a name."""
        if self._standing.begins_a_sentence(word.start) and self._spelled.of(word) is Class.ORDINARY:
            return False
        before = _JOINT_BEFORE.search(self._text, max(0, word.start - 8), word.start)
        after = _JOINT_AFTER.match(self._text, word.end)
        return bool((before and before.start() in self._ends) or (after and after.end() in self._starts))

    def _in_run(self, run: Run) -> Iterator[Found]:
        taken = 0
        for found, begin, end in self._institutions.find(run):
            if found is not None:
                yield found
            yield from self._in_words(run.words[taken:begin], run.loose[taken:begin])
            taken = end
        yield from self._in_words(run.words[taken:], run.loose[taken:])

    def _in_words(self, words: Sequence[Word], loose: Sequence[bool]) -> Iterator[Found]:
        if words:
            for tight in Run(tuple(words), tuple(loose)).tight():
                yield from self._in_tight(tight)

    def _in_tight(self, words: tuple[Word, ...]) -> Iterator[Found]:
        """Places first, then what may be people between them."""
        place, begin = 0, 0
        while place < len(words):
            length = self._place(words, place)
            if length:
                yield from self._people_in(words[begin:place])
                yield Found(
                    Kind.PLACE,
                    words[place].start,
                    words[place + length - 1].end,
                    Source.MODEL,
                    Severity.MAY_IDENTIFY,
                    NO_PLACE,
                )
                begin = place + length
            place += length or 1
        yield from self._people_in(words[begin:])

    def _place(self, words: tuple[Word, ...], place: int) -> int:
        """How many words from there are the name of a listed place that is meant."""
        first = words[place]
        for rest in self._lists.places.get(first.key, ()):
            following = words[place + 1 : place + 1 + len(rest)]
            if tuple(word.key for word in following) != rest:
                continue
            if rest:
                return 1 + len(rest) if self._is_many_worded_place((first, *following)) else 0
            return int(self._is_place(words, place))
        return 0

    def _is_many_worded_place(self, words: Sequence[Word]) -> bool:
        if any(self._spelled.of(word) in (Class.NAME, Class.UNKNOWN) for word in words):
            return True
        return self._standing.before(words[0].start).lower() in INTO_A_PLACE

    def _is_place(self, words: tuple[Word, ...], place: int) -> bool:
        word, kind = words[place], self._spelled.of(words[place])
        if kind in (Class.TERM, Class.LETTERS) or word.key in self._pseudonyms or word.text.isupper():
            return False
        before = self._standing.before(word.start).lower()
        if place + 1 < len(words) and words[place + 1].key in _WAYS_OF_WORKING:
            return False
        if kind is Class.UNKNOWN:
            return (
                not (place and self._spelled.of(words[place - 1]) in (Class.NAME, Class.BOTH)) and before not in TITLES
            )
        if word.possessive or place or len(words) > 1:
            return False
        if kind is Class.NAME:
            return before in TO_A_PLACE and not self._standing.does(self._standing.after(word.end))
        plain = word.key in self._lists.known["generic"] or word.key in self._lists.known["roles"]
        return (
            before in INTO_A_PLACE
            and not plain
            and not self._standing.is_title_case(word)
            and not self._standing.is_month(word)
        )

    def _people_in(self, words: Sequence[Word]) -> Iterator[Found]:
        """Stretches of words that may be names, without titles, roles and ordinary words around them."""
        gathered: list[Word] = []
        titled = False
        for number, word in enumerate(words):
            if word.key in TITLES and word.key not in ("baron", "judge", "nurse", "constable"):
                yield from self._person(gathered, titled=titled, following=word)
                gathered, titled = [], True
                continue
            if self._may_be_part(words, number, gathered, titled):
                gathered.append(word)
                continue
            yield from self._person(gathered, titled=titled, following=word)
            if self._spelled.of(word) is Class.ORDINARY and word.key not in self._pseudonyms:
                yield from self._single(word, Class.ORDINARY)
            gathered, titled = [], word.key in TITLES
        yield from self._person(gathered, titled=titled, following=None)

    def _may_be_part(self, words: Sequence[Word], number: int, gathered: list[Word], titled: bool) -> bool:
        word, kind = words[number], self._spelled.of(words[number])
        if word.key in self._pseudonyms:
            return False
        if gathered and gathered[-1].possessive:
            return False
        if kind in NAMELIKE:
            return True
        if kind is Class.LETTERS:
            return bool(gathered) and word.text.isupper() and word.key in self._lists.names
        if word.key in self._lists.known["roles"] or word.key in self._lists.known["generic"] or word.key in EPONYMS:
            return False
        if kind is Class.TERM:
            return titled and not gathered
        if titled or (gathered and number == len(words) - 1):
            last = gathered[-1] if gathered else None
            named = last is not None and (
                self._spelled.of(last) in (Class.NAME, Class.UNKNOWN) or last.key in self._lists.forenames
            )
            return titled or named
        if number + 1 == len(words) or self._spelled.of(words[number + 1]) not in (Class.NAME, Class.UNKNOWN):
            return False
        return not word.possessive and not self._standing.is_title_case_before(word)

    def _person(self, words: list[Word], *, titled: bool, following: Word | None) -> Iterator[Found]:
        if not words:
            return
        kinds = [self._spelled.of(word) for word in words]
        called = following is not None and (following.key in EPONYMS or following.key in _WAYS_OF_WORKING)
        if called and len(words) == 1 and not titled:
            return
        if self._is_cited(words[-1]):
            return
        titled = titled or self._standing.before(words[0].start).lower() in TITLES
        if titled and len(words[0].key) > 1:
            yield self._name(words, sure=True)
        elif len(words) > 1:
            yield from self._several(words, kinds)
        else:
            yield from self._single(words[0], kinds[0])

    def _is_cited(self, last: Word) -> bool:
        """Whether it is the author of a publication: “Reed et al.”, “Reed and Marsh (2019)”, “Reed, A. (2019)”."""
        return bool(_CITED.match(self._text, last.end))

    def _several(self, words: list[Word], kinds: list[Class]) -> Iterator[Found]:
        if Class.NAME in kinds or (Class.UNKNOWN in kinds and not self._are_shouted(words)):
            while (
                len(words) > 1 and kinds[0] in (Class.BOTH, Class.ORDINARY) and self._is_no_forename(words[0], words[1])
            ):
                words, kinds = words[1:], kinds[1:]
            yield self._name(words, sure=True)
        elif any(word.key in self._lists.forenames for word in words[:-1]) and words[-1].key in self._lists.surnames:
            if (
                not self._are_shouted(words)
                and not any(map(self._standing.is_month, words))
                and not self._is_in_heading(words)
            ):
                yield self._name(words, sure=True)
        else:
            for word, kind in zip(words, kinds, strict=True):
                yield from self._single(word, kind)

    def _is_no_forename(self, word: Word, following: Word) -> bool:
        """A word whose capital may come from the beginning of the sentence: “May Okonkwo stay”, “Will Amara come”."""
        if word.key in self._lists.known["function_words"]:
            return True
        if word.key not in self._lists.names:
            return self._standing.begins_a_sentence(word.start) and (
                word.key in self._words.small or bool(_ADVERB.search(word.key))
            )
        if not self._standing.begins_a_sentence(word.start):
            return False
        return word.key in _AUXILIARIES and (
            following.key in self._lists.forenames or following.key not in self._lists.surnames
        )

    def _is_in_heading(self, words: Sequence[Word]) -> bool:
        return self._standing.is_title_case_before(words[0]) or self._standing.is_title_case_after(words[-1])

    def _are_shouted(self, words: Sequence[Word]) -> bool:
        return all(word.text.isupper() for word in words)

    def _single(self, word: Word, kind: Class) -> Iterator[Found]:
        shouted = word.text.isupper()
        if self._is_called_after(word):
            return
        if kind is Class.NAME and self._is_rather_a_place(word):
            yield Found(Kind.PLACE, word.start, word.end, Source.MODEL, Severity.MAY_IDENTIFY, NO_PLACE)
        elif kind is Class.NAME and (not shouted or len(word.text) > 4) and self._is_long_enough(word):
            yield self._name([word], sure=True)
        elif kind is Class.UNKNOWN and not shouted and (len(word.key) > 2 or not word.text.isascii()):
            yield self._unknown(word)
        elif kind is Class.BOTH:
            if self._standing.stands_as_name(word):
                yield self._name([word], sure=self._standing.has_cue(word))
            else:
                self._left.append(word)
        elif kind is Class.ORDINARY and not shouted and not self._is_plain(word):
            yield from self._ordinary(word)

    def _is_long_enough(self, word: Word) -> bool:
        """Names of two letters need something beside them that says so."""
        return len(word.key) > 2 or self._standing.has_cue(word)

    def _ordinary(self, word: Word) -> Iterator[Found]:
        if self._is_told_of(word):
            self._told[word.key] += 1
            yield self._name([word], sure=False)
        elif not self._standing.is_title_case(word) and self._is_never_small(word):
            self._left.append(word)

    def _is_plain(self, word: Word) -> bool:
        """Whether it is a word of grammar, of institutions or for people: never somebody's name by itself."""
        known = self._lists.known
        return any(word.key in known[name] for name in ("roles", "generic", "function_words")) or word.key in EPONYMS

    def _is_rather_a_place(self, word: Word) -> bool:
        """A listed place that is a surname too, and stands alone with nothing that speaks for a person."""
        is_listed = () in self._lists.places.get(word.key, ()) and word.key not in self._lists.forenames
        return is_listed and not word.text.isupper() and not self._standing.has_cue(word)

    def _is_called_after(self, word: Word) -> bool:
        """“A Merlin report”: something that is called so, not somebody."""
        if word.possessive or self._standing.before(word.start) not in ("a", "an", "A", "An"):
            return False
        after = self._standing.after(word.end)
        return after.islower() and after not in _OF_PEOPLE and not self._standing.does(after)

    def _is_told_of(self, word: Word) -> bool:
        """An ordinary word in the place of a name: “her sister Clover”, “said that Clover told him”."""
        if self._standing.begins_a_sentence(word.start) or self._standing.is_title_case(word):
            return False
        before = self._standing.before(word.start).lower()
        if before in KIN or before in TITLES:
            return True
        if before in DETERMINERS:
            return False
        if self._standing.after(word.end) in _ONLY_PEOPLE:
            return True
        acts = word.possessive or self._standing.does(self._standing.after(word.end))
        return (acts or before in _BEFORE_PEOPLE) and self._is_never_small(word)

    def _is_never_small(self, word: Word) -> bool:
        """Whether the text has it with a capital only, and it is not made as words for things and matters are."""
        if word.text.lower() in self._words.small or len(word.key) < 3:
            return False
        is_matter = len(word.key) > LONGEST_NAME_LIKE_A_MATTER and _MATTER.search(word.key)
        return not is_matter and not _NUMBERED.match(self._text, word.end)

    def _unknown(self, word: Word) -> Found:
        before = self._standing.before(word.start).lower()
        if before in INTO_A_PLACE and not word.possessive and not self._standing.does(self._standing.after(word.end)):
            return Found(Kind.PLACE, word.start, word.end, Source.MODEL, Severity.MAY_IDENTIFY, ASK)
        return self._name([word], sure=self._standing.has_cue(word))

    def _name(self, words: Sequence[Word], *, sure: bool) -> Found:
        if sure:
            self._people.update(word.key for word in words)
        start = words[0].start
        self._starts.add(start)
        self._ends.add(words[-1].end)
        initials = _INITIALS.search(self._text, max(0, start - 8), start) if len(words) == 1 else None
        if (
            initials
            and not re.fullmatch(r"[AI]\s", initials.group())
            and not self._standing.begins_a_sentence(initials.start())
        ):
            start = initials.start()
        severity = Severity.IDENTIFIES if sure else Severity.MAY_IDENTIFY
        return Found(Kind.NAME, start, words[-1].end, Source.MODEL, severity, PSEUDONYM if sure else ASK)


_CITED = re.compile(
    r"[’']?s?(?:,? (?:et al|and others)|(?:,? (?:and|&) (?:[A-Z]\.?[ -]?){0,3}[A-ZÀ-Þ][\w’'-]+)?,? \(?(?:19|20)\d\d[a-z]?\b|"
    r"(?:, (?:[A-Z]\.?[ -]?){1,3},?(?: (?:and|&)| [A-ZÀ-Þ][\w’'-]+)?){1,8}[^.\n]{0,60}?\(?(?:19|20)\d\d)"
)
_AUXILIARIES = cue_words("auxiliaries")
_OF_PEOPLE = cue_words("of_people")
_WAYS_OF_WORKING = cue_words("ways_of_working")
_BEFORE_PEOPLE = cue_words("before_people")
_ONLY_PEOPLE = cue_words("only_people")
