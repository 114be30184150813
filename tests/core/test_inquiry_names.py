"""A further inquiry by several agencies is a local review, whatever it is called (L3)."""

import pytest

from second_question.reading.prompts import local_label_note


@pytest.mark.parametrize(
    "label",
    [
        "Table-top review",
        "tabletop exercise",
        "multi-agency table top review",
        "Appreciative inquiry",
        "appreciative enquiry",
        "Learning review",
        "an alternative learning review",
        "Multi-agency review",
        "multi agency case audit",
        "Deep dive",
        "deep-dive into neglect",
        "Audit of all agencies",
        "audit across several agencies",
        "Partnership learning review",
        "Thematic review",
        "Serious case review",
        "Practice learning event",
        "joint inquiry",
    ],
)
def test_another_name_is_noticed_and_quoted(label: str) -> None:
    note = local_label_note(label)
    assert note is not None
    assert "local child safeguarding practice review" in note
    assert note.split("”")[0].lstrip("“").casefold() in label.casefold()


@pytest.mark.parametrize(
    "label",
    [
        "",
        "LCSPR",
        "Local child safeguarding practice review",
        "LCSPR by appreciative inquiry",
        "Local review of the case of Robin",
        "Audit by one agency",
        "single-agency audit",
        "Internal management review",
        "Harbour",
    ],
)
def test_plain_names_and_what_one_agency_does_are_fine(label: str) -> None:
    assert local_label_note(label) is None
