"""What a picture's file is and tells beside the picture, and the bytes that the site shows in its place.

Where, when and with what a photograph was taken, its thumbnail, comments: nothing of it is among those bytes, as they
are drawn anew – upright, no larger than a page can show, in the colours of screens (sRGB), which PDF/A wants, too. The
same file gives the same bytes.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageFile

from macros.pages.metadata import exif, told
from macros.pages.picture import ENDINGS, TOLD, Picture, Unfit

WIDEST, HIGHEST = 1600, 2400
"""How large a picture is shown, in pixels: twice what a page's column takes, for fine screens."""
MOST_PIXELS = 50_000_000
"""The largest that is opened: what telephones make. A file of a few bytes may claim to be far larger."""
LONGEST_SIDE = 30_000
"""How wide or high it may be, in pixels; a panorama is 20 000 wide."""
FREE_PIXELS, PIXELS_OF_A_BYTE = 2_500_000, 300
"""What is larger than the former, and no JPEG, which is drawn at a fraction, has no more pixels for each byte of its
file: no drawing has, but one of a single colour, of which a hundred bytes would be drawn for seconds."""
LARGEST = 25_000_000
"""The largest file, in bytes: GitHub takes no larger one from a browser."""
_SCAN, _END, MOST_SCANS = b"\xff\xda", b"\xff\xd9", 50
"""How a pass over the pixels of a JPEG begins, and the picture ends; each pass takes its time: cameras make twelve."""
_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]")
"""What begins a part of a JPEG that says how long it is."""
QUALITY = 82
"""Of JPEG and WebP: no loss is seen, and a photograph takes a tenth of what a camera writes."""
HEAVY = 500_000
"""Bytes from which a PNG, most likely a photograph, has to do with 256 colours."""
_TURN = Image.Transpose
_UPRIGHT = {
    2: _TURN.FLIP_LEFT_RIGHT,
    3: _TURN.ROTATE_180,
    4: _TURN.FLIP_TOP_BOTTOM,
    5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_270,
    7: _TURN.TRANSVERSE,
    8: _TURN.ROTATE_90,
}
"""Exif's orientation → what turns the picture upright."""
_ACROSS = range(5, 9)
"""The orientations at which width and height change places."""
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
"""The kinds of pixels that can be shown, as Pillow calls them."""
_BEGINS = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8|RIFF.{4}WEBP", re.DOTALL)
"""How pictures that can be shown begin, whole or not."""
_FOREIGN = (
    (re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!DOCTYPE svg)", re.IGNORECASE), "SVG"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb".{4}ftypavi", re.DOTALL), "AVIF"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "TIFF"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL), "BMP"),
    (re.compile(rb"%PDF"), "PDF"),
)


def read_picture(content: bytes, name: str) -> Picture:
    """Give the `Picture` of a file's bytes; `name` is that of the file. Raises Unfit."""
    if not content:
        lv = f"Attēla fails “{name}” ir tukšs; ielieciet to vēlreiz."
        raise Unfit(lv, f"The picture’s file “{name}” is empty; upload it again.")
    if len(content) > LARGEST:
        raise _too_large(name, f"{LARGEST // 1_000_000} MB")
    with _opened(content, name) as image:
        own, stem = image_format(image), name.rpartition(".")[0]
        if not name.endswith(ENDINGS[own]):
            renamed = stem + ENDINGS[own][0]
            raise Unfit(
                f"Failā “{name}” ir {own} attēls; pārsauciet to par “{renamed}” un tāpat rakstiet lapā.",
                f"The file “{name}” holds a {own} picture; rename it “{renamed}”, and write that on the page.",
            )
        if own != "JPEG" and getattr(image, "is_animated", False):
            raise Unfit(
                f"Attēls “{name}” kustas: to nevar ne nodrukāt, ne apturēt. Saglabājiet vienu nekustīgu attēlu.",
                f"The picture “{name}” moves: it can be neither printed nor stopped. Save one still picture.",
            )
        if own == "JPEG" and _scans(content) > MOST_SCANS:
            raise _broken(name)
        size = _shown(image, _stored(image))
        try:
            image.draft(None, (1, 1))  # a JPEG is read to its end, but not drawn in full
            image.load()
            tells = told(image)
        except Exception as error:  # what Pillow raises where a file is broken is of many kinds
            raise _broken(name) from error
        return Picture(size, tuple(kind for kind in TOLD if kind in tells))


def made(content: bytes, name: str) -> bytes:
    """Give what the site shows of the bytes of a picture's file; `name` is that of the file. Raises Unfit."""
    with _opened(content, name) as image:
        own, stored, turn = image_format(image), _stored(image), _UPRIGHT.get(_orientation(image))
        try:
            image.draft(None, (2 * stored[0], 2 * stored[1]))
            image.load()
            drawn = _fitted(_in_srgb(image), stored)
            drawn = drawn.copy() if turn is None else drawn.transpose(turn)
        except Exception as error:  # as above
            raise _broken(name) from error
    transparency = drawn.info.get("transparency") if drawn.mode in ("1", "L", "P", "RGB") else None
    drawn.info.clear()
    if transparency is not None:
        drawn.info["transparency"] = transparency
    if own == "JPEG":
        return _saved(drawn if drawn.mode == "L" else drawn.convert("RGB"), "JPEG", progressive=True)
    if own == "WEBP":
        return _saved(drawn, "WEBP", lossless=content[12:16] == b"VP8L", method=4)
    return _png(drawn) if own == "PNG" else _saved(drawn, "GIF")


