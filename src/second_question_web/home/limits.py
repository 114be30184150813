"""A limit on how often something is asked for, kept where all web processes see it."""

import time

from django.core.cache import cache


def within(what: str, most: int, seconds: int) -> bool:
    """Whether this is one of the first `most` times in a stretch of so many seconds."""
    key = f"limit:{what}:{int(time.time()) // seconds}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out in between
        return True
