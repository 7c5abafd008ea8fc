"""The pictures and PDFs beside the pages: what they are called, which there are, and what the site gets of them.

A name may hold spaces, brackets and other signs; in the site, and wherever we look for it, it is `plain`. A file that
stands in the folder of one language only serves the other, too.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote

from macros.data.schema import LANGUAGES
from macros.pages.address import PDF_NAMES, PREVIEW, language_folder, led_to
from macros.pages.picture import ENDINGS, TOLD, Picture, Unfit
from macros.words.problems import Problem, Sentences, closest, suggested

PICTURES = tuple(ending for endings in ENDINGS.values() for ending in endings)
DOCUMENT = ".pdf"
FILES = (*PICTURES, DOCUMENT)
_OTHER_PICTURES = (".svg", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff", ".jfif")
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".pages", ".edoc")
_ENDING = "|".join(ending[1:] for ending in FILES)
_TYPED = re.compile(
    rf"(?<=\]\()(?P<before>[ \t]*)(?:<(?P<bracketed>[^<>\n]{{1,300}}?\.(?:{_ENDING}))>"
    rf"|(?P<bare>(?:[^()<>\n]|\([^()<>\n]{{0,100}}\)){{1,300}}?\.(?:{_ENDING})))"
    r"(?=[ \t]*\)|[ \t]+[\"'“„(])"
)
"""The address of a file of ours in a link or image, of which some writings are none to Markdown (`my picture.png`)."""
_TELLS = "pictures_tell_nothing_else"
"""The rule, so called that other rules still look at the line, which is as it should be."""
_TAKEN = ("assets", "search", *(language_folder(language).rstrip("/") for language in LANGUAGES[1:]))
"""Folders that the site fills itself."""
_KEPT = 64
"""How many pictures are kept as they were made, for the preview, which asks for them after each edit."""


@dataclass(frozen=True)
class File:
    """A picture or a PDF beside the pages."""

    path: str
    """Within the pages of its language, as the site calls it: `2024-2025/children.jpg`."""
    source: Path
    """Where it lies on the disk."""
    named: str
    """The path from the project's folder, as problems name it."""

    @property
    def picture(self) -> Picture | None:
        """What it is; None of a PDF, and where it cannot be shown, which `problems` tell."""
        looked = _looked(self.source, _stamp(self.source))
        return looked if isinstance(looked, Picture) else None

    @property
    def fault(self) -> Sentences | None:
        """Why it cannot be published, or None where it can."""
        looked = _looked(self.source, _stamp(self.source))
        return looked if isinstance(looked, tuple) else None

    @property
    def published(self) -> bytes:
        """What the site gets of it. Raises `Unfit`."""
        return _published(self.source, _stamp(self.source))


Known = dict[str, dict[str, File]]
"""By language, the files that its pages may use, by their paths within it."""


def plain(path: str) -> str:
    """Give what the site calls a file: each sign of its path that is no letter, digit, dot or underscore a hyphen."""
    parts = []
    for part in unicodedata.normalize("NFC", path).split("/"):
        stem, dot, ending = part.rpartition(".")
        if part in (".", "..") or not part:
            parts.append(part)
        else:
            name = re.sub(r"[^\w.]+", "-", stem if dot else part).strip("-") or "x"
            parts.append(f"{name}{dot}{ending if dot else ''}")
    return "/".join(parts)


def typed_plainly(text: str) -> tuple[str, dict[str, str]]:
    """Give a page's text with the addresses of our files as the site has them, and what was typed, by these.

    So a picture `my picture (1).png` is found, whether its name is typed as it is, in `<…>` or with `%20`.
    """
    typed = {}

    def plainly(found):
        address = found["bracketed"] or found["bare"]
        if ":" in address or "\\" in address or address.startswith("/"):
            return found[0]
        name = plain(unquote(address))
        typed[name] = address
        return found["before"] + name

    return _TYPED.sub(plainly, text), typed


