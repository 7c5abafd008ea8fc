"""Numbers below zero are drawn as what they are: on the other side of the line of zero, and within the drawing."""

import re
from dataclasses import replace

import pytest
from drawn import SVG, YEAR, with_report
from lxml import etree

from macros.data.schema import Text
from macros.html.card import Bar, Card
from macros.html.chart import NARROW, WIDE, draw
from macros.html.palette import DEEP, INK
from macros.html.preview import drawn
from macros.html.render import Renderer
from macros.html.spark import EDGE, HEIGHT, spark
from macros.html.speaker import Speaker
from macros.show import charts
from macros.show.charts import Bars, Bridge, Lines
from macros.show.charts.bars import Bar as Drawn
from macros.show.charts.bars import Group
from macros.show.charts.bridge import Step
from macros.show.charts.line import Line
from macros.show.tables.shape import Named

GREW, FELL = Named("learners.areas.stem.change"), Named("learners.areas.culture.change")
WORDS = Text(lv="pārmaiņas", en="change")


def bars(*figures):
    return Bars(tuple(Group(WORDS, (Drawn(WORDS, one),)) for one in figures))


def line(*figures):
    return Lines((WORDS,) * len(figures), (Line(WORDS, figures),))


@pytest.fixture
def fallen(book):
    """The report in which cultural education has lost 100 learners, while STEM has won 128."""
    learners = book.site.years[YEAR].learners
    culture = learners.areas["culture"].model_copy(update={"end": learners.areas["culture"].start - 100})
    return with_report(book, learners=learners.model_copy(update={"areas": {**learners.areas, "culture": culture}}))


def svg_of(book, chart, width):
    return etree.fromstring(draw(chart, Speaker(Renderer(book, "lv"), YEAR), "", width))


def within(svg):
    """Say whether all shapes of a drawing lie in it."""
    left, top, width, height = map(float, svg.get("viewBox").split())
    across = [float(one.get(key)) for one in svg.iter() for key in ("x", "x1", "x2", "cx") if one.get(key)]
    down = [float(one.get(key)) for one in svg.iter() for key in ("y", "y1", "y2", "cy") if one.get(key)]
    across += [float(one.get("x")) + float(one.get("width")) for one in svg.iter(SVG + "rect")]
    sizes = [float(one.get("width")) for one in svg.iter(SVG + "rect")]
    return (
        min(sizes) >= 0
        and left <= min(across) <= max(across) <= left + width
        and top <= min(down) <= max(down) <= top + height
    )


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "chart", [shape(*figures) for shape in (bars, line) for figures in ((GREW, FELL), (FELL, FELL))]
)
def test_all_stays_within(fallen, chart, width):
    """Whatever is below zero, and be it all, no shape leaves the drawing or has less than no width."""
    assert within(svg_of(fallen, chart, width))


def test_bars_lie_on_both_sides_of_zero(fallen):
    """A bar that is below zero ends where the others begin, and is as long as its number."""
    svg = svg_of(fallen, bars(GREW, FELL), WIDE)
    more, less = (
        [*map(float, (one.get("x"), one.get("width")))] for one in svg.iter(SVG + "rect") if one.get("fill") == DEEP
    )
    zeros = {float(one.get("x1")) for one in svg.iter(SVG + "line")}
    assert zeros == {more[0]}
    assert less[0] + less[1] == pytest.approx(more[0], abs=0.2)
    assert more[1] / less[1] == pytest.approx(128 / 100, rel=0.01)


def test_a_line_crosses_zero(fallen):
    """The line of zero lies between what is above and what is below it."""
    svg = svg_of(fallen, line(GREW, FELL), WIDE)
    above, below = (float(one.get("cy")) for one in svg.iter(SVG + "circle"))
    zero = next(float(one.get("y1")) for one in svg.iter(SVG + "line") if one.get("stroke") == INK)
    assert (zero - above) / (below - zero) == pytest.approx(128 / 100, rel=0.01)


def test_a_bridge_may_go_below_zero(fallen):
    """More may have been taken away than there was."""
    steps = (
        Step("level", WORDS, Named("learners.movement.left")),
        Step("less", WORDS, Named("learners.total_start")),
        Step("more", WORDS, Named("learners.movement.joined")),
        Step("level", WORDS, FELL),
    )
    assert within(svg_of(fallen, Bridge(steps), NARROW))


def test_what_is_not_stated_elsewhere_has_no_outline(book):
    """A level printed elsewhere has an outline only where it is stated, and is more than nothing."""
    whole = charts.build(book, YEAR, "learners_flow")
    measured = book.site.years[YEAR].targets.measured["learners"].model_copy(update={"reached": None})
    targets = book.site.years[YEAR].targets
    lacking = with_report(
        book, targets=targets.model_copy(update={"measured": {**targets.measured, "learners": measured}})
    )
    widths = [float(one.get("width")) for one in svg_of(lacking, whole, WIDE).iter(SVG + "rect")]
    assert len(widths) == 1 + sum(step.kind != "elsewhere" for step in whole.steps)
    assert min(widths) >= 0


@pytest.mark.parametrize("values", [[-10, -20], [5, -20, None, 3], [0, 0], [-1, 0]])
def test_a_small_line_stays_within(values):
    """So does the line beside the numbers of the years: at the top stands the most, at the bottom the least."""
    found = [int(y) for path in re.findall(r' d="([^"]*)"', spark(values)) for y in re.findall(r"\d+ (-?\d+)", path)]
    assert EDGE <= min(found) <= max(found) <= EDGE + HEIGHT


def test_a_picture_shows_what_is_below_zero():
    """In the picture of a page a bar below zero ends at the line where the others begin."""
    card = Card("c", "t", "y", "", "caption", (Bar("a", 5, "5"), Bar("b", -3, "−3")))
    assert drawn(card) != drawn(replace(card, bars=(card.bars[0], replace(card.bars[1], value=0))))
