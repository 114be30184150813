"""A load on our own server on this machine: so many people at once, each asking for the next page as soon as one came.

Runs as a program of its own, so that what it costs is not counted in the server's process: reads a JSON task from standard
input, writes the times in seconds for each page to standard output.
"""

import http.client
import json
import sys
import threading
import time
from collections import defaultdict

HOST = "127.0.0.1"  # never anything else
Times = dict[str, list[float]]


def person(
    port: int, cookie: str, pages: list[str], until: float, think: float, times: Times, lock: threading.Lock
) -> None:
    """One person: page after page on one connection until the time is over."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    turn = threading.get_ident() % len(pages)
    while time.monotonic() < until:
        page = pages[turn % len(pages)]
        turn += 1
        started = time.perf_counter()
        connection.request("GET", page, headers={"Cookie": cookie})
        response = connection.getresponse()
        body = response.read()
        taken = time.perf_counter() - started
        if response.status != 200:
            raise SystemExit(f"{page} answered {response.status}: {body[:200]!r}")
        with lock:
            times[page].append(taken)
        if think:
            time.sleep(think)


def main() -> None:
    """Runs the task and prints the times."""
    task = json.load(sys.stdin)
    times: Times = defaultdict(list)
    lock = threading.Lock()
    until = time.monotonic() + task["seconds"]
    people = [
        threading.Thread(
            target=person,
            args=(
                task["port"],
                task["cookies"][i % len(task["cookies"])],
                task["pages"],
                until,
                task["think"],
                times,
                lock,
            ),
        )
        for i in range(task["people"])
    ]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
    json.dump(times, sys.stdout)


if __name__ == "__main__":
    main()
