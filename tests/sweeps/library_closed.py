"""Every address of the library at which something could show that a restricted document is there, for the sweep over them.

A new address of the library is added here: what is opened, with `{key}` for the key of a restricted document and `{word}` for a
word that only it has. Or it stands in `ELSEWHERE`, with the reason.
"""

ADDRESSES: dict[str, tuple[str, ...]] = {
    "library": ("/library/",),
    "library_studies": ("/library/case-studies/",),
    "library_study": tuple(
        f"/library/case-studies/{theme}/" for theme in ("trafficking", "neglect", "curiosity", "vulnerable-babies")
    ),
    "library_search": (
        "/library/search/",
        "/library/search/?q={word}",
        "/library/search/?q={word}*",
        "/library/search/?q={misspelt}",
        "/library/search/?q=title:{word}+OR+heading:{word}+OR+fathers",
        "/library/search/?q=fathers&as_written=1",
        "/library/search/?q=NOT+fathers",
        "/library/search/?area=Rutland",
        "/library/search/?q=area:Rutland",
        "/library/search/?region=East+Midlands&kind=annual-review",
        "/library/search/?theme=trafficking",
        "/library/search/?year=1951..1953",
        "/library/search/?age=16+to+17",
        "/library/search/?q=fathers&within={key}",
        "/library/search/?within={key}",
    ),
    "library_browse": ("/library/browse/",),
    "library_subject": ("/library/browse/neglect/", "/library/browse/vulnerable-babies/"),
    "library_new": ("/library/new/", "/library/new/?year=1952", "/library/new/?year=1952&region=East+Midlands"),
    "library_document": ("/library/{key}/", "/library/{key}/?from=0-10", "/library/{open}/"),
    "library_similar": ("/library/{key}/similar/", "/library/{open}/similar/"),
    "library_original": ("/library/{key}/original/",),
    "library_page": ("/library/{key}/page-1.png",),
    "library_cite_ris": ("/library/{key}/cite.ris",),
    "library_cite_bibtex": ("/library/{key}/cite.bib",),
    "library_dublin_core": ("/library/{key}/dc.xml",),
    "library_feeds": ("/library/feeds/",),
    "library_feed": ("/library/feed.atom", "/library/feed.atom?q={word}", "/library/feed.atom?theme=trafficking"),
    "library_oai": (
        "/library/oai?verb=Identify",
        "/library/oai?verb=ListSets",
        "/library/oai?verb=ListRecords&metadataPrefix=oai_dc",
        "/library/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
        "/library/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:{key}",
    ),
    "library_search_download": (
        "/library/search.csv",
        "/library/search.csv?q={word}",
        "/library/search.csv?area=Rutland",
    ),
    "library_sitemap": ("/sitemap.xml",),
    "library_sitemap_file": ("/sitemap-1.xml",),
}

ELSEWHERE: dict[str, str] = {
    **dict.fromkeys(
        ("library_resources", "library_template", "library_checklist", "library_guide", "library_blank_form"),
        "says the same to everybody, whatever the library holds: tests/web/library/test_front.py",
    ),
    **dict.fromkeys(
        ("library_saved", "library_saved_new", "library_saved_search", "library_saved_stop"),
        "what is new in a person's own searches: tests/web/library/test_alerts.py",
    ),
    **dict.fromkeys(
        (
            *("library_deposits", "library_upload", "library_record", "library_deposit", "library_deposit_text"),
            *("library_deposit_file", "library_deposit_facts", "library_deposit_who", "library_deposit_redact"),
            *("library_deposit_redacting", "library_deposit_version", "library_deposit_take_out"),
            *("library_deposit_restore", "library_deposit_discard"),
        ),
        "for those who deposit, by whose document it is: tests/web/library/test_depositing.py",
    ),
}
