"""Searching: the search page, its answers as one types, browsing."""
