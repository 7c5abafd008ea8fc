"""Rules for the page of all figures: where each is from, and that readers can tell one from another."""

from collections.abc import Iterator

from macros.check.called import named
from macros.check.unused import unseen
from macros.data.name import Name, is_there, leaves
from macros.data.schema import LANGUAGES, Report, Text
from macros.pages.calls import SPAN
from macros.report.book import Book
from macros.report.compute import ABOUT_THE_DATA, IN_TABLES, Figure
from macros.report.tables import tables
from macros.show.outline import listed_figures
from macros.show.sources import cited
from macros.show.tables.numbers import called, figures
from macros.words.problems import Problem, did_you_mean

LONGEST = 100
"""Signs of the words for a figure: more is a sentence."""
NAMED = 3
"""How many names a message tells."""
_TOPICS = {*Report.model_fields} - {*ABOUT_THE_DATA}


def sources_name_what_exists(book: Book) -> Iterator[Problem]:
    """Each name in sources.yml is one of the year's data, each section there and in tables.yml one of its form."""
    for year, report in book.years.items():
        form = book.site.form(year)
        for name in report.sources:
            place = Name(year, "sources", name)
            figure = book.names[year].get(name)
            if isinstance(figure, Figure) and figure.calculated:
                yield book.problem(
                    place,
                    f"“{name}” ir aprēķināts, un tā avots ir to skaitļu avots, no kuriem tas aprēķināts; izdzēsiet šo "
                    "rindu.",
                    f"“{name}” is calculated, and its source is that of the figures it is calculated from; delete this "
                    "line.",
                )
            elif name.split(".")[0] not in _TOPICS or not is_there(book.site, Name(year, name)):
                lv, en = did_you_mean(name, _with_what_holds_them(report, year))
                yield book.problem(
                    place,
                    f"Gada datos nav nekā ar nosaukumu “{name}”.{lv} Ierakstiet skaitļa vai grupas nosaukumu vai "
                    "izdzēsiet šo rindu.",
                    f"Nothing in the year’s data is named “{name}”.{en} Write the name of a figure or a group, or "
                    "delete this line.",
                )
        if form:
            for place, sources in _taken_from(book, year):
                yield from _unknown_sections(book, place, sources, form.numbers)


def _taken_from(book: Book, year: str) -> Iterator[tuple[Name, tuple[str | Text, ...]]]:
    """Yield where sources are named, in sources.yml and at tables that the year fills, and these."""
    report, of_tables = book.site.years[year], tables(book.site, year)
    yield from ((Name(year, "sources", name), sources) for name, sources in report.sources.items())
    found = ((Name(year, "tables", key, "source"), of_tables[key].source) for key in report.tables)
    yield from ((place, sources) for place, sources in found if sources)


def _unknown_sections(
    book: Book, place: Name, sources: tuple[str | Text, ...], known: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield what is wrong with the sections that something in the data is taken from; `known` are those of the form."""
    about = place.keys[1]
    for index, section in enumerate(sources):
        if isinstance(section, str) and section not in known:
            lv, en = did_you_mean(section, known)
            yield book.problem(
                place.below(index),
                f"“{about}”: gada veidlapā nav {section}. punkta.{lv} Izlabojiet numuru.",
                f"“{about}”: the year’s form has no section {section}.{en} Correct the number.",
            )


def _with_what_holds_them(report, year):
    """Give the names of all values and of the groups that they stand in."""
    names = (name for name, _leaf in leaves(report, Name(year), whole=Text) if name.topic not in ABOUT_THE_DATA)
    every = [name.keys for name in names]
    return dict.fromkeys(".".join(keys[:size]) for keys in every for size in range(1, len(keys) + 1))


def figures_have_a_source(book: Book) -> Iterator[Problem]:
    """Sources.yml, or its table, says of each figure where in the report it stands."""
    for year in book.years:
        lacking: dict[str, list[str]] = {}
        for name, figure in figures(book, year).items():
            if not figure.calculated and not cited(book, year, name):
                place = Name(year, name)
                of_table = place.topic == IN_TABLES
                lacking.setdefault(".".join(place.keys[:2]) if of_table else place.topic, []).append(name)
        for whole, names in lacking.items():
            told_lv, told_en = named(book, year, *names[:NAMED])
            more = len(names) - NAMED
            topic, _, table = whole.partition(".")
            if table:
                lv, en = f"šai tabulai failā {topic}.yml", f"at this table in {topic}.yml"
            else:
                lv, en = "failā sources.yml", "in sources.yml"
            example = f"{'source' if table else topic}: [1.1, 3.2.3]"
            yield book.problem(
                Name(year, names[0]),
                f"Nav norādīts, kurā ziņojuma punktā ir {told_lv}{f' un vēl {more}' if more > 0 else ''}; ierakstiet "
                f"to {lv}, piemēram: {example}",
                f"The section of the report is not given for {told_en}{f' and {more} more' if more > 0 else ''}; write "
                f"it {en}, for example: {example}",
                "todo",
            )


def figures_can_be_told_apart(book: Book) -> Iterator[Problem]:
    """On the page of all figures each has words of its own, and no more than a line or two.

    One that nothing else shows has to be shown, or deleted, first.
    """
    for year in book.years:
        first: dict[str, str] = {}
        shown_nowhere = {str(name) for name, _value in unseen(book, year)}
        for name in (one for one in listed_figures(book)[year] if one not in shown_nowhere):
            words = called(book, year, name)
            told = [SPAN.sub("00", words.in_(language)) for language in LANGUAGES] if words else []
            same = [first[one] for one in told if first.setdefault(one, name) != name]
            if words is None:
                lv, en = f"Skaitlis “{name}” lasītājam nav aprakstīts", f"Readers are not told what “{name}” is"
            elif same:
                lv = f"“{name}” un “{same[0]}” lasītājam nosaukti vienādi: “{told[0]}”"
                en = f"“{name}” and “{same[0]}” are called the same: “{told[1]}”"
            elif max(map(len, told)) > LONGEST:
                lv = f"“{name}” apraksts ir garāks par {LONGEST} zīmēm: “{told[0]}”"
                en = f"What “{name}” is called is longer than {LONGEST} characters: “{told[1]}”"
            else:
                continue
            yield book.problem(
                Name(year, name),
                f"{lv}. Failā data/words.yml pie “numbers:” pievienojiet “{name}” un īsi ierakstiet, kas tas ir.",
                f"{en}. In data/words.yml, under “numbers:”, add “{name}” and say briefly what it is.",
                "todo",
            )
