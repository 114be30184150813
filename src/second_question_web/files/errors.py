"""What is refused about a file, in words for the person who gives or opens it."""


class FileRefused(Exception):
    """The file is not taken. The message says why and what to do."""


class CannotBeOpened(Exception):
    """The file is here and cannot be opened: removed, infected, or not yet scanned. The message says which."""
