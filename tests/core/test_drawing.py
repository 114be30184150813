"""Pages of a PDF drawn as pictures in a process of its own."""

import struct
import zlib

import pytest

from second_question.documents import CannotRead
from second_question.documents.drawing import WIDTH, drawn
from tests.report_files import report_file


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height, after making sure that every chunk is whole and every row is there."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(picture):
        length = struct.unpack_from(">I", picture, at)[0]
        name, said = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        assert zlib.crc32(name + said) == struct.unpack_from(">I", picture, at + 8 + length)[0]
        chunks[name], at = said, at + 12 + length
    width, height = struct.unpack_from(">II", chunks[b"IHDR"])
    assert len(zlib.decompress(chunks[b"IDAT"])) == height * (1 + 3 * width)
    return width, height


def test_pages_are_drawn_as_far_as_there_are_any() -> None:
    data = report_file("12", "single column").read_bytes()
    assert drawn(data, 999, 4) == []
    pictures = drawn(data, 1, 2)
    assert len(pictures) >= 1
    width, height = size_of(pictures[0])
    assert width in (WIDTH, WIDTH + 1)
    assert 1.3 < height / width < 1.5, "a page of A4, upright"


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n1 0 obj"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(CannotRead, match="cannot be drawn"):
        drawn(data, 1, 1)
