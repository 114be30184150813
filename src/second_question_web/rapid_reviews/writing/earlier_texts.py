"""Every text that stood as the answer to one question, each marked where it differs from the one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from second_question.rules.questions import Question
from second_question_web.answering.held import Held
from second_question_web.answering.showing import held_in_words
from second_question_web.rapid_reviews.deciding.comparing import SAME, Difference, Piece
from second_question_web.rapid_reviews.models import AnswerChange


@dataclass(frozen=True)
class EarlierText:
    """One text with who wrote it when. Without a change it is the one that was there before anybody wrote here."""

    text: str
    before: str = ""
    change: AnswerChange | None = None

    @cached_property
    def pieces(self) -> Sequence[Piece]:
        """The text with what was left out and added, when there was one before it."""
        if not self.before:
            return [Piece(SAME, self.text)]
        return Difference("", "", "", self.before, self.text).pieces

    @property
    def is_marked(self) -> bool:
        """Whether the pieces are more than the text itself."""
        return any(piece.kind != SAME for piece in self.pieces)


def earlier_texts(question: Question, changes: Sequence[AnswerChange], *, all_of_them: bool) -> list[EarlierText]:
    """The texts of these changes in their order, the latest first.

    Args:
        all_of_them: whether no change came before the last of these; then what stood before anybody changed it follows.
    """
    texts = [EarlierText(_words(question, one.after), _words(question, one.before), one) for one in changes]
    first = changes[-1].before if changes and all_of_them else {}
    return [*texts, EarlierText(_words(question, first))] if first else texts


def _words(question: Question, what: Held) -> str:
    return held_in_words(question, what) if what else ""
