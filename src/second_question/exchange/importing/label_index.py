"""Which question or section of the template a heading, label or column speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from second_question.exchange.importing.wordlists import labels, of_their_place, plain
from second_question.rules.questions import Form, Question
from second_question.rules.template.parts import PARTS, RECORD_KINDS

OWN, OTHER_WORDS, WITHIN = 1.0, 0.9, 0.7
"""How sure one can be: the template's own words; words from the list; words from the list inside a longer heading."""
LONGEST_HEADING = 12
"""Words."""
SHARE = 0.34
"""Of a longer heading's words, that a label in it must make up."""

_INSTRUCTIONS = re.compile(
    r"needed in every row:.*|needed\.?|only if your answer to “[^”]+” is (?:(?:, | or )?“[^”]+”)+\.?|tick all that apply\.?|"
    r"a question marked “needed” must be answered.*|whose summary this is\. use a copy.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Target:
    """What a label speaks of: a section (then `question` is None) or a question, or one of the facts about the review."""

    section: str
    kind: str
    question: Question | None = None
    confidence: float = OWN
    fact: str = ""


class LabelIndex:
    """The labels of one form, in its own words and others."""

    def __init__(self, form: Form) -> None:
        self._found: dict[str, list[Target]] = {}
        self._help: set[str] = set()
        for section in form.sections:
            self._help.add(plain(section.help))
            self._add(section.title, Target(section.id, section.record))
            for question in section.questions:
                self._add(question.label, Target(section.id, section.record, question))
                self._help.add(plain(question.hint))
        self._add_parts(form)
        self._add_other_words(form)

    def find(self, text: str, *, section: str = "", kind: str = "", as_section: bool = False) -> Target | None:
        """What those words mean in that section or of that kind of record; None for other words.

        Args:
            text: a heading, label or column.
            section: the section in which it stands.
            kind: the kind of record of which it speaks.
            as_section: whether it opens something new, so that a section is meant rather than a question.
        """
        words = plain(text)
        fitting = [one for one in self._found.get(words, ()) if _fits(one, words, section, kind, as_section=as_section)]
        return max(fitting, key=lambda one: _closeness(one, section, kind, as_section=as_section), default=None)

    def within(self, text: str, *, section: str = "", kind: str = "", as_section: bool = False) -> Target | None:
        """As `find`, for a longer heading with known words in it."""
        words = plain(text).split()
        if len(words) > LONGEST_HEADING:
            return None
        for length in range(len(words) - 1, 1, -1):
            if length / len(words) < SHARE:
                return None
            for start in range(len(words) - length + 1):
                part = " ".join(words[start : start + length])
                found = self.find(part, section=section, kind=kind, as_section=as_section)
                if found and not found.fact:
                    return Target(found.section, found.kind, found.question, WITHIN)
        return None

    def column(self, text: str, kind: str) -> Question | None:
        """The question of that kind of record that a column or label speaks of."""
        found = self._found.get(plain(text), ())
        return next((one.question for one in found if one.kind == kind and one.question), None)

    def is_help(self, text: str) -> bool:
        """Whether it is what a blank form says about how to fill it in."""
        rest = _INSTRUCTIONS.sub("", text).strip()
        if not rest:
            return bool(text.strip())
        if plain(rest) and plain(rest) in self._help:
            return True
        label, _, hint = rest.partition("?:" if "?:" in rest else ":")
        asked = [target.question for target in self._found.get(plain(label), ()) if target.question and plain(hint)]
        return any(plain(hint) in (plain(question.hint), plain(_choices(question))) for question in asked)

    def _add(self, words: str, target: Target) -> None:
        if plain(words):
            self._found.setdefault(plain(words), []).append(target)

    def _add_parts(self, form: Form) -> None:
        for part in PARTS:
            first = form.section(part.sections[0].id)
            self._add(part.title, Target(first.id, first.record))
        for kind in RECORD_KINDS:
            for section in form.sections:
                if section.record == kind.id and kind.named_by and section.questions[0].id == kind.named_by[0]:
                    self._add(kind.one, Target(section.id, kind.id, section.questions[0], OTHER_WORDS))

    def _add_other_words(self, form: Form) -> None:
        for name, many in labels()["sections"].items():
            section = form.section(name)
            for words in many:
                self._add(words, Target(name, section.record, confidence=OTHER_WORDS))
        for target, many in _other_words_of_questions(form):
            for words in many:
                self._add(words, target)
        for fact, many in labels()["facts"].items():
            for words in many:
                self._add(words, Target("", "", confidence=OTHER_WORDS, fact=fact))


@lru_cache(maxsize=16)
def label_index(form: Form) -> LabelIndex:
    """The labels of that form, gathered once."""
    return LabelIndex(form)


def _other_words_of_questions(form: Form) -> Iterator[tuple[Target, Sequence[str]]]:
    table = labels()["questions"]
    for section in form.sections:
        for question in section.questions:
            many = table.get(section.record, {}).get(question.id, ())
            yield Target(section.id, section.record, question, OTHER_WORDS), many


def _choices(question: Question) -> str:
    return " ".join(option.label for option in question.options)


def _fits(target: Target, words: str, section: str, kind: str, *, as_section: bool) -> bool:
    """Whether these words can mean that here: "name" is only a child's name where the text speaks of a child."""
    if target.fact or target.question is None:
        return True
    if target.kind == kind or (section and target.section == section):
        return True
    if words in of_their_place():
        return target.kind == "review" and as_section
    return target.kind in ("review", "child") or target.confidence == OWN


def _closeness(target: Target, section: str, kind: str, *, as_section: bool) -> tuple[bool, bool, bool, bool, float]:
    return (
        as_section and target.question is None and not target.fact,
        bool(section) and target.section == section,
        bool(kind) and target.kind == kind,
        target.kind == "review",
        target.confidence,
    )
