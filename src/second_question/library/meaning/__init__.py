"""Meaning beside words: passages as vectors of a model that runs here. An extra; without it, search is by words alone."""
