"""`python -m second_question.exchange.redaction`: the leak check of one file from standard input, within limits. See `safely`."""

import json
import sys

from second_question.documents import CannotRead
from second_question.documents.limits import OF_A_BATCH, hold_this_process_to
from second_question.exchange.redaction.leaks import leaks_of_file, telling
from second_question.reading.identities import people_from_json
from second_question.reading.identities.lists import lists

REFUSED = 3


def main() -> int:
    """A line of JSON with the kind of file and the people, then the file; out come its leaks as JSON."""
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    lists()
    hold_this_process_to(OF_A_BATCH)
    try:
        found = list(leaks_of_file(data, head["kind"], telling(people_from_json(head["people"]))))
    except CannotRead as reason:
        sys.stdout.write(str(reason))
        return REFUSED
    json.dump([[str(leak.where), leak.text, leak.page] for leak in found], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
