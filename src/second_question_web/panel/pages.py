"""Under which name what is typed on a page of the Panel is kept until it is saved."""


def reply_page(reference: str) -> str:
    """The page on which the reply to a review is written."""
    return f"{reference}/panel-reply"


def answer_page(reference: str, reply: int) -> str:
    """The page on which the partnership answers that reply."""
    return f"{reference}/panel-answer/{reply}"
