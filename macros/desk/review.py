"""`report review`: a year's pages to read with a pen – where each number comes from, what has no source, what is open.

One document that needs no other file, made of a `Draft` of the pages, in a folder of its own and never in the site. It
bears the number of the edition that the same pages make, so that it is known what was reviewed.
"""

import base64
import html
import mimetypes
import posixpath
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import lxml.html
from lxml.html import HtmlElement

from macros.data.name import leaves
from macros.data.schema import Text
from macros.desk.annotate import Rows, annotate, put_behind
from macros.desk.boxes import Boxes, fragment, plain_words, said
from macros.desk.templates import fill
from macros.html.cell import cell
from macros.html.found import the_one
from macros.html.policy import hashed, policy
from macros.html.render import Renderer
from macros.html.templates import ours
from macros.pages.address import address
from macros.paper.edition import assemble, edition_id
from macros.paper.publish import cover_of, edition_paths, lists_downloads
from macros.paper.section import printed, read_section
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.joined import NUMBERS, repeats
from macros.show.tables import build
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.shape import Formula, Place
from macros.site.assets import assets, names
from macros.site.draft import Draft
from macros.words.numerals import Nouns
from macros.words.problems import Problem

FOLDER = "review"
"""Where the documents stand in the project."""
STYLE = Path(__file__).with_name("templates") / "review.css"
WORDS = {
    "lv": {
        "title": "Pārskatīšanas eksemplārs",
        "use": "Lasīšanai ar pildspalvu rokā; nav publicējams.",
        "marks": "Kas kā atzīmēts",
        "columns": "Tā izskatās | Kas tas ir | Cik",
        "stated": "skaitlis no datiem; kvadrātiekavās – tā numurs sarakstā “Skaitļi” beigās",
        "calculated": "skaitlis, ko programma izrēķinājusi no datiem",
        "missing": "datos nav ierakstīts",
        "literal": "ar roku ierakstīts skaitlis, kas nav ziņojuma skaitlis; kvadrātiekavās – kāpēc",
        "typed": "ar roku ierakstīts skaitlis, kas nemainās līdz ar datiem",
        "drawn": "skaitlis attēla aprakstā, ko no datiem saskaitījusi programma",
        "corrected": "labojumā ar roku ierakstīts skaitlis; tā tam jābūt",
        "form": "skaitlis veidlapas vārdos",
        "year": "gads",
        "date": "datums vai laiks",
        "number": "sadaļas, punkta vai kārtas numurs",
        "name": "skaitlis nosaukumā vai adresē",
        "questions": "jautājums centram; numurs ir tāds pats kā “make questions” sarakstā",
        "notes": "piezīme redaktoriem, lasītāji to neredz",
        "stale": "tulkojums, kas jāpārskata, jo latviešu teksts ir mainījies",
        "errors": "Kļūdas, kas jāizlabo",
        "translations": "Tulkojumi, kas jāpārskata",
        "rest": "Citi jautājumi un piezīmes",
        "numbers": "Skaitļi",
        "list": "Nr. | Skaitlis | Kas tas ir; nosaukums datos | Kur ierakstīts vai kā izrēķināts | Pareizi",
        "reviewed": "Pārskatīja | Datums | Paraksts",
    },
    "en": {
        "title": "Review copy",
        "use": "To be read with a pen; not for publication.",
        "marks": "What is marked and how",
        "columns": "It looks like this | What it is | How many",
        "stated": "a number from the data; in square brackets, its number in the list “Numbers” at the end",
        "calculated": "a number that the program has calculated from the data",
        "missing": "empty in the data",
        "literal": "a number typed by hand that is no figure of the report; in square brackets, why",
        "typed": "a number typed by hand that does not follow the data",
        "drawn": "a number that the program has counted in the data to describe a figure",
        "corrected": "a number typed by hand in a correction, as it has to be",
        "form": "a number in the words of the form",
        "year": "a year",
        "date": "a date or a time",
        "number": "the number of a section or item, or one that shows order",
        "name": "a number in a name or an address",
        "questions": "a question to the centre, numbered as in the list of “make questions”",
        "notes": "a note to editors, which readers do not see",
        "stale": "a translation to review, as the Latvian has changed",
        "errors": "Errors to be corrected",
        "translations": "Translations to review",
        "rest": "Other questions and notes",
        "numbers": "Numbers",
        "list": "No. | Number | What it is; its name in the data | Where it is entered or how calculated | Correct",
        "reviewed": "Reviewed by | Date | Signature",
    },
}


