"""Each edition stays at an address of its own, by its number, with the figures that it says."""

import json
from datetime import date

import lxml.html
import pytest
from project import LANGUAGES, edit, made_final, words

from macros.__main__ import main
from macros.check import inspect
from macros.html.figures import figure
from macros.pages.address import language_folder
from macros.paper.proof import files
from macros.paper.publish import publish
from macros.report.editions import FOLDER, Account, Part, Said, keep_editions, read_editions
from macros.report.opened import read_book

YEAR = "2020-2021"
OLD = Account(
    edition="0123456789ab",
    year=YEAR,
    language="lv",
    status="final",
    date=None,
    sections=(
        Part(
            name="learners",
            title="Audzēkņi <b>",
            figures=(
                Said(name="learners.total_start", title="A & b", value="39", words="39"),
                Said(name="learners.gone", title="C", value=None, words="<script>alert(1)</script>"),
            ),
        ),
    ),
)


def page(site, path):
    """Give a page of a site."""
    return lxml.html.fromstring((site / path / "index.html").read_text("utf-8"))


def number(site, language):
    """Give the number on the cover of the print edition."""
    (stamp, *_rest) = page(site, f"{language_folder(language)}{YEAR}/print").find_class("cover__stamp")
    return words(stamp).split()[-1]


def codes(site, language):
    """Give what the code of each section of the print edition says, by the section's name."""
    sections = page(site, f"{language_folder(language)}{YEAR}/print").xpath("//main/section")
    assert sections
    return {section.get("id"): section.findtext(".//svg/title") for section in sections}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_of_a_draft_lead_to_the_website(small_built, language):
    """What its edition said goes with the next edit, so their codes lead to pages."""
    folder = f"/{language_folder(language)}{YEAR}/"
    told = codes(small_built / "site", language)
    assert all(title.endswith(f"{folder}{name}/") for name, title in told.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_print_edition_is_there(small_built, language):
    """The page and the file of the number on the cover have each figure of each section, as it is printed, and no other."""
    site = small_built / "site"
    printed = page(site, f"{language_folder(language)}{YEAR}/print")
    wanted = {
        section.get("id"): set(map(figure, found))
        for section in printed.xpath("//main/section")
        if (found := section.xpath(".//*[@data-name]"))
    }
    there = f"editions/{number(site, language)}"
    told = json.loads((site / there / "figures.json").read_text("utf-8"))
    parts = {part["name"]: part["figures"] for part in told["sections"] if part["figures"]}
    assert wanted
    assert {name: {(f["name"], f["value"], f["words"]) for f in figures} for name, figures in parts.items()} == wanted
    shown = [words(cell) for cell in page(site, there).xpath("//td")]
    assert shown == [" ".join(f["words"].split()) for figures in parts.values() for f in figures]
    assert page(site, there).get("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_leads_there(small_built, language):
    """It tells the address, also as a square code; the list in each language leads there, too."""
    site = small_built / "site"
    header = page(site, f"{language_folder(language)}{YEAR}/print").find(".//header")
    (address,) = header.xpath(".//a/@href")
    assert address.endswith(f"/editions/{number(site, language)}/")
    assert address in header.findtext(".//svg/title")
    for own in LANGUAGES:
        folder = f"{language_folder(own)}editions"
        listed = page(site, folder).xpath("//main//a/@href")
        assert (site / folder / listed[LANGUAGES.index(language)]).resolve() == (
            site / "editions" / number(site, language)
        ).resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_leads_to_what_it_is_today(small_built, language):
    """It is there with figures or without, is in the contents, and leads to the page on the website."""
    site = small_built / "site"
    folder = language_folder(language)
    there = f"editions/{number(site, language)}"
    shown = page(site, there)
    sections = page(site, f"{folder}{YEAR}/print").xpath("//main/section/@id")
    assert shown.xpath("//main/section/@id") == sections
    assert shown.xpath("//nav//a/@href") == [f"#{name}" for name in sections]
    today = shown.xpath("//main/section/p/a/@href")
    assert [(site / there / link).resolve() for link in today] == [
        (site / folder / YEAR / name).resolve() for name in sections
    ]
    assert all((site / there / link / "index.html").is_file() for link in today)
    empty = [section for section in shown.xpath("//main/section") if section.find("table") is None]
    assert empty
    assert {words(section.xpath("p[last()]")[0]) for section in empty} == {
        {"lv": "Šajā sadaļā skaitļu nav.", "en": "This section has no figures."}[language]
    }


def test_links_lead_to_sources(small_built):
    """Where a year has the page of its figures, the name of each leads to its row there."""
    site = small_built / "site"
    links = page(site, f"editions/{number(site, 'en')}").xpath("//tbody//a/@href")
    rows = {f"#{row}" for row in page(site, f"en/{YEAR}/numbers").xpath("//@id")} if links else set()
    assert {link[link.index("#") :] for link in links} <= rows


def test_an_earlier_edition_says_what_is_otherwise(small_built):
    """What the latest says is beside what this one said, where it is another; what strangers typed is no HTML."""
    keep_editions(small_built, [OLD])
    site = small_built / "site"
    publish(read_book(small_built)[0], site, small_built, with_pdf=False)
    shown = page(site, "editions/0123456789ab")
    assert [[words(cell) for cell in row] for row in shown.xpath("//tr")] == [
        ["Skaitlis", "Šajā izdevumā", "Jaunākajā izdevumā, ja citādi"],
        ["A & b", "39", "40"],
        ["C", "<script>alert(1)</script>", "vairs nav"],
    ]
    assert not shown.xpath("//script[not(@type = 'application/ld+json')] | //b")
    told = [words(one) for one in shown.xpath("//header/p")]
    assert (
        told[2] == f"Ir jaunāks izdevums: {number(site, 'lv')}. Skaitļi, kas tajā ir citādi vai kuru tajā vairs nav: 2."
    )
    assert [words(one).split(":")[0] for one in page(site, "en/editions").xpath("//main//li")] == [
        number(site, "lv"),
        "0123456789ab",
        number(site, "en"),
    ]
    assert json.loads((site / "editions/0123456789ab/figures.json").read_bytes()) == json.loads(OLD.as_json())


def test_a_year_in_preparation_is_not_listed(small_built):
    """Its editions are there, as others are, for whoever has their number."""
    edit(small_built / f"data/{YEAR}/report.yml", "status: draft", "status: preparing")
    site = small_built / "site"
    publish(read_book(small_built)[0], site, small_built, with_pdf=False)
    assert page(site, "editions").xpath("//main//li") == []
    assert (site / "editions" / number(site, "lv") / "index.html").is_file()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("0123456789ab.json", b"{}"),
        ("0123456789ab.json", b"\xff"),
        ("0123456789ab.json", OLD.as_json().replace(b"0123456789ab", b"0123456789ac")),
        ("0123456789ab.json", OLD.as_json().replace(b'"lv"', b'"../x"')),
        ("0123456789ab.json", OLD.as_json().replace(b'"status"', b'"more": 1, "status"')),
        ("0123456789AB.json", OLD.as_json()),
        ("notes.txt", b""),
    ],
)
def test_what_is_no_edition_is_told(small, name, content):
    """It is read no further, and the build does not begin."""
    keep_editions(small, [OLD])
    (small / FOLDER / name).write_bytes(content)
    ((file, lv),) = [(p.file, p.lv) for p in inspect(small)[1] if p.file.startswith(FOLDER)]
    assert file == f"{FOLDER}/{name}"
    assert lv.startswith("Šis fails ir bojāts vai svešs")
    assert len(read_editions(small)[0]) == (name != "0123456789ab.json")


