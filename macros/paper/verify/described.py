"""What a PDF says of itself: its XMP, and in it the name of the edition."""

import io
import zlib

import pikepdf
from lxml import etree
from pikepdf import Name, Stream

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
# When and with what a file was last written, and how properties are to be read: signers write it in their own way, and
# it says nothing of the report.
WRITTEN = (
    "{http://www.aiim.org/pdfa/ns/extension/}",
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/xap/1.0/mm/}",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
)
LARGEST = 1_000_000


def content(stream: object, limit: int) -> bytes | None:
    """Give the bytes of a stream, or None where it is none, is packed in an unusual way, or is longer than `limit`."""
    if not isinstance(stream, Stream):
        return None
    raw, packed = stream.read_raw_bytes(), stream.get("/Filter")
    if isinstance(packed, pikepdf.Array) and len(packed) == 1:
        packed = packed[0]
    if packed == Name.FlateDecode and stream.get("/DecodeParms") is None:
        try:
            raw = zlib.decompressobj().decompress(raw, limit + 1)
        except zlib.error:
            return None
    elif packed is not None:
        return None
    return raw if len(raw) <= limit else None


def parsed(data: bytes) -> etree._Element:
    """Give the root of XML bytes that nobody vouches for: no entity, no network; ValueError if it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(data[:100]) from error
    if root.getroottree().docinfo.doctype:
        raise ValueError(root.getroottree().docinfo.doctype)
    return root


def described(metadata: pikepdf.Object | None) -> dict[str, tuple[str, ...]]:
    """Give what XMP tells, without when and with what it was written: the name of each property → its texts."""
    if metadata is None:
        return {}
    data = content(metadata, LARGEST)
    if data is None:
        raise ValueError(metadata)
    told: dict[str, tuple[str, ...]] = {}
    for about in parsed(data).iterfind(f".//{RDF}RDF/{RDF}Description"):
        own = [(name, [value]) for name, value in about.attrib.items() if name != f"{RDF}about"]
        own += [(each.tag, [text.strip() for text in each.itertext() if text.strip()]) for each in about]
        for name, texts in own:
            if not name.startswith(WRITTEN):
                told[name] = told.get(name, ()) + tuple(texts)
    return told


def identifier(data: bytes) -> str:
    """Give the `dc:identifier` that the PDF with these bytes claims, or an empty string."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return "".join(described(pdf.Root.get("/Metadata")).get(IDENTIFIER, ()))
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
        return ""
