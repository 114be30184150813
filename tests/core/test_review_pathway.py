"""The pathway picture and its table: the same moments in the same order, readable by everybody."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.exchange.review import PathwayRow, pathway_rows, pathway_svg
from second_question.exchange.review.pathway.drawing import TALLEST_ON_PAPER, described, pathway_pictures
from second_question.exchange.review.pathway.layout import Side, placed, wrapped
from second_question.exchange.review.pathway.rows import HEADS
from second_question.exchange.review.words import plain
from second_question.rules.template import codes
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import RAPID_REVIEW_2021
from tests.review_contents import NASTY, records
from tests.sample_review import sample_review

SVG = "{http://www.w3.org/2000/svg}"
MOMENTS = st.lists(st.integers(1, 99), max_size=12, unique=True).flatmap(
    lambda numbers: st.tuples(*(records(RAPID_REVIEW_2021, "moment", number) for number in numbers)).map(list)
)


def moment(number: int = 1, **answers: object) -> ContentRecord:
    """A moment; without more said, a recent one of practice that moved the child towards harm."""
    usual = {
        "title": f"Moment {number}",
        "time": "recent",
        "direction": "harm",
        "lens": "practice",
        "stage": "management",
    }
    return ContentRecord("moment", number, usual | answers)


def words_of(svg: str) -> Iterator[str]:
    return (element.text or "" for element in Xml.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314  we wrote it ourselves


def test_a_row_says_everything_of_a_moment() -> None:
    said = moment(1, on=date(2026, 2, 9), direction="protection", what_happened="A", why="B", why_again="C")
    assert pathway_rows([said]) == [
        PathwayRow(
            "Moment 1", "9 February 2026", "Case management", "Practitioners and agencies", "Recent events",
            "Towards protection", "A", "B", "C",
        )
    ]  # fmt: skip
    assert HEADS[:2] == ("In a few words", "When?")
    assert len(HEADS) == len(pathway_rows([said])[0].cells)


def test_history_comes_first_and_what_has_no_date_last_in_its_group() -> None:
    told = [
        moment(1, time="recent"),
        moment(2, time="recent", on=date(2026, 1, 1)),
        moment(3, time="history"),
        moment(4, time="history", on=date(2020, 1, 1)),
        ContentRecord("moment", 5, {"title": "Moment 5", "on": date(2000, 1, 1)}),
    ]
    assert [row.title for row in pathway_rows(told)] == [f"Moment {number}" for number in (4, 3, 2, 1, 5)]


@pytest.mark.parametrize(
    ("direction", "side"), [("harm", Side.LEFT), ("protection", Side.RIGHT), (None, Side.ACROSS), ("odd", Side.ACROSS)]
)
def test_direction_is_told_by_place(direction: str | None, side: Side) -> None:
    (box,) = placed([moment(direction=direction)], 560).boxes
    assert box.side is side
    middle = box.x + box.width / 2
    assert (middle < 280, middle > 280) == (side is Side.LEFT, side is Side.RIGHT)


def test_direction_is_told_by_shape_too() -> None:
    harm, protection = pathway_svg([moment()]), pathway_svg([moment(direction="protection")])
    assert harm.count("<polygon") == protection.count("<polygon") + 1
    assert harm.count("<circle") == protection.count("<circle") - 1


@given(MOMENTS)
def test_boxes_never_cover_each_other_and_time_runs_down(told: list[ContentRecord]) -> None:
    picture = placed(told, 560)
    assert len(picture.boxes) == len(told)
    assert all(before.node < after.node for before, after in pairwise(picture.boxes))
    for at, one in enumerate(picture.boxes):
        assert one.y + one.height < picture.height
        for other in picture.boxes[at + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or one.y + one.height < other.y


@given(MOMENTS)
def test_it_is_clean_svg_whatever_was_typed(told: list[ContentRecord]) -> None:
    svg = pathway_svg(told)
    if not told:
        assert svg == ""
        return
    root = Xml.fromstring(svg)  # noqa: S314  we wrote it ourselves
    allowed = {"svg", "title", "desc", "line", "rect", "polygon", "polyline", "circle", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not [
        name
        for element in root.iter()
        for name in element.attrib
        if name in ("style", "class") or name.startswith("on")
    ]


def test_it_has_a_name_and_a_description() -> None:
    root = Xml.fromstring(pathway_svg([moment(1), moment(2, direction="protection")]))  # noqa: S314  we wrote it ourselves
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    assert (root[1].text or "").startswith(
        "A timeline of 2 moments, from top to bottom: 1 towards harm on the left, 1 towards"
    )


def test_stage_lens_time_and_direction_are_told_in_words() -> None:
    words = " ".join(words_of(pathway_svg([moment(on=date(2026, 3, 3)), moment(2, time="history", lens="family")])))
    for said in (
        "3 March 2026, practice",
        "No date, family",
        "Case management",
        "Older history",
        "Recent events",
        "Towards harm",
    ):
        assert said in words


def test_the_chain_of_whys_shows_by_marks() -> None:
    marked = moment(why="Because of that", why_again="Because of this")
    assert list(words_of(pathway_svg([marked]))).count("?") == list(words_of(pathway_svg([moment()]))).count("?") + 2


def test_the_line_is_broken_between_history_and_recent_events() -> None:
    assert [band.breaks for band in placed([moment(1, time="history"), moment(2)], 560).bands] == [False, True]


def test_long_titles_are_wrapped_and_very_long_ones_cut() -> None:
    (box,) = placed([moment(title="word " * 10_000)], 560).boxes
    assert 3 < len(box.title) < 12
    assert box.title[-1].endswith("…")


@pytest.mark.parametrize("text", [*NASTY, "", " ", "W" * 200, "漢" * 50])
def test_wrapping_keeps_every_letter(text: str) -> None:
    assert "".join(wrapped(plain(text), 120, 15)).replace(" ", "") == re.sub(r"\s", "", plain(text))


def test_on_paper_many_moments_take_several_pictures_none_of_them_too_tall() -> None:
    told = [moment(number, on=date(2020 + number // 12, number % 12 + 1, 1)) for number in range(40)]
    pictures = pathway_pictures(told)
    heights = [float(re.findall(r'height="([\d.]+)"', svg)[0]) for svg, _ in pictures]
    assert 1 < len(pictures) < 8
    assert max(heights) <= TALLEST_ON_PAPER
    assert sum(svg.count(">Moment ") for svg, _ in pictures) == 40


def test_the_description_counts() -> None:
    assert described([moment()]).startswith("A timeline of 1 moment, from top to bottom: 1 towards harm")


def test_the_sample_and_its_table_tell_the_same() -> None:
    told = sample_review().of("moment")
    words = " ".join(words_of(pathway_svg(told, 760)))
    rows = pathway_rows(told)
    assert len(rows) == 11
    assert all(row.title.split()[0] in words and row.when in words for row in rows)
    assert {row.stage for row in rows} <= {option.label for option in codes.STAGES}
