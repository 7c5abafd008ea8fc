"""Values that nobody knows, not even the centre: a record of discrepancies says so, and the report can be final."""

import pytest
from project import checked, edit, translated

UNKNOWN = """
unknown:
  found: {{ not_stated: {found} }}
  shown: [learners]
  since: 2021-09-01
  title: {{ lv: Kas nav zināms, en: What is not known }}
  note: {{ lv: Tas nav zināms., en: It is not known. }}
  question: {{ lv: "Kādas tās ir?", en: "What are they?" }}
"""
BLANK = ("criteria.items.warmth.indicators.mugs.needs", "priorities.items.cold.qualitative.status")
ANSWER = "  answer: { lv: To nezina neviens., en: Nobody knows. }\n"


def told(root):
    """Give the errors of a report whose English follows its Latvian, in Latvian, with their places."""
    translated(root)
    return [f"{one.file}:{one.line}: {one.lv}" for one in checked(root)[1] if one.level == "error"]


def test_a_question_that_has_no_answers_yet_has_nothing_to_add_up(small):
    """It is told as empty, and no rule finds that nothing makes no 100 %."""
    survey = small / "data/2020-2021/survey.yml"
    lines = survey.read_text("utf-8").splitlines(keepends=True)
    answers = next(at for at, line in enumerate(lines) if "answers:" in line)
    survey.write_text("".join([*lines[:answers], "    answers: {}\n", *lines[answers + 3 :]]), "utf-8")
    about = [one.rule for one in checked(small)[1] if one.file.endswith("survey.yml") and one.line == answers + 1]
    assert about == ["blanks_are_filled"]


def test_what_nobody_knows_keeps_no_report_from_being_final(small):
    """Values may stay empty in a final report once the centre has said that it does not know them; readers are told."""
    data = small / "data/2020-2021"
    report, records = data / "report.yml", data / "discrepancies.yml"
    edit(report, "status: draft", "status: final")
    records.write_text(records.read_text("utf-8").rstrip("\n") + "\n" + ANSWER, "utf-8")
    blank = told(small)
    assert len(blank) == len(BLANK)
    for one in blank:
        (name,) = (name for name in BLANK if f"({name})" in one)
        assert f"ar rindu not_stated: {name} pie “found:”" in one
    with records.open("a", encoding="utf-8") as file:
        file.write(UNKNOWN.format(found="; ".join(BLANK)))
    (waiting,) = told(small)
    assert waiting.startswith("data/2020-2021/discrepancies.yml:12: Galīgajā ziņojumā tā palikt nedrīkst")
    status, row = "“Turēties aukstumā: atzīme par izpildi”", "rinda ‘Krūzes’, aile ‘Turpmākās attīstības vajadzības’”"
    assert (
        f"Kas nav zināms. {status} ({BLANK[1]}) nav norādīts. “3.1. punkts, {row} ({BLANK[0]}) nav norādīts. "
        in waiting
    )
    with records.open("a", encoding="utf-8") as file:
        file.write(ANSWER)
    assert told(small) == []


def test_what_nobody_is_said_to_have_been_asked_is_not_final(small):
    """Also a record of what is unknown that asks nothing waits for what the centre says."""
    report, records = small / "data/2020-2021/report.yml", small / "data/2020-2021/discrepancies.yml"
    edit(report, "status: draft", "status: final")
    unasked = UNKNOWN.format(found="; ".join(BLANK)).rpartition("  question")[0]
    records.write_text(records.read_text("utf-8").rstrip("\n") + "\n" + ANSWER + unasked, "utf-8")
    (waiting,) = told(small)
    assert waiting.startswith("data/2020-2021/discrepancies.yml:12: Galīgajā ziņojumā tā palikt nedrīkst")
    assert waiting.endswith(" nav norādīts. Pierakstiet pie “answer:”, ko par to saka centrs.")
    with records.open("a", encoding="utf-8") as file:
        file.write(ANSWER)
    assert told(small) == []


@pytest.mark.parametrize("between", [", ", ",", ";"])
def test_how_several_unknown_values_are_named_is_told(small, between):
    with (small / "data/2020-2021/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write(UNKNOWN.format(found=f'"{between.join(BLANK)}"') + ANSWER)
    (unfit,) = told(small)
    assert unfit.endswith("Vairākus nosaukumus atdala ar semikolu un atstarpi: fees.monthly; staff.teachers.")


def test_what_is_known_after_all_is_no_longer_recorded_as_unknown(small):
    """A name that stands for nothing empty is told, be it mistyped or filled in by now."""
    with (small / "data/2020-2021/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write(UNKNOWN.format(found=f"{BLANK[1]}; fees.monthly; fees.year") + ANSWER)
    (unfit,) = told(small)
    assert unfit == (
        "data/2020-2021/discrepancies.yml:12: Datos nav nekā tukša ar nosaukumu “fees.monthly”, “fees.year”. Izlabojiet "
        "nosaukumu; ja vērtība jau ir ierakstīta, izdzēsiet nosaukumu no šīs rindas, bet, ja nekas cits tajā nepaliek, – visu "
        "ierakstu."
    )


def test_a_value_is_unknown_in_one_record_only(small):
    """A second record of what a first one names is told which that is."""
    with (small / "data/2020-2021/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write(UNKNOWN.format(found="; ".join(BLANK)) + ANSWER)
        file.write(UNKNOWN.replace("unknown:", "again:").format(found=BLANK[1]) + ANSWER)
    (double,) = told(small)
    assert double == (
        "data/2020-2021/discrepancies.yml:21: Šeit ir vērtība, kas jau ir ierakstā “unknown”; atstājiet to tikai vienā "
        "no rindām."
    )
