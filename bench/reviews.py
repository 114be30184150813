"""The pages of rapid reviews with 5,000 of them and 20,000 agency summaries, 20 people at once; and saving what is typed."""

import http.client
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from bench.figures import Figure
from bench.pages import BARE, at_once, figure
from bench.server import PORT, Installation, serving, session

ROOT = Path(__file__).resolve().parents[1]
PAGE_LIMIT, SAVING_LIMIT = 120, 60  # milliseconds at the 95th percentile
FILLING_LIMIT = 120  # seconds
TYPED = "The health visitor rang twice and nobody answered; the third time she drove there. " * 40
SECTIONS = ("background", "incident", "context", "analysis", "learning", "criteria", "decision", "support")
OF_A_SECTION = "{open}sections/background/"
OF_A_SUMMARY = "{summary}write/"


@dataclass(frozen=True)
class Scale:
    """How many reviews, how many of which say much, and for how many seconds each set of ten pages is asked for.

    A larger set is asked for longer, so that the slowest twentieth of a page is told from more than a few requests.
    """

    reviews: int
    rich: int
    seconds: float

    def seconds_for(self, pages: int) -> float:
        """Seconds for a set of so many pages."""
        return self.seconds * max(1, pages / PAGES_OF_A_SET)


PAGES_OF_A_SET = 10
FULL, SMALL = Scale(5000, 300, 50), Scale(300, 100, 25)
VISITS: Mapping[str, list[str]] = {
    "bea@example.org": [
        *("{open}", OF_A_SECTION, "{open}sections/moment/1/", "{open}read/", "{open}second-question/"),
        *(
            "{open}agencies/",
            "{open}agencies/1/",
            "{open}pathway/",
            "{open}meetings/",
            "{open}history/",
            "{open}comments/",
        ),
        *(
            "{open}appraisal/",
            "{open}appraisal/text/",
            "{open}learned-before/",
            "{open}decision/",
            "{open}check/",
            "{sent}",
            "{sent}decision/",
            "{sent}versions/",
            "{sent}versions/1/",
        ),
        *("{sent}panel/", "/rapid-reviews/", "/rapid-reviews/?state=panel_replied", "/rapid-reviews/?late=yes"),
    ],
    "petra@example.org": [
        "/rapid-reviews/",
        "/rapid-reviews/?late=yes",
        "/panel/reviews/",
        "{panel}",
        "/panel/changes/",
    ],
    "colm@example.org": ["/summaries/", "{summary}", OF_A_SUMMARY, "{summary}check/"],
}
SAVING = {
    "bea@example.org": (OF_A_SECTION, [f"{{open}}sections/{section}/keep/" for section in SECTIONS]),
    "colm@example.org": (OF_A_SUMMARY, ["{summary}typed/agency_summary/1/keep/"]),
}
PLACES = """
import json
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
of = RapidReview.objects.filter(notification__reference__startswith="BENCH", notification__partnership__slug="wessenmere")
first = lambda state: of.filter(state=state).order_by("pk").first().notification.reference
asked = AgencyRequest.objects.filter(review__in=of.filter(state="decided"), organisation__name="Alder Lane Academy")
request = asked.order_by("pk").first()
case = request.review.notification.reference
print(json.dumps({"open": first("decided"), "sent": first("panel_replied"), "case": case, "number": request.number}))
"""


def measure(of: Installation, database: str, scale: Scale) -> list[Figure]:
    """Fills an installation that has its demo data, starts the server, and lets the people ask and type."""
    figures = [_filled(of, database, scale)]
    places = _places(of)
    with serving(of):
        cookies = {email: session(of, email) for email in VISITS}
        bare = at_once([cookies["bea@example.org"]], [BARE], seconds=scale.seconds)[BARE]
        for email, pages in VISITS.items():
            seconds = scale.seconds_for(len(pages))
            times = at_once([cookies[email]], [page.format(**places) for page in pages], seconds=seconds)
            names = {page.format(**places): page for page in pages}
            figures += [figure(_name(database, names[a], email), t, PAGE_LIMIT, bare) for a, t in times.items()]
        for email, (page, addresses) in SAVING.items():
            cookie, body = _typed(page.format(**places), cookies[email])
            to = {address.format(**places): address for address in addresses}
            times = at_once([cookie], list(to), body=body, seconds=scale.seconds)
            names = {address: _name(database, f"POST {shown}", email) for address, shown in to.items()}
            figures += [figure(names[address], taken, SAVING_LIMIT, bare) for address, taken in times.items()]
    return figures


def _filled(of: Installation, database: str, scale: Scale) -> Figure:
    started = time.perf_counter()
    code = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom bench.made_up_reviews import counted, fill, settle\n"
    said = of.python(f"{code}fill({scale.reviews}, {scale.rich})\nsettle()\nprint(counted())")
    name = f"{database}: filling with {scale.reviews:,} reviews"
    return Figure(name, time.perf_counter() - started, "s", FILLING_LIMIT, said)


def _places(of: Installation) -> dict[str, str]:
    found = json.loads(of.python(PLACES))
    pages = {name: f"/notifications/{found[name]}/rapid-review/" for name in ("open", "sent")}
    summary = f"/summaries/{found['case']}/{found['number']}/"
    return {**pages, "panel": f"/panel/reviews/{found['sent']}/", "summary": summary}


def _name(database: str, page: str, email: str) -> str:
    return f"{database}: {page} as {email.split('@', maxsplit=1)[0]}, p95"


def _typed(page: str, cookie: str) -> tuple[str, str]:
    """What the script of that page would send, with the cookie that belongs to its form."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    connection.request("GET", page, headers={"Cookie": cookie})
    response = connection.getresponse()
    text, given = response.read().decode(), response.headers.get_all("Set-Cookie") or []
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text)
    if response.status != 200 or token is None:
        raise SystemExit(f"{page} answered {response.status} and shows no form")
    fields = {
        "csrfmiddlewaretoken": token[1],
        "version": "1",
        "seen": "",
        "context_before": TYPED,
        "involvement": TYPED,
    }
    cookies = [cookie, *(one.split(";")[0] for one in given if one.startswith("csrf"))]
    return "; ".join(cookies), urlencode(fields)
