"""A document of the library: its page, its text and its file."""
