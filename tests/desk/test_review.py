"""The review copy says of each number where it comes from, and asks each question where it belongs."""

import base64
import re
import shutil
from copy import deepcopy

import lxml.html
import pypdf
import pytest
from browsers import AXE, BUT_COLOURS, COLOURS, FAULTS, SEEN, TAGS
from copies import made_once
from project import LANGUAGES, ROOT, add_to, build, edit, words

from macros.__main__ import main
from macros.check import inspect
from macros.desk.questions import open_questions
from macros.desk.review import review
from macros.pages.pixels import made
from macros.paper import pdf
from macros.report.opened import read_book

pytestmark = pytest.mark.slow

YEAR = "2024-2025"
OURS = ("data-table__number", "figure__number", "mark", "review-row", "review-open")
FRAMED = ("literal", "typed", "drawn", "corrected", "form", "year", "date", "number", "name")
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


def page(small, language="lv"):
    """Give the review copy of the tiny report, with what is wrong in it."""
    book, found = inspect(small)
    errors = [problem for problem in found if problem.level == "error"]
    return lxml.html.document_fromstring(review(book, errors, small, "2020-2021", language))


def count(copy, sample):
    """Give how many there are of a kind, as the first sheet says."""
    (row,) = copy.xpath("//*[contains(@class, 'review-front')]//tr[.//*[@class = $sample]]", sample=sample)
    return int(words(row[-1]))


@pytest.fixture(scope="module", params=LANGUAGES)
def copy(request, book, report):
    """The review copy of the real report in a language."""
    made = lxml.html.document_fromstring(review(book, [], report, YEAR, request.param))
    made.language = request.param
    return made


def test_every_number_of_the_data_leads_to_its_row(copy, book):
    """Behind each bound number stands the number of the row that has its name and says where it comes from.

    Those in drawings stand in the tables below them, too.
    """
    rows = {row.get("id"): row for row in copy.xpath("//*[@id = 'review-numbers']//tbody/tr")}
    bound = copy.xpath("//main/section[@id != 'review-numbers']//*[self::data or self::span][@data-name]")
    assert len(bound) > 400
    for element in bound:
        mark = element.getnext()
        row = rows[mark.get("href").removeprefix("#")]
        name = element.get("data-name")
        assert words(row.find(".//code")) == name
        assert words(row[1]) == words(element)
        assert words(mark).strip("[=]") == words(row[0])
        assert words(mark).startswith("[=") == (element.get("class") == "calculated")
        assert book.names[YEAR][name].calculated == (element.get("class") == "calculated")
        assert words(row[3])
    assert len(rows) == len({element.get("data-name") for element in bound})


def test_no_number_is_without_a_mark(copy):
    """Not a digit stands on a page that is neither bound nor framed, but for what the program numbers or draws."""
    left = deepcopy(copy.find(".//main"))
    for element in left.xpath(
        ".//data | .//svg | .//*[@role = 'note'][starts-with(@class, 'review-')] | .//code | .//*[@id = 'review-numbers']"
    ):
        element.drop_tree()
    for kind in (*OURS, *(f"review-{name}" for name in FRAMED)):
        for element in left.find_class(kind):
            element.drop_tree()
    lines = [" ".join(line.split()) for line in left.text_content().splitlines()]
    assert [line for line in lines if re.search(r"\d", line)] == []


def test_nothing_glares_in_the_real_report(copy):
    """All that counts comes from the data, is literal with a reason, or is worded by the form."""
    assert copy.xpath("//main//*[@class = 'review-typed']") == []
    literal = [words(element) for element in copy.xpath("//main//*[@class = 'review-literal']")]
    assert len(literal) == 6
    assert all(re.fullmatch(r".+ \[.{10,}\]", one) for one in literal)


def test_it_bears_the_number_of_the_edition(copy, built):
    """What was reviewed is known: the number is that of the edition which the built site prints."""
    stamp = built.page(copy.language, f"{YEAR}/print/").find_class("cover__stamp")[0]
    number = words(stamp).rpartition(" ")[2]
    assert [words(one).rpartition(" ")[2] for one in copy.find_class("review-stamp")] == [number]
    assert words(copy.find_class("cover__stamp")[0]) == words(stamp)


