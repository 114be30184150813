"""Whether a word that is also an ordinary one stands as a name at its place: “Will said” and “Will the plan work?”."""

import re
from collections.abc import Collection

from second_question.reading.identities.lists import Lists, cue_words
from second_question.reading.identities.words import APOSTROPHES, Word, key_of

_BEGINS = re.compile(
    r"(?:^|(?<!\b[A-Z])(?<!\b[MD]r)(?<!\b[MD]s)(?<!\bSt)(?<!\bMrs)(?<!\bRev)\.|"
    r"[!?:;•–—*|\t\n\f\u2028▪●○◦§»«>)\]]|[a-z\d][.)])[ \u00a0\"“”‘'«(\[]*$"
)
_NEXT = re.compile(rf"[{APOSTROPHES}]?[sS]?[ \u00a0\n]{{0,2}}(,)?[ \u00a0\n]{{0,2}}([^\W\d_]+)")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?[ \u00a0\n]{1,2}$")
_NUMBER_AFTER = re.compile(r"[ \u00a0\n,]{1,3}\d")
MONTHS = frozenset({"may", "april", "june", "august", "march", "july", "jan", "mar", "jun"})
_MONTH_BEFORE = cue_words("before_a_month")
DETERMINERS = cue_words("determiners")
_WORD_AFTER = cue_words("after_a_word")
TITLES = cue_words("titles")
KIN = cue_words("kin")
_VIRTUES = cue_words("virtues")
_STATES = cue_words("states")
_ONLY_PEOPLE = cue_words("only_people")
LOOK = 40
SHORTEST_LINE = 45
"""Characters of a line of running text that goes on in the next."""


class Standing:
    """Looks at the words around a place of one text."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = text
        self._verbs = lists.known["verbs"]
        self._lists = lists

    def begins_a_sentence(self, start: int) -> bool:
        """Whether a capital letter is due there anyway: at the beginning of a sentence, line, cell or quotation."""
        return bool(_BEGINS.search(self.text, max(0, start - 8), start)) or start == 0

    def before(self, start: int, *, across: bool = False) -> str:
        """The word before, as written; "" where punctuation stands between, or the end of a line, unless `across` it."""
        if not start or self.text[start - 1] not in " \u00a0\n":
            return ""
        near = self.text[max(0, start - LOOK) : start]
        said = near.rstrip(" \u00a0\n")
        gap = near[len(said) :]
        if len(gap) > 2 or ("\n" in gap and not across and not self.is_wrapped(start - len(gap))):
            return ""
        begin = len(said)
        while begin and said[begin - 1].isalpha():
            begin -= 1
        return said[begin:]

    def after(self, end: int, *, across: bool = False) -> str:
        """The word after, as written, if at most a comma stands between, or the end of a line where it may go `across`."""
        match = _NEXT.match(self.text, end)
        if match is None or ("\n" in match.group() and not across and not self.is_wrapped(end)):
            return ""
        return match[2]

    def is_wrapped(self, end: int) -> bool:
        """Whether the line that ends there is one of running text that goes on in the next."""
        begin = self.text.rfind("\n", 0, end) + 1
        return end - begin > SHORTEST_LINE and "\t" not in self.text[begin:end]

    def is_month(self, word: Word) -> bool:
        """Whether the name of a month stands as a month."""
        if word.key not in MONTHS:
            return False
        before = self.before(word.start).lower()
        near = self.text[max(0, word.start - 8) : word.start]
        return (
            before in _MONTH_BEFORE
            or bool(_NUMBER_BEFORE.search(near))
            or bool(_NUMBER_AFTER.match(self.text, word.end))
            or self.after(word.end).lower() in MONTHS
        )

    def has_cue(self, word: Word) -> bool:
        """Whether something at its sides says that this is a person: a title, kin, a possessive, a verb."""
        before = self.before(word.start).lower()
        if before in TITLES or before in KIN:
            return True
        if word.possessive:
            return before not in DETERMINERS
        after = self.after(word.end)
        return after.islower() and self.does(after) and before not in DETERMINERS

    def does(self, word: str) -> bool:
        """Whether it is a verb that a person would be the subject of, in the past or present."""
        return word in self._verbs or (len(word) > 4 and word.endswith("ed"))

    def is_title_case(self, word: Word) -> bool:
        """Whether its neighbours are ordinary words with capitals too, as in a heading."""
        sides = (self.before(word.start), self.after(word.end) if not word.possessive else "")
        return any(side[:1].isupper() and len(side) > 1 and self._is_plain(side) for side in sides)

    def is_title_case_before(self, word: Word) -> bool:
        """Whether an ordinary word with a capital stands before it."""
        side = self.before(word.start)
        return len(side) > 1 and side[0].isupper() and self._is_plain(side) and side.lower() not in TITLES | KIN

    def is_title_case_after(self, word: Word) -> bool:
        """Whether an ordinary word with a capital stands after it."""
        side = "" if word.possessive else self.after(word.end)
        return len(side) > 1 and side[0].isupper() and self._is_plain(side)

    def stands_again(self, word: Word) -> bool:
        """For a word that is somebody's name elsewhere in the text: whether nothing speaks against it here."""
        if word.text.isupper() or self.is_month(word):
            return False
        if word.key in _VIRTUES and self.begins_a_sentence(word.start) and self.after(word.end).lower() in _STATES:
            return False
        return self.after(word.end).lower() not in _WORD_AFTER and self.before(word.start).lower() not in DETERMINERS

    def _is_plain(self, side: str) -> bool:
        key = side.lower()
        return key in self._lists.ordinary and key not in self._lists.names

    def stands_as_name(self, word: Word) -> bool:
        """For an ordinary word with a capital that is also a name."""
        if self.is_month(word) or (word.text.isupper() and len(word.text) > 1):
            return False
        before = self.before(word.start).lower()
        if before in TITLES or before in KIN:
            return True
        after = self.after(word.end).lower()
        if self.begins_a_sentence(word.start):
            if after in _WORD_AFTER or (word.key in _VIRTUES and not (word.possessive or after in _ONLY_PEOPLE)):
                return False
            return word.possessive or self.has_cue(word) or self._goes_on_with_a_name(word)
        if word.key in self._lists.terms:
            return self.has_cue(word) and not self.is_title_case(word)
        return before not in DETERMINERS and not self.is_title_case(word)

    def touches(self, word: Word, keys: Collection[str]) -> bool:
        """Whether the word before or after it, with a capital, is one of these."""
        sides = (self.before(word.start, across=True), self.after(word.end, across=True))
        return any(side[:1].isupper() and key_of(side) in keys for side in sides)

    def _goes_on_with_a_name(self, word: Word) -> bool:
        """“Grace and Tom”, “Grace, who”, “Grace (14)”."""
        return bool(
            re.match(
                r"(?: and [A-Z][a-z]+ |, (?:who|aged|then|now|her|his)\b| \(\d| \(a )",
                self.text[word.end : word.end + LOOK],
            )
        )
