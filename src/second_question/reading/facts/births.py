"""How old children were at the incident, from their dates of birth."""

import re
from datetime import date

from second_question.reading.facts.age_words import OLDEST
from second_question.reading.facts.dates import Dated, dates_in
from second_question.reading.facts.front import Front
from second_question.reading.facts.said import Said

WHERE = 9_000
"""Characters from the beginning in which dates of birth are looked for."""
WHOLE = len("2021-06-14")

_BORN = re.compile(r"(?:\bborn(?: on)?|date of birth(?: of (?:the )?child)?|\bd\.?o\.?b\.?)\s*[:\t(|-]*\s*(?:the )?$")


def ages_from_births(front: Front, incident: str | None) -> Said[tuple[int, ...]] | None:
    """Whole years from birth to the incident; None where one of the two days is not said."""
    if incident is None or len(incident) < WHOLE:
        return None
    born = [dated for dated in dates_in(front.small, 0, min(len(front.small), WHERE)) if _is_birth(front, dated)]
    ages = [(_between(dated.iso, incident), dated) for dated in born]
    children = [(age, dated) for age, dated in ages if 0 <= age <= OLDEST]
    if not children:
        return None
    evidence = front.quoting.at(children[0][1].start, children[0][1].end)
    return Said(tuple(dict.fromkeys(age for age, _ in children)), evidence)


def _is_birth(front: Front, dated: Dated) -> bool:
    return len(dated.iso) == WHOLE and bool(_BORN.search(front.small, max(0, dated.start - 45), dated.start))


def _between(born: str, day: str) -> int:
    first, last = date.fromisoformat(born), date.fromisoformat(day)
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
