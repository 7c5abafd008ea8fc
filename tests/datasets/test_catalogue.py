"""The catalogue for open data portals, read and judged as they do: with rdflib, and by shapes."""

import json
from pathlib import Path

import pytest
from project import checked, edit
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import Namespace

from macros.datasets.catalogue import catalogue
from macros.datasets.files import files_of_all_years, files_of_charts, files_of_year
from macros.report.opened import read_book

AT = "https://data.example.org/"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SHAPES = Path(__file__).parent / "dcat_ap.ttl"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def read(book):
    """Give the catalogue of a book as a graph."""
    return Graph().parse(data=json.dumps(catalogue(book, AT)), format="json-ld")


def faults(graph):
    """Give what the shapes find wrong in a graph, nothing where it is right."""
    from pyshacl import validate  # noqa: PLC0415 – it loads slowly

    conforms, _report, told = validate(graph, shacl_graph=Graph().parse(SHAPES), inference="none")
    return "" if conforms else told


def test_it_is_as_dcat_ap_demands(book):
    """Catalogue, datasets, files, publisher and rights have what they must."""
    assert faults(read(book)) == ""


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (DCTERMS.title, "dct:title"),
        (DCTERMS.publisher, "dct:publisher"),
        (DCTERMS.description, "dct:description"),
        (DCAT.accessURL, "dcat:accessURL"),
        (DCAT.theme, "dcat:theme"),
        (DCAT.keyword, "dcat:keyword"),
        (DCAT.contactPoint, "dcat:contactPoint"),
        (DCAT.landingPage, "dcat:landingPage"),
        (DCTERMS.identifier, "dct:identifier"),
        (VCARD.fn, "vcard:fn"),
        (DCAT.startDate, "dcat:startDate"),
        (FOAF.name, "foaf:name"),
    ],
)
def test_the_shapes_see_what_is_missing(book, lost, told):
    """What is taken out of the catalogue is told."""
    graph = read(book)
    graph.remove((None, lost, None))
    assert f"Result Path: {told}" in faults(graph)


def test_it_lists_each_file_that_there_is(book):
    """Each CSV and XLSX, and the JSON of each year, stands in it under its address, and nothing else does."""
    of_years = (of(book, year) for year in book.site.years for of in (files_of_year, files_of_charts))
    files = {*files_of_all_years(book, AT)}.union(*of_years)
    tables = {path for path in files if path.endswith((".csv", ".xlsx"))}
    listed = {str(one).removeprefix(AT) for one in read(book).objects(None, DCAT.downloadURL)}
    assert listed == tables | {f"{year}/data.json" for year in book.site.years}


def test_titles_are_in_both_languages(book):
    """A portal shows Latvian and English titles of the catalogue, each dataset and each file."""
    graph = read(book)
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        for one in graph.subjects(RDF.type, kind):
            assert {title.language for title in graph.objects(one, DCTERMS.title)} == {"lv", "en"}


def test_titles_say_whose_the_data_are(book):
    """Among the data of all of Latvia, a title and the words to look for say which centre it is and what it is about."""
    graph = read(book)
    for one in graph.subjects(RDF.type, DCAT.Dataset):
        assert all(title.startswith("BJC “Jaunība”: ") for title in graph.objects(one, DCTERMS.title))
        assert Literal("interešu izglītība", "lv") in graph.objects(one, DCAT.keyword)


def test_no_licence_is_made_up(book):
    """While the centre has not said which, there is none, and it says so."""
    graph = read(book)
    assert not [*graph.objects(None, DCTERMS.license)]
    assert {word.language for word in graph.objects(None, RDFS.label)} == {"lv", "en"}


def test_the_licence_of_the_centre(small):
    """Once the centre has said which, each file has it, and nothing is said of an open question."""
    with (small / "data/centre.yml").open("a", encoding="utf-8") as file:
        file.write(f"licence: {LICENCE}\n")
    book, _found = read_book(small)
    graph = read(book)
    files = {*graph.subjects(RDF.type, DCAT.Distribution)}
    assert {one for one in files if (one, DCTERMS.license, URIRef(LICENCE)) in graph} == files
    assert [*graph.objects(None, DCTERMS.rights)] == []
    assert faults(graph) == ""


def test_a_licence_is_an_address(small):
    """What is no address is told with file and line."""
    with (small / "data/centre.yml").open("a", encoding="utf-8") as file:
        file.write("licence: CC BY\n")
    _book, found = checked(small)
    assert [problem.file for problem in found if problem.level == "error" and "licence" in problem.en] == [
        "data/centre.yml"
    ]


def test_a_year_in_preparation_is_not_told_of(two_years):
    """A portal is not told of a year that is being prepared; its data are not among those of all years."""
    book, _found = read_book(two_years)
    assert book.site.preparing == {"2021-2022"}
    graph = read(book)
    assert not [one for one in graph.subjects() if "2021-2022" in one]
    assert Literal("2020", datatype="http://www.w3.org/2001/XMLSchema#gYear") in {*graph.objects(None, DCAT.startDate)}
    assert b"2021-2022" not in files_of_all_years(book, AT)["data/figures.csv"]


def test_words_of_the_data_stay_words(small):
    """What a title holds is a title, whatever it says."""
    edit(small / "data/2020-2021/report.yml", "lv: Ziņojums", "lv: 'Ziņojums </script>\"}'")
    book, _found = read_book(small)
    assert any('Ziņojums </script>"}' in title for title in read(book).objects(None, DCTERMS.title))
