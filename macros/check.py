"""What disagrees: between the files of the data, between pages and data, between the two languages.

Each rule is a small function; its docstring is the rule. All run, and all findings are told at once.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.compute import names
from macros.load import Loaded, load
from macros.pages import Page, calls_in, read_pages
from macros.problems import Problem, Problems, did_you_mean
from macros.schema import Model, Text
from macros.tables import known as known_tables
from macros.tables import pattern_of

PLURAL_FORMS = {"lv": {"zero", "one", "other"}, "en": {"one", "other"}}


@dataclass(frozen=True)
class Book:
    """Data and pages that belong together and were found to agree."""

    loaded: Loaded
    pages: tuple[Page, ...]
    nav: tuple[str, ...]

    @property
    def site(self):
        """All data."""
        return self.loaded.site

    def table_numbers(self):
        """Give `(year, table) → number` in the order in which the nav's pages call for them, from 1 in each year."""
        numbers, last = {}, {}
        pages = {page.path: page for page in self.pages if page.language == "lv"}
        for path in self.nav:
            page = pages.get(path)
            for call in page.calls if page and page.year else ():
                key = (page.year, call.get("name"))
                if call.macro == "table" and key not in numbers and key[1] not in UNNUMBERED:
                    numbers[key] = last[page.year] = last.get(page.year, 0) + 1
        return numbers


UNNUMBERED = {"key_figures", "overview", "signatures", "downloads"}
"""Tables that carry no number: the front page's figures and files, and the lines to sign on."""


def open_book(root):
    """Give the project at `root` as a `Book` without errors. Raises `Problems` with all of them."""
    book, found = inspect(root)
    errors = [problem for problem in found if problem.level == "error"]
    if errors:
        raise Problems(errors)
    return book


def inspect(root):
    """Give `(book, problems)` of the project at `root`; `book` is None where the data cannot be read."""
    pages, found = read_pages(root)
    try:
        loaded = load(root)
    except Problems as problems:
        return None, sorted({*found, *problems.found})
    book = Book(loaded, tuple(pages), nav(root))
    for rule in RULES:
        found.extend(rule(book))
    return book, sorted(set(found))


def nav(root):
    """Give the paths of the pages in the order of `mkdocs.yml`."""

    class Loader(yaml.SafeLoader):
        """Passes over tags such as `!ENV`, which only MkDocs knows."""

    Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)
    entries = yaml.load((Path(root) / "mkdocs.yml").read_text("utf-8"), Loader)["nav"]  # noqa: S506 – a SafeLoader

    def flat(items):
        for item in items:
            if isinstance(item, str):
                yield item
            else:
                for value in item.values():
                    yield from [value] if isinstance(value, str) else flat(value)

    return tuple(flat(entries))


def texts(value, path=()):
    """Yield `(path, words)` for each string of each `Text` below `value`."""
    if isinstance(value, Text):
        yield (*path, "lv"), value.lv
        yield (*path, "en"), value.en
    elif isinstance(value, Model):
        for key in type(value).model_fields:
            yield from texts(getattr(value, key), (*path, key))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def unknown_keys_referred_to(book):
    """An area refers to addresses, a criterion to methods and groups, a sum to parts, that exist."""
    for year, report in book.site.years.items():
        here = ("years", year)
        for key, area in report.learners.areas.items():
            path = (*here, "learners", "areas", key, "places")
            yield from _unknown(book, path, area.places, report.places.addresses, "data/places.yml")
        for key in report.resources.by_area:
            yield from _unknown(book, (*here, "resources", "by_area", key), [key], report.learners.areas, "learners.yml")
        for key, criterion in report.criteria.items.items():
            path = (*here, "criteria", "items", key)
            yield from _unknown(book, (*path, "methods"), criterion.methods, report.criteria.methods, "criteria.yml")
            for name, indicator in criterion.indicators.items():
                used = [indicator.group] if indicator.group else []
                group_path = (*path, "indicators", name, "group")
                yield from _unknown(book, group_path, used, criterion.groups, "criteria.yml")
        sums = report.report.printed_sums
        yield from _unknown(book, (*here, "report", "printed_sums"), sums, names(book.site, year), "report.yml")


