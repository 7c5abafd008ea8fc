"""What people type into a cell is understood however they type it, or told."""

import datetime

import pytest

from macros.data.schema import Text
from macros.office.asked import Wanted
from macros.office.signed import signed_lines
from macros.office.take.cell import Cell, Unclear
from macros.office.take.typed import understood

MORNING = datetime.datetime(2025, 9, 5)  # noqa: DTZ001 – as a cell has it
STATUS = (("achieved", Text(lv="sasniegts", en="achieved")), ("partly", Text(lv="daļēji sasniegts", en="partly")))
PLACES = (("a_1", Text(lv="Ziedu iela 1", en="Ziedu iela 1")), ("b_2", Text(lv="Ielas, 2", en="Ielas, 2")))


def wanted(kind, words=()):
    """Give what is wanted of a kind."""
    return Wanted(kind, needed=False, words=words)


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("count", 1217, "1217"),
        ("count", 1217.0, "1217"),
        ("count", "1 217", "1217"),
        ("count", "1\u00a0217", "1217"),
        ("count", "1.234.567", "1234567"),
        ("count", " 12 ", "12"),
        ("count", None, None),
        ("count", "", None),
        ("count", "–", ""),
        ("count", "?", ""),
        ("count", "Nav norādīts.", ""),
        ("count", "nav zināmi", ""),
        ("count", "n/a", ""),
        ("count", "???", ""),
        ("text", "Nezināms", ""),
        ("text", "nav datu", ""),
        ("text", "Nav zināms, cik piedalījās.", "Nav zināms, cik piedalījās."),
        ("percent", "12,5 %", "12.5"),
        ("percent", "12.5%", "12.5"),
        ("percent", "55 procenti", "55"),
        ("percent", 14.8, "14.8"),
        ("percent", 55, "55"),
        ("percent", 0, "0"),
        ("hours", "10,98 h", "10.98"),
        ("hours", "1.234,5", "1234.5"),
        ("figure", "24", "24"),
        ("figure", "55 %", "55 %"),
        ("figure", "6 stundas", "6 h"),
        ("figure", "6–7", "6-7"),
        ("figure", "no 6 līdz 7", "6-7"),
        ("day", "05.09.2025", "2025-09-05"),
        ("day", "5. 9. 2025.", "2025-09-05"),
        ("day", "2025. gada 5. septembrī", "2025-09-05"),
        ("day", MORNING, "2025-09-05"),
        ("day", "31/05/2026", "2026-05-31"),
        ("day", "5/31/2026", "2026-05-31"),
        ("day", "2026/05/31", "2026-05-31"),
        ("day", "2025/09/05", "2025-09-05"),
        ("day", "05/05/2026", "2026-05-05"),
        ("day", "31-05-2026", "2026-05-31"),
        ("day", "2026.05.31.", "2026-05-31"),
        ("day", "05.09.2025. g.", "2025-09-05"),
        ("day", "1. oktobris 2024", "2024-10-01"),
        ("day", "1.oktobrī 2024. gadā", "2024-10-01"),
        ("day", "1. okt. 2024", "2024-10-01"),
        ("day", "1 October 2024", "2024-10-01"),
        ("month", "sept.", "9"),
        ("month", "oktobris", "10"),
        ("month", "Oktobra", "10"),
        ("month", 3, "3"),
        ("words", 2, "2"),
        ("words", "Aina\n\n Jansone", "Aina Jansone"),
        ("text", "a\r\nb  \n", "a\nb"),
        ("text", "•\ta\t\nb", "• a\nb"),
    ],
)
def test_it_is_understood(kind, typed, meant):
    """One value, typed in many ways."""
    assert understood(Cell(typed), wanted(kind)) == meant


def test_a_share_that_the_office_program_shows_as_one():
    """A cell that shows 12,5 % holds 0.125."""
    assert understood(Cell(0.125, "%"), wanted("percent")) == "12.5"
    assert understood(Cell(0.29, "%"), wanted("figure")) == "29 %"


