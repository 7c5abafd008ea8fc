"""A final year is sealed: what is in it stays, or a correction tells of the change."""

import re
import shutil
import subprocess

from project import add_to, checked, commit, edit
from seals import YEAR, told

from macros.history.changes import changes
from macros.report.editions import FOLDER
from macros.report.opened import read_book
from macros.report.records import SEALED

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


def test_a_change_needs_a_correction(sealed, run):
    """Changed pages are told until a correction tells of them; on main, the program then seals the year anew."""
    for language in ("lv", "en"):
        add_to(sealed / "docs" / language / YEAR / "learners.md", "\nCSV.\n")
    files = [PAGE.replace("/lv/", "/en/"), PAGE]
    assert [(file, line) for file, line, _lv in told(sealed)] == [(file, 0) for file in files]
    assert all("pievienojiet labojumu ar “page: learners”." in lv for _f, _l, lv in told(sealed))
    refused = run("--root", sealed, "freeze", YEAR)
    assert (refused.returncode, "pievienojiet labojumu" in refused.stderr) == (1, True)
    add(sealed, CORRECTION.replace("learners", "rest"))
    assert len(told(sealed)) == 2
    edit(sealed / "data" / YEAR / "corrections.yml", "page: rest", "page: learners")
    assert told(sealed) == []
    kept = (sealed / SEALED.file).read_text("utf-8")
    assert "sealed anew" in run("--root", sealed, "translated").stdout
    assert (sealed / SEALED.file).read_text("utf-8") != kept
    assert (sealed / SEALED.file).read_text("utf-8").splitlines()[0] == f"{YEAR}  3"
    assert told(sealed) == []
    edit(sealed / PAGE, "CSV.", "PDF.")
    assert len(told(sealed)) == 1


def test_a_number_needs_a_correction_that_has_it(sealed):
    """A correction of a page that shows the number, with the number that is right now; a longer one is another."""
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    ((file, line, lv),) = told(sealed)
    assert (file, line) == (f"data/{YEAR}/learners.yml", 14)
    assert "“learners.areas.ice.start” vairs nav, kā bija" in lv
    assert "“page: rest” vai “page: index”, kurā pie “now:” ir 31." in lv
    add(sealed, CORRECTION.replace("learners", "rest").replace("lv: Ir.", "lv: Ir 310."))
    assert len(told(sealed)) == 1
    edit(sealed / "data" / YEAR / "corrections.yml", "lv: Ir 310.", "lv: Ir 31.")
    assert told(sealed) == []


def test_what_no_page_shows_needs_a_correction_of_the_front_page_that_says_it(sealed):
    """A correction of something else does not open all that stands on the cover, and nothing opens the status."""
    edit(sealed / "data" / YEAR / "signatures.yml", "place: Salna", "place: Sniegi")
    ((file, _line, lv),) = told(sealed)
    assert file == f"data/{YEAR}/signatures.yml"
    assert "ar “page: index”, kurā pie “now:” ir Sniegi." in lv
    add(sealed, CORRECTION)
    assert len(told(sealed)) == 1
    edit(
        sealed / "data" / YEAR / "corrections.yml",
        "page: learners\n  was: { lv: Bija.",
        "page: index\n  was: { lv: Bija.",
    )
    assert len(told(sealed)) == 1
    edit(sealed / "data" / YEAR / "corrections.yml", "lv: Ir.", "lv: Ir Sniegi.")
    assert told(sealed) == []
    edit(sealed / "data" / YEAR / "report.yml", "status: final", "status: draft")
    ((_file, _line, lv),) = told(sealed)
    assert "Atjaunojiet “status: final”." in lv


def test_remarks_are_no_change(sealed):
    """What readers do not see may change: remarks, the order of lines, quotation marks round a text."""
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30\n    end: 30", "end: 30 # as at the start\n    start: 30")
    edit(sealed / "data" / YEAR / "learners.yml", "lv: ledus joma", 'lv: "ledus joma"')
    assert told(sealed) == []


def test_what_rules_found_follows_from_the_data(sealed):
    """No reader sees it, so that no correction has to tell of it, too."""
    records = sealed / "data" / YEAR / "discrepancies.yml"
    edit(records, "40 ≠ 50", "40 ≠ 51")
    assert told(sealed) == []
    edit(records, "en: Target and start", "en: Start and target")
    assert len(told(sealed)) == 1


def test_new_and_lost_files_are_changes_too(sealed):
    """What was not sealed with the year, or is no longer there, is told."""
    lines = (sealed / SEALED.file).read_text("utf-8").replace("ice.start", "ice.lost")
    (sealed / SEALED.file).write_text(lines, "utf-8")
    assert ["ice.start” " in told(sealed)[1][2], "ice.lost” " in told(sealed)[0][2]] == [True, True]


