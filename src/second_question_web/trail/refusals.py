"""What a person asked for and may not see: answered as if it were not there, and kept in the trail."""

from django.http import Http404


class Hidden(Http404):
    """Not there, or not for this person; the answer is the same, the trail knows."""

    def __init__(self, kind: str, key: str, case: str = "") -> None:
        super().__init__(f"no {kind} {key} for this person")
        self.kind = kind
        self.key = key
        self.case = case
