"""What holds for the whole site and every year: one class per file right under `data/`."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field, model_validator

from macros.data.schema.charts import Chart
from macros.data.schema.form import Form
from macros.data.schema.kinds import Entry, Licence, Model, Text, Untranslated, Website
from macros.data.schema.tables import Table, with_columns
from macros.data.schema.words import Words
from macros.data.schema.year import Report


class Centre(Model):
    """`centre.yml`: who publishes the report."""

    name: Text
    short_name: Text
    website: Website
    founder: Text
    licence: Licence | None = None
    """The address of the licence under which the data may be used; only the centre can say."""


class Term(Model):
    """A term of the glossary: how it is called, what it means, how it is abbreviated.

    `also` is other English that is right in some sentences, `never` English that is wrong everywhere. `searched_as` is
    what else readers may type who look for it.
    """

    term: Text
    short: Text | None = None
    meaning: Text | None = None
    searched_as: tuple[Text, ...] = ()
    also: tuple[Untranslated, ...] = ()
    never: tuple[Untranslated, ...] = ()


class Translation(Model):
    """A term that readers need no explanation of, but translators do; the rest is as in `Term`."""

    lv: Untranslated
    en: Untranslated
    searched_as: tuple[Text, ...] = ()
    also: tuple[Untranslated, ...] = ()
    never: tuple[Untranslated, ...] = ()


class Terms(Model):
    """`terms.yml`: abbreviations, terms, and Latvian names that stay Latvian in English sentences."""

    terms: dict[str, Term]
    translations: tuple[Translation, ...]
    latvian_names: tuple[Untranslated, ...]


class Privacy(Model):
    """`privacy.yml`: what may be told of people."""

    smallest_group: Annotated[int, Field(ge=2)]
    contacts: tuple[str, ...] = ()
    """Telephone numbers and e-mail addresses of the centre that pages may show."""


class Slip(Model):
    """A phrase that is wrong and what to write instead; with `*` at its end, whatever ending follows."""

    wrong: Entry
    right: Entry


class Spelling(Model):
    """`spelling.yml`: words that are right though no dictionary has them, and slips that no dictionary sees."""

    latvian: tuple[Entry, ...] = ()
    english: tuple[Entry, ...] = ()
    abbreviations: tuple[Entry, ...] = ()
    """Abbreviations and names that are right in both languages, whether some text has them or not."""
    slips: tuple[Slip, ...] = ()
    american: tuple[Slip, ...] = ()
    ize: tuple[Entry, ...] = ()
    """English words that are rightly spelt with -ize or -yze."""

    def allowed(self, language: str) -> tuple[str, ...]:
        """Give the words and phrases that are right in `lv` or `en`."""
        return self.latvian if language == "lv" else self.english


class Site(Model):
    """All data: the files for every year, and a report per school year, the latest first."""

    centre: Centre
    privacy: Privacy
    words: Words
    terms: Terms
    forms: dict[str, Form]
    spelling: Spelling
    tables: dict[str, Table]
    charts: dict[str, Chart]
    years: dict[str, Report]

    _columns = model_validator(mode="before")(with_columns)

    @property
    def latest(self) -> str:
        """The folder of the year that the site leads with: the latest final one; until there is one, the first draft.

        A year that is being prepared leads only where there is no other.
        """
        final = [year for year, report in self.years.items() if report.report.status == "final"]
        return max(final) if final else min(self.years.keys() - self.preparing or self.years)

    def before(self, year: str) -> str | None:
        """Give the last year before one that there is a report of, None where there is none.

        One that is being prepared is compared only with another such.
        """
        hidden = self.preparing if year not in self.preparing else frozenset()
        return max((one for one in self.years.keys() - hidden if one < year), default=None)

    @property
    def preparing(self) -> frozenset[str]:
        """The folders of the years that are being prepared: marked wherever they are named, and not to be found."""
        return frozenset(year for year, report in self.years.items() if report.report.status == "preparing")

    def year_of(self, path: str) -> str | None:
        """Give the school year in whose folder a page or a file of data stands, or None."""
        return next((part for part in path.split("/") if part in self.years), None)

    def form(self, year: str | None) -> Form | None:
        """Give the form that the report of a year follows; None where there is none, or it names one that is not."""
        return self.forms.get(self.years[year].report.form) if year in self.years else None

    @property
    def latvian_names(self) -> list[str]:
        """The names that stay Latvian in English: of `terms.yml`, addresses, persons, and such as corrections cite."""
        names = set(self.terms.latvian_names)
        for report in self.years.values():
            names.update(report.places.addresses.values())
            names.update(who.person for who in report.signatures.signatories if who.person)
        known = {word for name in names for word in name.split()}
        told = (one for report in self.years.values() for one in report.corrections.values())
        cited = (text for one in told for text in (one.was, one.now))
        return sorted(names.union(*(_names_in(text, known) for text in cited)))


def _names_in(text: Text, known: Collection[str]) -> set[str]:
    """Give what a correction says alike in both languages and is a name: all words have a capital or are `known`."""
    alike = {*text.lv.split("; ")} & {*text.en.split("; ")}
    words = {part: [word for word in part.split() if word[0].isalpha()] for part in alike}
    return {
        part
        for part, all_ in words.items()
        if len(all_) > 1 and all(word[0].isupper() or word in known for word in all_)
    }
