"""What the command `library` prints for a person."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from second_question.library.adding import Added
    from second_question.library.searching import Found, Hit
    from second_question.library.similar import Similar

WIDTH = 100
AROUND = 420
"""Characters of a passage that are shown, around its first marked words."""
SHOWN = 6
"""Values of a filter that are shown."""
YEARS = "year"


def added_text(counts: Mapping[str, int], told: "Sequence[Added]", by_words: int) -> str:
    """How many files were added, which are copies or new versions, and how many documents are not yet found by meaning."""
    lines = [f"{what}: {number}" for what, number in counts.items() if number] or ["There was nothing to add."]
    lines += [f"  {one.place}: {one.what} of “{one.of}”" for one in told if one.what in ("copy", "new version")]
    if by_words:
        lines.append(f"To be found by meaning too ({by_words}): second-question library meaning")
    return "\n".join(lines)


def found_text(found: "Found") -> str:
    """The passages with their words marked, and the counts."""
    parts = [_head(found)]
    parts += [_hit(number, hit) for number, hit in enumerate(found.hits, 1)]
    if found.also:
        parts.append("In other words, not counted")
        parts += [_hit(number, hit) for number, hit in enumerate(found.also, 1)]
    if found.counts:
        parts.append(_counts(found.counts))
    return "\n\n".join(parts)


def _head(found: "Found") -> str:
    lines = [f"{_number(found.total, 'passage')} in {found.took_ms:.0f} ms"]
    lines += [f"  {said}: also {', '.join(others)}" for said, others in found.understood.others.items()]
    lines += [
        f"  {said}: not in the library; searched for {', '.join(right)}"
        for said, right in found.understood.corrected.items()
    ]
    if found.by_meaning:
        lines.append("  In the order of words and meaning.")
    if found.relaxed:
        lines.append("  Few passages have all of it; passages with a part of it follow.")
    return "\n".join(lines)


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _hit(number: int, hit: "Hit") -> str:
    document = hit.document
    facts = ", ".join(one for one in (document.kind, document.area, document.published) if one)
    page = f"page {hit.passage.page}" if hit.passage else "record"
    lines = [f"{number}. {document.title} ({facts})", f"   {document.key}, {page}"]
    if hit.passage and hit.passage.headings:
        lines.append(f"   {' > '.join(hit.passage.headings)}")
    said = textwrap.fill(_marked(hit), WIDTH, initial_indent="   ", subsequent_indent="   ")
    return "\n".join([*lines, said])


def _marked(hit: "Hit") -> str:
    first = hit.highlights[0][0] if hit.highlights else 0
    start = max(0, min(first - AROUND // 4, len(hit.said) - AROUND))
    end = min(len(hit.said), start + AROUND)
    pieces, at = [], start
    for begin, stop in hit.highlights:
        if start <= begin and stop <= end:
            pieces += [hit.said[at:begin], "[", hit.said[begin:stop], "]"]
            at = stop
    pieces.append(hit.said[at:end])
    said = " ".join("".join(pieces).split())
    return f"{'… ' if start else ''}{said}{' …' if end < len(hit.said) else ''}"


def _counts(counts: Mapping[str, Mapping[str, int]]) -> str:
    lines = ["Passages by"]
    for name, values in counts.items():
        shown = list(values.items())[-SHOWN:] if name == YEARS else list(values.items())[:SHOWN]
        if shown:
            rest = f", and {len(values) - len(shown)} more" if len(values) > len(shown) else ""
            lines.append(f"  {name}: {', '.join(f'{value} ({number})' for value, number in shown)}{rest}")
    return "\n".join(lines)


def similar_text(found: "Sequence[Similar]") -> str:
    """The documents, why they are alike, and what they recommended."""
    if not found:
        return "Nothing in the library says the same."
    return "\n\n".join(_similar(number, one) for number, one in enumerate(found, 1))


def _similar(number: int, one: "Similar") -> str:
    document = one.document
    facts = ", ".join(said for said in (document.kind, document.area, document.published) if said)
    lines = [f"{number}. {document.title} ({facts}), likeness {one.score:.2f}", f"   {document.key}"]
    for pair in one.because:
        page = f"page {pair.page}" if pair.page else "record"
        lines.append(_wrapped(f"{page}: {_short(pair.theirs)}"))
        lines.append(_wrapped(f"  beside yours: {_short(pair.yours)}"))
        lines += [_wrapped(f"  both: {', '.join(pair.themes)}")] if pair.themes else []
    for recommendation, words in one.recommendations:
        lines.append(_wrapped(f"recommended then (page {recommendation.page}): {_short(words)}"))
    return "\n".join(lines)


def _wrapped(said: str) -> str:
    return textwrap.fill(said, WIDTH, initial_indent="   ", subsequent_indent="     ")


def _short(said: str) -> str:
    return textwrap.shorten(said, AROUND, placeholder=" …")


def counts_text(counts: Mapping[str, int], filters: Mapping[str, Mapping[str, int]]) -> str:
    """What is in the library."""
    lines = [f"{name}: {number:,}" for name, number in counts.items()]
    return "\n".join([*lines, "", _counts(filters)]) if filters else "\n".join(lines)
