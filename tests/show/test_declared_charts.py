"""Charts that are declared in the data: over a table of the year, over the years, with all that other charts have."""

import re
import shutil
from dataclasses import replace

import pytest
from project import GOLDEN, add_to, edit

from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.charts import BridgeChart, YearsChart
from macros.data.schema.year import ChartMessage
from macros.datasets.tables import of_chart
from macros.html.illustrate import illustrate
from macros.html.render import Renderer
from macros.report.opened import read_book
from macros.show import charts
from macros.show.charts.bars import Bars
from macros.show.charts.declared import drawn
from macros.show.charts.line import Lines
from macros.show.tables.shape import Named
from macros.show.tables.shape import told as named

YEAR, BEFORE = "2024-2025", "2023-2024"
TABLE = """
clubs:
  caption: { lv: Klubi, en: Clubs }
  source: [3.3.3]
  columns:
    name: { heading: { lv: Klubs, en: Club } }
    before: { heading: { lv: Bija, en: Before }, kind: count }
    now: { heading: { lv: Ir, en: Now }, kind: count }
    girls: { heading: { lv: Meitenes, en: Girls }, kind: percent }
    boys: { heading: { lv: Zēni, en: Boys }, kind: percent }
    open: { heading: { lv: Atvērts vasarā, en: Open in summer }, kind: yes_no }
    change: { heading: { lv: Pārmaiņas, en: Change }, kind: difference, of: [before, now] }
  rows:
    sun: { name: { lv: Saule, en: Sun }, before: 20, now: 31, girls: 60, boys: 40, open: jā }
    moon: { name: { lv: Mēness, en: Moon }, before: 25, now: 18, girls: 30, boys: 70, open: nē }
  total: sum
"""
CHARTS = """
clubs:
  heading: { lv: Klubi aug, en: The clubs grow }
  chart:
    kind: bars
    measured: { lv: Audzēkņi klubos., en: Learners of the clubs. }
    rows: tables.clubs.rows.*
    bars:
      - { words: { lv: bija, en: before }, show: before }
      - { words: { lv: ir, en: now }, show: now }
    change: change
    total:
      heading: { lv: visi klubi, en: all clubs }
      bars: [tables.clubs.total.before, tables.clubs.total.now]
      change: tables.clubs.total.change
clubs_parts:
  heading: { lv: Kas nāk, en: Who comes }
  chart:
    kind: shares
    measured: { lv: Audzēkņi procentos., en: Learners in per cent. }
    rows: tables.clubs.rows.*
    parts:
      - { words: { lv: meitenes, en: girls }, show: girls }
      - { words: { lv: zēni, en: boys }, show: boys }
clubs_open:
  heading: { lv: Kad atvērts, en: When open }
  chart:
    kind: matrix
    measured: { lv: Kurš klubs atvērts vasarā., en: Which club is open in summer. }
    rows: tables.clubs.rows.*
    corner: { lv: Klubs, en: Club }
    columns:
      - { words: { lv: vasarā, en: in summer }, show: open }
    there: { lv: atvērts, en: open }
    counted: { lv: "Klubu skaits: {count}; {value}.", en: "Clubs: {count}; {value}." }
    everywhere: { lv: "Atvērti: {names}.", en: "Open: {names}." }
"""


@pytest.fixture(scope="module")
def clubs(real_judged, tmp_path_factory):
    """The real report with a table of clubs and three charts over it, which no page calls for yet."""
    root = shutil.copytree(real_judged, tmp_path_factory.mktemp("clubs") / "real", symlinks=True)
    (root / "data" / YEAR / "tables.yml").write_text(TABLE, "utf-8")
    add_to(root / "data" / YEAR / "figures.yml", CHARTS)
    for language in ("lv", "en"):
        calls = "".join(f'\n{{{{ figure("{name}") }}}}\n' for name in ("clubs", "clubs_parts", "clubs_open"))
        edit(root / f"docs/{language}/{YEAR}/agreements.md", '{{ value("agreements.partners") }}', calls)
    book, found = read_book(root)
    assert book, sorted(found)
    return book


