"""How it looks: HTML of a value and of a table. Knows no school.

Texts of the data go through `markdown.converter`, which leaves nothing of HTML alive; all else is escaped here.
"""

import html
import re
from copy import copy

from macros.data.schema import LANGUAGES, Text
from macros.html.columns import shares
from macros.html.markdown import Fragments, converter, plain_words, unbound
from macros.pages.address import way
from macros.pages.calls import Call, split
from macros.report.carried import to_review
from macros.report.compute import Figure
from macros.report.formula import formula
from macros.report.kind import ends
from macros.show.outline import DISCREPANCIES, NUMBERS, listed_figures, table_numbers
from macros.show.tables import build, place
from macros.show.tables.shape import Blank, Formula, Link, Named, PageLink, Place, Stack, Translated
from macros.words import language as words_of
from macros.words.spaces import no_breaks


class Renderer:
    """Renders the values and tables of a book in one language."""

    def __init__(self, book, language, repository=None, *, reasons=False):
        """Take what is to be rendered: data and pages that agree.

        `repository` is the address below which files of the project are shown, or None. `reasons` marks words that are
        literal, and gives the reason, which readers do not see.
        """
        self.book = book
        self.site = book.site
        self.language = language
        self.here = ""
        self.repository = repository
        self.reasons = reasons
        self._fragments = Fragments()
        self._convert = converter(self.site, self.language, self._fragments)

    def at(self, here):
        """Give the same renderer for the page at the address `here`, such as `2024-2025/learners/`."""
        moved = copy(self)
        moved.here = here
        return moved

    def address(self, there):
        """Give the way from the page at hand, or from the front page, to a path of the site."""
        return way(self.here, there)

    def label(self, key, **values):
        """Give one of the program's own labels, escaped, with `{name}` replaced by a given value."""
        words = getattr(self.site.words.labels, key).in_(self.language)
        for name, value in values.items():
            words = words.replace(f"{{{name}}}", str(value))
        return html.escape(no_breaks(words, self.language))

    def value(self, name, noun=None, year=None, *, marked=True):
        """Give the HTML of a named value or text inside a sentence.

        `noun` is `noun` or `noun.case` of `words.yml`: its right form follows the number. `marked` adds “calculated”
        to a figure that the source does not print. A number leads to its row among the year's figures and their
        sources, where there is such a page. Raises KeyError for names that do not exist.
        """
        found = self.book.names[year or self.site.latest][name]
        if not isinstance(found, Figure):
            return self.inline(found, year)
        number = 0 if found.value is None else found.value  # “nav norādīts audzēkņu”, as after nothing
        if noun and found.kind.is_share:  # “21 % pedagogu”, whatever the number and the case
            noun, number = noun.partition(".")[0], 0
        counted = f"{words_of.NBSP}{html.escape(self._noun(noun, number))}" if noun else ""
        if found.value is None:
            missing = f'<span class="missing" data-name="{html.escape(name)}">{self.label("not_stated")}</span>'
            return self._bound(missing, name, year) + counted
        kind = "calculated" if found.calculated else "stated"
        mark = f' <small class="mark">({self.label("calculated")})</small>' if found.calculated and marked else ""
        shown = (
            f'<data class="{kind}" value="{found.plain}" data-name="{html.escape(name)}">'
            f"{found.written(self.language)}</data>"
        )
        return self._bound(shown, name, year) + counted + mark

    def _bound(self, shown, name, year):
        """Wrap a number in the link to its row on the page of figures and their sources, if it has one."""
        year = year or self.site.latest
        if name not in listed_figures(self.book)[year]:
            return shown
        row = html.escape(f"{self.address(f'{year}/{NUMBERS}/')}#{row_id(name)}")
        return f'<a class="bound" href="{row}">{shown}</a>'

    def _noun(self, noun, value):
        word, _, case = noun.partition(".")
        forms = self.site.words.nouns[word]
        form = words_of.plural(ends(value)[1], self.language)
        return forms.en[form] if self.language == "en" else forms.lv[case or "nominative"][form]

    def literal(self, words, reason):
        """Give the HTML of words with a number that is no figure of the report."""
        shown = html.escape(words)
        return f'<span class="literal" title="{html.escape(reason)}">{shown}</span>' if self.reasons else shown

    def text(self, text, year, *, reviewed=True):
        """Give the block HTML of a text of the data (`Text` with calls of `value` in it, or a plain str without).

        `reviewed` adds the words for a text whose translation has to be reviewed.
        """
        pieces = split(text.in_(self.language), "")[0] if isinstance(text, Text) else [text]
        self._fragments.pieces.clear()
        filled = [self._shown(piece, year) if isinstance(piece, Call) else piece for piece in pieces]
        # A value may itself be a text that was just converted, so the marks are set only now.
        self._fragments.pieces.clear()
        marked = [
            self._fragments.keep(done) if isinstance(piece, Call) else done
            for piece, done in zip(pieces, filled, strict=True)
        ]
        return self._convert("".join(marked) + (self._under_review(text) if reviewed else ""))

    def _under_review(self, text):
        """Give the mark for the words after a text whose Latvian has changed since it was translated."""
        origin = getattr(text, "origin", text)
        if self.language == "lv" or not isinstance(text, Text) or origin not in self.book.translation.under_review:
            return ""
        return " " + self._fragments.keep(
            f'<small class="mark mark--words">({self.label("text_under_review")})</small>'
        )

    def notice(self, path, address):
        """Give the HTML that says that the page at `path` has yet to be gone through, or empty where it need not be.

        A translation that is under review leads to its Latvian at `address`.
        """
        page = next(page for page in self.book.pages if (page.language, page.path) == (self.language, path))
        if to_review(self.book, page):
            return f'<p class="under-review">{self.label("page_carried")}</p>'
        if self.language == "lv" or path not in self.book.translation.under_review:
            return ""
        link = f'<a href="{html.escape(address)}" hreflang="lv" lang="lv">{html.escape(self._title(path, "lv"))}</a>'
        return f'<p class="under-review">{self.label("page_under_review")} {link}</p>'

    def _title(self, path, language):
        page = next(page for page in self.book.pages if page.language == language and page.path == path)
        return page.front_matter["title"]

    def _shown(self, call, year):
        """Give the HTML of a call in a text of the data."""
        if call.macro == "literal":
            return self.literal(call.get("words"), call.get("reason"))
        return self.value(call.get("name"), call.get("noun"), call.get("year") or year, marked=False)

    def words(self, text, year, *, reviewed=True):
        """Give a text of the data as plain words, its figures filled in."""
        return re.sub(r"[ \n\t]+", " ", plain_words(self.text(text, year, reviewed=reviewed))).strip()

    def note(self, name, year=None):
        """Give the HTML of the note on a known discrepancy, with a link to it on the page that lists all of them.

        Raises KeyError where there is none.
        """
        year = year or self.site.latest
        record = self.site.years[year].discrepancies[name]
        listed = html.escape(f"{self.address(f'{year}/{DISCREPANCIES}/')}#{row_id(name)}")
        return (
            f'<div class="discrepancy" role="note"><p><strong>{self.label("discrepancy")}: '
            f'<a href="{listed}">{html.escape(plain_words(self.inline(record.title, year)))}</a>.</strong> '
            f"{self.inline(record.note, year)}</p></div>"
        )

    def inline(self, text, year):
        """Give the HTML of a text without the paragraph round it, where it is just one."""
        block = self.text(text, year)
        inner = block.removeprefix("<p>").removesuffix("</p>")
        return inner if "<p>" not in inner and block.startswith("<p>") and block.endswith("</p>") else block

    def content(self, content, year, *, marked=False):
        """Give the HTML of a cell."""
        if content is None or (isinstance(content, Blank) and self.language != "lv"):
            return f'<span class="missing">{self.label("not_stated")}</span>'
        if isinstance(content, Translated):
            other = next(language for language in LANGUAGES if language != self.language)
            return f'<span lang="{other}">{html.escape(content.text.in_(other))}</span>'
        if isinstance(content, Blank):
            return '<span class="blank"></span>'
        if isinstance(content, Link | PageLink):
            return self._link(content, year)
        if isinstance(content, Named):
            return self.value(content.name, year=content.year or year, marked=marked)
        if isinstance(content, Formula | Place):
            return self._origin(content, year)
        if isinstance(content, Stack):
            parts = [self.content(item, year, marked=marked) for item in content.items]
            if content.ordered:
                return "<ol>" + "".join(f"<li>{part}</li>" for part in parts) + "</ol>"
            return "\n".join(f"<div>{part}</div>" for part in parts)
        return self.inline(content, year)

    def _link(self, content, year):
        if isinstance(content, Link):
            address, words = self.address(f"{year}/{content.address}"), content.text.in_(self.language)
        else:
            address = self.address(f"{year}/" + ("" if content.page == "index" else f"{content.page}/"))
            words = no_breaks(self._title(f"{year}/{content.page}.md", self.language), self.language)
        return f'<a href="{html.escape(address)}">{html.escape(words)}</a>'

    def _origin(self, content, year):
        """Give the formula of a figure, or where it stands: the file, where it is typed the line, with a link to it."""
        name = content.name
        if isinstance(content, Formula):
            names = self.book.names[year]
            return html.escape(formula(names[name], names, self.site.words.labels, self.language) or "–")
        keys = name.split(".")
        calculated = self.book.names[year][name].calculated
        if keys[0] == "form":
            path = ("forms", self.site.years[year].report.form, *keys[1:])
        else:
            path = ("years", year, *(keys[:1] if calculated else keys))
        file, line = self.book.loaded.where(path)
        words = html.escape(file.rpartition("/")[2])
        if not calculated:
            words += ", " + self.label("line", line=line).replace(" ", words_of.NBSP)
        if not self.repository:
            return words
        target = f"{self.repository}{file}" + ("" if calculated else f"#L{line}")
        edit = "" if calculated else " " + self.edit("edit", path)
        return f'<a href="{html.escape(target)}">{words}</a>{edit}'

    def edit(self, key, path):
        """Give a link, with the label `key` as its words, to where the value at a path of the data is edited."""
        if not self.repository:
            return ""
        file, line = self.book.loaded.where(path)
        target = html.escape(f"{self.repository.replace('/blob/', '/edit/')}{file}#L{line}")
        where = f"{self.label(key)}: {html.escape(file.rpartition('/')[2])}, {self.label('line', line=line)}"
        return f'<a class="edit" href="{target}" aria-label="{where}" data-search-exclude>{self.label(key)}</a>'

    def table(self, name, year=None):
        """Give the HTML of the table called `name`. Raises KeyError where there is none."""
        year = year or self.site.latest
        table = build(self.book, year, name)
        identity = "table-" + re.sub(r"[^a-z0-9]", "-", name)
        path = place(year, name)
        edit = self.edit("edit_data", path) if path else ""
        if not table.has_rows:
            nothing = f"{self.inline(table.caption, year)}: {self.label('not_stated')}."
            words = self.inline(table.empty, year) if table.empty else nothing
            return f'<p class="table-empty" id="{identity}">{words}{edit and " " + edit}</p>'
        return self.built(table, identity, self._caption(table, name, year), year, edit)

    def built(self, table, identity, caption, year, edit=""):
        """Give the HTML of a `Table` under the id `identity`, with its caption, and the link to edit it, as HTML."""
        if self.language != "lv":  # the text that is signed is the Latvian one
            table = table.without(table.by_hand)
        role = _roles(table)
        columns = [unbound(self.content(column, year)) for column in table.columns]
        widths = self._widths(table, columns, year)
        # The line breaks between cells keep their words apart in the search index.
        head = "\n".join(
            f'<th scope="col"{_classes(table, index, widths)}{role("columnheader")}>{column}</th>'
            for index, column in enumerate(columns)
        )
        bodies = "\n".join(self._group(table, group, columns, year) for group in table.groups)
        notes = "".join(f'<p class="table-note">{self.inline(note, year)}</p>' for note in table.notes)
        if table.source:
            source = self.inline(table.source, year)
            notes += f'<p class="table-source">{self.label("source")}: {source}{edit and " " + edit}</p>'
        elif edit:
            notes += f'<p class="edit">{edit}</p>'
        return (
            f'<div class="data-table data-table--{table.layout}" id="{identity}">'
            f'<div class="data-table__scroll"{_scrollable(table, identity)}>'
            f'<table class="data-table__table"{role("table")}>'
            f'<caption id="{identity}-caption"><span class="data-table__caption">'
            f"{caption}</span></caption>\n"
            f"<thead{role('rowgroup')}><tr{role('row')}>{head}</tr></thead>\n{bodies}</table></div>{notes}</div>"
        )

    def _widths(self, table, columns, year):
        """Give the classes by which a table of texts shares the width of paper among its columns; see paper.css."""
        if table.layout != "stacked":
            return None
        rows = [
            [self.content(cell, year) for cell in (row.head, *row.cells)]
            for group in table.groups
            for row in group.rows
        ]
        return [f"share-{parts}" for parts in shares(columns, rows)]

    def _caption(self, table, name, year):
        words = unbound(self.inline(table.caption, year))
        number = table_numbers(self.book).get((year, name))
        if number is None:
            return words
        numbered = self.label("table", number=number)
        return f'<span class="data-table__number">{numbered}</span> {words}'

    def _group(self, table, group, columns, year):
        role = _roles(table)
        rows = [self._row(table, row, columns, year) for row in group.rows]
        if group.heading is not None:
            heading = unbound(self.content(group.heading, year))
            head = f'<th scope="rowgroup" colspan="{len(columns)}"{role("rowheader")}>{heading}</th>'
            rows.insert(0, f'<tr class="group"{role("row")}>{head}</tr>')
        lines = "\n".join(rows)
        return f"<tbody{role('rowgroup')}>{lines}</tbody>"

    def _row(self, table, row, columns, year):
        role, alone = _roles(table), table.plain_numbers
        cells = f'<th scope="row"{role("rowheader")}>{unbound(self.content(row.head, year))}</th>'
        for index, cell in enumerate(row.cells, 1):
            # On a phone the column's head stands over the cell; see report.css.
            label = f' data-label="{html.escape(plain_words(columns[index]))}"' if table.layout == "stacked" else ""
            content = self.content(cell, year, marked=table.layout == "headline")
            content = unbound(content) if alone else content
            cells += f"\n<td{_classes(table, index)}{role('cell')}{label}>{content}</td>"
        kind = ' class="total"' if row.total else ""
        kind += f' id="{row_id(row.name)}"' if row.name else ""
        return f"<tr{kind}{role('row')}>{cells}</tr>"


def row_id(name):
    """Give the id of the row that is called `name`."""
    return "row-" + re.sub(r"[^a-z0-9]", "-", name)


def _classes(table, index, widths=None):
    names = [*(["number"] if index in table.numeric else []), *(widths[index : index + 1] if widths else [])]
    return f' class="{" ".join(names)}"' if names else ""


def _scrollable(table, identity):
    """A part that may scroll sideways has to be reachable and named for the keyboard (WCAG 2.2, 2.1.1)."""
    return f' role="region" tabindex="0" aria-labelledby="{identity}-caption"' if table.layout == "scroll" else ""


def _roles(table):
    """Cards change CSS `display`, which takes a table's meaning away in some browsers; explicit roles keep it."""
    return (lambda name: f' role="{name}"') if table.layout == "stacked" else (lambda _name: "")
