"""What a page says of itself to search engines and other programs: JSON-LD in the words of schema.org."""

import json
from typing import Any

from macros.datasets.catalogue import FORMATS
from macros.html.render import Renderer
from macros.pages.address import PREVIEW, address, language_folder
from macros.show import published
from macros.words.language import school_year

Thing = dict[str, Any]
_SAFE = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})
"""What no script of a page may hold, whatever it says: with it, words could end the script and begin HTML."""


def linked_data(renderer: Renderer, path: str) -> str:
    """Give the JSON-LD of the page at `path`, to stand in a script; nothing where the site has no address yet.

    It tells of the page, of the report and the data of its year – the latest where it is of none –, of the centre, and
    of the way to the page.
    """
    if not renderer.site_url:
        return ""
    graph = _Graph(renderer, path).things()
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


class _Graph:
    """Tells of a page in the language of a renderer."""

    def __init__(self, renderer, path):
        self._renderer, self._path, self._site = renderer, path, renderer.site
        self._root = renderer.site_url
        self._top = f"{self._root}{language_folder(renderer.language)}"
        self._url = f"{self._top}{address(path)}"
        self._year = renderer.site.year_of(path) or renderer.site.latest
        self._centre = {"@id": f"https://{self._site.centre.website}/#centre"}
        self._report = {"@id": f"{self._top}{self._year}/#report"}
        self._data = {"@id": f"{self._root}{published.FOLDER}/{self._year}/#data"}
        self._way = {"@id": f"{self._url}#way"}

    def things(self) -> list[Thing]:
        """Give all that is told of."""
        return [self._page(), self._of_report(), self._of_data(), self._of_centre(), self._of_way()]

    def _said(self, key, **values):
        return self._site.words.labels.said(key, self._renderer.language, **values)

    def _front(self, path):
        page = self._renderer.book.page(self._renderer.language, path)
        return (page.front_matter or {}) if page else {}

    def _page(self) -> Thing:
        front = self._front(self._path)
        return {
            "@type": "WebPage",
            "@id": self._url,
            "url": self._url,
            "name": front.get("title", self._path),
            **({"description": front["description"]} if "description" in front else {}),
            "inLanguage": self._renderer.language,
            "isPartOf" if self._site.year_of(self._path) else "about": self._report,
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
            **self._licence(),
        }

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
        paths = ["index.md", f"{self._year}/index.md" if self._site.year_of(self._path) else "index.md", self._path]
        steps = [
            {
                "@type": "ListItem",
                "position": at,
                "name": self._front(path).get("title", path),
                "item": f"{self._top}{address(path)}",
            }
            for at, path in enumerate(dict.fromkeys(paths), 1)
        ]
        return {"@type": "BreadcrumbList", **self._way, "itemListElement": steps}
