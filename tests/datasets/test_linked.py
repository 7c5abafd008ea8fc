"""What pages say of themselves in the words of schema.org, read and judged as search engines do."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from browsers import CHROMIUM, MISSING, serving
from project import LANGUAGES, edit
from rdflib import RDF, SDO, Graph, URIRef

from macros.datasets.linked import linked_data
from macros.html.policy import HEADERS
from macros.html.render import Renderer
from macros.report.opened import read_book

AT = "https://www.example.org/"
SHAPES = Path(__file__).parent / "schema_org.ttl"
ATTACK = "</script><script>window.ran = 1</script><!-- &quot;"
SAID = "//script[@type = 'application/ld+json']/text()"
STANDS_FOR = {"pieklustamibas-pazinojums/": "accessibility-statement/"}
"""The short address that leads on, and where: it tells of the page that is there."""
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def read(words):
    """Give as a graph what a page says; words without a prefix are schema.org's, which nobody has to fetch."""
    content = json.loads(words)
    assert content["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps(content | {"@context": {"@vocab": str(SDO)}}), format="json-ld")


def faults(graph):
    """Give what is wrong: words that schema.org does not have, and what it lacks."""
    used = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type}
    unknown = sorted(str(one) for one in used if one not in SDO)
    from pyshacl import validate  # noqa: PLC0415 – it loads slowly

    conforms, _report, told = validate(graph, shacl_graph=Graph().parse(SHAPES), inference="none")
    return unknown + ([] if conforms else [told])


def of(root, language, path):
    """Give what a page of a project says."""
    return linked_data(Renderer(read_book(root)[0], language, site_url=AT), path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_what_it_is(book, language):
    """Each page tells of itself, the report, the data, the centre and the way to it, in words that schema.org has."""
    renderer = Renderer(book, language, site_url=AT)
    for path in book.nav:
        graph = read(linked_data(renderer, path))
        assert faults(graph) == [], path
        assert {SDO.Report, SDO.Dataset, SDO.Organization, SDO.BreadcrumbList} <= {*graph.objects(None, RDF.type)}


def test_a_corrected_report_says_since_when(small):
    """The report and its data are as they are since the last correction; without any, nothing is said."""
    assert [*map(str, of_changed(small))] == ["2021-10-01"] * 2
    (small / "data/2020-2021/corrections.yml").write_text("# nothing\n", "utf-8")
    assert of_changed(small) == []


def of_changed(root):
    """Give the days since which what a page tells of has been as it is."""
    return [*read(of(root, "lv", "2020-2021/index.md")).objects(None, SDO.dateModified)]


def test_what_is_wrong_is_seen(book):
    """A word that there is not, and a thing that is missing, are told."""
    words = linked_data(Renderer(book, "lv", site_url=AT), "2024-2025/learners.md")
    graph = read(words)
    graph.remove((None, SDO.contentUrl, None))
    assert faults(graph) != []
    graph = read(words.replace('"inLanguage"', '"inTongue"'))
    assert f"{SDO}inTongue" in faults(graph)


def test_the_way_to_a_page(book):
    """From the front page by the front page of the year, each under its title."""
    content = json.loads(linked_data(Renderer(book, "en", site_url=AT), "2024-2025/learners.md"))
    (way,) = [one for one in content["@graph"] if one["@type"] == "BreadcrumbList"]
    assert [(one["position"], one["name"], one["item"].removeprefix(AT)) for one in way["itemListElement"]] == [
        (1, "Home", "en/"),
        (2, "2024/25 school year", "en/2024-2025/"),
        (3, "1.1. Learners and programmes", "en/2024-2025/learners/"),
    ]


def test_no_words_end_the_script(small):
    """Names stay words, whatever they say; read again, they are what was typed. Titles are refused that say so."""
    edit(small / "data/centre.yml", "lv: Ziemas pašvaldība", f"lv: '{ATTACK}'")
    said = of(small, "lv", "2020-2021/learners.md")
    assert not re.search(r"[<>&\u2028\u2029]", said)
    (centre,) = [one for one in json.loads(said)["@graph"] if "Organization" in one["@type"]]
    assert centre["parentOrganization"]["name"] == ATTACK


def test_the_licence_is_that_of_the_centre(small):
    """There is none until the centre says which."""
    assert "license" not in of(small, "lv", "index.md")
    with (small / "data/centre.yml").open("a", encoding="utf-8") as file:
        file.write(f"licence: {LICENCE}\n")
    graph = read(of(small, "lv", "index.md"))
    assert {str(one) for one in graph.objects(None, SDO.license)} == {LICENCE}


def test_without_an_address_nothing_is_said(book):
    """A site that does not know where it will stand does not say."""
    assert linked_data(Renderer(book, "lv"), "index.md") == ""


@pytest.mark.slow
def test_it_stands_on_each_page_and_leads_somewhere(built):
    """Once on each page, and all addresses of the site in it are there."""
    missing = set()
    for path, page in built.pages.items():
        (said,) = page.xpath(SAID)
        graph = read(said)
        assert faults(graph) == [], path
        assert {SDO.Report, SDO.Dataset, SDO.Organization} <= {*graph.objects(None, RDF.type)}
        for address in re.findall(r'"(https://www\.jauniba\.lv/[^"#]*)"', said):
            file = built.folder / urlsplit(address).path[1:]
            if not (file / "index.html" if address.endswith("/") else file).is_file():
                missing.add(address)
        if path.endswith("404.html"):  # it has no address
            continue
        url = urljoin("https://www.jauniba.lv/", STANDS_FOR.get(path, path))
        assert page.xpath("string(//link[@rel = 'canonical']/@href)") in {url, ""}
        assert (URIRef(url), RDF.type, SDO.WebPage) in graph, path
        assert (URIRef(f"{url}#way"), RDF.type, SDO.BreadcrumbList) in graph, path
    assert missing == set()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason=MISSING)
def test_the_policy_lets_it_stand(built, browser):
    """Chromium reads the page under its policy, and complains of nothing."""
    with serving(built.folder, HEADERS) as address:
        page = browser.new_page()
        heard = []
        page.on("console", lambda words: heard.append(words.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.goto(f"{address}2024-2025/learners/")
        said = page.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent")
        page.close()
    assert json.loads(said)["@graph"]
    assert heard == []
