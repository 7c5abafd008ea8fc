"""A built PDF beside a later version of itself: what is no longer as it was built.

Signing needs a form with a field, a page that holds the field, and a few keys of the catalogue. All else must be the
same, object by object; a picture of a signature may stand on a page, but not in place of it.
"""

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from macros.data.schema import LANGUAGES, Text
from macros.paper.verify.described import content, described

# What signing may set in the catalogue; of these, the form and what the file says of itself are looked at.
CATALOGUE = {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms", "/Version"}
FORM = {"/DA", "/DR", "/Fields", "/NeedAppearances", "/Q", "/SigFlags"}  # no /XFA: it is shown in place of the pages
FIELD = {
    *("/AP", "/AS", "/DA", "/DR", "/DV", "/F", "/FT", "/Ff", "/Kids", "/Lock", "/M", "/MK", "/NM"),
    *("/P", "/Parent", "/Q", "/Rect", "/SV", "/Subtype", "/T", "/TM", "/TU", "/Type", "/V"),
}  # no actions, and no border, which may be as wide as a page
PINNED = 8 | 16  # flags of a picture that does not grow or turn with its page, and so leaves its rectangle
INFO = {"/ModDate", "/Producer"}  # when and with what: signers write it, and it says nothing of the report
LARGEST = 0.25  # the share of a page that pictures of signatures may take; a usual one takes 0.03
TOLERANCE = 0.001  # points; some signers write the numbers of a page again, rounded
MANY = 1000  # fields of a form, bytes of a picture that draws nothing

ORDER = Text(lv="mainīta lappušu kārtība vai skaits", en="the order or number of pages was changed")
INNER = Text(lv="mainīta dokumenta iekšējā uzbūve", en="the inner structure of the document was changed")
FORMS = Text(lv="pievienota veidlapa", en="a form was added")
ABOUT = Text(
    lv="mainīts dokumenta apraksts (nosaukums, autors)",
    en="the description of the document (title, author) was changed",
)
CONTENT = Text(lv="mainīts saturs", en="the content was changed")
NOTES = Text(
    lv="mainītas saites vai piezīmes (drīkst pievienot tikai parakstus)",
    en="links or notes were changed (only signatures may be added)",
)
COVERED = Text(
    lv="paraksta attēls aizņem vairāk nekā ceturtdaļu lappuses",
    en="the picture of a signature takes more than a quarter of the page",
)


@dataclass(frozen=True)
class Compared:
    """What is no longer as built, the pages with the picture of a signature, and each signature: span and value."""

    changes: set[Text]
    visible: set[int]
    signatures: list[tuple[tuple[int, ...], bytes]]


def compared(before: pikepdf.Pdf, after: pikepdf.Pdf, tail: bytes) -> Compared:
    """Compare two open PDFs; `tail` are the bytes that the later one adds.

    Raises what pikepdf and Python raise where `after` has a shape that no signer writes.
    """
    fields = _fields(after.Root.get("/AcroForm", Dictionary()))
    on_pages, visible = _pages(before, after)
    changes = _document(before, after) | _form(after, fields) | on_pages | _objects(before, after, tail)
    values = [value for field in fields if (value := field.get("/V")) is not None]
    signatures = [
        (tuple(map(int, value.ByteRange)), bytes(value.Contents))
        for value in values
        if value.get("/Type") != Name.DocTimeStamp
    ]
    return Compared(changes, visible, signatures)


def pages_named(numbers: Collection[int], language: str) -> str:
    """Write page numbers: `3. lappuse`, `1.–4., 7. lappuse`; `page 3`, `pages 1–4, 7`."""
    dot = "." if language == "lv" else ""
    runs = []
    for _, run in itertools.groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0]):
        first, *rest = (f"{number}{dot}" for _, number in run)
        runs.append(f"{first}–{rest[-1]}" if rest else first)
    listed = ", ".join(runs)
    return f"{listed} lappuse" if language == "lv" else f"page{'s' if len(numbers) > 1 else ''} {listed}"


def _document(before, after):
    """The catalogue and what it says of the document are as built, but for what signing needs."""
    changes = set()
    if before.Root.objgen != after.Root.objgen:
        changes.add(ORDER)
    for key in _differing(before.Root, after.Root, CATALOGUE):
        lv, en = f"mainīts dokumenta iestatījums {key}", f"the document’s setting {key} was changed"
        changes.add(Text(lv=lv, en=en))
    info, info_after = (pdf.trailer.get("/Info", Dictionary()) for pdf in (before, after))
    said = (described(pdf.Root.get("/Metadata")) for pdf in (before, after))
    if _differing(info, info_after, INFO) or next(said) != next(said):
        changes.add(ABOUT)
    return changes


def _fields(form):
    """All fields of a form, those within others too."""
    fields = list(form.get("/Fields", []))
    for field in fields:
        fields += field.get("/Kids", [])  # the list grows while it is read
        if len(fields) > MANY:
            raise ValueError(len(fields))
    return fields


def _form(after, fields):
    """The form holds fields for signatures and nothing else."""
    others = [field for field in fields if _inherited(field, "/FT") != Name.Sig and "/Kids" not in field]
    return {FORMS} if others or set(after.Root.get("/AcroForm", Dictionary()).keys()) - FORM else set()


