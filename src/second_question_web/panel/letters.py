"""The letter in which a reply is sent, made of the reply."""

from collections.abc import Callable

from second_question_web.panel.models import Reply

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {"docx": WORD, "pdf": "application/pdf"}


def letter_file(reply: Reply, kind: str) -> bytes:
    """The letter as a Word or PDF document; a draft says that it is one."""
    from second_question.exchange.review import letter

    makers: dict[str, Callable[[object], bytes]] = {"docx": letter.letter_word, "pdf": letter.letter_pdf}
    return makers[kind](reply)
