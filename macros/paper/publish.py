"""Put the print edition and the PDF of each year beside its pages, and say so on the year's front page."""

import json
import re
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import NamedTuple

from macros import kept
from macros.data.schema import LANGUAGES
from macros.datasets.linked import linked_data_of, way_to
from macros.html.found import with_added
from macros.html.render import Renderer
from macros.pages.address import PDF_NAMES, PRINT, address, language_folder, way
from macros.paper import proof as proofs
from macros.paper.cited import put_numbers
from macros.paper.document import NO_PDF, Attachment, Description, EditionName
from macros.paper.edition import Cover, Printed, Proof, assemble, edition_id
from macros.paper.printing import Edition, layout_version, page_count, print_all
from macros.paper.section import printed, read_section
from macros.paper.templates import fill
from macros.report.book import Book
from macros.report.editions import Account
from macros.report.looked_at import data_of
from macros.show.joined import repeats
from macros.show.tables.corrected import CORRECTIONS
from macros.site.assets import names
from macros.site.outputs import rewrite, write
from macros.words.language import NBSP, date, number, school_year

_DOWNLOADS = r'id="table-downloads"(?:(?!</table>).)*?<tbody>'


def publish(book: Book, site: Path, root: Path, *, with_pdf: bool) -> str:
    """Write `<year>/print/` and, if wanted, the year's PDF into the built site, for each year and language.

    Also what proves what each edition said: see `proof`.

    An edition that did not change since it was last printed is taken from what the project at `root` has kept. Gives
    what to tell: where system libraries are missing, there is no PDF. Raises `document.Unlike`, and
    `html.found.NotFound` where a built page lacks what is looked for.
    """
    style = names(root)["print.css"]
    place = _Place(Path(site), root, style, read_section(Path(site), "").address)
    written = [_write_edition(book, place, year, language) for year in book.site.years for language in LANGUAGES]
    editions = [edition for edition, _account in written]
    write(proofs.files(book, root, [account for _edition, account in written], style, place.address), place.site)
    layout = layout_version() if with_pdf else None
    if layout:
        print_all(editions, root, layout)
    for edition in editions:
        if lists_downloads(book, edition.name.year, edition.name.language):
            _list_downloads(book, edition, root, printed=bool(layout))
    for language in LANGUAGES:
        numbers = {edition.name.year: edition.name.number for edition in editions if edition.name.language == language}
        put_numbers(book, place.site, language, numbers)
    return NO_PDF if with_pdf and not layout else ""


def lists_downloads(book: Book, year: str, language: str) -> bool:
    """Say whether the front page of a year has the table of its files."""
    page = book.page(language, f"{year}/index.md")
    calls = [call for call in page.calls if call.macro == "table" and call.get("name") == "downloads"] if page else []
    return any(call.get("year") in (None, year) for call in calls)


def newest_pdfs(site: Path) -> dict[str, Path]:
    """Give the PDFs of the latest year in the folder `site`, by language; those that there are."""
    found = {language: sorted(site.rglob(name.format(year="*"))) for language, name in PDF_NAMES.items()}
    return {language: files[-1] for language, files in found.items() if files}


def sections_of(book: Book, folder: Path, year: str, root: Path) -> list[Printed]:
    """Give the sections of the edition of a year; their pages lie in `folder`."""
    paths = edition_paths(book, year)
    return [_printed(folder, path, paths, root) for path in paths]


class _Place(NamedTuple):
    """Where editions are published."""

    site: Path
    root: Path
    """The project that the site is of."""
    style: str
    """The path of the style sheet within the site."""
    address: str
    """That of the site."""


def _write_edition(book, place, year, language):
    """Write the print edition of a year in a language; give what is known of it, and what it says."""
    folder = place.site / language_folder(language)
    cover = cover_of(book, year, language)
    sections = sections_of(book, folder, year, place.root)
    name = EditionName(year, language, book.site.years[year].report.status, edition_id(cover, sections))
    signed = book.site.years[year].signatures.document.date
    edition = Edition(
        place.site,
        Description(
            edition=name,
            title=f"{cover.title}, {cover.year} – {cover.centre}",
            author=cover.centre,
            description=f"{cover.title}, {cover.year}: {cover.status}",
            date=signed.isoformat() if signed else "",
        ),
        Attachment(
            f"{year}.json",
            (folder / year / "data.json").read_bytes(),
            book.site.words.labels.download_data.in_(language),
        ),
    )
    target = place.site / edition.page
    target.mkdir(exist_ok=True)
    proof = _proof(book, edition, place.address, sections)
    document = assemble(cover, sections, name.number, way(edition.page, place.style), proof)
    (target / "index.html").write_text(document, "utf-8")
    return edition, _account(book, place.root, name, sections)


