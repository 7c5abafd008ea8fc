"""What changed since the year before, and each figure over the years: differences, what came, went or means another thing."""

from dataclasses import replace

import pytest

from macros.data.schema import Hours, Text
from macros.show.tables import build
from macros.show.tables.shape import Named, Series, Stack

YEAR, BEFORE = "2024-2025", "2023-2024"
STEM = "learners.areas.stem"
STEM_END = f"{STEM}.end"
ANSWER, TOTAL = "survey.questions.turn_to_management.answers.no", "survey.questions.turn_to_management.total"
GONE = object()


def with_earlier(book, path, value, year=BEFORE):
    """Give the book with an earlier year, which is as this one but for a value in one place; GONE takes it out."""
    report = book.site.years[YEAR]
    return of_years(book, **{year: put(report, path.split("."), value), YEAR: report})


def of_years(book, **years):
    """Give the book with these reports."""
    return replace(book, loaded=replace(book.loaded, site=book.site.model_copy(update={"years": years})))


def put(place, keys, value):
    """Give a place of the data with a value further down."""
    inside = place if isinstance(place, dict) else vars(place)
    new = value if not keys[1:] else put(inside[keys[0]], keys[1:], value)
    kept = {key: one for key, one in inside.items() if key != keys[0] or new is not GONE}
    kept |= {} if new is GONE else {keys[0]: new}
    return kept if isinstance(place, dict) else place.model_copy(update=kept)


def rows(book, table="changes"):
    """Give the rows of a table by the names of their figures, in their order."""
    return {row.name: row for group in build(book, YEAR, table).groups for row in group.rows}


def words(content):
    """Give the Latvian words of a cell with plain spaces, those of several one after the other."""
    if isinstance(content, Stack):
        return "; ".join(map(words, content.items))
    return (content.lv if isinstance(content, Text) else str(content)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("path", "was", "name", "told"),
    [
        (STEM_END, 480, STEM_END, ["+29", "+6,0 %"]),
        (STEM_END, 600, "learners.total_end", ["−91", "−3,2 %"]),
        ("programmes.opened", 9, "programmes.opened", ["+9", "–"]),
        ("programmes.opened", 10, "programmes.opened", ["+8", "+80,0 %"]),
        ("staff.turnover_two_years", "12.3", "staff.turnover_two_years", ["+2,5 p. p.", "–"]),
        (STEM_END, 480, "learners.areas.stem.share_end", ["+0,9 p. p.", "–"]),
    ],
)
def test_a_difference_is_told_with_its_share(book, path, was, name, told):
    """Counts in numbers and percent, shares in percentage points; of fewer than ten no percentage."""
    typed = type(book.names[YEAR][path].value)(was)
    row = rows(with_earlier(book, path, typed))[name]
    assert row.cells[:2] == (Named(name, BEFORE), Named(name))
    assert [words(cell) for cell in row.cells[2:]] == told


def test_what_readers_see_the_same_is_no_change(book):
    """Only what differs is told, under its subject, the largest difference first."""
    found = rows(with_earlier(book, STEM_END, 480))
    assert "programmes.opened" not in found
    counts = [words(row.cells[2]) for row in found.values() if words(row.cells[2]).lstrip("+−").isdigit()]
    assert counts
    sizes = [abs(int(one.replace("−", "-"))) for one in counts]
    assert sizes == sorted(sizes, reverse=True)
    assert not rows(of_years(book, **dict.fromkeys((BEFORE, YEAR), book.site.years[YEAR])))


def test_a_known_discrepancy_is_told(book):
    """A figure that the report contradicts says so beside its change."""
    found = rows(with_earlier(book, "programmes.closed", 5))
    assert "Piezīme: Slēgto programmu skaits" in words(found["programmes.closed"].head)


@pytest.mark.parametrize(
    ("path", "was", "name", "heading"),
    [
        (STEM, GONE, STEM_END, "Jauni skaitļi"),
        ("programmes.opened", None, "programmes.opened", "Skaitļi, kas vienā no gadiem nav norādīti"),
    ],
)
def test_what_only_one_year_has_is_told_apart(book, path, was, name, heading):
    """A new figure is not a growth from nothing, nor is one that was not stated."""
    both = with_earlier(book, path, was)
    found = {row.name: group.heading.lv for group in build(both, YEAR, "changes.figures").groups for row in group.rows}
    assert found[name] == heading
    assert name not in rows(both)


