"""How long a line may be that is a heading, in files whose headings are told by their type."""

import re

LONGEST = 16
"""Words."""
LONGEST_SENTENCE = 45
"""Words: a finding or theme is often put as a whole sentence and set as a heading."""

_SENTENCE = re.compile(
    r"(?:(?:key )?(?:finding|theme)\s+(?:\d{1,2}|[a-z]|one|two|three|four|five|six)|\d{1,2}(?:\.\d{1,2})+)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[,;–—-]$")


def is_of_heading_length(text: str, *, is_larger: bool) -> bool:
    """Whether a text that is set as headings are may be one: short, or a finding in one sentence.

    A short sentence with its full stop is one only in larger type; in bold it is a sentence that somebody stressed.
    """
    words = len(text.split())
    if _GOES_ON.search(text):
        return False
    if words <= LONGEST:
        return is_larger or not text.endswith((".", "…")) or _SENTENCE.match(text) is not None
    return words <= LONGEST_SENTENCE and _SENTENCE.match(text) is not None