def _account(book, root, name, sections):
    """Give what the edition of a name says of its figures; while these stay, this is kept."""
    figures = repr([(one.name, one.title, one.figures) for one in sections])
    key = kept.own_key("account", name.year, name.language, data_of(book, name.year), figures)
    content = kept.made(root, key, lambda: proofs.account_of(book, name, sections).as_json())
    return Account.model_validate_json(content).model_copy(update={"edition": name.number})


def _proof(book, edition, site_url, sections):
    """Give where the figures of an edition stay; a draft, whose own do not, leads from sections to their pages."""
    year, language = edition.name.year, edition.name.language
    labels, site = book.site.words.labels, f"{site_url}{language_folder(language)}"
    address = f"{site_url}{proofs.place(edition.name.number)}"
    if edition.name.status == "final":
        said, places = labels.section_proof, {one.name: f"{address}#{one.name}" for one in sections}
    else:
        paths = zip(sections, edition_paths(book, year), strict=True)
        said, places = labels.section_address, {one.name: f"{site}{path}/" for one, path in paths}
    renderer = Renderer(book, language, site_url=site_url)
    way_here = [*way_to(renderer, f"{year}/index.md"), (labels.download_print.in_(language), edition.page)]
    return Proof(
        address=address,
        words=labels.edition_where.in_(language),
        code=labels.edition_proof.in_(language),
        sections=places,
        section_code=said.in_(language),
        linked=linked_data_of(renderer, way_here, year),
    )


def _printed(folder, path, paths, root):
    """Give a page as a section of the edition of the pages at `paths`; where it has not changed, this is kept."""

    def make():
        return json.dumps(asdict(printed(read_section(folder, path), paths))).encode()

    page = (folder / path / "index.html").read_bytes()
    known = json.loads(kept.made(root, kept.own_key("section", repr(paths), path, page), make))
    return Printed(**known | {"figures": tuple(map(tuple, known["figures"]))})


def edition_paths(book: Book, year: str) -> list[str]:
    """Give the paths within the site of the pages that the print edition of a year consists of."""
    left_out = {f"{year}/index.md"}
    if not book.site.years[year].corrections:
        left_out.add(f"{year}/{CORRECTIONS}.md")
    of_year = [path for path in book.nav if path.startswith(f"{year}/") and path not in left_out]
    own = [path for path in of_year if not repeats(path)]
    return [address(path).rstrip("/") for path in own]


def cover_of(book: Book, year: str, language: str) -> Cover:
    """Give the cover of a year's edition."""
    report, renderer = book.site.years[year], Renderer(book, language)
    label = partial(book.site.words.labels.said, language=language)
    entries = {
        label(f"document_{key}"): "" if value is None else renderer.value(f"signatures.document.{key}", year=year)
        for key, value in vars(report.signatures.document).items()
    }
    status = label(f"status_{report.report.status}")
    if report.last_corrected:
        status = f"{status}, {label('cite_corrected', date=date(report.last_corrected, language))}"
    return Cover(
        language=language,
        title=report.report.title.in_(language),
        centre=book.site.centre.name.in_(language),
        centre_html=renderer.value("centre.name"),
        year=label("school_year", year=school_year(year, language)),
        status=status,
        written=label("written_in"),
        edition=label("edition"),
        # Only the Latvian is signed: the English says what is known and has no lines to fill in.
        document=tuple(entry for entry in entries.items() if entry[1] or language == "lv"),
        note="" if language == "lv" else label("latvian_prevails"),
        contents=label("contents"),
    )


def _list_downloads(book, edition, root, *, printed):
    """Put the rows into the table of files of the year's front page, where sizes are known only now."""
    language = edition.name.language
    label = partial(book.site.words.labels.said, language=language)
    editions = way(f"{edition.folder}/", proofs.folder_of(language))
    rows = "".join(
        _row(there, label(words), "HTML", label("download_print_size"))
        for there, words in ((PRINT, "download_print"), (editions, "edition_list"))
    )
    if printed:
        size = f"{number(max(1, round(edition.pdf.stat().st_size / 1000)), language)}{NBSP}kB"
        count = label("page_count", pages=page_count(edition.pdf, root))
        rows = _row(edition.pdf.name, label("download_pdf"), "PDF", f"{size}, {count}") + rows
    front = edition.site / edition.folder / "index.html"
    text = re.sub(r'<tr class="on-paper">.*?</tr>\n', "", front.read_text("utf-8"), flags=re.DOTALL)
    rewrite(front, with_added(text, _DOWNLOADS, rows, front).encode())


def _row(address, words, kind, size):
    return fill("download.html", address=address, words=words, kind=kind, size=size)
