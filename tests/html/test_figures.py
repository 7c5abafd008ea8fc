"""Figures in the words of drawings are marked with what they are in the data, and found in the drawing again."""

import pytest
from lxml import etree

from macros.html.chart.canvas import ABOVE, BELOW, Canvas, figures_in, length, room, wrap
from macros.html.figures import as_svg, capital, figure, marked, unmarked

MARKED = marked("66 %", "a.b", 66)


def test_readers_see_the_words_alone():
    """Marks take no room, and no line breaks within them."""
    words = f"change: {MARKED} of all"
    assert unmarked(words) == "change: 66\u00a0% of all"
    assert length(words, bold=True) == length(unmarked(words), bold=True)
    assert [unmarked(line) for line in wrap(words, 100)] == ["change:", "66\u00a0% of all"]


@pytest.mark.parametrize(
    ("words", "begun"), [("area", "Area"), (marked("not stated", "a.b", None), "Not\u00a0stated"), ("", "")]
)
def test_a_capital_at_the_beginning(words, begun):
    """Words begin with a capital letter, be they those of a figure."""
    assert unmarked(capital(words)) == begun


def test_a_text_of_svg_says_what_it_is():
    """A figure alone is the text, one among words is a part of it; nothing in them is markup."""
    assert as_svg(MARKED, ' x="1"') == '<text x="1" data-name="a.b" data-value="66">66\u00a0%</text>'
    assert as_svg(f"<b>: {MARKED}", "") == (
        '<text>&lt;b&gt;: <tspan data-name="a.b" data-value="66">66\u00a0%</tspan></text>'
    )
    assert as_svg(marked("<", 'a"', None), "") == '<text data-name="a&quot;">&lt;</text>'


def test_each_figure_is_found_where_it_stands():
    """A figure takes the room of its words: behind others, and before its place where the text ends there."""
    canvas = Canvas(300)
    canvas.text((10, 50), f"both: {MARKED}, {marked('7', 'c', 7)}")
    canvas.text((200, 80), MARKED, bold=True, anchor="end")
    canvas.text((200, 110), MARKED, anchor="middle")
    canvas.y = 120
    canvas.number(MARKED, f"of {marked('9', 'd', 9)}", x=20)
    first, second, third, middle, number, behind = figures_in(etree.fromstring(canvas.svg("A chart")))
    assert [figure(element) for element, _box in (first, second, third)] == [
        ("a.b", "66", "66\u00a0%"), ("c", "7", "7"), ("a.b", "66", "66\u00a0%"),
    ]  # fmt: skip
    before, long = length("both: "), length("66\u00a0%")
    assert first[1] == pytest.approx((10 + before, 50 - ABOVE, 10 + before + long, 50 + BELOW))
    assert second[1][0] == pytest.approx(10 + before + long + length(", "))
    assert third[1] == pytest.approx((200 - length("66\u00a0%", bold=True), 80 - ABOVE, 200, 80 + BELOW))
    assert middle[1] == pytest.approx((200 - long / 2, 110 - ABOVE, 200 + long / 2, 110 + BELOW))
    assert figure(number[0]) == figure(first[0])
    assert number[1] == pytest.approx((20, 134 - ABOVE, 20 + length("66\u00a0%", bold=True), 134 + BELOW))
    assert figure(behind[0])[0] == "d"
    assert behind[1][0] == pytest.approx(number[1][2] + length(" of "))


def test_words_have_room_to_be_set_farther_apart():
    """Each letter 0.12 and each space 0.16 more of its size, which is 14; lines break so that this fits."""
    assert room(MARKED) == pytest.approx(length("66\u00a0%") + 14 * (4 * 0.12 + 0.16))
    assert wrap("to and fro", length("to and fro") + 1) == ["to and", "fro"]
    assert wrap("to and fro", room("to and fro")) == ["to and fro"]


def test_words_behind_a_number_go_on_below():
    """They are one text with it; what has no room beside it stands in the next line."""
    canvas = Canvas(100)
    canvas.number("66", "out of a hundred", x=10)
    texts = etree.fromstring(canvas.svg("A chart")).findall("{*}text")
    assert ["".join(text.itertext()) for text in texts] == ["66 out of", "a hundred"]
    assert {text.get("x") for text in texts} == {"10"}
