"""The sample reports as web page, as Markdown and as plain text with hard line breaks."""

import re
from collections.abc import Iterator
from html import escape

from tests.report_source import Heading, Items, Paragraph, Part, Quotation, Report, Run, Runs, Table, said

LINE = 74
_SHORTEST_BROKEN = 7
"""Letters: a shorter word is not broken at the end of a line."""

_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title><style>body {{ font-family: sans-serif }}</style>
<script>window.visits = 1;</script></head>
<body><a href="#main">Skip to main content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/r">Reviews</a></li></ul></nav>
<main id="main">
{body}
</main><footer><p>Accessibility statement</p></footer></body></html>
"""
_SYLLABLES = re.compile(r"(?<=[aeiouy])(?=[bcdfghklmnprstvw][aeiouy])|(?<=[aeiouy][lmnrst])(?=[bcdfgklmnpstv][aeiouy])")


def markdown(report: Report) -> bytes:
    """The source as it stands."""
    return report.source.encode()


def web_page(report: Report) -> bytes:
    """HTML with headings, lists, tables and notes, and with the links, script and footer of a site around them."""
    body = "\n".join(map(_html, report.parts))
    notes = "\n".join(f'<p id="note-{mark}">{mark}. {escape(note)}</p>' for mark, note in report.notes.items())
    return _PAGE.format(title=escape(report.title), body=body + "\n" + notes).encode()


def hard_lines(report: Report) -> bytes:
    """Plain text of short lines with words broken at their ends, headings underlined, table rows as lines with bars."""
    stretches = [stretch for part in report.parts for stretch in _plain(part)]
    stretches += [_wrapped(f"[{mark}] {note}") for mark, note in report.notes.items()]
    return "\n\n".join(stretches).encode()


def _html(part: Part) -> str:
    match part:
        case Heading(level=level, runs=runs):
            return f"<h{level}>{_html_runs(runs)}</h{level}>"
        case Paragraph(runs=runs):
            return f"<p>{_html_runs(runs)}</p>"
        case Items(items=items, first=first):
            opened, closed = (f'<ol start="{first}">', "</ol>") if first else ("<ul>", "</ul>")
            return opened + "".join(f"<li>{_html_runs(item)}</li>" for item in items) + closed
        case Table(rows=rows):
            return "<table>" + "\n".join(map(_html_row, rows)) + "</table>"
        case Quotation(parts=parts):
            return "<blockquote>" + "\n".join(map(_html, parts)) + "</blockquote>"


def _html_row(row: tuple[Runs, ...]) -> str:
    return "<tr>" + "".join(f"<td>{_html_runs(cell)}</td>" for cell in row) + "</tr>"


def _html_runs(runs: Runs) -> str:
    return "".join(map(_html_run, runs))


def _html_run(run: Run) -> str:
    if run.note:
        return f'<sup><a href="#note-{run.note}">{run.note}</a></sup>'
    shown = escape(run.text)
    shown = f"<em>{shown}</em>" if run.italic else shown
    return f"<strong>{shown}</strong>" if run.bold else shown


def _plain(part: Part) -> Iterator[str]:
    match part:
        case Heading(level=level, runs=runs):
            title = said(runs)
            yield title + "\n" + ("=" if level == 1 else "-") * min(len(title), LINE)
        case Paragraph(runs=runs):
            yield _wrapped(said(runs))
        case Items(items=items, first=first):
            marks = [f"{number}. " if first else "* " for number in range(first, first + len(items))]
            yield "\n".join(_wrapped(mark + said(item)) for mark, item in zip(marks, items, strict=True))
        case Table(rows=rows):
            yield "\n".join(" | ".join(map(said, row)) for row in rows)
        case Quotation(parts=parts):
            for inner in parts:
                yield from _plain(inner)


def _wrapped(text: str) -> str:
    """Lines of at most `LINE` characters; a long word that does not fit is broken with a hyphen if it has a place for it."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if len(joined) <= LINE:
            line = joined
            continue
        start, rest = _broken(word, LINE - len(line) - 2)
        lines.append(f"{line} {start}-" if start else line)
        line = rest
    return "\n".join([*lines, line])


def _broken(word: str, room: int) -> tuple[str, str]:
    """The part of a word that fits in the room with a hyphen after it, and the rest; the whole word where none does."""
    letters = word.rstrip(".,;:)")
    if len(letters) >= _SHORTEST_BROKEN and letters.isalpha() and letters.islower():
        places = [place.start() for place in _SYLLABLES.finditer(letters)]
        fitting = [place for place in places if 2 <= place <= min(room, len(letters) - 3)]
        if fitting:
            return word[: fitting[-1]], word[fitting[-1] :]
    return "", word
