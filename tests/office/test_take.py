"""What was filled in goes into the data as text, told cell by cell."""

import io

import openpyxl
import pytest
from project import edit, files
from workbooks import changed, filled, needs_libreoffice, recalculated, rows_of, taken_into, told

from macros.office.signed import signed_lines
from macros.office.take import take
from macros.office.take.filled import in_workbook
from macros.office.workbook import LATVIAN, workbook
from macros.report.opened import read_book

YEAR = "2020-2021"
SHARE = "survey.questions.safe_premises.answers.agree.share"


def test_the_real_report_comes_back_as_it_was(book, report):
    """A workbook in which nothing was typed changes no byte."""
    year, cells = in_workbook(workbook(book, "2024-2025"))
    done = take(report, book, year, cells)
    assert (year, done.texts, done.told, done.wrong) == ("2024-2025", {}, (), ())
    assert done.same > 1000


@pytest.mark.slow
@needs_libreoffice
def test_saved_by_libreoffice_it_is_as_it_was(book, report, tmp_path):
    """Nothing is taken of a workbook in which nothing was typed, and no cell is taken for one that was changed."""
    (tmp_path / "a.xlsx").write_bytes(workbook(book, "2024-2025"))
    done = take(report, book, *in_workbook(recalculated(tmp_path / "a.xlsx").read_bytes()))
    assert (done.texts, done.told) == ({}, ())
    assert done.same > 1000


def test_values_change_where_they_stand(small, handed_in):
    """In braces or on lines of their own; all else in the file stays as it was."""
    before = files(small / "data" / YEAR)
    done = handed_in(
        {
            "learners.areas.snow.end": "1 217",
            "learners.start_date": "05.10.2020",
            "learners.areas.ice.places": "Ledus iela 1",
            "fees.monthly": ("divas pikas: mīkstas", "two snowballs, soft"),
            "priorities.items.cold.qualitative.status": "Daļēji sasniegts",
            "survey.questions.safe_premises.answers.agree.share": "74,5 %",
            "targets.next.sledges.figures.days": "3–4",
            "criteria.items.warmth.indicators.mugs.needs": ("Lielākas krūzes.\n\nUn vēl.", None),
        }
    )
    assert done.wrong == ()
    after = files(small / "data" / YEAR)
    assert {name for name in after if after[name] != before[name]} == {
        f"{name}.yml" for name in ("learners", "fees", "priorities", "survey", "targets", "criteria")
    }
    changed = {name: text.decode() for name, text in after.items()}
    assert "start_date: 2020-10-05\n" in changed["learners.yml"]
    assert "    start: 10\n    end: 1217\n" in changed["learners.yml"]
    assert "    places: [ledus_1]\n    start: 30\n" in changed["learners.yml"]
    assert 'monthly: { lv: "divas pikas: mīkstas", en: "two snowballs, soft" }' in changed["fees.yml"]
    assert "      status: partly\n      expected:" in changed["priorities.yml"]
    assert 'agree: { answer: { lv: jā, en: "yes" }, share: 74.5 }' in changed["survey.yml"]
    assert "figures: { days: 3-4 }" in changed["targets.yml"]
    assert (
        "        needs:\n          lv: |\n            Lielākas krūzes.\n\n            Un vēl.\n"
        in changed["criteria.yml"]
    )
    assert len(done.told) == done.taken == 9


def test_taken_twice_it_changes_nothing(small, made):
    """The same file again finds all that was in it, new entries too."""
    values = {"learners.areas.snow.end": 22, "projects.named.+1": "Piķis", "survey.questions.+1.question": "Vai?",
              "survey.questions.+1.asked": "vecākiem", "survey.questions.+1.answers.+1.answer": "jā"}  # fmt: skip
    content = filled(made, values)
    assert taken_into(small, content).taken == 5
    before = files(small / "data")
    again = taken_into(small, content)
    assert (again.texts, again.told, files(small / "data")) == ({}, (), before)


def test_an_empty_cell_deletes_nothing(handed_in):
    """It is told how to say that something is not stated; ? does."""
    done = handed_in(
        {"learners.areas.snow.end": None, "learners.areas.snow.start": "?", "learners.areas.snow.name": "?"}
    )
    assert [line.partition("): ")[2] for line in told(done)] == [
        "atstāts: tukša šī vieta nevar būt; atstājiet, kā ir, vai pārrakstiet",
        "atstāts: šūna iztukšota, bet vērtība paliek; ja tai jābūt “nav norādīts”, rakstiet ?",
        "ņemts: nav norādīts",
    ]


def test_what_has_changed_since_is_left(small, made):
    """A cell does not undo what somebody else has entered after the workbook was made."""
    content = filled(made, {"learners.areas.snow.end": 22})
    edit(small / "data" / YEAR / "learners.yml", "end: 21", "end: 25")
    done = taken_into(small, content)
    assert done.texts == {}
    assert "datos tagad ir “25”, bet, kad tabula izveidota, bija “21”" in told(done)[0]


