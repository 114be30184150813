"""Numbers without gaps: references and receipts. The row of a series is locked until the transaction ends."""

from datetime import date

from second_question_web.incidents.models import Series


def locked(prefix: str, on: date) -> Series:
    """This year's series, such as SIN-2026; whoever else wants it waits. Call it inside a transaction."""
    name = f"{prefix}-{on.year}"
    Series.objects.get_or_create(pk=name)
    return Series.objects.select_for_update().get(pk=name)


def next_of(series: Series) -> str:
    """The next number of a locked series, such as SIN-2026-0001."""
    series.last += 1
    series.save()
    return f"{series.name}-{series.last:04}"
