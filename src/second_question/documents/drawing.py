"""Pages of a PDF file as pictures, drawn in a process of its own, because the file may be hostile.

`python -m second_question.documents.drawing` reads the file from standard input, and writes each picture after its length.
"""

import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from typing import Any

from second_question.documents.document import CannotRead
from second_question.documents.limits import Limits, hold_this_process_to
from second_question.documents.safely import environment

WIDTH = 900
"""Dots of a picture's width: readable beside the text, and small."""
TALLEST = 4
"""Times the width: a page that is taller is drawn smaller."""
LIMITS = Limits(seconds=15, megabytes=600, recognition_seconds=0)
_LENGTH = struct.Struct(">I")
_CANNOT = "The pages of this file cannot be drawn."


def drawn(data: bytes, first: int, most: int) -> list[bytes]:
    """Pages of a PDF file from that number on, which counts from 1, as PNG; none beyond its last page.

    Raises:
        CannotRead: it is no PDF that can be drawn, or takes too much time or memory.
    """
    command = [sys.executable, "-P", "-m", "second_question.documents.drawing", str(first), str(most)]
    try:
        done = subprocess.run(  # noqa: S603  # our own program; the file goes in as data
            command, input=data, capture_output=True, timeout=LIMITS.waiting, check=False, env=environment()
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRead(_CANNOT) from error
    pictures = list(_parted(done.stdout))
    if done.returncode and not pictures:
        raise CannotRead(_CANNOT)
    return pictures


def _parted(answer: bytes) -> Iterator[bytes]:
    """The pictures that came whole."""
    at = 0
    while at + _LENGTH.size <= len(answer):
        length = _LENGTH.unpack_from(answer, at)[0]
        picture = answer[at + _LENGTH.size : at + _LENGTH.size + length]
        if len(picture) == length:
            yield picture
        at += _LENGTH.size + length


def pictures(data: bytes, first: int, most: int) -> Iterator[bytes]:
    """In this process: see `drawn`."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    for number in range(first - 1, min(len(pdf), first - 1 + most)):
        page = pdf[number]
        width, height = max(1.0, page.get_width()), max(1.0, page.get_height())
        scale = min(WIDTH / width, TALLEST * WIDTH / height)
        bitmap = page.render(scale=scale, rev_byteorder=True)
        yield _png(bitmap)
        bitmap.close()
        page.close()


def _png(bitmap: Any) -> bytes:
    """A bitmap of red, green and blue as PNG (ISO/IEC 15948): each row as it is, then compressed."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    dots, line = bytes(bitmap.buffer), width * 3
    rows = b"".join(b"\0" + dots[row * stride : row * stride + line] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, said) for name, said in parts)


def _chunk(name: bytes, said: bytes) -> bytes:
    return _LENGTH.pack(len(said)) + name + said + _LENGTH.pack(zlib.crc32(name + said))


def main() -> int:
    """Draw within the limits; 3 where that is not possible."""
    hold_this_process_to(LIMITS)
    first, most = map(int, sys.argv[1:3])
    try:
        for picture in pictures(sys.stdin.buffer.read(), first, most):
            sys.stdout.buffer.write(_LENGTH.pack(len(picture)) + picture)
    except Exception as problem:  # noqa: BLE001  whatever the file does, the answer is that it cannot be drawn
        sys.stderr.write(f"{problem}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
