"""The readers: for each item of a checklist, how its answer is told from a review. One module a matter; see `registry`."""
