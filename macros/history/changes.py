"""What a change of data and pages means for readers, for whoever reviews it: numbers, texts, pages, translations."""

from collections.abc import Callable
from fractions import Fraction

from macros.check.calls import read
from macros.data.schema import LANGUAGES, Text
from macros.history.latvian import changed
from macros.history.markdown import BAR, code, plain
from macros.history.new_year.renamed import SCHOOL_YEAR
from macros.html.render import Renderer
from macros.pages.address import address
from macros.pages.calls import SPAN
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import CHANGE
from macros.show.shown import shown, with_parts
from macros.words.language import percent, rounded, school_year, year_after

FEW = 10
"""How many items of a list are shown openly."""
Folded = Callable[[str, str], str]
"""Gives Markdown that is shown once somebody opens it, of its title and what it holds."""
_WORDS = {
    "lv": {
        "title": "Pārmaiņas kopš {base}",
        "year": "{year} mācību gads",
        "numbers": "Skaitļi",
        "columns": "Skaitlis | Bija | Ir | Pārmaiņas | Lapas",
        "texts": "Teksti",
        "was": "bija",
        "is": "ir",
        "pages": "Lapas",
        "changed": "mainīts fails {file}",
        "new": "jauns fails {file}",
        "gone": "faila {file} vairs nav",
        "shown": "mainās tajā rādītie dati",
        "stale": "Tulkojumi, kas jāpārskata",
        "calculated": "aprēķināts",
        "sealed": "Noslēgtie gadi, kas mainīti bez ieraksta failā corrections.yml",
        "folded": "Parādīt visus: {count}",
        "taken_over": "Jauns gads; kas pārņemts no {year} mācību gada bez izmaiņām, te nav rādīts.",
        "none": "Ne skaitļos, ne tekstos, ne lapās nekas nav mainījies.",
    },
    "en": {
        "title": "Changes since {base}",
        "year": "{year} school year",
        "numbers": "Numbers",
        "columns": "Number | Was | Is | Change | Pages",
        "texts": "Texts",
        "was": "was",
        "is": "is",
        "pages": "Pages",
        "changed": "{file} has changed",
        "new": "{file} is new",
        "gone": "{file} is gone",
        "shown": "the data it shows change",
        "stale": "Translations to review",
        "calculated": "calculated",
        "sealed": "Sealed years changed without a record in corrections.yml",
        "folded": "Show all: {count}",
        "taken_over": "A new year; what it took over from {year} as it was is not listed here.",
        "none": "No number, text or page has changed.",
    },
}


def _left_open(_title, content):
    return content


def changes(before: Book, after: Book, base: str, language: str, folded: Folded = _left_open) -> str:
    """Give all that differs between two books as Markdown in a language, the latest year first.

    Of both, all tables can be built: see `check.can_be_tabulated`. What is long goes through `folded`.
    """
    words = _WORDS[language]

    def short(listed):
        for heading, lines, count in listed:
            content = "\n".join(lines)
            yield heading
            yield content if count <= FEW else folded(words["folded"].format(count=count), content)

    parts = [*short(_unsealed(before, after, words))]
    for year in sorted({*before.site.years, *after.site.years}, reverse=True):
        found = [
            *_taken_over(before, after, year, language),
            *short(_numbers(before, after, year, language)),
            *short(_texts(before, after, year, language)),
        ]
        if found:
            parts += [f"## {words['year'].format(year=school_year(year, language))}", *found]
    parts += [*short(_pages(before, after, words)), *short(_stale(before, after, words))]
    return "\n\n".join([f"# {words['title'].format(base=code(base))}", *(parts or [words["none"]])]) + "\n"


def _taken_over(before, after, year, language):
    """Tell of a new year that what it took over from the one before is not listed."""
    origin, last = _origin(before, after, year)
    if origin is after:
        yield _WORDS[language]["taken_over"].format(year=school_year(last, language))


def _origin(before, after, year):
    """Give the book and the year that a year's texts are compared with: a new year's with those of the one before."""
    last = year_after(year, -1)
    is_new = year not in before.site.years and last in after.site.years
    return (after, last) if is_new else (before, year)


def unsealed(before: Book, after: Book) -> list[str]:
    """Give the years whose seals were broken: the check cannot see what stood in the record before."""
    broken = []
    for year, seal in before.seals.items():
        now = after.seals.get(year)
        marks = [one.kept for one in (seal, now) if one]
        if now is None or (marks[0] != marks[1] and now.corrections <= seal.corrections):
            broken.append(year)
    return broken


def _unsealed(before, after, words):
    if broken := unsealed(before, after):
        yield f"## {words['sealed']}", [f"- {code(year)}" for year in broken], len(broken)


def _numbers(before, after, year, language):
    words, rows = _WORDS[language], []
    old, new = (_of_kind(book, year, Figure) for book in (before, after))
    pages = [
        (page, with_parts(shown(after, page, year)[0], after, year)) for page in after.pages if page.language == "lv"
    ]
    for name in dict.fromkeys([*new, *old]):
        was, now = old.get(name), new.get(name)
        if _said(was, language) != _said(now, language):
            marked = f" ({words['calculated']})" if (now or was).calculated else ""
            where = ", ".join(code(page.path) for page, used in pages if name in used)
            cells = [
                code(name) + marked,
                _said(was, language),
                _said(now, language),
                _grown(was, now, language),
                where,
            ]
            rows.append(f"| {' | '.join(cell.replace('|', BAR) for cell in cells)} |")
    if rows:
        head = [f"| {words['columns']} |", "| --- | ---: | ---: | ---: | --- |"]
        yield f"### {words['numbers']}", [*head, *rows], len(rows)


