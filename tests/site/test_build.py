"""Building: the same bytes each time, the same site by plain commands, nothing lost by a mistake."""

import gzip
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time

import lxml.html
import pytest
from addresses import is_paper
from project import LANGUAGES, build, edit, files, translated, unnumbered

from macros.paper import pdf
from macros.site.dated import source_date
from macros.site.outputs import rewrite, write
from macros.site.twins import ENDINGS, TWINS

pytestmark = pytest.mark.slow


def test_same_commit_same_bytes(built, report, tmp_path):
    """The project in another folder, where nothing has been printed yet, gives the same bytes."""
    apart = shutil.ignore_patterns(".venv", ".cache", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(report, tmp_path / "elsewhere", ignore=apart)
    assert build(tmp_path / "elsewhere", tmp_path / "site") == 0
    first, second = files(built.folder), files(tmp_path / "site")
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []


def engine(root, *words, name="mkdocs", **environment):
    """Run MkDocs, or another of its kind, in a project as its own command does."""
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": source_date(root), **environment}
    command = [sys.executable, "-m", name, *map(str, words)]
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def plain(once, report):
    """The site that `mkdocs build --strict` alone makes, without a warning: path within it → bytes."""

    def make(folder):
        done = engine(report, "build", "--strict", "-d", folder)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr

    return files(once("plain", make))


def test_one_plain_command_builds_both_languages(built, plain):
    """`mkdocs build --strict` alone gives the site but for what is made of it once it is there, with no warning.

    That is the print edition, the PDF, what editions said, the number that the words to cite by take from the edition, and the compressed
    twins.
    """
    whole = files(built.folder)
    texts = {name for name in whole if name.endswith(ENDINGS) and not name.endswith("sitemap.xml")}
    twins = {name + ending for name in texts for ending in TWINS}
    on_paper = {name for name in whole if is_paper(name) or name.endswith(".pdf")}
    assert plain.keys() == whole.keys() - on_paper - twins
    assert all(unnumbered(content) == content for content in plain.values())
    differing = {name for name in plain if plain[name] != unnumbered(whole[name])}
    assert differing == {"2024-2025/index.html", "en/2024-2025/index.html"}  # they list the files for paper


def test_another_engine(plain, report, tmp_path):
    """ProperDocs makes the same files of the same tree, byte by byte, but for its own name where MkDocs has put its."""
    done = engine(report, "build", "--strict", "-d", tmp_path / "site", name="properdocs")
    assert done.returncode == 0, done.stderr
    other = files(tmp_path / "site")
    assert other.keys() == plain.keys()
    of_mkdocs, own = b'name="generator" content="mkdocs-1.', b'name="generator" content="mkdocs-ProperDocs 1.'
    named = {name for name, content in other.items() if own in content}
    assert named == {name for name, content in plain.items() if of_mkdocs in content}
    without = re.compile(rb'(?<=name="generator" content=")mkdocs-[^,]+')
    assert [name for name in plain if without.sub(b"", other[name]) != without.sub(b"", plain[name])] == []


def test_another_address(report, tmp_path):
    """SITE_URL and REPO_URL move the whole site; links within it stay relative, so any subpath serves."""
    addresses = {"SITE_URL": "https://x.example/report/", "REPO_URL": "https://y.example/z"}
    done = engine(report, "build", "--strict", "-d", tmp_path, **addresses)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "en/2024-2025/learners/index.html").read_text("utf-8")
    html = lxml.html.fromstring(text)
    assert html.xpath("//link[@rel='canonical']/@href") == ["https://x.example/report/en/2024-2025/learners/"]
    assert html.xpath("//link[@hreflang='lv']/@href") == ["https://x.example/report/2024-2025/learners/"]
    assert html.xpath("//a[@rel='edit']/@href") == ["https://y.example/z/edit/main/docs/en/2024-2025/learners.md"]
    assert "www.jauniba.lv/2024" not in text
    assert not [link for link in html.xpath("//a/@href|//script/@src") if link.startswith("/")]


