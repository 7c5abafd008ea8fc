"""Where figures and texts are taken from: the sections of the report that `sources.yml` names, and how that reads."""

from macros.data.name import Name, is_there
from macros.data.schema import LANGUAGES, Text
from macros.data.schema.kinds import Citation, Filled
from macros.report.book import Book
from macros.report.compute import IN_TABLES, Figure
from macros.report.once import once_per_data
from macros.report.tables import tables
from macros.show.tables.shape import FromSection, filled, label
from macros.words.language import listed


def cited(book: Book, year: str, *names: str) -> list[Citation]:
    """Give what names of the data are taken from, each source once: sections in their order, then other sources.

    What stands nearest in `sources.yml` counts: the name itself, or else the closest that holds it; and of what the
    name holds, that which is from elsewhere. A calculated figure is from where its parts are, what the form asks for
    from the form.
    """
    found = dict.fromkeys(one for name in names for one in _cited(book, year, name))
    sections = [one for one in found if isinstance(one, str)]
    return [*sorted(sections, key=_in_order), *(one for one in found if not isinstance(one, str))]


def _in_order(section):
    """Give what the number of a section is sorted by: 2 stands before 11."""
    return list(map(int, section.split(".")))


@once_per_data
def _cited(book: Book, year: str, name: str) -> tuple[Citation, ...]:
    figure, sources = book.names[year].get(name), book.site.years[year].sources
    if isinstance(figure, Figure) and figure.parts:
        return tuple(one for part in figure.parts for one in _cited(book, year, part))
    whole = Name(year, name)
    if whole.topic == "form":
        form = book.site.form(year)
        return (form.name,) if form else ()
    if (own := _of_its_table(book.site, whole)) is not None:
        return own
    if not is_there(book.site, whole):
        return ()
    above = (".".join(whole.keys[:size]) for size in range(len(whole.keys), 0, -1))
    own = next((sources[one] for one in above if one in sources), ())
    below = (sources[one] for one in sources if one.startswith(f"{name}."))
    return (*own, *(one for found in below if set(found).isdisjoint(own) for one in found))


def _of_its_table(site, name):
    """Give where a table says that its rows are taken from, None where it does not or there is none."""
    table = tables(site, name.year).get(name.keys[1]) if name.topic == IN_TABLES and name.keys[1:] else None
    return table.source if table else None


def source(book: Book, year: str, *names: str) -> Text | None:
    """Give what names are taken from as readers see it, or None where `sources.yml` does not say."""
    found = cited(book, year, *names)
    sections = [one for one in found if isinstance(one, str)]
    words = [one for one in found if isinstance(one, Text)]
    if sections:
        numbers = Text(lv=listed([f"{section}." for section in sections], "lv"), en=listed(sections, "en"))
        words.insert(0, filled(label(book, "source_sections" if sections[1:] else "source_section"), sections=numbers))
    if len(found) == len(sections) == 1:
        return FromSection(section=sections[0], **vars(words[0]))
    if not words[1:]:
        return words[0] if words else None
    joined = {language: "; ".join(one.in_(language) for one in words) for language in LANGUAGES}
    return Filled(origin=getattr(words[0], "origin", words[0]), **joined)
