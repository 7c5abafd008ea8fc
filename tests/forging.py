"""What can be done to a PDF after it was signed: each changes an opened document, and gives the objects to write."""

from pikepdf import Array, Dictionary, Name, Stream, String
from signing import BOX, other_words


def another_content(document):
    """The page calls for another content stream."""
    document.pages[1].obj.Contents = document.make_indirect(Stream(document, b"BT (97) Tj ET"))
    return [document.pages[1].obj, document.pages[1].obj.Contents]


def font(document):
    """Another font in place of the one that the words are set in."""
    found = document.pages[0].obj.Resources.Font.F1
    found.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([52, Name.nine]))
    return [found]


def size(document):
    """A page that is cut off."""
    document.pages[0].obj.CropBox = Array([0, 0, 100, 100])
    return [document.pages[0].obj]


def action_of_a_page(document):
    """Something that happens when the page opens."""
    document.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.URI, URI="https://x.example/"))
    return [document.pages[0].obj]


def link(document):
    """A link that leads elsewhere."""
    found = document.pages[1].obj.Annots[0]
    found.A.URI = String("https://x.example/")
    return [found]


def gone(document):
    """A link that is no longer there."""
    document.pages[1].obj.Annots = Array([])
    return [document.pages[1].obj]


def fewer_pages(document):
    """A page that is left out."""
    document.Root.Pages.Kids = Array([document.pages[1].obj])
    document.Root.Pages.Count = 1
    return [document.Root.Pages]


def note(document, page=1, **keys):
    """An annotation that covers words."""
    keys = {"Subtype": Name.FreeText, "Rect": [72, 690, 200, 720], **keys}
    new = document.make_indirect(Dictionary(Type=Name.Annot, **keys))
    found = document.pages[page].obj
    found.Annots = Array([*found.get("/Annots", []), new])
    return [found, new]


def widget(document, **keys):
    """A field for a signature on the first page, with further keys."""
    keys = {"Subtype": Name.Widget, "FT": Name.Sig, "T": "X", "Rect": [0, 0, 0, 0], **keys}
    return note(document, 0, **keys)


def listed(document, **keys):
    """A field for a signature on the first page, with further keys, that the form lists as signers list theirs."""
    page, new = widget(document, **keys)
    form = document.Root.get("/AcroForm", Dictionary(Fields=Array([])))
    form.Fields = Array([*form.Fields, new])
    document.Root.AcroForm = form
    return [page, new, form if form.is_indirect else document.Root]


def drawing(document):
    """An appearance that draws over its page."""
    form = Stream(document, b"1 g 0 0 595 842 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
    return Dictionary(N=document.make_indirect(form))


def drawn_outside(document):
    """A signature whose rectangle is empty but which draws."""
    appearance = drawing(document)
    return [*widget(document, AP=appearance), appearance.N]


def listed_and_drawn_outside(document):
    """A signature of the form whose rectangle is empty but which draws."""
    appearance = drawing(document)
    return [*listed(document, AP=appearance), appearance.N]


def field(document):
    """A form with a field that is not for a signature."""
    new = document.make_indirect(Dictionary(FT=Name.Tx, T="X", MaxLen=2))
    document.Root.AcroForm = Dictionary(Fields=Array([new]))
    return [document.Root, new]


def dynamic_form(document):
    """A form that readers show in place of the pages."""
    document.Root.AcroForm.XFA = String("<xdp/>")
    return [document.Root.AcroForm if document.Root.AcroForm.is_indirect else document.Root]


def setting(key, value):
    """Give an attack that sets a key of the catalogue."""

    def change(document):
        document.Root[key] = value
        return [document.Root]

    return change


def title(document):
    """Another title."""
    document.trailer.Info.Title = String("Cits")
    return [document.trailer.Info]


def edition(document):
    """Another edition in the XMP."""
    xmp = document.Root.Metadata
    xmp.write(xmp.read_bytes().replace(b"0123456789ab", b"ffffffffffff"))
    return [xmp]


CHANGES = [
    (other_words, "mainīts saturs: 2. lappuse"),
    (another_content, "mainīts saturs: 2. lappuse"),
    (font, "mainīts saturs: 1.–2. lappuse"),
    (size, "mainīts saturs: 1. lappuse"),
    (action_of_a_page, "mainīts saturs: 1. lappuse"),
    (link, "mainīts saturs: 2. lappuse"),
    (gone, "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 2. lappuse"),
    (fewer_pages, "mainīta lappušu kārtība vai skaits"),
    (note, "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 2. lappuse"),
    (
        lambda document: note(document, FT=Name.Sig, T="X"),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 2. lappuse",
    ),
    (
        lambda document: note(document, Subtype=Name.Stamp),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 2. lappuse",
    ),
    (
        lambda document: widget(document, A=Dictionary(S=Name.Hide)),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: widget(document, F=8, Rect=BOX),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: widget(document, FT=Name.Btn),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: listed(document, A=Dictionary(S=Name.Hide)),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: listed(document, AA=Dictionary(E=Dictionary(S=Name.JavaScript, JS=""))),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: listed(document, F=8, Rect=BOX),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (
        lambda document: listed(document, Border=[0, 0, 800], Rect=BOX),
        "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse",
    ),
    (drawn_outside, "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse"),
    (listed_and_drawn_outside, "mainītas saites vai piezīmes (drīkst pievienot tikai parakstus): 1. lappuse"),
    (
        lambda document: widget(document, Rect=[0, 0, 595, 842]),
        "paraksta attēls aizņem vairāk nekā ceturtdaļu lappuses: 1. lappuse",
    ),
    (
        lambda document: listed(document, Rect=[0, 0, 595, 842]),
        "paraksta attēls aizņem vairāk nekā ceturtdaļu lappuses: 1. lappuse",
    ),
    (field, "pievienota veidlapa"),
    (dynamic_form, "pievienota veidlapa"),
    (setting("/OCProperties", Dictionary(D=Dictionary())), "mainīts dokumenta iestatījums /OCProperties"),
    (setting("/Names", Dictionary(EmbeddedFiles=Dictionary())), "mainīts dokumenta iestatījums /Names"),
    (setting("/OpenAction", Dictionary(S=Name.JavaScript, JS="")), "mainīts dokumenta iestatījums /OpenAction"),
    (setting("/AA", Dictionary()), "mainīts dokumenta iestatījums /AA"),
    (setting("/MarkInfo", Dictionary(Marked=False)), "mainīts dokumenta iestatījums /MarkInfo"),
    (title, "mainīts dokumenta apraksts (nosaukums, autors)"),
    (edition, "mainīts dokumenta apraksts (nosaukums, autors)"),
]
"""Each change, with what is said of it."""
