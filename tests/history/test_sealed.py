"""A final year is sealed: what is in it stays, or a correction tells of the change."""

import re
import shutil

from project import edit, translated

from macros.check import inspect
from macros.history.changes import changes
from macros.report.records import SEALED

YEAR = "2020-2021"
PAGE = f"docs/lv/{YEAR}/learners.md"
CORRECTION = """
3:
  date: 2022-10-01
  page: learners
  was: { lv: Bija., en: Was. }
  now: { lv: Ir., en: Is. }
"""


def told(root):
    """Give what is told of the seal."""
    return [(p.file, p.line, p.lv) for p in inspect(root)[1] if p.rule == "a_sealed_year_stays_as_it_is"]


def test_a_draft_cannot_be_sealed(small, run):
    """Only a final report is sealed."""
    done = run("--root", small, "freeze", YEAR)
    assert (done.returncode, (small / SEALED.file).exists()) == (2, False)
    assert "status: final" in done.stdout


def test_a_final_report_is_sealed_once_and_again(final, run):
    """Each page and file of data but that of corrections has its line; nothing more is told; sealing again is idle."""
    done = run("--root", final, "freeze", YEAR)
    assert done.returncode == 0, done.stderr
    kept = (final / SEALED.file).read_text("utf-8")
    first, *lines = kept.splitlines()
    assert first == f"{YEAR}  2"
    files = {line[18:] for line in lines}
    assert {f"data/{YEAR}/learners.yml", PAGE, PAGE.replace("/lv/", "/en/")} <= files
    assert f"data/{YEAR}/corrections.yml" not in files
    assert f"data/{YEAR}/discrepancies.yml" in files
    assert told(final) == []
    assert run("--root", final, "freeze", YEAR).returncode == 0
    assert (final / SEALED.file).read_text("utf-8") == kept


def test_a_change_needs_a_correction(final, run):
    """Changed, new and lost files are told until a correction is there; then how to seal anew, and that is enough."""
    run("--root", final, "freeze", YEAR)
    for language in ("lv", "en"):
        page = final / "docs" / language / YEAR / "learners.md"
        page.write_text(page.read_text("utf-8") + "\nCSV.\n", "utf-8")
    translated(final)
    files = [PAGE.replace("/lv/", "/en/"), PAGE]
    assert [(file, line) for file, line, _lv in told(final)] == [(file, 0) for file in files]
    assert all("pievienojiet labojumu par lapu, kurā tas redzams (page: learners)" in lv for _f, _l, lv in told(final))
    refused = run("--root", final, "freeze", YEAR)
    assert (refused.returncode, "pievienojiet labojumu" in refused.stderr) == (1, True)
    with (final / "data" / YEAR / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write(CORRECTION)
    translated(final)
    assert all(
        "izpildiet “.venv/bin/report freeze 2020-2021” vai failā data/records/sealed.txt" in lv
        for _f, _l, lv in told(final)
    )
    done = run("--root", final, "freeze", YEAR)
    assert done.returncode == 0, done.stderr
    assert (final / SEALED.file).read_text("utf-8").splitlines()[0] == f"{YEAR}  3"
    assert told(final) == []


def test_a_correction_opens_only_what_its_page_shows(final, run):
    """A correction of another page is none of this change, of a page or of the data that only the one page shows."""
    run("--root", final, "freeze", YEAR)
    edit(final / PAGE, "# ", "#  ")
    edit(final / "data" / YEAR / "festival.yml", "days: 2-3", "days: 2-4")
    with (final / "data" / YEAR / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write(CORRECTION.replace("learners", "rest"))
    translated(final)
    data, page = told(final)
    assert (data[0], "noslēdziet gadu no jauna" in data[2]) == (f"data/{YEAR}/festival.yml", True)
    assert (page[0], "(page: learners)" in page[2]) == (PAGE, True)


def test_in_a_browser_the_lines_are_changed_by_hand(final, run):
    """Whoever has no terminal does what the messages say, and is done."""
    run("--root", final, "freeze", YEAR)
    edit(final / PAGE, "# ", "#  ")
    with (final / "data" / YEAR / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write(CORRECTION)
    translated(final)
    (found,) = told(final)
    line, old, new = re.search(
        r"failā data/records/sealed.txt (\d+)\. rindā (\w+) aizstājiet ar (\w+)\.$", found[2]
    ).groups()
    assert (final / SEALED.file).read_text("utf-8").splitlines()[int(line) - 1] == f"{old}  {PAGE}"
    edit(final / SEALED.file, old, new)
    assert told(final) == [
        (
            SEALED.file,
            1,
            f"Mācību gadam {YEAR} labojumu skaits ir 3, bet noslēgts tas ar 2. Rakstiet šajā rindā “{YEAR}  3”.",
        )
    ]
    edit(final / SEALED.file, f"{YEAR}  2", f"{YEAR}  3")
    assert told(final) == []


def test_new_and_lost_files_are_changes_too(final, run):
    """A file that was not sealed with the year, or is no longer there, is told."""
    run("--root", final, "freeze", YEAR)
    lines = (final / SEALED.file).read_text("utf-8").replace("learners.yml", "lost.yml")
    (final / SEALED.file).write_text(lines, "utf-8")
    assert [file for file, _line, _lv in told(final)] == [f"data/{YEAR}/learners.yml", f"data/{YEAR}/lost.yml"]


def test_a_line_that_is_none_is_told(final, run):
    """What is no line of the file is told with its number."""
    run("--root", final, "freeze", YEAR)
    (final / SEALED.file).write_text((final / SEALED.file).read_text("utf-8") + "abc\n", "utf-8")
    problem = next(problem for problem in inspect(final)[1] if problem.file == SEALED.file)
    assert "Rinda “abc” ir bojāta" in problem.lv
    assert problem.line == len((final / SEALED.file).read_text("utf-8").splitlines())


def test_ends_of_lines_are_no_change(final, run):
    """A file that an editor on Windows has saved is the same."""
    run("--root", final, "freeze", YEAR)
    page = final / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert told(final) == []


def test_a_reviewer_sees_a_seal_that_was_changed_without_a_correction(final, run):
    """What no check of today can know, the comparison with what stood there before tells."""
    run("--root", final, "freeze", YEAR)
    kept = (final / SEALED.file).read_text("utf-8")
    before, _found = inspect(final)
    (final / SEALED.file).write_text(kept.replace(kept.splitlines()[1][:16], "0" * 16), "utf-8")
    after, _found = inspect(final)
    assert "## Noslēgtie gadi, kas mainīti bez ieraksta failā corrections.yml\n\n- `2020-2021`" in changes(
        before, after, "main", "lv"
    )
    assert "Noslēgtie" not in changes(before, before, "main", "lv")


def test_a_sealed_year_whose_data_are_gone(final, run):
    """That is told, by whichever command."""
    run("--root", final, "freeze", YEAR)
    shutil.copytree(final / "data" / YEAR, final / "data/2021-2022")
    shutil.rmtree(final / "data" / YEAR)
    done = run("--root", final, "freeze", YEAR)
    assert done.returncode == 1
    assert f"Mācību gads {YEAR} ir noslēgts, bet tā datu vairs nav." in done.stderr
