"""What is drawn on a page of a PDF, in its order: filled shapes and pictures, and texts that nobody sees. In forms too."""

from ctypes import addressof, c_float, c_uint
from dataclasses import dataclass, field
from typing import Any

SHARE = 0.6
"""How much of a letter a box must cover to be over it."""
OPAQUE, WHITE = 200, 250
SMALLEST = 3.0
"""Points: rules and underlines are lower than boxes."""
INVISIBLE = 3
DEEPEST = 8
"""How deep a form may lie in a form."""
MOST = 200_000
"""Drawn things that are looked at on one page."""

Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Box:
    """An upright box on a page in points, and when it was drawn."""

    left: float
    bottom: float
    right: float
    top: float
    order: int

    def covers(self, other: "Box") -> bool:
        """Whether it lies over most of the other, which was drawn before it."""
        if self.order <= other.order:
            return False
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        area = (other.right - other.left) * (other.top - other.bottom)
        return width > 0 and height > 0 and area > 0 and width * height >= SHARE * area


@dataclass
class Drawn:
    """The order in which things were drawn, the filled shapes and pictures, and texts that are drawn so that nobody sees them."""

    orders: dict[int, int] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)


def drawn_on(page: Any) -> Drawn:
    """Everything that is drawn on a page."""
    import pypdfium2.raw as raw

    drawn = Drawn()
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        _take(drawn, raw.FPDFPage_GetObject(page.raw, number), AS_IT_IS, DEEPEST)
    return drawn


def _take(drawn: Drawn, thing: Any, placed: Matrix, depth: int) -> None:
    import pypdfium2.raw as raw

    order = len(drawn.orders) + 1
    if order > MOST:
        return
    drawn.orders[address_of(thing)] = order
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        if raw.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE or _is_white(thing):
            drawn.hidden.add(address_of(thing))
    elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(thing)):
        box = _bounds(thing, order, placed)
        drawn.boxes += [box] if box else []
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
        inner = _within(thing, placed)
        for number in range(raw.FPDFFormObj_CountObjects(thing)):
            _take(drawn, raw.FPDFFormObj_GetObject(thing, number), inner, depth - 1)


def address_of(handle: Any) -> int:
    """What tells one drawn thing from another."""
    return addressof(handle.contents)


def _bounds(drawn: Any, order: int, placed: Matrix) -> Box | None:
    """The upright box around a drawn thing, on the page."""
    import pypdfium2.raw as raw

    left, bottom, right, top = (c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return None
    corners = [_at(placed, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = Box(min(xs), min(ys), max(xs), max(ys), order)
    return box if box.right - box.left >= SMALLEST and box.top - box.bottom >= SMALLEST else None


def _at(placed: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = placed
    return a * x + c * y + e, b * x + d * y + f


def _within(form: Any, placed: Matrix) -> Matrix:
    """How what is drawn in a form stands on the page."""
    import pypdfium2.raw as raw

    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, own):
        return placed
    (e, f), (a, b, c, d, _, _) = _at(placed, own.e, own.f), placed
    return (
        a * own.a + c * own.b,
        b * own.a + d * own.b,
        a * own.c + c * own.d,
        b * own.c + d * own.d,
        e,
        f,
    )


def _is_filled(drawn: Any) -> bool:
    from ctypes import c_int

    import pypdfium2.raw as raw

    mode, stroke = c_int(), c_int()
    return bool(raw.FPDFPath_GetDrawMode(drawn, mode, stroke)) and mode.value != 0 and _colour(drawn)[3] >= OPAQUE


def _is_white(drawn: Any) -> bool:
    red, green, blue, opacity = _colour(drawn)
    return min(red, green, blue) >= WHITE or opacity == 0


def _colour(drawn: Any) -> tuple[int, int, int, int]:
    import pypdfium2.raw as raw

    red, green, blue, opacity = (c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, opacity):
        return 0, 0, 0, 255
    return red.value, green.value, blue.value, opacity.value
