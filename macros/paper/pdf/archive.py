"""What lets a PDF be filed for good: PDF/A-3 and PDF/UA-1 in one file, with the year's data inside it.

ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1). WeasyPrint writes the colour profile and the flags of
links; what both standards want of the metadata is written here, as it knows only one of them at a time.
"""

from lxml import etree
from lxml.builder import ElementMaker
from pikepdf import Array, AttachedFileSpec, Name, Pdf, Stream

from macros.paper.document import Attachment, Description

NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def archive(pdf: Pdf, description: Description, attachment: Attachment) -> None:
    """Give the open `pdf` its metadata, in XMP and in the older dictionary, and the attachment."""
    for image in pdf.objects:
        if isinstance(image, Stream) and image.get("/Subtype") == Name.Image:
            image.Interpolate = False  # WeasyPrint 70 sets it, ISO 19005-3, 6.2.8.3, forbids it
    info = {"/Title": description.title, "/Author": description.author, "/Subject": description.description}
    if description.date:
        info["/CreationDate"] = "D:" + description.date.replace("-", "")
    for key in set(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in info.items():
        pdf.docinfo[key] = value
    pdf.Root.Metadata = pdf.make_stream(_xmp(description), Type=Name.Metadata, Subtype=Name.XML)
    spec = AttachedFileSpec(
        pdf,
        attachment.content,
        filename=attachment.name,
        description=attachment.description,
        mime_type="application/json",
        relationship=Name.Data,
        mod_date=info.get("/CreationDate", ""),
    )
    pdf.attachments[attachment.name] = spec
    pdf.Root.AF = Array([spec.obj])


def _xmp(description):
    make = {prefix: ElementMaker(namespace=uri, nsmap=NAMESPACES) for prefix, uri in NAMESPACES.items()}
    rdf, dc, language = make["rdf"], make["dc"], description.edition.language

    def one_language(words):
        return rdf.Alt(rdf.li(words, {_LANG: "x-default"}), rdf.li(words, {_LANG: language}))

    def resource(*properties):
        return rdf.li({f"{{{NAMESPACES['rdf']}}}parseType": "Resource"}, *properties)

    about = rdf.Description(
        {f"{{{NAMESPACES['rdf']}}}about": ""},
        make["pdfaid"].part("3"),
        make["pdfaid"].conformance("A"),
        make["pdfuaid"].part("1"),
        dc.title(one_language(description.title)),
        dc.creator(rdf.Seq(rdf.li(description.author))),
        dc.description(one_language(description.description)),
        dc.language(rdf.Bag(rdf.li(language))),
        dc.identifier(str(description.edition)),
        *([make["xmp"].CreateDate(description.date)] if description.date else []),
        # PDF/A knows nothing of PDF/UA and wants every property it does not know described (ISO 19005-3, 6.6.2.3).
        make["pdfaExtension"].schemas(
            rdf.Bag(
                resource(
                    make["pdfaSchema"].schema("PDF/UA identification schema"),
                    make["pdfaSchema"].namespaceURI(NAMESPACES["pdfuaid"]),
                    make["pdfaSchema"].prefix("pdfuaid"),
                    make["pdfaSchema"].property(
                        rdf.Seq(
                            resource(
                                make["pdfaProperty"].name("part"),
                                make["pdfaProperty"].valueType("Integer"),
                                make["pdfaProperty"].category("internal"),
                                make["pdfaProperty"].description("part of ISO 14289 that the file conforms to"),
                            )
                        )
                    ),
                )
            )
        ),
    )
    packet = etree.tostring(make["x"].xmpmeta(rdf.RDF(about)), encoding="utf-8", pretty_print=True)
    # The mark at the head is the byte order mark and the fixed number that XMP begins with (ISO 16684-1, 7.3).
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode()
    return begin + packet + b'<?xpacket end="r"?>'
