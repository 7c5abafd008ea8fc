"""Charts tell the truth: lengths are the numbers, and nothing is cut off."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from contrast import contrast
from drawn import CHARTS, SVG, YEAR, drawings, plain, rects, said, told, with_report
from lxml import etree
from project import GOLDEN, LANGUAGES

from macros.data.schema import Text
from macros.datasets.tables import of_chart
from macros.datasets.tabular import as_csv
from macros.html.chart import bars as bars_drawing
from macros.html.chart import matrix as matrix_drawing
from macros.html.chart import shares as shares_drawing
from macros.html.chart.bars import FILLS
from macros.html.chart.canvas import BAR, IN_TURN, SIDE, Canvas, parts, room
from macros.html.chart.shares import MOST
from macros.html.illustrate import illustrate
from macros.html.palette import BLUE, DARK_SCHEME, DEEP, OCHRE, ON_DARK, WHITE
from macros.html.render import Renderer
from macros.html.speaker import Speaker
from macros.report.opened import read_book
from macros.show import charts, outline
from macros.show.charts import Matrix


@pytest.fixture(params=CHARTS)
def html(request, renderer):
    """Each chart in each language."""
    return illustrate(renderer, request.param, YEAR)


@pytest.mark.parametrize("name", CHARTS)
def test_golden_charts(renderer, name, request):
    """Each kind of chart looks in HTML and SVG as it was last looked at."""
    html = illustrate(renderer, name, YEAR).replace("><", ">\n<") + "\n"
    golden = GOLDEN / f"chart.{name}.{renderer.language}.html"
    if request.config.getoption("--renew"):
        golden.write_text(html, "utf-8")
    assert golden.read_text("utf-8") == html


def test_every_chart_of_the_year_is_tested(book):
    """No chart is left out here."""
    assert set(outline.charts(book)[YEAR]) == set(CHARTS)


@pytest.mark.parametrize("fills", [IN_TURN, *FILLS.values(), (DEEP, BLUE), (DEEP, OCHRE)])
def test_colours_can_be_told_apart(fills):
    """Fills have 3:1 against white and against the fill beside them, which grey print keeps."""
    assert min(contrast(fill, WHITE) for fill in fills) >= 3
    assert all(contrast(one, other) >= 3 for one, other in pairwise(fills))
    assert len(fills) <= MOST == 4
    ground, on_dark = DARK_SCHEME[5], [ON_DARK[fill] for fill in fills]
    assert min(contrast(fill, ground) for fill in on_dark) >= 3
    assert all(contrast(one, other) >= 3 for one, other in pairwise(on_dark))


def test_drawings_are_flat_and_still(html):
    """A drawing has no style, no script, no link, no reference, so that it is the same everywhere; it has a name."""
    for svg in drawings(html):
        assert svg.get("role") == "img"
        assert svg.find(SVG + "title").text
        tags = {element.tag.removeprefix(SVG) for element in svg.iter()}
        assert tags <= {"svg", "title", "rect", "line", "circle", "path", "text", "tspan"}
        attributes = {name for element in svg.iter() for name in element.attrib}
        assert not attributes & {"style", "class", "id", "href", "transform"}
        assert not re.search(r"var\(|currentColor|url\(", etree.tostring(svg, encoding="unicode"))


def test_both_drawings_say_the_same(html):
    """A phone shows the same words and numbers as a desk."""
    wide, narrow = (
        " ".join(said(text) for text in svg.iter(SVG + "text")).replace("\u00a0", " ").split() for svg in drawings(html)
    )
    assert sorted(wide) == sorted(narrow)


def test_each_thing_is_told_once(html):
    """The drawing says which chart it is and where it is described, neither the heading nor the description again."""
    heading = plain(re.search(r"<figcaption>(.*?)</figcaption>", html)[1])
    number, message = re.fullmatch(r"(\d+\. attēls|Figure \d+)\. (.+)", heading).groups()
    for svg in drawings(html):
        alt = plain(svg.findtext(f"{SVG}title"))
        assert alt.startswith(f"{number}: ")
        assert message not in alt
        assert told(html) not in alt


def test_every_number_drawn_has_its_name(html):
    """Each number in a drawing is a figure of the table below it; what else stands there has no number."""
    named = set(re.findall(r'data-name="([^"]+)"', html.partition("<table")[2]))
    for svg in drawings(html):
        figures = [text for text in svg.iter(SVG + "text", SVG + "tspan") if text.get("data-name")]
        assert {figure.get("data-name") for figure in figures} <= named
        for figure in figures:
            figure.text = ""
        rest = " ".join(said(text) for text in svg.iter(SVG + "text"))
        assert not re.search(r"\d", re.sub(r"\b(N[ro]\.|iela)\s\d+", "", rest))  # of priorities and houses


def test_nothing_is_cut_off(html):
    """All words and shapes lie within the drawing, in letters as wide as ours, also when a reader sets them apart."""
    for svg in drawings(html):
        left, top, width, height = map(float, svg.get("viewBox").split())
        assert left == top == -SIDE
        for text in svg.iter(SVG + "text"):
            long = sum(room(words, bold=bold) for _element, words, bold in parts(text))
            start = float(text.get("x")) - long * {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0)
            assert left <= start
            assert start + long <= left + width, said(text)
            assert top < float(text.get("y")) < top + height
        for rect in svg.iter(SVG + "rect"):
            assert float(rect.get("x")) + float(rect.get("width")) <= left + width


def test_bars_start_at_zero_and_are_as_long_as_their_numbers(book):
    """The bars of the areas have one scale, and each begins at the line of zero; a desk has two of these side by side."""
    areas = book.site.years[YEAR].learners.areas.values()
    for svg, columns in zip(drawings(illustrate(Renderer(book, "lv"), "learners", YEAR)), (2, 1), strict=True):
        bars = [bar for bar in svg.iter(SVG + "rect") if bar.get("fill") in (BLUE, DEEP)]
        zeros = [line.get("x1") for line in svg.iter(SVG + "line")]
        assert [bar.get("x") for bar in bars[::2]] == [bar.get("x") for bar in bars[1::2]] == zeros
        assert len(set(zeros)) == columns
        assert len({bar.get("y") for bar in bars[::2][:columns]}) == 1
        numbers = [number for area in areas for number in (area.start, area.end)]
        scale = float(bars[1].get("width")) / numbers[1]
        assert [float(bar.get("width")) for bar in bars] == pytest.approx([n * scale for n in numbers], abs=0.06)


def test_targets_are_out_of_a_hundred(book):
    """A share fills as much of the width as it has of a hundred, people as much as the largest of them."""
    svg = drawings(illustrate(Renderer(book, "lv"), "targets", YEAR))[0]
    bars = rects(svg, BLUE, DEEP, OCHRE)
    full = bars[1]
    wanted = [2700 / 2802, 1, 2800 / 2802, 0.55, 0.55, 0.5, 1, 0.9, 1]
    assert [bar / full for bar in bars] == pytest.approx(wanted, abs=0.001)


def test_the_bridge_ends_where_its_steps_lead(book):
    """Start, joined and left lead to 2771; the 2802 that is printed elsewhere is an outline beside it."""
    svg = drawings(illustrate(Renderer(book, "lv"), "learners_flow", YEAR))[0]
    start, joined, left, end = [one for one in svg.iter(SVG + "rect") if one.get("fill") in (DEEP, BLUE, OCHRE)]
    (outline,) = [one for one in svg.iter(SVG + "rect") if one.get("stroke-dasharray")]
    scale = float(end.get("width")) / 2771
    assert float(start.get("width")) == pytest.approx(2503 * scale, abs=0.1)
    assert float(joined.get("x")) == pytest.approx(2503 * scale, abs=0.1)
    assert float(left.get("x")) == pytest.approx(2771 * scale, abs=0.1)
    assert float(joined.get("width")) / float(left.get("width")) == pytest.approx(599 / 331, abs=0.01)
    assert float(outline.get("width")) + 1 == pytest.approx(2802 * scale, abs=0.1)


def test_answers_fill_as_much_as_they_are(book):
    """99 % is drawn as 99 %: the parts of an answer bar are their shares of its width, and the rest stays empty."""
    questions = book.site.years[YEAR].survey.questions.values()
    svg = drawings(illustrate(Renderer(book, "lv"), "survey", YEAR))[0]
    bars = [one for one in svg.iter(SVG + "rect") if one.get("height") == str(BAR)]
    frames = [place for place, one in enumerate(bars) if one.get("fill") == "none"]
    assert len(frames) == len(questions)
    begin = 0
    for frame, question in zip(frames, questions, strict=True):
        last = bars[frame - 1]
        start, wide = float(bars[frame].get("x")) - 0.5, float(bars[frame].get("width")) + 1
        reached = (float(last.get("x")) - start + float(last.get("width"))) / wide
        assert reached == pytest.approx(
            float(sum(answer.share for answer in question.answers.values()) / 100), abs=0.001
        )
        assert frame - begin == len(question.answers)
        begin = frame + 1


def test_charts_are_numbered_and_bound(built):
    """On the pages charts are numbered in order, and both languages show the same numbers in them."""
    found = {}
    for language in LANGUAGES:
        drawn = [
            one
            for section in ("learners/", "targets/", "priorities/", "support/")
            for one in built.article(language, f"{YEAR}/{section}").iter("figure")
        ]
        numbers = [int(re.search(r"\d+", one.findtext(".//figcaption/span"))[0]) for one in drawn]
        assert numbers == list(range(1, len(CHARTS) + 1))
        found[language] = [(one.get("id"), sorted(one.xpath(".//@data-name"))) for one in drawn]
    assert found["lv"] == found["en"]


def test_the_print_edition_has_each_chart_once(built):
    """Paper shows the wide drawing, with nothing to unfold, and below it only data that nothing beside it says."""
    for language in LANGUAGES:
        edition = built.page(language, f"{YEAR}/print/")
        drawn = edition.xpath("//figure")
        assert len(drawn) == len(CHARTS)
        assert all(len(one.xpath(".//*[local-name()='svg']")) == 1 for one in drawn)
        assert edition.xpath("//figure[.//table]/@id") == []  # tables beside them, and words, say it all
        assert not edition.xpath("//figure//details|//figure//summary")


def test_the_data_can_be_downloaded(built):
    """Beside each chart is its table as CSV, the same in both languages, under a link that paper does not show."""
    for language in LANGUAGES:
        article = built.article(language, f"{YEAR}/learners/")
        links = article.xpath(".//*[@class='figure__file']/a/@href")
        assert [link for link in links if re.search(r"/figure-\w+\.csv$", link)] == [
            "../figure-learners.csv",
            "../figure-learners_flow.csv",
            "../figure-places.csv",
        ]
        folder = built.folder / ("en" if language == "en" else "") / YEAR
        lines = (folder / "figure-learners.csv").read_text("utf-8").splitlines()
        assert lines[2] == "false,STEM,STEM,381,509,128"
        assert not built.page(language, f"{YEAR}/print/").xpath("//details[@class='share']")


def test_csv_runs_nothing(book):
    """Words that a spreadsheet would run are told to be words; what is not stated is empty."""
    learners = book.site.years[YEAR].learners
    stem = learners.areas["stem"]
    evil = stem.model_copy(update={"name": Text(lv="=1+1", en="=1+1"), "start": None})
    changed = with_report(book, learners=learners.model_copy(update={"areas": {"stem": evil}}))
    lines = as_csv(of_chart(changed, "learners", YEAR)).decode().splitlines()
    assert lines[1] == "false,'=1+1,'=1+1,,509,"


def test_a_question_with_many_answers_shows_them_all(small):
    """Where the colours run out they come again, with a white line through the part and its square in the key."""
    file = small / "data/2020-2021/survey.yml"
    more = "".join(f"      more_{at}: {{ answer: {{ lv: vēl, en: more }}, share: {at} }}\n" for at in (3, 5, 7))
    text = file.read_text("utf-8").replace("share: 75", "share: 60").rstrip("\n") + f"\n{more}"
    file.write_text(text, "utf-8")
    book = read_book(small)[0]
    for svg in drawings(illustrate(Renderer(book, "lv"), "survey", "2020-2021")):
        shown = " ".join("".join(svg.itertext()).split())
        assert {"60 %", "25 %", "3 %", "5 %", "7 %"} <= set(re.findall(r"\d+ %", shown))
        lines = [one for one in svg.iter(SVG + "rect") if (one.get("fill"), one.get("height")) == (WHITE, "2")]
        assert len(lines) == 2


@pytest.mark.parametrize("name", ["learners", "survey"])
def test_a_number_stays_with_its_colon(renderer, name):
    """However narrow a drawing is, no line ends between “pārmaiņas:” and its number."""
    chart, draw = (
        charts.build(renderer.book, YEAR, name),
        {"learners": bars_drawing, "survey": shares_drawing}[name].draw,
    )
    for width in range(200, 700, 10):
        canvas = Canvas(width)
        draw(canvas, chart, Speaker(renderer, YEAR))
        lines = [said(text) for text in etree.fromstring(canvas.svg("")).iter(SVG + "text")]
        assert any(":" in line for line in lines)
        assert not [line for line in lines if line.endswith(":")], width


WORDY = "Daugavpils Valsts ģimnāzijas filiāles sporta halles otrais stāvs, Cietokšņa iela tūkstoš, Daugavpils"


def test_long_words_leave_room_for_the_drawing(book):
    """However long what is drawn is called, circles and bars have their room, in front of or below the words."""
    matrix = Matrix(Text(lv="Kur"), (Text(lv="A"), Text(lv="B")), ((WORDY, (True, True)),), *[Text(lv="x")] * 3)
    whole = charts.build(book, YEAR, "learners")
    bars = tuple(replace(bar, words=Text(lv=WORDY)) for bar in whole.groups[0].bars)
    for chart, draw in (
        (matrix, matrix_drawing.draw),
        (replace(whole, groups=(replace(whole.groups[0], bars=bars),), changes=()), bars_drawing.draw),
    ):
        canvas = Canvas(350)
        draw(canvas, chart, Speaker(Renderer(book, "lv"), YEAR))
        svg = etree.fromstring(canvas.svg(""))
        assert all(0 < float(circle.get("cx")) < 350 for circle in svg.iter(SVG + "circle"))
        assert all(float(rect.get("width")) > 0 for rect in svg.iter(SVG + "rect"))
        assert max(float(x.get("x")) + room(said(x)) for x in svg.iter(SVG + "text")) <= 350 + SIDE
