"""The event history of rapid reviews: what happened when, derived from the rows that exist (T1)."""
