"""What a person does on any page, in the words of the page: with mouse and keys, or with the keyboard alone."""

from datetime import date

from playwright.sync_api import Locator, Page

MOST_STOPS = 150  # tab stops on the longest page


class Hands:
    """Mouse and keys."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def write(self, question: str, words: str) -> None:
        """Types an answer in place of what stood there."""
        self.page.get_by_label(question, exact=True).fill(words)

    def choose(self, question: str, answer: str) -> None:
        """One of several answers to a question."""
        self._group(question).get_by_label(answer, exact=True).check()

    def pick(self, question: str, answer: str) -> None:
        """An answer from a drop-down list."""
        self.page.get_by_label(question, exact=True).select_option(label=answer)

    def give_day(self, question: str, on: date) -> None:
        """Day, month and year."""
        for part, number in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
            self._fill(self._group(question).get_by_label(part, exact=True), str(number))

    def tick(self, words: str) -> None:
        """A single box."""
        self.page.get_by_label(words).check()

    def press(self, button: str) -> None:
        """A button, or a link that looks like one."""
        self.page.get_by_role("button", name=button, exact=True).click()

    def follow(self, link: str) -> None:
        """The first link with these words."""
        self.page.get_by_role("link", name=link, exact=True).first.click()

    def _fill(self, field: Locator, words: str) -> None:
        field.fill(words)

    def _group(self, question: str) -> Locator:
        return self.page.get_by_role("group", name=question, exact=True)


class KeyboardOnly(Hands):
    """Tab, arrows, space and enter; whatever cannot be reached with them fails the test."""

    def write(self, question: str, words: str) -> None:
        """Reached by tab, then typed."""
        self._fill(self.page.get_by_label(question, exact=True), words)

    def choose(self, question: str, answer: str) -> None:
        """Tab leads into the group, arrows to the answer."""
        options = self._group(question).get_by_role("radio")
        self._reach(options)
        self.page.keyboard.press("Space")
        wanted = self._group(question).get_by_label(answer, exact=True)
        for _ in range(options.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"arrows do not lead to {answer!r}")

    def pick(self, question: str, answer: str) -> None:
        """Typing the first letters finds the answer."""
        self._reach(self.page.get_by_label(question, exact=True))
        self.page.keyboard.type(answer)

    def tick(self, words: str) -> None:
        """Space ticks."""
        self._reach(self.page.get_by_label(words))
        self.page.keyboard.press("Space")

    def press(self, button: str) -> None:
        """Enter presses a button and follows a link."""
        self._reach(self.page.get_by_role("button", name=button, exact=True))
        self.page.keyboard.press("Enter")

    def follow(self, link: str) -> None:
        """Enter follows a link."""
        self._reach(self.page.get_by_role("link", name=link, exact=True))
        self.page.keyboard.press("Enter")

    def _fill(self, field: Locator, words: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def _reach(self, wanted: Locator) -> None:
        """Tab, from where the person is, until one of these has the focus."""
        wanted.first.wait_for()
        for _ in range(MOST_STOPS):
            if wanted.evaluate_all("each => each.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {wanted}")
