"""The search finds words in any form, typed as people type, and shows the right section first."""

import json
import posixpath
import re

import pytest
import yaml
from browsers import until
from paradigms import forms
from project import ROOT, add_to
from searcher import Searcher, folded

from macros.html.page import Content
from macros.report.opened import read_book
from macros.site.dress import in_search, unfilled, year_in_search
from macros.site.search import entries as told_of
from macros.site.search import lowered, same_names

WORDS = yaml.safe_load((ROOT / "tests/search_words.yml").read_text("utf-8"))
AMONG = {
    "lv": {"telefons": "#parents", "kontakti": "#parents", "atlaides": "equity/#indicators"},
    "en": {"phone": "#parents", "contacts": "#parents", "discounts": "equity/#indicators", "excel": "../data/"},
}
"""What readers type, and a section that is among what it finds, though the report calls that otherwise."""
FOLDERS = {"lv": "", "en": "en/"}
FIRST = {
    "lv": {
        "jauniba": "",
        "audzekniem": "2024-2025/learners/#change",
        "audzēkņu skaits": "2024-2025/learners/",
        "DIC": "glossary/#abbreviations",
        "VIAA": "glossary/#abbreviations",
        "kadas programmas": "2024-2025/learners/",
        "cik maksa": "2024-2025/",
        "kur notiek nodarbibas": "2024-2025/learners/#places",
        "Saules 7": "2024-2025/learners/",
        "Saules iela 7": "2024-2025/learners/",
        "skoleni": "2024-2025/targets/",
        "deju svētki": "2024-2025/values-education/#festival",
        "dejas": "2024-2025/values-education/#festival",
        "80 gadi": "2024-2025/",
        "2771": "2024-2025/",
        "2802": "2024-2025/targets/",
        "drosiba": "2024-2025/equity/#safety",
        "drošs": "2024-2025/",
        "merki": "2024-2025/targets/",
        "cena": "2024-2025/",
        "izmaksas": "2024-2025/",
        "pretrunas": "2024-2025/discrepancies/",
        "excel": "data/",
        "prioritates": "2024-2025/priorities/",
        "vizija": "2024-2025/mission/",
        "projekti": "2024-2025/projects/",
        "akreditācija": "2024-2025/accreditation/",
        "paraksts": "2024-2025/signatures/",
        "mainiba": "2024-2025/equity/#turnover",
        "saīsinājums": "glossary/",
        "privatums": "privacy/",
        "piekļūstamība": "accessibility-statement/",
    },
    "en": {
        "learner": "2024-2025/learners/",
        "Saules 7": "2024-2025/learners/",
        "safe": "2024-2025/equity/#safety",
        "contradictions": "2024-2025/discrepancies/",
        "dancing festival": "2024-2025/values-education/#festival",
        "target": "2024-2025/targets/",
        "abbreviation": "glossary/",
    },
}


@pytest.fixture(scope="module", params=["lv", "en"])
def asked(request, chromium, server):
    """The search of each language over its own pages."""
    found = Searcher(chromium, server + FOLDERS[request.param])
    found.language = request.param
    return found


def entries(built, language):
    """Give the index of a language."""
    return json.loads((built.folder / FOLDERS[language] / "search/search_index.json").read_text("utf-8"))["docs"]


@pytest.mark.parametrize("part", WORDS)
def test_all_forms_of_a_word_are_found(browser, server, part):
    """Typed in any form, with or without diacritics, a word is found in all forms, and few others are."""
    lemmas = {
        word: forms(word, kind, group)
        for kind, groups in WORDS[part].items()
        for group, words in groups.items()
        for word in words.split()
    }
    docs = [
        {"location": f"{word}/{form}/", "title": "", "text": form} for word, found in lemmas.items() for form in found
    ]
    search = Searcher(browser, server, docs)
    every = [(word, form) for word, found in lemmas.items() for form in found]
    for typed in (str, folded):
        asked = every[typed is folded :: 3]  # a third, another each time; tests/bench/search.py asks for all
        recalls, precisions, nothing = [], [], []
        for (word, form), found in zip(asked, search.sections(typed(form) for _word, form in asked), strict=True):
            own = {f"{word}/{one}/" for one in lemmas[word]}
            # The same letters may be a form of another word too.
            right = own | {place for place in found if folded(place.split("/")[1]) == folded(form)}
            recalls.append(len(found & own) / len(own))
            precisions += [len(found & right) / len(found)] if found else []
            nothing += [] if found else [form]
        assert nothing == []
        assert sum(recalls) / len(recalls) >= 0.995
        assert sum(precisions) / len(precisions) >= 0.95


