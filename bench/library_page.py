"""The whole search page of the library: passages, counts of every filter, the template and the middleware, in this process.

`python -m bench.library_page` measures 10,000 made-up documents of 200,000 passages; with `--small` a tenth of them. Each query
is asked as somebody would who is not signed in, with no filter and with one.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from bench.figures import Figure, table
from bench.library_speed import DOCUMENTS, PAGE, PASSAGES, QUERIES, fill

ROUNDS = 6
PAGES = (
    ("the first page, nothing asked for", ("",)),
    ("the search page", tuple(f"?q={query}" for query in QUERIES)),
    ("the search page with a filter", tuple(f"?q={query}&kind=briefing" for query in QUERIES)),
)


def measure(documents: int = DOCUMENTS) -> list[Figure]:
    """The figures, in an installation of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="second-question-page-") as home:
        os.environ.update(
            SECOND_QUESTION_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="second_question_web.settings"
        )
        return _measured(Path(home), documents)


def _measured(home: Path, documents: int) -> list[Figure]:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    fill(home / "library", documents)
    from second_question_web.library.collection import library

    library().rebuild()
    size = f"{documents * PASSAGES:,} passages"
    return [figure for name, asked in PAGES for figure in _page(f"{name}, {size}", asked)]


def _page(name: str, asked: tuple[str, ...]) -> list[Figure]:
    from django.test import Client
    from django.urls import reverse

    client, address = Client(), reverse("library_search")
    times, computed = [], []
    for round_ in range(ROUNDS + 1):
        for said in asked:
            began, computing = perf_counter(), process_time()
            answer = client.get(address + said, headers={"Host": "127.0.0.1"})
            if round_:
                times.append(1000 * (perf_counter() - began))
                computed.append(1000 * (process_time() - computing))
            if answer.status_code != 200:
                raise SystemExit(f"{said}: {answer.status_code}")
    high = quantiles(times, n=20)[-1]
    own = f"of its own computing, {quantiles(computed, n=20)[-1]:.1f} ms"
    beside = f"median {median(times):.1f} ms; {own}; Datasette 5 to 334 ms a page, measured earlier"
    return [Figure(f"{name}, p95", high, "ms", PAGE, beside)]


if __name__ == "__main__":
    print(table(measure(DOCUMENTS // 10 if "--small" in sys.argv else DOCUMENTS)))
