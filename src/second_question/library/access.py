"""Which visibilities somebody may see. It goes into every query, so that what is not seen is not counted either."""

from dataclasses import dataclass

from second_question.library.entry import PUBLIC


@dataclass(frozen=True)
class Access:
    """The visibilities that the asker may see; with `everything` all of them, for whom the whole folder belongs to."""

    visibilities: frozenset[str] = frozenset()
    everything: bool = False

    def allows(self, visibility: str) -> bool:
        """Whether something of that visibility may be seen."""
        return self.everything or visibility in self.visibilities


EVERYBODY = Access(frozenset({PUBLIC}))
"""Everybody who is not signed in."""
OWNER = Access(everything=True)
"""Who works on the folder itself, as with the command line."""
