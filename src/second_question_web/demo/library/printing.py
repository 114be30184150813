"""A report of the demo as PDF, as most reports are published: its pages can stand beside their text."""

import re
from collections.abc import Iterator

from second_question.exchange.review.paper import Block, Heading, Paper, paragraph
from second_question.exchange.review.printing import printed

_HEADING = re.compile(r"(#+) (.+)")


def as_pdf(report: str) -> bytes:
    """A report as PDF. It begins with its title; headings and numbered recommendations are marked as in Markdown."""
    title, _, rest = report.partition("\n")
    name = title.removeprefix("# ")
    return printed(Paper(name, "", name, tuple(_blocks(rest)), fictional=True, marking=""))


def _blocks(text: str) -> Iterator[Block]:
    for part in filter(None, map(str.strip, text.split("\n\n"))):
        if heading := _HEADING.fullmatch(part):
            yield Heading(heading[2], len(heading[1]) - 1)
        else:
            yield from map(paragraph, re.split(r"\n(?=\d+\. )", part))
