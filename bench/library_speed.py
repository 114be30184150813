"""How quick the library is, on a made-up collection of 10,000 documents of 23 KB in 200,000 passages, beside its engines alone.

The words are made up too: 30,000 of them, as frequent as words of a language are (Zipf). The field's words are among them, each
in as many of a hundred passages as in the shared texts (3,312 passages, 26 November 2026); and `COMMONEST` in most of them.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from bench.figures import Figure
from bench.library_peers import datasette, full_text_search, p95, tantivy_alone
from second_question.library.access import OWNER, Access
from second_question.library.collection import Library
from second_question.library.entry import Entry, KeptPassage
from second_question.library.searching import Asked, compiled
from second_question.library.store import FILE

DOCUMENTS, PASSAGES, WORDS = 10_000, 20, 180
VOCABULARY = 30_000
FIELD = {
    "school": 19.4, "professional": 6.9, "neglect": 3.5, "suicide": 2.8, "fathers": 2.2, "exclusion": 1.7, "curiosity": 1.1,
    "pregnancy": 0.45, "concealed": 0.27, "knife": 0.21, "bruising": 0.21, "sleeping": 0.15,
}  # fmt: skip
"""Passages in a hundred that have the word."""
COMMONEST = "child"
AREAS = ("Norfolk", "Kent", "Leeds", "Wigan", "Dorset", "Bristol")
KINDS = ("local-review", "serious-case-review", "rapid-review", "briefing")
THEMES = ("curiosity.fathers", "information-sharing", "child-voice", "neglect", "school")
PUBLIC = Access(frozenset({"public"}))
QUERIES = (
    "neglect", "concealed pregnancy", "professional curiosity fathers", '"professional curiosity"', "NAI", "bruis*",
    "school AND exclusion NOT knife", "suicide OR exclusion", "area:norfolk neglect", "year:2015..2019 sleeping",
    "profesional curiosty", "the fathers who were not asked about in the school",
)  # fmt: skip
INDEXED, ENGINE, PAGE, SIMILAR, MEMORY = 20, 5, 50, 300, 500
AT_SCALE = 2
"""Times these limits, with five times as many passages (issue 5)."""


def fill(folder: Path, documents: int = DOCUMENTS) -> None:
    """A store of made-up documents, without its index."""
    with Library(folder) as library:
        entries = _entries(documents)
        for _ in range(0, documents, 500):
            with library.store.writing():
                for entry in islice(entries, 500):
                    seen = "public" if int(entry.key, 16) % 3 else "own"
                    library.store.put(entry, visibility=seen, text_visibility=seen)


def _entries(documents: int) -> Iterator[Entry]:
    choose = random.Random(5)  # noqa: S311  # a made-up text
    made = ["".join(choose.choices("abcdefghijklmnoprstuvw", k=choose.randint(3, 9))) for _ in range(VOCABULARY)]
    made[:8] = ["the", "of", "and", "to", "in", "a", "was", COMMONEST]
    weights = list(accumulate(1 / (rank + 2) for rank in range(1, VOCABULARY + 1)))
    for word, share in FIELD.items():
        of_all = 1 - (1 - share / 100) ** (1 / WORDS)
        made[round(1 / (of_all * weights[-1])) - 3] = word
    for number in range(documents):
        yield _entry(number, choose, made, weights)


def _entry(number: int, choose: random.Random, made: list[str], weights: list[float]) -> Entry:
    said = [" ".join(choose.choices(made, cum_weights=weights, k=WORDS)) for _ in range(PASSAGES)]
    passages, at = [], 0
    for page, one in enumerate(said, 1):
        themes = tuple(choose.sample(THEMES, choose.randint(0, 2)))
        passages.append(KeptPassage(page, at, at + len(one), ("Findings",), themes))
        at += len(one) + 1
    year, area = 2005 + number % 20, AREAS[number % len(AREAS)]
    return Entry(
        key=f"{number:012x}", digest=f"{number:064x}", name=f"report {number}", text="\n".join(said), title=f"Report {number}",
        kind=KINDS[number % len(KINDS)], area=area, authorities=(area,), regions=("East of England",), nation="England",
        published=str(year), ages=(number % 18,), pages=PASSAGES, passages=tuple(passages),
    )  # fmt: skip


def indexing(library: Library) -> float:
    """Seconds to make the whole index."""
    began = time.perf_counter()
    library.rebuild()
    return time.perf_counter() - began


def figures(folder: Path, documents: int = DOCUMENTS) -> list[Figure]:
    """Indexing and searching, in this process, with peers; memory in another."""
    fill(folder, documents)
    size = f"{documents * PASSAGES:,} passages"
    plain = [query for query in QUERIES if ":" not in query]
    with Library(folder) as library:
        made = indexing(library)
        engine, page = _engine(library), _page(library)
        like = _similar(library)
        alone, query_alone = tantivy_alone(library, folder / "tantivy", QUERIES)
        peer = full_text_search(library, folder / "peer.db", plain)
    web = datasette(folder / "peer.db", plain)
    beside = f"SQLite FTS5 ranked, p95 {peer:.1f} ms; Tantivy alone {query_alone:.2f} ms"
    return [
        Figure(
            f"making the index of {documents:,} documents",
            made,
            "s",
            INDEXED,
            f"Tantivy alone, the text, {alone:.1f} s",
        ),
        Figure(f"a query in the engine, {size}, p95", engine, "ms", ENGINE, beside),
        Figure(f"a page with counts and passages, {size}, p95", page, "ms", PAGE, web),
        Figure(f"similar for a review of 60 passages, {size}", like, "ms", SIMILAR),
        Figure(f"memory of a process that searches, {size}", _memory(folder), "MB", MEMORY),
    ]


def at_scale(folder: Path, times: int = 5) -> list[Figure]:
    """The same queries over so many times as many documents; the limits are twice those before."""
    with Library(folder) as library:
        before = _engine(library), _page(library)
        _multiply(library, times)
        library.rebuild()
    with Library(folder) as library:
        after = _engine(library), _page(library)
        commonest = p95([lambda: library.search(Asked(COMMONEST, PUBLIC))])
        size = f"{library.store.counts()['passages']:,} passages"
    names = (("a query in the engine", ENGINE), ("a page with counts and passages", PAGE))
    return [
        *(
            Figure(f"{name}, {size}, p95", now, "ms", AT_SCALE * limit, f"{now / then:.1f} × that of a {times}th")
            for (name, limit), then, now in zip(names, before, after, strict=True)
        ),
        Figure(f"a page of a word that most passages have, {size}", commonest, "ms", None, "what comes late"),
    ]


def _multiply(library: Library, times: int) -> None:
    """Copies of the documents under other keys, made in the database."""
    database = sqlite3.connect(library.store.folder / FILE)
    most = database.execute("select max(id) from documents").fetchone()[0]
    names = [row[1] for row in database.execute("pragma table_info(documents)")]
    made = {"id": "id + :add", "key": "key || :add", "digest": "digest || :add", "changed": "changed + :add"}
    copied = ", ".join(made.get(name, f'"{name}"') for name in names)
    for add in range(most, most * times, most):
        given = {"add": add, "most": most}
        database.execute(f"insert into documents select {copied} from documents where id <= :most", given)  # noqa: S608  # our own words
        for table in ("passages", "filed", "cut"):
            columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
            others = ", ".join("document + :add" if name == "document" else f'"{name}"' for name in columns)
            database.execute(f"insert into {table} select {others} from {table} where document <= :most", given)  # noqa: S608  # our own words
    database.commit()
    database.close()


def _engine(library: Library) -> float:
    index = library.index
    queries = [compiled(index, Asked(query, PUBLIC), relaxed=False)[0] for query in QUERIES]
    return p95([lambda query=query: index.searcher.search(query, 20, count=False) for query in queries])


def _page(library: Library) -> float:
    return p95([lambda query=query: library.search(Asked(query, PUBLIC)) for query in QUERIES])


def _similar(library: Library) -> float:
    said = [
        library.store.text_of(document)[one.start : one.end]
        for document in (3, 4, 5)
        for one in library.store.passages_of(document)
    ]
    return p95([lambda: library.similar_to_text(said, access=OWNER)], 5)


def _memory(folder: Path) -> float:
    """Megabytes of its own (the files of the index are the system's to keep) of a process that has searched for all."""
    program = (
        "import sys; from pathlib import Path; from second_question.library.collection import Library;"
        "from second_question.library.access import OWNER; from second_question.library.searching import Asked;"
        "library = Library(Path(sys.argv[1]));"
        "[library.search(Asked(query, OWNER)) for query in sys.argv[2:]];"
        "lines = Path('/proc/self/smaps_rollup').read_text().splitlines();"
        "print(sum(int(line.split()[1]) for line in lines if line.startswith('Private_')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(folder), *QUERIES], check=True, capture_output=True, env=os.environ
    )
    return int(said.stdout) / 1024
