"""Every page with 20,000 notifications and 20 people at once, beside a bare page of the same framework on the same server."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

from bench.figures import Figure
from bench.server import PORT, Installation, serving, session, web_memory

PEOPLE, SECONDS, THINK, WARM_UP = 20, 20, 1.0, 5.0
BARE = "/robots.txt"  # the framework, the server, the middleware; no database, no template
LIMIT = 100  # milliseconds at the 95th percentile
QUERIES = 12
VISITS = {
    "bea@example.org": ["/", "/notifications/", "/referrals/", "/partnerships/", "/account/", "{case}", "{review}"],
    "noor@example.org": [
        "/notifications/new/",
        "{draft}",
        "{draft}check/",
        "{draft}answer/child-characteristics/1/",
        "{draft}answer/context/",
        "{sent}answers/",
        "{sent}copy.pdf",
        "/notifications/?sort=authority",
    ],
    "petra@example.org": [
        "/",
        "/panel/",
        "/notifications/",
        "/notifications/?nature=death&sort=-sent_on&page=40",
        "{case}",
        "{review}",
    ],
    "audra@example.org": ["/", "/trail/"],
}


def measure(of: Installation, database: str) -> list[Figure]:
    """Starts the server, lets the people ask, and gives the times and the memory."""
    with serving(of) as process:
        case = of.python(
            "from second_question_web.rapid_reviews.models import RapidReview\n"
            "print(RapidReview.objects.filter(notification__partnership__slug='wessenmere')"
            ".latest('opened_on').notification.reference)"
        )
        norvale = (
            "Notification.objects.filter(partnership__name__startswith='Norvale', origin='entered', state={state!r})"
        )
        found = (
            "from second_question_web.incidents.models import Notification\nprint("
            + norvale
            + ".latest('pk').reference)"
        )
        draft, sent = (of.python(found.format(state=state)) for state in ("draft", "sent"))
        places = {
            "draft": f"/notifications/{draft}/",
            "sent": f"/notifications/{sent}/",
            "case": f"/notifications/{case}/",
            "review": f"/notifications/{case}/rapid-review/",
        }
        cookies = {email: session(of, email) for email in VISITS}
        bare = at_once([cookies["bea@example.org"]], [BARE])[BARE]
        figures = [Figure(f"{database}: a bare page, p95", p95(bare), "ms")]
        for email, pages in VISITS.items():
            times = at_once([cookies[email]], [page.format(**places) for page in pages])
            who = email.split("@", maxsplit=1)[0]
            figures += [
                figure(f"{database}: {page} as {who}, p95", taken, LIMIT, bare) for page, taken in times.items()
            ]
        figures.append(Figure(f"{database}: memory of a web process", web_memory(process), "MB", 300))
    return figures


def figure(name: str, taken: list[float], limit: float, bare: list[float]) -> Figure:
    """The 95th percentile beside its limit, and the median beside that of the bare page."""
    ratio = statistics.median(taken) / statistics.median(bare)
    beside = f"median {1000 * statistics.median(taken):.0f} ms = {ratio:.1f} × the bare page; {len(taken)} requests"
    return Figure(name, p95(taken), "ms", limit, beside)


def p95(taken: list[float]) -> float:
    """In milliseconds; of a single request, that one."""
    return 1000 * (statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0])


def at_once(
    cookies: list[str], pages: list[str], *, body: str = "", seconds: float = SECONDS
) -> dict[str, list[float]]:
    """The load runs as a process of its own; see `bench/load.py`. A second of thought between two pages of a person."""
    task = {
        "port": PORT,
        "cookies": cookies,
        "pages": pages,
        "people": PEOPLE,
        "seconds": seconds,
        "think": THINK,
        "warm_up": WARM_UP,
        "body": body,
    }
    load = Path(__file__).with_name("load.py")
    done = subprocess.run(
        [sys.executable, str(load)], input=json.dumps(task), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    times: dict[str, list[float]] = json.loads(done.stdout)
    never = set(pages) - set(times)
    if never:
        raise SystemExit(f"{seconds:g} seconds are too short to ask for {', '.join(sorted(never))}")
    return times
