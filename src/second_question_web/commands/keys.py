"""`second-question keys`: a new key for direct identifiers, everything sealed again with it, the old keys dropped."""

import os
import sys
from argparse import ArgumentParser, Namespace

from second_question.commands.registry import DONE, Command, InputProblems, UsageProblem

_VARIABLE = "SECOND_QUESTION_IDENTITY_KEYS"
_PUT_BACK = "Put the key that it was sealed with back into the ring and run “second-question keys reseal” again."
STEPS = {
    "rotate": "make a new key and seal everything again with it",
    "reseal": "seal what an older key sealed again with the newest; goes on where it was stopped",
    "retire": "drop the old keys, once nothing needs them",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which step."""
    words = "; ".join(f"{step}: {what}" for step, what in STEPS.items())
    parser.add_argument("step", choices=STEPS, help=words)


def run(arguments: Namespace) -> int:
    """Take the step.

    Raises:
        InputProblems: some values open with no key, or still need an old one.
        UsageProblem: the keys come from the environment and must be changed there.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
    import django

    django.setup()
    {"rotate": _rotate, "reseal": _reseal, "retire": _retire}[arguments.step]()
    return DONE


def _rotate() -> None:
    from second_question_web.sealed import ring, rotation

    if ring.are_from_environment():
        raise UsageProblem(_by_hand())
    rotation.add_key()
    _record("keys.rotate", keys=len(ring.keys()))
    print(f"A new key stands first in {ring.file()}. Make a copy of that file now: without it no name can be read.")
    _reseal()


def _reseal() -> None:
    from tqdm import tqdm

    from second_question_web.sealed import rotation

    print("Sealing direct identifiers with the newest key …", file=sys.stderr)
    with tqdm(total=rotation.how_many(), unit=" records", disable=None) as bar:
        done = rotation.reseal_everything(bar.update)
    _record("keys.reseal", records=done.changed, lost=len(done.lost))
    if done.lost:
        raise InputProblems(*(f"{where}: no key of this installation opens it. {_PUT_BACK}" for where in done.lost))
    print(f"{done.changed} records sealed again. When all is well: second-question keys retire")


def _retire() -> None:
    from second_question_web.sealed import ring, rotation

    if ring.are_from_environment():
        needed = rotation.still_under_old_keys()
        if needed:
            raise InputProblems(f"{len(needed)} values still need an old key. Run “second-question keys reseal” first.")
        print(f"Nothing needs an old key. Leave the first key alone in {_VARIABLE} and start every process again.")
        return
    try:
        dropped = rotation.drop_old_keys()
    except rotation.CannotRetire as problem:
        raise InputProblems(str(problem)) from None
    _record("keys.retire", dropped=dropped)
    print(f"Old keys dropped: {dropped}. Copies of the data made before need them still; keep them with those copies.")


def _record(action: str, **after: int) -> None:
    from second_question_web.trail.actions import System, record

    record(action, by=System("keys"), subject=("key ring", ""), before={}, after=after)


def _by_hand() -> str:
    from cryptography.fernet import Fernet

    return (
        f"the keys come from {_VARIABLE}, so this program cannot change them. Put this new key in front of the others "
        f"there, with a comma after it, start every process again, then run “second-question keys reseal”:\n"
        f"{Fernet.generate_key().decode()}"
    )


COMMAND = Command(
    name="keys",
    summary="rotate the keys that encrypt names, dates of birth and addresses",
    example="second-question keys rotate",
    add_arguments=add_arguments,
    run=run,
)
