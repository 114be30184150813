"""What the Panel's pages refuse, with what the reader needs to go on."""

from second_question_web.panel.models import Reply


class WrittenMeanwhile(Exception):
    """Somebody else wrote in the same draft since the page was opened. Nothing was overwritten; `theirs` is what is kept."""

    def __init__(self, theirs: Reply) -> None:
        super().__init__(f"{theirs.written_by} changed this reply since you opened the page; nothing was overwritten")
        self.theirs = theirs
