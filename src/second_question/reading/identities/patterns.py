"""What its shape gives away: numbers, postcodes, telephone numbers, e-mail, web, handles, registrations, dates, precise ages."""

import re
from collections.abc import Callable, Iterator, Sequence

from second_question.reading.identities.ages import ages_in
from second_question.reading.identities.dates import WrittenDate, is_of_a_text
from second_question.reading.identities.finding import Found, Kind, Severity, Source
from second_question.reading.identities.numbers import (
    NATIONAL_INSURANCE,
    NHS,
    OLD_VEHICLE,
    OUTWARD,
    POSTCODE,
    VEHICLE,
    is_nhs_number,
)
from second_question.reading.identities.windows import matches, windows

IDENTIFIES, MAY_IDENTIFY = Severity.IDENTIFIES, Severity.MAY_IDENTIFY
NEAR = 45
FEWEST_DIGITS = 3
"""Different ones, in a telephone number."""

TAKE_OUT = "Take it out."
_NHS_NEAR = re.compile(r"\bNHS\b|\bhealth(?:care)? number|\bpatient\b", re.IGNORECASE)
_CAR_NEAR = re.compile(
    r"\b(?:car|van|vehicle|registration|reg|plate|motor\w*|lorry|taxi|driving|drove|driven|index)\b", re.IGNORECASE
)

# Known everywhere, and no way to a person: helplines, national bodies, official sites.
_NATIONAL_LINE = re.compile(r"(?:0|\+44\s?)(?:3|8)\d\d|\b(?:999|111|101|112)\b")
OFFICIAL_SITES = (
    "gov.uk", "nhs.uk", "police.uk", "parliament.uk", "legislation.gov.uk", "nspcc.org.uk", "judiciary.uk", "ac.uk",
    "nice.org.uk", "ncmd.info", "bailii.org", "doi.org", "researchinpractice.org.uk", "barnardos.org.uk", "un.org",
    "who.int", "scie.org.uk", "cafcass.gov.uk", "ico.org.uk", "safeguardingpartnership.org.uk", "rcpch.ac.uk", "unicef.org",
    "nationalarchives.gov.uk", "saferinternet.org.uk", "ceop.police.uk", "iwf.org.uk", "kooth.com", "youtube.com",
    "creativecommons.org", "childline.org.uk", "org.uk", "org",
)  # fmt: skip
_ROLE_MAILBOX = re.compile(
    r"(?:info|enquir\w+|help\w*|contact\w*|admin\w*|learning|mail\w*|office|safeguarding\w*|lado\w*|mash\w*|publications?|\w*team|"
    r"\w*enquiries|feedback|support|secretariat|press|media|\w*[.-]?(?:panel|mailbox|notifications?|review|statistics|census|data)\w*)@",
    re.IGNORECASE,
)

