"""The real report is told exactly what is wrong in its source: each contradiction, each gap, and nothing else.

X1–X24 are the contradictions of the source, E1–E12 its empty cells, as its proof-reader numbered them. Each is found by
a rule of `data/2024-2025/rules.yml`; the records in `discrepancies.yml` only say what was asked about it. What the
centre has since answered or filled in is taken out of the lists here.
"""

import re
from collections import Counter
from decimal import Decimal

import pytest
from addresses import is_paper
from project import ROOT, SMALL, add_to, checked, edit

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Hours, Percent, Range
from macros.desk.questions import questions
from macros.report.compute import Figure
from macros.report.kind import kind_of
from macros.report.opened import read_book
from macros.report.rules import KINDS, NOT_STATED, PARTS, evaluate
from macros.report.rules.facts import interval

YEAR = "2024-2025"
CONTRADICTIONS = {
    "X1": ("learners_end", {"learners_end": "1283 + 509 + 366 + 613 = 2771 ≠ 2802"}),
    "X3": ("movement_period", {"learners_flow_period": "3 ≠ 5"}),
    "X4": ("programmes_closed", {"programmes_closed": "2 ≠ 3"}),
    "X5": ("places", {"places_counted": "13 ≠ 9"}),
    "X6": ("festival_riga", {"festival_met": "festival.figures.participants_riga = ?"}),
    "X7": (
        "new_resources",
        {"new_resources": "4 ≠ 12", "schools_with_resources": "targets.other.resources.figures.schools = ?"},
    ),
    "X8": (
        "inclusion_programmes",
        {"inclusion_met": "priorities.items.inclusion.quantitative.figures.programmes_set: 2 < 3"},
    ),
    "X9": (
        "teacher_answers",
        {
            "answers_people": "survey.questions.talk_to_management.answers.fully_safe.share: 60% ≠ n : 49; survey.questions.talk_to_management.answers.safe.share: 32% ≠ n : 49"
        },
    ),
    "X10": ("clear_goals", {"clear_goals": "staff.observation.clear_goals_share: 96% ≠ n : 37"}),
    "X11": (
        "turn_to_management",
        {"answers_hundred": "survey.questions.turn_to_management.total: 72% + 23% + 3% + 1% = 99% ≠ 100%"},
    ),
    "X12": ("physical_violence", {"answers_hundred": "survey.questions.physical_violence.total: 97% ≠ 100%"}),
    "X13": ("next_targets", {"next_targets": "targets.measured.learners.next: 2800 < 2802"}),
    "X13 too": ("next_talented", {"next_targets": "targets.measured.talented.next: 50% < 55%"}),
    "X14": (
        "professional_development",
        {"measured_targets": "targets.measured.professional_development.set: 90% < 100%"},
    ),
    "X15": (
        "skills_evidence",
        {
            "skills_evidence": "priorities.items.skills.quantitative.figures.culture_teachers, priorities.items.skills.quantitative.figures.culture_teachers_attended = ?"
        },
    ),
    "X16": ("stem_events", {"stem_events_set": "6 ≠ 5–6"}),
    "X17": ("turnover", {"turnover_base": "staff.turnover_two_years: 14.8% ≠ n : 64"}),
    "X18": (
        "rows_answered",
        {
            "absences_answered": "criteria.items.equity.indicators.absences.strengths – kavējum, neattaisnot",
            "vacancies_answered": "criteria.items.equity.indicators.vacancies.needs – vakanc, vakant",
        },
    ),
    "X19": ("support_staff", {"support_staff": "0 – atbalsta personāl"}),
    "X20": ("motivation", {"motivation_name": "targets.other.motivation_school.reached – Motivācijas skol"}),
    "X21": ("monitoring_numbers", {"monitoring_numbered": "5 ≠ 1, 2, 1, 2"}),
    "X22": ("projects", {"projects_listed": "stem_civic, etwinning, kontakts ∉ projects.items"}),
    "X23": (
        "letters",
        {
            "qualitative_figures": "next_year.items.good_practice.qualitative – 11",
            "results_lettered": "tables.next_year.columns.quantitative.heading – a)",
        },
    ),
    "X24": ("minimum", {"anniversary_minimum": "vismaz 6–7"}),
    "small and sensitive groups": (
        "small_groups",
        {
            "small_hearing_class": "priorities.items.inclusion.quantitative.figures.hearing_class_learners: 12",
            "small_appraisal": "staff.appraisal.teachers: 4; staff.appraisal.grade_2: 3; staff.appraisal.grade_3: 1",
            "small_answers": "survey.questions.safe_premises.answers.partly_agree.share: 8% ~ 12; survey.questions.safe_premises.answers.partly_disagree.share: 2% ~ 3; survey.questions.physical_violence.answers.none.share: 100% − 97% ~ 13; survey.questions.feel_well.answers.always_or_mostly.share: 100% − 96% ~ 2; survey.questions.turn_to_management.answers.rather_no.share: 3% ~ 13; survey.questions.turn_to_management.answers.no.share: 1% ~ 4; survey.questions.talk_to_management.answers.sometimes_unsafe.share: 8% ~ 4",
            "small_teachers": "staff.observation.new_teachers_attending: 6; festival.figures.dance_teachers: 7",
            "small_observed_answers": "staff.observation.differentiated_share: 100% − 96% ~ 1",
        },
    ),
}
REMARKS = {"projects", "letters", "minimum"}
"""X22, X23 and X24 ask nothing of the centre. X2, that a target is not the number at the start, is none by the rules."""
EMPTY_CELLS = {
    "E1": "criteria.items.teaching.indicators.data_system.strengths",
    "E2": "criteria.items.teaching.indicators.differentiation.strengths",
    "E3": "criteria.items.equity.indicators.understanding.strengths",
    "E4": "criteria.items.equity.indicators.inclusive_environment.strengths",
    "E5": "criteria.items.equity.indicators.absences.needs",
    "E6": "criteria.items.equity.indicators.vacancies.strengths",
    "E7": "criteria.items.accessibility.indicators.support_staff.strengths",
    "E8": "criteria.items.support.indicators.vision.strengths",
    "E9": "agreements.partners",
    "the monthly co-payment": "fees.monthly",
    "E12 number": "signatures.document.number",
    "E12 place": "signatures.document.place",
    "E12 date": "signatures.document.date",
}
"""E10 is X6; E11 is answered, by “not applicable”."""
CONSISTENT = [
    "resources_split", "observed_total", "grades", "observed_share", "learners_flow",
]  # fmt: skip
"""4+3+3+2, 21+16, 3+1, 25/64, 2503+599−331. What the source repeats without a sum (18
programmes, 43 groups, the respondents …) is typed once and shown everywhere, so that it cannot disagree."""


