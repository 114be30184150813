"""Every link from one page of the repository to another leads somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)|^\[[\w-]+\]: (?!https?:)(\S+)$", re.MULTILINE)
# Pictures are taken by `make screenshots` and checked with them.
PICTURE = re.compile(r"\.(png|svg)$")


def anchors(page: Path) -> set[str]:
    """The places of a page that a link can lead to: its headings, as GitHub names them, and named anchors."""
    text = page.read_text()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = set(re.findall(r'<a id="([^"]+)"', text))
    return named | {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def broken(page: Path) -> list[str]:
    wrong = []
    for link in (first or second for first, second in LINK.findall(page.read_text())):
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            wrong.append(link)
    return [link for link in wrong if not PICTURE.search(link)]


def test_there_are_links() -> None:
    assert sum(len(LINK.findall(page.read_text())) for page in PAGES) > 80


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_its_links_lead_somewhere(page: Path) -> None:
    assert broken(page) == []
