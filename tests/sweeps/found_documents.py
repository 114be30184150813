"""Documents of the demo's library, as the sweeps open them."""

from second_question_web.library.models import Deposit
from tests.sweeps.found import HERE


def subject() -> tuple[str]:
    """One of the four subjects."""
    return ("vulnerable-babies",)


def document() -> tuple[str]:
    """One that everybody may read."""
    return _entered(audience=Deposit.Audience.EVERYBODY, text_withheld=False, file__isnull=False)


def withheld_document() -> tuple[str]:
    """One whose record alone is open."""
    return _entered(audience=Deposit.Audience.EVERYBODY, text_withheld=True)


def own_document() -> tuple[str]:
    """One of Bea's partnership alone."""
    return _entered(audience=Deposit.Audience.OWNER, partnership__slug=HERE)


def _entered(**said: object) -> tuple[str]:
    return (Deposit.objects.filter(state=Deposit.State.ENTERED, **said).order_by("pk")[0].key,)