@pytest.mark.parametrize("number", CONTRADICTIONS)
def test_each_contradiction_is_found_by_its_rule(inspected, number):
    """The rule computes the disagreement anew from the data; the record has the same."""
    book, _found = inspected
    key, formulas = CONTRADICTIONS[number]
    for rule, found in formulas.items():
        assert {*found.split(PARTS)} <= {*book.broken_rules[YEAR][rule].found.split(PARTS)}
    assert book.site.years[YEAR].discrepancies[key].found == formulas


def test_no_other_rule_is_broken(inspected):
    """What the contradictions do not name holds."""
    book, _found = inspected
    told = Counter(
        part for _key, rules in CONTRADICTIONS.values() for found in rules.values() for part in found.split(PARTS)
    )
    broken = [one.found for key, one in book.broken_rules[YEAR].items() if key != NOT_STATED]  # no rule, but all blanks
    assert told == Counter(part for found in broken for part in found.split(PARTS))


@pytest.mark.parametrize("rule", CONSISTENT)
def test_what_is_consistent_is_a_rule_too(inspected, rule):
    """The sums that are right are declared and hold."""
    book, _found = inspected
    assert rule in book.site.years[YEAR].rules
    assert rule not in book.broken_rules[YEAR]


def test_the_check_says_this_and_nothing_else(inspected):
    """Every line of `report check` is a contradiction, an empty cell, or what a page leaves to the centre to fill in."""
    book, found = inspected
    records = {book.loaded.where(Name(YEAR, "discrepancies", key)): key for key, _rules in CONTRADICTIONS.values()}
    blanks = {book.loaded.where(Name(YEAR, name)) for name in EMPTY_CELLS.values()}
    blanks.add(book.loaded.where(Name(None, "centre.licence")))
    by_rule = {rule: [p for p in found if p.rule == rule] for rule in {p.rule for p in found}}
    assert {key: p.level for p in by_rule.pop("discrepancies_are_told") for key in [records[p.file, p.line]]} == {
        key: "note" if key in REMARKS else "todo" for key in records.values()
    }
    empty = by_rule.pop("blanks_are_filled") + by_rule.pop("blanks_can_be_signed")
    assert {(p.file, p.line) for p in empty} == blanks
    left = by_rule.pop("nothing_is_left_to_fill_in")
    assert [p.file for p in left] == [*["docs/lv/about.md"] * 2, *["docs/lv/accessibility-statement.md"] * 8]
    assert by_rule == {}


