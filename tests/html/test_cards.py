"""Tables that are cards on a phone: what a card says of a cell, and what it leaves out."""

import re

import pytest

from macros.data.schema import Text
from macros.html.render import Renderer
from macros.html.table import Frame, table_of
from macros.show.tables.shape import Row, Table, one_group

YEAR = "2024-2025"
LONG = "Cik audzēkņu gada laikā mācības sāka un cik tās pārtrauca, visas jomas kopā " * 2


def words(*shown):
    """Give texts that are the same in both languages."""
    return tuple(Text(lv=one, en=one) for one in shown)


def made(book, layout, *cells, heads=("Ko rāda", "Bija", "Ir", "Starpība"), numeric=(1, 2, 3)):
    """Give the HTML of a table with one row."""
    built = one_group([Row(words(LONG)[0], cells)], numeric=frozenset(numeric), layout=layout, columns=words(*heads))
    assert isinstance(built, Table)
    return table_of(Renderer(book, "lv"), built, YEAR, Frame("table-x", "X"))


@pytest.mark.parametrize(
    ("layout", "cells", "labelled"),
    [
        ("stacked", ("1", "2", "+1"), ["Bija", "Ir", "Starpība"]),
        ("stacked", ("1", "2", "–"), ["Bija", "Ir"]),
        ("stacked", ("–", "2", "–"), ["Ir"]),
        ("lined", ("–", "2", "–"), ["Ir"]),
        ("years", ("–", "2", "–"), ["Ir", "Starpība"]),
    ],
)
def test_what_has_nothing_to_say_has_no_line_on_a_card(book, layout, cells, labelled):
    """A dash is no line of a card; of years side by side it says that there is no report, so only that of a line goes."""
    assert re.findall(r'data-label="([^"]+)"', made(book, layout, *cells)) == labelled


def test_heads_stay_beside_numbers(book):
    """Numbers need no width, so what they are of stands on their line; sentences have it above them."""
    assert "data-table--above" not in made(book, "stacked", "1", "2", "+1")
    assert "data-table--above" in made(book, "stacked", *words(LONG, LONG, LONG), numeric=())


def test_a_long_head_has_a_line_of_its_own(book):
    """Beside one of a few words there is room for another number."""
    heads = ("Ko rāda", "Bija", "Rezultatīvais rādītājs, noslēdzot mācību gadu", "Ir")
    html = made(book, "stacked", "1", "2", "3", heads=heads)
    assert re.findall(r'<td class="([^"]+)"', html) == ["number", "number long", "number"]


def test_the_heads_of_many_years_take_two_lines(book):
    """A line of a head may end amid a school year where the years stand side by side, and nowhere else."""
    heads = ("Ko rāda", "Kopš 2019./2020.", "2020./2021. (melnraksts)", "2021/22")
    shown = re.findall(r"<th [^>]*>([^<]+<wbr>[^<]+)</th>", made(book, "years", "1", "2", "3", heads=heads))
    assert shown == ["Kopš 2019./<wbr>2020.", "2020./<wbr>2021. (melnraksts)", "2021/<wbr>22"]
    assert "<wbr>" not in made(book, "lined", "1", "2", "3", heads=heads)


def test_what_stands_above_a_number_may_break_at_each_space(book):
    """On a phone it has no more room than a school year takes; on a wide screen a year stays with its words."""
    head = "2024./2025.\u00a0mācību gadā"
    html = made(book, "stacked", "1", "2", "3", heads=("Ko rāda", head, "Ir", "Starpība"))
    assert (html.count(f">{head}</th>"), html.count('data-label="2024./2025. mācību gadā"')) == (1, 1)