@pytest.mark.parametrize(
    ("kind", "typed", "part"),
    [
        ("count", "1.217", "1217 vai 1,217"),
        ("count", "1,217", "1217 vai 1,217"),
        ("count", 12.5, "nav vesels skaitlis"),
        ("count", "daudz", "“daudz” neder: te jābūt veselam skaitlim"),
        ("count", "nav", "0 vai ?"),
        ("count", True, "TRUE"),
        ("count", 10**15, "12 zīmēm"),
        ("count", "9" * 5000, "12 zīmēm"),
        ("count", float("nan"), "12 zīmēm"),
        ("count", float("inf"), "12 zīmēm"),
        ("month", "līdz martam", "neder: te jābūt mēnesim no 1 līdz 12; ierakstiet"),
        ("figure", "vairāki", "neder: te jābūt skaitlim: 24, 55 %, 6 h vai 6–7; ierakstiet"),
        ("count", "-5", "te jābūt veselam skaitlim"),
        ("count", MORNING, "pārvērtusi par datumu"),
        ("percent", 0.5, "50 % vai 0,5 %"),
        ("percent", "101", "nav robežās no 0 līdz 100"),
        ("percent", "6 h", "nevis stundām"),
        ("figure", "7-6", "mazākais skaitlis jāraksta pirmais"),
        ("day", "05/09/2025", "diena un kas mēnesis"),
        ("day", "12/11/2025", "diena un kas mēnesis"),
        ("day", "12-11-2025", "diena un kas mēnesis"),
        ("day", "1. ok 2024", "nav datums"),
        ("month", "ma", "neder: te jābūt mēnesim"),
        ("day", "05/09/25", "nav datums"),
        ("day", "31.02.2025", "kalendārā nav"),
        ("day", "31/02/2025", "kalendārā nav"),
        ("day", "2025/13/05", "kalendārā nav"),
        ("day", "rudenī", "nav datums"),
        ("month", 13, "no 1 līdz 12"),
        ("text", datetime.time(12, 30), "apostrofu"),
        ("text", "a" * 20_001, "garāks"),
        ("text", "a\u200bb", "neredzam"),
        ("text", "nav", "0 vai ?"),
    ],
)
def test_it_is_told(kind, typed, part):
    """What can mean two things, or nothing, is told in both languages with what to write."""
    with pytest.raises(Unclear) as told:
        understood(Cell(typed), wanted(kind))
    lv, en = told.value.sentences
    assert part in lv
    assert en


def test_a_choice_is_known_by_its_words():
    """In either language, in any letters, or as the data have it; else those that there are are told."""
    for typed in ("sasniegts", "Sasniegts.", "ACHIEVED", "achieved"):
        assert understood(Cell(typed), wanted("choice", STATUS)) == "achieved"
    with pytest.raises(Unclear, match="which has: achieved; partly"):
        understood(Cell("gandrīz"), wanted("choice", STATUS))


def test_several_choices_are_parted_by_semicolons_or_lines():
    """A comma parts them, too, where it is none of a name's own."""
    assert understood(Cell("Ziedu iela 1; Ielas, 2"), wanted("keys", PLACES)) == "a_1\nb_2"
    assert understood(Cell("Ziedu iela 1, Ielas, 2"), wanted("keys", PLACES)) == "a_1\nb_2"
    assert understood(Cell("a_1\nb_2"), wanted("keys", PLACES)) == "a_1\nb_2"


def test_lines_become_items_of_a_list_however_they_begin():
    """Else the number of an item counts as one of the report."""
    typed = "Darīts:\n1) ej;\n2) nāc.\n* cimdi\n\uf0b7 zeķes\n◦ šalle"
    assert signed_lines(typed, "lv") == "Darīts:\n1. ej;\n2. nāc.\n- cimdi\n- zeķes\n- šalle"
