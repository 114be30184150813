"""Whoever meets “N1” or “handbook 2, section 1.3” in the code or the docs finds it explained in docs/sources."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "docs" / "sources"

LINE = r"[NRLPBKFWASYT][1-9]\d?"
# A line is cited in brackets, at the start of a comment, a `source` or a table cell, or after another citation.
# A space and a digit after it make it a postcode.
LINES = re.compile(rf'(?:\(|"|; |# |\| |handbook 1, )({LINE}(?:(?:, |; | to | and ){LINE})*)(?=[);",.:| ])(?! \d)')
SECTIONS = re.compile(r"handbook ([23]), sections? (\d+(?:\.\d+)?(?:(?:, | and )\d+(?:\.\d+)?)*)", re.IGNORECASE)
PEERS = re.compile(r"handbook 4(?:, ([\w-]+))?", re.IGNORECASE)
ADDRESS = re.compile(r"\]\[[\w-]+\]|\]\((?:http|#|\w)")


@cache
def texts() -> dict[Path, str]:
    """Everything that may cite: sources of the program and pages of the docs, but not the explanations themselves."""
    found = [path for kind in ("*.py", "*.html", "*.md", "*.toml") for path in (ROOT / "src").rglob(kind)]
    found += [path for path in (ROOT / "docs").rglob("*.md") if SOURCES not in path.parents]
    return {path: re.sub(r"\s+", " ", path.read_text()) for path in found}


def cited(pattern: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
    for path, text in texts().items():
        for match in pattern.finditer(text):
            yield path.relative_to(ROOT), match


def explained(page: str, pattern: str) -> dict[str, str]:
    """Each entry of a page with the text that follows it."""
    parts = re.split(pattern, (SOURCES / page).read_text(), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_line_cited_is_explained() -> None:
    known = explained("lines.md", rf"^- \*\*({LINE})\*\* ")
    asked = {(path, line) for path, match in cited(LINES) for line in re.findall(LINE, match[1])}
    assert len(asked) > 40
    assert {(path, line) for path, line in asked if line not in known} == set()


def test_every_section_cited_is_explained() -> None:
    pages = {
        "2": explained("rules.md", r'^<a id="([\d-]+)"></a>$'),
        "3": explained("templates.md", r'<a id="(\d)"></a>'),
    }
    asked = {
        (path, book, number.replace(".", "-"))
        for path, match in cited(SECTIONS)
        for book, numbers in [match.groups()]
        for number in re.findall(r"[\d.]*\d", numbers)
    }
    assert len(asked) > 20
    assert {one for one in asked if one[2] not in pages[one[1]]} == set()


def test_every_peer_cited_by_name_is_explained() -> None:
    known = [name.casefold() for name in explained("peers.md", r"^## (.+)$")]
    asked = {(path, (match[1] or "no name is given").casefold()) for path, match in cited(PEERS)}
    assert asked
    assert {(path, name) for path, name in asked if not any(peer.startswith(name) for peer in known)} == set()


def test_every_line_says_more_than_its_number_and_names_its_document() -> None:
    entries = explained("lines.md", rf"^- \*\*({LINE})\*\* ")
    documents = ("review", "annual report", "newsletter", "Panel page")
    assert len(entries) > 60
    for line, text in entries.items():
        said, _, source = text.strip().splitlines()[0].rpartition(" (")
        assert len(said) > 40, line
        assert any(name in source for name in documents), line


def test_every_section_and_peer_leads_to_a_public_address() -> None:
    sections = explained("rules.md", r'^<a id="(\d+-\d+|[6-9]|1[0-4])"></a>$')
    peers = explained("peers.md", r"^## (.+)$")
    assert len(sections) > 30
    assert {name for name, text in (sections | peers).items() if not ADDRESS.search(text)} == set()


def test_every_address_named_is_given() -> None:
    text = (SOURCES / "rules.md").read_text()
    named, given = set(re.findall(r"\]\[([\w-]+)\]", text)), set(re.findall(r"^\[([\w-]+)\]: \S+$", text, re.MULTILINE))
    assert len(named) > 50
    assert named == given
