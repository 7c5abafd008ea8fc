"""The data are shaken: each number is changed in turn, and no sentence stays that is not true any more.

What a sentence says is written here once more, as a condition of the numbers in Python; the data have it in the words
of the rules. Where the condition falls, the sentence changes, goes, or is told.
"""

import html
import re
from decimal import Decimal
from functools import cache, partial

import pytest
from shaking import YEAR, shaken, with_value

from macros.check.claims import claims_hold
from macros.check.discrepancies import records_have_a_reason
from macros.check.rules import rules_hold_or_are_known_not_to
from macros.data.name import Name, leaves
from macros.data.schema import LANGUAGES, Text
from macros.html.render import Renderer
from macros.pages.calls import calls_in
from macros.report.kind import ends
from macros.report.rules import known, names_in
from macros.show.shown import with_parts

PARTS = 2
"""In how many parts the changes are tried that take longest."""


def total(report, moment):
    """Add up the learners of all areas."""
    return sum(getattr(area, moment) for area in report.learners.areas.values())


def growth(area):
    """Give by how much an area has grown, as a part of what it was; what was nothing has no growth."""
    return (area.end - area.start) / area.start if area.start else None


def first(numbers, key):
    """Tell whether the number under a key is known and larger than all others, which are known too."""
    return None not in numbers.values() and all(numbers[key] > one for other, one in numbers.items() if other != key)


def whole(share, people):
    """Tell whether a share, rounded to its last digit, is that of a whole number of people."""
    half = Decimal(1).scaleb(share.as_tuple().exponent) / 2
    return any(abs(Decimal(100 * part) / people - share) <= half for part in range(people + 1)) if people else False


def areas(report):
    """Give the areas by their keys."""
    return report.learners.areas.items()


def moved(report):
    """Give how many more joined than left."""
    return report.learners.movement.joined - report.learners.movement.left


def goal(report):
    """Give the target for the number of learners."""
    return report.targets.measured["learners"]


def events(report):
    """Give the numbers of the goal about events."""
    return report.targets.other["events"].figures


def statuses(report):
    """Give the statuses of all results by priority and half."""
    return {
        (key, half): getattr(item, half).status
        for key, item in report.priorities.items.items()
        for half in ("quantitative", "qualitative")
    }


