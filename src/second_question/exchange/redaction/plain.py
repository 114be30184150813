"""Plain text and Markdown, in the encoding and with the line ends that they have."""

from second_question.exchange.redaction.copies import Redacted
from second_question.exchange.redaction.plan import Plan

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def redacted_plain(data: bytes, plan: Plan) -> Redacted:
    """The text without what the plan takes out."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    text, encoding = (data.decode(encoding), encoding) if encoding else _decoded(data)
    spans = plan.spans(text.replace("\r\n", " \n"))  # offsets stay those of the text
    pieces, done = [], 0
    for start, end, instead in spans:
        pieces += [text[done:start], instead]
        done = end
    return Redacted("".join([*pieces, text[done:]]).encode(encoding, "replace"), len(spans))


def _decoded(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"
