"""`report workbook` and `report take`, as they are typed."""

import shutil

from project import files

YEAR = "2020-2021"


def test_a_workbook_is_made_and_taken(small, run):
    """Made for a year, it lies where one is; taken as it is, it changes nothing."""
    before = files(small / "data")
    done = run("workbook", YEAR, cwd=small)
    assert done.returncode == 0
    assert f"dati-{YEAR}.xlsx" in done.stdout
    taken = run("take", f"dati-{YEAR}.xlsx", cwd=small)
    assert (taken.returncode, files(small / "data")) == (0, before)
    assert taken.stdout.startswith(f"{YEAR}: ņemts / atstāts / nav mainīts – taken / left / unchanged: 0 / 0 / ")


def test_it_can_be_put_elsewhere(small, run, tmp_path):
    """-o says where."""
    assert run("--root", small, "workbook", YEAR, "-o", tmp_path / "a.xlsx").returncode == 0
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"


def test_pasted_cells_are_taken(small, run):
    """A text with tabs, for the newest year unless another is named."""
    (small / "a.txt").write_text("learners.areas.snow.end\t22\nJomas nosaukums\tsniegi\n", "utf-8")
    done = run("--root", small, "take", small / "a.txt")
    assert done.returncode == 0
    assert "1. rinda (" in done.stdout
    assert "2. rinda: atstāts: tā sauc vairākas vietas" in done.stdout
    assert "end: 22" in (small / "data" / YEAR / "learners.yml").read_text("utf-8")


def test_what_cannot_be_taken_is_told(small, run):
    """A year that is not there, a file that is not there or is something else: a sentence, and nothing changes."""
    before = files(small / "data")
    assert run("--root", small, "workbook", "2030-2031").returncode == 2
    assert run("--root", small, "take", small / "none.xlsx").returncode == 2
    shutil.copy(small / "mkdocs.yml", small / "a.xlsx")
    done = run("--root", small, "take", small / "a.xlsx")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        "Šis fails nav Excel darbgrāmata. Saglabājiet to kā Excel darbgrāmatu (.xlsx).",
    )
    (small / "a.txt").write_text("learners.areas.snow.end\t22\n", "utf-8")
    assert run("--root", small, "take", small / "a.txt", "--year", "2030-2031").returncode == 2
    assert files(small / "data") == before
