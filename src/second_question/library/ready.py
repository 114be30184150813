"""Imported by the process from which those that read files are forked: what all of them need is loaded, and made, once."""

import os

# Threads of numpy’s own would wait for work that never comes, and not idly.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from second_question.documents import read
from second_question.library.reading import entry_of

_SAMPLE = b"""# Local Child Safeguarding Practice Review: Child Amber

Published: 14 June 2021

The independent author was told that nobody had asked about the fathers of the two younger children, who lived in Norfolk.

Recommendation 1: The health trust should add the names of fathers to the form by March 2022.
"""
entry_of(read(_SAMPLE, "sample.md"), "", "")
