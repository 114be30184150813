"""Names for a further inquiry that hide what it is: whatever its name, it is a local review (L3)."""

import re

from second_question.reading.patterns import folded

OFFICIAL = re.compile(
    r"\b(?:lcspr|cspr|(?:local )?child safeguarding practice review|local practice review|local safeguarding practice review)s?\b"
)
_SEVERAL = (
    r"(?:multi[- ]?agency|multi[- ]?disciplinary|inter[- ]?agency|joint|partnership|cross[- ]?agency|all[- ]agency)"
)
OTHER_NAMES = re.compile(
    r"\b(?:"
    r"table ?-? ?top(?: (?:review|exercise|audit))?"
    r"|appreciative (?:in|en)quir(?:y|ies)"
    r"|(?:alternative |extended |shared |joint )?learning (?:together )?(?:review|event|exercise|inquiry|enquiry)s?"
    rf"|{_SEVERAL} (?:\w+ )?(?:case )?(?:review|audit|inquiry|enquiry|deep[- ]dive|learning)s?"
    r"|deep[- ]dives?"
    r"|thematic (?:review|audit)s?"
    r"|audits? (?:of|by|across) (?:all|several|the|both|partner|every) (?:\w+ )?(?:agenc(?:y|ies)|partners)"
    r"|(?:practice|partnership|critical|significant) (?:incident |case |learning )?reviews?"
    r"|reflective (?:review|learning event)s?"
    r"|(?:serious )?case reviews?"
    r"|local learning reviews?"
    r"|(?:root cause|systems?) (?:analysis|review)s?"
    r")\b"
)
_ONE_AGENCY = re.compile(r"\bsingle[- ]agency\b|\b(?:by|of|within) one agency\b|\binternal\b")


def local_label_note(label: str) -> str | None:
    """What to say of a name that hides a local review; None for a plain name, and for what one agency does alone."""
    found = other_name_in(label)
    return None if found is None else note_on(label[slice(*found)])


def note_on(name: str) -> str:
    """What to say of such a name."""
    return (
        f"“{' '.join(name.split())}” is a good way to work. When several agencies look further into what happened, it is a "
        "local child safeguarding practice review whatever its method: call it one, tell the Panel, and publish it as one."
    )


def other_name_in(text: str) -> tuple[int, int] | None:
    """Where a text gives a further inquiry another name."""
    small = folded(text)
    if OFFICIAL.search(small) or _ONE_AGENCY.search(small):
        return None
    found = OTHER_NAMES.search(small)
    return None if found is None else found.span()
