"""The sitemap (sitemaps.org 0.9): every page of the library that everybody may see, for search engines."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from lxml import etree

from second_question.library.access import EVERYBODY
from second_question.library.collection import Library
from second_question.library.harvesting import stamps_of
from second_question.library.listing import Order
from second_question_web.library.feeds.addresses import address_of, whole

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
A_FILE = 50_000
"""The most addresses that a file of the standard may hold."""
PAGES = (
    "library",
    "library_new",
    "library_browse",
    "library_studies",
    "library_resources",
    "library_template",
    "library_feeds",
)

Place = tuple[str, str]
"""An address and when it last changed, "" where that is not known."""


def sitemap(library: Library, number: int | None, a_file: int = A_FILE) -> bytes | None:
    """The whole sitemap, or where there are too many pages the list of its files; with a number that file, None if there is
    none of that number.
    """
    total = library.documents(EVERYBODY, limit=0).total + len(PAGES)
    files = -(-total // a_file)
    if number is None and files > 1:
        every = ((whole(reverse("library_sitemap_file", args=[one])), "") for one in range(1, files + 1))
        return _written("sitemapindex", "sitemap", every)
    at = number or 1
    if not 1 <= at <= files:
        return None
    return _written("urlset", "url", _places(library, (at - 1) * a_file, a_file))


def _places(library: Library, first: int, most: int) -> Iterator[Place]:
    pages = [(whole(reverse(name)), "") for name in PAGES][first : first + most]
    yield from pages
    offset, limit = max(0, first - len(PAGES)), most - len(pages)
    found = library.documents(EVERYBODY, order=Order.CHANGED, offset=offset, limit=limit).documents
    stamps = stamps_of(library.store, [one.id for one in found])
    yield from ((address_of(one.key), stamps[one.id]) for one in found)


def _written(root: str, each: str, places: Iterable[Place]) -> bytes:
    made = etree.Element(f"{{{NAMESPACE}}}{root}", nsmap={None: NAMESPACE})
    for address, changed in places:
        entry = etree.SubElement(made, f"{{{NAMESPACE}}}{each}")
        etree.SubElement(entry, f"{{{NAMESPACE}}}loc").text = address
        if changed:
            etree.SubElement(entry, f"{{{NAMESPACE}}}lastmod").text = changed
    return bytes(etree.tostring(made, xml_declaration=True, encoding="UTF-8"))