def test_each_question_stands_once_where_it_belongs(copy, book):
    """Questions are numbered as in the list; each follows the note, the number or the blank that it is about."""
    asked = open_questions(book, copy.language, YEAR)
    assert len(asked) == 46
    places = {}
    for question in asked:
        (places[question.number],) = copy.xpath(f"//*[@id = 'question-{question.number}']")
        element = places[question.number]
        section = next(element.iterancestors("section")).get("id")
        assert section  # none is left for the sheet behind
        if question.kind == "discrepancies":
            assert words(element).count(" ".join(dict(question.facts)["question"].split())) == 1
            assert len(element.findall(".//p[@class='review-lines']/span")) == 3
            record = book.site.years[YEAR].discrepancies[question.about[0]]
            if record.shown:
                title = words(element.getprevious().find(".//a"))
                assert title.startswith(record.title.in_(copy.language).partition(" {{")[0])
        elif question.kind == "blanks":
            assert element.getprevious().get("class") in ("missing", "review-row")
        else:
            assert question.heading.endswith(words(element.getparent()).removesuffix(words(element)).strip())
    where = {number: next(element.iterancestors("section")).get("id") for number, element in places.items()}
    assert {1: "learners", 18: "equity", 19: "accessibility", 24: "teaching", 32: YEAR, 33: "agreements"}.items() <= (
        where.items()
    )
    (row,) = places[24].iterancestors("tr")
    assert words(row.getprevious()[0]) == asked[23].parts[1]  # the head of the row stands above it


def test_editors_see_their_notes(copy, book, built):
    """Notes that readers do not see stand in the copy, each once, and nowhere in the site."""
    boxes = [words(box) for box in copy.find_class("review-box")]
    site = words(built.page(copy.language, f"{YEAR}/print/"))
    hidden = [record for record in book.site.years[YEAR].discrepancies.values() if not record.shown]
    assert len(hidden) == 6
    for record in hidden:
        start = record.note.in_(copy.language).split("{{")[0][:40].strip()
        assert sum(start in box for box in boxes) == 1
        assert start not in site
    assert count(copy, "review-sample review-sample--note") == 6


def test_it_needs_no_other_file(copy, small):
    """Style and pictures are within; nothing is fetched."""
    fetched = copy.xpath("//link/@href | //script/@src | //img/@src")
    assert [address for address in fetched if not address.startswith(("data:", "#"))] == []
    assert "@import" not in copy.findtext(".//style")
    (small / "docs/lv/dot.png").write_bytes(base64.b64decode(PIXEL))
    add_to(small / "docs/lv/2020-2021/learners.md", "\n![Punkts](../dot.png)\n")
    assert page(small).xpath("//img/@src") == [
        f"data:image/png;base64,{base64.b64encode(made(base64.b64decode(PIXEL), 'dot.png')).decode()}"
    ]


def test_a_number_typed_by_hand_glares(small):
    """What does not follow the data is white on black, in digits and in words, and is told on the first sheet."""
    edit(small / "docs/lv/2020-2021/learners.md", "Gada beigās", "No 10 audzēkņiem trīs. Gada beigās")
    copy = page(small)
    assert [words(one) for one in copy.xpath("//main//*[@class = 'review-typed']")] == ["10", "trīs"]
    assert count(copy, "review-typed") == 2
    front = words(copy.find_class("review-front")[0])
    assert "Kļūdas, kas jāizlabo:" in front
    assert "docs/lv/2020-2021/learners.md:7: Skaitlis “10 audzēkņiem” ir ierakstīts ar roku" in front


def test_the_reason_of_what_is_literal_is_seen(small):
    """Words that are literal stand in a frame with the reason, which is text whatever it holds."""
    file = small / "docs/lv/2020-2021/learners.md"
    call = '{{ literal("divreiz", "teiciens <b>x</b>") }} bija'
    edit(file, "Gada beigās bija", f"Gada beigās {call}")
    copy = page(small)
    assert "divreiz [teiciens <b>x</b>]" in [words(one) for one in copy.find(".//main").find_class("review-literal")]
    assert copy.xpath("//main//b") == []


def test_dates_and_numbers_of_sections_are_framed(small):
    """Digits that count nothing say by their frame what they are."""
    file = small / "docs/lv/2020-2021/learners.md"
    added = "Sk. 3.1. punktu, 2019. gadu, 01.02.2020. un B2 līmeni.\n\nGada beigās"
    edit(file, "Gada beigās", added)
    paragraph = next(p for p in page(small).iter("p") if "līmeni" in p.text_content())
    assert [(one.get("class"), words(one)) for one in paragraph] == [
        ("review-number", "3.1."),
        ("review-year", "2019."),
        ("review-date", "01.02.2020."),
        ("review-name", "B2"),
    ]


def test_translations_to_review_are_marked(small):
    """English whose Latvian has changed is marked, and named on the first sheet."""
    edit(small / "docs/lv/2020-2021/learners.md", "Gada beigās", "Gada noslēgumā")
    copy = page(small, "en")
    assert len(copy.find(".//main").find_class("under-review")) == 1
    assert count(copy, "mark mark--words") == 1
    assert "docs/2020-2021/learners.md" in words(copy.find_class("review-front")[0])


@made_once(of="small_site")
def reviewed(folder):
    """The tiny report with its site and its review copy."""
    assert main(["--root", str(folder), "review"]) == 0


