"""Paper beside the pages: printed when it changed, listed once, and only when it says what the pages say."""

import errno
import json
import os
import shutil
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from project import ROOT, build, edit, files

from macros import kept
from macros.paper.document import NO_PDF
from macros.paper.printing import UNFINISHED

pytestmark = pytest.mark.usefixtures("able_to_print")
PDFS = {"2020-2021/pasnovertejuma-zinojums-2020-2021.pdf", "en/2020-2021/self-assessment-report-2020-2021.pdf"}


def printed(root):
    """Give the files in which a project keeps PDFs."""
    return {file for file in (root / kept.FOLDER).iterdir() if b"\n%PDF" in file.read_bytes()[:100]}


def test_report_pdf_prints_the_site_that_is_there(small_site, small_printed, run):
    """A site built without PDF gets it afterwards; done again, nothing changes and nothing is listed twice."""
    assert not PDFS & files(small_site / "site").keys()
    once = files(small_printed / "site")
    assert once.keys() >= PDFS
    assert run("pdf", cwd=small_printed).returncode == 0
    assert files(small_printed / "site") == once
    rows = lxml.html.fromstring(once["2020-2021/index.html"]).xpath("//*[@id='table-downloads']//tbody//a/@href")
    assert rows == ["pasnovertejuma-zinojums-2020-2021.pdf", "print/", "../editions/", "data.json"]


def test_printing_leaves_nothing_behind(small_built, process, tmp_path):
    """Neither the fonts that WeasyPrint unpacks nor an unfinished PDF stay on the machine."""
    (tmp_path / "temporary").mkdir()
    assert process("pdf", cwd=small_built, TMPDIR=str(tmp_path / "temporary")).returncode == 0
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (small_built / UNFINISHED).exists()


def test_report_pdf_wants_a_site_of_these_data(small_built, run):
    """Without a site, or with one of other data, the person is told to build it first."""
    (small_built / "site").rename(small_built / "kept")
    done = run("pdf", cwd=small_built)
    assert (done.returncode, "Uzbūvējiet to: make site" in done.stderr) == (2, True)
    (small_built / "kept").rename(small_built / "site")
    edit(small_built / "data/centre.yml", "www.example.org", "www.example.com")
    assert run("pdf", cwd=small_built).returncode == 2


def test_only_what_changed_is_printed(small_printed):
    """An edition that is as before is not printed again."""
    before = printed(small_printed)
    edit(small_printed / "docs/en/2020-2021/learners.md", "## ", "## The ")
    assert build(small_printed, small_printed / "site") == 0
    assert len(before) == 2
    assert len(printed(small_printed) - before) == 1


def test_what_is_kept_is_looked_at(small_printed):
    """A file that was cut off while it was kept is printed again."""
    before = files(small_printed / "site")
    for file in printed(small_printed):
        file.write_bytes(file.read_bytes()[:5000])
    assert build(small_printed, small_printed / "site") == 0
    assert files(small_printed / "site") == before


def test_the_site_may_be_on_another_disk_than_what_is_kept(small_printed, monkeypatch):
    """What is printed and kept in the project can be moved to no site elsewhere, only written there."""
    once = files(small_printed / "site")
    shutil.rmtree(small_printed / "site")
    shutil.rmtree(small_printed / kept.FOLDER)

    def parted(moved):
        def moves(of, to, **how):
            if len({Path(file).resolve().is_relative_to(small_printed / ".cache") for file in (of, to)}) > 1:
                raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
            return moved(of, to, **how)

        return moves

    for name in ("link", "rename", "replace"):
        monkeypatch.setattr(os, name, parted(getattr(os, name)))
    assert build(small_printed, small_printed / "site") == 0
    assert files(small_printed / "site") == once


def test_a_pdf_unlike_its_page_stops_the_build(small_printed, capfd):
    """A style sheet that hides something does not get into the PDF unnoticed; the last good site stays."""
    before = files(small_printed / "site")
    (small_printed / "theme").unlink()
    shutil.copytree(ROOT / "theme", small_printed / "theme")
    with (small_printed / "theme/assets/stylesheets/print.css").open("a") as style:
        style.write("\n.data-table caption { display: none }\n")
    assert build(small_printed, small_printed / "site") == 1
    told = capfd.readouterr().err
    assert "bet tur jābūt" in told
    assert "Traceback" not in told
    assert files(small_printed / "site") == before
    assert not (small_printed / "site.new").exists()


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
        content = json.loads(inside.get_file().read_bytes())
        assert content.pop("printed")
        assert content == json.loads((built.folder / "2024-2025/data.json").read_bytes())


def test_nothing_of_this_machine_is_in_the_pdf(built):
    """No path, no made-up address of the printing is left in the file."""
    for file in built.folder.rglob("*.pdf"):
        with pikepdf.open(file) as document:
            whole = b"".join(
                one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse() for one in document.objects
            )
        for trace in (b"file:", b".invalid", str(ROOT).encode(), b"/tmp/"):
            assert trace not in whole


def test_without_system_libraries_the_site_is_built(small_built, process, tmp_path):
    """Where WeasyPrint's libraries are missing, all but the PDF is there, and one line says how to get it."""
    shutil.rmtree(small_built / "site")
    (tmp_path / "stub").mkdir()
    (tmp_path / "stub" / "weasyprint.py").write_text("print('-' * 5)\nraise OSError('no library')\n", "utf-8")
    done = process("build", cwd=small_built, PDF="1", PYTHONPATH=f"{tmp_path / 'stub'}:{ROOT}")
    assert done.returncode == 0
    assert done.stderr == NO_PDF + "\n"
    assert "-----" not in done.stdout  # as WeasyPrint itself would say it
    built = files(small_built / "site")
    assert "2020-2021/print/index.html" in built
    assert not PDFS & built.keys()
    assert b"print/" in built["2020-2021/index.html"]
    assert b".pdf" not in built["2020-2021/index.html"]
    again = process("build", cwd=small_built, PDF="1", PYTHONPATH=f"{tmp_path / 'stub'}:{ROOT}")
    assert again.stderr == NO_PDF + "\n"  # a site without is not taken for finished
