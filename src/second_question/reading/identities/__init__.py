"""What in a text identifies somebody, or may: from the case's own record, by its shape, and by the words around it."""

from second_question.reading.identities.find import Identities, identities_in, identities_of
from second_question.reading.identities.finding import Finding, Found, Kind, Severity, Source
from second_question.reading.identities.people import NOBODY, CasePerson, CaseRecord, WrongPeople, people_from_json

__all__ = [
    "NOBODY",
    "CasePerson",
    "CaseRecord",
    "Finding",
    "Found",
    "Identities",
    "Kind",
    "Severity",
    "Source",
    "WrongPeople",
    "identities_in",
    "identities_of",
    "people_from_json",
]
