"""What a PDF to attach may be: small enough to fetch, whole, without a password, and nothing in it that acts."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from pikepdf.settings import set_qpdf_limits

from macros.pages.picture import Unfit

LARGEST = 10_000_000
"""The largest PDF, in bytes."""
_UNPACKED, MOST_PARTS = 4_000_000, 2_000_000
"""The most bytes that one of its streams of objects may become, and how many parts objects may have that are looked at:
a file of a few kilobytes could fill the memory."""
_ACTS = {
    "/JavaScript": ("skripts", "a script"),
    "/Launch": ("komanda, kas atver citu programmu", "a command that starts another program"),
    "/ImportData": ("komanda, kas ielasa datus", "a command that reads data in"),
    "/SubmitForm": ("veidlapa, kas kaut ko nosūta", "a form that sends something away"),
    "/GoToE": ("pievienots fails", "an attached file"),
    "/EmbeddedFile": ("pievienots fails", "an attached file"),
    "/FileAttachment": ("pievienots fails", "an attached file"),
    "/RichMedia": ("video vai skaņa", "video or sound"),
    "/Movie": ("video vai skaņa", "video or sound"),
    "/Sound": ("video vai skaņa", "video or sound"),
    "/Rendition": ("video vai skaņa", "video or sound"),
    "/3D": ("telpisks modelis", "a model in three dimensions"),
    "/GoToR": ("saite uz citu failu", "a link to another file"),
    "/AA": ("darbība, kas sākas pati", "an action that starts by itself"),
}
"""What an action, an annotation or an object may not be (ISO 32000-1, 12.6 and 12.5.6)."""
_KINDS = ("/S", "/Subtype", "/Type")
_KEYS = {
    **dict.fromkeys(("/JS", "/JavaScript", "/XFA"), "/JavaScript"),
    **dict.fromkeys(("/EmbeddedFiles", "/EF", "/Collection"), "/EmbeddedFile"),
    "/AA": "/AA",
}
"""A key that is enough to know it by."""
_LEADS = re.compile("(?:https?|mailto|tel):", re.IGNORECASE)
"""How an address that a person may follow begins."""


def read_document(content: bytes, name: str) -> None:
    """Look at the bytes of a PDF to attach; `name` is that of the file. Raises Unfit."""
    if len(content) > LARGEST:
        lv = f"PDF “{name}” ir lielāks par {LARGEST // 1_000_000} MB; saglabājiet to mazāku vai sadaliet."
        raise Unfit(lv, f"The PDF “{name}” is larger than {LARGEST // 1_000_000} MB; save it smaller or divide it.")
    if not content.startswith(b"%PDF"):
        lv = f"Fails “{name}” nav PDF, lai gan tā nosaukts; atveriet dokumentu un saglabājiet kā PDF."
        raise Unfit(lv, f"The file “{name}” is not a PDF, though so named; open the document and save it as PDF.")
    before = int(set_qpdf_limits(flate_max_memory=_UNPACKED)["flate_max_memory"])
    try:
        # What is damaged is not mended: for that, all that is in it would be read at once.
        with pikepdf.open(BytesIO(content), suppress_warnings=True, attempt_recovery=False) as pdf:
            pages, acts = len(pdf.pages), min(_acting(pdf), key=[*_ACTS].index, default=None)
            unread = any("decoding stream" in told for told in pdf.get_warnings())  # another reader might read it
    except pikepdf.PasswordError as error:
        lv = f"PDF “{name}” prasa paroli; saglabājiet to bez paroles."
        raise Unfit(lv, f"The PDF “{name}” asks for a password; save it without one.") from error
    except Exception as error:  # what is broken is told in many ways
        raise _broken(name) from error
    finally:
        set_qpdf_limits(flate_max_memory=before)
    if unread or not pages:
        raise _broken(name)
    if acts:
        lv, en = _ACTS[acts]
        raise Unfit(
            f"Dokumentā “{name}” ir {lv}, un to šeit nepublicē; atveriet to, izvēlieties “Drukāt” un “Saglabāt kā "
            "PDF”, un ielieciet jauno failu.",
            f"The document “{name}” holds {en}, which is not published here; open it, choose “Print” and “Save as "
            "PDF”, and put the new file here.",
        )


def _broken(name):
    lv = f"PDF “{name}” ir bojāts; saglabājiet to vēlreiz un ielieciet no jauna."
    return Unfit(lv, f"The PDF “{name}” is damaged; save it again and upload it again.")


def _acting(pdf: Pdf) -> Iterator[str]:
    """Yield which of `_ACTS` are in a document, wherever in it. Raises ValueError where it has too many parts.

    Objects are asked for one after another, as `pdf.objects` would read all of them before the first.
    """
    left, seen = MOST_PARTS, set()
    for number in range(int(pdf.trailer["/Size"])):  # which may not be all: what they lead to is looked at, too
        inside: list[Object] = [pdf.get_object(number, 0) if number else pdf.Root]
        while inside:
            one = inside.pop()
            if one.is_indirect:
                if one.objgen in seen:
                    continue
                seen.add(one.objgen)
            if isinstance(one, Dictionary | Stream):
                keys = one.keys()
                yield from (_KEYS[key] for key in _KEYS.keys() & keys)
                within = [one[key] for key in keys]
                named = (str(one[key]) for key in _KINDS if key in keys and isinstance(one[key], Name))
                yield from (kind for kind in named if kind in _ACTS)
                if isinstance(one, Stream) and "/F" in keys:  # its content is elsewhere
                    yield "/GoToR"
                if "/URI" in keys and "/S" in keys and not _LEADS.match(str(one["/URI"])):
                    yield "/Launch"
                opens = one.get("/OpenAction")
                if isinstance(opens, Dictionary) and opens.get("/S") != "/GoTo":
                    yield "/AA"
            else:
                within = list(one) if isinstance(one, Array) else []
            left -= 1 + len(within)
            if left < 0:
                raise ValueError("too many parts")
            inside += [part for part in within if isinstance(part, Object)]
