"""The letter in which a reply is sent, made of the reply."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from second_question.exchange.review import Letter, letter_pdf, letter_word
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST
from second_question_web.panel.models import Reply

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {"docx": WORD, "pdf": "application/pdf"}
_MAKERS: dict[str, Callable[[Letter], bytes]] = {"docx": letter_word, "pdf": letter_pdf}
_PARAGRAPHS = re.compile(r"\n\s*\n")


def letter_file(reply: Reply, kind: str, today: date) -> bytes:
    """The letter as a Word or PDF document; a draft says that it is one, and has the day on which it is read."""
    return _MAKERS[kind](letter_of(reply, today))


def letter_of(reply: Reply, today: date) -> Letter:
    """The letter of a reply."""
    notification = reply.version.review.notification
    area = str(notification.partnership or "")
    about = f"Rapid review {notification.reference}, version {reply.version.number}"
    return Letter(
        reference=notification.reference,
        area=area,
        to=f"The safeguarding partners of {area}" if area else "The safeguarding partners",
        from_name=reply.signed_name,
        from_title=reply.signed_title,
        on=reply.sent_on or today,
        subject=about if reply.sent_at else f"Draft, not sent. {about}",
        answer=reply.get_advice_display(),
        paragraphs=_paragraphs(reply.words),
        quality=tuple(_quality(reply)),
        fictional=bool(notification.partnership and notification.partnership.fictional),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n")) if part.strip())


def _quality(reply: Reply) -> Iterator[tuple[str, str]]:
    """The points that the letter speaks of, and under them what it says."""
    points = RAPID_REVIEW_CHECKLIST.chosen(reply.quality)
    if points:
        yield "This part of the letter speaks of", "\n".join(point.text[0].upper() + point.text[1:] for point in points)
    if reply.quality_words.strip():
        yield "", reply.quality_words
