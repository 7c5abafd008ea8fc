"""Pictures and PDFs beside the pages: what is understood, what is told, and what the site gets of them."""

import unicodedata
import warnings
import zlib

import pytest
from beside import ANYBODY, PAGE, document, drawn, opened, pages_with, photographed, saved
from PIL import Image, PngImagePlugin

from macros.pages import pixels
from macros.pages.files import plain, typed_plainly
from macros.pages.page import read_pages, size_of
from macros.pages.picture import Unfit
from macros.pages.pixels import made, read_picture

XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{0}</dc:creator>{1}</x:xmpmeta>'.format
BEHIND = b"\x00\x00\x00\x18ftypmp42" + ANYBODY.encode()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("mans attels.png", "mans attels.png"),
        ("mans attels.png", "<mans attels.png>"),
        ("mans attels.png", "mans%20attels.png"),
        ("bilde(1).png", "bilde(1).png"),
        ("IMG 2024 (2).jpg", "IMG 2024 (2).jpg"),
        ("IMG 2024 (2).jpg", "./IMG%202024%20(2).jpg"),
        ("bilde#1.png", "bilde#1.png"),
        ("bilde?.png", "bilde?.png"),
        ("bilde [1].webp", "bilde [1].webp"),
        ("Rīta rosme + 50%.gif", "Rīta rosme + 50%.gif"),
        (unicodedata.normalize("NFD", "attēls.png"), unicodedata.normalize("NFC", "attēls.png")),
        (unicodedata.normalize("NFC", "attēls.png"), unicodedata.normalize("NFD", "attēls.png")),
        (unicodedata.normalize("NFD", "mūsu šaha attēls.png"), "mūsu%20%C5%A1aha attēls.png"),
    ],
)
def test_a_name_is_understood(tmp_path, name, typed):
    """A name with spaces, brackets, a hash or decomposed letters, typed in any way, is that of the picture."""
    form = next(form for form, endings in pixels.ENDINGS.items() if name.endswith(endings))
    (page,), problems = pages_with(
        tmp_path, f"Te: ![Sniegs]({typed}) un [x](https://x.lv).", **{name: saved(drawn(), form)}
    )
    assert problems == []
    ((address, file),) = page.files.items()
    assert (file.source.name, file.picture.size) == (name, (60, 40))
    assert address == unicodedata.normalize("NFC", address)
    assert size_of(page, address) == (60, 40)
    assert [link.target.removeprefix("./") for link in page.blocks.links] == [address, "https://x.lv"]


@pytest.mark.parametrize(
    "line",
    [
        "[x](a.md) (sk. b.png)",
        "[x](https://x.lv/a b.png)",
        "[x](//x.lv/a.png)",
        "[x](a\\b c.png)",
        "mans attels.png",
        "[x](<a b.md>)",
        "[x](a.png.md)",
        "![x](a-b_c.1.png)",
        "]" + "(" * 5000 + "](" * 5000,
    ],
)
def test_what_is_no_file_of_ours_stays_as_typed(line):
    """Only the addresses of files in links and images are changed."""
    assert typed_plainly(line)[0] == line


