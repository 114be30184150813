"""A web process looks through its memory for what nobody needs between two requests, not within one (decision record 0022)."""

import gc

FIRST, MOST = 20, 640
"""Requests after which that is done first, and at the most: twice as many each time, as less and less is loaded."""
YOUNG, YOUNG_AGAIN, NEVER = 10_000, 10, 1_000_000
"""Python's thresholds: new objects are looked through as they come, all of them only when asked."""


class Tidying:
    """Counts requests, and tells when it is time to tidy. What has been looked through once stays out of Python's own looks."""

    def __init__(self) -> None:
        self._every, self._since = FIRST, 0

    def is_due(self) -> bool:
        """Count one request more; whether it is time."""
        self._since += 1
        return self._since >= self._every

    def tidy(self) -> None:
        """Look through everything, and put what is left aside."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._every, self._since = min(2 * self._every, MOST), 0


def leave_it_to_us() -> None:
    """Python no longer looks through everything by itself in this process."""
    gc.set_threshold(YOUNG, YOUNG_AGAIN, NEVER)
