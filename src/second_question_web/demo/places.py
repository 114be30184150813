"""Where the demo plays: three partnerships that do not exist, in regions that do, and the bodies that work there."""

from dataclasses import dataclass

from second_question_web.partnerships.models import OrganisationKind as Kind


@dataclass(frozen=True)
class Place:
    """A partnership with its safeguarding partners and agencies. Codes have the official length but begin with Z."""

    key: str
    name: str
    region: str
    email: str
    partners: tuple[tuple[str, str, Kind], ...]  # code, name, kind
    agencies: tuple[tuple[str, Kind], ...]
    start_day_is_day_one: bool = False
    clocks: tuple[tuple[str, str, int], ...] = ()  # name, starts from, working days


WESSENMERE = Place(
    "wessenmere",
    "Wessenmere Safeguarding Children Partnership",
    "E12000009",
    "partnership@wessenmere.example",
    (
        ("Z06000001", "Wessenmere Council", Kind.LOCAL_AUTHORITY),
        ("Z23000001", "Wessen Valley Police", Kind.POLICE),
        ("Z54000001", "NHS Wessenmere Integrated Care Board", Kind.CARE_BOARD),
    ),
    (
        ("Wessenmere Hospitals NHS Trust", Kind.NHS_TRUST),
        ("Wessenmere Community Health", Kind.NHS_TRUST),
        ("Alder Lane Academy", Kind.SCHOOL),
        ("Quayside Primary School", Kind.SCHOOL),
        ("Harbour Street Surgery", Kind.GENERAL_PRACTICE),
        ("Wessenmere Homes", Kind.HOUSING),
        ("Safe Harbour Domestic Abuse Service", Kind.CHARITY),
        ("Wessenmere Youth Justice Service", Kind.YOUTH_JUSTICE),
    ),
    clocks=(
        ("Partners decide on a referral", "referral_received", 1),
        ("Agency summaries returned", "notification_sent", 10),
    ),
)

NORVALE = Place(
    "norvale",
    "Norvale and Hexdale Safeguarding Children Partnership",
    "E12000001",
    "office@norvalehexdale.example",
    (
        ("Z06000002", "Norvale Council", Kind.LOCAL_AUTHORITY),
        ("Z06000003", "Hexdale Borough Council", Kind.LOCAL_AUTHORITY),
        ("Z23000002", "Northmoor Police", Kind.POLICE),
        ("Z54000002", "NHS Northmoor Integrated Care Board", Kind.CARE_BOARD),
    ),
    (
        ("Northmoor University Hospitals NHS Trust", Kind.NHS_TRUST),
        ("Northmoor Mental Health NHS Trust", Kind.NHS_TRUST),
        ("St Bede's Fold School", Kind.SCHOOL),
        ("Hexdale College", Kind.SCHOOL),
        ("Fellside Fostering", Kind.CHILDRENS_HOME),
        ("Northmoor Ambulance Service", Kind.AMBULANCE),
        ("Open Door Family Support", Kind.CHARITY),
    ),
    start_day_is_day_one=True,
    clocks=(("Agency summaries returned", "notification_sent", 9), ("Executive meeting", "notification_sent", 14)),
)

EASTMARSH = Place(
    "eastmarsh",
    "Eastmarsh Safeguarding Children Partnership",
    "E12000007",
    "safeguarding@eastmarsh.example",
    (
        ("Z09000001", "London Borough of Eastmarsh", Kind.LOCAL_AUTHORITY),
        ("Z23000003", "Riverside Police", Kind.POLICE),
        ("Z54000003", "NHS Marsh and River Integrated Care Board", Kind.CARE_BOARD),
    ),
    (
        ("Eastmarsh General Hospital NHS Trust", Kind.NHS_TRUST),
        ("Marsh Community and Mental Health NHS Trust", Kind.NHS_TRUST),
        ("Lockside School", Kind.SCHOOL),
        ("Tidal Basin Primary School", Kind.SCHOOL),
        ("Eastmarsh Youth Justice Service", Kind.YOUTH_JUSTICE),
        ("Lantern House Children's Home", Kind.CHILDRENS_HOME),
        ("Second Chance Mentoring", Kind.CHARITY),
    ),
)

PLACES = (WESSENMERE, NORVALE, EASTMARSH)
OTHERS = (
    ("university-of-elsewhere", "University of Elsewhere", Kind.UNIVERSITY),
    ("independent-reviewers", "Independent reviewers", Kind.OTHER),
)
