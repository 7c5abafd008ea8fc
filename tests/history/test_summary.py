"""What whoever proposes a change, and whoever reviews it, is told: what is wrong, beside which line, and what changes."""

import re
import subprocess

import pytest
from project import add_to, edit

from macros.history import summary as summing

pytestmark = pytest.mark.slow

LEARNERS = "data/2020-2021/learners.yml"


@pytest.fixture
def told(kept, run, monkeypatch):
    """Give the summary of what was changed in the tiny report, with variables of the environment."""

    def told(*words, **variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        done = run("summary", "HEAD", *words, cwd=kept)
        assert done.returncode == 0, done.stderr
        return done.stdout.replace("\u00a0", " ")

    return told


@pytest.mark.parametrize("count", [1, 100, 101, 3000])
def test_a_summary_has_an_end(kept, told, count):
    """However much is wrong, what is told first is told, and how much more there is."""
    add_to(kept / "docs/lv/2020-2021/learners.md", "\n\nBija 77 bērni.\n" * count)
    first = told()
    noun = {1: "kļūda", 101: "kļūda"}.get(count, "kļūdas")
    assert first.startswith(f"# Vēl nevar apvienot: jāizlabo {count} {noun}\n")
    assert first.count("“77”") == min(count, 100)
    assert ("… un vēl" in first) == (count > 100)
    if count > 100:
        assert f"… un vēl {count - 100}; visus parāda `make check`." in first
        assert f"… and {count - 100} more; `make check` shows them all." in told("--language", "en")


@pytest.mark.parametrize("longest", [1, 120, 121, 122, 123, 200])
def test_what_github_would_drop_is_cut_at_the_end_of_a_line(kept, told, monkeypatch, longest):
    """Changes, too, are told as far as there is room; no letter is cut in two."""
    edit(kept / LEARNERS, "end: 21", "end: 22")
    whole = told()
    monkeypatch.setattr(summing, "LONGEST", longest)
    cut = told()
    assert cut.endswith("\n\n… Pārējais te neietilpst; visu parāda `make diff`.\n")
    assert whole.startswith(cut.rpartition("\n\n…")[0])
    assert len(cut.encode()) <= longest + 100


def marks(kept, run):
    """Give the annotations of what was changed as `(kind, file, line, words)`."""
    done = run("check", "--format", "github", "--since", "HEAD", cwd=kept)
    form = r"::(\w+) file=(.*?),line=(\d+),title=.*?::(.*?)%0A.*"
    return done.returncode, [re.fullmatch(form, line).groups() for line in done.stdout.splitlines()]


def test_without_a_change(kept, run, told):
    """Nothing is new, what was known before is one line, and no mark is set."""
    assert marks(kept, run) == (0, [])
    assert told() == (
        "# Var apvienot: kļūdu nav\n\n*Can be merged: there are no errors*\n\nJau iepriekš zināmi darāmie darbi: 3; tos parāda `make check`.\n\n"
        "# Pārmaiņas kopš `HEAD`\n\nNe skaitļos, ne tekstos, ne lapās nekas nav mainījies.\n"
    )


def test_a_slip_of_the_finger(kept, run, told):
    """Who types a number with a space is told the line and the remedy, with a link to it; only that is marked."""
    edit(kept / LEARNERS, "end: 21", "end: 2 1")
    code, [(kind, file, line, words)] = marks(kept, run)
    assert (code, kind, file) == (1, "error", LEARNERS)
    assert "end: 2 1" in (kept / LEARNERS).read_text("utf-8").splitlines()[int(line) - 1]
    assert "skaitlī “2 1” ir atstarpe" in words
    shown = told(EDIT_URL="https://github.com/a/b/edit/x)<y>", PREVIEW_SITE="")
    assert shown.startswith(
        "# Vēl nevar apvienot: jāizlabo 1 kļūda\n\n*Cannot be merged yet: 1 error to correct*\n\n"
        "Kamēr ir kļūdas, jauno vietni un PDF uzbūvēt nevar;"
    )
    link = f"[{line}. rinda](https://github.com/a/b/edit/x%29%3Cy%3E/{LEARNERS}#L{line})"
    assert f"## `{LEARNERS}`\n\n- {link}: “learners.areas.snow.end”: skaitlī “2 1” ir atstarpe" in shown
    assert shown.endswith("Kas mainās, būs redzams, kad kļūdas būs izlabotas.\n")
    assert "vietne nav uzbūvēta" not in shown


def test_numbers_that_no_longer_agree(kept, run, told):
    """A rule that breaks is marked at the changed number, also one further away, and its record is named."""
    edit(kept / LEARNERS, "end: 21", "end: 22")
    line = (kept / LEARNERS).read_text("utf-8").splitlines().index("    end: 22") + 1
    code, found = marks(kept, run)
    errors = [mark for mark in found if mark[0] == "error"]
    assert code == 1
    assert errors
    assert {(file, int(at)) for _kind, file, at, _words in errors} == {(LEARNERS, line)}
    assert any(words.startswith("data/2020-2021/") for _kind, _file, _at, words in errors)
    shown = told()
    assert f"## `{LEARNERS}`\n\n- {line}. rinda: " in shown
    assert "| `learners.areas.snow.end` | 21 | 22 | +4,8 % |" in shown


def test_what_is_new_to_do(kept, run, told):
    """A text to be translated anew is told and marked, though it stops nothing; previews are linked."""
    edit(kept / "docs/lv/2020-2021/warmth.md", "\n\n", "\n\nVēl viens teikums.\n\n")
    code, [(kind, file, _line, _words)] = marks(kept, run)
    assert (code, kind, file) == (0, "warning", "docs/en/2020-2021/warmth.md")
    shown = told(PREVIEW_SITE="https://github.com/a/b/1", PREVIEW_PDF_LV="https://github.com/a/b/2", PREVIEW_PDF_EN="")
    assert "- [Vietne](https://github.com/a/b/1) – lejupielādējiet, izvelciet no arhīva visus failus un " in shown
    assert "- [PDF latviešu valodā](https://github.com/a/b/2)\n" in shown
    assert "PDF angļu" not in shown
    assert "# Jauni darāmie darbi: 1\n" in shown
    assert "zināmi darāmie darbi: 3;" in shown
    assert "- `2020-2021/warmth/` Siltums – mainīts fails `docs/lv/2020-2021/warmth.md`" in shown
    assert "## Tulkojumi, kas jāpārskata\n\n- `docs/2020-2021/warmth.md`" in shown


def test_what_only_the_build_finds(told):
    """Where nothing is wrong and yet nothing was built, the person is told where to look."""
    shown = told(PREVIEW_SITE="")
    assert shown.startswith("# Vēl nevar apvienot: vietni neizdevās uzbūvēt\n\n*Cannot be merged yet: the site ")
    assert "Datos un lapās kļūdu nav, bet vietne nav uzbūvēta. Iemeslu pasaka žurnāls" in shown


def test_a_program_is_for_a_programmer_to_look_at(kept, told):
    """What is neither data nor a page, nor a page in the menu, is named first of all."""
    edit(kept / "mkdocs.yml", "      - 2020-2021/warmth.md\n", "")
    assert "programma" not in told()
    edit(kept / "mkdocs.yml", "  font: false", "  font: true")
    (kept / "macros").mkdir()
    (kept / "macros" / "x.py").write_text("1 / 0\n", "utf-8")
    subprocess.run(["git", "add", "--all"], cwd=kept, check=True)
    edit(kept / "docs/lv/2020-2021/warmth.md", "\n\n", "\n\nVēl viens teikums.\n\n")
    shown = told()
    assert "- `macros/x.py`\n- `mkdocs.yml`\n" in shown


def test_much_to_do_is_folded_below_a_table_by_file(kept, run, told):
    """A new year is told by how far each file is; what it took over is not listed again, nor is each blank."""
    assert run("new-year", "2021-2022", cwd=kept).returncode == 0
    subprocess.run(["git", "add", "--all", "--intent-to-add"], cwd=kept, check=True)
    shown = told()
    assert shown.startswith("# Var apvienot: kļūdu nav\n\n*Can be merged: there are no errors*\n")
    assert "| Fails | Par ko | Ierakstīts | Jauni darbi |" in shown
    assert "| `2021-2022/learners.yml` | Audzēkņi pa jomām; cik sāka un cik pārtrauca mācības | 0 no " in shown
    assert "kas pārņemts no 2020./2021. mācību gada bez izmaiņām, te nav rādīts." in shown
    open_ = re.sub(r"<details>.*?</details>", "", shown, flags=re.DOTALL)
    assert "programmes.opened_year_before" in shown
    assert "programmes.opened_year_before" not in open_
    assert "Nav aizpildīts: " not in shown
    assert len(open_.splitlines()) < 80


def test_in_english(kept, told):
    """The same in English."""
    edit(kept / LEARNERS, "end: 21", "end: 2 1")
    shown = told("--language", "en")
    assert shown.startswith(
        "# Cannot be merged yet: 1 error to correct\n\n*Vēl nevar apvienot: jāizlabo 1 kļūda*\n\n"
        "While there are errors,"
    )
    assert ": “learners.areas.snow.end”: there is a space" in shown


def test_what_was_wrong_before(kept, told):
    """Where the base cannot be read, that is told, and what stands at unchanged lines is not taken for new."""
    good = (kept / LEARNERS).read_text("utf-8")
    edit(kept / LEARNERS, "end: 21", "end: 2 1")
    commit = ["git", "-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qam", "B"]
    subprocess.run(commit, cwd=kept, check=True)
    (kept / LEARNERS).write_text(good, "utf-8")
    shown = told()
    assert shown.startswith("# Var apvienot: kļūdu nav\n")
    assert "Jau iepriekš zināmi darāmie darbi: 3;" in shown
    assert shown.endswith("Ar `HEAD` salīdzināt nevar, jo tā datus šī programma nespēj nolasīt.\n")


def test_words_of_strangers_stay_words(kept, told):
    """Nothing that a change brings becomes Markdown, HTML or a link."""
    edit(kept / LEARNERS, "end: 21", "end: '[x](https://e.lv) <b> *y* `z` www.e.lv'")
    line = next(line for line in told().splitlines() if "areas.snow.end" in line)
    assert r"\[x\](https\://e.lv) \<b\> \*y\* \`z\` www\.e.lv" in line


@pytest.mark.parametrize("words", [("summary", "nowhere"), ("check", "--since", "nowhere")])
def test_what_there_is_not(kept, run, words):
    """A base that is no commit is told."""
    done = run(*words, cwd=kept)
    assert done.returncode == 2
    assert "Norādiet zaru, iezīmi vai revīziju" in done.stderr


UNSHOWABLE = [
    (LEARNERS, "places: [", "places: [nowhere, "),
    ("data/2020-2021/targets.yml", 'value("targets.next.sledges.figures.days")', 'value("targets.nothing")'),
    ("data/2020-2021/targets.yml", 'value("targets.next.sledges.figures.days")', 'value("targets.next.sledges.text")'),
    ("data/2020-2021/targets.yml", 'figures.days")', 'figures.days", year="1999-2000")'),
    ("data/2020-2021/targets.yml", 'figures.days")', 'figures.days", "unicorn")'),
    (
        "data/2020-2021/targets.yml",
        '{{ value("targets.next.sledges.figures.days") }}',
        '{{ note("target_and_start") }}',
    ),
    ("data/2020-2021/report.yml", "form: ", "form: no_"),
]


@pytest.mark.parametrize("change", UNSHOWABLE)
def test_what_cannot_be_shown_is_told(kept, run, told, change):
    """A name of what there is not is an error to correct, with whatever else can be told; so is one in the base."""
    file, old, new = change
    edit(kept / file, old, new)
    code, found = marks(kept, run)
    assert (code, {mark[1] for mark in found}) == (1, {file})
    shown = told()
    assert shown.startswith("# Vēl nevar apvienot: jāizlabo ")
    assert shown.endswith("Kas mainās, būs redzams, kad kļūdas būs izlabotas.\n") or "# Pārmaiņas kopš `HEAD`" in shown
    names = run("--root", kept, "names")
    assert (names.returncode, names.stderr) == (0, "")
    assert '{{ value("targets.next.sledges.text") }}  ' in names.stdout
    commit = ["git", "-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qam", "B"]
    subprocess.run(commit, cwd=kept, check=True)
    edit(kept / file, new, old)
    assert told().startswith("# Var apvienot: kļūdu nav\n")
    assert run("--root", kept, "diff", "HEAD").returncode in (0, 1)
