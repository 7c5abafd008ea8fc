"""Rules for calls of our macros, in pages and in texts of the data."""

from collections.abc import Collection, Iterator

from macros.data.schema import LANGUAGES, Text
from macros.html.render import Renderer
from macros.pages.calls import Call, calls_in
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import DATE, MONTH
from macros.report.once import once_per_book
from macros.show import outline
from macros.show.charts import of_all_years
from macros.words.problems import Problem, Sentences, did_you_mean
from macros.words.spaces import single_spaced


def calls_name_what_exists(book: Book) -> Iterator[Problem]:
    """Each figure, noun, table and year that a page or a text of the data calls for exists."""
    for page in book.pages:
        for call in page.calls:
            yield from (page.problem(call.line, *said) for said in faults(book, call, page.year))
    for name, words in book.texts:
        for call in calls_in(words, "")[0]:
            yield from (book.problem(name, *said) for said in _faults_in_a_text(book, call, name.year))


def readable(book: Book, text: Text, year: str) -> bool:
    """Say whether all that a text of the data calls for can be shown; what cannot is told by the rule above."""
    split_up = [calls_in(text.in_(language), "") for language in LANGUAGES]
    return not any(
        problems or any(any(_faults_in_a_text(book, call, year)) for call in calls) for calls, problems in split_up
    )


def read(renderer: Renderer, text: Text | str, year: str) -> str:
    """Give the words of a text of a year; where it calls for what there is not, as it is typed."""
    if isinstance(text, Text) and not readable(renderer.book, text, year):
        return single_spaced(text.in_(renderer.language))
    return renderer.words(text, year)


def _faults_in_a_text(book, call, year):
    """A text of the data can show figures, lists and words with figures: no table, no text that shows another."""
    yield from faults(book, call, year)
    shown = book.shown_by(call, year)
    shows_a_text = call.macro == "value" and isinstance(shown, Text)
    if call.macro in ("table", "figure") or (
        shows_a_text and not _shows_figures_only(book, shown, book.year_of(call, year))
    ):
        lv = f"{call} te neder: datu tekstā var ielikt tikai skaitli, sarakstu vai tekstu, kurā ir vārdi un skaitļi. "
        en = f"{call} does not fit here: a text of the data can only show a figure, a list or a text of words and "
        yield f"{lv}Tabulas un attēlus liek lapā.", f"{en}figures. Tables and figures go on pages."


def _shows_figures_only(book, text, year):
    """Say whether all that a text of the data calls for are figures, or words with a number that is none."""
    calls = [call for language in LANGUAGES for call in calls_in(text.in_(language), "")[0]]
    return all(isinstance(book.shown_by(call, year), Figure) for call in calls if call.macro != "literal")


def _silent(book, name, year):
    """A chart tells something: its heading is in the year's figures.yml; of several years, it may say what it is of."""
    if name not in book.site.years[year].figures and not of_all_years(book, year, name):
        place, heading = f"data/{year}/figures.yml", "“heading: { lv: …, en: … }”."
        lv = f"Attēlam “{name}” nav virsraksta: failā {place} pievienojiet “{name}:” un zem tā ar atkāpi {heading}"
        yield lv, f"The figure “{name}” has no heading: in {place} add “{name}:” and below it, indented, {heading}"


def both_languages_of_a_text_show_the_same(book: Book) -> Iterator[Problem]:
    """A text of the data calls for the same figures in both languages, in whatever order its sentences need."""
    texts = dict(book.texts)
    for name in (name for name in texts if name.keys[-1] == "lv"):
        english = name.above.below("en")
        if english not in texts:  # which is told as such
            continue
        ours, theirs = _in_both(texts[name]), _in_both(texts[english])
        if ours is not None and theirs is not None and ours != theirs:
            only_lv = ", ".join(call for call in ours if call not in theirs) or "–"
            only_en = ", ".join(call for call in theirs if call not in ours) or "–"
            yield book.problem(
                english,
                f"Izsaukumi nesakrīt. Tikai latviešu tekstā: {only_lv}; tikai angļu tekstā: {only_en}. Abās valodās "
                "jābūt vieniem un tiem pašiem.",
                f"The calls differ. Only in Latvian: {only_lv}; only in English: {only_en}. Both languages need the "
                "same ones.",
            )


