"""What to tell a person of the scanned pages of a file: which were not read, and which can be read wrongly."""

from collections.abc import Sequence

LETTERS_ON_A_PAGE = 25
"""A page with fewer, and with a large picture, is a picture."""


def pages_are(numbers: Sequence[int]) -> str:
    """ "Pages 1 to 3 and 7 are", for the beginning of a sentence. The numbers are in order, and at least one."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in (map(str, run) if len(run) < 3 else [f"{run[0]} to {run[-1]}"])]
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"Page {listed} is" if len(numbers) == 1 else f"Pages {listed} are"