def test_every_kind_of_rule_is_tried(book):
    """The tiny report has a rule or a claim of each kind, and a case breaks it."""
    report = book.site.years[YEAR]
    assert {rule.kind for rule in (*report.rules.values(), *report.claims.values())} == set(KINDS)
    tiny = "".join((SMALL / f"data/2020-2021/{name}.yml").read_text("utf-8") for name in ("rules", "claims"))
    assert set(re.findall(r"kind: (\w+)", tiny)) == set(KINDS)
    cases = "".join(path.read_text("utf-8") for path in (ROOT / "tests/problems").glob("*.yml"))
    rules = re.findall(r"^(\w+):\n  says: { lv: \"(.*?)\",.*\n(?:  .*\n)*?  kind: (\w+)", tiny, re.MULTILINE)
    told = {key: (f"Neizpildās noteikums “{key}”", f"“{says}” vairs nav tiesa") for key, says, _kind in rules}
    tried = {kind for key, _says, kind in rules if any(words in cases for words in told[key])}
    assert tried == set(KINDS) - {"not_stated"}  # of which the tiny report says otherwise: see test_claims


def test_a_figure_stands_for_half_its_last_digit_either_way():
    """A count is exact, a range is its ends, a share and hours are as exact as they are printed."""

    def printed(value):
        return interval(Figure("", value, kind_of(value)))

    assert printed(37) == (37, 37)
    assert printed(Range(5, 6)) == (5, 6)
    assert printed(Percent(39)) == (Decimal("38.5"), Decimal("39.5"))
    assert printed(Percent("14.8")) == (Decimal("14.75"), Decimal("14.85"))
    assert printed(Hours("10.98")) == (Decimal("10.975"), Decimal("10.985"))


def test_targets_with_a_star_are_met_though_the_status_says_otherwise(small):
    """A star in the target stands for each key here too."""
    path = small / "data/2020-2021/rules.yml"
    goal = "{ target: targets.other.snowmen.figures.wanted, result: targets.other.snowmen.figures.built }"
    star = "{ target: targets.other.*.figures.wanted, result: targets.other.*.figures.built }"
    edit(path, goal, star)
    path = small / "data/2020-2021/priorities.yml"
    edit(path, "status: achieved", "status: partly")
    book, _found = read_book(small)
    assert book.broken_rules["2020-2021"]["snowmen_met"].found == "partly: 3"


