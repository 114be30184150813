"""Recommendations and learning points of a review: where they stand, and the parts of each (L10)."""
