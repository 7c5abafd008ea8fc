"""What a picture's file tells beside the picture: Exif, XMP, comments. None of it gets onto the site."""

import re

from PIL import ExifTags, Image

_TAG, _IFD = ExifTags.Base, ExifTags.IFD
_CAMERA = (_TAG.Make, _TAG.Model, _TAG.MakerNote, _TAG.BodySerialNumber, _TAG.LensSerialNumber, _TAG.CameraOwnerName)
_TIME = (_TAG.DateTime, _TAG.DateTimeOriginal, _TAG.DateTimeDigitized)
_WORDS = (_TAG.ImageDescription, _TAG.Artist, _TAG.Copyright, _TAG.UserComment, _TAG.XPComment, _TAG.XPAuthor)
_PNG_WORDS = {"author", "comment", "copyright", "description", "source", "title"}
_XMP_PLACE = re.compile(rb"GPSL(?:at|ong)itude|:City\b|:Sublocation\b|:LocationCreated\b|:LocationShown\b")
_XMP_WORDS = re.compile(rb"dc:(?:creator|description|title|subject|rights)\b|PersonInImage\b")


def exif(image: Image.Image) -> Image.Exif:
    """Give Exif's data, empty where they cannot be read: they are of no importance to the picture."""
    try:
        return image.getexif()
    except Exception:  # noqa: BLE001 – what Pillow raises here is of many kinds
        return Image.Exif()


def told(image: Image.Image) -> set[str]:
    """Give which of `picture.TOLD` a loaded picture's file tells."""
    try:
        return {*_in_exif(exif(image)), *_in_words(image)}
    except Exception:  # noqa: BLE001 – what Pillow raises where Exif is broken is of many kinds
        return {"words"}


def _in_exif(data):
    inner = {**data, **data.get_ifd(_IFD.Exif)}
    if data.get_ifd(_IFD.GPSInfo):
        yield "place"
    if data.get_ifd(_IFD.IFD1):
        yield "thumbnail"
    for kind, tags in (("camera", _CAMERA), ("time", _TIME), ("words", _WORDS)):
        if any(inner.get(tag) for tag in tags):
            yield kind


def _in_words(image):
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    xmp = xmp.encode() if isinstance(xmp, str) else xmp
    if _XMP_PLACE.search(xmp):
        yield "place"
    if image.format == "MPO":
        yield "thumbnail"
    typed = {str(key).lower() for key in getattr(image, "text", {})}
    if image.info.get("comment") or image.info.get("photoshop") or typed & _PNG_WORDS or _XMP_WORDS.search(xmp):
        yield "words"
