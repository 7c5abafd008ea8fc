"""What stands in the data though nobody sees it."""

from collections.abc import Iterator

from macros.data.name import Name
from macros.data.schema import Text
from macros.report.book import Book
from macros.report.compute import ABOUT_THE_DATA, IN_TABLES
from macros.report.rules import names_in
from macros.show.outline import charts
from macros.show.shown import shown, with_parts
from macros.words.problems import Problem, did_you_mean

_REFERENCES = "corrections.*.figures.*"
"""Names of other data, which stand where no reader sees them."""


def all_data_are_used(book: Book) -> Iterator[Problem]:
    """Each figure and text of a year is shown on a page, in a table that a page calls for, or compared by a rule."""
    for year in book.years if not any(page.broken for page in book.whole.pages) else ():
        pages = [shown(book, page, year) for page in book.whole.pages]
        used = set(_compared(book, year)).union(*(names for names, _words in pages))
        used = with_parts(used, book, year)
        words = "\n".join(word for _names, words in pages for word in words)
        for name, leaf in (one for one in book.leaves if one[0].year == year):
            silent = name.topic in (*ABOUT_THE_DATA, IN_TABLES, "report", "figures") or name.matches(_REFERENCES)
            if leaf is None or silent or str(name) in used or _seen(leaf, words):
                continue
            yield Problem(
                *book.loaded.where(name),
                f"“{name}” nav redzams nevienā lapā, un neviens noteikums to nesalīdzina. Parādiet to lapā ar "
                f'{{{{ value("{name}") }}}} vai izdzēsiet.',
                f"“{name}” is shown on no page, and no rule compares it. Show it on a page with "
                f'{{{{ value("{name}") }}}} or delete it.',
                "todo",
            )


def nothing_is_listed_in_vain(book: Book) -> Iterator[Problem]:
    """Each address is one where an area is taught, each caption that of a table, each heading that of a chart."""
    called = {(book.year_of(call, page.year), call.get("name")) for page, call in _charts_called(book)}
    for year, report in book.years.items():
        taught = {place for area in report.learners.areas.values() for place in area.places}
        for key, address in report.places.addresses.items():
            if key not in taught:
                yield Problem(
                    *book.loaded.where(Name(year, "places.addresses", key)),
                    f"Adresē “{address}” nav nevienas jomas nodarbību: pievienojiet “{key}” failā learners.yml pie "
                    "“places” vai izdzēsiet to šeit.",
                    f"No area is taught at “{address}”: add “{key}” to “places” in learners.yml, or delete it here.",
                )
        for name in report.figures:
            if (year, name) not in called:
                known = charts(book)[year]
                lv, en = ("", "") if name in known else did_you_mean(name, known)
                yield Problem(
                    *book.loaded.where(Name(year, "figures", name)),
                    f"Attēla “{name}” nav nevienā lapā, tāpēc šo virsrakstu neviens neredz.{lv} Ielieciet lapā "
                    f'{{{{ figure("{name}") }}}} vai izdzēsiet virsrakstu.',
                    f"No page has the figure “{name}”, so nobody sees this heading.{en} Put "
                    f'{{{{ figure("{name}") }}}} on a page or delete the heading.',
                )


def _charts_called(book):
    return ((page, call) for page in book.whole.pages for call in page.calls if call.macro == "figure")


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
