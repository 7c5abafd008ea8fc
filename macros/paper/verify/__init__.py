"""Whether a signed copy of the report holds the PDF that was built, and of which edition.

Only the content is judged here. Whether a signature is valid and whose it is, tools of eparaksts.lv tell.

`container` the PDFs in an eDoc, and how many signatures cover each
`signed`    what was added to a PDF after it was built
`compared`  a built PDF beside a later version of it, object by object
`described` what a PDF says of itself
"""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.pages.address import EDITIONS
from macros.paper.document import EditionName, edition_named
from macros.paper.verify.compared import pages_named
from macros.paper.verify.container import LARGEST, MIMETYPE, read_container
from macros.paper.verify.described import identifier
from macros.paper.verify.signed import Added, added
from macros.words.problems import Problem, Problems
from macros.words.spaces import shortened

PDF = b"%PDF-"


@dataclass(frozen=True)
class Build:
    """A PDF that was built: its path, its bytes, and the edition that it names."""

    path: str
    data: bytes
    edition: EditionName


@dataclass(frozen=True)
class Verdict:
    """What is known of one PDF.

    `name` is the file's, or `container → entry`. `build` is the built PDF that it begins with, if there is one.
    `added` says what follows after that; None where nothing does. `edition` is what the PDF itself claims to be.
    `around` counts signatures of the container that cover the PDF.
    """

    name: str
    build: Build | None
    added: Added | None
    edition: EditionName | None
    around: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it holds the built PDF unchanged."""
        return self.build is not None and not (self.added and self.added.changes)

    @property
    def bare(self) -> bool:
        """Whether it is the built PDF itself, in no container."""
        return self.build is not None and self.added is None and self.around is None


@dataclass(frozen=True)
class Verified:
    """The verdicts on all PDFs of a file, and whether it is a regular container; None for a PDF."""

    name: str
    verdicts: tuple[Verdict, ...]
    regular: bool | None
    builds: tuple[Build, ...]
    kept: frozenset[str]
    """The numbers of the editions whose figures the site has."""

    @property
    def holds(self) -> bool:
        """Whether the built PDF is in it unchanged and no copy of it is changed."""
        known = [verdict.holds for verdict in self.verdicts if verdict.build]
        return bool(known) and all(known)


def verify(file: Path, site: Path) -> Verified:
    """Judge the file by the PDFs below the folder `site`. Raises Problems where there is nothing to judge."""
    file = Path(file)
    name, data = printable(file.name), _read(file)
    if not data.startswith(PDF) and not zipfile.is_zipfile(io.BytesIO(data)):
        lv = "Tas nav ne PDF, ne eDoc (ASiC-E). Norādiet parakstīto PDF, .edoc vai .asice failu."
        en = "It is neither a PDF nor an eDoc (ASiC-E). Name the signed PDF, .edoc or .asice file."
        raise _wrong(name, lv, en)
    builds = _builds(Path(site))
    kept = frozenset(one.parent.name for one in Path(site, EDITIONS).glob("*/index.html"))
    if data.startswith(PDF):
        return Verified(name, (_judged(name, data, builds),), None, builds, kept)
    held = read_container(data, name)
    verdicts = tuple(
        _judged(f"{name} → {printable(entry.name)}", entry.data, builds, entry.signatures) for entry in held.entries
    )
    return Verified(name, verdicts, held.regular, builds, kept)


def printable(name: str) -> str:
    """Give a name that others chose so that it can do nothing to a terminal."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shortened(shown, 100)  # as long as a line may be


def _wrong(place, lv, en):
    return Problems([Problem(place, 0, lv, en)])


def _read(file):
    name = printable(str(file))
    if not file.is_file():
        raise _wrong(name, "Tāda faila nav; pārbaudiet nosaukumu.", "There is no such file; check the name.")
    if file.stat().st_size > LARGEST:
        raise _wrong(name, "Fails ir pārāk liels (virs 200 MB).", "The file is too large (over 200 MB).")
    try:
        return file.read_bytes()
    except OSError as error:
        lv = "Failu nevar atvērt; pārbaudiet, vai jums ir tiesības to lasīt."
        raise _wrong(name, lv, "The file cannot be opened; check whether you have the right to read it.") from error


def _builds(site):
    paths = sorted(site.rglob("*.pdf"))
    files = [(path, data) for path in paths if (data := path.read_bytes()).startswith(PDF)]
    named = ((path, data, edition_named(identifier(data))) for path, data in files)  # those attached to pages name none
    builds = tuple(Build(path.as_posix(), data, edition) for path, data, edition in named if edition)
    if not builds:
        lv = "Šajā mapē nav uzbūvēta PDF, ar ko salīdzināt. Uzbūvējiet vietni: make site"
        en = "There is no built PDF in this folder to compare with. Build the site: make site"
        raise _wrong(f"{site}/", lv, en)
    return builds


def _judged(name, data, builds, around=None):
    begun = [build for build in builds if data.startswith(build.data)]
    if not begun:
        return Verdict(name, None, None, edition_named(identifier(data)), around)
    build = max(begun, key=lambda build: len(build.data))
    tail = data[len(build.data) :]
    more = added(build.data, data) if tail.strip() else None  # mail programs add an empty line
    return Verdict(name, build, more, build.edition, around)


