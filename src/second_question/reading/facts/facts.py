"""All facts of one document."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from second_question.documents.document import Document
from second_question.documents.evidence import Evidence
from second_question.reading.facts.ages import ages_of
from second_question.reading.facts.area import area_of
from second_question.reading.facts.authors import authors_of
from second_question.reading.facts.coroner import coroner_area
from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import nations
from second_question.reading.facts.incident import incident_of
from second_question.reading.facts.kind import NATIONAL, Kind, kind_of
from second_question.reading.facts.language import language_of
from second_question.reading.facts.mentions import Area, with_codes
from second_question.reading.facts.pseudonym import pseudonym_of
from second_question.reading.facts.published import published_of
from second_question.reading.facts.said import Said
from second_question.reading.facts.title import said_title, title_of
from second_question.reading.words import word_count


@dataclass(frozen=True)
class Facts:
    """What a document says of itself; None where it does not say.

    Dates are as exact as they are written: 2021-06-14, 2021-06 or 2021. Ages are whole years, 0 under one.
    """

    title: Said[str] | None
    kind: Kind
    kind_evidence: Evidence | None
    area: Said[Area] | None
    pseudonym: Said[str] | None
    published: Said[str] | None
    incident: Said[str] | None
    child_ages: Said[tuple[int, ...]] | None
    authors: Said[tuple[str, ...]] | None
    pages: int
    words: int
    language: str | None

    @property
    def local_authorities(self) -> tuple[str, ...]:
        """Codes of the local authorities; of another nation of the United Kingdom, the code of the nation."""
        return self.area.value.local_authorities if self.area else ()

    @property
    def nation(self) -> str | None:
        """The nation that the area lies in."""
        codes = self.local_authorities
        return (nations().get(codes[0], "England") if codes else None) if self.area else None

    def evidence(self) -> dict[str, Evidence]:
        """For each fact that a passage says, that passage."""
        said = {
            name: getattr(self, name)
            for name in ("title", "area", "pseudonym", "published", "incident", "child_ages", "authors")
        }
        found = {name: one.evidence for name, one in said.items() if one is not None}
        if self.kind_evidence:
            found["kind"] = self.kind_evidence
        if self.local_authorities and self.area:
            found["local_authorities"] = self.area.evidence
        return found

    def to_json(self, file: str) -> dict[str, Any]:
        """As the command `metadata` prints it."""
        return {
            "file": file,
            "title": _value(self.title),
            "kind": str(self.kind),
            "area": self.area.value.written if self.area else None,
            "local_authorities": list(self.local_authorities),
            "nation": self.nation,
            "pseudonym": _value(self.pseudonym),
            "published": _value(self.published),
            "incident": _value(self.incident),
            "child_ages": list(self.child_ages.value) if self.child_ages else [],
            "authors": list(self.authors.value) if self.authors else [],
            "pages": self.pages,
            "words": self.words,
            "language": self.language,
            "evidence": {name: one.to_json() for name, one in self.evidence().items()},
        }


def facts_of(document: Document) -> Facts:
    """Read them out of a document."""
    front = Front(document)
    kind, kind_evidence = kind_of(front)
    title = title_of(front)
    published = published_of(front, kind)
    pseudonym = pseudonym_of(front, kind, title)
    incident = incident_of(front, kind, published, is_about_one=pseudonym is not None)
    return Facts(
        title=said_title(front, title),
        kind=kind,
        kind_evidence=kind_evidence,
        area=_area(front, kind, published or incident),
        pseudonym=pseudonym,
        published=published,
        incident=incident,
        child_ages=ages_of(front, kind, _value(pseudonym), _value(incident)),
        authors=authors_of(front, kind),
        pages=len(document.pages),
        words=word_count(document.text),
        language=language_of(document.text),
    )


def _area(front: Front, kind: Kind, dated: Said[str] | None) -> Said[Area] | None:
    found = coroner_area(front) if kind is Kind.PREVENTION_OF_FUTURE_DEATHS else None
    found = found or area_of(front, national=kind in NATIONAL)
    return with_codes(found, _day(dated)) if found else None


def _day(dated: Said[str] | None) -> date | None:
    """A day to look up codes: the middle of a year or month that is not said more exactly."""
    if dated is None:
        return None
    parts = [int(part) for part in dated.value.split("-")]
    return date(*(parts + [7, 1][len(parts) - 1 :])[:3])


def _value(said: Said[str] | None) -> str | None:
    return said.value if said else None
