"""The pages of the Panel."""
