"""The catalogue of the data for open data portals, by DCAT-AP 3: a dataset for each year, and one of all figures.

It is JSON-LD whose words are explained in itself, so that nothing has to be fetched to read it.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from macros.data.schema import LANGUAGES, Text
from macros.datasets.dataset import in_both
from macros.datasets.rights import publisher, rights
from macros.html.render import Renderer
from macros.pages.address import language_folder
from macros.report.book import Book
from macros.show import charts, outline, published
from macros.show.tables.caption import caption
from macros.show.tables.shape import filled, label
from macros.words.language import school_year
from macros.words.spaces import plain_spaces

_EU, _IANA = "http://publications.europa.eu/resource/authority", "https://www.iana.org/assignments/media-types"
FORMATS = {
    "csv": ("CSV", "text/csv"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": ("JSON", "application/json"),
}
"""The kinds of files, as the EU and IANA call them."""
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SPOKEN = {"lv": "LAV", "en": "ENG"}
Thing = dict[str, Any]


def catalogue(book: Book, site_url: str) -> Thing:
    """Give the catalogue of the site at an address, which ends in a slash."""
    return _Catalogue(book, site_url).whole()


class _Catalogue:
    """Tells of the data of a book, on the site at an address."""

    def __init__(self, book, site_url):
        self.book, self.at = book, site_url
        self._renderers = {language: Renderer(book, language) for language in LANGUAGES}

    def whole(self) -> Thing:
        """Give the catalogue: all years together, then each year."""
        every = [published.FIGURES, *published.of_all_years(self.book)]
        figures = label(self.book, "datasets_figures")
        shared = self._dataset(f"{published.FOLDER}/#{published.FIGURES}", figures, self._about())
        shared["dcat:landingPage"] = self._pages(f"{published.FOLDER}/")
        shared["dct:accrualPeriodicity"] = _a(f"{_EU}/frequency/ANNUAL", "dct:Frequency")
        shared["dcat:distribution"] = [one for name in every for one in self._files(name, None)]
        return {
            "@context": CONTEXT,
            "@id": f"{self.at}{published.CATALOGUE}",
            "@type": "dcat:Catalog",
            "dct:title": in_both(self._ours(label(self.book, "datasets_catalogue_title"))),
            "dct:description": in_both(self._about()),
            "dct:publisher": self._publisher(),
            "dct:language": _languages(),
            "foaf:homepage": _a(f"{self.at}{published.FOLDER}/", "foaf:Document"),
            **self._rights(),
            "dcat:dataset": [shared, *map(self._of_year, published.years(self.book))],
        }

    def _of_year(self, year) -> Thing:
        report = self.book.site.years[year].report
        title = filled(label(self.book, "datasets_year"), title=report.title, year=partial(school_year, year))
        made = self._dataset(f"{published.FOLDER}/{year}/#data", title, self._about(report.status))
        whole = self._distribution(f"{year}/data.json", label(self.book, "download_data"), "json")
        whole["dct:conformsTo"] = _a(f"{self.at}{published.YEAR_SCHEMA}", "dct:Standard")
        names = [published.FIGURES, *published.of_year(self.book, year)]
        first, last = ({"@value": one, "@type": "xsd:gYear"} for one in year.split("-"))
        made["dct:temporal"] = {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last}
        made["dcat:landingPage"] = self._pages(f"{year}/")
        if signed := self.book.site.years[year].signatures.document.date:
            made["dct:issued"] = {"@value": signed.isoformat(), "@type": "xsd:date"}
        if corrected := self.book.site.years[year].last_corrected:
            made["dct:modified"] = {"@value": corrected.isoformat(), "@type": "xsd:date"}
        tables = [one for name in names for one in self._files(name, year)]
        drawn = [one for name in outline.drawn(self.book, year) for one in self._files_of_chart(name, year)]
        made["dcat:distribution"] = [whole, *tables, *drawn]
        return made

    def _about(self, status="") -> Text:
        """Give what the data are, and whether the report is a draft."""
        about = label(self.book, "datasets_about")
        if not status:
            return about
        words = label(self.book, f"status_{status}")
        marks = {one: f"{about.in_(one).removesuffix('.')} ({words.in_(one)})." for one in LANGUAGES}
        return Text(**marks)

    def _dataset(self, path, title, about) -> Thing:
        return {
            "@id": f"{self.at}{path}",
            "@type": "dcat:Dataset",
            "dct:identifier": f"{self.at}{path}",
            "dct:title": in_both(self._ours(title)),
            "dct:description": in_both(about),
            "dct:publisher": self._publisher(),
            "dcat:contactPoint": self._contact(),
            "dct:language": _languages(),
            "dct:spatial": _a(f"{_EU}/country/LVA", "dct:Location"),
            "dcat:theme": _a(f"{_EU}/data-theme/EDUC", "skos:Concept"),
            "dcat:keyword": self._keywords(),
        }

    def _ours(self, title) -> Text:
        """Give a title with whose it is, as a portal shows it among those of others."""
        short = self.book.site.centre.short_name
        return Text(**{one: f"{short.in_(one)}: {title.in_(one)}" for one in LANGUAGES})

    def _keywords(self) -> list[Thing]:
        words = label(self.book, "datasets_keywords")
        return [{"@value": word, "@language": one} for one in LANGUAGES for word in words.in_(one).split(", ")]

    def _pages(self, path) -> list[Thing]:
        """Give a page of the site in each language."""
        return [_a(f"{self.at}{language_folder(one)}{path}", "foaf:Document") for one in LANGUAGES]

    def _files(self, name, year) -> Iterator[Thing]:
        """Yield the files of a table, or of all figures."""
        of = year or self.book.site.latest
        said = caption(self.book, of, "numbers" if name == published.FIGURES else name)
        if said is None or (name == published.FIGURES and year is None):
            said = label(self.book, "datasets_figures")
        for ending in ("csv", "xlsx"):
            yield self._distribution(published.address(name, ending, year), self._plain(said, of), ending)

    def _files_of_chart(self, name, year) -> Iterator[Thing]:
        """Yield the files of the data of a chart."""
        title = self._plain(charts.subject(self.book, year, name), year)
        for ending in ("csv", "xlsx"):
            yield self._distribution(published.chart_file(name, ending, year), title, ending)

    def _plain(self, text, year) -> Text:
        return Text(**{one: plain_spaces(self._renderers[one].words(text, year)) for one in LANGUAGES})

    def _distribution(self, path, title, ending) -> Thing:
        eu, iana = FORMATS[ending]
        return {
            "@id": f"{self.at}{path}",
            "@type": "dcat:Distribution",
            "dct:title": in_both(title),
            "dcat:accessURL": {"@id": f"{self.at}{path}"},
            "dcat:downloadURL": {"@id": f"{self.at}{path}"},
            "dcat:mediaType": _a(f"{_IANA}/{iana}", "dct:MediaType"),
            "dct:format": _a(f"{_EU}/file-type/{eu}", "dct:MediaTypeOrExtent"),
            **{key: {"@id": one["@id"]} for key, one in self._rights().items()},
        }

    def _rights(self) -> Thing:
        """Give the licence, or that none is stated yet."""
        found = rights(self.book, "dct:license", "rdfs:label")
        if "dct:license" in found:
            return {"dct:license": {**found["dct:license"], "@type": "dct:LicenseDocument"}}
        return {"dct:rights": {"@id": f"{self.at}{published.FOLDER}/#licence", "@type": "dct:RightsStatement", **found}}

    def _contact(self) -> Thing:
        """Give whom to ask: the centre, on its own pages."""
        centre = self.book.site.centre
        return {
            "@id": f"https://{centre.website}/#contact",
            "@type": "vcard:Organization",
            "vcard:fn": in_both(centre.name),
            "vcard:hasURL": {"@id": f"https://{centre.website}/"},
        }

    def _publisher(self) -> Thing:
        address = f"https://{self.book.site.centre.website}/#centre"
        return {"@id": address, "@type": "foaf:Agent", **publisher(self.book, "foaf:name", "foaf:homepage")}


def _languages() -> list[Thing]:
    return [_a(f"{_EU}/language/{_SPOKEN[one]}", "dct:LinguisticSystem") for one in LANGUAGES]


def _a(address, kind) -> Thing:
    return {"@id": address, "@type": kind}
