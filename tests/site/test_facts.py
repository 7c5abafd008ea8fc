"""Every entry of the register of facts (N1–N67) stands on its page, in both languages, from the data.

A value is looked for by its name in the built page (`data-name`), so a number that merely happens to be there does not
count. What is no number – a date without a year, a name, an ordinal – is looked for in the words of the page.
"""

import re

import pytest

Y = "2024-2025/"
Q = "survey.questions."
P = "priorities.items."
F = "festival.figures."
T = "targets."
S = "staff.observation."
C = "student_councils.activities."

VALUES = [
    # register, page, name, Latvian, English
    ("N1", "learners", "learners.areas.culture.start", "1217", "1217"),
    ("N1", "learners", "learners.areas.culture.end", "1283", "1283"),
    ("N1", "learners", "learners.areas.culture.change", "+66", "+66"),
    ("N1", "learners", "learners.areas.culture.change_percent", "+5,4 %", "+5.4%"),
    ("N1", "learners", "learners.areas.culture.share_end", "46,3 %", "46.3%"),
    ("N2", "learners", "learners.areas.stem.start", "381", "381"),
    ("N2", "learners", "learners.areas.stem.end", "509", "509"),
    ("N2", "learners", "learners.areas.stem.change", "+128", "+128"),
    ("N2", "learners", "learners.areas.stem.change_percent", "+33,6 %", "+33.6%"),
    ("N2", "learners", "learners.areas.stem.share_end", "18,4 %", "18.4%"),
    ("N3", "learners", "learners.areas.sport.start", "344", "344"),
    ("N3", "learners", "learners.areas.sport.end", "366", "366"),
    ("N3", "learners", "learners.areas.sport.change", "+22", "+22"),
    ("N3", "learners", "learners.areas.sport.change_percent", "+6,4 %", "+6.4%"),
    ("N3", "learners", "learners.areas.sport.share_end", "13,2 %", "13.2%"),
    ("N4", "learners", "learners.areas.civic.start", "561", "561"),
    ("N4", "learners", "learners.areas.civic.end", "613", "613"),
    ("N4", "learners", "learners.areas.civic.change", "+52", "+52"),
    ("N4", "learners", "learners.areas.civic.change_percent", "+9,3 %", "+9.3%"),
    ("N4", "learners", "learners.areas.civic.share_end", "22,1 %", "22.1%"),
    ("N1", "learners", "learners.total_start", "2503", "2503"),
    ("N1", "learners", "learners.total_end", "2771", "2771"),
    ("N1", "learners", "learners.change", "+268", "+268"),
    ("N1", "learners", "learners.change_percent", "+10,7 %", "+10.7%"),
    ("N1", "learners", "learners.start_date", "01.10.2024.", "1 October 2024"),
    ("N1", "learners", "learners.end_date", "31.05.2025.", "31 May 2025"),
    ("N5", "targets", T + "measured.learners.set", "2700", "2700"),
    ("N5", "targets", T + "measured.learners.reached", "2802", "2802"),
    ("N5", "targets", T + "measured.learners.next", "2800", "2800"),
    ("N6", "targets", T + "measured.talented.set", "55 %", "55%"),
    ("N6", "targets", T + "measured.talented.reached", "55 %", "55%"),
    ("N6", "targets", T + "measured.talented.next", "50 %", "50%"),
    ("N7", "targets", T + "measured.professional_development.set", "100 %", "100%"),
    ("N7", "targets", T + "measured.professional_development.reached", "90 %", "90%"),
    ("N7", "targets", T + "measured.professional_development.next", "100 %", "100%"),
    ("N8", "targets", T + "other.resources.figures.schools_set", "5", "5"),
    ("N9", "targets", T + "other.events.figures.set", "13", "13"),
    ("N9", "targets", T + "other.events.figures.stem_set", "6", "6"),
    ("N10", "targets", T + "other.resources.figures.added", "4", "4"),
    ("N11", "targets", T + "other.events.figures.reached", "32", "32"),
    ("N11", "targets", T + "other.events.figures.stem_reached", "8", "8"),
    ("N12", "targets", T + "next.courses.figures.wider_experience_hours", "6", "6"),
    ("N13", "targets", T + "next.courses.figures.urban_environment_hours", "18", "18"),
    ("N14", "targets", T + "next.anniversary.figures.events", "6–7", "6–7"),
    ("N15", "targets", T + "next.anniversary.figures.years", "80", "80"),
    ("N15", "support", T + "next.anniversary.figures.years", "80", "80"),
    ("N17", "priorities", P + "skills.quantitative.figures.seminars", "2", "2"),
    ("N19", "priorities", "resources.total", "12", "12"),
    ("N20", "priorities", "resources.by_area.culture", "4", "4"),
    ("N20", "priorities", "resources.by_area.stem", "3", "3"),
    ("N20", "priorities", "resources.by_area.sport", "3", "3"),
    ("N20", "priorities", "resources.by_area.civic", "2", "2"),
    ("N21", "priorities", "resources.in_stock", "40", "40"),
    ("N22", "priorities", F + "groups_set", "50", "50"),
    ("N23", "priorities", F + "participants_riga_set", "1500", "1500"),
    ("N24", "priorities", F + "groups", "43", "43"),
    ("N25", "priorities", F + "participants_riga", "nav norādīts", "not stated"),
    ("N26", "priorities", P + "inclusion.quantitative.figures.programmes_set", "3", "3"),
    ("N27", "priorities", P + "inclusion.quantitative.figures.hearing_class_learners", "12", "12"),
    ("N28", "priorities", P + "monitoring.quantitative.figures.programmes_set", "7", "7"),
    ("N29", "priorities", P + "monitoring.quantitative.figures.events_set", "5–6", "5–6"),
    ("N29", "priorities", P + "monitoring.quantitative.figures.seminars_set", "2–3", "2–3"),
    ("N30", "priorities", "programmes.opened", "18", "18"),
    ("N30", "priorities", "programmes.closed_of_opened", "2", "2"),
    ("N31", "priorities", T + "other.events.figures.stem_reached", "8", "8"),
    ("N31", "priorities", P + "monitoring.quantitative.figures.outreach", "3", "3"),
    ("N31", "priorities", P + "monitoring.quantitative.figures.seminars", "8", "8"),
    ("N32", "priorities", P + "monitoring.qualitative.figures.years_watched", "5", "5"),
    ("N33", "priorities", "programmes.closed_of_opened", "2", "2"),
    ("N35", "priorities", "staff.development.events", "173", "173"),
    ("N36", "priorities", "staff.development.hours_per_employee", "10,98", "10.98"),
    ("N37", "teaching", S + "planned", "21", "21"),
    ("N37", "teaching", S + "for_grade", "16", "16"),
    ("N37", "teaching", S + "total", "37", "37"),
    ("N38", "teaching", "staff.appraisal.teachers", "4", "4"),
    ("N38", "teaching", "staff.appraisal.grade_2", "3", "3"),
    ("N38", "teaching", "staff.appraisal.grade_3", "1", "1"),
    ("N39", "teaching", S + "new_teachers_attending", "6", "6"),
    ("N40", "teaching", "staff.teachers", "64", "64"),
    ("N40", "teaching", S + "teachers_observed", "25", "25"),
    ("N40", "teaching", S + "teachers_observed_share", "39 %", "39%"),
    ("N41", "teaching", "programmes.opened", "18", "18"),
    ("N41", "teaching", "programmes.learners_in_opened", "306", "306"),
    ("N42", "teaching", "programmes.opened_year_before", "5", "5"),
    ("N43", "teaching", "programmes.closed", "3", "3"),
    ("N44", "teaching", S + "clear_goals_share", "96 %", "96%"),
    *(
        ("N45", page, f"survey.respondents.{who}", number, number)
        for page in ("teaching", "equity", "accessibility", "support")
        for who, number in (("teachers", "49"), ("learners", "152"), ("parents", "423"))
    ),
    ("N46", "teaching", S + "differentiated_share", "96 %", "96%"),
    ("N48", "equity", "fees.relief_learners", "525", "525"),
    ("N48", "equity", "fees.relief_special_needs", "78", "78"),
    ("N49", "equity", "learners.movement.left", "331", "331"),
    ("N49", "equity", "learners.movement.joined", "599", "599"),
    ("N50", "equity", Q + "safe_premises.answers.agree.share", "90 %", "90%"),
    ("N50", "equity", Q + "safe_premises.answers.partly_agree.share", "8 %", "8%"),
    ("N50", "equity", Q + "safe_premises.answers.partly_disagree.share", "2 %", "2%"),
    ("N51", "equity", Q + "physical_violence.answers.none.share", "97 %", "97%"),
    ("N52", "equity", Q + "emotional_violence.answers.none.share", "93 %", "93%"),
    ("N52", "equity", Q + "emotional_violence.answers.exception.share", "7 %", "7%"),
    ("N53", "equity", Q + "feel_well.answers.always_or_mostly.share", "96 %", "96%"),
    ("N54", "equity", "staff.turnover_two_years", "14,8 %", "14.8%"),
    ("N55", "accessibility", "places.stated", "9", "9"),
    ("N56", "support", Q + "turn_to_management.answers.yes.share", "72 %", "72%"),
    ("N56", "support", Q + "turn_to_management.answers.rather_yes.share", "23 %", "23%"),
    ("N56", "support", Q + "turn_to_management.answers.rather_no.share", "3 %", "3%"),
    ("N56", "support", Q + "turn_to_management.answers.no.share", "1 %", "1%"),
    ("N56", "support", Q + "turn_to_management.total", "99 %", "99%"),
    ("N57", "support", Q + "talk_to_management.answers.fully_safe.share", "60 %", "60%"),
    ("N57", "support", Q + "talk_to_management.answers.safe.share", "32 %", "32%"),
    ("N57", "support", Q + "talk_to_management.answers.sometimes_unsafe.share", "8 %", "8%"),
    ("N58", "support", C + "know_daugavpils.figures.events", "6", "6"),
    ("N58", "support", C + "leaders.figures.meetings", "4", "4"),
    ("N58", "support", C + "coordinators.figures.meetings", "4", "4"),
    ("N58", "support", C + "kontakts_training.figures.schools", "3", "3"),
    ("N58", "support", C + "want_vote.figures.schools", "1", "1"),
    ("N58", "support", C + "seminar.figures.schools", "2", "2"),
    ("N59", "values-education", "values_education.plan_years", "3", "3"),
    ("N60", "values-education", F + "groups", "43", "43"),
    ("N60", "values-education", F + "participants", "893", "893"),
    ("N61", "values-education", F + "dance_groups", "4", "4"),
    ("N61", "values-education", F + "dance_participants", "61", "61"),
    ("N61", "values-education", F + "dance_teachers", "7", "7"),
    ("N62", "values-education", F + "costume_collections", "2", "2"),
    ("N62", "values-education", F + "workshops", "1", "1"),
    ("N63", "achievements", "achievements.etwinning_years_running", "2", "2"),
    ("N64", "next-year", "next_year.items.good_practice.figures.esf_activities", "11", "11"),
    ("N65", "next-year", "next_year.items.good_practice.figures.activities", "4", "4"),
    ("N66", "next-year", "next_year.items.inclusion.figures.programme_drafts", "2", "2"),
    ("N67", "next-year", T + "next.anniversary.figures.events", "6–7", "6–7"),
    ("front", "", "learners.total_start", "2503", "2503"),
    ("front", "", "learners.total_end", "2771", "2771"),
    ("front", "", T + "measured.learners.reached", "2802", "2802"),
    ("front", "", "programmes.opened", "18", "18"),
    ("front", "", Q + "safe_premises.answers.agree.share", "90 %", "90%"),
    ("front", "", T + "met", "2", "2"),
    ("front", "", "priorities.achieved", "7", "7"),
]

