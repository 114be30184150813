"""Rapid reviews as partnerships might have written them before this program: files in several layouts, for reading and import.

Everybody in them is fictional, and so are the places. Each builder gives the bytes of a file.
"""

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import typst
from docx.shared import Pt

Rows = Sequence[Sequence[str]]


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: Any, rows: Rows) -> Any:
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return table


def _bold(document: Any, text: str, size: float | None = None) -> None:
    run = document.add_paragraph().add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)


def _led(document: Any, label: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(text)


def _heading(document: Any, words: str, level: int) -> None:
    document.add_heading(words, level)


def _words(document: Any, words: str) -> None:
    document.add_paragraph(words)


def _bullet(document: Any, words: str) -> None:
    document.add_paragraph(words, style="List Bullet")


STRONG_WITH_TABLES: tuple[tuple[Any, ...], ...] = (
    (_heading, "Rapid Review Report", 0),
    (_words, "Case reference: WSM-RR-14"),
    (_heading, "Rapid Review Panel Members", 1),
    (
        _table,
        [
            ["Name", "Job Title", "Agency/Organisation"],
            ["Ana Bell", "Head of Safeguarding", "Wessenmere Council"],
            ["Tom Reed", "Detective Chief Inspector", "Wessenmere Police"],
            ["Ola Imani", "Designated Nurse", "Wessenmere Integrated Care Board"],
        ],
    ),
    (_heading, "Details of the Child and Family", 1),
    (
        _table,
        [
            ["Name and address", "Relationship", "D.O.B.", "Legal Status", "Ethnic Origin"],
            ["Robin Example, 4 Mill Row, Wessenmere", "Subject child", "14/02/2026", "None", "White British"],
            ["Wren Example\n4 Mill Row, Wessenmere", "Half-sibling", "03.09.2019", "None", "White/Asian"],
            ["Kim Example", "Mother", "2 March 1998", "N/A", "White British"],
            ["Jude Sample, address not known", "Father", "Unknown", "N/A", "Not recorded"],
            ["Pat Example", "Maternal grandmother", "11 May 1971", "", "White - British"],
        ],
    ),
    (_heading, "1. Case Background", 1),
    (_heading, "Brief summary of the incident", 2),
    (
        _words,
        (
            "Robin was found lifeless on the sofa on the morning of 3 March 2026. An ambulance was called at 6.40 and Robin was "
            "pronounced dead in hospital. Alcohol had been drunk in the night."
        ),
    ),
    (_heading, "Background information", 2),
    (_words, "The family moved twice in the year before the birth. Kim stayed with her mother Pat for the last weeks."),
    (_words, "Jude worked nights and was at home in the day."),
    (_heading, "Voice and lived experience of the child", 2),
    (_words, "Robin slept in a basket by day and with Jude on the sofa at night. Robin smiled at Wren’s singing."),
    (_heading, "2. Consideration of Case, Criteria and Guidance", 1),
    (_heading, "Immediate Safeguarding Action", 2),
    (_words, "Wren is with Pat under a written agreement. The social worker sees Wren each week."),
    (_heading, "Additional information", 2),
    (
        _table,
        [
            ["Is domestic abuse known or suspected?", "☐ Yes  ☒ No"],
            ["Has Covid-19 had an impact on the case?", "☐ Yes  ☐ No  ☒ Not known"],
            ["Parental alcohol misuse", "Yes – both parents drank at weekends"],
            ["Poverty and housing", "The flat was damp and the family was on the list for another."],
        ],
    ),
    (_heading, "Rapid Review Discussions", 2),
    (_heading, "Wessenmere Health Visiting Service", 3),
    (_words, "The health visitor saw Kim and Robin at home on day 12 and spoke with Kim about safe sleeping."),
    (_led, "Analysis: ", "Jude was at work when she came. The visit is in the mother’s name, and takes place by day."),
    (_led, "Learning: ", "A message given to one parent does not reach the one who is awake with the baby."),
    (_heading, "Wessenmere Police", 3),
    (_words, "One call to the address in 2024, about noise. No concerns for children were recorded."),
    (_heading, "Decision Summary", 2),
    (
        _words,
        (
            "The partners agreed that a local child safeguarding practice review is not needed, because the learning is the same "
            "as in the review about Child M in 2023."
        ),
    ),
    (
        _table,
        [
            ["Criteria", "Met?", "Rationale"],
            [
                "Highlights or may highlight improvements needed to safeguard and promote the welfare of children",
                "Yes",
                "Fathers are not spoken with about safe sleeping.",
            ],
            ["Highlights or may highlight recurrent themes", "Yes", "The same was found about Child M."],
            [
                "Concerns regarding two or more organisations working together effectively",
                "No",
                "Each did what was agreed.",
            ],
        ],
    ),
    (_heading, "Immediate learning", 2),
    (_bullet, "Ask who is awake with the baby."),
    (_bullet, "Offer a visit when that person is there."),
    (_heading, "How will learning be disseminated?", 2),
    (_words, "By the named nurse at the team meetings in April 2026."),
)


def strong_with_tables() -> bytes:
    """Word, with heading styles: tables of people, tick boxes, one short summary an agency, a decision with its grounds."""
    d = docx.Document()
    d.sections[0].header.paragraphs[0].text = "OFFICIAL SENSITIVE"
    for write, *what in STRONG_WITH_TABLES:
        write(d, *what)
    return _saved(d)


def numbered_prose() -> bytes:
    """Word, with bold numbered lines for headings and no table at all."""
    d = docx.Document()
    _bold(d, "Norvale Safeguarding Children Partnership", 16)
    _bold(d, "1. Attendees")
    d.add_paragraph("Chair: Noor Bailey, Director of Quality, Norvale Council")
    d.add_paragraph("Sal Winter – Detective Inspector – Norvale Police")
    d.add_paragraph("Uma Castell, Designated Doctor, Norvale Integrated Care Board")
    d.add_paragraph("Apologies: Ned Farrow")
    _bold(d, "2. Family composition")
    d.add_paragraph("Subject child: Kit Sample, DOB 09/10/2011, White British")
    d.add_paragraph("Mother: Jo Sample (born 1 July 1985)")
    d.add_paragraph("Mother’s partner: Lee Other, White British")
    _bold(d, "3. Brief summary of the incident")
    d.add_paragraph("Kit was stabbed in the park on 5 May 2026 and was taken to hospital by air ambulance.")
    d.add_paragraph("He is expected to recover.")
    _bold(d, "4. Agency involvement")
    _bold(d, "4.1 Norvale Children’s Social Care")
    d.add_paragraph("Two referrals in 2025, both closed after a call to Jo.")
    d.add_paragraph("Good practice: the second worker rang the school as well.")
    _bold(d, "4.2 Hexdale Academy")
    d.add_paragraph("Kit was excluded in January. Nobody was told, because the form goes to the council by post.")
    _bold(d, "5. Key learning")
    d.add_paragraph("An exclusion is a sign of risk. It reached nobody who could have acted.")
    _bold(d, "6. Have we seen this before?")
    d.add_paragraph("The review about Young Person T said the same in 2022.")
    _bold(d, "7. Recommendation")
    d.add_paragraph("The panel recommends that a local child safeguarding practice review be commissioned.")
    _bold(d, "8. Rationale")
    d.add_paragraph("Nobody yet understands why three agencies held a part of the picture and none held the whole.")
    _bold(d, "9. Key lines of enquiry")
    d.add_paragraph("1. How does news of an exclusion travel?")
    d.add_paragraph("2. What did Kit tell, and whom?")
    _bold(d, "10. Genogram and distribution list")
    d.add_paragraph("Held by the business unit.")
    return _saved(d)


def minutes_and_letter() -> bytes:
    """Word: a letter, then minutes whose headings are the questions that were asked; much is missing."""
    d = docx.Document()
    d.add_paragraph("Dear Panel,")
    d.add_paragraph("Please find below the outcome of our rapid review concerning Baby A, born on 12 June 2026.")
    d.add_paragraph("Yours sincerely, Chair of the Partnership")
    _bold(d, "Minutes of the Rapid Review Meeting held on 30 June 2026", 14)
    _bold(d, "Present")
    _table(
        d,
        [
            ["Cleo Ash", "Service Manager", "Eastmarsh Council"],
            ["Finn Roe", "Sergeant", "Eastmarsh Police"],
        ],
    )
    _bold(d, "What happened?")
    d.add_paragraph("Baby A was born at home after a pregnancy that nobody knew of.")
    _bold(d, "Why was the pregnancy missed?")
    d.add_paragraph(
        "CA said that an e-mail of 2 April was read as being about somebody else. FR asked who had sent it."
    )
    _bold(d, "Was this a systemic issue?")
    d.add_paragraph("The panel felt that this was one individual misinterpreting an e-mail.")
    _bold(d, "Does the case meet the criteria?")
    d.add_paragraph("The criteria are not met.")
    _bold(d, "Any other business")
    d.add_paragraph("None.")
    return _saved(d)


def weak() -> bytes:
    """Word, two pages at most: everything runs together in plain paragraphs."""
    d = docx.Document()
    d.add_paragraph("RAPID REVIEW – CHILD B")
    d.add_paragraph(
        "Child B (5) suffered burns on 1 April 2026. The family was known to services and did not engage. There was a lack of "
        "professional curiosity and information sharing was poor."
    )
    d.add_paragraph("Learning: Practitioners should be reminded to be professionally curious.")
    d.add_paragraph("Decision: No LCSPR. Further training will be provided.")
    return _saved(d)


def one_form() -> bytes:
    """Word: the whole review in one table, as a form with titles across it, hints, tick boxes and merged cells."""
    d = docx.Document()
    rows: Rows = [
        ["SECTION 1: DETAILS OF THE CHILD", "", "", ""],
        ["Child’s name", "Ivy Placeholder", "DOB", "17/08/2020"],
        ["Ethnicity", "Black Caribbean", "Gender", "F"],
        ["School / Nursery", "Alder Lane Academy", "Legal status", "S.20"],
        ["Home address", "9 Quay Street, Eastmarsh", "NHS number", "see file"],
        ["SECTION 2: INCIDENT", "", "", ""],
        ["Date of incident", "20th June 2026", "", ""],
        ["Summary of incident\n(please be brief)", "Ivy swallowed tablets.\nShe was in hospital for a week.", "", ""],
        ["SECTION 3: CRITERIA", "", "", ""],
        ["Recurrent themes", "☒ Met ☐ Not met", "Tablets within reach, as in two earlier cases.", ""],
        ["Single agency concern", "☐ Met ☒ Not met", "", ""],
        ["SECTION 4: DECISION", "", "", ""],
        ["Recommendation", "Other action: an audit by the pharmacy service", "", ""],
        ["Rationale", "What to do is known. Whether it is done is not.", "", ""],
        ["What will happen instead?", "The pharmacy service audits fifty households by October.", "", ""],
        ["Date of decision", "6/7/26", "Signed off by", "Cleo Ash, Eastmarsh Council"],
    ]
    table = _table(d, rows)
    for row, texts in zip(table.rows, rows, strict=True):
        if not any(texts[1:]):
            row.cells[0].merge(row.cells[3])
    return _saved(d)


def other_order() -> bytes:
    """Word: the decision first, children side by side in columns, agencies in one table."""
    d = docx.Document()
    d.add_heading("Outcome of the rapid review", 1)
    d.add_paragraph("The partners propose that the Panel consider a national review.")
    d.add_heading("Children", 1)
    _table(
        d,
        [
            ["Name", "Asha Invented", "Dev Invented"],
            ["Date of birth", "1/2/2014", "30/11/2016"],
            ["Ethnicity", "British Asian – Indian", "Indian"],
            ["School", "Alder Lane Academy", "Alder Lane Academy"],
        ],
    )
    d.add_heading("Immediate actions", 1)
    _table(
        d,
        [
            ["Action", "Lead", "Timescale", "Completed"],
            ["Ring every family in the club", "Cleo Ash, Eastmarsh Council", "1 July 2026", "29 June 2026"],
            ["Stop the coach’s access", "Finn Roe", "At once", ""],
        ],
    )
    d.add_heading("Summary of agency involvement", 1)
    _table(
        d,
        [
            ["Agency", "Involvement", "Analysis", "Learning"],
            ["Eastmarsh Swimming Club", "Taught both children.", "Nobody asked for references.", "Ask always."],
            ["Alder Lane Academy", "Both are pupils.", "", "None"],
        ],
    )
    d.add_heading("Fathers and significant males", 1)
    d.add_paragraph("Mr Invented drove the children to the club, and asked twice why training was so late.")
    d.add_heading("Equality and diversity", 1)
    d.add_paragraph("The family speaks Gujarati at home. Nobody asked Mr Invented in it.")
    return _saved(d)


_PDF_TABLES = """
#set page(header: [OFFICIAL-SENSITIVE #h(1fr) Norvale], footer: context [Page #counter(page).display() of 2])
#set heading(numbering: "1.")
#set par(justify: true)
= People present
#table(columns: (2fr, 3fr, 3fr), [*Name*], [*Designation*], [*Organisation*],
  [Noor Bailey], [Director of Quality, for the executive of the whole council], [Norvale Council],
  [Sal Winter], [Detective Inspector], [Norvale Police])
= Case summary
The child, aged four, was left alone for three days. A neighbour heard crying and rang the police, who broke
the door and found the child under the kitchen table with a blanket and a toy dog. There was hardly any food in
the flat. The mother came back on the fourth day.
#pagebreak()
= Analysis
== What worked well
The neighbour had been given a number to ring by the housing officer, who had written it on the wall by the lift
for everybody to see, after an earlier incident in the house.
== Family history
#table(columns: (1fr, 3fr), [Plan at time of incident], [None], [Ethnic background], [Polish])
= Conclusion
Criteria are met, and it was agreed to undertake an LCSPR.

*Rationale:* Three agencies had each heard that the mother was often away.
"""

_PDF_PROSE = """
#set page(columns: 1, margin: 3cm, numbering: "1")
#set text(size: 10pt)
#align(center, text(16pt, weight: "bold")[Rapid Review])
#text(13pt, weight: "bold")[Attendance]
#grid(columns: (4cm, 5cm, 5cm), row-gutter: 8pt, [*Name*], [*Role*], [*Agency*],
  [Cleo Ash], [Service Manager], [Eastmarsh Council],
  [Finn Roe], [Sergeant], [Eastmarsh Police])

#text(13pt, weight: "bold")[Circumstances of the incident]

A girl of fifteen took an overdose at school. She told the nurse, who called for help at once. #lorem(60)

#text(13pt, weight: "bold")[Voice of the child]

She said that “nobody asks what it is like at night”.

#text(13pt, weight: "bold")[Learning points]
- Ask about the nights.
- Tell the girl who will read what she writes.

#text(13pt, weight: "bold")[Decision]

A local child safeguarding practice review will not be undertaken.
"""


def _pdf(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def pdf_with_tables() -> bytes:
    """PDF: numbered headings, ruled tables, running header and footer."""
    return _pdf(_PDF_TABLES)


def pdf_prose() -> bytes:
    """PDF: large headings, a table without lines, bullets."""
    return _pdf(_PDF_PROSE)


def markdown() -> bytes:
    """A text file with marks."""
    return (
        "# Rapid review\n\n## Agencies involved\n\n- Norvale Police: known\n- Hexdale Academy – not known to us\n\n"
        "## Lessons learned\n\nAsk twice.\n\n## Weather\n\nIt rained.\n"
    ).encode()


LAYOUTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "strong, with tables": ("strong.docx", strong_with_tables),
    "numbered prose": ("prose.docx", numbered_prose),
    "minutes and letter": ("minutes.docx", minutes_and_letter),
    "weak": ("weak.docx", weak),
    "one form": ("form.docx", one_form),
    "other order": ("order.docx", other_order),
    "pdf with tables": ("tables.pdf", pdf_with_tables),
    "pdf prose": ("prose.pdf", pdf_prose),
    "markdown": ("notes.md", markdown),
}