def test_rules_with_blanks_wait(small):
    """Where a figure is not stated, nothing is compared: a new year starts with blanks, not with errors."""
    for file in ("learners.yml", "targets.yml", "staff.yml", "survey.yml", "places.yml", "programmes.yml", "fees.yml"):
        path = small / "data/2020-2021" / file
        path.write_text(re.sub(r"(\w+): \d+(?=[,\n ])(?! *[-\d])", r"\1:", path.read_text("utf-8")), "utf-8")
    path = small / "data/2020-2021/learners.yml"
    path.write_text(path.read_text("utf-8").replace("from_month:", "from_month: 1").replace("to_month:", "to_month: 5"))
    book, found = checked(small)
    assert all(broken.blank for broken in book.broken_rules["2020-2021"].values())
    assert {p.rule for p in found if p.level == "error"} <= {"rules_hold_or_are_known_not_to"}  # the one record
    assert evaluate(book.site.years["2020-2021"].rules, book.facts["2020-2021"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_one_list_to_print(inspected, language):
    """All open questions with room for an answer, all remarks, and lines that fit a page."""
    book, found = inspected
    printed = questions(book, language, YEAR)
    asked = [p for p in found if p.level == "todo"]
    answer = {"lv": "Atbilde: ____", "en": "Answer: ____"}[language]
    assert printed.count(answer) == len(asked)
    for record in book.site.years[YEAR].discrepancies.values():
        title = record.title.in_(language).partition("{{")[0]
        assert title in " ".join(printed.split())
    assert "{{" not in printed
    assert max(map(len, printed.splitlines())) <= 88


def test_an_answered_question_is_asked_no_more(small):
    """With an answer the record is a remark; readers see the answer."""
    path = small / "data/2020-2021/discrepancies.yml"
    answer = '\n  answer: { lv: "Pareizs ir mērķis.", en: "The target is right." }\n'
    path.write_text(path.read_text("utf-8").rstrip() + answer, "utf-8")
    book, found = checked(small)
    assert [p.level for p in found if p.rule == "discrepancies_are_told"] == ["note"]
    assert "Pareizs ir mērķis." in questions(book, "lv", "2020-2021").partition("Zināms")[2]


def test_blanks_are_asked_in_the_words_of_the_form(inspected):
    """The director reads the criterion, the indicator and the column, or what is asked, not the names of the data."""
    book, _found = inspected
    printed = " ".join(questions(book, "lv", YEAR).split())
    assert "3.3. Pieejamība – Atbalsta personāla pakalpojumu pieejamības kvalitāte – Stiprās puses" in printed
    assert "Parakstīšanas datums Kur: data/2024-2025/signatures.yml" in printed
    assert "Adrese licencei, ar kuru drīkst izmantot datus Kur: data/centre.yml" in printed
    assert "strengths" not in printed


def test_questions_wait_for_errors(small, run):
    """While there are errors, they are told instead, and the exit code says so."""
    edit(small / "data/2020-2021/learners.yml", "end: 21", "end: 22")
    done = run("--root", small, "questions")
    assert done.returncode == 1
    assert "22 + 30 = 52" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_see_a_note_at_each_place_and_one_list(built, book, language):
    """Each note leads to its row of the list, which leads back; there are those for readers, none of those for editors."""
    listed = built.article(language, f"{YEAR}/discrepancies/")
    records = book.site.years[YEAR].discrepancies
    rows = {row.get("id"): row.xpath("./td[1]//a/@href") for row in listed.xpath(".//tr[@id]")}
    readers = {f"row-{key.replace('_', '-')}" for key, record in records.items() if record.shown}
    assert set(rows) == readers
    linked, back = set(), {row: set() for row in rows}
    for path, page in built.pages.items():
        if path.startswith("en/") == (language == "en") and not is_paper(path):
            for link in page.xpath("//article//div[@class='discrepancy']//strong/a/@href"):
                address, _, row = link.partition("#")
                assert address.rstrip("/").endswith("discrepancies")
                linked.add(row)
                back[row].add(path.removesuffix("/").rpartition("/")[2])
    assert linked == readers
    for row, links in rows.items():
        there = {link.partition("#")[0].removesuffix("/").rpartition("/")[2] for link in links}
        assert {YEAR if page == ".." else page for page in there} == back[row]
    assert "../learners/#change" in rows["row-learners-end"]
    text = " ".join(listed.text_content().split())
    hidden = [record.title.in_(language) for record in records.values() if not record.shown]
    assert [title for title in hidden if title in text] == []


def test_what_pages_have_yet_to_say_is_asked_in_each_language(small):
    """In English it is the paragraph in the same place of the page, on whichever line that stands."""
    for language, words in (("lv", "Te kas jāaizpilda."), ("en", "Something to\nbe filled in here.")):
        page = small / f"docs/{language}/2020-2021/rest.md"
        before = {"lv": "Viena rinda.", "en": "One line,\nthat is two."}[language]
        add_to(page, f"\n{before}\n\n{words}\n")
    book = read_book(small)[0]
    assert ": Te kas jāaizpilda.\n" in questions(book, "lv", "2020-2021")
    assert ": Something to be filled in here.\n" in questions(book, "en", "2020-2021")
