"""What a chart shows is said in words, generated from its numbers; what is not stated is said, too."""

import re
from dataclasses import replace

import pytest
from drawn import CHARTS, YEAR, plain, told, with_report

from macros.datasets.files import files_of_charts
from macros.html.chart.canvas import BAR
from macros.html.illustrate import illustrate
from macros.html.render import Renderer
from macros.report.opened import read_book
from macros.show import charts, outline
from macros.show.charts import Bars


@pytest.mark.parametrize(
    ("name", "lv", "en"),
    [
        (
            "learners",
            (
                "Visvairāk (31.05.2025.): kultūrizglītības joma – 1283. Vismazāk (31.05.2025.): sporta un fizisko aktivitāšu "
                "joma – 366. Lielākās pārmaiņas: STEM (+128). Visas jomas kopā (aprēķināts): 01.10.2024. – 2503, "
                "31.05.2025. – 2771; pārmaiņas: +268."
            ),
            (
                "Most (31 May 2025): cultural education – 1283. Fewest (31 May 2025): sport and physical activities – 366. "
                "Largest change: STEM (+128). All areas together (calculated): 1 October 2024 – 2503, 31 May 2025 – 2771; "
                "change: +268."
            ),
        ),
        (
            "learners_flow",
            (
                "Aprēķins: 2503 + 599 − 331 = 2771. Audzēkņi gada noslēgumā, kā norādīts pie kvalitātes mērķiem: 2802; "
                "starpība: 31."
            ),
            (
                "Calculation: 2503 + 599 − 331 = 2771. Learners at the end of the year, as reported with the quality goals: "
                "2802; difference: 31."
            ),
        ),
        (
            "places",
            (
                "Adreses pavisam: 13; pa jomām: kultūrizglītības joma – 8, STEM – 9, sporta un fizisko aktivitāšu joma – 8, "
                "sociālā un pilsoniskā joma – 8. Visas jomas: Komunālā iela 2, Smilšu iela 92, Stāvā iela 23."
            ),
            (
                "Addresses in all: 13; by area: cultural education – 8, STEM – 9, sport and physical activities – 8, social "
                "and civic area – 8. All areas: Komunālā iela 2, Smilšu iela 92, Stāvā iela 23."
            ),
        ),
    ],
)
def test_descriptions(renderer, name, lv, en):
    """What a chart shows is said in words, in both languages."""
    assert told(illustrate(renderer, name, YEAR)) == (lv if renderer.language == "lv" else en)


@pytest.mark.parametrize("name", CHARTS)
def test_no_line_of_a_description_begins_with_a_dash(book, name):
    """What stands between the words and the number is set as in any Latvian text."""
    words = re.search(r'class="figure__words">(.*?)</p>', illustrate(Renderer(book, "lv"), name, YEAR), re.DOTALL)[1]
    assert " – " not in re.sub(r"<[^>]+>", "", words)


def test_descriptions_follow_the_data(book):
    """Other numbers give other words: ties, no largest where all are equal, a sum that is not true."""
    learners = book.site.years[YEAR].learners
    areas = {key: area.model_copy(update={"end": 500}) for key, area in learners.areas.items()}
    changed = with_report(book, learners=learners.model_copy(update={"areas": areas}))
    words = told(illustrate(Renderer(changed, "lv"), "learners", YEAR))
    assert "Visvairāk" not in words
    assert words.count("– 500.") == 4  # each area is told
    assert "Lielākās pārmaiņas: kultūrizglītības joma (−717)." in words
    flow = told(illustrate(Renderer(changed, "lv"), "learners_flow", YEAR))
    assert "2503 + 599 − 331 ≠ 2000." in flow


def without_numbers(book, kept):
    """Give a book without the numbers of its charts, but for those of the first `kept` areas, goals and questions."""
    report = book.site.years[YEAR]
    learners = report.learners

    def blank(items, emptied):
        return {key: item if at < kept else emptied(item) for at, (key, item) in enumerate(items.items())}

    def unanswered(question):
        answers = {key: answer.model_copy(update={"share": None}) for key, answer in question.answers.items()}
        return question.model_copy(update={"answers": answers})

    no_people, no_goal = {"start": None, "end": None}, {"set": None, "reached": None, "next": None}
    areas = blank(learners.areas, lambda area: area.model_copy(update=no_people))
    movement = learners.movement.model_copy(update={"left": None, "joined": None})
    measured = blank(report.targets.measured, lambda target: target.model_copy(update=no_goal))
    return with_report(
        book,
        learners=learners.model_copy(update={"areas": areas, "movement": movement}),
        targets=report.targets.model_copy(update={"measured": measured}),
        survey=report.survey.model_copy(update={"questions": blank(report.survey.questions, unanswered)}),
    )


