"""What a page says of itself to search engines and other programs: JSON-LD in the words of schema.org."""

import json
from collections.abc import Sequence
from typing import Any

from macros.datasets.catalogue import FORMATS
from macros.html.render import Renderer
from macros.pages.address import PREVIEW, address, language_folder
from macros.show import published
from macros.words.language import school_year

Thing = dict[str, Any]
Step = tuple[str, str]
"""A page on the way to another: its title, and its path within the site of all languages."""
_SAFE = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})
"""What no script of a page may hold, whatever it says: with it, words could end the script and begin HTML."""


def linked_data(renderer: Renderer, path: str) -> str:
    """Give the JSON-LD of the page at `path`, to stand in a script; nothing where the site has no address yet.

    It tells of the page, of the report and the data of its year – the latest where it is of none –, of the centre, and
    of the way to the page.
    """
    description = _front(renderer, path).get("description", "")
    return linked_data_of(renderer, way_to(renderer, path), renderer.site.year_of(path), description)


def linked_data_of(renderer: Renderer, way: Sequence[Step], year: str | None, description: str = "") -> str:
    """Give the JSON-LD of any page: the `way` ends there. Where there is none, it tells of all but the page."""
    if not renderer.site_url:
        return ""
    graph = _Graph(renderer, way, year, description).things()
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


def way_to(renderer: Renderer, path: str) -> list[Step]:
    """Give the way from the front page to the page at `path`, by the front page of its year."""
    year, folder = renderer.site.year_of(path), language_folder(renderer.language)
    paths = ["index.md", *([f"{year}/index.md"] if year else []), path]
    return [(_front(renderer, one).get("title", one), f"{folder}{address(one)}") for one in dict.fromkeys(paths)]


def _front(renderer, path):
    page = renderer.book.page(renderer.language, path)
    return (page.front_matter or {}) if page else {}


class _Graph:
    """Tells of a page in the language of a renderer."""

    def __init__(self, renderer, way, year, description):
        self._renderer, self._site, self._steps = renderer, renderer.site, way
        self._of_year, self._description = year, description
        self._root = renderer.site_url
        self._top = f"{self._root}{language_folder(renderer.language)}"
        self._url = f"{self._root}{way[-1][1]}" if way else ""
        self._year = year or renderer.site.latest
        self._centre = {"@id": f"https://{self._site.centre.website}/#centre"}
        self._report = {"@id": f"{self._top}{self._year}/#report"}
        self._data = {"@id": f"{self._root}{published.FOLDER}/{self._year}/#data"}
        self._way = {"@id": f"{self._url}#way"}

    def things(self) -> list[Thing]:
        """Give all that is told of."""
        of_page = [self._page(), self._of_way()] if self._steps else []
        return [self._of_report(), self._of_data(), self._of_centre(), *of_page]

    def _said(self, key, **values):
        return self._site.words.labels.said(key, self._renderer.language, **values)

    def _page(self) -> Thing:
        return {
            "@type": "WebPage",
            "@id": self._url,
            "url": self._url,
            "name": self._steps[-1][0],
            **({"description": self._description} if self._description else {}),
            "inLanguage": self._renderer.language,
            "isPartOf" if self._of_year else "about": self._report,
            "breadcrumb": self._way,
            "publisher": self._centre,
        }

    def _title(self) -> str:
        report, language = self._site.years[self._year].report, self._renderer.language
        return self._said("datasets_year", title=report.title.in_(language), year=school_year(self._year, language))

    def _of_report(self) -> Thing:
        report = self._site.years[self._year]
        document = report.signatures.document
        return {
            "@type": "Report",
            **self._report,
            "url": f"{self._top}{self._year}/",
            "name": self._title(),
            "inLanguage": self._renderer.language,
            "author": self._centre,
            "publisher": self._centre,
            "temporalCoverage": self._year.replace("-", "/"),
            "creativeWorkStatus": self._said(f"status_{report.report.status}"),
            "image": f"{self._top}{self._year}/{PREVIEW}",
            "isAccessibleForFree": True,
            **({"datePublished": document.date.isoformat()} if document.date else {}),
            **self._corrected(),
            **({"reportNumber": document.number} if document.number else {}),
            **self._licence(),
        }

    def _of_data(self) -> Thing:
        files = {
            "json": f"{self._root}{self._year}/data.json",
            "csv": f"{self._root}{published.address(published.FIGURES, 'csv', self._year)}",
            "xlsx": f"{self._root}{published.address(published.FIGURES, 'xlsx', self._year)}",
        }
        return {
            "@type": "Dataset",
            **self._data,
            **({"url": f"{self._top}{published.FOLDER}/"} if published.PAGE in self._renderer.book.nav else {}),
            "name": f"{self._said('datasets_catalogue_title')}, {school_year(self._year, self._renderer.language)}",
            "description": f"{self._title()}. {self._said('datasets_about')}",
            "inLanguage": ["lv", "en"],
            "creator": self._centre,
            "isBasedOn": self._report,
            "temporalCoverage": self._year.replace("-", "/"),
            "isAccessibleForFree": True,
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": FORMATS[ending][1], "contentUrl": file}
                for ending, file in files.items()
            ],
            **self._corrected(),
            **self._licence(),
        }

    def _corrected(self) -> Thing:
        day = self._site.years[self._year].last_corrected
        return {"dateModified": day.isoformat()} if day else {}

    def _licence(self) -> Thing:
        return {"license": self._site.centre.licence} if self._site.centre.licence else {}

    def _of_centre(self) -> Thing:
        centre, language = self._site.centre, self._renderer.language
        return {
            "@type": ["Organization", "EducationalOrganization"],
            **self._centre,
            "name": centre.name.in_(language),
            "alternateName": centre.short_name.in_(language),
            "url": f"https://{centre.website}/",
            "parentOrganization": {"@type": "GovernmentOrganization", "name": centre.founder.in_(language)},
        }

    def _of_way(self) -> Thing:
        steps = [
            {"@type": "ListItem", "position": at, "name": title, "item": f"{self._root}{path}"}
            for at, (title, path) in enumerate(self._steps, 1)
        ]
        return {"@type": "BreadcrumbList", **self._way, "itemListElement": steps}
