"""`python -m second_question.documents`: reads one file from standard input and prints it as JSON, or one after the other.

See `safely` and `one_after_the_other`.
"""

import sys
from argparse import ArgumentParser, Namespace

from second_question.documents.answers import answer_for
from second_question.documents.limits import OF_AN_IMPORT, Limits, hold_this_process_to


def main() -> int:
    """Read within the limits; 0 with a document, 3 with the reason for none."""
    given = _arguments()
    limits = Limits(given.seconds, given.megabytes, given.most_pages, given.recognition_seconds)
    if given.one_after_the_other:
        from second_question.documents.one_after_the_other import serve

        serve(limits)
        return 0
    hold_this_process_to(limits)
    status, answer = answer_for(sys.stdin.buffer.read(), given.name, limits)
    sys.stdout.buffer.write(answer)
    return status


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m second_question.documents", description=__doc__)
    parser.add_argument("--name", default="")
    parser.add_argument("--seconds", type=int, default=OF_AN_IMPORT.seconds)
    parser.add_argument("--megabytes", type=int, default=OF_AN_IMPORT.megabytes)
    parser.add_argument("--most-pages", type=int, default=OF_AN_IMPORT.most_pages)
    parser.add_argument("--recognition-seconds", type=int, default=OF_AN_IMPORT.recognition_seconds)
    parser.add_argument("--one-after-the-other", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