def known_files(root: Path) -> tuple[Known, list[Problem]]:
    """Give the files in `docs/` below `root`, and problems with their names."""
    own: Known = {language: {} for language in LANGUAGES}
    alike: dict[tuple[str, str], File] = {}  # also where a machine does not tell capital letters from small ones
    problems = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for source in sorted(folder.rglob("*")) if not folder.is_symlink() else ():
            name = source.relative_to(folder).as_posix()
            if source.suffix not in FILES or not source.is_file() or source.resolve() != folder.resolve() / name:
                continue  # a page, a folder, or a link of the disk, which is told
            file = File(plain(name), source, f"docs/{language}/{name}")
            other = alike.setdefault((language, file.path.lower()), file)
            if said := _taken(file) or (_alike(source.name, other.source.name) if other != file else None):
                problems.append(Problem(file.named, 0, *said))
            else:
                own[language][file.path] = file
    shared = {path: file for language in reversed(LANGUAGES) for path, file in own[language].items()}
    return {language: {**shared, **own[language]} for language in LANGUAGES}, problems


def _alike(name, other):
    return (
        f"Vietnē fails “{name}” un fails “{other}” sauktos vienādi; vienu no tiem pārsauciet.",
        f"On the site the files “{name}” and “{other}” would have the same name; rename one of them.",
    )


def _taken(file):
    """Give the sentences about a file at whose path the site has something of its own, or None."""
    folder, name = file.path.partition("/")[0], posixpath.basename(file.path)
    if folder in _TAKEN:
        return (
            f"Mape “{folder}” vietnē vajadzīga citam; ielieciet failu “{name}” blakus lapai, kurā tas vajadzīgs.",
            f"The folder “{folder}” has another use on the site; put the file “{name}” beside the page that needs it.",
        )
    if "." in posixpath.dirname(file.path):
        return (
            f"Failam “{name}” mapes nosaukumā ir punkts; tā vietnē saucas faili, ko veido programma. Pārsauciet mapi.",
            f"The folder of the file “{name}” has a dot in its name, as the program’s own files do; rename it.",
        )
    made = (*(pdf.partition("{")[0] for pdf in PDF_NAMES.values()), "figure-")
    if name != PREVIEW and not name.startswith(made):
        return None
    return (
        f"Ar nosaukumu “{name}” vietnē ir cits fails, ko veido programma; pārsauciet šo failu.",
        f"The site has another file called “{name}”, which the program makes; rename this one.",
    )


def meant(files: dict[str, File], page: str, target: str) -> File | None:
    """Give the file whose name is most like what the page at a path names, None where none is like it."""
    ways = {posixpath.relpath(path, posixpath.dirname(page) or "."): file for path, file in files.items()}
    close = closest(target, ways)
    return ways[close] if close else None


def _way(page, file):
    """Give what a page writes for a file that is there, with the name that it has on the disk."""
    folder = posixpath.relpath(posixpath.dirname(file.path) or ".", posixpath.dirname(page) or ".")
    return posixpath.normpath(posixpath.join(folder, file.source.name))


def missing(files: dict[str, File], page: str, target: str, typed: str) -> Sentences:
    """Give the sentences about a file that a page names and that is not there, or is no picture.

    `page` is the page's path, `target` what the page names, `typed` the same as it is typed.
    """
    if led_to(page, target) in files:
        return (
            f"“{typed}” ir dokuments, ko par attēlu nerāda; rakstiet saiti bez izsaukuma zīmes: [vārdi]({typed}).",
            f"“{typed}” is a document, not a picture; write a link without the exclamation mark: [words]({typed}).",
        )
    file = meant(files, page, target)
    lv, en = suggested(_way(page, file) if file else None)
    if typed.partition("#")[0].endswith(DOCUMENT):
        what_lv, what_en = "Dokumenta", "document"
    else:
        what_lv, what_en = "Attēla", "picture"
    more = "Put it in the folder of the page and write its name exactly as it is."
    return (
        f"{what_lv} “{typed}” nav.{lv} Ielieciet to mapē, kurā ir lapa, un rakstiet tā nosaukumu tieši tāpat.",
        f"There is no {what_en} “{typed}”.{en} {more}",
    )


