"""Cold and warm tell and build the same, after any edits and after those that are seen far from where they stand."""

import os
import re
import shutil

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from project import LANGUAGES, ROOT, edit, made

from macros.__main__ import main

MANY = int(os.environ.get("MANY", "6"))
"""How many sequences of edits are tried."""


EDITS = (
    ("data/2020-2021/learners.yml", "end: 21", "end: 22"),
    ("data/2020-2021/learners.yml", "left: 4", "left: nine"),
    ("docs/lv/2020-2021/learners.md", "Gada beigās", "Gada beigas 77"),
    ("docs/en/2020-2021/rest.md", "# ", "## "),
    ("data/centre.yml", "lv:", "LV:"),
)


MUTATIONS = {
    "a number more": lambda line: re.sub(r"\d+", lambda number: str(int(number[0]) + 1), line, count=1),
    "a word more": lambda line: re.sub(r"(\w)(\W*)$", r"\1 vairāk\2", line),
    "another key": lambda line: re.sub(r"^(\s*)(\w+):", r"\1\2_two:", line),
    "gone": lambda _line: "",
    "twice": lambda line: f"{line}{line}",
    "empty": lambda line: re.sub(r":.*", ":", line),
    "another call": lambda line: (
        line.replace("value(", "table(") if "value(" in line else line.replace("table(", "figure(")
    ),
    "another level": lambda line: line.replace("# ", "## "),
    "of another year": lambda line: re.sub(r"(\w+\(\"[\w.]+\")", r"\1, year=\"2020-2021\"", line, count=1),
    "a link to another year": lambda line: f"{line.rstrip()} [gads](../2021-2022/learners.md#areas)\n",
}


def unlike(warm, cold):
    """Give what differs."""
    return [one for one in sorted(warm.keys() | cold.keys()) if warm.get(one) != cold.get(one)]


LATER, FOUNDER = 'value(\\"fees.relief_learners\\", year=\\"2021-2022\\")', 'value(\\"centre.founder\\")'


def picture(root, before, after):
    """Let a page of both languages show a picture by another name, or one at all."""
    folder = root / "docs/lv/2020-2021"
    if before:
        (folder / f"{before}.png").rename(folder / f"{after}.png")
    else:
        shutil.copy(ROOT / "docs/pictures/number-lv.png", folder / f"{after}.png")
    for language, words in zip(LANGUAGES, ("Sniegs", "Snow"), strict=True):
        page = root / f"docs/{language}/2020-2021/learners.md"
        text = page.read_text("utf-8")
        page.write_text(
            text.replace(f"{before}.png", f"{after}.png") if before else f"{text}\n![{words}]({after}.png)\n"
        )


def fit(root, name):
    """Record that the translation of a page or text still fits."""
    assert main(["--root", str(root), "translated", name]) == 0


def stale(root, at):
    """Let one of two texts that are called the same have had other Latvian, and the other not."""
    file = root / "data/records/translated.txt"
    lines = [line for line in file.read_text("utf-8").splitlines() if line]
    alike = [index for index, line in enumerate(lines) if line.endswith("data/charts.yml:learners_years.bars.words")]
    own = [f"00000000{line[8:]}" if index == alike[at] else line for index, line in enumerate(lines)]
    file.write_text("\n".join(own) + "\n", "utf-8")


def of_both(root, name, lv, en, more):
    """Put a call behind words in both languages."""
    edit(root / name, lv, f"{lv} {{{{ {more} }}}}")
    edit(root / name, en, f"{en} {{{{ {more} }}}}")


def statement(root):
    """Give the project a page to which the program leads from an address of its own."""
    for language in LANGUAGES:
        page = "---\ntitle: A\ndescription: A.\n---\n# A { #a }\n"
        (root / f"docs/{language}/accessibility-statement.md").write_text(page, "utf-8")
    edit(root / "mkdocs.yml", "nav:\n", "nav:\n  - accessibility-statement.md\n")