@pytest.mark.parametrize(("folder", "shared"), [("site/en", "site"), ("english", "english")])
def test_one_language_alone(small_built, folder, shared):
    """English is built into the site whose files it shares; somewhere else it is a site of its own, which has them."""
    shutil.rmtree(small_built / "site")
    done = engine(small_built, "build", "--strict", "-f", "mkdocs.en.yml", "-d", small_built / folder)
    assert done.returncode == 0, done.stderr
    html = lxml.html.parse(small_built / folder / "2020-2021/learners/index.html")
    loaded = html.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    assert len(loaded) == 2
    for file in loaded:
        found = (small_built / folder / "2020-2021/learners" / file).resolve()
        assert found.is_file()
        assert found.is_relative_to(small_built / shared / "assets")


def test_a_mistake_stops_the_build_and_loses_nothing(small_built, run):
    """The last good site stays, and the person is told the file, the line and the remedy."""
    before = files(small_built / "site")
    edit(small_built / "data/2020-2021/learners.yml", "start: 10", "start: ten")
    done = run("build", cwd=small_built)
    assert done.returncode == 1
    assert "data/2020-2021/learners.yml:8: kļūda: " in done.stdout
    assert "jābūt veselam skaitlim" in done.stdout
    assert files(small_built / "site") == before
    assert not list(small_built.glob("site.*"))


def test_what_is_to_do_is_only_counted(small, run):
    """A build shows its errors whole, but what is to do and what is known as one line that names what lists them."""
    edit(small / "data/2020-2021/learners.yml", "end: 21", "end: 22")
    listed, told = (run("--root", small, command).stdout for command in ("check", "build"))
    errors = re.findall(r"^\S+: kļūda: .*\n    .*\n", listed, re.MULTILINE)
    assert errors
    assert "vēl darāms: 3; zināms: 0. /" in listed
    assert told == (
        f"{''.join(errors)}Kļūdas: {len(errors)}; vēl darāms: 3; zināms: 0 – visu parāda “make check”. / "
        f"Errors: {len(errors)}; to do: 3; known: 0 – “make check” lists them all.\n"
        "Vietne nav uzbūvēta; iepriekšējā palika, kāda bija. / "
        "The site was not built; the previous one is unchanged.\n"
    )


def test_what_only_mkdocs_can_see_stops_the_build_too(small, run):
    """A setting that is none leaves no half of a site behind."""
    edit(small / "mkdocs.yml", "  search: {}", "  tock: {}")
    done = run("--root", small, "build", cwd=small)
    assert done.returncode == 1
    assert "tock" in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("seen", ["site.new/lv/*/index.html", ".cache/pdf/*"])
