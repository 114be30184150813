"""`second-question run`: prepares the embedded database and starts the web server and the worker."""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from second_question.commands.registry import DONE, Command, InputProblems

RECEIVING = 4
"""Requests that a web process receives at once; it works on one of them at a time."""
START_LIMIT = 30  # seconds
STOP_LIMIT = 10  # seconds
DEMO_VARIABLE = "SECOND_QUESTION_DEMO"


def add_arguments(parser: ArgumentParser) -> None:
    """Where to listen, and whether with demo data."""
    parser.add_argument("--demo", action="store_true", help="with fictional partnerships, people and incidents")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--processes", type=int, default=2, help="web processes (default: 2)")


def run(arguments: Namespace) -> int:
    """Prepare, start, and stay until interrupted.

    Raises:
        InputProblems: the port is taken, the home folder holds the other kind of data, or a process did not start.
    """
    _refuse_taken_port(arguments.host, arguments.port)
    address = _tell_settings(arguments)
    _prepare(demo=arguments.demo)
    processes = [_start(_server(arguments))]
    try:
        _wait_until_answering(arguments.host, arguments.port, processes)
        processes.append(_start(_worker()))  # not at once: people wait for the pages
        _greet(address, demo=arguments.demo)
        return _stay(processes)
    finally:
        _stop(processes)


def _tell_settings(arguments: Namespace) -> str:
    shown = "127.0.0.1" if arguments.host in {"0.0.0.0", "::"} else arguments.host  # noqa: S104  compared, not bound
    address = f"http://{shown}:{arguments.port}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
    os.environ.setdefault("SECOND_QUESTION_ADDRESS", address)
    os.environ.setdefault("SECOND_QUESTION_HOSTS", f"127.0.0.1,localhost,[::1],{arguments.host}")
    if arguments.demo:
        os.environ[DEMO_VARIABLE] = "1"
    return os.environ["SECOND_QUESTION_ADDRESS"]


def _prepare(*, demo: bool) -> None:
    import django

    django.setup()
    from second_question_web import demo as demo_data
    from second_question_web import installation

    installation.prepare(_say)
    if demo:
        try:
            demo_data.load(_say)
        except installation.NotADemo as problem:
            raise InputProblems(str(problem)) from None


def _server(arguments: Namespace) -> list[str]:
    return [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi", "second_question_web.wsgi:application"),
        *("--host", arguments.host, "--port", str(arguments.port)),
        *("--workers", str(arguments.processes), "--blocking-threads", str(RECEIVING)),
        *("--workers-kill-timeout", str(STOP_LIMIT), "--log-level", "warning"),
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "second_question_web.manage", "worker"]


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # A session of its own: an interrupt from the keyboard reaches this process alone, which then stops the others in turn.
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603  our own command


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise InputProblems(
                f"cannot listen on {host}:{port}: {error.strerror}. Stop what listens there, or give another --port."
            ) from None


def _wait_until_answering(host: str, port: int, processes: Sequence[subprocess.Popen[bytes]]) -> None:
    limit = time.monotonic() + START_LIMIT
    target = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104  compared, not bound
    while time.monotonic() < limit:
        if any(process.poll() is not None for process in processes):
            break
        try:
            socket.create_connection((target, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise InputProblems("the web server did not start; what it said stands above")


def _greet(address: str, *, demo: bool) -> None:
    from second_question_web.people import setup

    print(f"\nSecond Question is at {address}")
    if demo:
        from second_question_web import demo as demo_data

        print(demo_data.sign_ins())
    elif setup.is_needed():
        _ask_for_first_administrator(address)
    home = os.environ.get("SECOND_QUESTION_HOME")
    if home:
        print(f"\nIts data is in {home}. For other commands: export SECOND_QUESTION_HOME={Path(home).resolve()}")
    print("Press Ctrl+C to stop.", flush=True)


def _ask_for_first_administrator(address: str) -> None:
    from second_question_web.people import setup

    print("\nNobody can sign in yet. Open this address, once, to name the first administrator:")
    print(f"  {address}{setup.link()}", flush=True)


def _say(text: str) -> None:
    print(f"{text} …", file=sys.stderr, flush=True)


def _stay(processes: Sequence[subprocess.Popen[bytes]]) -> int:
    """Until a signal comes (done) or one of the processes ends by itself (a problem)."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
    except KeyboardInterrupt:
        return DONE
    raise InputProblems("the web server or the worker ended by itself; what it said stands above")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()


COMMAND = Command(
    name="run",
    summary="prepare the installation and start the web server and the worker",
    example="second-question run --demo",
    add_arguments=add_arguments,
    run=run,
)
