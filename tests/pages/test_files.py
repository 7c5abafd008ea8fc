"""Pictures and PDFs beside the pages: what is understood, what is told, and what the site gets of them."""

import io
import unicodedata
import warnings
import zlib

import pikepdf
import pytest
from PIL import ExifTags, Image, ImageCms, ImageDraw, ImageFile, PngImagePlugin

from macros.pages import pixels
from macros.pages.document import read_document
from macros.pages.files import plain, typed_plainly
from macros.pages.page import read_pages, size_of
from macros.pages.picture import Unfit
from macros.pages.pixels import made, read_picture

PAGE = "---\ntitle: x\ndescription: y\n---\n# X {{ #x }}\n\n{}\n"
ANYBODY = "Jānis Bērziņš"
PLACE = {1: "N", 2: (55.0, 52.0, 30.0), 3: "E", 4: (26.0, 32.0, 0.0)}


def saved(image, form, **how):
    """Give a picture's bytes in a format."""
    target = io.BytesIO()
    image.save(target, form, **how)
    return target.getvalue()


def drawn(mode="RGB", size=(60, 40)):
    """Give a picture whose left upper corner is darker than all else."""
    image = Image.new("RGB", size, "silver")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), "maroon")
    return image.quantize(8, dither=Image.Dither.NONE) if mode == "P" else image.convert(mode, dither=Image.Dither.NONE)


def opened(content):
    """Give a picture of its bytes, drawn."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def photographed(form, orientation=1, size=(60, 40)):
    """Give the bytes of a photograph that tells all that one may tell."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation] = "Telefons", orientation
    exif[ExifTags.Base.Artist] = ANYBODY
    exif[ExifTags.Base.DateTime] = "2024:05:01 10:00:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(PLACE)
    return saved(drawn(size=size), form, exif=exif)


def pages_with(root, line, **files):
    """Give `(pages, problems)` of a page with a line, beside files of given names and bytes."""
    for name, content in files.items():
        (root / "docs/lv").mkdir(parents=True, exist_ok=True)
        (root / "docs/lv" / name).write_bytes(content)
    (root / "docs/lv").mkdir(parents=True, exist_ok=True)
    (root / "docs/lv/a.md").write_text(PAGE.format(line), "utf-8")
    return read_pages(root)


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


