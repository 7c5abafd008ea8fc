"""What joins the years is begun with the second one, and led to from where readers look for it."""

import re
import shutil

from project import ROOT

from macros.history.new_year import new_year
from macros.report.opened import read_book
from macros.show.outline import drawn

OLD, NEW = "2024-2025", "2025-2026"


def test_what_joins_the_years_is_led_to(opened, tmp_path):
    """From the list of years to that of all, from what is for the municipality to what changed; once, in a third year too."""
    third = shutil.copytree(opened, tmp_path / "third", symlinks=True)
    new_year(third, "2026-2027")
    for root, years in ((opened, [NEW]), (third, [NEW, "2026-2027"])):
        for language, all_years, changed in (
            ("lv", "Gadi cits citam blakus", "Kas mainījies kopš iepriekšējā ziņojuma"),
            ("en", "The years side by side", "What has changed since the previous report"),
        ):
            front = (root / "docs" / language / "index.md").read_text("utf-8")
            assert re.search(rf"{OLD}/index\.md\)\n- \[{all_years}\]\(years\.md\)\n\n", front)
            assert front.count("](years.md)") == 1
            for year in years:
                own = (root / "docs" / language / year / "index.md").read_text("utf-8")
                assert re.search(rf"\{{ #municipality \}}\n\n- \[{changed}\]\(changes\.md\)\n- ", own)
                assert own.count("](changes.md)") == 1


def test_a_chart_through_the_years_stays_where_it_was(opened):
    """Its files are in the folder of each year that has one before it, whatever year the page of all leads with."""
    book = read_book(opened)[0]
    assert ("learners_years" in drawn(book, NEW), "learners_years" in drawn(book, OLD)) == (True, False)
    assert '{{ figure("learners_years") }}' in (opened / "docs/lv/years.md").read_text("utf-8")


def test_what_changed_has_a_page_from_the_second_year_on(opened, tmp_path):
    """It stands before the lists of its year, in both languages, and comes along into the year after that."""
    after = shutil.copytree(opened, tmp_path / "after", symlinks=True)
    new_year(after, "2026-2027")
    menu = (after / "mkdocs.yml").read_text("utf-8")
    for year in (NEW, "2026-2027"):
        assert f"      - {year}/changes.md\n      - {year}/discrepancies.md\n" in menu
        for language in ("lv", "en"):
            assert (after / "docs" / language / year / "changes.md").read_bytes() == (
                ROOT / f"macros/history/new_year/changes.{language}.md"
            ).read_bytes()
    assert f"{OLD}/changes.md" not in menu
    assert menu.count("changes.md") == 2
