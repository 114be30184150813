"""A finished review as its checklist is read off it: the report, with its recommendations, phrases and names found once."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from second_question.documents.document import Block, BlockKind, Document, Span
from second_question.reading.appraisal import naming
from second_question.reading.appraisal.forenames import is_forename
from second_question.reading.appraisal.report import Report, Unit
from second_question.reading.appraisal.sections import Section
from second_question.reading.catchphrases import FoundPhrase, phrases_in
from second_question.reading.passages import pasted_guidance_in
from second_question.reading.patterns import folded
from second_question.reading.recommendations.found import recommendations_in
from second_question.reading.recommendations.learning_points import learning_points_in
from second_question.reading.recommendations.recommendation import LearningPoint, Recommendation

BEGINNING = 1500
"""Characters of a report in which its title and the name of its child stand."""
TITLE = 300
EARLY = 6000
OFTEN, TWICE, MOST = 3, 2, 8
"""So often a name must stand in a report for somebody whom it is about."""

_BODY = re.compile(
    r"\b([A-Z][a-z]{2,}) (?:[A-Z][a-z]+ |and ){0,2}"
    r"(?:Council|Safeguarding|Trust|Hospitals?|Constabulary|Police|Partnership|School|Academy|Nursery|Surgery|House|"
    r"Board|City|County)\b"
)
_CALLED = re.compile(
    r"\b(?:child|children|baby|babies|twins|triplets|boys?|girls?|infant|toddler|young person),? (?:(?:is|was|are|"
    r"were|called|named) )*"
    r"([A-Z][a-z]{2,})(?:(?:,| and) ([A-Z][a-z]{2,}))?"
)
_ONE_NAME = re.compile(r"[A-Z][a-z]{2,}|\b[B-HJ-Z]\b")
_GIVEN = re.compile(
    r"\b(?:called|named|known(?: here)? as|referred to(?: here| throughout)? as|call (?:him|her|them)) "
    r"(?P<names>[A-Z][a-z]*(?:(?:, | and |, and )[A-Z][a-z]+)*)\b"
)
OPENING = 0.3
"""Of a report: where it says what it calls whom."""
_CHILD_LETTER = re.compile(r"\b(?:Child|Baby|Young Person|Infant|Sibling|Brother|Sister|Boy|Girl|Twin) [A-Z]{1,2}\b")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_NO_NAMES = frozenset(
    _SMALL.findall(
        "child baby family local review safeguarding partnership children board rapid serious case practice report overview "
        "january february march april may june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday council panel independent author reviewer meeting county city borough draft date "
        "published publication section part appendix partners partner mother father sibling siblings parents family "
        "british english asian black african caribbean pakistani hospital hospitals service services trust health social care "
        "police school learning summary introduction background analysis findings recommendations recommendation doctor"
    )
)


@dataclass(frozen=True)
class Called:
    """What people of the review are called, in small letters, where that is known and need not be read."""

    children: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()


class Review(Report):
    """One review, read once. `called` are names that are known beforehand."""

    def __init__(self, document: Document, called: Called | None = None) -> None:
        super().__init__(document)
        self.called = called or Called()

    def of_blocks(self, blocks: Sequence[Block]) -> "Review":
        """The same text with only these blocks of it to read, in their order."""
        part = Review(replace(self.whole, blocks=tuple(blocks)), self.called)
        part.hits = self.hits
        return part

    @cached_property
    def guidance(self) -> list[Span]:
        """Passages pasted from statutory guidance."""
        return [Span(*span) for span in pasted_guidance_in(self.text)]

    @cached_property
    def units(self) -> list[Unit]:
        """Its own statements, without guidance that was pasted in."""
        return [unit for unit in super().units if not any(one.start <= unit.start < one.end for one in self.guidance)]

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """What it recommends."""
        return recommendations_in(self)

    @cached_property
    def learning_points(self) -> list[LearningPoint]:
        """What it sets out as learned."""
        return learning_points_in(self)

    @cached_property
    def phrases(self) -> list[FoundPhrase]:
        """Its catchphrases."""
        return phrases_in(self.text)

    @cached_property
    def child_names(self) -> frozenset[str]:
        """What the child is called, in small letters, as far as the first page says it: a name told often and never a word."""
        if self.called.children:
            return self.called.children
        told = self._names_told
        words = self._words | _NO_NAMES | {folded(match[1]) for match in _BODY.finditer(self.text)}
        headings = " ".join(
            self.text[one.start : one.end] for one in self.document.blocks if one.kind is BlockKind.HEADING
        )
        called = {folded(name) for match in _CALLED.finditer(self.text, 0, EARLY) for name in match.groups() if name}
        names = {*naming.NAME.findall(self.text[:TITLE]), *naming.NAME.findall(headings), *self._opening_names, *called}
        often = {
            name
            for name in map(folded, names)
            if told[name] >= OFTEN and (told[name] >= MOST or name in called or is_forename(name))
        }
        born = {name for name in naming.born(self.text) if told[name] >= TWICE or is_forename(name)}
        siblings = set(naming.of_siblings(self.text)) - born - called
        return frozenset((often | born) - words - naming.titled(self.text) - siblings) | self.child_letters

    @cached_property
    def _names_told(self) -> Counter[str]:
        """How often each word stands written as a name, in small letters."""
        return Counter(map(folded, naming.NAME.findall(self.text)))

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word that stands in small letters somewhere, and is no name then."""
        return frozenset(naming.SMALL.findall(self.text.replace("’", "'")))

    @cached_property
    def child_letters(self) -> frozenset[str]:
        """What stands for the name, as “child f”, where the first page says so."""
        letters = {name.lower() for name in _CHILD_LETTER.findall(self.text[:BEGINNING])}
        return frozenset(letters | naming.lettered(self.text[:EARLY]))

    @cached_property
    def _opening_names(self) -> set[str]:
        """Names with which a paragraph about the child begins."""
        places = self.about("child", "voice")
        openings = (naming.NAME.match(self.text, unit.start) for unit in self.within(places))
        return {opening.group() for opening in openings if opening}

    @cached_property
    def called_names(self) -> frozenset[str]:
        """What the children are called, also by a letter or as several: “here called Anna, Ben and Cora”."""
        opening = self.text[: int(OPENING * len(self.text))]
        told = {name for match in _GIVEN.finditer(opening) for name in _ONE_NAME.findall(match["names"])}
        known = {name for name in told if len(re.findall(rf"\b{name}\b", self.text)) > OFTEN}
        return self.child_names | frozenset(map(folded, known))

    @cached_property
    def sibling_names(self) -> frozenset[str]:
        """What brothers and sisters are called, where a table or a line says so: names told often beside the word."""
        told = self._names_told
        near = [self.text[unit.start : unit.end] for unit in self.with_marks("sibling") if unit.end - unit.start < 160]
        names = {
            name
            for words in near
            for name in map(folded, naming.NAME.findall(words))
            if told[name] >= TWICE and is_forename(name)
        }
        names |= set(naming.of_siblings(self.text))
        return frozenset(names - self._words - _NO_NAMES) - self.child_names

    @cached_property
    def men_names(self) -> frozenset[str]:
        """What fathers and other men are called, where a row of a table says who they are."""
        if self.called.men:
            return self.called.men
        rows = [unit for unit in self.with_marks("father", "other_man") if self.document.blocks[unit.block].rows]
        names = {name for row in rows for name in naming.NAME.findall(self.text[row.start : row.end].split("\t")[0])}
        women = {
            name
            for row in self.with_marks("mother", "sibling")
            for name in naming.NAME.findall(self.text[row.start : row.end])
        }
        family = self.child_names | _NO_NAMES | self._words
        return frozenset(map(folded, names - women)) - family | (frozenset(naming.of_men(self.text)) - family)

    @cached_property
    def voice_sections(self) -> list[Section]:
        """The parts that let the reader meet the child."""
        named = [one for one in self.sections if one.title.strip(" .:*#0123456789") in self.child_names]
        found = {one.start: one for one in (*self.about("voice"), *named)}
        return [found[start] for start in sorted(found)]

    @cached_property
    def judging(self) -> list[Unit]:
        """The statements in which the review judges and explains, not those that list, quote rules or propose."""
        aside = {"aside", "participants", "recommendations", "action_plan", "method", "chronology"}
        return [unit for unit in self.units if not self.topics_at(unit.start) & aside]

    def count(self, places: list[Section]) -> int:
        """How many words stand in those places."""
        return sum(len(self.small[place.start : place.end].split()) for place in places)