def test_a_plain_name_is_plain_already():
    """What the site calls a file is no more changed."""
    for name in ("x/../mans attels (1).png", "(1).png", "a--b-.png", "Ā ē.jpg", "../x y/z.pdf", " .png"):
        assert plain(plain(name)) == plain(name)
        assert not set(plain(name)) & set(' ()[]#?%<>"')


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.png", b"", "ir tukšs"),
        ("a.png", b"Te bija attels.", "nav attēls"),
        ("a.gif", b"\x00" * 4000, "nav attēls"),
        ("a.jpg", b"version https://git-lfs.github.com/spec/v1\n", "nav attēls"),
        ("a.png", b'\xef\xbb\xbf<?xml version="1.0"?><svg/>', "ir SVG"),
        ("a.jpg", b"\x00\x00\x00\x24ftypheic\x00\x00", "ir HEIC"),
        ("a.webp", b"%PDF-1.7", "ir PDF"),
        ("a.png", saved(drawn(), "JPEG"), "ir JPEG attēls; pārsauciet to par “a.jpg”"),
        ("a.jpg", saved(drawn(), "WEBP"), "pārsauciet to par “a.webp”"),
        ("a.jpeg", saved(drawn(), "PNG"), "pārsauciet to par “a.png”"),
        ("a.bmp.png", saved(drawn(), "BMP"), "ir BMP"),
        ("a.png", saved(drawn(), "TIFF"), "ir TIFF"),
        ("a.jpg", saved(drawn(size=(900, 900)), "JPEG", quality=95)[:-2000], "ir bojāts"),
        ("a.png", saved(drawn(size=(900, 900)), "PNG")[:-900], "ir bojāts"),
        ("a.webp", saved(drawn(size=(900, 900)), "WEBP")[:200], "ir bojāts"),
        ("a.gif", saved(drawn(), "GIF")[:40], "ir bojāts"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "ir bojāts"),
        ("a.gif", saved(drawn(), "GIF", save_all=True, append_images=[drawn().rotate(90)]), "kustas"),
        ("a.png", saved(drawn(), "PNG", save_all=True, append_images=[drawn().rotate(90)]), "kustas"),
        ("a.webp", saved(drawn(), "WEBP", save_all=True, append_images=[drawn().rotate(90)]), "kustas"),
        ("a.png", b" " * 26_000_000, "vairāk nekā 25 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else len(value),
)
def test_what_is_no_picture_is_told_at_its_line(tmp_path, name, content, told):
    """A file that is none, is broken or moves is told where a page shows it, in both languages, and never made."""
    (_page,), problems = pages_with(tmp_path, f"![Sniegs]({name})", **{name: content})
    assert [(one.place, one.level) for one in problems] == [("docs/lv/a.md:7", "error")]
    assert told in problems[0].lv
    assert f"“{name}”" in problems[0].en
    with pytest.raises(Unfit):
        read_picture(content, name)


def claimed(width, height):
    """Give a small PNG that claims to be large."""
    content = saved(Image.new("1", (8, 8)), "PNG")
    header = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + content[24:29]
    return content[:12] + header + zlib.crc32(header).to_bytes(4) + content[33:]


@pytest.mark.parametrize(
    ("width", "height"), [(8000, 6251), (12_000, 12_000), (20_000, 20_000), (2**31 - 1, 9), (60_000_000, 1)]
)
def test_a_picture_that_claims_to_be_huge_is_not_opened(tmp_path, width, height):
    """A file of a few bytes that would take gigabytes is told, without a warning of a library."""
    with warnings.catch_warnings(action="error"):
        _pages, problems = pages_with(tmp_path, "![Sniegs](a.png)", **{"a.png": claimed(width, height)})
    assert ["50 000 000 pikseļu" in one.lv for one in problems] == [True]


