"""What a report says about itself: title, kind, area, pseudonym, dates, ages, authors; each with the passage that says so."""

from second_question.reading.facts.facts import Facts, facts_of
from second_question.reading.facts.kind import Kind
from second_question.reading.facts.said import Said

__all__ = ["Facts", "Kind", "Said", "facts_of"]
