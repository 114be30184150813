"""The number that each change of what is in the library is given, so that every host can tell what it has not seen yet."""

from second_question_web.library.models import Changes


def next_change() -> int:
    """The next number. To be called inside the transaction of the action that changes something; others wait for it."""
    row, _ = Changes.objects.select_for_update().get_or_create(pk=1)
    row.number += 1
    row.save(update_fields=["number"])
    return row.number
