"""What the workflow “Ņemt tabulu” does with what somebody hands in, as it is done there."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image
from project import ROOT

from macros.office.workbook import LATVIAN, NAME, workbook
from macros.report.opened import read_book

pytestmark = pytest.mark.slow

YEAR = "2020-2021"
FILE = f"data/{YEAR}/learners.yml"
BODY = """### Mācību gads / School year

2020./2021.

### Fails / File

{workbook}

### Lapa / Page

{page}

### Valoda / Language

latviešu / Latvian

### Šūnas / Cells

```text
{cells}
```

### Privātums / Privacy

- [X] Te nav nekā. / There is nothing.
"""
PAGE = "_No response_"
GITHUB = "https://github.com/user-attachments/files/12345/dati-2020-2021.xlsx"


@pytest.fixture
def there(small, tmp_path):
    """The tiny report in a repository, with programs that stand in for those that reach GitHub."""
    (small / ".gitignore").write_text(".venv\nsubmission\nchange.patch\n.cache\n", "utf-8")
    (small / ".venv").mkdir()
    (small / ".venv/bin").symlink_to(Path(sys.prefix, "bin"))
    someone = ["-c", "user.name=A", "-c", "user.email=a@b.lv"]
    for words in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "A"]):
        subprocess.run([shutil.which("git"), *someone, *words], cwd=small, check=True)
    (tmp_path / "bin").mkdir()
    for name, does in (
        ("gh", 'cat "$BODY"'),
        (
            "curl",
            'for word; do last=$word; done; echo "$last" >"$ASKED"; cp "$ATTACHED" "submission/handed-in.${last##*.}"',
        ),
    ):
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    return small


@pytest.fixture
def step(there, tmp_path):
    """Give a function that runs a step of the workflow and gives its exit code and what it told."""

    def step(name, body="", issue="12"):
        (tmp_path / "body.md").write_text(body, "utf-8")
        summary = tmp_path / "summary.md"
        summary.write_text("", "utf-8")
        given = {
            name: str(tmp_path / file)
            for name, file in (("BODY", "body.md"), ("ASKED", "asked"), ("ATTACHED", "attached"))
        }
        path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
        environment = {**os.environ, **given, "PATH": path, "ISSUE": issue, "GITHUB_STEP_SUMMARY": str(summary)}
        done = subprocess.run(
            [ROOT / ".ci" / name], cwd=there, env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, summary.read_text("utf-8") + done.stderr

    return step


def changed(there):
    """Give the lines that differ from what was committed."""
    done = subprocess.run(["git", "diff", "-U0"], cwd=there, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_an_attached_workbook_becomes_a_change(there, step, tmp_path):
    """Fetched, taken, told in the summary; the patch brings the same to the job that may write."""
    made = openpyxl.load_workbook(io.BytesIO(workbook(read_book(there)[0], YEAR)))
    row = next(row for row in made["Audzēkņi pa jomām"] if row[NAME - 1].value == "learners.areas.snow.end")
    row[LATVIAN - 1].value = "1 217"
    made.save(tmp_path / "attached")
    assert step("submission", BODY.format(page=PAGE, workbook=f"[dati]({GITHUB})", cells=""))[0] == 0
    assert (tmp_path / "asked").read_text("utf-8") == f"{GITHUB}\n"
    assert (there / "submission/year").read_text("utf-8") == f"{YEAR}\n"
    code, told = step("taken")
    assert code == 0, told
    assert told.startswith(f"    lapa “Audzēkņi pa jomām”, šūna D{row[0].row} (")
    assert changed(there) == ["-    end: 21", "+    end: 1217"]
    subprocess.run(["git", "checkout", "-q", "data"], cwd=there, check=True)
    assert step("applied") == (0, "")
    assert changed(there) == ["-    end: 21", "+    end: 1217"]


def test_an_attached_text_becomes_a_change(there, step, tmp_path):
    """A text of Word goes into its page, its picture beside that, its table into the data; all reach the writing job."""
    document = docx.Document()
    document.add_heading("Audzēkņi", 1)
    document.add_paragraph("Ziema bija auksta.")
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    document.add_picture(io.BytesIO(picture.getvalue()))
    table = document.add_table(2, 2)
    for cell, words in zip((*table.rows[0].cells, *table.rows[1].cells), ("Kas", "Cik", "Piķis", "3"), strict=True):
        cell.text = words
    document.save(tmp_path / "attached")
    address = GITHUB.replace("xlsx", "docx")
    body = BODY.format(workbook=f"[teksts]({address})", page="Audzēkņi / Learners", cells="")
    assert step("submission", body)[0] == 0
    code, told = step("taken")
    assert code == 0, told
    lines = changed(there)
    assert "+Ziema bija auksta." in lines
    assert "+![](learners-1.png)" in lines
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=there, check=True)
    for made in (f"docs/lv/{YEAR}/learners-1.png", f"data/{YEAR}/tables.yml"):
        (there / made).unlink(missing_ok=True)
    assert step("applied") == (0, "")
    assert "+Ziema bija auksta." in changed(there)
    assert (there / f"docs/lv/{YEAR}/learners-1.png").read_bytes().startswith(b"\x89PNG")
    assert "      cik: 3\n" in (there / f"data/{YEAR}/tables.yml").read_text("utf-8")


def test_pasted_cells_become_a_change(there, step):
    """With the words of the report or the names of the data; what is not clear is told and left."""
    cells = "learners.areas.snow.end\t1 217\nlearners.areas.ice.end\tdaudz"
    assert step("submission", BODY.format(page=PAGE, workbook="_No response_", cells=cells))[0] == 0
    code, told = step("taken")
    assert code == 0, told
    assert "atstāts: “daudz” neder: te jābūt veselam skaitlim" in told
    assert changed(there) == ["-    end: 21", "+    end: 1217"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/user-attachments/files/1/a.xlsx",
        "http://github.com/user-attachments/files/1/a.xlsx",
        "https://github.com/a/b/raw/main/a.xlsx",
        "https://github.com.example.org/user-attachments/files/1/a.xlsx",
    ],
)
@pytest.mark.usefixtures("there")
def test_nothing_is_fetched_from_elsewhere(step, tmp_path, address):
    """Only what GitHub keeps as an attachment is."""
    assert step("submission", BODY.format(page=PAGE, workbook=f"[a]({address})", cells=""))[0] == 0
    assert not (tmp_path / "asked").exists()
    assert step("taken")[0] == 1


@pytest.mark.parametrize("issue", ["", "1; id", "$(id)", "../1"])
def test_an_issue_has_a_number(step, issue):
    """Anything else is told."""
    assert step("submission", issue=issue)[0] == 2


@pytest.mark.parametrize(
    "patch",
    [
        "--- a/macros/x.py\n+++ b/macros/x.py\n@@ -0,0 +1 @@\n+a\n",
        f"diff --git a/{FILE} b/{FILE}\nold mode 100644\nnew mode 100755\n",
        f"diff --git a/data/{YEAR}/a.yml b/data/{YEAR}/a.yml\nnew file mode 120000\n--- /dev/null\n+++ b/data/{YEAR}/a.yml\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n",
        f"diff --git a/data/{YEAR}/a.yml b/data/{YEAR}/a.yml\nnew file mode 100644\n--- /dev/null\n+++ b/data/{YEAR}/a.yml\n@@ -0,0 +1 @@\n+a\n",
        f"diff --git a/docs/lv/{YEAR}/a.html b/docs/lv/{YEAR}/a.html\nnew file mode 100644\n--- /dev/null\n+++ b/docs/lv/{YEAR}/a.html\n@@ -0,0 +1 @@\n+a\n",
        f"diff --git a/docs/lv/{YEAR}/new.md b/docs/lv/{YEAR}/new.md\nnew file mode 100644\n--- /dev/null\n+++ b/docs/lv/{YEAR}/new.md\n@@ -0,0 +1 @@\n+a\n",
        f"diff --git a/docs/lv/{YEAR}/a-1.png b/docs/lv/{YEAR}/a-1.png\nnew file mode 100755\n--- /dev/null\n+++ b/docs/lv/{YEAR}/a-1.png\n@@ -0,0 +1 @@\n+a\n",
        "--- a/data/words.yml\n+++ b/data/words.yml\n@@ -1 +1 @@\n-a\n+b\n",
    ],
)  # fmt: skip
def test_only_words_of_a_years_data_change(there, step, patch):
    """Whatever the job that read a stranger's file may give, nothing else is applied."""
    (there / "change.patch").write_text(patch, "utf-8")
    code, told = step("applied")
    assert (code, changed(there)) == (1, []), told


def test_what_is_told_stays_words(there, step):
    """No sign in it ends the indent, which has it shown as it is; GitHub shows nothing of more than a megabyte."""
    (there / ".venv/bin").unlink()
    (there / ".venv/bin").mkdir()
    (there / "submission").mkdir()
    for name in ("handed-in.txt", "year"):
        (there / "submission" / name).touch()
    report = there / ".venv/bin/report"
    report.write_text('#!/bin/sh\nprintf "a\\r# b\\n"\nyes "c d e f g h i j" | head -c 2000000\nexit 1\n', "utf-8")
    report.chmod(0o755)
    code, told = step("taken")
    assert code == 1
    assert told.startswith("    a\n    # b\n    c")
    assert len(told) < 1_000_000
