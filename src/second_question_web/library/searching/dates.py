"""Dates of publication, which are known as exactly as the document says them."""

from datetime import date


def in_words(published: str | None) -> str:
    """14 June 2021, June 2021 or 2021; "" where it is not known."""
    if not published:
        return ""
    year, *rest = published.split("-")
    try:
        if len(rest) == 2:
            day = date.fromisoformat(published)
            return f"{day.day} {day:%B} {day.year}"
        return f"{date(int(year), int(rest[0]), 1):%B} {year}" if rest else year
    except ValueError:
        return published
