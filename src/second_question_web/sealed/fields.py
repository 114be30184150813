"""Model fields whose values are encrypted in the database and plain in the program."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from second_question_web.sealed.keys import seal, unseal

if TYPE_CHECKING:
    _SealedText = models.TextField[str, str]
    _SealedDate = models.TextField[date | None, date | None]
    _SealedJSON = models.TextField[Any, Any]
else:
    _SealedText = _SealedDate = _SealedJSON = models.TextField


class SealedTextField(_SealedText):
    """Text, encrypted at rest. Cannot be searched by the database; see `sealed.names` for searching."""

    def get_prep_value(self, value: Any) -> str:
        """The value as the database keeps it."""
        return seal(str(value)) if value else ""

    def from_db_value(self, value: str | None, _expression: object, _connection: BaseDatabaseWrapper) -> str:
        """The value as the program sees it."""
        return unseal(value or "")


class SealedDateField(_SealedDate):
    """A date, encrypted at rest; None when there is none."""

    def get_prep_value(self, value: Any) -> str:
        """The value as the database keeps it."""
        return seal(value.isoformat() if isinstance(value, date) else str(value)) if value else ""

    def from_db_value(self, value: str | None, _expression: object, _connection: BaseDatabaseWrapper) -> date | None:
        """The value as the program sees it."""
        return date.fromisoformat(unseal(value)) if value else None

    def to_python(self, value: Any) -> date | None:
        """A date from a date or its ISO spelling."""
        if not value:
            return None
        return value if isinstance(value, date) else date.fromisoformat(value)


class SealedJSONField(_SealedJSON):
    """Any JSON value, encrypted at rest as one text; an empty dictionary when there is none."""

    _pyi_private_set_type: Any  # what the type checker lets a row be made with

    def get_prep_value(self, value: Any) -> str:
        """The value as the database keeps it."""
        return seal(json.dumps(value, sort_keys=True, cls=DjangoJSONEncoder)) if value else ""

    def from_db_value(self, value: str | None, _expression: object, _connection: BaseDatabaseWrapper) -> Any:
        """The value as the program sees it."""
        return json.loads(unseal(value)) if value else {}