def test_plans_neither_come_nor_go(book):
    """What was planned is a target now, so it would be told to be new and gone each year."""
    report = book.site.years[YEAR]
    planned = "targets.next.anniversary.figures"
    both = of_years(book, **{BEFORE: report, YEAR: put(report, planned.split("."), GONE)})
    names = {row.name for group in build(both, YEAR, "changes.figures").groups for row in group.rows}
    assert not {name for name in names if name.startswith("targets.next.")}


def test_a_figure_that_is_gone_is_told(book):
    """What the year before had and this one has not."""
    report = book.site.years[YEAR]
    both = of_years(book, **{BEFORE: report, YEAR: put(report, STEM.split("."), GONE)})
    gone = next(group for group in build(both, YEAR, "changes.figures").groups if "vairs nav" in group.heading.lv)
    assert {row.name: row.cells[0] for row in gone.rows}[STEM_END] == Named(STEM_END, BEFORE)


@pytest.mark.parametrize(
    ("path", "was", "name", "said"),
    [
        (
            "learners.areas.stem.name.lv",
            "Tehnika",
            STEM_END,
            "Iepriekš saukts: Tehnika: audzēkņi mācību gada noslēgumā",
        ),
        (ANSWER, GONE, TOTAL, "Aprēķināts no citiem skaitļiem vai citādi"),
    ],
)
def test_another_meaning_is_told(book, path, was, name, said):
    """A figure that is called otherwise, or follows from others, is not quite the same figure."""
    both = with_earlier(book, path, was)
    assert words(rows(both, "changes.definitions")[name].cells[0]) == said
    assert f"Kopš 2024./2025.: {said[0].lower()}{said[1:]}" in words(rows(both, "all_years")[name].head)


def test_another_unit_is_told_and_no_difference(book):
    """What was in hours and is counted now has no difference; the table of meanings tells from what to what."""
    both = with_earlier(book, STEM_END, Hours("6"))
    assert STEM_END not in rows(both, "changes")
    told = words(rows(both, "changes.definitions")[STEM_END].cells[0])
    assert told == "Cita mērvienība: iepriekš stundas, tagad skaits"


def test_what_is_only_not_stated_is_no_other_meaning(book):
    """A figure that follows from several means the same where one of these is not stated."""
    both = with_earlier(book, "targets.measured.learners.reached", None)
    assert "targets.met" not in rows(both, "changes.definitions")


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("changes.leading", "lined"),
        ("changes", "lined"),
        ("changes.figures", "lined"),
        ("changes.definitions", "stacked"),
    ],
)
def test_what_changed_is_read_on_a_phone_without_scrolling_sideways(book, name, layout):
    """The long names of figures leave no room beside them there: numbers stand on a line below, words on a card."""
    assert build(with_earlier(book, STEM_END, 480), YEAR, name).layout == layout


def test_what_changed_is_led_by_the_key_figures(book):
    """They stand as on the front page, each beside what it was; what is no number has no difference."""
    both = with_earlier(book, STEM_END, 480)
    found = {words(row.head): row.cells for row in build(both, YEAR, "changes.leading").groups[0].rows}
    assert found.keys() == {words(row.head) for row in build(both, YEAR, "key_figures").groups[0].rows}
    total = found["Audzēkņi mācību gada noslēgumā, visas jomas kopā"]
    assert total[:2] == (Named("learners.total_end", BEFORE), Named("learners.total_end", YEAR))
    assert [words(one) for one in total[2:]] == ["+29", "+1,1 %"]
    assert [cells[2:] for head, cells in found.items() if head.startswith("Sasniegtie skaitliskie")] == [("–", "–")]