def test_a_library_that_is_lenient_does_not_matter(monkeypatch):
    """A damaged picture is told although another part of the program has asked Pillow to draw what there is."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(Unfit, match="damaged"):
        read_picture(saved(drawn(size=(900, 900)), "JPEG", quality=95)[:-2000], "a.jpg")
    assert ImageFile.LOAD_TRUNCATED_IMAGES


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
    assert "vieta, kur tā uzņemta, vārdi par to, kamera, laiks" in problems[0].lv
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


XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{0}</dc:creator>{1}</x:xmpmeta>'.format
BEHIND = b"\x00\x00\x00\x18ftypmp42" + ANYBODY.encode()


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


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(60, 40), (2400, 1800)])
def test_a_photograph_is_turned_upright(orientation, size):
    """The picture is as its camera meant it, in the size that the page is told."""
    content = photographed("JPEG", orientation, size)
    shown = opened(made(content, "a.jpg"))
    assert shown.size == read_picture(content, "a.jpg").size
    assert shown.width <= pixels.WIDEST
    assert (shown.width > shown.height) == (orientation < 5)
    corners = [shown.getpixel((x, y)) for y in (2, shown.height - 3) for x in (2, shown.width - 3)]
    darkest = min(range(4), key=lambda at: sum(corners[at]))
    assert darkest == {1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]


def test_a_photograph_of_twelve_megapixels_is_small():
    """A photograph as telephones make them, noise and all, costs a reader less than a megabyte."""
    grain = Image.effect_noise((1000, 750), 60).resize((4000, 3000))
    content = saved(
        Image.merge("RGB", (grain, grain.rotate(180), Image.linear_gradient("L").resize(grain.size))),
        "JPEG",
        quality=95,
    )
    assert len(content) > 3_000_000
    assert len(made(content, "a.jpg")) < 1_000_000
    assert opened(made(content, "a.jpg")).size == (1600, 1200)


@pytest.mark.parametrize(
    ("mode", "form", "name"),
    [
        *((mode, "PNG", "a.png") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *((mode, "JPEG", "a.jpg") for mode in ("L", "RGB", "CMYK", "YCbCr")),
        *((mode, "WEBP", "a.webp") for mode in ("RGB", "RGBA")),
        *((mode, "GIF", "a.gif") for mode in ("1", "L", "P", "RGBA")),
    ],
)
@pytest.mark.parametrize("size", [(60, 40), (1800, 1200)])
def test_all_kinds_of_pixels_are_shown(mode, form, name, size):
    """Each becomes eight bits of grey or sRGB that looks the same; the same bytes each time."""
    image = Image.new("I;16", size, 40_000) if mode == "I;16" else drawn(mode, size)
    content = saved(image, form)
    published = made(content, name)
    shown = opened(published)
    assert (shown.size, shown.format) == (read_picture(content, name).size, form)
    assert shown.mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    want = (156, 156, 156) if mode == "I;16" else image.convert("RGB").getpixel((50, 35))
    assert shown.convert("RGB").getpixel((50, 35)) == pytest.approx(want, abs=6)
    assert made(content, name) == published


def test_clear_pixels_stay_clear():
    """What is see-through in a PNG, with colours of its own or of a palette, is so in the site."""
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((0, 0, 20, 20), "maroon")
    for image in (clear, clear.quantize(8), clear.resize((2000, 1400))):
        shown = opened(made(saved(image, "PNG"), "a.png")).convert("RGBA")
        assert (shown.getpixel((shown.width - 2, 2))[3], shown.getpixel((2, 2))[3]) == (0, 255)


@pytest.mark.parametrize(
    ("mode", "name"),
    [("RGB", "a.jpg"), ("RGB", "a.png"), ("RGBA", "a.png"), ("P", "a.png"), ("L", "a.jpg"), ("CMYK", "a.jpg")],
)
def test_colours_of_a_profile_become_those_of_screens(mode, name):
    """No profile is left, and the colours are those that it meant; one that cannot be read does no harm."""
    form = "JPEG" if name == "a.jpg" else "PNG"
    for icc in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"no profile"):
        published = made(saved(drawn(mode), form, icc_profile=icc), name)
        assert "icc_profile" not in opened(published).info
        assert opened(published).convert("RGB").getpixel((50, 35)) == pytest.approx((192, 192, 192), abs=6)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_foreign_profile_is_heeded(mode):
    """A picture whose profile means another colour by the same numbers looks in the site as it was meant."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"x___"), (b"gXYZ", b"rXYZ"), (b"x___", b"gXYZ")):  # what is red there is green
        icc = icc.replace(old, new)
    published = made(saved(Image.new(mode, (60, 40), "#c00000"), "PNG", icc_profile=icc), "a.png")
    assert opened(published).convert("RGB").getpixel((9, 9)) == pytest.approx((0, 192, 0), abs=6)


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
    assert "vietnē ir cits uzdevums" in {one.file: one.lv for one in problems}[f"docs/lv/{folder}/favicon.png"]


def test_a_photograph_saved_as_png_is_bearable():
    """Where a PNG stays heavy it gets 256 colours, so that it takes a third of what it would."""
    grain = Image.merge("RGB", [Image.effect_noise((1200, 900), spread).convert("L") for spread in (30, 40, 50)])
    content = saved(grain, "PNG")
    published = made(content, "a.png")
    assert len(published) < len(content) / 2.5
    assert opened(published).mode == "P"


def document(change=None, **how):
    """Give the bytes of a PDF, changed."""
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if change:
            change(pdf)
        pdf.save(target, **how)
    return target.getvalue()


def act(kind, **more):
    """Give an action of a kind."""
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def opening(pdf):
    """Run a script when the PDF is opened."""
    pdf.Root.OpenAction = act("JavaScript", JS="app.alert(1)")


def named(pdf):
    """Name a script."""
    names = pikepdf.Array(["x", act("JavaScript", JS="app.alert(1)")])
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=names))


def clicked(pdf):
    """Start a program by a link, through an action after another."""
    after = act("URI", URI="https://x.lv", Next=act("Launch", F="cmd.exe"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=after)
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([link]))


