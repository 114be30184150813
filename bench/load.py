"""A load on our own server on this machine: so many people at once, each asking for the next page after a moment's thought.

Runs as a program of its own, so that what it costs is not counted in the server's process: reads a JSON task from standard
input, writes the times in seconds for each page to standard output.
"""

import http.client
import json
import os
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass

HOST = "127.0.0.1"  # never anything else
Times = dict[str, list[float]]


@dataclass(frozen=True)
class Task:
    """What the people do: which pages, how long, how long they think between two pages, how long they warm up.

    With a body they send it to each address, as the script of a page sends what is typed; without one they read.
    """

    port: int
    cookies: list[str]
    pages: list[str]
    people: int
    seconds: float
    think: float
    warm_up: float
    body: str = ""


def person(number: int, task: Task, begin: float, times: Times, lock: threading.Lock) -> None:
    """One person: page after page on one connection until the time is over. They do not all begin in one instant."""
    connection = http.client.HTTPConnection(HOST, task.port, timeout=30)
    cookie, turn = task.cookies[number % len(task.cookies)], number
    time.sleep(task.think * number / task.people)
    while time.monotonic() < begin + task.seconds:
        page = task.pages[turn % len(task.pages)]
        turn += 1
        started = time.perf_counter()
        _ask(connection, page, cookie, task.body)
        response = connection.getresponse()
        body = response.read()
        taken = time.perf_counter() - started
        if response.status != (204 if task.body else 200):
            print(f"{page} answered {response.status}: {body[:200]!r}", file=sys.stderr, flush=True)
            os._exit(1)  # the whole program: an exception would end this person alone, and nobody would hear of it
        if time.monotonic() > begin:
            with lock:
                times[page].append(taken)
        time.sleep(task.think)


def _ask(connection: http.client.HTTPConnection, page: str, cookie: str, body: str) -> None:
    if body:
        kind = "application/x-www-form-urlencoded"
        connection.request("POST", page, body, {"Cookie": cookie, "Content-Type": kind})
    else:
        connection.request("GET", page, headers={"Cookie": cookie})


def main() -> None:
    """Runs the task and prints the times."""
    task = Task(**json.load(sys.stdin))
    times: Times = defaultdict(list)
    lock, begin = threading.Lock(), time.monotonic() + task.warm_up
    people = [threading.Thread(target=person, args=(n, task, begin, times, lock)) for n in range(task.people)]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
    json.dump(times, sys.stdout)


if __name__ == "__main__":
    main()
