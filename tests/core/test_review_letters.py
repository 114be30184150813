"""The minutes of a meeting and the Panel's letter."""

from dataclasses import replace
from datetime import date, time

from second_question.exchange.review import (
    AgreedAction,
    Attended,
    Letter,
    Minutes,
    letter_pdf,
    letter_word,
    minutes_word,
)
from second_question.exchange.review.letters import ON_QUALITY, PANEL
from second_question.exchange.review.paper import FICTIONAL
from tests.reading_back import meets_the_accessibility_standard, pdf_text, squeezed, word_file, word_text
from tests.review_contents import NASTY

MINUTES = Minutes(
    reference="SIN-2026-0007",
    area="Wessenmere",
    number=2,
    held_on=date(2026, 3, 12),
    at=time(14),
    place="Alder House",
    agenda="1. Facts\n2. Decision",
    attendance=(
        Attended("Dana Whitlock", "Director", "Wessenmere Council", "Decides for a safeguarding partner", "Present"),
    ),
    notes="They read part 9.\n\nThey agreed.",
    actions=(AgreedAction("Read the review of 2022", "Chidi Marsh", date(2026, 3, 16)),),
    fictional=True,
)
LETTER = Letter(
    reference="SIN-2026-0007",
    area="Wessenmere",
    to="Wessenmere Safeguarding Children Partnership",
    from_name="Petra Nyman",
    from_title="Head of the secretariat",
    on=date(2026, 4, 2),
    subject="Your rapid review SIN-2026-0007",
    answer="Agrees with a local review",
    paragraphs=("Thank you.", "", "The Panel agrees."),
    quality=(("Ethnicity", "You corrected it."), ("", "")),
)


def test_minutes_say_who_came_what_was_said_and_what_is_to_be_done() -> None:
    text = word_text(minutes_word(MINUTES))
    for said in (
        "Minutes of meeting 2: SIN-2026-0007",
        "12 March 2026, 2pm",
        "1. Facts\n2. Decision",
        "Dana Whitlock\nDirector\nWessenmere Council\nDecides for a safeguarding partner\nPresent",
        "They read part 9.\nThey agreed.",
        "Read the review of 2022\nChidi Marsh\n16 March 2026",
        FICTIONAL,
    ):
        assert said in text, said


def test_minutes_of_nothing_are_minutes_too() -> None:
    text = word_text(minutes_word(Minutes("SIN-2026-0007", "Wessenmere", 1, date(2026, 3, 9))))
    assert "9 March 2026" in text
    assert "No actions were agreed." in text
    assert "Agenda" not in text
    assert "Attendance" not in text


def test_a_letter_says_the_same_in_word_and_in_pdf() -> None:
    for text in (squeezed(word_text(letter_word(LETTER))), squeezed(pdf_text(letter_pdf(LETTER)))):
        for said in (PANEL, LETTER.to, "2 April 2026", LETTER.answer, "Dear colleagues,Thank you.The Panel agrees."):
            assert squeezed(said) in text
        assert squeezed("Petra NymanHead of the secretariat") in text
        assert text.index("Yourssincerely") < text.index(squeezed(ON_QUALITY)) < text.index("Youcorrectedit")


def test_a_letter_without_points_on_quality_has_no_heading_for_them() -> None:
    assert ON_QUALITY not in word_text(letter_word(replace(LETTER, quality=())))


def test_a_letter_without_a_subject_is_called_by_its_review() -> None:
    assert word_file(letter_word(replace(LETTER, subject=""))).core_properties.title == "Rapid review SIN-2026-0007"


def test_a_letter_is_tagged_and_made_for_everybody() -> None:
    assert meets_the_accessibility_standard(letter_pdf(LETTER))


def test_nasty_text_breaks_neither() -> None:
    nasty = "\n\n".join(NASTY)
    letter = replace(LETTER, subject=nasty, to=nasty, paragraphs=NASTY, quality=((nasty, nasty),))
    assert letter_pdf(letter).startswith(b"%PDF")
    assert "#import" in word_text(letter_word(letter))
    assert "MERGEFIELD" in word_text(minutes_word(replace(MINUTES, notes=nasty, place=nasty)))