@pytest.mark.parametrize("name", ["learners", "targets", "survey"])
def test_what_is_not_stated_is_said_and_not_drawn(book, name):
    """Where numbers are missing, a chart says so; nothing is drawn for them and nothing is made up."""
    whole, lacking = (illustrate(Renderer(one, "lv"), name, YEAR) for one in (book, without_numbers(book, 1)))
    assert "nav norādīts" in told(lacking)
    assert "nav norādīts" in plain(re.search(r"<svg.*?</svg>", lacking, re.DOTALL)[0])
    assert ("noteikts: nav norādīts" in plain(lacking)) == (name == "targets")  # what it is comes before that it is not
    drawn = re.compile(rf'<rect x="[\d.]+" y="[\d.]+" width="(?!0")[\d.]+" height="{BAR}" fill="#143845"')
    assert len(drawn.findall(lacking)) < len(drawn.findall(whole))


@pytest.mark.parametrize("name", ["learners", "learners_flow", "targets", "survey"])
def test_a_chart_without_data_is_left_out(book, name):
    """One quiet line stands in its place, with the link to its data; it bears no number and has no file."""
    empty = without_numbers(book, 0)
    html = illustrate(Renderer(empty, "lv", "https://example.org/"), name, YEAR)
    assert html.startswith(f'<p class="table-empty" id="figure-{name.replace("_", "-")}">Attēla te nav, jo dati nav ')
    assert "Labot datus" in html
    assert "<svg" not in html
    assert name not in outline.chart_numbers(empty, YEAR)
    assert f"{YEAR}/figure-{name}.csv" not in files_of_charts(empty, YEAR)


def test_a_heading_that_lacks_a_number_says_what_the_chart_is_of(book):
    """“Nav norādīts no nav norādīts” is no heading; on a page it is said that it is not stated."""
    targets = book.site.years[YEAR].targets
    set_only = {key: one.model_copy(update={"reached": None}) for key, one in targets.measured.items()}
    lacking = with_report(book, targets=targets.model_copy(update={"measured": set_only}))
    html = illustrate(Renderer(lacking, "lv"), "targets", YEAR)
    assert "</span> Skaitliskie mērķi</figcaption>" in html
    said = Renderer(lacking, "lv").value("figures.targets.heading", year=YEAR)
    assert plain(said) == "Skaitliskie mērķi – nav norādīts"
    assert plain(Renderer(book, "lv").value("figures.targets.heading", year=YEAR)).startswith("Sasniegti ")


def test_a_chart_over_years_needs_two(book):
    """Targets and results over years are drawn as soon as there are two years."""
    assert "learners_years" not in outline.charts(book)[YEAR]
    report = book.site.years[YEAR]
    two = book.site.model_copy(update={"years": {YEAR: report, "2025-2026": report}})
    of_two = replace(book, loaded=replace(book.loaded, site=two))
    chart = charts.build(of_two, "2025-2026", "learners_years")
    assert isinstance(chart, Bars)
    figures = [bar.figure for group in chart.groups for bar in group.bars]
    assert [(figure.year, figure.name.rpartition(".")[2]) for figure in figures] == [
        (YEAR, "set"), (YEAR, "reached"), ("2025-2026", "set"), ("2025-2026", "reached"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("snow", "ice", "most", "change"),
    [
        ((10, 21), (30, 30), True, True),
        (("", 21), (30, 30), True, False),
        ((10, ""), (30, 30), False, False),
        ((0, 0), (0, 0), False, False),
        ((30, 30), (30, 30), False, False),
        ((10, ""), ("", ""), False, False),
    ],
)
def test_the_largest_is_told_of_only_where_there_is_one(small, snow, ice, most, change):
    """Where a number is not stated, or all are equal, nothing is called the largest; each area is told instead."""
    file = small / "data/2020-2021/learners.yml"
    text = file.read_text("utf-8")
    for old, new in (((10, 21), snow), ((30, 30), ice)):
        text = text.replace(f"start: {old[0]}\n    end: {old[1]}\n", f"start: {new[0]}\n    end: {new[1]}\n")
    file.write_text(text, "utf-8")
    book = read_book(small)[0]
    for language, words in (("lv", ("Visvairāk", "Lielākās pārmaiņas")), ("en", ("Most (", "Largest change"))):
        said = told(illustrate(Renderer(book, language), "learners", "2020-2021"))
        assert tuple(one in said for one in words) == (most, change)
