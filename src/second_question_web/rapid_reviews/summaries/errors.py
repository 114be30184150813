"""What a change to a request refuses beside what every part of a review refuses (`rapid_reviews.errors`)."""

from second_question_web.rapid_reviews.errors import Refusal


class AskedAlready(Refusal):
    """The agency was asked already and the request was not withdrawn."""

    def __init__(self, agency: str) -> None:
        super().__init__(f"{agency} has been asked already. Open its request to write to somebody else there.")


class ChangedSinceRead(Refusal):
    """The summary is no longer what the person read before giving it back or signing it."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed the summary after you opened this page. It is shown below as it is now: read it again."
        )
