"""Text that lies in pieces, as in the runs of Word and the nodes of a web page, looked at as one and changed in place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from second_question.exchange.redaction.plan import Plan


@dataclass
class Piece:
    """A stretch of text that can be changed. `put` is None for what only separates others, a line end or a tab."""

    text: str
    put: Callable[[str], None] | None = None


def redact_pieces(pieces: Iterable[Piece], plan: Plan) -> int:
    """Take out what the plan says from the pieces read as one text; gives how many stretches were taken out."""
    held = [piece for piece in pieces if piece.text]
    starts = [0]
    for piece in held:
        starts.append(starts[-1] + len(piece.text))
    spans = plan.spans("".join(piece.text for piece in held))
    number = 0
    for piece, (start, end) in zip(held, pairwise(starts), strict=True):
        while number < len(spans) and spans[number][1] <= start:
            number += 1
        here = [span for span in spans[number:] if span[0] < end] if _reaches(spans, number, end) else []
        if here and piece.put is not None:
            piece.put(_changed(piece.text, start, here))
    return len(spans)


def _reaches(spans: list[tuple[int, int, str]], number: int, end: int) -> bool:
    return number < len(spans) and spans[number][0] < end


def _changed(text: str, offset: int, spans: list[tuple[int, int, str]]) -> str:
    """The label goes into the piece in which the stretch begins; the rest of the stretch is gone from the others."""
    out, done = [], 0
    for start, end, instead in spans:
        begin, stop = max(0, start - offset), min(len(text), end - offset)
        out += [text[done:begin], instead if start >= offset else ""]
        done = stop
    return "".join([*out, text[done:]])