_EMAIL = r"(?<![\w.+'-])[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_WEB = r"(?:https?://|www\.)[^\s<>\"”’)\]]{1,2000}[^\s<>\"”’)\].,;:!?]|\b(?:facebook|instagram|twitter|x|tiktok|linkedin)\.com/[\w./@-]{0,200}\w"
_HANDLE = r"(?<![\w.@/])@[A-Za-z_][\w.]{1,29}(?<!\.)"
_PHONE = (
    r"(?<![\w+(])(?:\+44|0044)[\s-]?(?:\(0\)|0)?(?:[\s().-]{0,2}\d){9,10}(?!\d)|"
    r"(?<![\w.(£$+,/-])\(?0[1-9](?:[\s().-]{0,2}\d){8,9}(?![\d/]|\.\d|,\d)"
)
_UPN = r"[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z\d]"
_COURT_NUMBER = r"[A-Z]{2}\d{2}[A-Z]\d{5}"
_CASE_SHAPE = (
    r"(?:[A-Z]{2,6}[-/])(?:[A-Z]{1,4}[-/])?(?:\d{2,4}[-/])?\d{3,8}(?:[-/]\d{1,4})?|"
    r"\d{4,8}/\d{2,4}|\d{2}/\d{4,8}(?:/\d{2})?"
)
_CASE_LABEL = re.compile(
    r"""\b(?:case|crime|incident|occurrence|log|claim|court|hospital|patient|record|pupil|mosaic|liquidlogic|reference|referral|file|CAD|
    URN|UPN|ULN|notification|police|custody|prison|passport|licence|account|policy|visa|home\ office|service\ user|
    ID|identification|MRN|unit|our|
    your)\s+
    (?:(?:case|file|record|client|crime|system|family)\s+)?(?:no\.?|nos\.?|numbers?|num|ref(?:erence)?s?\.?|id|identifier|
    log)(?:\s+(?:no\.?|number))?\s*(?:is|was|of|:|\#|=|[-–])?\s*
    (?P<said>[A-Z]{0,5}[-/ ]?\d[\dA-Z/-]{2,30}\b)
    |\b(?:URN|UPN|MRN|CAD|ref|reference|case|notification|referral|incident|crime|log|file|record|occurrence|claim)
    (?:\s?[:\#]\s?|\s\(?(?=\d{5}))(?P<bare>[A-Z]{0,5}[-/ ]?\d[\dA-Z/-]{3,30}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"""\b(?:instagram|snapchat|tiktok|facebook|twitter|discord|telegram|roblox|playstation|psn|xbox|kik|twitch|fortnite|gamertag|snap|insta|youtube)\b
    [^\n.]{0,40}?\b(?:user\s?-?names?|handles?|accounts?|profiles?|name|called|known\s+as|as|gamertag|id|user)\b[\s:“”"‘’'(]*(?:of|was|is|called|named)?[\s:“”"‘’'(]*
    (?P<said>(?=[\w.-]*[\d_.])[A-Za-z][\w.-]{2,29})(?<![.-])""",
    re.VERBOSE | re.IGNORECASE,
)
_ONE = re.compile(
    rf"""(?P<email>{_EMAIL})|(?P<web>{_WEB})|(?P<handle>{_HANDLE})
    |(?<![\w.£$-])(?P<nhs>{NHS})(?![\w-]|\.\d)
    |(?P<phone>{_PHONE})
    |(?<![A-Za-z\d])(?:(?P<ni>{NATIONAL_INSURANCE})|(?P<postcode>{POSTCODE})|(?P<vehicle>{VEHICLE})|(?P<old>{OLD_VEHICLE})
      |(?P<upn>{_UPN})|(?P<court>{_COURT_NUMBER})|(?P<case>{_CASE_SHAPE}))(?![A-Za-z\d])
    """.replace(" \u00a0", "\\ \u00a0"),
    re.VERBOSE,
)
_SMALL_POSTCODE = re.compile(
    rf"(?<![A-Za-z\d])(?:{OUTWARD})[ \u00a0]\d[ABD-HJLNP-UW-Z]{{2}}(?![A-Za-z\d])", re.IGNORECASE
)
_OUTWARD_ALONE = re.compile(
    rf"(?<![A-Za-z\d])(?P<said>{OUTWARD})(?=\s+(?:area|postcode|district)\b)|\bpostcode(?:\s+(?:area|district))?\s+(?:of\s+|is\s+|was\s+)?(?P<after>{OUTWARD})\b"
)
_SMALL_NI = re.compile(rf"\b(?:{NATIONAL_INSURANCE})\b", re.IGNORECASE)
_NI_NEAR = re.compile(r"national insurance|\bNI(?:NO)?\b|\bN\.I\.", re.IGNORECASE)
_FIGURES = re.compile(r"\d+|@|://|www\.|\b(?:facebook|instagram|twitter|x|tiktok|linkedin)\.com")
_ON_LINE = (
    "nstagram", "insta ", "Insta ", "napchat", "Snap ", "ikTok", "iktok", "acebook", "witter", "iscord", "elegram", "oblox",
    "PlayStation", "PSN", "Xbox", "XBOX", "Kik", "witch", "ortnite", "amertag", "ouTube",
)  # fmt: skip
_FIGURE_RUN = re.compile(r"\d\w\w")


def patterns_in(text: str, dates: Sequence[WrittenDate]) -> Iterator[Found]:
    """Everything that its shape gives away; `dates` are the text's dates."""
    figures = windows(text, _FIGURES, 14, 30)
    for match in matches(_ONE, text, figures):
        name = match.lastgroup or ""
        found = _JUDGES[name](text, match.start(name), match.end(name))
        if found is not None:
            yield found
    yield from _labelled(text, figures)
    yield from _dates(text, dates)
    for age in ages_in(text):
        if age.is_precise:
            yield _found(Kind.AGE, age.start, age.end, MAY_IDENTIFY, "Give the age in years, or an age band.")


def _found(kind: Kind, start: int, end: int, severity: Severity = IDENTIFIES, suggestion: str = TAKE_OUT) -> Found:
    return Found(kind, start, end, Source.PATTERN, severity, suggestion)


def _labelled(text: str, figures: list[tuple[int, int]]) -> Iterator[Found]:
    """What a word beside it gives away: case numbers, account names, postcodes in small letters or cut short."""
    for match in matches(_CASE_LABEL, text, windows(text, _FIGURE_RUN, 50, 20)):
        name = "said" if match["said"] else "bare"
        if sum(letter.isdigit() for letter in match[name]) > 2:
            yield _found(Kind.CASE_NUMBER, match.start(name), match.end(name))
    for match in matches(_ACCOUNT, text, windows(text, _ON_LINE, 2, 90)):
        yield _found(Kind.SOCIAL_MEDIA, match.start("said"), match.end("said"))
    for match in matches(_SMALL_POSTCODE, text, figures):
        yield _found(Kind.POSTCODE, *match.span())
    for match in matches(_OUTWARD_ALONE, text, figures):
        name = "said" if match["said"] else "after"
        yield _found(Kind.POSTCODE, match.start(name), match.end(name), MAY_IDENTIFY)
    for match in matches(_SMALL_NI, text, figures):
        if match.group() != match.group().upper() and _near(_NI_NEAR, text, match.start()):
            yield _found(Kind.NI_NUMBER, *match.span())


def _dates(text: str, dates: Sequence[WrittenDate]) -> Iterator[Found]:
    for date in dates:
        if is_of_a_text(text, date.start):
            continue
        born = _BORN.search(text[max(0, date.start - NEAR) : date.start])
        if born and date.day is not None:
            suggestion = "Take the date of birth out; an age band says enough."
            yield _found(
                Kind.DATE_OF_BIRTH, date.start, date.end, IDENTIFIES if date.is_full else MAY_IDENTIFY, suggestion
            )
        else:
            suggestion = "Give the season and year, or the time since the event before."
            yield _found(Kind.DATE, date.start, date.end, MAY_IDENTIFY, suggestion)


_BORN = re.compile(r"(?:\bborn|\bbirth(?:day|date)?|\bd\.?o\.?b\.?)\b[\s:.(*|]*(?:[\w’']+[\s:]+){0,3}$", re.IGNORECASE)


def _near(pattern: re.Pattern[str], text: str, start: int, end: int | None = None) -> bool:
    after = end if end is not None else start
    return bool(pattern.search(text[max(0, start - NEAR) : start]) or pattern.search(text[after : after + NEAR // 2]))


def _email(text: str, start: int, end: int) -> Found | None:
    if _ROLE_MAILBOX.match(text, start, end) and _is_official(text[start:end].rsplit("@", 1)[1]):
        return None
    return _found(Kind.EMAIL, start, end)


def _web(text: str, start: int, end: int) -> Found | None:
    site = re.sub(r"^(?:https?://)?(?:www\.)?", "", text[start:end]).split("/")[0].lower()
    if re.match(r"(?:facebook|instagram|twitter|x|tiktok|linkedin)\.com$", site):
        return _found(Kind.SOCIAL_MEDIA, start, end)
    if _is_official(site):
        return None
    return _found(Kind.WEB, start, end, MAY_IDENTIFY, "Take the address out if what stands there names somebody.")


def _is_official(site: str) -> bool:
    return any(site == official or site.endswith("." + official) for official in OFFICIAL_SITES)


def _handle(text: str, start: int, end: int) -> Found | None:
    name = text[start + 1 : end]
    is_body = name.isupper() or name.endswith(("UK", "NHS", "gov", "Gov", "Learning", "Police")) or name[:4].isupper()
    return None if is_body else _found(Kind.SOCIAL_MEDIA, start, end)


def _nhs(text: str, start: int, end: int) -> Found | None:
    said = text[start:end]
    called = _near(_NHS_NEAR, text, start, end)
    if is_nhs_number(said) and (called or not said.isdigit()):
        return _found(Kind.NHS_NUMBER, start, end)
    if called and re.search(r"\bNHS\s+(?:no|num)", text[max(0, start - NEAR) : start], re.IGNORECASE):
        suggestion = "Called an NHS number, with a digit wrong. Take it out."
        return _found(Kind.NHS_NUMBER, start, end, MAY_IDENTIFY, suggestion)
    return _phone(text, start, end) if said.startswith("0") else None


def _phone(text: str, start: int, end: int) -> Found | None:
    digits = set(filter(str.isdigit, text[start:end]))
    return None if _NATIONAL_LINE.match(text, start) or len(digits) < FEWEST_DIGITS else _found(Kind.PHONE, start, end)


def _case(text: str, start: int, end: int) -> Found | None:
    """Not the years of a school year, the number of a statutory instrument, or the number of a publication."""
    said = text[start:end]
    if re.match(r"(?:19|20)\d\d/\d+$|(?:ISBN|ISSN|DFE|HM|SI|CM|HC|HL|ISO|COVID|PAS|BS|EN)[-/]", said, re.IGNORECASE):
        return None
    if (
        said[0].isdigit()
        and said.count("/") < 2
        and not re.search(
            r"(?:ref\w*|no|num\w*|case|crime|log|file|record)\W*(?:\w+\W+)?$",
            text[max(0, start - 25) : start],
            re.IGNORECASE,
        )
    ):
        return None
    return _found(Kind.CASE_NUMBER, start, end)


def _vehicle(text: str, start: int, end: int) -> Found | None:
    return _found(Kind.VEHICLE, start, end)


def _old_vehicle(text: str, start: int, end: int) -> Found | None:
    return _found(Kind.VEHICLE, start, end) if _near(_CAR_NEAR, text, start, end) else None


def _plain(kind: Kind) -> Callable[[str, int, int], Found]:
    def judge(_text: str, start: int, end: int) -> Found:
        return _found(kind, start, end)

    return judge


_JUDGES: dict[str, Callable[[str, int, int], Found | None]] = {
    "email": _email,
    "web": _web,
    "handle": _handle,
    "nhs": _nhs,
    "phone": _phone,
    "ni": _plain(Kind.NI_NUMBER),
    "postcode": _plain(Kind.POSTCODE),
    "vehicle": _vehicle,
    "old": _old_vehicle,
    "upn": _plain(Kind.CASE_NUMBER),
    "court": _plain(Kind.CASE_NUMBER),
    "case": _case,
}
