"""Files to put beside a page, pictures, photographs and PDFs, and the page that shows them."""

import io

import pikepdf
from PIL import ExifTags, Image, ImageDraw

from macros.pages.page import read_pages

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


def document(change=None, **how):
    """Give the bytes of a PDF, changed."""
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if change:
            change(pdf)
        pdf.save(target, **how)
    return target.getvalue()


def pages_with(root, line, **files):
    """Give `(pages, problems)` of a page with a line, beside files of given names and bytes."""
    for name, content in files.items():
        (root / "docs/lv").mkdir(parents=True, exist_ok=True)
        (root / "docs/lv" / name).write_bytes(content)
    (root / "docs/lv").mkdir(parents=True, exist_ok=True)
    (root / "docs/lv/a.md").write_text(PAGE.format(line), "utf-8")
    return read_pages(root)
