"""Finding a sealed name again: fingerprints of its parts as written and as they sound.

The database holds keyed digests only. Two spellings that sound alike share a fingerprint, so that a search for one finds
the other; a person then judges (handbook 4, CSINS: two notifications for one incident).
"""

import re
import unicodedata

import jellyfish

from second_question_web.sealed.keys import fingerprint

_PART = re.compile(r"[a-z]+")
SHORTEST_START = 3


def parts_of(name: str) -> list[str]:
    """The parts of a name in small plain letters: 'Zoë O’Neill-Shah' gives zoe, oneill, shah."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return _PART.findall(letters)


def fingerprints_of(name: str) -> set[str]:
    """Every fingerprint under which a name can be found: each part, each start of it, and how it sounds."""
    found: set[str] = set()
    for part in parts_of(name):
        found.add(_exactly(part))
        found.update(_starting(part[:length]) for length in range(SHORTEST_START, len(part)))
        found.update(_sounding(part))
    return found


def fingerprints_to_find(query: str) -> list[set[str]]:
    """For each part of what somebody typed, the fingerprints of which a record must have one."""
    return [{_exactly(part), _starting(part), *_sounding(part)} for part in parts_of(query)]


def spelled_to_find(query: str) -> list[set[str]]:
    """As `fingerprints_to_find`, of names that are written or begin so; what only sounds so is left out."""
    return [{_exactly(part), _starting(part)} for part in parts_of(query)]


def _exactly(part: str) -> str:
    return fingerprint(f"is:{part}")


def _starting(start: str) -> str:
    return fingerprint(f"starts:{start}")


def _sounding(part: str) -> set[str]:
    sound = jellyfish.metaphone(part)
    return {fingerprint(f"sounds:{sound}")} if len(sound) > 1 else set()