def _unknown(book, path, used, known, where):
    for index, name in enumerate(used):
        if name not in known:
            file, line = book.loaded.where((*path, index))
            lv, en = did_you_mean(name, known)
            yield Problem(
                file,
                line,
                f"“{name}” nekur nav aprakstīts ({where.split('/')[-1]}).{lv} Izlabojiet nosaukumu vai pievienojiet to.",
                f"“{name}” is described nowhere ({where.split('/')[-1]}).{en} Mend the name or add it.",
            )


def labels_are_complete(book):
    """Every table has a caption and as many column heads as it has columns; every noun has all its plural forms."""
    words = book.site.words
    for year in book.site.years:
        for name in known_tables(book.site, year):
            pattern, _keys = pattern_of(name)
            if pattern not in words.tables:
                file, line = book.loaded.where(("words", "tables"))
                yield Problem(
                    file,
                    line,
                    f"Tabulai “{pattern}” trūkst virsraksta un ailu nosaukumu.",
                    f"The table “{pattern}” has no caption and column heads.",
                )
    for noun, forms in words.nouns.items():
        for case, given in {**forms.lv, "en": forms.en}.items():
            wanted = PLURAL_FORMS["en" if case == "en" else "lv"]
            if set(given) != wanted:
                file, line = book.loaded.where(("words", "nouns", noun))
                yield Problem(
                    file,
                    line,
                    f"Vārdam “{noun}” ({case}) vajadzīgas formas: {', '.join(sorted(wanted))}.",
                    f"The noun “{noun}” ({case}) needs the forms: {', '.join(sorted(wanted))}.",
                )


def calls_name_what_exists(book):
    """Each figure, noun, table and year that a page or a text of the data calls for exists."""
    for page in book.pages:
        for call in page.calls:
            yield from _call_problems(book, call, page.file, call.line, page.year)
    for path, words in texts(book.site):
        year = path[1] if path[0] == "years" else None
        if "{{" in words or "{#" in words:
            file, line = book.loaded.where(path)
            calls, problems = calls_in(words, file, line)
            yield from (Problem(file, line, problem.lv, problem.en) for problem in problems)
            for call in calls:
                yield from _call_problems(book, call, file, line, year)


def _call_problems(book, call, file, line, year):
    wanted = call.get("year") or year or book.site.latest
    if wanted not in book.site.years:
        years = ", ".join(book.site.years)
        yield Problem(
            file,
            line,
            f"Mācību gada “{wanted}” datu nav; ir: {years}.",
            f"There are no data for the school year “{wanted}”; there are: {years}.",
        )
        return
    name = call.get("name")
    if call.macro == "table":
        existing, lv_kind, en_kind = known_tables(book.site, wanted), "Tabulas", "table"
    else:
        existing, lv_kind, en_kind = names(book.site, wanted), "Vērtības", "value"
    if name not in existing:
        lv, en = did_you_mean(name, existing)
        yield Problem(
            file,
            line,
            f"{lv_kind} “{name}” {wanted} datos nav.{lv} Visus nosaukumus rāda “report names”.",
            f"There is no {en_kind} “{name}” in the data of {wanted}.{en} “report names” lists them all.",
        )
    noun = call.get("noun")
    if noun:
        word, _, case = noun.partition(".")
        nouns = book.site.words.nouns
        choices = [f"{key}.{c}" for key, forms in nouns.items() for c in forms.lv] + list(nouns)
        if word not in nouns or (case or "nominative") not in nouns[word].lv:
            lv, en = did_you_mean(noun, choices)
            yield Problem(
                file,
                line,
                f"Vārda “{noun}” failā data/words.yml nav.{lv}",
                f"There is no noun “{noun}” in data/words.yml.{en}",
            )


def both_languages_have_the_same_pages(book):
    """Each page stands in docs/lv and docs/en under the same name, and in the nav."""
    paths = {language: {p.path: p for p in book.pages if p.language == language} for language in ("lv", "en")}
    for language, other in (("lv", "en"), ("en", "lv")):
        for path in sorted(paths[language].keys() - paths[other].keys()):
            yield Problem(
                f"docs/{language}/{path}",
                0,
                f"Šai lapai nav otras valodas lapas docs/{other}/{path}; izveidojiet to.",
                f"This page has no counterpart docs/{other}/{path}; make it.",
            )
    for path in sorted((paths["lv"].keys() & paths["en"].keys()) - set(book.nav)):
        yield Problem(
            f"docs/lv/{path}",
            0,
            "Lapas nav satura rādītājā; pievienojiet to mkdocs.yml sadaļā “nav”.",
            "The page is not in the navigation; add it to “nav” in mkdocs.yml.",
        )
    for path in book.nav:
        if path not in paths["lv"] and path not in paths["en"]:
            yield Problem(
                "mkdocs.yml",
                0,
                f"Sadaļa “nav” min lapu {path}, kuras nav; izveidojiet lapu vai izdzēsiet rindu.",
                f"“nav” names the page {path}, which does not exist; make the page or delete the line.",
            )


