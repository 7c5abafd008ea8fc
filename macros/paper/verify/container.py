"""The PDFs in an eDoc or ASiC-E container (ETSI EN 319 162-1) and how many of its signatures cover each.

A container is a ZIP: the documents, and XAdES signatures in META-INF that name each document with its digest.
"""

import base64
import hashlib
import io
import struct
import urllib.parse
import zipfile
import zlib
from dataclasses import dataclass
from fnmatch import fnmatchcase

from macros.paper.verify.described import parsed
from macros.words.problems import Problem, Problems

MIMETYPE = "application/vnd.etsi.asic-e+zip"
LARGEST = 200_000_000  # bytes of a file, and of all entries of a container together
MANY = 1000  # entries
DS = "{http://www.w3.org/2000/09/xmldsig#}"
DIGESTS = {
    "http://www.w3.org/2001/04/xmlenc#sha256": hashlib.sha256,
    "http://www.w3.org/2001/04/xmldsig-more#sha384": hashlib.sha384,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashlib.sha512,
}
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, LookupError)


@dataclass(frozen=True)
class Entry:
    """A PDF in a container: its name there, its bytes and how many signatures of the container cover them."""

    name: str
    data: bytes
    signatures: int


@dataclass(frozen=True)
class Container:
    """The PDFs of a container, and whether it says that it is an ASiC-E."""

    entries: tuple[Entry, ...]
    regular: bool


def read_container(data: bytes, name: str) -> Container:
    """Read a container from its bytes; `name` is for messages. Raises Problems where it cannot be read safely."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reason = _unsafe(archive, data)
            held = {} if reason else {each.filename: archive.read(each) for each in archive.infolist()}
    except BROKEN:
        reason = "tas ir bojāts", "it is damaged"
    if reason:
        lv, en = reason
        lv, en = (f"Failu nevar droši lasīt: {lv}.", f"The file cannot be read safely: {en}.")
        again = "Paņemiet citu kopiju vai parakstiet vēlreiz.", "Take another copy, or sign again."
        raise Problems([Problem(name, 0, f"{lv} {again[0]}", f"{en} {again[1]}")])
    signed = [names for each in held if _is_signature(each) for names in _covered(held[each], held)]
    entries = tuple(
        Entry(each, content, sum(each in names for names in signed))
        for each, content in held.items()
        if content.startswith(b"%PDF-")
    )
    return Container(entries, next(iter(held), "") == "mimetype" and held["mimetype"].strip() == MIMETYPE.encode())


def _unsafe(archive, data):
    """Give why not to unpack a container, in both languages, or nothing."""
    listed = archive.infolist()
    if len(listed) > MANY or sum(each.file_size for each in listed) > LARGEST:
        return "tas ir pārāk liels", "it is too large"
    if any(each.flag_bits & 1 for each in listed):
        return "tas ir aizsargāts ar paroli", "it is protected by a password"
    if any(each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for each in listed):
        return "tas ir saspiests neparastā veidā", "it is compressed in an unusual way"
    if len({each.filename for each in listed}) < len(listed):
        return "tajā ir divi faili ar vienādu nosaukumu", "it holds two files with the same name"
    if _hidden(archive, data):
        return "tajā ir slēptas daļas, vai tas ir bojāts", "it has hidden parts or is damaged"
    return None


def _hidden(archive, data):
    """Tell whether bytes lie between entries: a program that does not ask the ZIP's list could take them for one."""
    position, gaps = 0, {0}
    for each in sorted(archive.infolist(), key=lambda each: each.header_offset):
        if each.header_offset - position not in gaps:
            return True
        lengths = struct.unpack_from("<HH", data, each.header_offset + 26)  # of its name and of further fields
        position = each.header_offset + 30 + sum(lengths) + each.compress_size
        gaps = {12, 16, 20, 24} if each.flag_bits & 8 else {0}  # sizes and checksum may follow
    return archive.start_dir - position not in gaps


def _is_signature(name):
    return fnmatchcase(name.lower(), "meta-inf/*signatures*.xml")


def _covered(xml, held):
    """Give for each signature in the XML the names of the files whose digest it states as it is."""
    try:
        root = parsed(xml)
    except ValueError:
        return []
    digests: dict[tuple[str, object], str] = {}
    signatures = []
    for signature in [root] if root.tag == f"{DS}Signature" else root.iterfind(f"{DS}Signature"):  # none within another
        names = set()
        for reference in signature.iterfind(f"{DS}SignedInfo/{DS}Reference"):
            name = urllib.parse.unquote(reference.get("URI", ""))
            method = reference.find(f"{DS}DigestMethod")
            wanted = "".join(reference.findtext(f"{DS}DigestValue", "").split())
            digest = DIGESTS.get("" if method is None else method.get("Algorithm", ""))
            if digest and name in held:
                key = (name, digest)
                digests[key] = digests.get(key) or base64.b64encode(digest(held[name]).digest()).decode()
                names |= {name} if digests[key] == wanted else set()
        signatures.append(names)
    return signatures