@pytest.mark.parametrize(("form", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp")])
def test_what_a_photograph_tells_is_told_and_not_published(tmp_path, form, ending):
    """The place is still to be taken away, as the repository has it; the site has nothing of it."""
    content, name = photographed(form), f"a{ending}"
    (page,), problems = pages_with(tmp_path, f"![Sniegs]({name})", **{name: content})
    assert [(one.place, one.level) for one in problems] == [("docs/lv/a.md:7", "todo")]
    assert "uzņemšanas vieta, apraksts vai autors, kamera, uzņemšanas laiks" in problems[0].lv
    published = page.files[name].published
    assert read_picture(published, name).tells == ()
    assert not opened(published).getexif()
    assert not any(word in published for word in (b"Exif", b"eXIf", b"EXIF", ANYBODY.encode(), b"Telefons", b"2024:05"))


def test_what_a_photograph_tells_is_not_a_fault_of_its_line(tmp_path):
    """Other rules still look at the description of a picture whose file tells too much, or that is not needed."""
    _pages, problems = pages_with(
        tmp_path, "![Sniegs](a.jpg)", **{"a.jpg": photographed("JPEG"), "b.jpg": photographed("JPEG")}
    )
    assert "shape" not in {one.rule for one in problems}


def pnginfo(**words):
    """Give chunks of words for a PNG."""
    info = PngImagePlugin.PngInfo()
    for key, value in words.items():
        info.add_itxt(key, value)
    return info


@pytest.mark.parametrize(
    ("name", "content", "kinds"),
    [
        ("a.jpg", saved(drawn(), "JPEG", comment=ANYBODY.encode()), "words"),
        ("a.jpg", saved(drawn(), "JPEG", xmp=XMP(ANYBODY, "").encode()), "words"),
        (
            "a.jpg",
            saved(drawn(), "JPEG", xmp=XMP(ANYBODY, "<exif:GPSLatitude>55</exif:GPSLatitude>").encode()),
            "place words",
        ),
        ("a.jpg", saved(drawn(), "JPEG") + BEHIND, ""),
        ("a.jpg", saved(drawn(), "MPO", save_all=True, append_images=[drawn().rotate(180)]), "thumbnail"),
        ("a.png", saved(drawn(), "PNG", pnginfo=pnginfo(Author=ANYBODY)), "words"),
        ("a.png", saved(drawn(), "PNG", pnginfo=pnginfo(Software=ANYBODY)), ""),
        ("a.png", saved(drawn(), "PNG", pnginfo=pnginfo(**{"XML:com.adobe.xmp": XMP(ANYBODY, "")})), "words"),
        ("a.png", saved(drawn(), "PNG") + BEHIND, ""),
        ("a.gif", saved(drawn(), "GIF", comment=ANYBODY.encode()), "words"),
        ("a.webp", saved(drawn(), "WEBP", xmp=XMP(ANYBODY, "").encode()), "words"),
    ],
)
def test_nothing_but_the_picture_is_published(tmp_path, name, content, kinds):
    """Comments, XMP, chunks of text, a second picture and what lies behind the end are left out."""
    assert read_picture(content, name).tells == tuple(kinds.split())
    published = made(content, name)
    assert ANYBODY.encode() in content or kinds == "thumbnail"
    assert not any(word in published for word in (ANYBODY.encode(), b"ftyp", b"MPF", b"xmp", b"XMP", b"tEXt", b"iTXt"))
    assert set(opened(published).info) <= {
        *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
        *("version", "background", "loop", "timestamp", "duration"),
    }
    _pages, problems = pages_with(tmp_path, f"![Sniegs]({name})", **{name: content})
    assert [one.level for one in problems] == (["todo"] if "place" in kinds else ["note"] if kinds else [])


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.png", "A.png"), ("a b.png", "a-b.png"), ("a(1).png", "a 1.png"), ("x/a+.pdf", "x/A#.pdf")],
)
def test_two_names_that_would_be_one_are_told(tmp_path, first, second):
    """Where the site, or a machine that knows no capital letters, would have one file for two, one is to be renamed."""
    for name in (first, second):
        (tmp_path / "docs/lv" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs/lv" / name).write_bytes(document() if name.endswith("pdf") else saved(drawn(), "PNG"))
    _pages, problems = pages_with(tmp_path, f"[x]({first}) [y]({second})")
    told = [one for one in problems if "sauktos vienādi" in one.lv]
    assert [one.file for one in told] == [f"docs/lv/{max(first, second)}"]


@pytest.mark.parametrize("folder", ["assets/images", "en", "search"])
def test_the_folders_of_the_site_are_its_own(tmp_path, folder):
    """A picture in a folder that the site fills could take the place of what is the site's."""
    (tmp_path / "docs/lv" / folder).mkdir(parents=True)
    (tmp_path / "docs/lv" / folder / "favicon.png").write_bytes(saved(drawn(), "PNG"))
    (page,), problems = pages_with(tmp_path, f"![x]({folder}/favicon.png)")
    assert page.files == {}
    assert "vietnē vajadzīga citam" in {one.file: one.lv for one in problems}[f"docs/lv/{folder}/favicon.png"]


def test_a_file_of_one_language_serves_both(tmp_path):
    """The other language need not have a copy, but may have its own."""
    for language in ("lv", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / f"docs/{language}/a.md").write_text(PAGE.format("![Sniegs](a.png)\n\n![Ledus](b.png)"), "utf-8")
    for name, size in (("lv/a.png", 10), ("lv/b.png", 20), ("en/b.png", 30)):
        (tmp_path / "docs" / name).write_bytes(saved(drawn(size=(size, size)), "PNG"))
    pages, problems = read_pages(tmp_path)
    assert problems == []
    assert {(page.language, path): file.picture.size[0] for page in pages for path, file in page.files.items()} == {
        ("lv", "a.png"): 10,
        ("lv", "b.png"): 20,
        ("en", "a.png"): 10,
        ("en", "b.png"): 30,
    }
