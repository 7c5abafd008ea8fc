"""A file that somebody sends, as far as it can be one of Excel or Word: bounded, and without what programs need."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from macros.words.problems import Reason, Sentences


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is, and is saved as, in both languages; its old ending; what of it is read, how much."""

    called: Sentences
    saved: Sentences
    old: str
    marked: bytes
    """What the list of its parts calls the first of them."""
    parts: re.Pattern[str]
    largest: int
    """Bytes of the file."""
    largest_inside: int
    """Bytes of the parts that are read, unpacked."""


WORKBOOK = Kind(
    ("Excel darbgrāmata", "an Excel workbook"),
    ("Saglabājiet to kā Excel darbgrāmatu (.xlsx).", "Save it as an Excel workbook (.xlsx)."),
    ".xls",
    b"spreadsheetml.sheet.main+xml",
    re.compile(r".*\.(?:xml|rels)"),
    3_000_000,  # a real one has about 100 000
    20_000_000,  # 700 000
)
WORD = Kind(
    ("Word dokuments", "a Word document"),
    ("Saglabājiet to kā Word dokumentu (.docx).", "Save it as a Word document (.docx)."),
    ".doc",
    b"wordprocessingml.document.main+xml",
    re.compile(r".*\.(?:xml|rels)|word/media/[^/]+"),
    25_000_000,  # with photographs; GitHub takes no larger one
    60_000_000,
)
MOST_PARTS = 300
_MACROS = re.compile(rb"macroEnabled|vbaProject|xlm", re.IGNORECASE)
_ENCODED = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)


class Refused(Reason):
    """Raised where a file is not taken."""


def unzipped(content: bytes, kind: Kind) -> BytesIO:
    """Give a file of a kind, packed anew from the parts that are read of it. Raises `Refused`."""
    (saved, saved_en), most = kind.saved, kind.largest // 1_000_000
    another = f"Šis fails nav {kind.called[0]}. {saved}", f"This is not {kind.called[1]}. {saved_en}"
    if len(content) > kind.largest:
        raise Refused(
            f"Fails ir lielāks par {most} MB; tik lielu neņem.",
            f"The file is larger than {most} MB; files that large are not taken.",
        )
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            f"Fails ir vecajā {kind.old} formātā vai aizsargāts ar paroli. Noņemiet paroli. {saved}",
            f"The file is in the old {kind.old} format or has a password. Remove the password. {saved_en}",
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as given:
            parts = _parts(given, kind)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 – a stranger's file may break zipfile in any way
        if content.startswith(b"PK"):
            lv, en = "Fails ir bojāts: to nevar atvērt.", "The file is damaged: it cannot be opened."
            raise Refused(f"{lv} {saved}", f"{en} {saved_en}") from None
        raise Refused(*another) from None
    listed = parts.get("[Content_Types].xml", b"")
    if _MACROS.search(listed):
        raise Refused(
            f"Failā ir makrokomandas, tāpēc to neņem. {saved}", f"The file has macros, so it is not taken. {saved_en}"
        )
    if kind.marked not in listed:
        raise Refused(*another)
    return packed(parts)


def _parts(given, kind):
    """Give what is read of a file, by name, as far as the bounds allow."""
    too_much = (
        "Failā ir pārāk daudz datu; vai tas tiešām ir ziņojumam?",
        "There is too much in the file; is it really for the report?",
    )
    entries = given.infolist()
    if len(entries) > MOST_PARTS:
        raise Refused(*too_much)
    parts, left = {}, kind.largest_inside
    for entry in entries:
        if "vbaproject" in entry.filename.lower():
            parts["[Content_Types].xml"] = b"vbaProject"
            break
        if not kind.parts.fullmatch(entry.filename):
            continue
        with given.open(entry) as part:
            content = part.read(left + 1)  # what an entry says of its own size is not believed
        left -= len(content)
        if left < 0:
            raise Refused(*too_much)
        is_xml = entry.filename.endswith((".xml", ".rels"))
        if is_xml and (
            b"<!DOCTYPE" in content or b"<!ENTITY" in content or _ENCODED.match(content) or b"\0" in content
        ):
            saved, saved_en = kind.saved
            raise Refused(
                f"Failā ir kas neparasts, tāpēc to neņem. {saved}",
                f"There is something unusual in the file, so it is not taken. {saved_en}",
            )
        parts[entry.filename] = content
    return parts


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Give a file of parts, by name."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    file.seek(0)
    return file
