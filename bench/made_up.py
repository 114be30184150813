"""Made-up notifications for measuring: any number, always the same for the same seed. Nobody in them exists."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from second_question.reference.areas import local_authorities
from second_question.rules import notification_codes as codes

SEED = 7
FEATURES = [option.code for option in codes.FEATURES]
COLUMNS = (
    *("notification_id", "incident_on", "aware_on", "notified_on", "local_authority", "nature", "likely_cause"),
    *("child_id", "focus_child", "age_years", "sex", "ethnicity", "features"),
)


def write(path: Path, rows: int, first_day: date = date(2019, 1, 7), days: int = 2800) -> int:
    """A Notifications CSV with that many rows (children); gives the number of notifications."""
    chance = random.Random(SEED)  # noqa: S311  made-up data, not a secret
    last_day = first_day + timedelta(days)
    areas = sorted({a.code for a in local_authorities(first_day)} & {a.code for a in local_authorities(last_day)})
    written = notifications = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        while written < rows:
            notifications += 1
            incident = _incident(chance, notifications, areas, first_day + timedelta(chance.randrange(days)))
            features = ";".join(sorted(chance.sample(FEATURES, chance.randrange(4))))
            for child in range(min(rows - written, chance.choices((1, 2, 3), (94, 4, 2))[0])):
                out.writerow([*incident, *_child(chance, incident[0], child), features])
                written += 1
    return notifications


def _incident(chance: random.Random, number: int, areas: list[str], notified: date) -> list[str]:
    nature = chance.choices(("death", "serious_harm", "other"), (45, 52, 3))[0]
    group = codes.DEATH_CAUSE if nature == "death" else codes.HARM_CAUSE
    cause = chance.choice([option.code for option in codes.CAUSES if option.group == group])
    aware = notified - timedelta(chance.randrange(8))
    incident = aware - timedelta(chance.choice((0, 0, 0, 1, 2, 40)))
    return [f"B{number:06}", str(incident), str(aware), str(notified), chance.choice(areas), nature, cause]


def _child(chance: random.Random, notification: str, place: int) -> list[str]:
    return [
        f"{notification}-{place + 1}",
        "no" if place else "yes",
        str(chance.choice((0, 0, 0, 1, 2, 4, 7, 10, 13, 15, 16, 17))),
        chance.choice(("male", "female")),
        chance.choice([option.code for option in codes.ETHNICITIES]),
    ]
