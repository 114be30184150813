"""E-mail as people find it: without a mail server the installation prints it."""

import re
import time

from tests.journeys.accounts import MAIL_LIMIT
from tests.journeys.installation import Installation

BETWEEN_MAILS = re.compile(r"^-{79}$", re.MULTILINE)


def found_in_mail(installation: Installation, address: str, pattern: str) -> list[str]:
    """Every match in the e-mails to that address so far, in the order in which they came."""
    to_them = [one for one in BETWEEN_MAILS.split(installation.printed()) if f"\nTo: {address}\n" in one]
    return [match for one in to_them for match in re.findall(pattern, one)]


def newest_in_mail(installation: Installation, address: str, pattern: str, after: int = 0) -> str:
    """The newest match in the e-mails to that address, once there are more than `after`."""
    limit = time.monotonic() + MAIL_LIMIT
    while time.monotonic() < limit:
        found = found_in_mail(installation, address, pattern)
        if len(found) > after:
            return found[-1]
        time.sleep(0.1)
    raise AssertionError(f"no further {pattern} came to {address}:\n{installation.printed()}")
