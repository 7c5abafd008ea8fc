"""What is right can be carried into a new school year, however it is written; what cannot is told."""

import json
import re
import shutil
from textwrap import indent

import pytest
import yaml
from project import add_to, checked, edit, translated

from macros.history.new_year import new_year
from macros.report.opened import read_book
from macros.show.outline import table_numbers
from macros.words.problems import Problems

pytestmark = pytest.mark.slow

RECORD = """mugs:
  found: { mugs_answered: "criteria.items.warmth.indicators.mugs.strengths – krūz" }
  since: 2021-09-01
  title: { lv: Krūzes, en: Mugs }
  note: { lv: Kas ir lielas., en: What is large. }
  answer: { lv: Jā., en: Yes. }
  question: { lv: "Vai tās ir krūzes?", en: "Are these the mugs?" }
"""
NEXT_YEAR = """items:
  more:
    number: "1"
    name: { lv: Vairāk sniega, en: More snow }
    figures:
      days: 5
      days_warm: 7
    qualitative: { lv: "Ir {{ value('next_year.items.more.figures.days_warm') }}.", en: "Is {{ value('next_year.items.more.figures.days_warm') }}." }
    quantitative: { lv: 'Daudz {{ value( "next_year.items.more.figures.days" ) }}.', en: 'Much {{ value( "next_year.items.more.figures.days" ) }}.' }
"""
WITHOUT_RULE = ("data/2020-2021/rules.yml", "(?ms)^no_numbers:.*?(?=^[a-z]|\\Z)", "")
SLEDGES = "{{ value('targets.next.sledges.figures.days') }}."
CLAIM = r'\{\{ claim\("dogs"\) \}\}'
TABLE = r'\{\{ table\("learners_change"\) \}\}\n'


def in_braces(match):
    """Give the entry of a planned priority on one line."""
    item = yaml.safe_load(match[0])
    return f"  more: {json.dumps(item['more'], ensure_ascii=False)}\n"


SPELLINGS = {
    "a claim in other quotes": [("2020-2021/index.md", CLAIM, "{{ claim('dogs') }}")],
    "a claim without spaces": [("2020-2021/index.md", CLAIM, '{{claim("dogs")}}')],
    "a value in other quotes": [("learners.md", TABLE, "\\g<0>\n{{ value('targets.next.sledges.figures.days') }}.\n")],
    "a value with spaces": [("learners.md", TABLE, '\\g<0>\n{{ value( "targets.next.sledges.figures.days" ) }}.\n')],
    "a table in other quotes": [("warmth.md", r'table\("priorities.cold"\)', "table('priorities.cold' )")],
    "a title in quotes": [("mkdocs.yml", "2020/2021:", '"2020/2021":')],
    "a title without years": [("mkdocs.yml", "2020/2021:", "Ziņojums: # jaunākais")],
    "a remark among pages": [("mkdocs.yml", "2020/2021:", "2020./2021.:\n      # pirmā\n")],
    "all years below a title": [
        ("mkdocs.yml", r"(?s)  - 2020/2021:.*?(?=theme)", lambda match: "  - Visi:\n" + indent(match[0], "    "))
    ],
    "pages last": [("mkdocs.yml", "(?s)(nav:.*?)(theme:.*)\n", r"\2\n\1"), ("mkdocs.yml", r"\s*\Z", "")],
    "a front page without an end of line": [("index.md", r"\s*\Z", "")],
    "names that begin alike": [
        ("data/2020-2021/next_year.yml", r"(?s)\A.*\Z", lambda _match: NEXT_YEAR),
        WITHOUT_RULE,
    ],
    "a priority in braces": [("data/2020-2021/next_year.yml", r"(?s)  more:\n.*", in_braces), WITHOUT_RULE],
}


@pytest.mark.parametrize("edits", SPELLINGS.values(), ids=SPELLINGS)
def test_what_is_right_can_be_carried_however_it_is_written(small, edits):
    """Spaces, quotes, remarks and braces that are no mistake do not keep a year from being opened."""
    for name, old, new in edits:
        files = [small / name] if (small / name).exists() else sorted((small / "docs").rglob(name))
        for file in files:
            text = file.read_text("utf-8")
            changed = re.sub(old, new, text, count=1)
            assert changed != text
            file.write_text(changed, "utf-8")
    translated(small)
    assert [str(problem) for problem in checked(small)[1] if problem.level == "error"] == []
    new_year(small, "2021-2022")
    assert [str(problem) for problem in checked(small)[1] if problem.level == "error"] == []


