"""Whoever changes the Latvian is told which English to review, and readers see where that is still to be done."""

import os
import subprocess
import sys

import lxml.html
import pytest
from copies import made_once
from project import ROOT, build, checked, commit, edit, unnumbered

from macros.data.schema.site import Terms
from macros.report.glossary import Glossary, english, latvian
from macros.report.records import TRANSLATED

PAGE = "docs/lv/2020-2021/learners.md"
DATA = "data/2020-2021/learners.yml"


def stale(root):
    _book, found = checked(root)
    return [f"{problem.file}:{problem.line}" for problem in found if problem.rule == "translations_are_fresh"]


def changed(root):
    """Change the Latvian of a page, of a text in a table, of a caption with a blank and of a label."""
    edit(root / PAGE, "Gada beigās bija", "Gada noslēgumā bija")
    edit(root / DATA, "lv: sniega joma", "lv: sniega un salnas joma")
    tables = root / "data/tables.yml"
    text = tables.read_text("utf-8")
    caption = text[text.index("\nlearners_change:\n  caption:\n    lv: ") :].split("\n")[3]
    tables.write_text(text.replace(caption, caption.replace('lv: "', 'lv: "Jauns. ')), "utf-8")


def test_a_page_is_cleared_by_its_name(small, run):
    """`report translated` renews the line of the page and nothing else."""
    before = (small / TRANSLATED.file).read_text("utf-8").splitlines()
    edit(small / PAGE, "Gada beigās bija", "Gada noslēgumā bija")
    assert stale(small) == ["docs/en/2020-2021/learners.md:1"]
    done = run("--root", small, "translated", "2020-2021/learners.md")
    assert done.returncode == 0
    assert "docs/2020-2021/learners.md: tulkojums atbilst" in done.stdout
    after = (small / TRANSLATED.file).read_text("utf-8").splitlines()
    differing = [name.split("  ")[1] for name, other in zip(before, after, strict=True) if name != other]
    assert differing == ["docs/2020-2021/learners.md"]
    assert stale(small) == []


@pytest.mark.parametrize("name", [DATA, "2020-2021/learners.yml", f"{DATA}:areas.snow.name", "--all"])
def test_a_text_is_cleared_by_its_file_or_its_name(small, run, name):
    """A text of the data may be named alone, with all of its file, or with everything."""
    edit(small / DATA, "lv: sniega joma", "lv: sniega un salnas joma")
    assert stale(small) == [f"{DATA}:5"]
    assert run("--root", small, "translated", name).returncode == 0
    assert stale(small) == []


def test_another_name_is_not_guessed(small, run):
    """An unknown page, or none, is told with a suggestion, and nothing is written."""
    before = (small / TRANSLATED.file).read_bytes()
    done = run("--root", small, "translated", "learnes.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean “2020-2021/learners.md”?" in done.stderr
    assert (small / TRANSLATED.file).read_bytes() == before


def test_what_is_no_more_is_dropped(small, run):
    """Entries of pages and texts that no longer exist go with the next record."""
    with (small / TRANSLATED.file).open("a", encoding="utf-8") as file:
        file.write("0000000000000000  docs/old.md\n")
    assert "docs/old.md: vairs nav" in run("--root", small, "translated", "index.md").stdout
    assert "old.md" not in (small / TRANSLATED.file).read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (DATA, "start: 10\n", "start: 11\n"),
        (PAGE, '"learner")', '"learner.nominative")'),
        (PAGE, "Gada beigās bija", "Gada  beigās\nbija"),
        (DATA, "en: snow }", "en: snow and ice }"),
        ("docs/en/2020-2021/learners.md", "At the end there", "When the year ended, there"),
        (DATA, "- { lv: atkusnis, en: thaw }", "- { lv: atkusnis, en: slush }"),
    ],
)
def test_what_makes_nothing_stale(small, file, old, new):
    """A changed figure, the noun of a figure, a line break and the English itself make no translation stale."""
    edit(small / file, old, new)
    assert stale(small) == []


def test_what_is_written_in_both_languages_is_translated(small, run):
    """What is new, or changed in both languages, needs nobody's word; the program remembers it as it is then."""
    thaw = "    - { lv: atkusnis, en: thaw }"
    edit(small / DATA, thaw, "    - { lv: sals, en: frost }\n" + thaw)
    edit(small / DATA, "lv: sniega joma, en: snow", "lv: sniega un salnas joma, en: snow and frost")
    for language in ("lv", "en"):
        edit(small / f"docs/{language}/2020-2021/learners.md", "learners.total_end", "learners.total_start")
    assert stale(small) == []
    edit(small / PAGE, "Pārmaiņas", "Kas mainījās")
    assert stale(small) == []  # its English has changed as well, since it was remembered
    assert run("--root", small, "translated").returncode == 0
    edit(small / DATA, "    - { lv: sals, en: frost }\n" + thaw, thaw + "\n    - { lv: sals, en: frost }")
    assert stale(small) == []
    edit(small / DATA, "lv: sals,", "lv: stiprs sals,")
    assert len(stale(small)) == 1


