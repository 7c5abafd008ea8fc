"""`report diff` tells a reviewer what a change means for readers."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT, add_to, commit, edit

LEARNERS = "data/2020-2021/learners.yml"


def test_nothing_has_changed(kept, run):
    """Without a change it says so."""
    done = run("--root", kept, "diff", "HEAD")
    assert done.returncode == 0
    assert done.stdout == "# Pārmaiņas kopš `HEAD`\n\nNe skaitļos, ne tekstos, ne lapās nekas nav mainījies.\n"


def test_numbers_with_what_follows_from_them(kept, run):
    """Each number that reads otherwise is told, with the pages that show it, and what is calculated from it."""
    edit(kept / LEARNERS, "end: 21", "end: 42")
    done = run("--root", kept, "diff", "HEAD")
    rows = [line for line in done.stdout.replace("\u00a0", " ").splitlines() if line.startswith("| `")]
    assert any(row.startswith("| `learners.areas.snow.end` | 21 | 42 | +100,0 % | `2020-2021/") for row in rows)
    assert any(row.startswith("| `learners.total_end` (aprēķināts) | 51 | 72 | +41,2 % |") for row in rows)
    assert [row.split(" | ")[3] for row in rows if row.startswith("| `learners.change`")] == ["–"]
    assert "## 2020./2021. mācību gads" in done.stdout
    assert not any("start" in row.split("|")[1] for row in rows)


def test_texts_pages_and_translations(kept, run):
    """Texts are told in the language that changed, pages by name, and what has to be translated again."""
    edit(kept / LEARNERS, "lv: ledus joma", "lv: ledus *un* sala joma")
    add_to(next((kept / "docs/lv/2020-2021").glob("learners.md")), "\nVēl viens teikums.\n")
    told = run("--root", kept, "diff", "HEAD", "--language", "en").stdout
    assert "- `learners.areas.ice.name`\n    - was: `ledus joma`\n    - is: `ledus un sala joma`" in told
    (line,) = [line for line in told.splitlines() if line.startswith("- `2020-2021/learners/` ")]
    assert line.endswith(" – `docs/lv/2020-2021/learners.md` has changed, the data it shows change")
    assert "- `2020-2021/warmth/`" not in told
    stale = told.split("## Translations to review")[1]
    assert "`docs/2020-2021/learners.md`" in stale
    assert (
        "- `data/2020-2021/learners.yml:areas.ice.name`\n    - lv: `ledus {+*un* sala +}joma`\n    - en: `ice`" in stale
    )
    assert "    - lv: `{+Vēl viens teikums.+}`\n" in stale


def test_words_of_strangers_stay_words(kept, run):
    """What a change brings is shown as code: no Markdown, no HTML."""
    edit(kept / LEARNERS, "en: ice", 'en: "ice <b>x</b> [a](https://b.lv)"')
    told = run("--root", kept, "diff", "HEAD").stdout
    assert "    - ir: `ice" in told
    assert not [line for line in told.splitlines() if "<b>" in line and line.count("`") < 2]


NO_BASE = {
    "": (
        "BASE: kļūda: Norādiet zaru, iezīmi vai revīziju, ar ko salīdzināt, piemēram, main.\n"
        "    Give a branch, a tag or a commit to compare with, such as main.\n"
    ),
    **{
        base: (
            f"BASE: kļūda: Repozitorijā nav “{base}”, vai tajā nav ziņojuma. Norādiet zaru, iezīmi vai revīziju, piemēram, main.\n"
            f"    The repository has no “{base}”, or no report in it. Give a branch, a tag or a commit, such as main.\n"
        )
        for base in ("nowhere", "--output=/tmp/x")
    },
}
"""What is told of bases that are none."""


@pytest.mark.parametrize("base", NO_BASE)
@pytest.mark.parametrize("target", ["diff", "summary", "annotate"])
def test_what_there_is_not(kept, base, target):
    """A base that is not given or is no commit is told by `make` in one message, and is never an option of git."""
    shutil.copy(ROOT / "Makefile", kept)
    words = [
        "make",
        "--no-print-directory",
        "--old-file=.venv/site",
        f"BIN={shlex.quote(str(Path(sys.executable).parent))}",
        f"BASE={base}",
        target,
    ]
    done = subprocess.run(words, cwd=kept, capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines(keepends=True) if ": *** [Makefile:" not in line]
    assert (done.returncode, done.stdout, "".join(told)) == (2, "", NO_BASE[base])


LINKED = {
    "docs/lv/2020-2021/warmth.md": "mainīts fails `docs/lv/2020-2021/warmth.md`",
    "docs/lv/2020-2021": "jauns fails `docs/lv/2020-2021/warmth.md`",
    LEARNERS: f"{LEARNERS}:1: kļūda: ",
    "data/2020-2021": "Te nav nevienas mācību gada mapes",
    "data": "vai tajā nav ziņojuma",
    "docs": "vai tajā nav ziņojuma",
    "mkdocs.yml": "mkdocs.yml: kļūda: ",
}
"""What may have been a link in a base, and what is told where it is a file that says where it led."""


@pytest.mark.parametrize("linked", LINKED)
def test_links_of_what_there_was_are_not_followed(kept, run, linked):
    """Of what was a link in the base, what stands where it led is neither read nor changed."""
    away = kept.parent / "away"
    shutil.move(kept / linked, away)
    (kept / linked).symlink_to(away)
    commit(kept)
    (kept / linked).unlink()
    (shutil.copytree if away.is_dir() else shutil.copy)(away, kept / linked)
    done = run("--root", kept, "diff", "HEAD")
    assert LINKED[linked] in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    copies = [(file, kept / linked / file.relative_to(away)) for file in (away, *away.rglob("*")) if file.is_file()]
    assert [file for file, copy in copies if file.read_bytes() != copy.read_bytes()] == []


def test_a_label_that_the_program_asks_for_since(kept, run):
    """What stood there before can be read also where it lacks a label that the program has learnt to ask for."""
    words = kept / "data/words.yml"
    whole = words.read_text("utf-8")
    words.write_text(whole.replace("  edit_data:", "  edit_datum:", 1), "utf-8")
    commit(kept)
    words.write_text(whole, "utf-8")
    edit(kept / LEARNERS, "end: 21", "end: 42")
    done = run("--root", kept, "diff", "HEAD")
    assert done.returncode == 0, done.stderr
    assert "| `learners.areas.snow.end` | 21 | 42 |" in done.stdout


def test_pages_of_a_year_without_data(kept, run):
    """Where the data of a year are gone and its pages are not, that is told as any mistake is."""
    (kept / "docs/lv/2021-2022").mkdir()
    shutil.copy(kept / "docs/lv/2020-2021/learners.md", kept / "docs/lv/2021-2022")
    done = run("--root", kept, "diff", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")
    assert "jauns fails `docs/lv/2021-2022/learners.md`" in done.stdout
