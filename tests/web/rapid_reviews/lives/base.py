"""What every random life of a review shares: the review at the beginning, and taking a step under the laws."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import RapidReview
from tests.people import person
from tests.reviews import NOW, fresh
from tests.web.rapid_reviews.lives.laws import Laws

MOSTLY_BEA = st.sampled_from(("Bea", "Bea", "Bea", "Dana", "Chidi", "Noor"))
"""Noor is of another partnership, so whatever she does is refused; Chidi only reads and comments."""


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Life(RuleBasedStateMachine):
    """One life of the one review in the database. At its end nothing of it is left."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = undone()
        self.undone.__enter__()
        self.laws = Laws(RapidReview.objects.get())

    def teardown(self) -> None:
        """Undoes everything."""
        self.undone.__exit__(None, None, None)

    @property
    def review(self) -> RapidReview:
        """As it stands in the database."""
        return fresh(self.laws.review)

    def act(self, action: Callable[..., object], *, rows: int = 1, by: str = "Bea", **facts: Any) -> bool:
        """An action by one of the people, under the laws; whether it was not refused."""
        who: Person = person(by)
        return self.laws.act(lambda: action(by=who, now=NOW, **facts), rows=rows)
