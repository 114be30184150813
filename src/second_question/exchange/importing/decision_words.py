"""What a text decides, and which criterion it speaks of, in the words of partnerships."""

import re

from second_question.reading.patterns import folded

_REVIEW = r"(?:l?cspr|(?:local )?(?:child )?safeguarding practice review|local review|practice review|further review)"
_NO = re.compile(
    rf"\b(?:no|not|nor|neither|without)\b[^.;]{{0,90}}?\b{_REVIEW}\b|\b{_REVIEW}\b[^.;]{{0,60}}?\b(?:not|no)\b"
    r"|\bno (?:local |further )?(?:review|action)\b|\bnot proceed\b|\bcriteria (?:are|were|is|was|have|has) not (?:been )?met\b"
    r"|\bdid not meet (?:the )?(?:criteria|threshold)"
)
_NATIONAL = re.compile(r"\bnational (?:child safeguarding practice )?review\b")
_LOCAL = re.compile(
    rf"\b(?:commission|undertake|undertaken|carry out|carried out|proceed|proceeds|conduct|initiate|hold|progress|recommend|"
    rf"recommends|recommended|agreed|decided|should be|will be|is required|is needed|warrants?)\b[^.;]{{0,90}}?\b{_REVIEW}\b"
    rf"|\b{_REVIEW}\b[^.;]{{0,60}}?\b(?:should|will|is|be|was|would be) (?:be )?(?:commissioned|undertaken|carried out|held|"
    r"required|needed|conducted|initiated|agreed)\b|^\W*(?:l?cspr|local (?:child safeguarding practice )?review)\W*$"
    r"|^\W*a? ?local child safeguarding practice review\W*$|\bproceed to (?:an? )?l?cspr\b|^\W*yes\b"
)
_OTHER = re.compile(r"^\W*other action\b|\binstead\b[^.;]{0,60}?\baudit\b|^\W*audit\b")

_CRITERIA = (
    (
        "panel_better_locally",
        r"panel (?:has|have|had) considered|panel\b[^.;]{0,60}\bbetter\b|review may be more appropriate",
    ),
    (
        "working_together",
        r"two or more (?:organisations|agencies|services)|working together effectively|agencies working together",
    ),
    ("recurrent_themes", r"recurr\w+ themes?|themes? that recur|repeat themes?"),
    ("single_agency", r"single (?:agency|organisation)|one agency alone"),
    ("no_agency", r"no agency (?:involvement|was involved)|no agencies (?:were )?involved"),
    (
        "several_areas",
        r"more than one (?:local authority|police area|area)|several (?:areas|local authorities)|moved around|cross[- ]border",
    ),
    ("institutional_setting", r"institutional settings?|concerns an institution"),
    (
        "improvements",
        r"improvements? (?:that are |are |is )?needed|improvements?\b[^.;]{0,60}\b(?:safeguard|identified|named)",
    ),
)
_CRITERION = tuple((code, re.compile(rf"\b(?:{pattern})")) for code, pattern in _CRITERIA)


def outcome_in(text: str) -> str:
    """The code of the outcome that a text decides on; "" where that is not plain."""
    small = folded(text)
    if _NO.search(small):
        return "no_review"
    if _NATIONAL.search(small) and re.search(r"\b(?:propos|recommend|consider|refer|suggest)\w*", small):
        return "national_review_proposed"
    if _LOCAL.search(small):
        return "local_review"
    return "other_action" if _OTHER.search(small) else ""


def criterion_in(text: str) -> str:
    """The code of the criterion or circumstance that a text speaks of first; "" for other text."""
    small = folded(text)
    found = ((match.start(), code) for code, pattern in _CRITERION if (match := pattern.search(small)))
    return min(found, default=(0, ""))[1]


_AGENCY = re.compile(
    r"\b(?:police|council|social care|childrens? services|children's|nhs|trust|school|academy|nursery|college|gps?|general "
    r"practice|surgery|medical (?:centre|practice)|midwi\w+|maternity|health(?: visit\w*)?|camhs|probation|housing|homes|youth "
    r"(?:justice|offending)|hospital|icb|ccg|integrated care board|ambulance|education|early help|mental health|drug and alcohol|"
    r"substance misuse service|adult services|refuge|cafcass|fire service|prison|service|services|charity|women's aid|"
    r"association|family hub|children's centre|mash|team|department|local authority|constabulary|practice)\b"
)
LONGEST_NAME = 9
"""Words."""


def is_an_agency(text: str) -> bool:
    """Whether it could be the name of an agency."""
    return len(text.split()) <= LONGEST_NAME and bool(_AGENCY.search(folded(text)))