def test_what_is_stale_stays_so_until_its_english_is_looked_at(small, run):
    """The program remembers all the rest; only a name, or another English, ends it."""
    edit(small / PAGE, "Gada beigās bija", "Gada noslēgumā bija")
    before = (small / TRANSLATED.file).read_text("utf-8")
    assert run("--root", small, "translated").returncode == 0
    assert (small / TRANSLATED.file).read_text("utf-8") == before
    edit(small / "docs/en/2020-2021/learners.md", "At the end there", "When the year ended, there")
    assert stale(small) == []


@made_once(of="small_site")
def stale_site(folder):
    """The tiny report, built after its Latvian was changed."""
    changed(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "0")
        assert build(folder, folder / "site") == 0


def test_readers_see_what_is_under_review(small_site, stale_site):
    """A notice leads from the stale page to its Latvian, each stale text carries a mark, Latvian pages have neither."""
    learners = "site/en/2020-2021/learners/index.html"
    assert "under review" not in (small_site / learners).read_text("utf-8")
    article = lxml.html.parse(stale_site / learners).find(".//article")
    (notice,) = article.xpath(".//h1/following-sibling::*[1][@class='under-review']")
    assert notice.xpath("./a/@href") == ["../../../2020-2021/learners/"]
    assert notice.xpath("./a/@hreflang") == ["lv"]
    assert notice.find("a").text == "Audzēkņi"
    marked = [mark.getparent().text_content() for mark in article.xpath(".//small[@class='mark mark--words']")]
    assert len(marked) == 2
    assert marked[0].endswith("(translation under review)")
    assert marked[1] == "snow (translation under review)"
    edition = lxml.html.parse(stale_site / "site/en/2020-2021/print/index.html")
    assert edition.xpath("//h2/following-sibling::*[@class='under-review']/a/@href") == [
        os.environ.get("SITE_URL", "https://example.org/") + "2020-2021/learners/"
    ]
    assert "under review" not in (stale_site / "site/en/index.html").read_text("utf-8")
    for page in (stale_site / "site/2020-2021").rglob("*.html"):
        assert "under-review" not in page.read_text("utf-8")
        assert "tulkojumu pārskata" not in page.read_text("utf-8")


def test_plain_mkdocs_shows_the_same(stale_site, tmp_path):
    """`mkdocs build` of the English site alone gives the same stale page."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.en.yml", "-d", tmp_path]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "315532800"}
    subprocess.run(command, cwd=stale_site, env=variables, capture_output=True, check=True)
    page = "2020-2021/learners/index.html"
    articles = [
        lxml.html.tostring(lxml.html.fromstring(unnumbered((folder / page).read_bytes())).find(".//article"))
        for folder in (stale_site / "site/en", tmp_path)
    ]
    assert articles[0] == articles[1]


def test_the_record_of_the_real_report_is_in_order():
    """Pages come first, all lines are sorted, so that branches merge and people find a name."""
    names = [line.split("  ")[1] for line in (ROOT / TRANSLATED.file).read_text("utf-8").splitlines()]
    assert names == sorted(names, key=lambda name: (name.startswith("data/"), name))


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("iestāde", "iestādes iestādi iestāžu iestādēm iestādēs"),
        ("audzēknis", "audzēkņa audzēknim audzēkņi audzēkņu audzēkņiem audzēkņus"),
        ("metodiskais", "metodiskā metodiskie metodisko metodiskajiem metodiskajos"),
        ("pašpārvalde", "pašpārvalžu pašpārvaldēm pašpārvaldēs"),
        ("klase", "klašu klasēs klasei"),
        ("pulciņš", "pulciņi pulciņu pulciņos"),
        ("joma", "jomu jomām jomās jomai"),
        ("valsts", "valstij valstu valstīs"),
        ("tirgus", "tirgum tirgū tirgiem"),
    ],
)
def test_latvian_forms(word, forms):
    """The forms of a Latvian word are one word to the glossary."""
    assert set(latvian(forms)) == set(latvian(word))


def test_english_forms():
    """Plurals, possessives and capitals are one word to the glossary."""
    assert english("Learners’ classes, the centre’s activities") == " learner class the centre activity "


def test_the_longest_term_wins():
    """“nodarbību vērošana” is not asked for the word for “nodarbība”."""
    short, long = {"lv": "nodarbība", "en": "class"}, {"lv": "nodarbību vērošana", "en": "observation"}
    terms = Terms.model_validate({"terms": {}, "latvian_names": (), "translations": (short, long)})
    assert [wording.en for wording in Glossary(terms).used("Nodarbību vērošanā un nodarbībās")] == [
        "observation",
        "class",
    ]


def test_translations_shows_both_texts_of_what_is_stale(small, run):
    """`report translations` shows what has changed in the Latvian, and the English, and how to record the review."""
    subprocess.run(["git", "init", "-q"], cwd=small, check=True)
    commit(small)
    file = small / "data/2020-2021/learners.yml"
    file.write_text(file.read_text("utf-8").replace("lv: ledus joma", "lv: ledus un sala joma", 1), "utf-8")
    told = run("--root", small, "translations").stdout
    assert "  lv: ledus {+un sala +}joma\n  en: ice\n" in told
    assert "  report translated data/2020-2021/learners.yml:areas.ice.name\n" in told
    assert "\nJāpārskata: 1; atbilst: " in told
    other = run("--root", small, "translations", "2020-2021/learners.md").stdout
    assert other == "Jāpārskata: 0; atbilst: 1. / To review: 0; up to date: 1.\n"
    assert run("--root", small, "translations", "lerners").returncode == 2
