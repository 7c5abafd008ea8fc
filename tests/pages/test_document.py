"""PDFs beside the pages: none that acts by itself, is locked or broken is attached."""

import zlib

import pikepdf
import pytest
from beside import document, pages_with

from macros.pages.document import read_document
from macros.pages.picture import Unfit


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


def calling(pdf):
    """Fetch an address when the PDF is opened."""
    pdf.Root.OpenAction = act("URI", URI="https://x.lv")


def elsewhere(pdf):
    """Lead to a file of the machine."""
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    link.A = act("URI", URI="file:///etc/passwd")
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([link]))


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
        (document(calling), "sākas pati"),
        (document(elsewhere), "atver citu programmu"),
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


def with_objects(contents):
    """Give the bytes of a PDF with compressed streams of objects, one object in each."""
    plain = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    pdf, rows = b"%PDF-1.7\n", [(0, 0, 0)]
    for number, content in enumerate(plain, 1):
        rows.append((1, len(pdf), 0))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    for content in contents:
        number, head = len(rows), b"%d 0 " % (len(rows) + 1)
        packed = zlib.compress(head + content)
        rows += [(1, len(pdf), 0), (2, number, 0)]
        about = b"/Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d" % (len(head), len(packed))
        pdf += b"%d 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (number, about, packed)
    start, number = len(pdf), len(rows)
    table = b"".join(
        kind.to_bytes(1) + at.to_bytes(4) + index.to_bytes(1) for kind, at, index in [*rows, (1, start, 0)]
    )
    about = b"/Type/XRef/Size %d/W[1 4 1]/Root 1 0 R/Length %d" % (number + 1, len(table))
    return pdf + b"%d 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (
        number,
        about,
        table,
        start,
    )


@pytest.mark.parametrize(
    "contents",
    [
        [b"[" + b"0 " * 3_000_000 + b"]"],  # 6 MB of 6 kB
        [b"[" + b"0 " * 900_000 + b"]"] * 4,
        [b"<<" + b"".join(b"/%x 0" % number for number in range(300_000)) + b">>"] * 8,
    ],
)
def test_a_pdf_that_would_fill_the_memory_is_refused(contents):
    """A few kilobytes unpack into millions of objects; no document that somebody saved has as many."""
    with pytest.raises(Unfit, match="damaged"):
        read_document(with_objects(contents), "a.pdf")


def test_a_pdf_with_its_objects_in_streams_is_read():
    """So office programs save them; what acts is found in there, too."""
    read_document(with_objects([b"[0 0]"] * 3), "a.pdf")
    with pytest.raises(Unfit, match="starts another program"):
        read_document(with_objects([b"[0 0]", b"<</S/Launch>>"]), "a.pdf")


def test_a_pdf_that_says_less_than_it_has_is_looked_at_whole():
    """Where it says that there are fewer objects than there are, those that others lead to are found all the same."""
    content = with_objects([b"[0 0]", b"<</S/Launch>>"]).replace(b"[0 0 9 9]>>", b"[0 0 9 9]/A 7 0 R>>")
    assert b"/Size 9" in content
    for said in (content, content.replace(b"/Size 9", b"/Size 4")):
        with pytest.raises(Unfit):
            read_document(said, "a.pdf")


def test_a_pdf_whose_list_of_objects_is_wrong_is_not_mended():
    """To mend it, all that is in it would be read at once."""
    content = with_objects([b"[0 0]"])
    with pytest.raises(Unfit, match="damaged"):
        read_document(content.replace(b"startxref\n", b"startxref\n9"), "a.pdf")
