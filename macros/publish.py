"""Put the print edition and the PDF of each year beside its pages, and say so on the year's front page."""

import html
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from macros import pdf
from macros.edition import Cover, assemble, read_sections
from macros.language import NBSP, number, school_year
from macros.render import Renderer

STYLE = "assets/stylesheets/print.css"
PDF_NAMES = {"lv": "pasnovertejuma-zinojums-{year}.pdf", "en": "self-assessment-report-{year}.pdf"}


def publish(book, site):
    """Write `<year>/print/` and the year's PDF into the built site, for each year and language; give what to tell.

    PDF is left out where `PDF=0` is set or system libraries are missing; a sentence then says so.
    """
    jobs = []
    for year in book.site.years:
        for language, folder in (("lv", Path(site)), ("en", Path(site) / "en")):
            _write_edition(book, year, language, folder)
            name = PDF_NAMES[language].format(year=year)
            jobs.append((language, folder / year, name))
    pages, told = {}, ""
    if os.environ.get("PDF") != "0":
        if pdf.available():
            pages = _print_all(jobs, Path(site) / STYLE)
        else:
            told = pdf.MISSING
    for job in jobs:
        _list_downloads(book, *job, pages.get(job))
    return told


def _write_edition(book, year, language, folder):
    own = [path for path in book.nav if path.startswith(f"{year}/") and not path.endswith("/index.md")]
    sections = read_sections(folder, [path.removesuffix(".md") + "/" for path in own])
    report = book.site.years[year].report

    def label(key):
        return getattr(book.site.words.labels, key).in_(language)

    renderer = Renderer(book, language)
    entries = {
        label(f"document_{key}"): "" if value is None else renderer.value(f"signatures.document.{key}", year=year)
        for key, value in vars(book.site.years[year].signatures.document).items()
    }
    cover = Cover(
        language=language,
        title=report.title.in_(language),
        centre=book.site.centre.name.in_(language),
        centre_html=renderer.value("centre.name", year=year),
        year=label("school_year").replace("{year}", school_year(year, language)),
        status=label(f"status_{report.status}"),
        written=label("written_in"),
        edition=label("edition"),
        # Only the Latvian is signed: the English says what is known and has no lines to fill in.
        document=tuple(entry for entry in entries.items() if entry[1] or language == "lv"),
        note="" if language == "lv" else label("latvian_prevails"),
        contents=label("contents"),
    )
    target = folder / year / "print"
    target.mkdir()
    style = "../../" + ("../" if language != "lv" else "") + STYLE
    (target / "index.html").write_text(assemble(cover, sections, style), "utf-8")


def _print_all(jobs, style):
    """Print all editions, as many at once as there are processors; give the number of pages by job."""
    with ProcessPoolExecutor() as pool:
        printed = {
            job: pool.submit(pdf.print_pdf, job[1] / "print" / "index.html", style, job[1] / job[2]) for job in jobs
        }
        return {job: result.result() for job, result in printed.items()}


def _list_downloads(book, language, folder, name, pages):
    """Add the rows to the table of files of the year's front page, where sizes are known only now."""

    def label(key):
        return html.escape(getattr(book.site.words.labels, key).in_(language))

    rows = ""
    if pages:
        size = f"{number(max(1, round((folder / name).stat().st_size / 1000)), language)}{NBSP}kB"
        count = label("page_count").replace("{pages}", str(pages))
        rows = _row(name, label("download_pdf"), "PDF", f"{size}, {count}")
    rows += _row("print/", label("download_print"), "HTML", label("download_print_size"))
    front = folder / "index.html"
    before, mark, after = front.read_text("utf-8").partition('id="table-downloads"')
    if mark:
        front.write_text(before + mark + after.replace("<tbody>", f"<tbody>{rows}", 1), "utf-8")


def _row(address, words, kind, size):
    link = f'<a href="{html.escape(address)}">{words}</a>'
    return f'<tr><th scope="row">{link}</th>\n<td>{kind}</td>\n<td>{size}</td></tr>\n'
