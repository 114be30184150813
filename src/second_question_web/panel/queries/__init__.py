"""Every read on the Panel's side. A Panel member sees the regions that are theirs, the secretariat all of them."""

from second_question_web.panel.queries.changes import ChangedReview, WantedChanges, changed_reviews, number_answered
from second_question_web.panel.queries.inbox import (
    LATELY,
    RegionCount,
    Wanted,
    arrival,
    counts_by_region,
    inbox,
    rows_of,
)
from second_question_web.panel.queries.replies import (
    Exchange,
    draft_of,
    events_by_review,
    events_of,
    exchanges_of,
    may_reply,
    replies_to_read,
    reply_of,
)
from second_question_web.panel.queries.reviews import (
    ReviewCount,
    WantedReviews,
    review_counts_by_region,
    review_rows_of,
    reviews,
    waiting_reviews,
)

__all__ = (
    "LATELY",
    "ChangedReview",
    "Exchange",
    "RegionCount",
    "ReviewCount",
    "Wanted",
    "WantedChanges",
    "WantedReviews",
    "arrival",
    "changed_reviews",
    "counts_by_region",
    "draft_of",
    "events_by_review",
    "events_of",
    "exchanges_of",
    "inbox",
    "may_reply",
    "number_answered",
    "replies_to_read",
    "reply_of",
    "review_counts_by_region",
    "review_rows_of",
    "reviews",
    "rows_of",
    "waiting_reviews",
)