def test_the_words_are_many():
    """There are enough words, and a good part of them was kept aside."""
    count = {
        part: sum(len(words.split()) for kinds in WORDS[part].values() for words in kinds.values()) for part in WORDS
    }
    assert sum(count.values()) >= 300
    assert count["aside"] >= 100


def test_the_right_section_is_first(asked):
    """What parents and experts type leads to the section they mean."""
    queries = FIRST[asked.language]
    found = [groups[0] if groups else [] for groups in asked.groups(queries)]
    assert {query: group[:1] for query, group in zip(queries, found, strict=True)} == {
        query: [section] for query, section in queries.items()
    }


def test_every_word_of_the_pages_is_found(asked, built):
    """Each word that stands on a page is found there, typed without diacritics, and each number and address too."""
    places = {}
    for entry in entries(built, asked.language):
        for word in re.findall(r"\w{3,}|\d+", re.sub(r"<[^>]+>", " ", f"{entry['title']} {entry['text']}")):
            places.setdefault(folded(word), set()).add(entry["location"])
    found = asked.sections(places)
    assert {word for word, sections in zip(places, found, strict=True) if not places[word] <= sections} == set()


def test_what_readers_call_otherwise_is_found(asked):
    """Whoever asks for a telephone, a discount or Excel is led to what the report says of it."""
    wanted = {query: posixpath.normpath(f"2024-2025/{section}") for query, section in AMONG[asked.language].items()}
    found = [{posixpath.normpath(one) for one in there} for there in asked.sections(wanted)]
    assert [query for query, there in zip(wanted, found, strict=True) if wanted[query] not in there] == []


def test_names_that_mean_the_same_find_the_same(asked, book):
    """An abbreviation finds what its full name finds, and a name what its other names find."""
    for names in same_names(book.site, asked.language):
        first, *others = asked.sections(names)
        assert all(first & other for other in others), names


def test_a_result_shows_words_as_they_are_written(asked, built):
    """What is found is marked in the text as it stands on the page; nothing is said to be missing that is there."""
    query = {"lv": "audzekniem programma", "en": "learner programmes"}[asked.language]
    texts = {entry["location"]: entry["text"] for entry in entries(built, asked.language)}
    items = [item for item in asked.items(query) if item["score"]]
    assert items
    for item in items:
        assert set(item["terms"]) == set(query.split())
        assert all(item["terms"].values())
        marked = re.findall(r"<mark[^>]*>(.*?)</mark>", item["text"])
        assert all(word in texts[item["location"]] for word in marked)


def test_a_slip_of_the_finger_is_forgiven(asked):
    """A word with a letter amiss finds what was meant; what is nowhere finds nothing."""
    slip, meant = {"lv": ("audzeknjiem", "audzēkņiem"), "en": ("learnrs", "learners")}[asked.language]
    found, right, nothing = asked.sections([slip, meant, "qqqqqqqqqqqq"])
    assert found & right
    assert nothing == set()


def test_signs_of_a_query(asked):
    """A word with a plus has to be there, one with a minus must not; what looks like a part of the program is a word."""
    own = {"lv": ("audzēkņi", "drošība"), "en": ("learners", "safety")}[asked.language]
    both, first, without, _odd = asked.sections(["+{} +{}".format(*own), own[0], "{} -{}".format(*own), "constructor"])
    assert both
    assert both < first
    assert without == first - both


def test_earlier_years_come_last(browser, server):
    """Of the same words the latest year’s are first; `macros/site/dress.py` gives earlier pages the smaller boost."""
    docs = [
        {"location": f"{year}/a/", "title": "Audzēkņi", "text": "", **boost}
        for year, boost in (("2023-2024", {"boost": 0.2}), ("2024-2025", {}))
    ]
    search = Searcher(browser, server, docs)
    assert search.groups(["audzēknis"]) == [[["2024-2025/a/"], ["2023-2024/a/"]]]


@pytest.fixture
def ended(book):
    """Two years, of which the later one is final."""
    latest = book.site.years["2024-2025"]
    about = latest.report.model_copy(update={"status": "final"})
    years = {"2023-2024": latest, "2024-2025": latest.model_copy(update={"report": about})}
    return book.site.model_copy(update={"years": years})


