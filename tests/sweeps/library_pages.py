"""The pages of the library, as `tests/sweeps/pages.py` lists those of the rest."""

from tests.sweeps.page import Page

LIBRARY_PAGES: tuple[Page, ...] = (Page("library"), Page("library", "Bea"))
LIBRARY_NO_PAGES: dict[str, str] = {}
"""Addresses that answer no GET with a page, with the reason and where they are tested instead."""
