"""The pages of the library, as `tests/sweeps/pages.py` lists those of the rest."""

from tests.sweeps import found_deposits, found_documents, found_front, found_library
from tests.sweeps.page import Page

LIBRARY_PAGES: tuple[Page, ...] = (
    Page("library"),
    Page("library", "Bea"),
    Page("library_resources"),
    Page("library_template"),
    Page("library_checklist", place=found_front.checklist),
    Page("library_guide", place=found_front.guide),
    Page("library_blank_form", place=found_front.blank_form, is_file=True),
    Page("library_studies"),
    Page("library_study", place=found_front.theme),
    Page("library_study", "Bea", found_front.subject),
    # Searching, browsing, documents
    Page("library_search"),
    Page("library_search", "Bea", query="?q=fathers&kind=local-review"),
    Page("library_search", query="?q=nothinglikethis"),
    Page("library_browse"),
    Page("library_subject", place=found_documents.subject),
    Page("library_new"),
    Page("library_document", place=found_documents.document),
    Page("library_document", "Bea", found_documents.own_document),
    Page("library_document", place=found_documents.withheld_document),
    Page("library_similar", place=found_documents.document),
    Page("library_original", place=found_documents.document, is_file=True),
    Page("library_cite_ris", place=found_documents.document, is_file=True),
    Page("library_cite_bibtex", place=found_documents.document, is_file=True),
    # Feeds and alerts
    Page("library_feeds"),
    Page("library_feed", is_file=True),
    Page("library_oai", query="?verb=ListRecords&metadataPrefix=oai_dc", is_file=True),
    Page("library_search_download", "Bea", is_file=True),
    Page("library_sitemap", is_file=True),
    Page("library_sitemap_file", place=found_library.first_file, is_file=True),
    Page("library_saved", "Bea"),
    Page("library_saved_new", "Bea", query="?q=fathers"),
    Page("library_saved_search", "Bea", found_library.saved_search, only_prepared=True),
    Page("library_saved_stop", place=found_library.stop_link),
    # Deposits
    *(Page("library_deposits", who) for who in ("Bea", "Petra")),
    *(Page("library_upload", who) for who in ("Bea", "Petra")),
    Page("library_record", "Bea"),
    *(
        Page(f"library_deposit{page}", "Bea", found_deposits.deposited)
        for page in ("", "_facts", "_who", "_text", "_version", "_take_out")
    ),
    Page("library_deposit_file", "Bea", found_deposits.deposited, is_file=True),
    *(
        Page(f"library_deposit{page}", "Bea", found_deposits.waiting, only_prepared=True)
        for page in ("", "_facts", "_who", "_text")
    ),
)
LIBRARY_NO_PAGES: dict[str, str] = {
    "library_page": "a picture; tests/web/library/test_documents.py",
    "library_deposit_redact": "answers POST alone; tests/web/library/test_depositing.py",
    "library_deposit_redacting": "needs a job; tests/journeys/test_library_depositing.py",
    "library_deposit_restore": "answers POST alone; tests/web/library/test_depositing.py",
    "library_deposit_discard": "answers POST alone; tests/web/library/test_depositing.py",
    "library_dublin_core": "needs the key of a document; tests/web/library/test_feeds.py",
}
"""Addresses that answer no GET with a page, with the reason and where they are tested instead."""