AIMED = {
    "a picture is renamed": (lambda root: picture(root, "", "alpha"), lambda root: picture(root, "alpha", "beta")),
    "words of all years call for a year": (
        lambda root: of_both(
            root, "data/tables.yml", "programmas {year} mācību gadā", "delivered in the {year} school year", LATER
        ),
        lambda root: edit(root / "data/2021-2022/fees.yml", "relief_learners:", "relief_learners: 526"),
    ),
    "words that name a figure are translated": (
        lambda root: (
            of_both(
                root,
                "data/words.yml",
                "Audzēkņi, kuriem piešķirti līdzmaksājuma atvieglojumi",
                "Learners granted co-payment relief",
                FOUNDER,
            ),
            fit(root, "data/words.yml"),
            edit(root / "data/centre.yml", "Ziemas pašvaldība", "Ziemas pilsētas pašvaldība"),
        ),
        lambda root: fit(root, "data/centre.yml"),
    ),
    "words of a later year are translated": (
        lambda root: (
            of_both(
                root,
                "data/2020-2021/figures.yml",
                "Siltums rūp visiem",
                "Warmth matters to all",
                'value(\\"learners.areas.snow.name\\", year=\\"2021-2022\\")',
            ),
            fit(root, "data/2020-2021/figures.yml"),
            edit(root / "data/2021-2022/learners.yml", "lv: sniega joma", "lv: sniega un ledus joma"),
        ),
        lambda root: fit(root, "data/2021-2022/learners.yml"),
    ),
    "a page that another address leads to is called otherwise": (
        statement,
        lambda root: edit(root / "docs/lv/accessibility-statement.md", "title: A", "title: B"),
    ),
    "one of two words is translated": (lambda root: stale(root, 0), lambda root: (fit(root, "--all"), stale(root, 1))),
    "a link leads to another year in a way of its own": (
        lambda root: [
            edit(root / f"docs/{language}/2020-2021/rest.md", "# ", "[x](./../2021-2022/learners.md#change)\n\n# ")
            for language in LANGUAGES
        ],
        lambda root: [
            edit(root / f"docs/{language}/2021-2022/learners.md", "{ #change }", "{ #changes }")
            for language in LANGUAGES
        ],
    ),
    "a call is hidden in YAML": (
        lambda root: of_both(
            root,
            "data/2020-2021/figures.yml",
            "Siltums rūp visiem",
            "Warmth matters to all",
            LATER.replace("year", "\\x79ear"),
        ),
        lambda root: edit(root / "data/2021-2022/fees.yml", "relief_learners:", "relief_learners: 526"),
    ),
}
"""What pages, data and messages look at from afar: → edits before, and the edit that is to be seen."""


@pytest.mark.parametrize("aimed", AIMED)
@pytest.mark.slow
def test_what_is_looked_at_from_afar_is_made_anew(two_years, tmp_path, monkeypatch, aimed):
    """Warm equals cold where something is seen far from where it stands; what is kept for all projects counts, too."""
    warm, cold = (shutil.copytree(two_years, tmp_path / name / "x", symlinks=True) for name in ("warm", "cold"))
    monkeypatch.setattr("macros.kept.HOME", warm)
    for change in AIMED[aimed]:
        change(warm)
        seen = made(warm)
    monkeypatch.setattr("macros.kept.HOME", cold)
    for change in AIMED[aimed]:
        change(cold)
    shutil.rmtree(cold / ".cache", ignore_errors=True)
    assert unlike(seen, made(cold)) == []


@settings(max_examples=MANY, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.slow
def test_warm_makes_and_tells_what_cold_does(two_years_made, tmp_path_factory, data):
    """After any edits of any lines of a project of two years, every file is as it is where nothing is remembered."""
    warm = shutil.copytree(two_years_made, tmp_path_factory.mktemp("warm") / "x", symlinks=True)
    names = sorted(file for folder in ("data", "docs") for file in (warm / folder).rglob("*.*") if file.is_file())
    for _step in range(data.draw(st.integers(1, 4))):
        file = data.draw(st.sampled_from(names))
        lines = file.read_text("utf-8").splitlines(keepends=True) or [""]
        line = data.draw(st.integers(0, len(lines) - 1))
        mutation = data.draw(st.sampled_from(sorted(MUTATIONS)))
        note(f"{file.relative_to(warm)}:{line + 1} {mutation}: {lines[line]}")
        lines[line] = MUTATIONS[mutation](lines[line])
        file.write_text("".join(lines), "utf-8")
        cold = shutil.copytree(warm, tmp_path_factory.mktemp("cold") / "x", symlinks=True)
        shutil.rmtree(cold / ".cache")
        assert unlike(made(warm), made(cold)) == []


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.booleans()), min_size=1, max_size=6))
@pytest.mark.slow
def test_warm_tells_what_cold_tells(prepared, tmp_path_factory, capsys, steps):
    """After any edits, done and undone, a check that remembers tells what one tells that does not."""
    warm = shutil.copytree(prepared, tmp_path_factory.mktemp("warm") / "x", symlinks=True)
    for (name, old, new), back in steps:
        text = (warm / name).read_text("utf-8")
        (warm / name).write_text(text.replace(new, old, 1) if back else text.replace(old, new, 1), "utf-8")
        code = main(["--root", str(warm), "check"]), capsys.readouterr().out
        cold = shutil.copytree(warm, tmp_path_factory.mktemp("cold") / "x", symlinks=True)
        shutil.rmtree(cold / ".cache")
        assert code == (main(["--root", str(cold), "check"]), capsys.readouterr().out)
