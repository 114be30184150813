"""The library on the web: what was learned before, open where it may be and closed where it must be (B1-B4)."""
