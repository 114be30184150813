"""The pages of a notification."""
