"""The pathway of a review as its page shows it: the picture, the same in a table, and the episodes it can be drawn from.

W1 to W3: each moment can move the child towards harm or towards protection, and always points to the next question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from second_question.exchange.review import PathwayRow, pathway_rows, pathway_svg
from second_question.exchange.review.pathway.rows import in_time
from second_question.rules.template.analysis import MOMENT
from second_question.rules.template.content import ContentRecord
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import GIVEN_BACK, as_content, form_of
from second_question_web.rapid_reviews.writing.section_pages import address_of

ON_SCREEN = 680.0
"""Width of the picture, in its own units: about that of the column in which it stands."""
COPIED = ("title", "on", "what_happened", "why", "why_again")
"""The questions that an episode and a moment have in common."""
EPISODES = ("episode", "agency_episode")


@dataclass(frozen=True)
class MomentRow:
    """A row of the table. `ask` leads to the first why that is not answered yet; empty when both are."""

    words: PathwayRow
    href: str
    ask: str = ""
    ask_words: str = ""


@dataclass(frozen=True)
class Offered:
    """A key practice episode of which a moment can be made; one of an agency can be taken into the analysis too.

    `key` names the record in the form that is sent.
    """

    key: int
    record: ContentRecord
    is_moment: bool
    is_in_analysis: bool


@dataclass(frozen=True)
class PathwayPage:
    """Everything that the page shows."""

    picture: str
    rows: Sequence[MomentRow]
    episodes: Sequence[Offered]
    may_write: bool


def pathway_page(review: RapidReview) -> PathwayPage:
    """The page of a review that was fetched for the person. Two queries."""
    form, records = form_of(review), _records(review)
    contents = {record.pk: as_content(form, [record])[0] for record in records}
    moments = in_time(content for content in contents.values() if content.kind == "moment")
    reference = review.notification.reference
    rows = [_row(reference, moment, words) for moment, words in zip(moments, pathway_rows(moments), strict=True)]
    may_write = stages.is_writable(review) and getattr(review, "may_write", False)
    return PathwayPage(pathway_svg(moments, ON_SCREEN), rows, _offered(contents), may_write)


def picture_of(review: RapidReview) -> str:
    """The picture alone; empty when there is no moment yet. Two queries."""
    records = [record for record in _records(review) if record.kind == "moment"]
    return pathway_svg(as_content(form_of(review), records))


def _records(review: RapidReview) -> list[ReviewRecord]:
    """The moments, and the episodes that may be read: the review's own and those that agencies gave back. One query."""
    found = ReviewRecord.objects.filter(review=review, kind__in=("moment", *EPISODES), removed_at=None)
    found = found.select_related("request__organisation").order_by("kind", "request__number", "place")
    return [record for record in found if record.request is None or record.request.state in GIVEN_BACK]


def _row(reference: str, moment: ContentRecord, words: PathwayRow) -> MomentRow:
    href = address_of(reference, MOMENT, moment.number)
    if not words.why:
        return MomentRow(words, href, f"{href}#why", "Ask why")
    if not words.why_again:
        return MomentRow(words, href, f"{href}#why_again", "Ask why again")
    return MomentRow(words, href)


def _offered(contents: Mapping[int, ContentRecord]) -> list[Offered]:
    copied = {kind: [_common(c) for c in contents.values() if c.kind == kind] for kind in ("moment", "episode")}
    return [
        Offered(key, content, _common(content) in copied["moment"], _common(content) in copied["episode"])
        for key, content in contents.items()
        if content.kind in EPISODES
    ]


def _common(content: ContentRecord) -> list[object]:
    """What an episode says of what it shares with a moment; the same words are the same matter."""
    return [content.answers.get(question) for question in ("title", "on", "what_happened")]
