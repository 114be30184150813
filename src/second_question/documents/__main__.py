"""`python -m second_question.documents`: reads one file from standard input and prints it as JSON. See `safely`."""

import json
import sys
from argparse import ArgumentParser, Namespace

from second_question.documents.document import CannotRead
from second_question.documents.files import MOST_PAGES, read
from second_question.documents.safely import REFUSED

OPEN_FILES = 64


def main() -> int:
    """Read within the limits; 0 with a document, 3 with the reason for none."""
    arguments = _arguments()
    _limit(arguments.seconds, arguments.megabytes)
    data = sys.stdin.buffer.read()
    try:
        document = read(data, arguments.name, most_pages=arguments.most_pages)
    except CannotRead as reason:
        sys.stdout.write(str(reason))
        return REFUSED
    json.dump(document.to_json(), sys.stdout)
    return 0


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m second_question.documents", description=__doc__)
    parser.add_argument("--name", default="")
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--megabytes", type=int, default=600)
    parser.add_argument("--most-pages", type=int, default=MOST_PAGES)
    return parser.parse_args()


def _limit(seconds: int, megabytes: int) -> None:
    """Time, memory and open files of this process; no file may be written. Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    memory = megabytes * 1024 * 1024
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


if __name__ == "__main__":
    sys.exit(main())
