"""How old children were, out of a table of the family that has a column of ages."""

import re
from collections.abc import Iterator

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.facts.age_words import OLDEST, in_years
from second_question.reading.facts.front import Front
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import one_of

WHERE = 16_000
"""Characters from the beginning in which the family is set out."""

_COLUMN = re.compile(r"age\b(?! (?:group|range|band))")
_AGE = re.compile(rf"(?:aged )?(?P<number>\d{{1,2}})(?:[ -](?P<unit>{one_of('people', 'units')}))?(?: old| of age)?")
_SUBJECT = re.compile(r"\bsubject\b|\bindex child\b")


def ages_from_tables(front: Front) -> Said[tuple[int, ...]] | None:
    """The ages under eighteen in the first such table; of the subject alone, where a row says who that is."""
    for block in front.document.blocks:
        if block.kind is BlockKind.TABLE and block.start < WHERE:
            found = list(_ages_in(front, block))
            subjects = [one for one in found if one[2]]
            if found:
                chosen = subjects or found
                years = tuple(dict.fromkeys(age for age, _, _ in chosen))
                return Said(years, front.quoting.at(chosen[0][1].start, chosen[-1][1].end))
    return None


def _ages_in(front: Front, block: Block) -> Iterator[tuple[int, Span, bool]]:
    """Each age of a child, its place, and whether its row is that of the subject of the review."""
    heads = [front.small[cell.start : cell.end].strip() for cell in block.rows[0]]
    column = next((at for at, head in enumerate(heads) if _COLUMN.match(head)), None)
    for row in () if column is None else block.rows[1:]:
        if column is None or column >= len(row):
            continue
        said = _AGE.fullmatch(front.small[row[column].start : row[column].end].strip())
        years = in_years(said["number"], said["unit"]) if said else None
        if years is not None and years < OLDEST:
            yield years, row[column], bool(_SUBJECT.search(front.small[row[0].start : row[-1].end]))