def _of_kind(book, year, kind):
    return {name: one for name, one in book.names.get(year, {}).items() if isinstance(one, kind)}


def _said(figure, language):
    return "–" if figure is None or figure.value is None else figure.written(language)


def _grown(was, now, language):
    """Give by how many percent a count has changed; of shares, changes, dates and ranges nothing is said."""
    stated = [figure for figure in (was, now) if figure and figure.value is not None]
    if len(stated) < len((was, now)) or any(not one.kind.is_number or one.kind.is_share for one in stated):
        return "–"
    if CHANGE in (was.kind, now.kind):
        return "–"
    if was.kind.unit != now.kind.unit or not was.value:
        return "–"
    grown = 100 * (Fraction(now.value) - Fraction(was.value)) / abs(Fraction(was.value))
    return percent(rounded(grown), language, signed=True)


def _texts(before, after, year, language):
    words, items, count = _WORDS[language], [], 0
    origin, last = _origin(before, after, year)
    old, new = _of_kind(origin, last, Text | str), _of_kind(after, year, Text | str)
    sides = [(book, one, texts) for book, one, texts in ((origin, last, old), (after, year, new))]
    known = {_bare(text) for text in old.values()} if last != year else set()
    for name in dict.fromkeys(new if known else [*new, *old]):
        if old.get(name) == new.get(name) or (known and _bare(new[name]) in known):
            continue
        said = [
            read(Renderer(book, tongue), text, one) if (text := texts.get(name)) is not None else "–"
            for book, one, texts in sides
            for tongue in LANGUAGES
        ]
        items.append(f"- {code(name)}")
        count += 1
        for was, now in dict.fromkeys(((said[0], said[2]), (said[1], said[3]))):
            if was != now:
                items += [f"    - {words['was']}: {code(was)}", f"    - {words['is']}: {code(now)}"]
    if items:
        yield f"### {words['texts']}", items, count


def _bare(text):
    """Give what is the same of a text in all years: its Latvian words without calls and years."""
    return SPAN.sub("", SCHOOL_YEAR.sub("", text.lv if isinstance(text, Text) else text))


def _pages(before, after, words):
    old, new = ({page.file: page for page in book.pages} for book in (before, after))
    told: dict[str, list[str]] = {}
    for file in sorted({*old, *new}):
        page = new.get(file) or old[file]
        notes = told.setdefault(page.path, [])
        if file not in new or file not in old:
            notes.append(words["new" if file in new else "gone"].format(file=code(file)))
        elif (old[file].front_matter, old[file].body) != (page.front_matter, page.body):
            notes.append(words["changed"].format(file=code(file)))
    other = {year: _differing(before, after, year) for year in after.names}
    for path in {page.path for page in after.pages if any(_shows(after, page, *one) for one in other.items())}:
        told[path].append(words["shown"])
    places = {path: at for at, path in enumerate(after.nav)}
    items = [
        f"- {code(address(path) or '/')} {plain(_title(path, after, before))} – {', '.join(notes)}"
        for path, notes in sorted(told.items(), key=lambda item: places.get(item[0], len(places)))
        if notes
    ]
    if items:
        yield f"## {words['pages']}", items, len(items)


def _differing(before, after, year):
    """Give the names of a year that read otherwise than before."""

    def reads(one):
        return _said(one, "lv") if isinstance(one, Figure) else one

    old = before.names.get(year, {})
    return {name for name, one in after.names[year].items() if reads(one) != reads(old.get(name))}


def _shows(book, page, year, names):
    """Tell whether a page shows one of the names of a year, or what follows from it."""
    used, words = shown(book, page, year)
    texts = {one.lv for name in names if isinstance(one := book.names[year][name], Text)}
    return not (names.isdisjoint(with_parts(used, book, year)) and texts.isdisjoint(words))


def _title(path, *books):
    """Give the title of the page, in Latvian if there is one."""
    pages = filter(None, (book.page(language, path) for language in LANGUAGES for book in books))
    titles = [(page.front_matter or {}).get("title") for page in pages]
    return next((str(title) for title in titles if title), path)


def _stale(before, after, words):
    known = {source.name for source, _entry in before.translation.stale}
    stale = [source for source, _entry in after.translation.stale if source.name not in known]
    if stale:
        lines = [line for source in stale for line in _to_review(before, after, source)]
        yield f"## {words['stale']}", lines, len(stale)


def _to_review(before, after, source):
    """Yield the lines on a stale page or text: what has changed in the Latvian, and the English there."""
    yield f"- {code(source.name)}"
    earlier = [_both(before, one) for one in before.translation.sources if one.name == source.name]
    latvian, english = _both(after, source)
    if len(earlier) == 1:  # the items of a list share one name
        for now, beside in changed(earlier[0][0], latvian, english):
            yield f"    - lv: {code(now)}"
            if beside:
                yield f"    - en: {code(beside)}"


def _both(book, source):
    """Give the Latvian and the English words of a page or text."""
    if isinstance(source.content, Text):
        return source.content.lv, source.content.en
    return [page.body for language in LANGUAGES if (page := book.page(language, source.content))]
