"""A whole new year, filled in with LibreOffice and taken in: nothing but cells is touched, and nothing is wrong after it."""

import shutil

import lxml.html
import openpyxl
import pytest
from project import build, checked
from workbooks import SOFFICE, is_grid, recalculated, taken_into

from macros.office.workbook import ENGLISH, LATVIAN, NAME, UNIT, workbook
from macros.report.opened import read_book

pytestmark = pytest.mark.slow

NEW = "2025-2026"
TYPED = {
    "learners.areas.culture.start": "1 300", "learners.areas.culture.end": "1 400",
    "learners.areas.stem.start": 400, "learners.areas.stem.end": 600,
    "learners.areas.sport.start": 350, "learners.areas.sport.end": 380,
    "learners.areas.civic.start": 550, "learners.areas.civic.end": 620,
    "learners.movement.from_month": "oktobris", "learners.movement.to_month": "Maijs",
    "learners.movement.left": 100, "learners.movement.joined": 500,
    "places.stated": 13,
    "targets.measured.learners.reached": "3 000", "targets.measured.learners.next": 3000,
    "targets.measured.talented.reached": "60,5 %", "targets.measured.talented.next": "61%",
    "targets.measured.professional_development.reached": 100, "targets.measured.professional_development.next": "100 %",
    "survey.respondents.teachers": 100, "survey.respondents.learners": 200, "survey.respondents.parents": 400,
    "survey.questions.safe_premises.answers.agree.share": 70,
    "survey.questions.safe_premises.answers.partly_agree.share": "20%",
    "survey.questions.safe_premises.answers.partly_disagree.share": 10,
    "survey.questions.physical_violence.answers.none.share": 100,
    "survey.questions.emotional_violence.answers.none.share": 90,
    "survey.questions.emotional_violence.answers.exception.share": 10,
    "survey.questions.feel_well.answers.always_or_mostly.share": 80,
    "survey.questions.turn_to_management.answers.yes.share": 70,
    "survey.questions.turn_to_management.answers.rather_yes.share": 20,
    "survey.questions.turn_to_management.answers.rather_no.share": 5,
    "survey.questions.turn_to_management.answers.no.share": 5,
    "survey.questions.talk_to_management.answers.fully_safe.share": 50,
    "survey.questions.talk_to_management.answers.safe.share": 30,
    "survey.questions.talk_to_management.answers.sometimes_unsafe.share": 20,
    "staff.teachers": 100, "staff.turnover_two_years": "12,0 %", "staff.support_staff": 0,
    "criteria.items.accessibility.indicators.support_staff.needs": ("Vajadzību nav.", "There are no needs."),
    "staff.observation.planned": 20, "staff.observation.for_grade": 20, "staff.observation.total": 40,
    "staff.observation.teachers_observed": 40, "staff.observation.teachers_observed_share": "40,0",
    "staff.observation.clear_goals_share": 50, "staff.observation.differentiated_share": 50,
    "staff.appraisal.teachers": 40, "staff.appraisal.grade_2": 20, "staff.appraisal.grade_3": 20,
    "staff.development.hours_per_employee": "10,98",
    "programmes.learners_in_opened": 306, "programmes.closed": 3, "programmes.closed_of_opened": 3,
    "resources.by_area.culture": 4, "resources.by_area.stem": 3, "resources.by_area.sport": 3,
    "resources.by_area.civic": 2, "resources.total": 12, "resources.in_stock": 52,
    "festival.figures.participants": 900, "festival.figures.participants_riga": "900",
    "fees.relief_learners": 500, "fees.relief_special_needs": 80,
    "signatures.document.number": "1-7/12", "signatures.document.place": "Daugavpilī",
    "signatures.document.date": "05.09.2026",
    "projects.items.+1.number": "2.", "projects.items.+1.name": ("Sniega kalns", "The Snow Hill"),
    "projects.items.+1.summary": ("Kalnu cēla visi.", "Everybody built the hill."),
    "projects.items.+1.result": ("Kalns ir uzcelts.", "The hill has been built."),
    "survey.questions.physical_violence.other_answers": None, "survey.questions.safe_premises.other_answers": None,
    "survey.questions.emotional_violence.other_answers": None,
    "survey.questions.turn_to_management.other_answers": None,
    "survey.questions.talk_to_management.other_answers": None,
}  # fmt: skip
"""What somebody types who knows the year; all other empty cells get the same by their kind."""
ANY = {"izv": "Sasniegts", "tek": ("Darbs ir paveikts.", "The work is done."), "24,": 20, "ska": 20}


def filled_in(content, folder):
    """Fill in all cells that are empty; LibreOffice, where there is one, opens and saves the file before and after."""
    file = folder / "a.xlsx"
    file.write_bytes(content)
    made = openpyxl.load_workbook(_saved(file))
    for sheet in made:
        if is_grid(sheet):
            continue
        for row in sheet.iter_rows(min_row=3, max_col=NAME):
            name = row[NAME - 1].value if len(row) >= NAME else None
            if name and (row[LATVIAN - 1].value is None or name in TYPED) and ("+" not in name or name in TYPED):
                value = TYPED.get(name, ANY.get(str(row[UNIT - 1].value)[:3]))
                both = value if isinstance(value, tuple) else (value,)
                for column, one in zip((LATVIAN, ENGLISH), both, strict=False):
                    row[column - 1].value = one
    made.save(file)
    return _saved(file).read_bytes()


def _saved(file):
    return recalculated(file) if SOFFICE else file


def test_a_new_year_is_filled_in(opened_site, tmp_path, monkeypatch):
    """Every empty cell, taken at once: no error is left, and both languages are built."""
    opened = shutil.copytree(opened_site, tmp_path / "opened", symlinks=True)
    content = filled_in(workbook(read_book(opened)[0], NEW), tmp_path)
    done = taken_into(opened, content)
    assert done.wrong == ()
    assert [line for line in done.told if "atstāts" in line] == []
    assert done.taken > 100
    problems = checked(opened)[1]
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    assert taken_into(opened, content).texts == {}
    monkeypatch.setenv("PDF", "0")
    assert build(opened, tmp_path / "site") == 0
    for language, words in (("", "Sniega kalns"), ("en", "The Snow Hill")):
        assert words in (tmp_path / "site" / language / NEW / "projects/index.html").read_text("utf-8")
    years = lxml.html.fromstring((tmp_path / "site/years/index.html").read_text("utf-8"))
    stated = "Audzēkņi mācību gada noslēgumā, kā norādīts pie kvalitātes mērķiem"
    (row,) = (row for row in years.xpath("//*[@id = 'table-years']//tbody/tr") if row[0].text_content() == stated)
    assert [cell.text_content() for cell in row[1:]] == ["", "3000", "2802"]  # also where it is the sum of the areas
    assert years.xpath("//figure[@id = 'figure-learners-years']")
    assert years.xpath("//*[@class = 'figure__number']") == []  # pages of no year number nothing
