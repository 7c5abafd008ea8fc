"""`report diff` tells a reviewer what a change means for readers."""

import shutil
import subprocess

import pytest

LEARNERS = "data/2020-2021/learners.yml"


@pytest.fixture
def kept(small):
    """The tiny report in a repository of its own, as it was committed."""
    for name in ("macros", "theme"):
        (small / name).unlink()
    git = shutil.which("git")
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qm", "A"]):
        subprocess.run([git, *words], cwd=small, check=True)
    return small


def edit(root, file, old, new):
    """Replace words in a file."""
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_has_changed(kept, run):
    """Without a change it says so."""
    done = run("--root", kept, "diff", "HEAD")
    assert done.returncode == 0
    assert done.stdout == "# Pārmaiņas kopš `HEAD`\n\nNe skaitļos, ne tekstos, ne lapās nekas nav mainījies.\n"


def test_numbers_with_what_follows_from_them(kept, run):
    """Each number that reads otherwise is told, with the pages that show it, and what is calculated from it."""
    edit(kept, LEARNERS, "end: 21", "end: 42")
    done = run("--root", kept, "diff", "HEAD")
    rows = [line for line in done.stdout.replace("\u00a0", " ").splitlines() if line.startswith("| `")]
    assert any(row.startswith("| `learners.areas.snow.end` | 21 | 42 | +100,0 % | `2020-2021/") for row in rows)
    assert any(row.startswith("| `learners.total_end` (aprēķināts) | 51 | 72 | +41,2 % |") for row in rows)
    assert "## 2020./2021. mācību gads" in done.stdout
    assert not any("start" in row.split("|")[1] for row in rows)


def test_texts_pages_and_translations(kept, run):
    """Texts are told in the language that changed, pages by name, and what has to be translated again."""
    edit(kept, LEARNERS, "lv: ledus joma", "lv: ledus *un* sala joma")
    page = next((kept / "docs/lv/2020-2021").glob("learners.md"))
    page.write_text(page.read_text("utf-8") + "\nVēl viens teikums.\n", "utf-8")
    told = run("--root", kept, "diff", "HEAD", "--language", "en").stdout
    assert "- `learners.areas.ice.name`\n    - was: `ledus joma`\n    - is: `ledus un sala joma`" in told
    (line,) = [line for line in told.splitlines() if line.startswith("- `2020-2021/learners/` ")]
    assert line.endswith(" – `docs/lv/2020-2021/learners.md` has changed, the data it shows change")
    assert "- `2020-2021/warmth/`" not in told
    stale = told.split("## Translations to review")[1]
    assert "`docs/2020-2021/learners.md`" in stale
    assert "`data/2020-2021/learners.yml:areas.ice.name`" in stale


def test_words_of_strangers_stay_words(kept, run):
    """What a change brings is shown as code: no Markdown, no HTML."""
    edit(kept, LEARNERS, "en: ice", 'en: "ice <b>x</b> [a](https://b.lv)"')
    told = run("--root", kept, "diff", "HEAD").stdout
    assert "    - ir: `ice" in told
    assert not [line for line in told.splitlines() if "<b>" in line and line.count("`") < 2]


@pytest.mark.parametrize("base", ["nowhere", "--output=/tmp/x"])
def test_what_there_is_not(kept, run, base):
    """A base that is no commit is told, and is never an option of git."""
    done = run("--root", kept, "diff", "--", base)
    assert done.returncode == 2
    assert "Norādiet zaru, iezīmi vai revīziju" in done.stderr


def test_a_label_that_the_program_asks_for_since(kept, run):
    """What stood there before can be read also where it lacks a label that the program has learnt to ask for."""
    words = kept / "data/words.yml"
    whole = words.read_text("utf-8")
    words.write_text(whole.replace("  edit_data:", "  edit_datum:", 1), "utf-8")
    git = shutil.which("git")
    subprocess.run([git, "-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qam", "B"], cwd=kept, check=True)
    words.write_text(whole, "utf-8")
    edit(kept, LEARNERS, "end: 21", "end: 42")
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