def told(verified: Verified) -> str:
    """Give what to tell a person: all of it in Latvian, an empty line, all of it in English."""
    said = [each for verdict in verified.verdicts for each in _told(verdict, verified)]
    if not verified.verdicts:
        said.append((f"{verified.name}: tajā nav neviena PDF.", f"{verified.name}: there is no PDF in it."))
    if verified.regular is False:
        said.append(
            (
                f"Tas ir ZIP, bet ne īsts eDoc (ASiC-E): tas nesākas ar ierakstu “mimetype” ({MIMETYPE}).",
                f"This is a ZIP but no true eDoc (ASiC-E): it does not begin with an entry “mimetype” ({MIMETYPE}).",
            )
        )
    if any(verdict.holds and not verdict.bare for verdict in verified.verdicts):
        lv = "Salīdzināts tikai saturs. Ar eparaksts.lv rīkiem pārbaudiet, vai paraksti derīgi un kas parakstījis."
        en = "Only the content was compared. Check with eparaksts.lv tools whether signatures are valid and who signed."
        said.append((lv, en))
    return "\n\n".join("\n".join(language) for language in zip(*said, strict=True))


def _told(verdict, verified):
    """Give what to say of one PDF: pairs of a sentence in Latvian and in English."""
    if verdict.build is None:
        return [_told_other(verdict, verified)]
    name, build, more = verdict.name, verdict.build, verdict.added
    lv, en = map(build.edition.in_, LANGUAGES)
    if not verdict.holds:
        return [
            (f"{name}: uzbūvētais PDF tajā ir mainīts – {lv}.",
             f"{name}: the built PDF in it has been changed – {en}."),
            *((f"– {change.lv}", f"– {change.en}") for change in more.changes),
            (f"Uzbūvētais PDF jāparaksta vēlreiz: {build.path}",
             f"The built PDF has to be signed again: {build.path}"),
        ]  # fmt: skip
    if verdict.bare:
        return [(f"{name}: tas ir pats uzbūvētais PDF, neparakstīts – {lv}.",
                 f"{name}: this is the built PDF itself, not signed – {en}.")]  # fmt: skip
    count = (more.signatures if more else 0) + (verdict.around or 0)
    said = [
        (f"{name}: uzbūvētais PDF tajā ir bez izmaiņām – {lv}.", f"{name}: holds the built PDF unchanged – {en}."),
        (f"Elektroniskie paraksti, kas to aptver: {count or 'neviens'}.",
         f"Electronic signatures that cover it: {count or 'none'}."),
    ]  # fmt: skip
    if more and more.visible:
        lv, en = (pages_named(more.visible, language) for language in LANGUAGES)
        said.append(
            (f"Paraksta attēls: {lv}. Pārbaudiet, vai tas neko neaizsedz.",
             f"Picture of a signature: {en}. Check that it hides nothing.")
        )  # fmt: skip
    return said


def _told_other(verdict, verified):
    """Give what to say of a PDF that does not begin with a built one; its edition is only what it says itself."""
    name, edition, builds = verdict.name, verdict.edition, verified.builds
    if edition is None:
        return (
            f"{name}: tas nav uzbūvētais PDF, un izdevums tajā nav norādīts. Pārbaudiet, vai tas ir īstais fails.",
            f"{name}: this is not the built PDF and names no edition. Check whether it is the right file.",
        )
    lv, en = map(edition.in_, LANGUAGES)
    if edition in [build.edition for build in builds]:
        again = (
            "Salīdziniet to ar vietni, no kuras tas ņemts (--site), vai parakstiet šīs vietnes PDF.",
            "Compare it with the site that it was taken from (--site), or sign the PDF of this site.",
        )
        return (
            f"{name}: izdevuma numurs ir tas pats, bet fails cits: uzbūvēts citreiz vai mainīts – {lv}. {again[0]}",
            f"{name}: the edition’s number is the same, the file is not: another build, or altered – {en}. {again[1]}",
        )
    same = [build for build in builds if build.edition[:2] == edition[:2]] or builds
    now = ["; ".join(build.edition.in_(language) for build in same) for language in LANGUAGES]
    lv, en = f"{lv}. Vietnē tagad ir: {now[0]}.", f"{en}. The site now has: {now[1]}."
    if edition.number in verified.kept:
        there = f"{EDITIONS}{edition.number}/"
        lv += f" Tā izdevuma skaitļi vietnē paliek: {there}. Vai šis fails ir bez izmaiņām, redz, to salīdzinot "
        lv += "ar vietni, no kuras tas ņemts (--site)."
        en += f" The figures of that edition stay in the site: {there}. Whether this file is unchanged is seen by "
        en += "comparing it with the site that it was taken from (--site)."
    return (
        f"{name}: tajā rakstīts, ka tas ir cits izdevums – {lv}",
        f"{name}: it says that it is another edition – {en}",
    )
