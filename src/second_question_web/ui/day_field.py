"""A date as three inputs, day, month and year, for Django forms; drawn by `ui/components/form_field.html`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

DATE_PARTS = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = 1900
Parts = tuple[str, str, str]
BLANK: Parts = ("", "", "")


class DayInput(forms.Widget):
    """Reads `<name>-day`, `<name>-month` and `<name>-year`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Parts:
        """What was typed, right or wrong."""
        day, month, year = (str(data.get(f"{name}-{part}", "")).strip() for part in DATE_PARTS)
        return day, month, year


class DayField(forms.Field):
    """A date, or None. The month can be a number or its name."""

    widget = DayInput

    def to_python(self, value: Parts | None) -> date | None:
        """The date that was typed.

        Raises:
            ValidationError: something is missing, or there is no such day.
        """
        if not value or not any(value):
            return None
        missing = [part for part, typed in zip(DATE_PARTS, value, strict=True) if not typed]
        if missing:
            raise forms.ValidationError(f"{self.label}: enter the {' and the '.join(missing)} too")
        day = as_day(value)
        if day is None:
            raise forms.ValidationError(f"{self.label}: enter a real date, such as 27 3 2026")
        return day

    def prepare_value(self, value: object) -> Parts:
        """The three inputs' values, of a date or of what was typed."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        return value if isinstance(value, tuple) else BLANK


def as_day(parts: Parts) -> date | None:
    """The date, or None when there is no such day."""
    day, month, year = parts
    number = MONTHS.index(month[:3].casefold()) + 1 if month[:3].casefold() in MONTHS else month
    try:
        found = date(int(year), int(number), int(day))
    except (ValueError, OverflowError):
        return None
    return found if found.year >= EARLIEST else None
