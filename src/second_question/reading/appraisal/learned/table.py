"""Which signals are counted for which item: broad, few, and each such that more of it is better. Pure data.

Lengths, chronologies, pasted guidance and catchphrases (RR09, RR22, RR23, RR24, LR05, LR24) are counted exactly, and not weighed.
"""

from math import log1p

from second_question.reading.appraisal.learned.signals import (
    ASKS,
    NAMES_CHILD,
    NAMES_SOMEBODY,
    QUOTED,
    Signal,
    kinds_of_marks,
    marks,
    of,
    recommend,
    recommend_words,
    said,
    words_about,
)
from second_question.reading.appraisal.review import Review

_TOLD = "chronology circumstances incident"
_ASKED = "recommendations action_plan"
_EITHER = f"{_TOLD} {_ASKED}"


def _long_recommendations(review: Review) -> float:
    found = review.recommendations
    return log1p(sum(len(one.said.text.split()) for one in found) / max(1, len(found)) / 10)


def _named_child(review: Review) -> float:
    return float(bool(review.child_names - review.child_letters))


def _points(review: Review) -> float:
    return log1p(len(review.learning_points))


_VOICE = (
    said(NAMES_CHILD, "acts"),
    said(QUOTED),
    words_about("voice"),
    said("child", "acts", outside=_EITHER),
    said(QUOTED, inside="voice child"),
)
_WHY = (
    said("reason", share=True),
    said("why"),
    said("reason", "system"),
    marks("why", "why_again"),
    said("system", share=True),
)
_CULTURE = (said("culture"), said("culture", "meaning"), words_about("culture"), said("culture", share=True))

SIGNALS: dict[str, tuple[Signal, ...]] = {
    "RR01": (kinds_of_marks("agency."), words_about("agencies", "agency_summaries", "participants")),
    "RR02": (said(NAMES_SOMEBODY, "post"), said("post", inside="participants")),
    "RR03": (
        kinds_of_marks("detail."),
        of(_named_child),
        marks("detail.born"),
        marks("detail.address", "detail.school", "detail.status"),
    ),
    "RR04": (marks("ethnic_value"), said("group", "child"), marks("ethnic_label"), said("group", NAMES_CHILD)),
    "RR05": (said("group", "kin"), marks("ethnic_value")),
    "RR06": (
        words_about("family", "child"),
        kinds_of_marks("mother", "father", "other_man", "sibling", "relative", "parent"),
        said("kin", inside="family child"),
    ),
    "RR07": (
        words_about("immediate"),
        said("safe", "siblings"),
        said("safe", "siblings", inside="immediate"),
        said("pending", inside="immediate", less=True),
        said("siblings", "seen", outside=_TOLD),
    ),
    "RR11": _WHY,
    "RR12": _VOICE,
    "RR13": (said("men"), said("men", share=True), said("men", "meaning"), words_about("men")),
    "RR14": _CULTURE,
    "RR15": (
        said("decides", "review"),
        said("hedges", "review", less=True),
        said("hedges", inside="decision", less=True),
        marks("criteria"),
        marks("met", "no_review"),
    ),
    "RR16": (
        words_about("decision"),
        said("reason", inside="decision"),
        said("review", "reason"),
        marks("criteria"),
    ),
    "RR18": (
        words_about("learning"),
        said("learning"),
        of(_points),
        said("changed", outside=_TOLD),
        words_about("immediate", "action_plan"),
    ),
    "RR19": (
        words_about("spread"),
        said("spreads", "whom", outside=_TOLD),
        said("spreads", "whom", "when", outside=_TOLD),
        said("spreads", "learning"),
        marks("spread", "spread_by"),
    ),
    "RR20": (
        words_about("further", "key_questions"),
        said("open", outside=_TOLD),
        said(ASKS, outside=_TOLD),
        marks("further", "questions"),
        said("open", inside="decision further key_questions"),
    ),
    "RR21": (
        said("earlier", "review"),
        words_about("earlier"),
        said("earlier", "review", "became"),
        marks("became"),
        marks("earlier"),
    ),
    "LR01": (words_about("summary"), said("summary"), said("summary", opening=True)),
    "LR02": (
        words_about("reason", "key_questions"),
        said("front_reason", "self", opening=True),
        said("front_questions", "self", opening=True),
    ),
    "LR03": (
        words_about("method"),
        said("method", "self", outside=_EITHER),
        said("method", "self", opening=True),
        marks("method"),
    ),
    "LR04": (
        said("apart"),
        words_about("reviewer"),
        said("apart", "self", opening=True),
        marks("reviewer", "independent"),
    ),
    "LR06": _VOICE,
    "LR07": (
        words_about("family_views"),
        said("kin", "tells", outside=_EITHER),
        said(QUOTED, "kin"),
        kinds_of_marks("mother", "father", "other_man", "relative", "sibling"),
        said("unheard", "kin", less=True),
    ),
    "LR08": (
        words_about("family_views"),
        said("kin", "tells", outside=_EITHER),
        said("unheard", "kin"),
        marks("declined"),
    ),
    "LR09": (
        words_about("practitioners"),
        said("workers", "together", outside=_EITHER),
        marks("event", "took_part"),
        said("workers", "together", opening=True),
        said("workers", "together", "self", outside=_EITHER),
    ),
    "LR10": _WHY,
    "LR11": (
        said("wider", outside=_ASKED),
        marks("wider", "wider_counted"),
        said("wider", outside=_ASKED, share=True),
    ),
    "LR12": (said("leaders", outside=_ASKED), said("leaders"), marks("leaders"), said("leaders", "reason")),
    "LR13": _CULTURE,
    "LR15": (
        words_about("learning"),
        of(_points),
        said("learning", outside=_ASKED),
        words_about("recommendations"),
        words_about("analysis"),
    ),
    "LR16": (recommend("who"), recommend_words("body"), of(_long_recommendations)),
    "LR17": (recommend("how"), of(_long_recommendations), recommend_words("means"), recommend("what")),
    "LR18": (recommend("outcome"), recommend_words("outcome"), of(_long_recommendations)),
    "LR19": (recommend("measure"), recommend_words("measured"), recommend("by_when"), of(_long_recommendations)),
    "LR21": (words_about("action_plan"), said("plan"), recommend("by_when")),
    "LR23": (marks("intimate", less=True), marks("detail.school", "detail.address", "detail.born", less=True)),
    "LR25": (
        marks("six_months", "delay"),
        words_about("timescale"),
        said("time", "self", outside=_TOLD),
        marks("started", "finished"),
    ),
}