def test_a_year_is_opened_after_a_final_one(final):
    """Nothing may be left to do in a final year; opening the next leaves nothing to do in it."""
    new_year(final, "2021-2022")
    problems = checked(final)[1]
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    for file in ("lv", "en"):
        (final / f"docs/{file}/2021-2022/rest.md").unlink()
    edit(final / "mkdocs.yml", "      - 2021-2022/rest.md\n", "")
    told = {problem.file: problem.level for problem in checked(final)[1] if problem.file.endswith(".txt")}
    assert told == {"data/records/carried.txt": "todo"}


def test_an_answer_about_the_year_before_is_not_carried(small):
    """Where the texts still say what the centre was asked about, it is asked again."""
    criteria, records = (small / f"data/2020-2021/{name}.yml" for name in ("criteria", "discrepancies"))
    edit(criteria, "lv: Krūzes ir", "lv: Tās ir")
    with records.open("a", encoding="utf-8") as file:
        file.write(RECORD)
    translated(small)
    new_year(small, "2021-2022")
    before, after = (read_book(small)[0].site.years[year].discrepancies["mugs"] for year in ("2020-2021", "2021-2022"))
    assert (before.answer.lv, after.answer) == ("Jā.", None)
    assert after.question == before.question


def test_what_the_centre_charged_is_not_carried(small):
    """It is a number in words, and of the year before."""
    new_year(small, "2021-2022")
    before, after = (read_book(small)[0].site.years[year].fees for year in ("2020-2021", "2021-2022"))
    assert (before.monthly.en, after.monthly) == ("one snowball", None)


@pytest.mark.parametrize(
    ("lv", "en", "listed"),
    [
        ("Kas ir lielas.", "What is large.", False),
        (SLEDGES, SLEDGES, True),
    ],
)
def test_a_record_that_shows_the_year_before_is_to_be_gone_through(small, lv, en, listed):
    """What a note takes from the year before may be told of no other."""
    criteria, records = (small / f"data/2020-2021/{name}.yml" for name in ("criteria", "discrepancies"))
    edit(criteria, "lv: Krūzes ir", "lv: Tās ir")
    record = RECORD.replace("lv: Kas ir lielas., en: What is large.", f'lv: "{lv}", en: "{en}"')
    add_to(records, record)
    translated(small)
    new_year(small, "2021-2022")
    assert ("data/2021-2022/discrepancies.yml" in read_book(small)[0].carried) is listed


def test_records_are_carried_however_deep_they_are_indented(small):
    """A record of discrepancies indented by four spaces stays whole."""
    file = small / "data/2020-2021/discrepancies.yml"
    file.write_text(re.sub(r"(?m)^( +)", r"\1\1", file.read_text("utf-8")), "utf-8")
    assert [problem for problem in checked(small)[1] if problem.level == "error"] == []
    new_year(small, "2021-2022")
    assert [str(problem) for problem in checked(small)[1] if problem.level == "error"] == []


def test_a_mistake_of_the_copy_is_told_of_the_file_that_there_is(small):
    """Whoever cannot open a year is told which file of the year before it is about."""
    small.joinpath("data/2020-2021/discrepancies.yml").write_text("# nav\n", "utf-8")
    rules = small / "data/2020-2021/rules.yml"
    kept = re.search(r"(?ms)^snowmen_met:.*?(?=^[a-z]|\Z)", rules.read_text("utf-8"))[0]
    rules.write_text(kept, "utf-8")
    with pytest.raises(Problems) as told:
        new_year(small, "2021-2022")
    assert {problem.file for problem in told.value.found} == {"data/2020-2021/rules.yml"}
    assert "Šā faila kopijā 2021./2022. mācību gadam" in told.value.found[0].lv


