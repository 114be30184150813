"""What a harvester asks for, checked against the protocol."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core import signing
from django.http import QueryDict

from second_question.library.harvesting import Window
from second_question_web.library.feeds.oai.errors import Refused, bad_argument
from second_question_web.library.feeds.oai.sets import sets

PREFIX = "oai_dc"
TOKEN = "resumptionToken"  # noqa: S105  # the name of an argument
SALT = "library.oai"
TOKEN_HOLDS = 7 * 24 * 3600
_SPAN = ("from", "until")

TAKES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({TOKEN})),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({*_SPAN, "set", TOKEN})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({*_SPAN, "set", TOKEN})),
    "GetRecord": (frozenset({"metadataPrefix", "identifier"}), frozenset()),
}
"""For each verb what it needs, and what it takes beside."""

_DAY, _SECOND = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@dataclass(frozen=True)
class Part:
    """A part of a list: of which window, behind which key, and how many records were given before."""

    window: Window
    after: str = ""
    given: int = 0

    def token(self) -> str:
        """By which a harvester asks for this part."""
        return signing.dumps([*vars(self.window).values(), self.after, self.given], salt=SALT, compress=True)


def verb_and_arguments(said: QueryDict) -> tuple[str, dict[str, str]]:
    """The verb with its arguments.

    Raises:
        Refused: badVerb or badArgument.
    """
    verbs = said.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in TAKES:
        raise Refused("badVerb", f"Name one verb: {', '.join(TAKES)}.")
    arguments = {name: values for name, values in said.lists() if name != "verb"}
    _check(verbs[0], arguments)
    return verbs[0], {name: values[0] for name, values in arguments.items()}


def _check(verb: str, arguments: Mapping[str, list[str]]) -> None:
    needs, takes = TAKES[verb]
    unknown = sorted(arguments.keys() - needs - takes)
    if unknown:
        raise bad_argument(f"{verb} takes no {' and no '.join(unknown)}.")
    repeated = sorted(name for name, values in arguments.items() if len(values) > 1)
    if repeated:
        raise bad_argument(f"Give {' and '.join(repeated)} once.")
    if TOKEN in arguments and len(arguments) > 1:
        raise bad_argument(f"Give {TOKEN} alone: it holds the other arguments.")
    missing = sorted(needs - arguments.keys())
    if missing and TOKEN not in arguments:
        raise bad_argument(f"{verb} needs {' and '.join(missing)}.")


def check_prefix(prefix: str) -> None:
    """That it is a format which is given here.

    Raises:
        Refused: cannotDisseminateFormat.
    """
    if prefix != PREFIX:
        raise Refused("cannotDisseminateFormat", f"Records are given as {PREFIX}.")


def part_asked(arguments: Mapping[str, str]) -> Part:
    """The part of a list that is asked for.

    Raises:
        Refused: badArgument, badResumptionToken, cannotDisseminateFormat or noRecordsMatch.
    """
    if TOKEN in arguments:
        return _resumed(arguments[TOKEN])
    check_prefix(arguments["metadataPrefix"])
    window = _window(arguments)
    if "set" not in arguments:
        return Part(window)
    wanted = sets().get(arguments["set"])
    if wanted is None:
        raise Refused("noRecordsMatch", "There is no such set. ListSets names them.")
    return Part(replace(window, field=wanted.field, value=wanted.value))


def _window(arguments: Mapping[str, str]) -> Window:
    given = [arguments[name] for name in _SPAN if name in arguments]
    if not all(map(_is_date, given)):
        raise bad_argument("Write from and until as 2026-11-26 or as 2026-11-26T08:30:00Z.")
    if len({len(one) for one in given}) > 1:
        raise bad_argument("Write from and until with the same exactness.")
    since, until = arguments.get("from", ""), arguments.get("until", "")
    if since and until and since > until:
        raise bad_argument("from is later than until.")
    return Window(since, f"{until}T23:59:59Z" if _DAY.fullmatch(until) else until)


def _is_date(text: str) -> bool:
    if not (_DAY.fullmatch(text) or _SECOND.fullmatch(text)):
        return False
    try:
        datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _resumed(token: str) -> Part:
    try:
        *window, after, given = signing.loads(token, salt=SALT, max_age=TOKEN_HOLDS)
        return Part(Window(*window), after, given)
    except (signing.BadSignature, ValueError, TypeError):
        raise Refused("badResumptionToken", "Begin the list anew: this token has ended or was never given.") from None
