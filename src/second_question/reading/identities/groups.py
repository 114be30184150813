"""Findings gathered by what they say, so that a person decides on each name once."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from second_question.reading.identities.finding import Finding, Kind, Severity
from second_question.reading.identities.words import APOSTROPHES

_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?$", re.IGNORECASE)


@dataclass(frozen=True)
class Group:
    """All findings of one kind that say the same. `id` is what a decision is kept under, `text` how it is mostly written."""

    id: str
    kind: Kind
    text: str
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The gravest of its findings."""
        grave = any(one.severity is Severity.IDENTIFIES for one in self.findings)
        return Severity.IDENTIFIES if grave else Severity.MAY_IDENTIFY

    def to_json(self) -> dict[str, object]:
        """As the command line prints it."""
        first = self.findings[0]
        return {
            "id": self.id,
            "kind": str(self.kind),
            "text": self.text,
            "times": len(self.findings),
            "pages": sorted({one.page for one in self.findings}),
            "source": str(first.source),
            "severity": str(self.severity),
            "suggestion": first.suggestion,
        }


def group_id(kind: Kind, text: str) -> str:
    """Under which id a finding is decided on: its kind, and its words without regard to capitals, line ends and possessives."""
    return f"{kind}:{' '.join(_POSSESSIVE.sub('', text).casefold().split())}"


def groups_of(findings: Iterable[Finding]) -> list[Group]:
    """The groups, gravest and most frequent first."""
    by_id: dict[str, list[Finding]] = {}
    for finding in findings:
        by_id.setdefault(group_id(finding.kind, finding.text), []).append(finding)
    groups = [Group(key, same[0].kind, _usual(same), tuple(same)) for key, same in by_id.items()]
    return sorted(groups, key=lambda one: (one.severity is not Severity.IDENTIFIES, -len(one.findings), one.id))


def approved(findings: Iterable[Finding], ids: Collection[str]) -> list[Finding]:
    """The findings of the groups that a person has approved for redaction."""
    return [finding for finding in findings if group_id(finding.kind, finding.text) in ids]


def _usual(findings: list[Finding]) -> str:
    texts = [" ".join(finding.text.split()) for finding in findings]
    return max(texts, key=texts.count)
