"""Pictures and PDFs in the built site: what readers get, on the screen, on paper and in a folder of their own."""

import os
import shutil
import subprocess
import sys

import lxml.html
import pikepdf
import pytest
from PIL import ExifTags, Image
from project import LANGUAGES, build, edit, translated, unnumbered
from verapdf import JAVA, MISSING, failures

from macros.pages.address import PDF_NAMES, language_folder
from macros.report.opened import read_book
from macros.site.draft import Draft
from macros.site.offline import offline

YEAR = "2020-2021"
PHOTO, PRINTED, PLAN = "Mans attēls (1).jpg", "no tipogrāfijas.jpg", "Plāns#1.pdf"
SHOWN = """
![{0}](Mans attēls (1).jpg)

![{1}](<no tipogrāfijas.jpg>)

[{2}](Plāns#1.pdf).

- {0}:
  - {1};
    - {2};
  1. {1};
  2. {0}.

{3}: {0}

| {0}* | {1} |
| --- | --: |
| **{2}** | {1} |

{4}: {2}.

* {0}.

> [!NOTE]
> - {1}
"""
"""All that a page's Markdown has."""
WORDS = {
    "lv": ("Sniegs", "Ledus", "Plāns", "Tabula", "Avots"),
    "en": ("Snow", "Ice", "A plan", "Table", "Source"),
}


def put_files(root):
    """Put a photograph with its place, a picture of a printer's, a PDF and a picture that no page shows."""
    folder = root / "docs/lv" / YEAR
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation], exif[ExifTags.Base.Make] = 6, "Telefons"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (55.0, 52.0, 30.0)})
    Image.effect_noise((2400, 1800), 40).convert("RGB").save(folder / PHOTO, exif=exif, quality=95)
    Image.new("CMYK", (800, 600), (200, 20, 0, 10)).save(folder / PRINTED)
    Image.new("RGB", (8, 8)).save(folder / "nerāda.png")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / PLAN)
    for language in LANGUAGES:
        page = root / f"docs/{language}/{YEAR}/learners.md"
        edit(
            page, '{{ table("learners_change") }}', SHOWN.format(*WORDS[language]) + '\n{{ table("learners_change") }}'
        )
    translated(root)


@pytest.fixture(scope="session")
def site_with_files(once, small_site):
    """The tiny report with files, built with its PDFs, twice."""

    def make(folder):
        shutil.copytree(small_site, folder, symlinks=True, ignore=shutil.ignore_patterns("site"))
        put_files(folder)
        for name in ("site", "again"):
            assert build(folder, folder / name) == 0

    return once("site_with_files", make)


