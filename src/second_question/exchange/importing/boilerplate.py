"""What a document made from the template says where there is nothing to say."""

import re

_BOILERPLATE = re.compile(
    r"\W*(?:nothing has been written in this part|not answered(?:: there must be at least one [\w ]+)?|contents|"
    r"official[ –—-]*sensitive|everything in this document is fictional: the people, the places and what happened|"
    r"tick (?:all that apply|one)|(?:multi-agency )?rapid review(?: report| template| form)?|confidential|"
    r"(?:click|tap) (?:or tap )?here to enter (?:text|a date)|choose an item|enter text|"
    r"confidential\W+for the safeguarding partners and the national panel; it is never published|_+|\.{4,})\W*",
    re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """Whether a text is only that."""
    return len(text) <= 160 and bool(_BOILERPLATE.fullmatch(text))