def told(book, name, language="lv"):
    """Give the description of a chart as plain words."""
    html = illustrate(Renderer(book, language), name, YEAR)
    words = re.search(r'class="figure__words">(.*?)</p>', html, re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", "", words).replace("\u00a0", " ").split())


def test_bars_over_a_table_tell_what_is_most_and_the_totals(clubs):
    """The chart is drawn, described and given as CSV like those that have always been there."""
    assert told(clubs, "clubs") == (
        "Visvairāk (ir): Saule – 31. Vismazāk (ir): Mēness – 18. Lielākās pārmaiņas: Saule (+11). "
        "Visi klubi: bija – 45, ir – 49; pārmaiņas: +4."
    )
    rows = of_chart(clubs, "clubs", YEAR).in_("en").rows
    assert rows == ((False, "Sun", 20, 31, 11), (False, "Moon", 25, 18, -7), (True, "all clubs", 45, 49, 4))
    assert charts.message(clubs, YEAR, "clubs").source.lv == "pašnovērtējuma ziņojums, 3.3.3. punkts"
    assert charts.place(clubs, YEAR, "clubs").keys == ("tables", "clubs")


def test_shares_over_a_table(clubs):
    """Parts of a hundred need no one asked; nothing is said of answers that are not stated."""
    assert told(clubs, "clubs_parts", "en") == "Sun: girls – 60%, boys – 40%. Moon: girls – 30%, boys – 70%."


def test_a_matrix_over_yes_and_no(clubs):
    """What is “no” is not there; the sentences are those of the declaration."""
    assert told(clubs, "clubs_open") == "Klubu skaits: 2; vasarā – 1. Atvērti: Saule."


def test_one_step_alone_leads_nowhere(book):
    """A bridge of which there is but one step besides what is printed elsewhere is none."""
    level, elsewhere = (
        {"what": what, "words": {"lv": "viss", "en": "all"}, "show": "learners.total_end"}
        for what in ("level", "elsewhere")
    )
    chart = {"kind": "bridge", "measured": level["words"]}
    alone, both = (
        BridgeChart.model_validate({**chart, "steps": steps}) for steps in ((level, elsewhere), (level, level))
    )
    assert drawn(book, YEAR, alone) is None
    assert drawn(book, YEAR, both)


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(("kind", "shape"), [("line", Lines), ("years", Bars)])
def test_over_the_years(book, kind, shape, language, request):
    """As soon as two years have the figures there is a chart of them, drawn as it was last looked at."""
    chart = YearsChart.model_validate(
        {
            "kind": kind,
            "measured": {"lv": "Audzēkņi.", "en": "Learners."},
            "bars": (
                {"words": {"lv": "mērķis", "en": "target"}, "show": "targets.measured.learners.set"},
                {"words": {"lv": "noslēgumā", "en": "at the end"}, "show": "learners.total_end"},
            ),
        }
    )
    report = book.site.years[YEAR]
    message = ChartMessage(heading=Text(lv="Audzēkņi", en="Learners"), chart=chart)
    report = report.model_copy(update={"figures": {**report.figures, "mine": message}})
    alone = book.site.model_copy(update={"years": {YEAR: report}})
    assert "mine" not in charts.known(replace(book, loaded=replace(book.loaded, site=alone)), YEAR)
    site = book.site.model_copy(update={"years": {BEFORE: report, YEAR: report}})
    two = replace(book, loaded=replace(book.loaded, site=site))
    built = charts.build(two, YEAR, "mine")
    assert isinstance(built, shape)
    if kind == "line":
        from macros.html.chart import NARROW, WIDE, draw  # noqa: PLC0415
        from macros.html.speaker import Speaker  # noqa: PLC0415

        speaker = Speaker(Renderer(two, language), YEAR)
        drawn = "\n".join(draw(built, speaker, "Audzēkņi", width) for width in (WIDE, NARROW)) + "\n"
        golden = GOLDEN / f"chart.line.{language}.svg"
        if request.config.getoption("--renew"):
            golden.write_text(drawn, "utf-8")
        assert drawn == golden.read_text("utf-8")


def test_words_with_a_name_are_still_the_words():
    """They lead back to the text that they are, which may await its translation; what is no word stays as it is."""
    text, name = Text(lv="Zīmes", en="Signs"), Name(YEAR, "x", "status")
    assert (named(text, name).origin, named(text, name).of, named(text, name).in_("en")) == (text, "x.status", "Signs")
    assert (named("Zīmju iela", name), named("Zīmju iela", name).of) == ("Zīmju iela", "x.status")
    assert named(Named("x.number"), name) == Named("x.number")
