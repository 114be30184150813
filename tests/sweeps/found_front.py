"""Pages of the front that say one thing of several, as the sweeps open them."""


def checklist() -> tuple[str]:
    """The longer of the two."""
    return ("local-review",)


def guide() -> tuple[str]:
    """One with a point that is not verified."""
    return ("method",)


def blank_form() -> tuple[str]:
    """As a Word document."""
    return ("docx",)


def theme() -> tuple[str]:
    """One of which the demo's library has passages and recommendations."""
    return ("curiosity.fathers",)


def subject() -> tuple[str]:
    """One of the four that the Panel's page names."""
    return ("vulnerable-babies",)
