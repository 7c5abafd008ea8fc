"""Signed and altered PDFs to try `report verify` on, made as signers and forgers make them."""

import base64
import datetime
import hashlib
import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pikepdf import Array, Dictionary, Name, Stream

BOX = (100, 100, 300, 160)  # where a signature that can be seen stands
EDITION = "2024-2025-lv-draft-0123456789ab"
MIMETYPE = "application/vnd.etsi.asic-e+zip"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"


def small_pdf(words="Skaitlis 47", identifier=EDITION, *, shared=False):
    """Give a PDF of two pages with a link, a title and the name of its edition; `shared`: annotations in one object."""
    with pikepdf.Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in (1, 2):
            page = pdf.add_blank_page(page_size=(595.275591, 841.889764))
            page.obj.Contents = Stream(pdf, f"BT /F1 12 Tf 72 700 Td ({words}, {number}) Tj ET".encode())
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        address = Dictionary(S=Name.URI, URI="https://www.jauniba.lv/")
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[72, 690, 200, 720], A=address)
        links = Array([pdf.make_indirect(link)])
        pdf.pages[1].obj.Annots = pdf.make_indirect(links) if shared else links
        pdf.docinfo.Title = "Ziņojums"
        with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["dc:title"] = "Ziņojums"
            if identifier:
                xmp["dc:identifier"] = identifier
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def signer():
    """Give somebody who signs: a new key with a certificate of its own."""
    from asn1crypto import keys  # noqa: PLC0415 – see below
    from asn1crypto import x509 as asn1  # noqa: PLC0415
    from pyhanko.sign import signers  # noqa: PLC0415
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Izdomāta direktore")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(datetime.datetime(2050, 1, 1, tzinfo=datetime.UTC))
        .sign(key, hashes.SHA256())
    )
    der, plain = serialization.Encoding.DER, serialization.NoEncryption()
    return signers.SimpleSigner(
        signing_cert=asn1.Certificate.load(certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(key.private_bytes(der, serialization.PrivateFormat.PKCS8, plain)),
        cert_registry=SimpleCertificateStore(),
    )


def sign(data, who, field="Paraksts", box=None, page=0):
    """Give the PDF signed as PAdES; with `box` the signature can be seen there."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 – it takes a second
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    about = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    place = fields.SigFieldSpec(field, on_page=page, box=box)
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    signing = signers.PdfSigner(about, who, new_field_spec=place).sign_pdf
    with ThreadPoolExecutor(1) as thread:  # it runs a loop, as Playwright may already do in this thread
        return thread.submit(signing, writer).result().getvalue()


def with_certificates(data, who):
    """Give the signed PDF with a document security store, as is added so that a signature can be checked for long."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore  # noqa: PLC0415 – see above

    out = io.BytesIO(data)
    DocumentSecurityStore.add_dss(out, sig_contents=None, certs=[who.signing_cert])
    return out.getvalue()


def altered(data, change):
    """Give the PDF with an update in which the objects that `change(pdf)` gives are written anew."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        bodies = {thing.objgen[0]: _body(thing) for thing in change(pdf)}
    return updated(data, bodies)


def _body(thing):
    if isinstance(thing, Stream):
        raw = thing.read_raw_bytes()
        about = Dictionary({**dict(thing.stream_dict.items()), "/Length": len(raw)})
        return about.unparse(resolved=True) + b"\nstream\n" + raw + b"\nendstream"
    return thing.unparse(resolved=True)


def updated(data, bodies, root=None, generation=0):
    """Give the PDF with these objects (number → body) behind it, and a table of them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        size = max(int(pdf.trailer.Size), *(number + 1 for number in bodies))
        root = root or pdf.trailer.Root.objgen[0]
        info = pdf.trailer.Info.objgen[0]
    before = re.findall(rb"startxref\s+(\d+)", data)[-1]
    out, table = data, b"xref\n"
    for number, body in sorted(bodies.items()):
        table += b"%d 1\n%010d %05d n \n" % (number, len(out), generation)
        out += b"%d %d obj\n%s\nendobj\n" % (number, generation, body)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %s >>\n" % (size, root, info, before)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def other_words(document):
    """Write other words on the second page."""
    document.pages[1].obj.Contents.write(b"BT /F1 12 Tf 72 700 Td (Skaitlis 97) Tj ET")
    return [document.pages[1].obj.Contents]


def signature_xml(files, algorithm=SHA256, name="sha256"):
    """Give XML of the shape of XAdES that states the digest of each file: address → bytes."""
    references = "".join(
        f'<ds:Reference URI="{address}"><ds:DigestMethod Algorithm="{algorithm}"/><ds:DigestValue>'
        f"{base64.b64encode(hashlib.new(name, data).digest()).decode()}</ds:DigestValue></ds:Reference>"
        for address, data in files.items()
    )
    return (
        '<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#">'
        f'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>{references}</ds:SignedInfo>'
        "</ds:Signature></asic:XAdESSignatures>"
    ).encode()


def container(entries, mimetype=MIMETYPE):
    """Give a ZIP of the entries, name → bytes, that says of itself that it is `mimetype`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name, data in entries.items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