CLAIMS = {
    "culture_is_largest": lambda r: first({key: area.end for key, area in areas(r)}, "culture"),
    "stem_grew_fastest": lambda r: first({key: growth(area) for key, area in areas(r)}, "stem"),
    "areas_grew": lambda r: (
        all(area.end > area.start for _key, area in areas(r))
        and first({key: growth(area) for key, area in areas(r)}, "stem")
    ),
    "year_ends_with": lambda r: total(r, "end") != goal(r).reached,
    "goals_give_another_number": lambda r: total(r, "end") != goal(r).reached,
    "both_above_target": lambda r: min(total(r, "end"), goal(r).reached) > goal(r).set,
    "movement_agrees_with_table": lambda r: moved(r) == total(r, "end") - total(r, "start"),
    "movement_is_the_change": lambda r: moved(r) == total(r, "end") - total(r, "start"),
    "taught_everywhere": lambda r: any(
        all(place in area.places for _key, area in areas(r)) for place in r.places.addresses
    ),
    "stem_events_above_both": lambda r: (
        events(r)["stem_reached"] > events(r)["stem_set"]
        and events(r)["stem_reached"] > ends(r.priorities.items["monitoring"].quantitative.figures["events_set"])[1]
    ),
    "targets_counted": lambda r: None not in {target.reached for target in r.targets.measured.values()},
    "targets_missed": lambda r: any(target.reached < target.set for target in r.targets.measured.values()),
    "targets_without_result": lambda r: None in {target.reached for target in r.targets.measured.values()},
    "cooperation_partly": lambda r: statuses(r)["cooperation", "quantitative"] == "partly",
    "others_achieved": lambda r: (
        {status for key, status in statuses(r).items() if key != ("cooperation", "quantitative")} == {"achieved"}
    ),
    "more_new_programmes": lambda r: r.programmes.opened > r.programmes.opened_year_before,
    "clear_goals_of_teachers": lambda r: whole(
        r.staff.observation.clear_goals_share, r.staff.observation.teachers_observed
    ),
    "no_support_staff": lambda r: r.staff.support_staff == 0,
    "fee_not_stated": lambda r: r.fees.monthly is None,
    "is_final": lambda r: r.report.status == "final",
    "questions_open": lambda r: any(one.question and not one.answer for one in r.discrepancies.values()),
    "questions_beyond_the_table": lambda r: (
        sum(bool(one.question and not one.answer) for one in r.discrepancies.values())
        > sum(bool(one.shown) for one in r.discrepancies.values())
    ),
}
"""What each claim says: of a year's report → whether it is so."""
OF_NO_NUMBER = {
    "taught_everywhere", "cooperation_partly", "others_achieved", "questions_open", "questions_beyond_the_table",
    "fee_not_stated", "targets_counted",
}  # fmt: skip
"""Claims that no change of a number can make untrue."""
OF_EACH_TARGET = {
    "targets_missed": lambda target: target.reached is not None and target.reached < target.set,
    "targets_without_result": lambda target: target.reached is None,
}
"""What claims about each numerical target say of one."""
NOT_SO = {"is_final", "targets_without_result"}
"""What is not so of the report as it is: it is a draft, and each of its targets has a result."""
NOTES = {
    "learners_end": lambda r: total(r, "end") != goal(r).reached,
    "movement_period": lambda r: r.learners.movement.to_month != r.learners.end_date.month,
    "programmes_closed": lambda r: r.programmes.closed_of_opened != r.programmes.closed,
    "places": lambda r: r.places.stated != len(r.places.addresses),
    "new_resources": lambda r: (
        r.targets.other["resources"].figures["added"] != r.resources.total
        or r.targets.other["resources"].figures["schools"] is None
    ),
    "inclusion_programmes": lambda r: (
        len(r.priorities.items["inclusion"].quantitative.named)
        < r.priorities.items["inclusion"].quantitative.figures["programmes_set"]
    ),
    "clear_goals": lambda r: not whole(r.staff.observation.clear_goals_share, r.staff.observation.total),
    "turn_to_management": lambda r: (
        sum(a.share for a in r.survey.questions["turn_to_management"].answers.values()) != 100
    ),
    "physical_violence": lambda r: (
        sum(a.share for a in r.survey.questions["physical_violence"].answers.values()) != 100
    ),
    "next_targets": lambda r: goal(r).next < goal(r).reached,
    "next_talented": lambda r: r.targets.measured["talented"].next < r.targets.measured["talented"].reached,
    "professional_development": lambda r: (
        r.targets.measured["professional_development"].reached < r.targets.measured["professional_development"].set
    ),
    "stem_events": lambda r: (
        (events(r)["stem_set"], events(r)["stem_set"])
        != ends(r.priorities.items["monitoring"].quantitative.figures["events_set"])
    ),
    "turnover": lambda r: not whole(r.staff.turnover_two_years, r.staff.teachers),
}
"""What the note of each record with numbers says."""


@pytest.fixture(scope="module")
def books(book):
    """Each change of a number, with what gives the book that it makes, made where it is first asked for."""
    return [(name, value, cache(partial(with_value, book, name, value))) for name, value in shaken(book)]


def test_each_sentence_has_its_condition_here(book):
    """A new claim, or a new record that tells readers of numbers, is thought of twice."""
    report = book.site.years[YEAR]
    assert CLAIMS.keys() == report.claims.keys()
    assert NOTES.keys() <= report.discrepancies.keys()
    assert {key for key, holds in CLAIMS.items() if not holds(report)} == NOT_SO
    assert [key for key, holds in NOTES.items() if not holds(report)] == []


def test_what_is_not_true_any_more_changes_goes_or_is_told(books):
    """Whatever number changes, each claim is said exactly while it is true, and an error tells of one that is not."""
    assert len(books) > 500
    fallen = set()
    for name, value, made in books:
        book = made()
        report, claims = book.site.years[YEAR], book.claims[YEAR]
        told = {problem.line for problem in claims_hold(book)} if any(one.untrue for one in claims.values()) else set()
        for key, holds in CLAIMS.items():
            said = {getattr(one, "origin", one) for one in claims[key].said}
            says = {*report.claims[key].sentences()} - {report.claims[key].otherwise}
            if holds(report):
                assert said, (key, str(name), value)
                assert said <= says, (key, str(name), value)
            else:
                fallen.add(key)
                line = book.loaded.where(Name(YEAR, "claims", key, "says"))[1]
                assert not said & says, (key, str(name), value)
                goes = claims[key].otherwise or claims[key].broken.blank
                assert line in told or goes, (key, str(name), value)
    assert CLAIMS.keys() - fallen == OF_NO_NUMBER


