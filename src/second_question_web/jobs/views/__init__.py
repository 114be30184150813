"""The pages of background work."""
