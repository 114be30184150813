"""What case studies there are: one for each theme of the codebook, and for each subject that the Panel's page names (B4).

A case study is not written by hand. It is a search of the library: what belongs to it, and the words that speak of it most.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from second_question.library.searching import LONGEST
from second_question.rules.codebooks import NEWEST, Code, codebook
from second_question_web.library.searching.subjects import Subject, subjects

ANY = " OR "
_THEMES = re.compile(r"theme:([\w.-]+)")


@dataclass(frozen=True)
class Study:
    """A theme or a subject. `asked` is the search whose first passages speak of it most.

    What belongs to a theme has its code, `theme`; to a subject what the search finds. Recommendations are those coded with any
    of `codes`. `source` says whose words the definition is.
    """

    id: str
    title: str
    definition: str
    asked: str
    source: str
    codes: tuple[str, ...]
    theme: str = ""
    include: tuple[str, ...] = ()
    parent: str = ""

    def covers(self, codes: Iterable[str]) -> bool:
        """Whether any of the codes is one of its own or lies below one."""
        return any(code == own or code.startswith(f"{own}.") for code in codes for own in self.codes)


@cache
def studies() -> dict[str, Study]:
    """By id. A subject of the same name as a theme is that theme."""
    return {one.id: one for one in (*map(_of_subject, subjects().values()), *of_themes())}


def of_subjects() -> list[Study]:
    """The four that the Panel's page names."""
    return [studies()[one] for one in subjects()]


@cache
def of_themes() -> tuple[Study, ...]:
    """In the order of the codebook."""
    return tuple(map(_of_code, codebook().codes))


def _of_subject(subject: Subject) -> Study:
    codes = tuple(_THEMES.findall(subject.asked))
    return Study(subject.id, subject.title, subject.about, subject.asked, "Panel’s page “Local reviews” (B4)", codes)


def _of_code(code: Code) -> Study:
    return Study(
        code.code,
        code.title,
        code.definition,
        _loud(code.words.strong),
        f"Codebook {NEWEST}",
        (code.code,),
        code.code,
        code.include,
        code.parent or "",
    )


def _loud(words: Iterable[str]) -> str:
    """A search for any of the words that speak of a theme by themselves; those with a gap in them are left out."""
    asked = ""
    for word in words:
        longer = f'{asked}{ANY if asked else ""}"{word.lstrip("=")}"'
        if "…" not in word and len(longer) <= LONGEST:
            asked = longer
    return asked
