"""A file that somebody sends, as far as it can be a workbook: bounded, and without what only a program would need."""

import io
import re
import zipfile

LARGEST_FILE = 3_000_000
"""Bytes of a file that is taken; a real workbook has about 100 000."""
LARGEST_INSIDE = 20_000_000
"""Bytes of all that is in it, unpacked; a real workbook has about 700 000."""
MOST_ENTRIES = 300
_WORKBOOK = b"spreadsheetml.sheet.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject|xlm", re.IGNORECASE)
_ENCODED = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_FORM = ("Saglabājiet to kā Excel darbgrāmatu (.xlsx).", "Save it as an Excel workbook (.xlsx).")


class Refused(Exception):  # noqa: N818 – it is of the person, not of the program
    """Raised where a file is not taken; holds the two sentences that say why."""

    def __init__(self, lv: str, en: str) -> None:
        """Keep the two sentences."""
        self.sentences = lv, en
        super().__init__(en)


def unzipped(content: bytes) -> io.BytesIO:
    """Give the workbook in a file, packed anew from the parts that are read of it. Raises `Refused`."""
    if len(content) > LARGEST_FILE:
        raise Refused(
            f"Fails ir lielāks par {LARGEST_FILE // 1_000_000} MB; tik lielas ziņojuma tabulas nav.",
            f"The file has more than {LARGEST_FILE // 1_000_000} MB; no spreadsheet of the report is that large.",
        )
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = _parts(packed)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 – a stranger's file may break zipfile in any way
        raise Refused(
            "Fails ir bojāts: to nevar atvērt. " + _FORM[0], "The file is damaged: it cannot be opened. " + _FORM[1]
        ) from None
    kinds = parts.get("[Content_Types].xml", b"")
    if _MACROS.search(kinds) or any("vbaproject" in name.lower() for name in parts):
        raise Refused(
            "Failā ir makrosi, tāpēc to neņem. " + _FORM[0], "The file holds macros, so it is not taken. " + _FORM[1]
        )
    if _WORKBOOK not in kinds:
        raise Refused("Šis fails nav Excel darbgrāmata. " + _FORM[0], "This is no Excel workbook. " + _FORM[1])
    return _packed(parts)


def _refuse_other_kinds(content):
    """Refuse what is no zip file."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "Fails ir vecajā .xls formātā vai aizsargāts ar paroli. Noņemiet paroli. " + _FORM[0],
            "The file has the old format .xls or a password. Remove the password. " + _FORM[1],
        )
    if not content.startswith(b"PK"):
        raise Refused("Šis fails nav Excel darbgrāmata. " + _FORM[0], "This is no Excel workbook. " + _FORM[1])


def _parts(packed):
    """Give what is in a file, by name, as far as the bounds allow."""
    entries = packed.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise Refused(*_TOO_MUCH)
    parts, left = {}, LARGEST_INSIDE
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")) or "vbaproject" in entry.filename.lower():
            with packed.open(entry) as part:
                content = part.read(left + 1)  # what an entry says of its own size is not believed
            left -= len(content)
            if left < 0:
                raise Refused(*_TOO_MUCH)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content or _ENCODED.match(content) or b"\x00" in content:
                raise Refused(
                    "Failā ir kas tāds, kā Excel darbgrāmatā nemēdz būt. " + _FORM[0],
                    "The file holds what no Excel workbook has. " + _FORM[1],
                )
            parts[entry.filename] = content
    return parts


_TOO_MUCH = (
    "Failā ir pārāk daudz kā; vai tā tiešām ir ziņojuma tabula?",
    "There is too much in the file; is it really a spreadsheet of the report?",
)


def _packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    file.seek(0)
    return file
