"""Paper beside the pages: printed when it changed, listed once, and only when it says what the pages say."""

import os
import shutil
import subprocess
import sys

import lxml.html
import pikepdf
import pytest
from project import ROOT, build, files

from macros.build import CACHE
from macros.paper import pdf

pytestmark = pytest.mark.skipif(not pdf.available(), reason=pdf.MISSING)
PDFS = {"2020-2021/pasnovertejuma-zinojums-2020-2021.pdf", "en/2020-2021/self-assessment-report-2020-2021.pdf"}


def test_report_pdf_prints_the_site_that_is_there(small, run):
    """A site built without PDF gets it afterwards; done again, nothing changes and nothing is listed twice."""
    assert run("--root", small, "build", cwd=small).returncode == 0
    assert not PDFS & files(small / "site").keys()
    assert run("--root", small, "pdf", cwd=small).returncode == 0
    once = files(small / "site")
    assert once.keys() >= PDFS
    assert run("--root", small, "pdf", cwd=small).returncode == 0
    assert files(small / "site") == once
    rows = lxml.html.fromstring(once["2020-2021/index.html"]).xpath("//*[@id='table-downloads']//tbody//a/@href")
    assert rows == ["pasnovertejuma-zinojums-2020-2021.pdf", "print/", "data.json"]


def test_printing_leaves_nothing_behind(small, run, monkeypatch, tmp_path):
    """Neither the fonts that WeasyPrint unpacks nor an unfinished PDF stay on the machine."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    assert run("--root", small, "build", cwd=small).returncode == 0
    assert run("--root", small, "pdf", cwd=small).returncode == 0
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {path.suffix for path in (small / CACHE).iterdir()} == {".pdf"}


def test_report_pdf_wants_a_site_of_these_data(small, run):
    """Without a site, or with one of other data, the person is told to build it first."""
    done = run("--root", small, "pdf", cwd=small)
    assert (done.returncode, "Uzbūvējiet to: make site" in done.stderr) == (2, True)
    assert run("--root", small, "build", cwd=small).returncode == 0
    centre = small / "data/centre.yml"
    centre.write_text(centre.read_text("utf-8").replace("www.example.org", "www.example.com"), "utf-8")
    assert run("--root", small, "pdf", cwd=small).returncode == 2


def test_only_what_changed_is_printed(small):
    """An edition that is as before is not printed again, and none is kept that is no longer needed."""
    assert build(small, small / "site") == 0
    before = {file.name: file.stat().st_mtime_ns for file in (small / CACHE).iterdir()}
    page = small / "docs/en/2020-2021/learners.md"
    page.write_text(page.read_text("utf-8").replace("## ", "## The ", 1), "utf-8")
    assert build(small, small / "site") == 0
    after = {file.name: file.stat().st_mtime_ns for file in (small / CACHE).iterdir()}
    assert len(before) == len(after) == 2
    assert len(before.items() & after.items()) == 1


def test_what_is_kept_is_looked_at(small):
    """A file that was cut off while it was kept is printed again."""
    assert build(small, small / "site") == 0
    before = files(small / "site")
    for file in (small / CACHE).iterdir():
        file.write_bytes(file.read_bytes()[:5000])
    assert build(small, small / "site") == 0
    assert files(small / "site") == before


def test_a_pdf_unlike_its_page_stops_the_build(small, capfd):
    """A style sheet that hides something does not get into the PDF unnoticed; the last good site stays."""
    assert build(small, small / "site") == 0
    before = files(small / "site")
    (small / "theme").unlink()
    shutil.copytree(ROOT / "theme", small / "theme")
    with (small / "theme/assets/stylesheets/print.css").open("a") as style:
        style.write("\n.data-table caption { display: none }\n")
    assert build(small, small / "site") == 1
    told = capfd.readouterr().err
    assert "bet tur jābūt" in told
    assert "Traceback" not in told
    assert files(small / "site") == before
    assert not (small / "site.new").exists()


def test_what_the_pdf_says_of_itself(built):
    """Title, author, language, edition and no date, as none is stated; the year's data are inside, as on the site."""
    (file,) = (built.folder / "2024-2025").glob("*.pdf")
    with pikepdf.open(file) as document:
        about = document.open_metadata()
        assert about["dc:title"].startswith("Pašnovērtējuma ziņojums, 2024./2025. mācību gads – Daugavpils")
        assert str(document.docinfo["/Title"]) == about["dc:title"]
        assert about["dc:language"] == {"lv"}
        assert "xmp:CreateDate" not in about
        assert "/CreationDate" not in document.docinfo
        stamp = built.page("lv", "2024-2025/print/").xpath("string(//header)")
        assert about["dc:identifier"].rsplit("-", 1)[1] in stamp
        assert about["dc:identifier"].startswith("2024-2025-lv-draft-")
        (inside,) = document.attachments.values()
        assert inside.get_file().read_bytes() == (built.folder / "2024-2025/data.json").read_bytes()


def test_nothing_of_this_machine_is_in_the_pdf(built):
    """No path, no made-up address of the printing is left in the file."""
    for file in built.folder.rglob("*.pdf"):
        with pikepdf.open(file) as document:
            whole = b"".join(
                one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse() for one in document.objects
            )
        for trace in (b"file:", b".invalid", str(ROOT).encode(), b"/tmp/"):
            assert trace not in whole


def test_without_system_libraries_the_site_is_built(small, tmp_path):
    """Where WeasyPrint's libraries are missing, all but the PDF is there, and one line says how to get it."""
    (tmp_path / "stub").mkdir()
    (tmp_path / "stub" / "weasyprint.py").write_text("raise OSError('cannot load library')\n", "utf-8")
    command = [sys.executable, "-m", "macros", "--root", small, "build"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path / 'stub'}:{ROOT}"}
    done = subprocess.run(command, cwd=small, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == pdf.MISSING + "\n"
    built = files(small / "site")
    assert "2020-2021/print/index.html" in built
    assert not PDFS & built.keys()
    assert b"print/" in built["2020-2021/index.html"]
    assert b".pdf" not in built["2020-2021/index.html"]
