"""Pages of the design system in a real browser: a small server with our content security policy, and no database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser, Page

import second_question_web.ui
from second_question_web.ui.jinja import environment
from tests.browser import chromium

STATIC = Path(second_question_web.ui.__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
Answer = tuple[int, str]


@dataclass
class Site:
    """What the server answers: pages by path, and answers to what is posted, in order; the last one stays."""

    pages: dict[str, str | Callable[[], str]] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=lambda: [(204, "")])
    posted: list[str] = field(default_factory=list)
    address: str = ""


@pytest.fixture(scope="session")
def templates() -> Environment:
    made = environment()
    made.globals.update(static=lambda path: f"/static/{path}", url=lambda name, *_: f"/{name}")
    return made


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(site))
    site.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


def handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path.startswith("/static/"):
                return self.reply(200, (STATIC / path.removeprefix("/static/")).read_bytes(), TYPES[Path(path).suffix])
            page = site.pages.get(path, "")
            return self.reply(200, (page() if callable(page) else page).encode(), "text/html; charset=utf-8")

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status, words = site.answers.pop(0) if len(site.answers) > 1 else site.answers[0]
            self.reply(status, words.encode(), "text/plain; charset=utf-8")

        def reply(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which any error of a script or of the content security policy fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Security Policy" in line.text else None)
    yield page
    page.close()
    assert problems == []
