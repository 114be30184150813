"""A reader that is described, not written: by which words, in which sections, and how much of it."""

from dataclasses import dataclass

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

FEW_WORDS = 12
"""A section with fewer words only has its heading."""


@dataclass(frozen=True)
class Told:
    """How to tell whether a review tells of a matter.

    A statement counts when it has a mark of each of the groups in `marks`; within sections about `topics` a mark of the
    first group is enough. `yes` and `partly` say how many are needed; a section with words counts as `section` of them.
    """

    topics: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    yes: int = 3
    partly: int = 1
    section: int = 1
    without: tuple[str, ...] = ()

    def __call__(self, review: Review) -> Finding:
        places = [place for place in review.about(*self.topics) if review.count([place]) >= FEW_WORDS]
        inside = [unit for unit in review.within(places) if self._counts(review, unit, self.marks[:1])]
        anywhere = [unit for unit in review.with_marks(*self.marks[0]) if self._counts(review, unit, self.marks)]
        found = list(dict.fromkeys((*inside, *anywhere)))
        score = len(found) + (self.section if places and found else 0)
        evidence = review.quoted(found) or review.quoted(review.within(places)[:1])
        return Finding(graded(score, self.yes, self.partly) if found else Answer.NO, evidence)

    def _counts(self, review: Review, unit: Unit, groups: tuple[tuple[str, ...], ...]) -> bool:
        if "aside" in review.topics_at(unit.start) or (self.without and review.has(unit, *self.without)):
            return False
        return all(review.has(unit, *group) for group in groups)