def attached(pdf):
    """Attach a file."""
    pdf.attachments["x.exe"] = b"MZ"


def sent(pdf):
    """Send a form when a page is looked at."""
    pdf.pages[0].AA = pikepdf.Dictionary(O=act("SubmitForm", F="https://x.lv"))


def filled_in(pdf):
    """Have a form that is a program (XFA)."""
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(b"<xdp/>"), S=pdf.make_stream(b"x"))


def filmed(pdf):
    """Put a film on the page."""
    pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.RichMedia, Rect=[0, 0, 9, 9])])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nav PDF"),
        (b"Te bija plans.", "nav PDF"),
        (b"PK\x03\x04", "nav PDF"),
        (b"%PDF-1.7 Te bija plans.", "ir bojāts"),
        (document()[:120], "ir bojāts"),
        (b"%PDF-1.7\n" + b" " * 10_000_000, "lielāks par 10 MB"),
        (document(encryption=pikepdf.Encryption(user="x", owner="y")), "prasa paroli"),
        (document(opening), "skripts"),
        (document(named), "skripts"),
        (document(clicked), "atver citu programmu"),
        (document(attached), "pievienots fails"),
        (document(sent), "veidlapa"),
        (document(filmed), "video"),
        (document(filled_in), "skripts"),
        (document(opening, object_stream_mode=pikepdf.ObjectStreamMode.generate), "skripts"),
    ],
)
def test_what_may_not_be_attached_is_told_at_its_line(tmp_path, content, told):
    """A file that is no PDF, is broken, locked, too large, or acts by itself."""
    (_page,), problems = pages_with(tmp_path, "Sk. [plānu](plāns 1.pdf).", **{"plāns 1.pdf": content})
    assert [(one.place, one.level) for one in problems] == [("docs/lv/a.md:7", "error")]
    assert told in problems[0].lv
    assert "“plāns 1.pdf”" in problems[0].en


def test_what_is_packed_too_tightly_is_refused():
    """A PDF of a few kilobytes, part of which would fill the memory, might hide there what another reader does."""
    inside = zlib.compress(b"4 0 <</S/JavaScript>>" + b" " * 120_000_000, 9)
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(inside), inside)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R>>",
        stream,
    ]
    content, places = b"%PDF-1.7\n", []
    for number, part in zip((1, 2, 3, 5), parts, strict=True):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    one, two, three, five = places
    rows = [(0, 0, 65535), (1, one, 0), (1, two, 0), (1, three, 0), (2, 5, 0), (1, five, 0), (1, len(content), 0)]
    listed = b"".join(kind.to_bytes(1) + at.to_bytes(4) + index.to_bytes(2) for kind, at, index in rows)
    where = b"<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%b\nendstream" % (len(listed), listed)
    content += b"6 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (where, len(content))
    assert len(content) < 200_000
    with pytest.raises(Unfit, match="damaged"):
        read_document(content, "x.pdf")


def test_a_document_is_attached(tmp_path):
    """A PDF that a page links to is published as it is, with a place in it, too; one that none links to is told."""
    content = document(
        lambda pdf: pdf.Root.update({"/OpenAction": act("GoTo", D=pikepdf.Array([0, pikepdf.Name.Fit]))})
    )
    read_document(content, "x.pdf")
    files = {"plāns (2).pdf": content, "cits.pdf": content}
    (page,), problems = pages_with(tmp_path, "Sk. [plānu](plāns (2).pdf) un [vēl](plāns-2.pdf#page-2).", **files)
    assert {path: file.published for path, file in page.files.items()} == {"plāns-2.pdf": content}
    assert (page.links, page.pictures) == ((), ())
    assert [(one.file, one.level) for one in problems] == [("docs/lv/cits.pdf", "todo")]


def test_a_document_is_no_picture(tmp_path):
    """A PDF cannot be shown as one."""
    _pages, problems = pages_with(tmp_path, "![Plāns](a.pdf)", **{"a.pdf": document()})
    assert ["rakstiet saiti" in one.lv for one in problems if one.place == "docs/lv/a.md:7"] == [True]


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