def _pages(before, after):
    """Pages have gained nothing but signatures, and those leave them readable; give also which pages show one."""
    found: dict[Text, set[int]] = {CONTENT: set(), NOTES: set(), COVERED: set()}
    visible = set()
    for number, page in enumerate(before.pages, 1):
        old, new = page.obj, after.get_object(page.obj.objgen)
        if not isinstance(new, Dictionary) or _differing(old, new, {"/Annots"}):
            found[CONTENT].add(number)
            continue
        kept = [_written(each, resolved=False) for each in old.get("/Annots", [])]
        gained = [each for each in new.get("/Annots", []) if _written(each, resolved=False) not in kept]
        still = [name for each in new.get("/Annots", []) if (name := _written(each, resolved=False)) in kept]
        if still != kept or not all(map(_is_signature, gained)):
            found[NOTES].add(number)
            continue
        area = sum(_area(each.Rect) for each in gained)
        if area:
            visible.add(number)
        if area > LARGEST * _area(page.mediabox):
            found[COVERED].add(number)
    return _told(found), visible


def _objects(before, after, tail):
    """All other objects are as they were built, and none is written anew, in whatever way a program may find it."""
    annotations = [page.obj.get("/Annots") for page in before.pages]
    looked_at = [before.Root, before.Root.get("/Metadata"), before.trailer.get("/Info"), *annotations]
    free = {each.objgen[0] for each in looked_at if each is not None} | {page.obj.objgen[0] for page in before.pages}
    anew = {int(match[1]) for match in re.finditer(rb"(?<!\d)0*(\d{1,9})[\s\0]+\d+[\s\0]+obj\b", tail)}
    altered = {
        number
        for number in set(range(1, int(before.trailer.Size))) - free
        if number in anew or _written(before.get_object((number, 0))) != _written(after.get_object((number, 0)))
    }
    homes = _homes(before) if altered else {}
    tree = before.Root.Pages.objgen[0]
    changes = {ORDER if number == tree else INNER for number in altered - homes.keys()}
    return changes | _told({CONTENT: set().union(*(homes[number] for number in altered & homes.keys()))})


def _told(found):
    """Give sentences for what was found on which pages."""
    return {
        Text(**{language: f"{what.in_(language)}: {pages_named(pages, language)}" for language in LANGUAGES})
        for what, pages in found.items()
        if pages
    }


def _written(thing, *, resolved=True):
    """Give an object as it is written, so that two can be compared; other objects that it names stay names."""
    if not isinstance(thing, pikepdf.Object):
        return repr(thing).encode()  # numbers and truth values
    if resolved and isinstance(thing, Stream):
        return thing.stream_dict.unparse(resolved=True) + b"\n" + thing.read_raw_bytes()
    return thing.unparse(resolved=resolved)


def _differing(before, after, free):
    """Give the keys, but for those that are free, under which two dictionaries differ."""
    return {
        key
        for key in (set(before.keys()) | set(after.keys())) - free
        if not _alike(*(_written(each.get(key), resolved=False) for each in (before, after)))
    }


def _alike(before, after):
    pairs = itertools.zip_longest(before.split(), after.split(), fillvalue=b"")
    return before == after or all(one == other or _near(one, other) for one, other in pairs)


def _near(*written):
    # pydyf 0.13 writes some whole numbers with a point, “356.”, and programs that sign write them without.
    numbers = [float(each) for each in written if re.fullmatch(rb"-?(\d+\.?\d*|\.\d+)", each)]
    return len(numbers) == len(written) and abs(numbers[0] - numbers[1]) < TOLERANCE


def _inherited(field, key):
    for _ in range(8):
        if key in field or "/Parent" not in field:
            break
        field = field.Parent
    return field.get(key)


def _is_signature(thing):
    """Tell whether an annotation is a field for a signature that stays within its rectangle and does nothing."""
    if not isinstance(thing, Dictionary) or set(thing.keys()) - FIELD or thing.get("/Subtype") != Name.Widget:
        return False
    own = _inherited(thing, "/FT") == Name.Sig and not int(thing.get("/F", 0)) & PINNED
    return own and bool(_area(thing.Rect) or _blank(thing.get("/AP", Dictionary())))


def _area(box):
    left, bottom, right, top = map(float, box)
    return abs((right - left) * (top - bottom))


def _blank(appearance):
    """Tell whether an appearance draws nothing: programs differ in what they do with one in an empty rectangle."""
    drawn = content(appearance.N, MANY) if set(appearance.keys()) == {"/N"} else None if appearance.keys() else b""
    return drawn is not None and not re.sub(rb"%[^\r\n]*|\s", b"", drawn)


def _homes(pdf):
    """Give the pages that show an object, by its number."""
    homes: dict[int, set[int]] = {}
    for number, page in enumerate(pdf.pages, 1):
        todo = [page.obj.get(key) for key in ("/Contents", "/Resources", "/Annots")]
        while todo:
            thing = todo.pop()
            if not isinstance(thing, pikepdf.Object):
                continue
            if thing.is_indirect:
                if number in homes.setdefault(thing.objgen[0], set()):
                    continue
                homes[thing.objgen[0]].add(number)
            if isinstance(thing, Array):
                todo += list(thing)
            elif isinstance(thing, Dictionary | Stream):
                todo += [value for key, value in thing.items() if key not in ("/A", "/Dest", "/P", "/Parent")]
    return homes
