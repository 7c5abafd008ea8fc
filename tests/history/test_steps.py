"""What is left to do in a year: short, in order, in both languages."""

import re

import pytest
from project import checked, edit, translated


def listed(told):
    """Give the lines of the list that ends what is told, without its numbers."""
    lines = told.rstrip().splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("Kas "))
    return lines[start:]


def test_a_new_year_ends_with_what_to_do_in_which_order(kept, run):
    """Twelve lines at most: what is blank, what to read, whom to ask, when to show it."""
    lines = listed(run("new-year", "2021-2022", cwd=kept).stdout)
    assert (
        lines[0]
        == "Kas 2021-2022 mācību gadā vēl darāms, šādā secībā / What is left to do in 2021-2022, in this order:"
    )
    assert len(lines) <= 12
    assert "learners: 0 no 8, " in lines[1]
    assert "learners: 0 of 8, " in lines[2]
    order = ["ierakstīt, kā trūkst", "Pārlasīt", "“preparing” vietā ierakstīt “draft”"]
    said = [line for line in lines if re.match(r"\d\. ", line)]
    assert [words in line for words, line in zip(order, said, strict=True)] == [True] * 3


def test_the_last_step_follows_the_status(final, run):
    """Of a final report nothing is left to do but to seal it, and then nothing."""
    last = listed(run("--root", final, "steps").stdout)
    assert last[1:3] == [
        "1. Kad ziņojums parakstīts, noslēgt gadu: make freeze YEAR=2020-2021 vai “Darbi” → freeze.",
        "   Once the report is signed, seal the year: make freeze YEAR=2020-2021 or “Darbi” → freeze.",
    ]
    told = run("--root", final, "freeze", "2020-2021").stdout
    assert told.startswith("Noslēgts: 2020-2021; ")
    assert listed(run("--root", final, "steps").stdout)[1] == "1. Nekas: gads ir noslēgts."
    edit(final / "data/2020-2021/learners.yml", "left: 4", "left: # nav zināms")
    assert listed(run("--root", final, "steps").stdout)[1] == "1. Nekas: gads ir noslēgts."
    edit(final / "data/2020-2021/report.yml", "status: final", "status: draft")
    assert "“draft” vietā ierakstīt “final”" not in run("--root", final, "steps").stdout


def test_a_blank_of_which_a_record_speaks_is_not_to_be_filled_in(small, run):
    """It is asked, or has been answered; once the record no longer says what is found, it counts again."""
    edit(small / "data/2020-2021/learners.yml", "joined: 15", "joined:")
    assert "learners: 7 no 8" in run("--root", small, "steps").stdout
    with (small / "data/2020-2021/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write(
            'joined:\n  found: { flow: "learners.movement.joined = ?" }\n  since: 2021-09-01\n'
            "  title: { lv: Sākums, en: Start }\n  note: { lv: Nav zināms., en: Not known. }\n"
            '  question: { lv: "Cik?", en: "How many?" }\n  answer: { lv: Nav zināms., en: Not known. }\n'
        )
    assert "learners:" not in run("--root", small, "steps").stdout
    edit(small / "data/2020-2021/learners.yml", "left: 4", "left:")
    assert "learners: 6 no 8" in run("--root", small, "steps").stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "stops"),
    [
        ("data/2020-2021/signatures.yml", 'number: "7"', "number:", False),
        ("docs/lv/index.md", "{ #index }\n", "{ #index }\n\nLicence: jāaizpilda.\n", False),
        ("docs/lv/2020-2021/learners.md", "{ #learners }\n", "{ #learners }\n\nLicence: jāaizpilda.\n", True),
        ("data/2020-2021/fees.yml", "relief_learners: 6", "relief_learners:", True),
    ],
)
def test_a_final_report_waits_for_what_belongs_in_it_only(final, file, old, new, stops):
    """Who signs by hand fills in the lines on paper, and what no year holds keeps no year from being final."""
    assert [one.level for one in checked(final)[1] if one.level == "error"] == []
    edit(final / file, old, new)
    translated(final)
    assert ("error" in [one.level for one in checked(final)[1]]) == stops


def test_mistakes_come_first(final, run):
    """Whatever keeps a report from being built is to be corrected before it is signed."""
    edit(final / "data/2020-2021/fees.yml", "relief_learners: 6", "relief_learners:")
    lines = listed(run("--root", final, "steps").stdout)
    assert lines[1:3] == [
        "1. Izlabot kļūdas: 1; tās parāda “make check”.",
        "   Correct the mistakes: 1; “make check” shows them.",
    ]
    assert lines[-3].startswith("3. Kad ziņojums parakstīts")


def test_a_list_without_an_entry_is_to_be_filled_in(kept, run):
    """The priorities of the coming year are not there in a new one, and it says so."""
    assert "next_year: 0 no 1" in listed(run("new-year", "2021-2022", cwd=kept).stdout)[1]
