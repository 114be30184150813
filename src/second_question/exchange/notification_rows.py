"""What a Notifications CSV holds: one notification with its children, and the columns."""

from dataclasses import dataclass, field
from datetime import date

from second_question.rules.notification_codes import CAUSES, ETHNICITIES, ETHNICITY_UNANSWERED, FEATURES, NATURES

COLUMN_MEANING = {
    "notification_id": "The sender's number of the notification; the rows of one notification share it",
    "incident_on": "The day of the incident",
    "aware_on": "The day on which the local authority became aware of it",
    "notified_on": "The day on which the notification was sent",
    "local_authority": "The nine-character code of the local authority that notified",
    "nature": "What kind of incident it was",
    "likely_cause": "The likely cause",
    "child_id": "The sender's number of the child; where it is empty, the notification's number and the place of the row",
    "focus_child": "Whether national figures describe this child; where nobody is marked, the first",
    "age_years": "Completed years at the time of the incident; 0 is under one",
    "age_group": "The age band, used where the age in years is empty",
    "sex": "The child's sex, or that the child is transgender",
    "ethnicity": "The ethnic background, by the Department for Education's code",
    "features": "What is said to be present in the background, separated by semicolons",
}

COLUMNS = tuple(COLUMN_MEANING)

# Without these a row is no notification. Any other column may be missing: what it would say is then not known.
REQUIRED_COLUMNS = ("notification_id", "notified_on", "local_authority", "nature")

# A file without these is read with a warning, because the statistics need them; one of the ages is enough.
EXPECTED_COLUMNS = (("age_years", "age_group"), ("sex",), ("ethnicity",))

# What all rows of one notification say alike.
SHARED_COLUMNS = (
    "incident_on",
    "aware_on",
    "notified_on",
    "local_authority",
    "nature",
    "likely_cause",
    "features",
)

NATURE_CODES = tuple(option.code for option in NATURES)
CAUSE_CODES = tuple(option.code for option in CAUSES)
FEATURE_CODES = tuple(option.code for option in FEATURES)
SEX_CODES = ("male", "female", "transgender", "not_known")
ETHNICITY_CODES = (*(option.code for option in ETHNICITIES), *ETHNICITY_UNANSWERED)
OLDEST = 25

# The age bands of the annual review (Appendix 1, table 1), each with its lowest age.
AGE_GROUPS = {"<1": 0, "1-5": 1, "6-10": 6, "11-15": 11, "16-17": 16, "18+": 18}
UNKNOWN_AGE = "unknown"


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child of a notification. `age_group` is always filled; `extra` holds columns that are not ours.

    `ethnicity` is NOBT where the cell was blank, `sex` not_known. `row` is where it stood in the file.
    """

    child_id: str
    focus_child: bool
    age_years: int | None
    age_group: str
    sex: str
    ethnicity: str
    extra: tuple[tuple[str, str], ...] = ()
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NotificationRow:
    """One notification as notified. An empty `likely_cause` is not known; `features` are those said to be present."""

    notification_id: str
    incident_on: date | None
    aware_on: date | None
    notified_on: date
    local_authority: str
    nature: str
    likely_cause: str
    features: tuple[str, ...]
    children: tuple[ChildRow, ...]

    @property
    def focus_child(self) -> ChildRow:
        """The child whom national figures describe (handbook 2, section 2.4)."""
        return next((child for child in self.children if child.focus_child), self.children[0])


def age_group_of(age_years: int | None) -> str:
    """The age band of an age in completed years."""
    if age_years is None:
        return UNKNOWN_AGE
    return next(group for group, lowest in reversed(AGE_GROUPS.items()) if age_years >= lowest)