def pages_say_what_they_are(book):
    """Each page has a title and a description at its top, begins with one level-1 heading, and skips no level."""
    for page in book.pages:
        for key in ("title", "description"):
            if key not in page.front_matter:
                yield Problem(
                    page.file,
                    1,
                    f"Lapas sākumā trūkst rindas “{key}: …”.",
                    f"A line “{key}: …” is missing at the top of the page.",
                )
        levels = [heading.level for heading in page.headings]
        if levels.count(1) != 1 or levels[0] != 1:
            line = page.headings[0].line if page.headings else 1
            yield Problem(
                page.file,
                line,
                "Lapai jāsākas ar vienu virsrakstu “# …”; apakšvirsraksti ir “## …”.",
                "A page begins with one heading “# …”; those below it are “## …”.",
            )
        for before, after in zip(page.headings, page.headings[1:], strict=False):
            if after.level > before.level + 1:
                yield Problem(
                    page.file,
                    after.line,
                    f"Pēc {before.level}. līmeņa virsraksta nevar uzreiz būt {after.level}. līmenis; noņemiet vienu #.",
                    f"A heading of level {after.level} cannot follow one of level {before.level}; take away a #.",
                )


def both_languages_show_the_same(book):
    """A page and its translation call for the same figures and tables, in the same order, under the same headings."""
    english = {page.path: page for page in book.pages if page.language == "en"}
    for page in (page for page in book.pages if page.language == "lv"):
        other = english.get(page.path)
        if other is None:
            continue
        yield from _first_difference(
            page,
            other,
            [(str(call), call.line) for call in page.calls],
            [(str(call), call.line) for call in other.calls],
            ("izsaukums", "call"),
        )
        yield from _first_difference(
            page,
            other,
            [("#" * h.level + f" {{ #{h.id} }}" if h.id else "#" * h.level, h.line) for h in page.headings],
            [("#" * h.level + f" {{ #{h.id} }}" if h.id else "#" * h.level, h.line) for h in other.headings],
            ("virsraksts", "heading"),
        )
        for side in (page, other):
            ids = [heading.id for heading in side.headings]
            for heading in side.headings:
                if heading.id is None:
                    yield Problem(
                        side.file,
                        heading.line,
                        "Virsrakstam trūkst adreses, abās valodās vienādas, piemēram, “## Mērķi { #targets }”.",
                        "The heading has no address, the same in both languages, such as “## Targets { #targets }”.",
                    )
                elif ids.count(heading.id) > 1:
                    yield Problem(
                        side.file,
                        heading.line,
                        f"Adrese #{heading.id} lapā ir vairākkārt; katram virsrakstam dodiet savu.",
                        f"The address #{heading.id} stands more than once; give each heading its own.",
                    )


def _first_difference(page, other, ours, theirs, kind):
    for index in range(max(len(ours), len(theirs))):
        left = ours[index] if index < len(ours) else ("–", ours[-1][1] if ours else 1)
        right = theirs[index] if index < len(theirs) else ("–", theirs[-1][1] if theirs else 1)
        if left[0] != right[0]:
            yield Problem(
                other.file,
                right[1],
                f"Valodas atšķiras: {index + 1}. {kind[0]} latviski ir {left[0]} ({page.file}:{left[1]}), "
                f"angliski {right[0]}. Panāciet, lai tie sakrīt.",
                f"The languages differ: {kind[1]} {index + 1} is {left[0]} in Latvian ({page.file}:{left[1]}) "
                f"and {right[0]} in English. Make them the same.",
            )
            return


RULES = (
    unknown_keys_referred_to,
    labels_are_complete,
    calls_name_what_exists,
    both_languages_have_the_same_pages,
    pages_say_what_they_are,
    both_languages_show_the_same,
)
