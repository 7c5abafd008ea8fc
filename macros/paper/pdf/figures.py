"""Where each figure of the report stands on the printed pages, so that any program finds it there."""

from dataclasses import dataclass
from typing import Any

from macros.paper.pdf.structure import POINTS


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
    from weasyprint.formatting_structure.boxes import InlineBox  # noqa: PLC0415 – see pdf.available()

    found = []
    for number, page in enumerate(document.pages, 1):
        for box in page._page_box.descendants():  # noqa: SLF001 – WeasyPrint 70 tells it in no other way
            if isinstance(box, InlineBox) and _name(box) is not None:
                sides = _sides(box, page.height)
                words = "".join(box.element.itertext())
                found.append(PrintedFigure(_name(box), box.element.get("value"), words, number, sides))
    return found


def _name(box):
    return None if box.element is None else box.element.get("data-name")


def _sides(box, height):
    left, top = box.position_x, box.position_y
    right, bottom = left + box.margin_width(), top + box.margin_height()
    left, bottom, right, top = (round(side * POINTS, 2) for side in (left, height - bottom, right, height - top))
    return left, bottom, right, top
