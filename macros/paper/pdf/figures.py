"""Where each figure of the report stands on the printed pages, so that any program finds it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.html.chart.canvas import SIDE, figures_in
from macros.html.figures import figure
from macros.paper.pdf.structure import POINTS

_DRAWING = "{http://www.w3.org/2000/svg}svg"


@dataclass(frozen=True)
class PrintedFigure:
    """A figure on a page."""

    name: str
    """That of the data, such as `learners.total_end`."""
    value: str | None
    """As programs read it; None where it is not stated."""
    words: str
    """As it is printed."""
    page: int
    """Counted from 1."""
    box: tuple[float, float, float, float]
    """Left, bottom, right and top, in points from the lower left corner of the page, as PDF counts."""


def printed_figures(document: Any) -> list[PrintedFigure]:
    """Give the figures on the pages of a WeasyPrint `Document`, in the order of the pages."""
    return [
        PrintedFigure(*figure(element), number, tuple(round(side * POINTS, 2) for side in sides))  # type: ignore[arg-type]
        for number, page in enumerate(document.pages, 1)
        for box in page._page_box.descendants()  # noqa: SLF001 – WeasyPrint 70 tells it in no other way
        for element, sides in _figures(box, page.height)
    ]


def _figures(box: Any, height: float) -> Iterator[tuple[Any, tuple[float, ...]]]:
    """Yield the elements of the figures of a box with their own boxes, in pixels from the foot of a page so high."""
    from weasyprint.formatting_structure.boxes import InlineBox, ReplacedBox  # noqa: PLC0415 – see pdf.available()

    x, y = box.position_x, box.position_y
    if isinstance(box, InlineBox) and box.element is not None and box.element.get("data-name"):
        yield box.element, (x, height - y - box.margin_height(), x + box.margin_width(), height - y)
    if isinstance(box, ReplacedBox) and box.element.tag == _DRAWING:
        scale = box.width / float(box.element.get("viewBox").split()[2])
        x, y = box.content_box_x() + SIDE * scale, height - box.content_box_y() - SIDE * scale
        for element, (left, top, right, bottom) in figures_in(box.element):
            yield element, (x + left * scale, y - bottom * scale, x + right * scale, y - top * scale)
