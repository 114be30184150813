"""What a change to a meeting refuses because somebody else was there first."""

from datetime import datetime

from second_question_web.rapid_reviews.errors import Refusal


class ChangedSince(Refusal):
    """Somebody else changed the same thing since the page was opened. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this since you opened the page. Above is what is recorded now, below what you typed. "
            "Check it and save it again if it is still right."
        )


class TwoTexts(Exception):
    """Two people wrote the agenda or the notes at once: what the other one saved; who changed the meeting last, and when."""

    def __init__(self, theirs: str, changed_by: str, changed_at: datetime) -> None:
        super().__init__("somebody saved this text since the page was opened; nothing was overwritten")
        self.theirs = theirs
        self.changed_by = changed_by
        self.changed_at = changed_at