def test_a_line_that_is_none_is_told(sealed):
    """What is no line of the file is told with its number."""
    (sealed / SEALED.file).write_text((sealed / SEALED.file).read_text("utf-8") + "abc\n", "utf-8")
    problem = next(problem for problem in checked(sealed)[1] if problem.file == SEALED.file)
    assert "Rinda “abc” ir bojāta" in problem.lv
    assert problem.line == len((sealed / SEALED.file).read_text("utf-8").splitlines())


def test_ends_of_lines_are_no_change(sealed):
    """A file that an editor on Windows has saved is the same."""
    page = sealed / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert told(sealed) == []


def test_a_reviewer_sees_a_seal_that_was_changed_without_a_correction(sealed):
    """What no check of today can know, the comparison with what stood there before tells."""
    kept = (sealed / SEALED.file).read_text("utf-8")
    before, _found = read_book(sealed)
    (sealed / SEALED.file).write_text(kept.replace(kept.splitlines()[1][:16], "0" * 16), "utf-8")
    after, _found = read_book(sealed)
    assert "## Noslēgtie gadi, kas mainīti bez ieraksta failā corrections.yml\n\n- `2020-2021`" in changes(
        before, after, "main", "lv"
    )
    assert "Noslēgtie" not in changes(before, before, "main", "lv")


def test_a_sealed_year_whose_data_are_gone(sealed, run):
    """That is told, by whichever command."""
    shutil.copytree(sealed / "data" / YEAR, sealed / "data/2021-2022")
    shutil.rmtree(sealed / "data" / YEAR)
    done = run("--root", sealed, "freeze", YEAR)
    assert done.returncode == 1
    assert f"Mācību gads {YEAR} ir noslēgts, bet tā datu vairs nav." in done.stderr


def test_what_an_edition_said_stays(sealed):
    """No correction lets it be another; it has to be restored."""
    kept = min((sealed / FOLDER).iterdir())
    before = kept.read_bytes()
    kept.write_bytes(before.replace(b'"value": "30"', b'"value": "31"'))
    assert kept.read_bytes() != before
    name = f"{FOLDER}/{kept.name}"
    assert [file for file, _line, _lv in told(sealed)] == [name]
    add(sealed, CORRECTION)
    assert [file for file, _line, _lv in told(sealed)] == [name]
    kept.write_bytes(before)
    assert told(sealed) == []


def test_a_merged_correction_opens_its_page_once(sealed, run):
    """What changes after it has been merged needs one of its own, though main has not sealed the year anew yet."""
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=sealed, check=True)
    add(sealed, CORRECTION)
    commit(sealed)
    base, since = ("summary", "HEAD", "--language", "en"), ("check", "--since", "HEAD")
    assert "Can be merged" in run("--root", sealed, *base).stdout
    for language in ("lv", "en"):
        add_to(sealed / "docs" / language / YEAR / "learners.md", "\nCSV.\n")
    assert told(sealed) == []  # of which, without the base, the correction could tell
    checked_since = run("--root", sealed, *since)
    assert (checked_since.returncode, checked_since.stdout.count("pievienojiet labojumu ar “page: learners”")) == (1, 2)
    record = '4:\n  date: DAY\n  page: learners\n  was:\n    lv: "Tā te nebija."'
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", run("--root", sealed, *base).stdout)
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", run("--root", sealed, "correct", YEAR).stdout)
    assert run("--root", sealed, *since).returncode == 0
    assert "sealed anew" in run("--root", sealed, "translated").stdout
    assert run("--root", sealed, *since).returncode == 0


def test_a_merged_correction_stays_though_main_has_not_recorded_it(sealed, run):
    """It is neither rewritten nor deleted: that is compared with what stood there before."""
    subprocess.run(["git", "init", "-q"], cwd=sealed, check=True)
    add(sealed, CORRECTION)
    commit(sealed)
    corrections = sealed / "data" / YEAR / "corrections.yml"
    edit(corrections, "lv: Bija.", "lv: Nebija.")
    since = ("check", "--since", "HEAD")
    assert "Publicēta labojuma datums, lapa un teksti paliek" in run("--root", sealed, *since).stdout
    corrections.write_text(corrections.read_text("utf-8").partition("\n3:")[0] + "\n", "utf-8")
    assert "bet publicētu labojumu neizdzēš; atjaunojiet to." in run("--root", sealed, *since).stdout