@pytest.mark.parametrize(
    ("path", "boost", "told"),
    [("2023-2024/a.md", 0.19, " – 2023./2024."), ("2024-2025/a.md", 1, ""), ("about.md", 1, "")],
)
def test_pages_of_earlier_years_count_less_and_bear_their_year(ended, path, boost, told):
    """Only pages of the latest final year and of none count in full; by their year those of one name are told apart."""
    assert in_search(ended, path) == {"boost": boost}
    assert year_in_search(ended, path, "lv") == told


@pytest.mark.parametrize(
    ("title", "told"), [("Mērķi", "Mērķi – 2023./2024."), ("Skaits 2023./2024. gadā", "Skaits 2023./2024. gadā")]
)
def test_a_title_bears_its_year_once(title, told):
    """A title that says the year is not given it again."""
    content = Content(f'<h1 id="a">{title}</h1><p>b</p>', [{"level": 1, "id": "a", "name": title, "children": []}])
    found = told_of("2023-2024/a/", title, content, {"boost": 0.19}, " – 2023./2024.")
    assert [entry["title"] for entry in found if entry["location"] == "2023-2024/a/"] == [told]


def test_what_is_still_to_be_filled_in_counts_less(small):
    """A part of a page in which nothing else stands comes after the others; one that tells something does not."""
    add_to(
        small / "docs/lv/2020-2021/rest.md",
        "\n## Zvanīt { #call }\n\n- Tālrunis: jāaizpilda.\n- Vārds: jāaizpilda.\n\n## Kas { #what }\n\nSniegs.\n\nJāaizpilda.\n",
    )
    empty = unfilled(read_book(small)[0], "2020-2021/rest.md")
    assert empty == ["call"]
    names = [{"level": 2, "id": name, "name": name, "children": []} for name in ("call", "what")]
    content = Content('<h2 id="call">call</h2><p>a</p><h2 id="what">what</h2><p>b</p>', names)
    found = lowered(told_of("rest/", "Viss pārējais", content, {"boost": 1}), empty)
    assert {entry["location"]: entry["boost"] for entry in found} == {"rest/": 1, "rest/#call": 0.2, "rest/#what": 1}


def test_ranks_of_pages(built):
    """Pages on discrepancies and corrections count less, the print edition and the page of all numbers not at all."""
    boosts = {entry["location"]: entry.get("boost") for entry in entries(built, "lv")}
    assert boosts["2024-2025/discrepancies/"] == boosts["2024-2025/corrections/"] == 0.2
    assert boosts["2024-2025/learners/"] == 1
    assert not [location for location in boosts if re.search(r"/(print|numbers)/", location)]


@pytest.mark.parametrize("lacking", ["search_index.json", "search.*.js"])
def test_a_broken_connection_is_tried_again(browser, server, lacking):
    """Where the index, or what searches in it, could not be fetched, turning to the search once more fetches it."""
    page = browser.new_page()
    page.goto(f"{server}2024-2025/learners/")
    page.route(f"**/{lacking}", lambda route: route.abort(), times=1)
    page.focus(".md-search__input")
    page.wait_for_timeout(300)
    page.locator(".md-search__input").blur()
    page.focus(".md-search__input")
    page.keyboard.type("2771")
    page.wait_for_selector(".md-search-result__item a")
    page.close()


@pytest.mark.parametrize("path", ["2024-2025/learners/", "en/2024-2025/learners/", "", "404.html", "en/404.html"])
def test_nothing_is_fetched_until_a_person_turns_to_the_search(browser, server, path):
    """A page as such fetches neither worker nor index; the search does, and announces what it found."""
    page, fetched = browser.new_page(), []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(server + path)
    page.wait_for_timeout(300)
    assert not [url for url in fetched if re.search("search|worker", url)]
    page.focus(".md-search__input")
    page.keyboard.type("2771")
    page.wait_for_selector(".md-search-result__item a")
    status = page.locator(".md-search [role=status]")
    assert re.search(r"\d", status.inner_text())
    assert all(url.startswith(server) for url in fetched)
    page.fill(".md-search__input", "qqqqqqqqqqqq")
    until(
        page, "/Nekas nav atrasts|Nothing found/.test(document.querySelector('.md-search [role=status]').textContent)"
    )
    page.close()