def foreign(name: str) -> Sentences:
    """Give the sentences about a file that has no place among pages; `name` is that of the file."""
    stem, _, ending = name.rpartition(".")
    ending = f".{ending.lower()}"
    if ending in FILES:
        return (
            f"Faila nosaukuma beigas rakstiet ar mazajiem burtiem, arī lapā: {stem}{ending}.",
            f"Write the end of the file’s name in small letters, on the page, too: {stem}{ending}.",
        )
    if ending in _OTHER_PICTURES:
        return (
            "Šādus attēlus rāda ne visi pārlūki; atveriet to, saglabājiet kā .jpg vai .png un izdzēsiet šo failu.",
            "Not all browsers show such pictures; open it, save it as .jpg or .png and delete this file.",
        )
    if ending in _DOCUMENTS:
        return (
            "Lapai var pievienot tikai PDF; saglabājiet dokumentu kā PDF un izdzēsiet šo failu.",
            "Only a PDF can be attached to a page; save the document as PDF and delete this file.",
        )
    return (
        "Šeit ir vieta tikai lapām (.md), attēliem (.png, .jpg, .webp) un dokumentiem (.pdf); izdzēsiet šo failu.",
        "Only pages (.md), pictures (.png, .jpg, .webp) and documents (.pdf) belong here; delete this file.",
    )


def problems(known: Known, used: dict[Path, tuple[str, int]]) -> Iterator[Problem]:
    """Yield what is wrong with files, and what they tell; `used` has the first place where a page names each."""
    for file in {file.source: file for files in known.values() for file in files.values()}.values():
        place = used.get(file.source, (file.named, 0))
        if file.fault:
            yield Problem(*place, *file.fault)
        elif file.source not in used:
            yield Problem(
                file.named,
                0,
                "Šī faila nav nevienā lapā, tāpēc vietnē tas nenonāk; ielieciet to lapā – attēlu kā ![apraksts]"
                "(fails.png), dokumentu kā [vārdi](fails.pdf) – vai izdzēsiet.",
                "No page has this file, so it is not on the site; put it on a page – a picture as ![description]"
                "(file.png), a document as [words](file.pdf) – or delete it.",
                "todo",
                "files_are_on_a_page",
            )
        if file.picture and file.picture.tells:
            yield _telling(file, *place)


def _telling(file, page, line):
    """A place is still to be taken away: the site never has it, but the repository, which all can read, does."""
    tells = file.picture.tells
    lv, en = (", ".join(TOLD[kind][at] for kind in tells) for at in (0, 1))
    lv = f"Attēla failā “{file.source.name}” ir ierakstīts arī: {lv}. Vietnē tas nenonāk"
    en = f"The picture’s file “{file.source.name}” also records: {en}. None of it gets onto the site"
    if "place" not in tells:
        return Problem(page, line, f"{lv}.", f"{en}.", "note", _TELLS)
    return Problem(
        page,
        line,
        f"{lv}, bet repozitorijā, ko redz visi, paliek. Izdzēsiet to no faila (operētājsistēmā Windows: Rekvizīti, "
        "Detalizēti, Noņemt rekvizītus un personas informāciju) un ielieciet failu vēlreiz.",
        f"{en}, but it stays in the repository, which anyone can read. Take it out of the file (in Windows: "
        "Properties, Details, Remove Properties and Personal Information) and put the file here again.",
        "todo",
        _TELLS,
    )


def _stamp(source):
    status = source.stat()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


@cache
def _looked(source, _stamp):
    """Give the `Picture`, the two sentences about what is wrong, or None of a PDF that can be published."""
    try:
        if source.suffix != DOCUMENT:
            from macros.pages.pixels import read_picture  # noqa: PLC0415 – most projects show none, or the same as before

            return read_picture(source.read_bytes(), source.name)
        from macros.pages.document import read_document  # noqa: PLC0415 – it loads slowly, and few pages have a PDF

        read_document(source.read_bytes(), source.name)
    except Unfit as unfit:
        return unfit.sentences
    return None


@lru_cache(maxsize=_KEPT)
def _published(source, _stamp):
    if source.suffix == DOCUMENT:
        return source.read_bytes()
    from macros.pages.pixels import made  # noqa: PLC0415 – as above

    return made(source.read_bytes(), source.name)
