"""`python -m second_question`, the same as the command `second-question`."""

import sys

from second_question.cli import main

if __name__ == "__main__":
    sys.exit(main())