def test_a_build_that_is_broken_off_loses_nothing(small_built, seen):
    """Ctrl-C among pages or PDFs leaves the last good site, nothing beside it, nobody at work, and one line."""
    before = files(small_built / "site")
    command = [sys.executable, "-m", "macros", "build"]
    broken = subprocess.Popen(command, cwd=small_built, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not list(small_built.glob(seen)):
        assert broken.poll() is None
        time.sleep(0.005)
    os.killpg(broken.pid, signal.SIGINT)
    _out, told = broken.communicate(timeout=60)
    assert (broken.returncode, told) == (130, "Pārtraukts; var sākt no jauna. / Stopped; you can start again.\n")
    assert files(small_built / "site") == before
    assert [path.name for path in (*small_built.glob("site*"), *small_built.glob(".cache/pdf/*"))] == ["site"]
    with pytest.raises(ProcessLookupError):
        os.killpg(broken.pid, 0)


def test_a_site_that_was_being_replaced_comes_back(small_built):
    """Where all stopped between taking the old site away and putting the new one there, the old one is kept."""
    site = small_built / "site"
    before = files(site)
    site.rename(small_built / "site.old")
    (small_built / "site.new").mkdir()
    edit(small_built / "mkdocs.yml", "  search: {}", "  tock: {}")
    assert build(small_built, site) == 1
    assert files(site) == before
    assert [path.name for path in small_built.glob("site*")] == ["site"]


def test_what_stays_is_linked_and_the_last_site_left_alone(small_built):
    """What an edit changes is written anew, never into files of the last site; what was altered there is not taken."""
    site, last = small_built / "site", small_built / "last"
    altered = "data/2020-2021/learners_change.csv.gz"
    (site / altered).write_bytes(b"altered by hand")
    shutil.copytree(site, last, copy_function=os.link)  # has what is written into the files of the last site
    before = files(last)
    edit(small_built / "docs/lv/2020-2021/learners.md", "# ", "Te ir vārdi.\n\n# ")
    assert build(small_built, site) == 0
    after = files(site)
    linked = {name for name in after if name in before and (site / name).samefile(last / name)}
    assert files(last) == before
    assert {"data/2020-2021/learners_change.csv", "data/2020-2021/learners_change.csv.br"} <= linked
    assert gzip.decompress(after[altered]) == after[altered.removesuffix(".gz")]


def test_what_is_linked_is_not_written_into(tmp_path):
    """A file of the new site that is put right once more is one of its own then."""
    write([("page.html", b"one")], tmp_path / "last")
    write([("page.html", b"one")], tmp_path / "new", tmp_path / "last")
    assert (tmp_path / "new/page.html").samefile(tmp_path / "last/page.html")
    rewrite(tmp_path / "new/page.html", b"two")
    assert [(tmp_path / folder / "page.html").read_bytes() for folder in ("last", "new")] == [b"one", b"two"]


@pytest.mark.parametrize("to", ["data", "docs", ".", "..", "mkdocs.yml"])
def test_nothing_but_a_site_is_replaced(small, run, to):
    """A folder of something else, the project above all, is never taken for an old site."""
    shutil.rmtree(small / ".cache")
    before = files(small)
    done = run("build", "--to", to, cwd=small)
    assert done.returncode == 2
    assert "kas cits, nevis uzbūvēta vietne" in done.stderr
    shutil.rmtree(small / ".cache", ignore_errors=True)  # what the check told is kept
    assert files(small) == before


def test_whoever_waits_is_told_what_is_being_done(small_built, run):
    """At a terminal each stage is a line; where the output goes to a file there are none."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "macros", "build"]
    with os.fdopen(ours, encoding="utf-8") as terminal:
        subprocess.run(command, cwd=small_built, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
        told = [terminal.readline().strip() for _stage in range(2 + pdf.available())]
    os.close(theirs)
    assert told[:2] == [
        "Pārbauda datus un lapas … / Checking data and pages …",
        "Būvē lapas latviski un angliski … / Building the pages in Latvian and English …",
    ]
    assert told[2:] in ([], ["Veido PDF: 2 … / Making PDFs: 2 …"])
    assert "…" not in run("build", "--to", "data", cwd=small_built).stderr


def test_plain_mkdocs_tells_the_same_mistakes(small):
    """Whoever runs mkdocs itself is told the same, and sees no traceback."""
    edit(small / "docs/lv/2020-2021/learners.md", "learners.total_end", "learners.total_ends")
    done = engine(small, "build", "--strict", "-d", small / "out")
    assert done.returncode == 1
    assert "docs/lv/2020-2021/learners.md:7: kļūda: Vērtības “learners.total_ends”" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_engine_takes_the_top_of_a_page_as_we_read_it(small_built, tmp_path):
    """What YAML takes for no word, or cannot take at all, is the title of a page all the same."""
    titles = {"rest": "2021-05-31", "warmth": "="}
    for page, title in titles.items():
        for language in LANGUAGES:
            file = small_built / f"docs/{language}/2020-2021/{page}.md"
            file.write_text(re.sub("(?m)^title: .*", f"title: {title}", file.read_text("utf-8"), count=1), "utf-8")
    translated(small_built)
    assert build(small_built, tmp_path / "site") == 0
    for page, title in titles.items():
        for folder in ("", "en/"):
            built = (tmp_path / "site" / folder / "2020-2021" / page / "index.html").read_text("utf-8")
            assert re.search(rf"<title>{title} ", built)