def test_a_key_figure_that_only_one_year_has_has_no_difference(book):
    """What the other year does not have is a dash there."""
    one = "survey.questions.safe_premises.answers.agree"
    rows = build(with_earlier(book, one, GONE), YEAR, "changes.leading").groups[0].rows
    assert rows[-1].cells == ("–", Named(f"{one}.share", YEAR), "–", "–")


@pytest.mark.parametrize(
    ("path", "was", "name"),
    [
        ("priorities.items.skills", GONE, "priorities.achieved"),
        ("priorities.items.skills", GONE, "priorities.results"),
        ("targets.measured.learners.reached", None, "targets.measured_count"),
    ],
)
def test_a_count_of_others_means_the_same(book, path, was, name):
    """Priorities are others each year; how many there are, and how many were achieved, is counted all the same."""
    both = with_earlier(book, path, was)
    assert both.names[BEFORE][name].parts != both.names[YEAR][name].parts
    assert name not in rows(both, "changes.definitions")
    assert name in rows(both, "changes")


def test_without_a_year_before_there_is_nothing(book):
    """One year has no changes, and no figure in several years."""
    tables = ("changes.leading", "changes", "changes.figures", "changes.definitions", "all_years")
    assert not any(build(book, YEAR, name).has_rows for name in tables)


def test_the_year_before_is_the_last_that_there_is(book):
    """Where a year is missing, the one before it is compared with, and named."""
    both = with_earlier(book, STEM_END, 480, "2021-2022")
    table = build(both, YEAR, "changes")
    assert table.columns[1].lv == "2021./2022."
    assert table.caption.en == "Figures that have changed since the 2021/22 school year"
    assert both.names[YEAR]["report.year_before"] == Text(lv="2021./2022.", en="2021/22")
    numbers = build(both, YEAR, "numbers")
    assert numbers.columns[2].lv == "2021./2022. mācību gadā"
    row = next(row for group in numbers.groups for row in group.rows if row.name == STEM_END)
    assert row.cells[1] == Named(STEM_END, "2021-2022")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_column_of_the_year_before_may_be_headed_otherwise(book, language):
    """What it is called in the data says what it is, not its heading; without such a year it is not there."""
    heading = Text(lv="Iepriekšējā gadā", en="In the year before")
    site = put(book.site, ["tables", "numbers", "columns", "before", "heading"], heading)
    alone = build(replace(book, loaded=replace(book.loaded, site=site)), YEAR, "numbers")
    assert heading.in_(language) not in [head.in_(language) for head in alone.columns]
    assert {1 + len(row.cells) for group in alone.groups for row in group.rows} == {len(alone.columns)}


@pytest.mark.parametrize("status", ["draft", "preparing"])
def test_a_year_before_that_is_not_final(book, status):
    """A draft before a final report is said to be one; what is only being prepared is not compared with."""
    final, other = (
        report.model_copy(update={"report": report.report.model_copy(update={"status": one})})
        for report, one in ((book.site.years[YEAR], "final"), (book.site.years[YEAR], status))
    )
    years = of_years(book, **{"2022-2023": final, BEFORE: other, YEAR: final})
    heads = [build(years, YEAR, name).columns[at].lv for name, at in (("changes", 1), ("numbers", 2))]
    was, mark = {"draft": ("2023./2024.", " (melnraksts)"), "preparing": ("2022./2023.", "")}[status]
    assert heads == [f"{was}{mark}", f"{was} mācību gadā{mark}"]


@pytest.mark.parametrize(
    ("path", "was", "name", "drawn"),
    [
        ("programmes.opened", 9, "programmes.opened", ["2021-2022", None, None, YEAR]),
        (ANSWER, GONE, TOTAL, [None, None, None, YEAR]),
        ("programmes.opened", 9, "learners.movement.from_month", [None, None, None, None]),
    ],
)
def test_every_figure_has_its_series(book, path, was, name, drawn):
    """Missing years are gaps; a line begins anew with another calculation; of months there is none."""
    row = rows(with_earlier(book, path, was, "2021-2022"), "all_years")[name]
    series, *cells = row.cells
    assert isinstance(series, Series)
    assert [one and one.year for one in series.figures] == drawn
    assert cells == [Named(name, YEAR), "–", "–", Named(name, "2021-2022")]