def test_of_each_item_it_is_said_for_itself(books):
    """Whatever number changes, what is said of the items of a list is said of those of which it is so, and no others."""
    counts = set()
    for name, value, made in books:
        book = made()
        items = book.site.years[YEAR].targets.measured
        for key, is_so in OF_EACH_TARGET.items():
            said = [one.lv for one in book.claims[YEAR][key].said]
            of = [item for item, target in items.items() if is_so(target)]
            told = [f"targets.measured.{item}." in words for item, words in zip(of, said, strict=True)]
            assert all(told), (key, str(name), value)
            counts.add((key, len(of)))
    assert {("targets_missed", many) for many in (0, 1, 2)} <= counts


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_note_is_shown_only_while_it_is_true(book, books, part):
    """Whatever number changes, the note of a record is true, gone, or told at its record."""
    report = book.site.years[YEAR]
    rules = [report.rules[rule] for record in report.discrepancies.values() for rule in record.found]
    compared = with_parts((name for rule in rules for _role, name in names_in(rule)), book, YEAR)
    for name, value, made in books[part::PARTS]:
        if str(name) not in compared:
            continue
        changed = made()
        report, broken = changed.site.years[YEAR], changed.broken_rules[YEAR]
        for key, holds in NOTES.items():
            record = report.discrepancies[key]
            parts = {part for found in record.found.values() for part in found.split("; ")}
            shown = {finding.formula for finding in known(record, broken)}
            if shown and not holds(report):
                pytest.fail(f"{key} is shown though {name} is {value}")
            if shown != parts:
                problems = [*rules_hold_or_are_known_not_to(changed), *records_have_a_reason(changed)]
                lines = {
                    changed.loaded.where(Name(YEAR, "discrepancies", key, "found", rule))[1] for rule in record.found
                }
                assert lines & {problem.line for problem in problems}, (key, str(name), value)


def plural(number, language):
    """Give the form that a whole number asks for."""
    if language == "en":
        return "one" if number == 1 else "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "zero" if number % 10 == 0 or 11 <= number % 100 <= 19 else "other"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_agree_with_their_number(book, books, language):
    """Whatever a number is, the words that bend with it have the form that it asks for."""
    seen = 0
    calls = {call for text in _texts(book) for call in calls_in(text.in_(language), "")[0]}
    calls |= {call for page in book.pages if page.language == language for call in page.calls}
    bent = {(call.get("name"), call.get("noun")) for call in calls if call.macro == "value" and call.get("noun")}
    behind = {name: {name, *book.names[YEAR][name].parts} for name, _noun in bent}
    for name, _value, made in books:
        for call in [call for call in bent if str(name) in behind[call[0]]]:
            changed = made()
            renderer, nouns = Renderer(changed, language), changed.site.words.phrases
            figure = changed.names[YEAR][call[0]]
            word, _, case = call[1].partition(".")
            forms = nouns[word].en if language == "en" else nouns[word].lv[case or "nominative"]
            if not isinstance(figure.value, int):
                continue
            form = forms[plural(figure.value, language)]
            ending = (
                "th" if figure.value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(figure.value % 10, "th")
            )
            written = figure.written(language)
            wanted = form.replace("{th}", written + ending).replace("{n}", written)
            said = html.unescape(re.sub(r"<[^>]+>", "", renderer.value(*call, YEAR, marked=False))).replace(
                "\u00a0", " "
            )
            assert said == (wanted if "{" in form else f"{written} {form}").replace("\u00a0", " ")
            seen += 1
    assert seen > 100


def _texts(book):
    return [leaf for _name, leaf in leaves(book.site.years[YEAR], Name(YEAR), whole=Text) if isinstance(leaf, Text)]
