"""The pages of this part of a rapid review."""
