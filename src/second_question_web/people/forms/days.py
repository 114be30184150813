"""A date typed as day, month and year."""

from datetime import date
from typing import Any

from django import forms

PARTS = ("day", "month", "year")
WRONG = "Enter a real date, for example 27 3 2026"


class DayWidget(forms.MultiWidget):
    """Three inputs: <name>_day, <name>_month, <name>_year."""

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS})

    def decompress(self, value: date | None) -> list[str]:
        """A date as its three parts."""
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A date; None where it is not required and nothing was typed."""

    widget = DayWidget

    def __init__(self, *, missing: str = "", **options: Any) -> None:
        parts = [forms.CharField(max_length=4, required=False) for _ in PARTS]
        super().__init__(parts, require_all_fields=False, required=bool(missing), **options)
        self.error_messages["required"] = missing

    def compress(self, data_list: list[str]) -> date | None:
        """The date of its three parts."""
        if not any(data_list):
            return None
        try:
            day, month, year = (int(part) for part in data_list)
            return date(year, month, day)
        except ValueError:
            raise forms.ValidationError(WRONG) from None
