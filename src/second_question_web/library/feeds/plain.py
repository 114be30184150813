"""Text as it may stand in XML: what came out of a file may hold characters that XML cannot."""

import re

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """In one line, without what cannot stand in XML."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())
