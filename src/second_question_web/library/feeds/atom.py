"""Atom feeds (RFC 4287): what is newly published of all, of a field's value, or of any search, as everybody may see it."""

from datetime import UTC, datetime

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from second_question.library.access import EVERYBODY
from second_question.library.collection import Library
from second_question.library.describing import Described, described
from second_question.library.searching import Asked
from second_question_web.library.feeds.addresses import address_of, host, whole
from second_question_web.library.feeds.asked import as_address
from second_question_web.library.feeds.plain import plain
from second_question_web.library.names import kind_name, region_names, theme_name
from second_question_web.library.searching.dates import in_words
from second_question_web.library.searching.results import place

ENTRIES = 50
WHOLE_DATE = len("2026-11-26")
TITLE = "Learning from reviews"
NOTHING_YET = datetime(2026, 1, 1, tzinfo=UTC)


def atom(library: Library, asked: Asked) -> str:
    """The feed of a search."""
    found = described(library.store, library.matching(asked, ENTRIES), EVERYBODY)
    feed = _Feed(
        title=plain(title_of(asked)),
        link=whole(_with(reverse("library_search"), asked) if as_address(asked) else reverse("library_new")),
        description="",
        feed_url=whole(_with(reverse("library_feed"), asked)),
        feed_guid=whole(_with(reverse("library_feed"), asked)),
        language="en-GB",
        author_name="Second Question",
    )
    for one in found:
        _add(feed, one)
    return str(feed.writeString("utf-8"))


class _Feed(Atom1Feed):
    """With the time of its newest entry, which may be none."""

    def latest_post_date(self) -> datetime:
        """Not the time of asking, by which a feed would always seem new."""
        return max((item["updateddate"] for item in self.items), default=NOTHING_YET)


def title_of(asked: Asked) -> str:
    """What a feed is called: what it is narrowed to."""
    said = [f"“{asked.query}”"] if asked.query else []
    written = {"kind": kind_name, "theme": theme_name, "region": _region}
    said += [written.get(name, str)(value) for name, values in asked.filters.items() for value in values]
    return f"{TITLE}: {', '.join(said)}" if said else f"{TITLE}: newly published"


def _region(value: str) -> str:
    return next((name for name in region_names() if name.casefold() == value.casefold()), value)


def _with(path: str, asked: Asked) -> str:
    said = as_address(asked)
    return f"{path}?{said}" if said else path


def _add(feed: Atom1Feed, one: Described) -> None:
    document = one.document
    facts = (kind_name(document.kind), place(document), in_words(document.published))
    feed.add_item(
        title=plain(document.title),
        link=address_of(document.key),
        unique_id=f"tag:{host()},2026:library/{document.key}",
        description=escape(
            plain(one.summary) or plain(" · ".join(fact for fact in facts if fact))
        ),  # it is sent as HTML
        author_name=plain(", ".join(one.authors)) or None,
        categories=[plain(name) for name in _categories(one)],
        pubdate=_published(document.published),
        updateddate=datetime.fromisoformat(one.at),
    )


def _categories(one: Described) -> list[str]:
    return [kind_name(one.document.kind), *one.document.regions, *map(theme_name, one.themes)]


def _published(said: str | None) -> datetime | None:
    """A day; a month or a year alone is no time of an entry."""
    return datetime.fromisoformat(said).replace(tzinfo=UTC) if said and len(said) == WHOLE_DATE else None
