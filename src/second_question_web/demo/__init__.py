"""Demo data: three partnerships, their people and some twenty incidents. Nothing and nobody here exists.

Everything is made through the same actions as in real use, with dates counted back from the day of loading, so that clocks
run and something is always due.
"""

from second_question_web.demo.loading import load
from second_question_web.demo.people import sign_ins

__all__ = ["load", "sign_ins"]
