"""What stands in the data though nobody sees it."""

from collections.abc import Iterator
from typing import Any

from macros.check.called import named
from macros.check.calls import called_on_pages
from macros.check.form import tables_asked_for
from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.kinds import Model
from macros.report.book import Book
from macros.report.compute import ABOUT_THE_DATA, IN_TABLES
from macros.report.once import once_per_book
from macros.report.rules import names_in
from macros.show.outline import charts, tables
from macros.show.shown import shown, shown_in, with_parts
from macros.show.tables import FILLED, found
from macros.show.tables.numbers import figures
from macros.words.problems import Problem, Sentences, did_you_mean

_REFERENCES = "corrections.*.figures.*"
"""Names of other data, which stand where no reader sees them."""


def all_data_are_used(book: Book) -> Iterator[Problem]:
    """Each figure and text of a year is shown on a page, in a table that a page calls for, or compared by a rule."""
    for year in book.years:
        told: set[Sentences] = set()
        for name, remedy in _remedies(book, year, needless(book, year)):
            if remedy not in told:  # one table shows several
                told.add(remedy)
                called_lv, called_en = named(book, year, str(name))
                yield book.problem(
                    name,
                    f"Nav redzams nevienā lapā, un neviens noteikums failā rules.yml to nesalīdzina: {called_lv}. "
                    f"{remedy[0]}.",
                    f"Shown on no page, and compared by no rule in rules.yml: {called_en}. {remedy[1]}.",
                    "todo",
                )


def needless(book: Book, year: str) -> list[tuple[Name, Any]]:
    """Give what of `unseen` has to be shown or deleted: of blanks only figures, as a text may be meant to be so."""
    counted = figures(book, year)
    return [(name, leaf) for name, leaf in unseen(book, year) if leaf is not None or str(name) in counted]


@once_per_book
def unseen(book: Book, year: str) -> list[tuple[Name, Any]]:
    """Give what stands in the data of a year that no page shows and no rule compares, with its name, blanks too.

    Nothing while what a page shows cannot be told.
    """
    if any(page.broken for page in book.pages):
        return []
    places = [shown(book, page, year) for page in book.pages]
    places += [shown_in(book, year, "table", name) for name in _asked_for(book, year)]
    used = with_parts(set(_compared(book, year)).union(*(names for names, _words in places)), book, year)
    words = "\n".join(word for _names, words in places for word in words)
    return [
        (name, leaf)
        for name, leaf in book.leaves
        if name.year == year
        and name.topic not in (*ABOUT_THE_DATA, IN_TABLES, "report", "figures")
        and not name.matches(_REFERENCES)
        and str(name) not in used
        and not _seen(leaf, words)
    ]


def _asked_for(book, year):
    """Give the tables that the form asks for: of one that no page has, its own rule tells."""
    form = book.site.form(year)
    return {name for section in (form.sections if form else ()) for name in tables_asked_for(book, section, year)}


def _remedies(book, year, unused):
    """Yield the name of each unused value with what to do: call for the table that shows it, else for the value."""
    others = _not_called(book, year) if unused else []
    for name, leaf in unused:
        call = next((call for call, names, words in others if str(name) in names or _seen(leaf, words)), None)
        lv, en = f"Ielieciet lapā {call}", f"Put {call} on a page"
        if call is None:
            call, texts = f'{{{{ value("{name}") }}}}', _texts_beside(book, name)
            lv, en = f"Parādiet to lapā ar {call}", f"Show it on a page with {call}"
            if texts:
                lv = f"Parādiet to tā paša ieraksta tekstā {' vai '.join(texts)} ar {call}"
                en = f"Show it in the text {' or '.join(texts)} of the same entry with {call}"
            if _may_be_deleted(book.site, name):
                lv, en = f"{lv} vai izdzēsiet", f"{en} or delete it"
        yield name, (lv, en)


def _may_be_deleted(site, name):
    """Say whether a value may go without its place being left empty: an entry of a list, or a field not needed."""
    holder = name.above.value(site)
    return not isinstance(holder, Model) or not type(holder).model_fields[name.keys[-1]].is_required()


def _not_called(book, year):
    """Give the tables and charts of a year that no page calls for: the call, with the names and words they show."""
    known = [("table", name) for name in tables(book)[year] if found(book, year, name)[0] not in FILLED]
    known += [("figure", name) for name in charts(book)[year]]
    others = []
    for macro, name in (one for one in known if (one[0], year, one[1]) not in called_on_pages(book)):
        names, words = shown_in(book, year, macro, name)
        others.append((f'{{{{ {macro}("{name}") }}}}', with_parts(names, book, year), "\n".join(words)))
    return others


def _texts_beside(book, name):
    """Give the names of the texts of the entry in which a figure stands below `figures`."""
    entry = vars(name.above.above.value(book.site)) if isinstance(name.above.value(book.site), dict) else {}
    return [f"“{key}”" for key, value in entry.items() if isinstance(value, Text)] if name.keys[2:] else []


def nothing_is_listed_in_vain(book: Book) -> Iterator[Problem]:
    """Each address is one where an area is taught, each heading that of a chart on a page."""
    for year, report in book.years.items():
        taught = {place for area in report.learners.areas.values() for place in area.places}
        for key, address in report.places.addresses.items():
            if key not in taught:
                yield book.problem(
                    Name(year, "places.addresses", key),
                    f"Adresē “{address}” nav nevienas jomas nodarbību: pievienojiet “{key}” failā learners.yml pie "
                    "“places” vai izdzēsiet to šeit.",
                    f"No area is taught at “{address}”: add “{key}” to “places” in learners.yml, or delete it here.",
                )
        for name in report.figures:
            if ("figure", year, name) not in called_on_pages(book):
                known = charts(book)[year]
                lv, en = ("", "") if name in known else did_you_mean(name, known)
                yield book.problem(
                    Name(year, "figures", name),
                    f"Attēla “{name}” nav nevienā lapā, tāpēc šo virsrakstu neviens neredz.{lv} Ielieciet lapā "
                    f'{{{{ figure("{name}") }}}} vai izdzēsiet virsrakstu.',
                    f"No page has the figure “{name}”, so nobody sees this heading.{en} Put "
                    f'{{{{ figure("{name}") }}}} on a page or delete the heading.',
                )


def _seen(leaf, words):
    """A text shows where its words stand in a table; a plain word such as `achieved` or `saules_7` is a reference."""
    if isinstance(leaf, Text):
        return leaf.lv in words
    return isinstance(leaf, str) and (leaf.isidentifier() or leaf in words)


def _compared(book, year):
    facts = book.facts[year]
    report = book.site.years[year]
    for rule in (*report.rules.values(), *report.claims.values()):
        for _role, pattern in names_in(rule):
            yield from facts.expand(pattern) or [f"{pattern}.{key}" for key in facts.keys(pattern)]
