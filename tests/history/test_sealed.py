"""A final year is sealed: what is in it stays, or a correction tells of the change."""

import re
import shutil
import subprocess

from project import checked, commit, edit

from macros.history.changes import changes
from macros.report.opened import read_book
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


def add(root, correction):
    """Add a correction."""
    with (root / "data" / YEAR / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write(correction)


def told(root):
    """Give what is told of the seal."""
    return [(p.file, p.line, p.lv) for p in checked(root)[1] if p.rule == "a_sealed_year_stays_as_it_is"]


def test_a_draft_cannot_be_sealed(small, run):
    """Only a final report is sealed."""
    done = run("--root", small, "freeze", YEAR)
    assert (done.returncode, (small / SEALED.file).exists()) == (2, False)
    assert "status: final" in done.stdout


def test_a_final_report_is_sealed_once_and_again(final, run):
    """Each page, and each value of the data but those of corrections, has its line; nothing more is told; sealing again is idle."""
    done = run("--root", final, "freeze", YEAR)
    assert done.returncode == 0, done.stderr
    kept = (final / SEALED.file).read_text("utf-8")
    first, *lines = kept.splitlines()
    assert first == f"{YEAR}  2"
    files = {line[18:].partition(":")[0] for line in lines}
    assert {f"data/{YEAR}/learners.yml", PAGE, PAGE.replace("/lv/", "/en/")} <= files
    assert f"data/{YEAR}/corrections.yml" not in files
    assert f"data/{YEAR}/discrepancies.yml" in files
    assert told(final) == []
    assert run("--root", final, "freeze", YEAR).returncode == 0
    assert (final / SEALED.file).read_text("utf-8") == kept


def test_a_change_needs_a_correction(final, run):
    """Changed pages are told until a correction tells of them; on main, the program then seals the year anew."""
    run("--root", final, "freeze", YEAR)
    for language in ("lv", "en"):
        page = final / "docs" / language / YEAR / "learners.md"
        page.write_text(page.read_text("utf-8") + "\nCSV.\n", "utf-8")
    files = [PAGE.replace("/lv/", "/en/"), PAGE]
    assert [(file, line) for file, line, _lv in told(final)] == [(file, 0) for file in files]
    assert all("pievienojiet labojumu ar “page: learners”." in lv for _f, _l, lv in told(final))
    refused = run("--root", final, "freeze", YEAR)
    assert (refused.returncode, "pievienojiet labojumu" in refused.stderr) == (1, True)
    add(final, CORRECTION.replace("learners", "rest"))
    assert len(told(final)) == 2
    edit(final / "data" / YEAR / "corrections.yml", "page: rest", "page: learners")
    assert told(final) == []
    kept = (final / SEALED.file).read_text("utf-8")
    assert "sealed anew" in run("--root", final, "translated").stdout
    assert (final / SEALED.file).read_text("utf-8") != kept
    assert (final / SEALED.file).read_text("utf-8").splitlines()[0] == f"{YEAR}  3"
    assert told(final) == []
    edit(final / PAGE, "CSV.", "PDF.")
    assert len(told(final)) == 1


def test_a_number_needs_a_correction_that_has_it(final, run):
    """A correction of a page that shows the number, with the number that is right now; a longer one is another."""
    run("--root", final, "freeze", YEAR)
    edit(final / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    ((file, line, lv),) = told(final)
    assert (file, line) == (f"data/{YEAR}/learners.yml", 14)
    assert "“learners.areas.ice.start” vairs nav, kā bija" in lv
    assert "“page: rest” vai “page: index”, kurā pie “now:” ir 31." in lv
    add(final, CORRECTION.replace("learners", "rest").replace("lv: Ir.", "lv: Ir 310."))
    assert len(told(final)) == 1
    edit(final / "data" / YEAR / "corrections.yml", "lv: Ir 310.", "lv: Ir 31.")
    assert told(final) == []


def test_remarks_are_no_change(final, run):
    """What readers do not see may change: remarks, the order of lines, quotation marks round a text."""
    run("--root", final, "freeze", YEAR)
    edit(final / "data" / YEAR / "learners.yml", "start: 30\n    end: 30", "end: 30 # as at the start\n    start: 30")
    edit(final / "data" / YEAR / "learners.yml", "lv: ledus joma", 'lv: "ledus joma"')
    assert told(final) == []


def test_the_record_is_made_ready(final, run):
    """The program writes what was and what is now, in both languages, of numbers, texts and pages, page by page."""
    subprocess.run(["git", "init", "-q"], cwd=final, check=True)
    run("--root", final, "freeze", YEAR)
    commit(final)
    edit(final / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    edit(final / "data" / YEAR / "learners.yml", "lv: atkusnis, en: thaw", "lv: sals, en: frost")
    for language, more in (("lv", "Vēl viens."), ("en", "One more.")):
        page = final / "docs" / language / YEAR / "warmth.md"
        page.write_text(page.read_text("utf-8") + f"\n{more}\n", "utf-8")
    commit(final)
    shown = run("--root", final, "summary", "HEAD~1").stdout
    done = run("--root", final, "correct", YEAR)
    assert done.returncode == 0, done.stderr
    record = """\
3:
  date: DAY
  page: learners
  was:
    lv: "Ledus joma: audzēkņi mācību gada sākumā: 30"
    en: "Ice: learners at the start of the school year: 30"
  now:
    lv: "Ledus joma: audzēkņi mācību gada sākumā: 31"
    en: "Ice: learners at the start of the school year: 31"
4:
  date: DAY
  page: rest
  was:
    lv: "atkusnis"
    en: "thaw"
  now:
    lv: "sals"
    en: "frost"
5:
  date: DAY
  page: warmth
  was:
    lv: "Tā te nebija."
    en: "It was not there."
  now:
    lv: "Vēl viens."
    en: "One more."
"""
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", done.stdout)
    assert f"```yaml\n{record}```" in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", shown)
    assert told(final) == []
    assert "stāsta" in run("--root", final, "correct", YEAR).stdout


def test_what_history_does_not_have_is_left_to_be_typed(final, run):
    """Without the sealed state, the record says so, and is not sound until somebody has typed what was."""
    run("--root", final, "freeze", YEAR)
    edit(final / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    assert "  was: # kas te bija, jāraksta ar roku" in run("--root", final, "correct", YEAR).stdout
    assert "corrections.3.was.lv" in run("--root", final, "check").stdout


def test_only_a_sealed_year_is_corrected_so(final, run):
    """Another year may be changed as it is."""
    done = run("--root", final, "correct", YEAR)
    assert (done.returncode, "noslēgti ir: –" in done.stdout) == (2, True)


def test_new_and_lost_files_are_changes_too(final, run):
    """What was not sealed with the year, or is no longer there, is told."""
    run("--root", final, "freeze", YEAR)
    lines = (final / SEALED.file).read_text("utf-8").replace("ice.start", "ice.lost")
    (final / SEALED.file).write_text(lines, "utf-8")
    assert ["ice.start” " in told(final)[1][2], "ice.lost” " in told(final)[0][2]] == [True, True]


def test_a_line_that_is_none_is_told(final, run):
    """What is no line of the file is told with its number."""
    run("--root", final, "freeze", YEAR)
    (final / SEALED.file).write_text((final / SEALED.file).read_text("utf-8") + "abc\n", "utf-8")
    problem = next(problem for problem in checked(final)[1] if problem.file == SEALED.file)
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
    before, _found = read_book(final)
    (final / SEALED.file).write_text(kept.replace(kept.splitlines()[1][:16], "0" * 16), "utf-8")
    after, _found = read_book(final)
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
