"""Copies of a file without what identifies somebody, and what a file about to be published would still give away."""

from second_question.exchange.redaction.copies import CannotRedact, Redacted, redacted
from second_question.exchange.redaction.plan import Plan, plan_for

__all__ = ["CannotRedact", "Plan", "Redacted", "plan_for", "redacted"]
