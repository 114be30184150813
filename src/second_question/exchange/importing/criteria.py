"""The criteria and circumstances of a decision: which one a passage speaks of, whether it is met, on what grounds (L1)."""

import re

from second_question.documents import Span
from second_question.exchange.importing.cursor import Cursor
from second_question.exchange.importing.decision_words import criterion_in
from second_question.exchange.importing.draft import GUESSED, Draft
from second_question.exchange.importing.values import read_value
from second_question.exchange.importing.wordlists import words
from second_question.reading.words import stems
from second_question.rules.questions import Question

OWN_WORDS = 3
"""So many words beyond those of the criterion, and a passage says something about the case."""

_PARTS = re.compile(r"\s*(?:[:.;\n]|\s[–—-]\s|,\s)\s*")
_MET = re.compile(r"\b(?:is |was |are |were )?(?:considered (?:to be )?)?(not met|may be met|met)\b", re.IGNORECASE)


class CriteriaReader:
    """Reads passages and rows about criteria."""

    def __init__(self, draft: Draft, at: Cursor) -> None:
        self._draft, self._at = draft, at

    def read_passage(self, span: Span) -> bool:
        """A paragraph or list item; False where it speaks of no criterion in particular."""
        said = self._draft.said(span)
        met = self.question_in(said)
        if met is None:
            return False
        parts = self._parts(span)
        place = next((at for at, part in enumerate(parts) if read_value(met, self._draft.said(part)).answer), None)
        if place is not None:
            self.read(met, Span(span.start, parts[place].start), parts[place], Span(parts[place].end, span.end))
            return True
        return self._read_sentence(met, span)

    def question_in(self, said: str) -> Question | None:
        """The question whether the criterion is met that a text speaks of."""
        code = criterion_in(said)
        return self._question(f"criterion_{code}") if code else None

    def read(self, met: Question, label: Span, answer: Span, grounds: Span) -> None:
        """A criterion in its parts. What is said beyond the criterion's own words is grounds too."""
        review = self._draft.review
        if self._only_names(met, label):
            self._draft.recognise(label)
        else:
            self._draft.put(review, self._grounds(met), label, GUESSED)
        self._draft.put(review, met, answer, self._at.confidence)
        words_of_grounds = self._draft.said(grounds)
        start = grounds.start + len(words_of_grounds) - len(words_of_grounds.lstrip(" :.;,–—-\n"))
        if words_of_grounds.strip(" :.;,–—-\n"):
            self._draft.put(review, self._grounds(met), Span(start, grounds.end), self._at.confidence)
        self._at.question = self._grounds(met)

    def _read_sentence(self, met: Question, span: Span) -> bool:
        """ "The criterion on recurrent themes is met because …": all of it is grounds."""
        found = _MET.search(self._draft.said(span))
        if found:
            self._draft.put(
                self._draft.review, met, Span(span.start + found.start(1), span.start + found.end(1)), GUESSED
            )
            self._draft.put(self._draft.review, self._grounds(met), span, GUESSED)
            self._at.question = self._grounds(met)
            return True
        if self._only_names(met, span):
            self._draft.recognise(span)
            self._at.question = met
            return True
        return False

    def _only_names(self, met: Question, span: Span) -> bool:
        """Whether a passage says no more than what the criterion is."""
        its = {stem for word in words("criterion_words") for stem in stems(word)}
        return len(stems(self._draft.said(span)) - stems(met.label) - its) < OWN_WORDS

    def _parts(self, span: Span) -> list[Span]:
        said, start, parts = self._draft.said(span), 0, []
        for match in _PARTS.finditer(said):
            parts.append(Span(span.start + start, span.start + match.start()))
            start = match.end()
        return [*parts, Span(span.start + start, span.end)]

    def _grounds(self, met: Question) -> Question:
        return self._question(f"{met.id}_grounds")

    def _question(self, name: str) -> Question:
        return next(one for one in self._draft.form.questions_of("review") if one.id == name)
