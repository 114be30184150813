"""The practice-review system as data and small functions; knows no web and no database."""

__version__ = "0.1.0"