def test_half_done_and_unreadable(small):
    """What was broken off does not hide a mistake made since."""
    (small / ".cache/new-year/2021-2022").mkdir(parents=True)
    edit(small / "data/2020-2021/learners.yml", "start: 10", "start: two")
    with pytest.raises(Problems, match="learners"):
        new_year(small, "2021-2022")


def test_what_a_later_year_shows_changes_no_number(small):
    """The tables and figures of a year keep their numbers, whatever another year shows of it."""
    before = read_book(small)[0]
    new_year(small, "2021-2022")
    for language in ("lv", "en"):
        add_to(small / f"docs/{language}/2021-2022/learners.md", '\n{{ table("survey", year="2020-2021") }}\n')
    after = read_book(small)[0]
    kept, first = (table_numbers(book, "2020-2021") for book in (after, before))
    assert kept | {"survey": 0} == first | {"survey": 0}


def test_a_link_to_the_year_before_says_so(tmp_path, opened):
    """A page of the new year leads to its own pages, or says that it leads to the year before."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)
    way = "docs/lv/2025-2026/accessibility.md"
    with (root / way).open("a", encoding="utf-8") as page:
        page.write("\nVairāk ir lapā [Mērķi](../2024-2025/targets.md).\n")
        page.write("\nVairāk ir iepriekšējā gada lapā [Mērķi](../2024-2025/targets.md).\n")
    line = (root / way).read_text("utf-8").splitlines().index("Vairāk ir lapā [Mērķi](../2024-2025/targets.md).") + 1
    told = [problem for problem in checked(root)[1] if problem.rule == "a_year_speaks_of_itself"]
    assert [(problem.place, problem.level) for problem in told] == [(f"{way}:{line}", "todo")]
    assert "rakstiet “targets.md”" in told[0].lv


def test_numbers_of_the_year_before_are_as_stated_there(tmp_path, opened):
    """What a year says of the one before is what that says: a number corrected there is to be corrected here."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)
    edit(root / "data/2024-2025/programmes.yml", "opened: 18", "opened: 19")
    edit(root / "data/2025-2026/targets.yml", "set: 50", "set: 55")
    told = [problem for problem in checked(root)[1] if problem.rule == "a_year_speaks_of_itself"]
    assert [problem.place for problem in told] == ["data/2025-2026/programmes.yml:4", "data/2025-2026/targets.yml:22"]
    assert "te ir 18, bet 2024./2025. mācību gada datos (data/2024-2025/programmes.yml:3) – 19." in told[0].lv
    assert {problem.level for problem in told} == {"todo"}


def brought_by(root, mistake):
    """Give the place and the rule of each problem that a mistake brings."""
    before = {*checked(root)[1]}
    mistake()
    return [(problem.place, problem.rule) for problem in checked(root)[1] if problem not in before]


def test_a_deleted_page_is_told_once(tmp_path, opened):
    """That a page of the form is gone is told once: not again by what leads to it, nor by the list to go through."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)

    def delete():
        for language in ("lv", "en"):
            (root / f"docs/{language}/2025-2026/council.md").unlink()

    assert brought_by(root, delete) == [("docs/lv/2025-2026/council.md", "the_form_is_complete")]


def test_a_date_of_another_year_is_told_once(tmp_path, opened):
    """Where day and month are swapped, that is told, and not also that the months of other figures differ."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)
    file = root / "data/2025-2026/learners.yml"
    edit(file, "from_month:", "from_month: 10")
    told = brought_by(root, lambda: edit(file, "start_date: 2025-10-01", "start_date: 2025-01-10"))
    assert told == [("data/2025-2026/learners.yml:3", "dates_lie_in_their_year")]


def test_a_front_page_left_behind_is_told_line_by_line(tmp_path, opened):
    """Once the new year leads, each line of the front page that is still of the year before is told once."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)
    edit(root / "data/2025-2026/report.yml", "status: preparing", "status: draft")
    edit(root / "data/2024-2025/report.yml", "status: draft", "status: preparing")
    told = [problem for problem in checked(root)[1] if problem.rule == "the_front_page_leads_to_the_years"]
    lines = [problem.line for problem in told if problem.file == "docs/lv/index.md"]
    assert len(lines) == len({*lines}) > 1
