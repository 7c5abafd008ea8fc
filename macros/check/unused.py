"""What stands in the data though nobody sees it."""

from dataclasses import fields

from macros.book import NUMBERS
from macros.calls import calls_in
from macros.compute import ABOUT_THE_DATA, TEXT_PARTS, Figure
from macros.figures import drawing, message
from macros.figures.tabulate import tabulate
from macros.problems import Problem, did_you_mean
from macros.rules import names_in
from macros.schema import LANGUAGES, Text, leaves
from macros.tables import Group, Named, PageLink, Row, Stack, Table, build
from macros.tables.shape import BUILDERS


def all_data_are_used(book):
    """Each figure and text of a year is shown on a page, in a table that a page calls for, or compared by a rule."""
    for year, report in book.site.years.items() if not any(page.broken for page in book.pages) else ():
        used, words = _shown(book, year)
        used.update(_compared(book, year))
        for name in list(used):
            _add_with_parts(name, book.names[year], used)
        for path, leaf in leaves(report, whole=Text):
            name = ".".join(map(str, path))
            if leaf is None or path[0] in (*ABOUT_THE_DATA, "report", "figures") or name in used or _seen(leaf, words):
                continue
            file, line = book.loaded.where(("years", year, *path))
            yield Problem(
                file,
                line,
                f"“{name}” nav redzams nevienā lapā, un neviens noteikums to nesalīdzina. Parādiet to lapā ar "
                f'{{{{ value("{name}") }}}} vai izdzēsiet.',
                f"“{name}” is shown on no page, and no rule compares it. Show it on a page with "
                f'{{{{ value("{name}") }}}} or delete it.',
                "todo",
            )


def nothing_is_listed_in_vain(book):
    """Each address is one where an area is taught, each caption that of a table, each heading that of a figure."""
    for year, report in book.site.years.items():
        taught = {place for area in report.learners.areas.values() for place in area.places}
        for key, address in report.places.addresses.items():
            if key not in taught:
                yield Problem(
                    *book.loaded.where(("years", year, "places", "addresses", key)),
                    f"Adresē “{address}” nemāca nevienu jomu: pievienojiet “{key}” failā learners.yml pie “places” vai "
                    "izdzēsiet to šeit.",
                    f"No area is taught at “{address}”: add “{key}” to “places” in learners.yml, or delete it here.",
                )
        for name in report.figures:
            called = {(call.get("year") or page.year, call.get("name")) for page, call in _figures_called(book)}
            if (year, name) not in called:
                known = book.figures[year]
                lv, en = ("", "") if name in known else did_you_mean(name, known)
                yield Problem(
                    *book.loaded.where(("years", year, "figures", name)),
                    f"Attēla “{name}” nav nevienā lapā, tāpēc šo virsrakstu neviens neredz.{lv} Ielieciet lapā "
                    f'{{{{ figure("{name}") }}}} vai izdzēsiet virsrakstu.',
                    f"No page has the figure “{name}”, so nobody sees this heading.{en} Put "
                    f'{{{{ figure("{name}") }}}} on a page or delete the heading.',
                )
    for name in book.site.words.tables:
        if name not in BUILDERS:
            lv, en = did_you_mean(name, BUILDERS)
            yield Problem(
                *book.loaded.where(("words", "tables", name)),
                f"Tabulas “{name}” programmā nav, tāpēc tās virsrakstu neviens neredz.{lv} Izlabojiet nosaukumu vai "
                "izdzēsiet to.",
                f"The program has no table “{name}”, so nobody sees its caption.{en} Correct the name or delete it.",
            )


def _figures_called(book):
    return ((page, call) for page in book.pages for call in page.calls if call.macro == "figure")


def _seen(leaf, words):
    """A text shows where its words stand in a table; a plain word such as `achieved` or `saules_7` is a reference."""
    if isinstance(leaf, Text):
        return leaf.lv in words
    return isinstance(leaf, str) and (leaf.isidentifier() or leaf in words)


def _shown(book, year):
    """Give `(names, words)` that pages show: by calls, and in the tables they call for but the one that has all."""
    used, words = set(), []
    for page in book.pages:
        for call in page.calls:
            if (call.get("year") or page.year or book.site.latest) != year:
                continue
            if call.macro == "value":
                used.add(call.get("name"))
            elif call.macro == "table" and call.get("name") in book.tables[year] and call.get("name") != NUMBERS:
                _add(build(call.get("name"), book.site, year), used, words)
            elif call.macro == "figure" and call.get("name") in book.figures[year]:
                _add(tabulate(drawing(call.get("name"), book.site, year), book.site), used, words)
                _add(message(call.get("name"), book.site, year), used, words)
    return used, "\n".join(words)


def _add(shown, used, words):
    """Add the names and the words of what is shown."""
    for content in _contents(shown):
        if isinstance(content, Named):
            used.add(content.name)
        elif isinstance(content, Text):
            used.update(_called(content))
            words.append(content.lv)
        else:
            words.append(content)


def _contents(content):
    """Yield all that stands in a table, its caption and notes: `Named`, `Text`, plain words and names of pages."""
    if isinstance(content, Named | Text | str):
        yield content
    elif isinstance(content, PageLink):
        yield content.page
    elif isinstance(content, tuple):
        for item in content:
            yield from _contents(item)
    elif isinstance(content, Table | Group | Row | Stack):
        for field in fields(content):
            yield from _contents(getattr(content, field.name))


def _called(text):
    return {call.get("name") for language in LANGUAGES for call in calls_in(text.in_(language), "")[0]}


def _compared(book, year):
    facts = book.facts[year]
    for rule in book.site.years[year].rules.values():
        for _role, pattern in names_in(rule):
            yield from facts.expand(pattern) or [f"{pattern}.{key}" for key in facts.keys(pattern)]


def _add_with_parts(name, names, used):
    """A text brings the names that it calls for, a calculated figure those that it follows from."""
    found = names.get(name)
    more = found.parts if isinstance(found, Figure) else TEXT_PARTS.get(name, ())
    if isinstance(found, Text):
        more = {*more, *_called(found)}
    for part in more:
        if part not in used:
            used.add(part)
            _add_with_parts(part, names, used)