def _in_both(words: str) -> list[str] | None:
    """Give what a text and its translation have to share of its calls, or None where some cannot be read."""
    calls, problems = calls_in(words, "")
    return None if problems else sorted(call.in_both for call in calls)


@once_per_book
def called_on_pages(book: Book) -> set[tuple[str, str, str | None]]:
    """Give what some page calls for: the macro, the year that it is asked of, and the name."""
    calls = ((call, book.year_of(call, page.year)) for page in book.pages for call in page.calls)
    return {(call.macro, year, call.get("name")) for call, year in calls}


def faults(book: Book, call: Call, year: str | None) -> Iterator[Sentences]:
    """Yield what is wrong with a call that stands in a year: a year, a name or a noun that does not exist."""
    if call.macro == "literal":
        return
    wanted = book.year_of(call, year)
    if wanted not in book.site.years:
        years = ", ".join(book.site.years)
        yield (
            f"Mācību gada “{wanted}” datu nav; dati ir par: {years}.",
            f"There are no data for the school year “{wanted}”; there are data for: {years}.",
        )
        return
    name, place = call.get("name") or "", ".venv/bin/report names"
    if call.macro == "claim":
        place = f"data/{wanted}/claims.yml"
    existing, lv_kind, en_kind = names_for(book, call.macro, wanted)
    found: object = name in existing
    if call.macro in ("value", "list") and "*" in name:
        found = book.facts[wanted].expand(name) or book.facts[wanted].has_nothing_yet(name)
    if not found:
        lv, en = did_you_mean(name, existing)
        lv = f"{lv_kind} “{name}” {wanted} datos nav.{lv} Izlabojiet nosaukumu vai izdzēsiet to kopā ar figūriekavām; "
        en = f"There is no {en_kind} “{name}” in the data of {wanted}.{en} Correct the name or delete it with its "
        yield f"{lv}visus nosaukumus parāda “{place}”.", f"{en}braces; “{place}” lists all names."
        return
    if call.macro == "figure":
        yield from _silent(book, name, wanted)
    if call.get("noun"):
        yield from _noun(book, call, wanted)


def names_for(book: Book, macro: str, year: str) -> tuple[Collection[str], str, str]:
    """Give the names that a macro can call for, and what they name, “of a …” in Latvian."""
    match macro:
        case "table":
            return outline.tables(book)[year], "Tabulas", "table"
        case "figure":
            return outline.charts(book)[year], "Attēla", "figure"
        case "claim":
            return book.site.years[year].claims, "Apgalvojuma", "claim"
    return book.names[year], "Vērtības", "value"


def _noun(book, call, year):
    """A noun stands after a number, and words.yml has it in the case that is asked for."""
    name, noun = call.get("name"), call.get("noun")
    found = book.names[year].get(name)
    if not isinstance(found, Figure) or found.kind in (DATE, MONTH):
        yield (
            f"“{name}” nav skaitlis, tāpēc lietvārds “{noun}” te neder; izdzēsiet to.",
            f"“{name}” is not a number, so the noun “{noun}” does not fit here; delete it.",
        )
    else:
        word, _, case = noun.partition(".")
        nouns = book.site.words.phrases
        choices = [f"{key}.{c}" for key, forms in nouns.items() for c in forms.lv] + list(nouns)
        if word not in nouns or (case or "nominative") not in nouns[word].lv:
            lv, en = did_you_mean(noun, choices)
            yield (
                f"Vārdu “{noun}” failā data/words.yml nav.{lv} Izlabojiet nosaukumu vai pievienojiet tos tur.",
                f"There is no phrase “{noun}” in data/words.yml.{en} Correct the name or add it there.",
            )