def test_the_command(reviewed, tmp_path, run, monkeypatch):
    """It writes the same bytes each time, and nothing of them gets into the site."""
    small = shutil.copytree(reviewed, tmp_path / "small", symlinks=True)
    files = sorted((small / "review").iterdir())
    names = ["2020-2021-lv.html", *(["2020-2021-lv.pdf"] if pdf.available() else [])]
    assert [file.name for file in files] == names
    before = [file.read_bytes() for file in files]
    shutil.rmtree(small / "review")
    said = run("--root", small, "review")
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == [f"Gatavs: review/{name} / Done." for name in names]
    assert [file.read_bytes() for file in files] == before
    assert run("--root", small, "review", "--year", "1999-2000").returncode == 2
    monkeypatch.setenv("PDF", "0")
    assert build(small, small / "site") == 0
    assert [file for file in (small / "site").rglob("*") if "2021-lv" in file.name] == []
    assert [file for file in (small / "site").rglob("*.html") if "review-" in file.read_text("utf-8")] == []
    assert "/review/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_what_cannot_be_read_cannot_be_reviewed(small, run):
    """The mistake is told, and no copy is made."""
    edit(small / "data/2020-2021/learners.yml", "end: 21", "end: yes")
    done = run("--root", small, "review")
    assert done.returncode == 1
    assert "data/2020-2021/learners.yml:9: kļūda:" in done.stderr
    assert not (small / "review").exists()


@pytest.mark.usefixtures("able_to_print")
def test_it_prints(reviewed):
    """The PDF has all sheets, and on each the number of the edition."""
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(reviewed / "review/2020-2021-lv.pdf").pages]
    (number,) = set(re.findall(r"izdevums ([0-9a-f]{12})", "\n".join(sheets)))
    assert all(number in sheet for sheet in sheets)
    assert sum("Atbilde" in sheet for sheet in sheets) >= 1


@pytest.mark.parametrize("width", [390, 1280])
def test_it_reads_on_a_screen(browser, book, report, tmp_path, width):
    """Nothing sticks out of a phone or a desk's screen, and axe finds nothing."""
    file = tmp_path / "copy.html"
    file.write_text(review(book, [], report, YEAR, "lv"), "utf-8")
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        opened = context.new_page()
        opened.goto(file.as_uri())
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        opened.evaluate(AXE)
        assert opened.evaluate(BUT_COLOURS, TAGS) == []
        assert opened.evaluate(FAULTS if width == 390 else SEEN, COLOURS) == []


def test_a_number_of_another_year_has_its_own_row(small):
    """A figure of two years that differ has two rows, each with its value and the file that it stands in."""
    for part in ("data", "docs/lv", "docs/en"):
        shutil.copytree(small / part / "2020-2021", small / part / "2021-2022")
    nav = small / "mkdocs.yml"
    text = nav.read_text("utf-8")
    block = re.search(r"  - 2020/2021:\n(?:      - .*\n)+", text)[0]
    nav.write_text(text.replace(block, block + block.replace("2021", "2022").replace("2020", "2021")), "utf-8")
    edit(small / "data/2021-2022/learners.yml", "end: 21", "end: 27")
    page_file = small / "docs/lv/2021-2022/learners.md"
    call = '{{ value("learners.areas.snow.end", year="2020-2021") }} un {{ value("learners.areas.snow.end") }}'
    edit(page_file, "Gada beigās", f"{call}. Gada beigās")
    book, _found = read_book(small)
    copy = lxml.html.document_fromstring(review(book, [], small, "2021-2022", "lv"))
    rows = copy.xpath("//*[@id = 'review-numbers']//tr[.//code = 'learners.areas.snow.end']")
    assert sorted(words(row[1]) for row in rows) == ["21", "27"]
    assert {words(row[3]) for row in rows} == {"learners.yml, 9. rinda"}
    assert "2020-2021" not in [section.get("id") for section in copy.iter("section")]


@pytest.mark.parametrize("up", ["%2e%2e/", "..%2f"])
def test_no_file_of_the_machine_gets_into_it(small, up):
    """A picture that a stranger's page takes from elsewhere is neither in the copy nor accepted by the check."""
    secret = small.parent / "secret.png"
    secret.write_bytes(base64.b64decode(PIXEL))
    file = small / "docs/lv/2020-2021/learners.md"
    file.write_text(f"{file.read_text('utf-8')}\n![Punkts]({up * 12}{secret.as_posix().lstrip('/')})\n", "utf-8")
    assert {p.file for p in inspect(small)[1] if p.level == "error"} >= {"docs/lv/2020-2021/learners.md"}
    assert page(small).xpath("//img | //em[. = 'Punkts']/text()") == ["Punkts"]
