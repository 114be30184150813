"""The pages, one file a page or a few that belong together."""
