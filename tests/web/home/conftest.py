"""The day on which the tests of home pages, calendar and alerts take place."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

TODAY = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/London"))  # a Monday; what was sent on 2 November is due


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Everything happens at noon of that day."""
    monkeypatch.setattr(timezone, "now", lambda: TODAY)
    return TODAY