def page(folder, path):
    """Give a page of a built site."""
    return lxml.html.fromstring((folder / path / "index.html").read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
class TestFiles:
    """The tiny report with a photograph, a picture of a printer's, a PDF and a picture that no page shows."""

    def test_pictures_are_shown(self, site_with_files, language):
        """Each is where the page asks for it, upright, in sRGB and no larger than needed, in the size that it says."""
        folder = site_with_files / "site" / language_folder(language) / YEAR
        shown = page(folder, "learners").xpath("//article//img")
        assert [one.get("alt") for one in shown] == [*WORDS[language][:2]]
        for element, size in zip(shown, [("1600", "2133"), ("800", "600")], strict=True):
            with Image.open(folder / "learners" / element.get("src")) as image:
                assert (image.mode, *map(str, image.size)) == ("RGB", *size)
                assert not image.getexif()
                assert (element.get("width"), element.get("height")) == size

    def test_nothing_else_is_published(self, site_with_files, language):
        """What no page shows is not in the site, nor what a file is called on the disk, nor what it was."""
        folder = site_with_files / "site" / language_folder(language) / YEAR
        names = {file.name for file in folder.iterdir() if file.suffix in (".png", ".jpg", ".pdf")}
        report = PDF_NAMES[language].format(year=YEAR)
        made = {"preview.png", "figure-learners.png", "figure-survey.png", report}
        assert names == {"Mans-attēls-1.jpg", "no-tipogrāfijas.jpg", "Plāns-1.pdf", *made}

    def test_a_document_is_linked(self, site_with_files, language):
        """On the screen the link leads to the file, on paper it says its whole address."""
        folder = site_with_files / "site" / language_folder(language) / YEAR
        (link,) = page(folder, "learners").xpath("//article//a[contains(@href, '.pdf')]/@href")
        assert (folder / "learners" / link).read_bytes() == (site_with_files / "docs/lv" / YEAR / PLAN).read_bytes()
        (link,) = page(folder, "print").xpath("//main//a[contains(@href, '.pdf')]/@href")
        (here,) = page(folder, "learners").xpath("//link[@rel='canonical']/@href")
        assert link == f"{here.removesuffix('learners/')}Pl%C4%81ns-1.pdf"

    def test_the_pdf_has_colours_that_can_be_filed(self, site_with_files, language):
        """No picture in the PDF has the colours of a printer's, which PDF/A-3 would not take."""
        folder = site_with_files / "site" / language_folder(language) / YEAR
        with pikepdf.open(folder / PDF_NAMES[language].format(year=YEAR)) as pdf:
            images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
            assert {(str(one.ColorSpace), int(one.Width)) for one in images} == {
                ("/DeviceRGB", 1600),
                ("/DeviceRGB", 800),
            }

    def test_the_preview_shows_the_same(self, site_with_files, language, tmp_path):
        """A page that is being written has the pictures as the site will have them."""
        book, _found = read_book(site_with_files)
        draft = Draft(book, site_with_files, language, tmp_path)
        built = site_with_files / "site" / language_folder(language) / YEAR
        for name in ("Mans-attēls-1.jpg", "no-tipogrāfijas.jpg", "Plāns-1.pdf", "learners/index.html"):
            made = draft.copied(f"{YEAR}/{name}")
            if made is None:
                draft.make(f"{YEAR}/{name}")
                made = (draft.folder / YEAR / name).read_bytes()
            assert made == unnumbered((built / name).read_bytes())
        assert draft.copied(f"{YEAR}/nerāda.png") is None


@pytest.mark.slow
def test_the_same_files_give_the_same_bytes(site_with_files):
    """Built once more, all is the same; what is read from a folder has the pictures, too."""
    site, again = (offline(site_with_files / name) for name in ("site", "again"))
    assert site == again
    assert f"en/{YEAR}/Mans-attēls-1.jpg" in site


@pytest.mark.slow
@pytest.mark.skipif(not JAVA, reason=MISSING)
def test_the_pdfs_conform(site_with_files):
    """With pictures of all kinds both are PDF/A-3 and PDF/UA-1."""
    folders = {language: site_with_files / "site" / language_folder(language) / YEAR for language in LANGUAGES}
    pdfs = [folder / PDF_NAMES[language].format(year=YEAR) for language, folder in folders.items()]
    assert failures([(file, profile) for file in pdfs for profile in ("PDFA-3A", "PDFUA-1")]) == [[]] * 4


@pytest.mark.slow
def test_mkdocs_alone_publishes_the_same(site_with_files, tmp_path):
    """`mkdocs build` copies no picture as it lies in the folder of the page."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(tmp_path / "site")]
    subprocess.run(command, cwd=site_with_files, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    built, alone = (one / YEAR for one in (site_with_files / "site", tmp_path / "site"))
    names = [sorted(file.name for file in folder.glob("*.jpg")) for folder in (built, alone)]
    assert names[0] == names[1] == ["Mans-attēls-1.jpg", "no-tipogrāfijas.jpg"]
    assert all((built / name).read_bytes() == (alone / name).read_bytes() for name in names[0])


@pytest.mark.slow
def test_a_picture_takes_its_place_in_its_shape(browser, site_with_files):
    """On a narrow page a picture is as wide as the text and keeps its shape, on the screen and on paper."""
    for path in ("learners", "print"):
        shown = browser.new_page(viewport={"width": 700, "height": 900})
        shown.goto((site_with_files / "site" / YEAR / path / "index.html").as_uri())
        box = shown.locator("main img").first.bounding_box()
        assert box["width"] <= 700
        assert box["width"] / box["height"] == pytest.approx(1600 / 2133, rel=0.01)
        shown.close()