def image_format(image: Image.Image) -> str:
    """Give the format, one of `ENDINGS`; telephones put a second picture behind the first and call that MPO."""
    return "JPEG" if image.format == "MPO" else str(image.format)


@contextmanager
def _opened(content: bytes, name: str) -> Iterator[Image.Image]:
    """Give a picture that is not drawn yet. What Pillow warns of is nobody's business; raises Unfit."""
    with _strict(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(content), formats=tuple(ENDINGS))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_many(name) from error
        except Exception as error:  # what Pillow raises where a file is none of these is of many kinds
            raise _no_picture(content, name) from error
        with image:
            pixels = image.width * image.height
            if pixels > MOST_PIXELS:
                raise _too_many(name)
            drawn_in_full = image_format(image) != "JPEG"
            if max(image.size) > LONGEST_SIDE or (
                drawn_in_full and pixels > max(FREE_PIXELS, PIXELS_OF_A_BYTE * len(content))
            ):
                raise _empty(image, name)
            yield image


@contextmanager
def _strict():
    """Let no damaged picture pass as a whole one, as Pillow does once WeasyPrint 70 is imported."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _scans(content):
    """Count the passes over the pixels of a JPEG; what lies behind its end, such as a film, has none."""
    at = scans = 0
    while (found := _MARKER.search(content, at)) and found[0] != _END:
        scans += found[0] == _SCAN
        at = found.end() + int.from_bytes(content[found.end() : found.end() + 2])
    return scans


def _too_many(name):
    return _too_large(name, f"{MOST_PIXELS // 1_000_000} 000 000 pikseļu", f"{MOST_PIXELS // 1_000_000} million pixels")


def _too_large(name, most, most_in_english=None):
    return Unfit(
        f"Attēls “{name}” ir pārāk liels (vairāk nekā {most}); samaziniet to, piemēram, līdz {WIDEST} pikseļu "
        "platumam.",
        f"The picture “{name}” is too large (more than {most_in_english or most}); make it smaller, for example "
        f"{WIDEST} pixels wide.",
    )


def _empty(image, name):
    size = f"{image.width} × {image.height}"
    return Unfit(
        f"Attēls “{name}” ir lielāks ({size} pikseļi), nekā vajag tam, kas tajā redzams; samaziniet to, piemēram, līdz "
        f"{WIDEST} pikseļu platumam.",
        f"The picture “{name}” is larger ({size} pixels) than what it shows needs; make it smaller, for example "
        f"{WIDEST} pixels wide.",
    )


def _no_picture(content, name):
    kind = next((kind for sign, kind in _FOREIGN if sign.match(content[:200])), "")
    if _BEGINS.match(content):
        return _broken(name)
    lv = f"ir {kind}, ko šeit nevar rādīt" if kind else "nav attēls, lai gan tā nosaukts"
    en = f"is {kind}, which cannot be shown here" if kind else "is not a picture, though so named"
    return Unfit(
        f"Fails “{name}” {lv}; atveriet attēlu un saglabājiet kā .jpg vai .png.",
        f"The file “{name}” {en}; open the picture and save it as .jpg or .png.",
    )


def _broken(name):
    return Unfit(
        f"Attēls “{name}” ir bojāts un līdz galam nav atverams; ielieciet to vēlreiz vai ņemiet citu.",
        f"The picture “{name}” is damaged and cannot be opened to its end; upload it again or take another.",
    )


def _orientation(image):
    return exif(image).get(ExifTags.Base.Orientation)


def _stored(image):
    """Give the size as it lies in the file to which the picture is made smaller, in pixels; never larger."""
    widest, highest = (HIGHEST, WIDEST) if _orientation(image) in _ACROSS else (WIDEST, HIGHEST)
    scale = min(1, widest / image.width, highest / image.height)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def _shown(image, stored):
    return stored[::-1] if _orientation(image) in _ACROSS else stored


def _in_srgb(image):
    """Give a loaded picture in the colours of screens, eight bits each: one of `_MODES`."""
    icc = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):  # sixteen bits of grey, of which the upper eight are seen
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "P" and icc:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if icc and image.mode in ("RGB", "RGBA", "CMYK"):
        image = _by_profile(image, icc)
    if image.mode not in _MODES:
        image = image.convert("RGBA" if image.mode in ("PA", "La", "RGBa") else "RGB")
    return image


def _by_profile(image, icc):
    """Give a picture whose colours were those of a profile; one that cannot be read is as if there were none."""
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _fitted(image, stored):
    """Give a picture in the size that it has in the site before it is turned."""
    if image.size == stored:
        return image
    if image.mode in ("1", "P") or "transparency" in image.info:
        image = image.convert("RGBA" if "transparency" in image.info else "L" if image.mode == "1" else "RGB")
    return image.resize(stored, Image.Resampling.LANCZOS)


def _png(image):
    """Give a PNG; one that is heavy is no drawing but a photograph, for which 256 colours do."""
    content = _saved(image, "PNG")
    if len(content) > HEAVY and image.mode in ("RGB", "RGBA"):
        method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
        content = min(content, _saved(image.quantize(256, method), "PNG"), key=len)
    return content


def _saved(image: Image.Image, form: str, **how: Any) -> bytes:
    target = BytesIO()
    image.save(target, form, quality=QUALITY, optimize=True, **how)
    return target.getvalue()
