"""The figures that known discrepancies speak of."""

from project import edit

from macros.report.doubted import doubted
from macros.report.opened import read_book

YEAR = "2020-2021"


def test_a_figure_of_another_year_is_another_one(small):
    """What is said of how it was before is not said of how it is."""
    assert doubted(read_book(small)[0], YEAR)["learners.total_start"] == ("target_and_start",)
    file, shown = small / f"data/{YEAR}/discrepancies.yml", 'value("learners.total_start", "learner"'
    for _language in "lv", "en":
        edit(file, f"{shown})", f'{shown}, year="2019-2020")')
    assert "learners.total_start" not in doubted(read_book(small)[0], YEAR)