WORDS = [
    (
        "N16",
        "priorities",
        "XIII Latvijas Skolu jaunatnes dziesmu un deju svētk",
        "XIII Latvian School Youth Song and Dance",
    ),
    (
        "N16",
        "support",
        "XIII Latvijas Skolu jaunatnes dziesmu un deju svētk",
        "XIII Latvian School Youth Song and Dance",
    ),
    (
        "N16",
        "values-education",
        "XIII Latvijas Skolu jaunatnes dziesmu un deju svētk",
        "XIII Latvian School Youth Song",
    ),
    ("N17", "priorities", "18. decembrī un 15. janvārī", "18 December and 15 January"),
    ("N18", "priorities", "Lidice-2025", "Lidice 2025"),
    ("N34", "priorities", "3D konstruēšanas un modelēšanas", "3D construction and modelling"),
    ("N47", "equity", "1 mēnesi un ilgāk", "1 month or longer"),
]


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("page", dict.fromkeys(entry[1] for entry in VALUES))
def test_numbers(built, page, language):
    """Each number of the register that belongs to a page stands there, bound to its name, and nowhere there otherwise."""
    article = built.article(language, Y + (f"{page}/" if page else ""))
    wanted = {name: {lv if language == "lv" else en} for _register, own, name, lv, en in VALUES if own == page}
    shown = {
        name: {" ".join(element.text_content().split()) for element in article.xpath(f'.//*[@data-name="{name}"]')}
        for name in wanted
    }
    assert shown == wanted


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("page", dict.fromkeys(entry[1] for entry in WORDS))
def test_words(built, page, language):
    """The facts that are no numbers stand in the words of their page."""
    words = built.words(language, f"{Y}{page}/")
    wanted = [lv if language == "lv" else en for _register, own, lv, en in WORDS if own == page]
    assert [fact for fact in wanted if fact not in words] == []


@pytest.mark.parametrize(
    ("language", "other", "draft"),
    [
        ("lv", "cits skaits: 2802.", "Šis vēl nav ziņojuma galīgais variants."),
        ("en", "another number is given: 2802.", "This is not yet the final version of the report."),
    ],
)
def test_the_first_page_hides_no_doubt(built, language, other, draft):
    """Who reads only the front page of the site learns that the goals give another number, and that it is a draft."""
    words = built.words(language, "")
    assert [said for said in ("2771", other, draft) if said not in words] == []


def test_the_whole_register_is_here():
    """No entry of the register is left out."""
    here = {int(entry[0][1:]) for entry in (*VALUES, *WORDS) if re.fullmatch(r"N\d+", entry[0])}
    assert here == set(range(1, 68))