class Copy:
    """The review copy of a year in a language while it is being made."""

    def __init__(self, book: Book, root: Path, year: str, language: str) -> None:
        """Make the pages, and of them the document that marks are put on. Raises what `Draft` raises."""
        self.book, self.year, self.language, self.words = book, year, language, WORDS[language]
        self.renderer = Renderer(book, language)
        own = edition_paths(book, year)
        empty = set() if book.site.years[year].corrections else {f"{year}/{CORRECTIONS}"}
        paths = [address(path).rstrip("/") for path in book.nav]
        latest = year == book.site.latest
        paths = [
            path for path in paths
            if path.split("/")[0] == year or (latest and path.split("/")[0] not in book.site.years)
            if not repeats(path) and path not in empty
        ]  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            draft = Draft(book, root, language, Path(folder), reasons=True)
            for path in paths:
                draft.make(f"{path}/index.html".lstrip("/"))
            sections = {path: _with_pictures(read_section(draft.folder, path), draft) for path in paths}
        cover = cover_of(book, year, language)
        number = edition_id(cover, [printed(sections[path], own) for path in own])
        made = [printed(section, paths, whole=True) for section in sections.values()]
        self.page = lxml.html.document_fromstring(assemble(cover, made, number, "-"))
        self.main = the_one(self.page, ".//main", "the print edition")
        if lists_downloads(book, year, language):  # they are not here
            files = the_one(self.main, ".//div[contains(@id, '--table-downloads')]", "the year’s front page")
            for element in (files, *files.xpath("preceding-sibling::*[1][self::h3]")):
                element.drop_tree()
        self.sections = dict(zip(sections, self.main, strict=True))
        self.own = [self.sections[path] for path in own]
        self.stamp = f"{self.words['title']} · {cover.edition} {number}"
        self.counts: Counter[str] = Counter()
        self.rows: Rows = {}
        self.told = {row.name: row.head for group in build(book, year, NUMBERS).groups for row in group.rows}

    def mark(self) -> None:
        """Mark all numbers."""
        nouns = Nouns(self.book.site.words.phrases, self.language)
        form = self.book.site.form(self.year)
        texts = [text for _name, text in leaves(form, whole=Text) if isinstance(text, Text)]
        worded = {plain_words(self.renderer, text, self.year) for text in texts}
        sections = form.sections if form else ()
        heads = {f"{section.page.removesuffix('.md')}--{section.id}" for section in sections}

        def kind_in(block):
            if block.get("id") in heads or said(block) in worded:
                return "form"
            if block.get("class") == "figure__words":
                return "drawn"
            outer = {one.get("id", "").rpartition("--")[2] for one in block.iterancestors("section", "div")}
            if CORRECTIONS in outer:
                return "corrected"
            counted = block.tag in ("th", "div") and said(block).replace(".", "").isdigit()
            return "number" if counted or "table-signatures-document" in outer else "typed"

        for section in self.main:
            self.counts.update(annotate(section, self.language, nouns, self.rows, kind_in))
        self.counts["stale"] = len(self.main.find_class("under-review")) + len(self.main.find_class("mark--words"))

    def front(self, problems: Iterable[Problem]) -> str:
        """Give the sheet before all others: what the marks mean, how many there are, and what is wrong."""
        words = self.words
        return fill(
            "review-front.html",
            words=words,
            columns=words["columns"].split(" | "),
            counts=self.counts,
            stamp=self.stamp,
            errors=[f"{problem.place}: {getattr(problem, self.language)}" for problem in problems],
            translations=[source.name for source, _entry in self.book.translation.stale],
            reviewed=words["reviewed"].split(" | "),
        )

    def back(self, boxes: Iterable[HtmlElement]) -> str:
        """Give the last sheets: the boxes that have no place on a page, and where each number comes from."""
        return fill(
            "review-back.html",
            words=self.words,
            boxes=[ours(lxml.html.tostring(box, encoding="unicode")) for box in boxes],
            columns=self.words["list"].split(" | "),
            rows=[self._row(number, *shown) for shown, number in self.rows.items()],
        )

    def _row(self, number, name, shown):
        """A row for a number as it is shown; it may be that of another year."""
        years = [self.year, *self.book.site.years]
        year = next((year for year in years if self._shown(name, year) == shown), self.year)
        figure = self.book.names[year].get(name)
        calculated = isinstance(figure, Figure) and figure.calculated
        told = cell(self.renderer, self.told[name], self.year, linked=False) if name in self.told else ""
        origin = cell(self.renderer, Formula(name) if calculated else Place(name), year)
        return {"number": number, "shown": shown, "told": ours(told), "name": name, "origin": ours(origin)}

    def _shown(self, name, year):
        one = self.book.names[year].get(name)
        if not isinstance(one, Figure) or one.value is None:
            return " ".join(self.renderer.label("not_stated").split())
        return " ".join(one.written(self.language).split())


def review(book: Book, problems: Iterable[Problem], root: Path, year: str, language: str) -> str:
    """Give the review copy of a year in a language as HTML that needs no other file; `problems` are what is wrong."""
    copy = Copy(book, root, year, language)
    boxes = Boxes(book, year, language, copy.sections, copy.own)
    rest = boxes.put()
    copy.mark()
    copy.counts.update(boxes.counts)
    sheet = assets(root)[names(root)["print.css"]].decode()
    style = lxml.html.Element("style")
    style.text = f"{sheet}\n{STYLE.read_text('utf-8')}"
    link = the_one(copy.page, ".//link[@rel = 'stylesheet']", "the print edition")
    link.getparent().replace(link, style)
    rule = the_one(copy.page, ".//meta[@http-equiv = 'Content-Security-Policy']", "the print edition")
    rule.set("content", policy(styles=[hashed(style.text)]))
    put_behind(the_one(copy.page, "./body/header", "the print edition"), fragment(copy.front(problems)))
    copy.main.extend(lxml.html.fragments_fromstring(copy.back(rest)))
    title = html.escape(WORDS[language]["numbers"])
    the_one(copy.page, "./body/nav/ol", "the print edition").append(
        fragment(f'<li><a href="#review-numbers">{title}</a></li>')
    )
    return "<!doctype html>\n" + lxml.html.tostring(copy.page, encoding="unicode") + "\n"


def _with_pictures(section, draft):
    """Give a section whose pictures need no other file; of one that is not in the site the words stay."""
    article = lxml.html.fromstring(section.html)
    for picture in article.iter("img"):
        name = posixpath.normpath(posixpath.join(section.path, unquote(picture.get("src"))))
        if content := draft.copied(name):
            shown = base64.b64encode(content).decode()
            picture.set("src", f"data:{mimetypes.guess_type(name)[0]};base64,{shown}")
        else:
            picture.tag, picture.text = "em", picture.get("alt")
            picture.attrib.clear()
    return replace(section, html=lxml.html.tostring(article, encoding="unicode"))