def test_a_link_is_no_edition(small, tmp_path):
    """Nothing outside the project is read."""
    (tmp_path / "0123456789ab.json").write_bytes(OLD.as_json())
    (small / FOLDER).mkdir(parents=True)
    (small / FOLDER / "0123456789ab.json").symlink_to(tmp_path / "0123456789ab.json")
    assert read_editions(small)[0] == ()
    assert [p.level for p in inspect(small)[1] if p.file.startswith(FOLDER)] == ["error"]


@pytest.mark.slow
def test_what_was_sealed_stays_after_a_correction(small, monkeypatch):
    """Sealing keeps the editions as they are published; after a correction the first is still there, and the next is kept, too."""
    monkeypatch.setenv("PDF", "0")
    made_final(small)
    data, command = small / "data" / YEAR, ["--root", str(small)]
    assert main([*command, "freeze", YEAR]) == 0
    first = {one.language: one for one in read_editions(small)[0]}
    assert main([*command, "build", "--to", str(small / "site")]) == 0
    for language in LANGUAGES:
        assert number(small / "site", language) == first[language].edition
        published = small / "site/editions" / first[language].edition / "figures.json"
        assert published.read_bytes() == first[language].as_json()
        there = f"/editions/{first[language].edition}/#"
        assert all(there in title and title.endswith(name) for name, title in codes(small / "site", language).items())
    edit(data / "learners.yml", "start: 10", "start: 9")
    edit(data / "learners.yml", "start: 30", "start: 31")
    with (data / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write("""
3:
  date: 2022-10-01
  page: rest
  was: { lv: Bija 10 un 30., en: They were 10 and 30. }
  now: { lv: Ir 9 un 31., en: They are 9 and 31. }
""")
    assert main([*command, "translated"]) == 0
    kept = read_editions(small)[0]
    assert len(kept) == 4
    assert main([*command, "build", "--to", str(small / "site")]) == 0
    for language in LANGUAGES:
        latest = number(small / "site", language)
        assert latest != first[language].edition
        assert latest in {one.edition for one in kept}
        shown = page(small / "site", f"editions/{first[language].edition}")
        assert ["30", "31"] in [[words(cell) for cell in row.iter("td")] for row in shown.xpath("//tbody/tr")]
    listed = words(page(small / "site", "editions"))
    for day in ("01.10.2022.", "01.10.2021."):
        assert f"galīgais variants · labots {day} · latviešu valodā" in listed


def test_a_date_says_what_was_done_on_it(small):
    """The list says that an edition was signed on a day, or corrected."""
    book = read_book(small)[0]
    for day, said in ((date(2021, 6, 15), "parakstīts 15.06.2021."), (date(2021, 10, 1), "labots 01.10.2021.")):
        edition = OLD.model_copy(update={"date": day})
        made = dict(files(book, small, [edition], "style.css", "https://www.example.org/"))
        assert f"galīgais variants · {said} · " in made["editions/index.html"].decode()