def test_formulas_are_not_believed(small, made):
    """Nor what they came to; errors neither."""
    done = taken_into(small, filled(made, {"staff.teachers": "=5+1", "staff.support_staff": "#N/A"}))
    assert done.texts == {}
    assert ["te ir formula" in told(done)[0], "te tabula rāda kļūdu" in told(done)[1]] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "a\nen: b\nstatus: final",
        "'", '"', "- a", "# a", "a: b", "{ a: b }", "&a *a", "!!python/object", "a #b", "|", "yes", "12:30", "0123", "~",
        "a\n\n  b\n   c", "<<: *a", "---\n...", "a\\nb", "%TAG", "@a", "`a`", "a,b", "]", "}", "12", "2020-01-01",
    ],
)  # fmt: skip
def test_a_text_is_nothing_but_a_text(small, handed_in, text):
    """Whatever YAML would make of it, in braces and on a line of its own."""
    done = handed_in({"agreements.partners": text, "projects.items.igloo.name": text, "projects.items.+1.name": text,
                      "projects.items.+1.number": text, "projects.items.+1.summary": text,
                      "projects.items.+1.result": text, "learners.movement.reasons.+1": text})  # fmt: skip
    assert done.wrong == ()
    report = read_book(small)[0].site.years[YEAR]
    new = list(report.projects.items.values())[1]
    assert {report.agreements.partners.lv, report.projects.items["igloo"].name.lv, new.name.lv, new.summary.lv} == {
        signed_lines(text, "lv")
    }
    assert (new.number, report.learners.movement.reasons[1].lv) == (" ".join(text.split()), signed_lines(text, "lv"))


def test_signs_and_items_are_written_as_the_report_writes_them(small, handed_in):
    """Also what was pasted with tabs; calls and addresses stay, and the same cell taken again changes nothing."""
    typed = 'Saka: "labi" - un\n•\tledus;\n– "{{ value("learners.total_end") }}" https://a.lv/a--"b'
    done = handed_in({"agreements.partners": (typed, 'They say "ok" - 5 %'), "projects.items.igloo.number": 'a "b"'})
    assert done.wrong == ()
    report = read_book(small)[0].site.years[YEAR]
    assert report.agreements.partners.lv == (
        'Saka: “labi” – un\n- ledus;\n- “{{ value("learners.total_end") }}” https://a.lv/a--"b'
    )
    assert report.agreements.partners.en == "They say “ok” – 5%"
    assert report.projects.items["igloo"].number == 'a "b"'
    assert handed_in({"agreements.partners": (typed, None), "projects.items.igloo.number": 'a "b"'}).texts == {}


def test_all_or_nothing(small, handed_in, monkeypatch):
    """What would not load as data is told with its cell, and nothing of the rest is written either."""
    before = files(small / "data")
    monkeypatch.setattr("macros.office.take.weighed.understood", lambda cell, _wanted: str(cell.value))
    done = handed_in({"learners.areas.snow.start": 11, "learners.areas.snow.end": "daudz"})
    assert (done.texts, files(small / "data")) == ({}, before)
    assert done.wrong[0].startswith("lapa “Audzēkņi pa jomām”, šūna D11 / sheet “Audzēkņi pa jomām”, cell D11: ")
    assert "“daudz”" in done.wrong[0]


def test_names_are_looked_up(small, made):
    """A row whose name was changed, or that stands there twice, is told; nothing else of the data can be named.

    So is what has lost its row thereby.
    """
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book["Pedagogi un nodarbību vērošana"]
    for row, name in ((3, "staff.teachers"), (4, "../../mkdocs"), (5, "staff.teachers"), (7, "rules.x.says")):
        sheet.cell(row, 7).value = name
        sheet.cell(row, 4).value = 17
    saved = io.BytesIO()
    book.save(saved)
    done = taken_into(small, saved.getvalue())
    assert [line.partition("šūna ")[2] for line in told(done)] == [
        "D4: atstāts: šādas vietas šā gada datos nav; iespējams, ieraksts izdzēsts vai rinda kopēta",
        "D5 (Pedagogi): atstāts: šī vieta tabulā ir vairākkārt; ņemta pirmā. Jaunam ierakstam izmantojiet brīvās rindas",
        "D7: atstāts: šādas vietas šā gada datos nav; iespējams, ieraksts izdzēsts vai rinda kopēta",
        "D3 (Pedagogi): ņemts: “17”",
        *[""] * 3,
    ]
    assert all("šī rinda izdzēsta, bet datos vērtība paliek" in line for line in told(done)[-3:])


def test_no_english_without_latvian(small, handed_in):
    """A text whose Latvian is taken away goes as a whole; English alone is told."""
    done = handed_in({"fees.monthly": ("?", "two"), "criteria.items.warmth.indicators.mugs.needs": (None, "More.")})
    assert [line.rpartition(": ")[2] for line in told(done)] == [
        "angliski ierakstīts, bet latviski nav",
        "angliski ierakstīts, bet latviski nav",
        "nav norādīts",
    ]
    assert read_book(small)[0].site.years[YEAR].fees.monthly is None


@pytest.mark.parametrize(
    ("value", "shown", "share"),
    [(0.5, '0.0" %"', "0,5"), (55, "0\\ \\%", "55"), (0.5, "0%", "50"), (0.5, '0.0%" no visiem"', "50")],
)
def test_a_share_is_what_the_cell_shows(small, made, value, shown, share):
    """Where the sign of a share is but a word beside the number, the number counts as it is."""

    def write(sheet):
        cell = sheet.parent["Aptauja"].cell(rows_of(sheet.parent["Aptauja"], SHARE)[0], LATVIAN)
        cell.value, cell.number_format = value, shown

    (line,) = told(taken_into(small, changed(made, write)))
    assert line.endswith(f": ņemts: “{share}”")
