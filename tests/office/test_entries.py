"""New entries of a workbook, and the new words by which others are chosen: each is there once."""

from workbooks import filled, taken_into, told

from macros.report.opened import read_book

YEAR = "2020-2021"


def test_new_entries_are_put_at_the_end(small, handed_in):
    """With a key made of their words; in a list without keys, as one more item."""
    done = handed_in(
        {
            "projects.items.+1.number": "2.",
            "projects.items.+1.name": ("Kalns", "The Hill"),
            "projects.items.+1.summary": "Sniega kalns.",
            "projects.items.+1.result": "Uzbērts.",
            "learners.movement.reasons.+2": "saule",
            "projects.named.+1": "Piķis",
            "survey.questions.+1.asked": "vecākiem",
            "survey.questions.+1.question": "Vai auksti?",
            "survey.questions.+1.answers.+1.answer": ("jā", "yes"),
            "survey.questions.+1.answers.+1.share": 100,
        }
    )
    assert done.wrong == ()
    projects = (small / "data" / YEAR / "projects.yml").read_text("utf-8")
    assert (
        "  the_hill:\n    number: 2.\n    name:\n      lv: Kalns\n      en: The Hill\n    summary:\n      lv: Sniega kalns.\n"
        "    result:\n      lv: Uzbērts.\nnamed:\n" in projects
    )
    assert projects.endswith("  pikis:\n    lv: Piķis\n")
    learners = (small / "data" / YEAR / "learners.yml").read_text("utf-8")
    assert learners.endswith("    - { lv: atkusnis, en: thaw }\n    - lv: saule\n")
    survey = read_book(small)[0].site.years[YEAR].survey.questions["vai_auksti"]
    assert (survey.asked, survey.answers["entry_yes"].share) == ("parents", 100)


def test_what_is_new_in_a_list_can_be_chosen_in_the_same_workbook(small, made):
    """An address, with a comma of its own, and where it is used; a method, and who used it; the second time, nothing."""
    content = filled(
        made,
        {
            "learners.areas.snow.places": "Ledus iela 1; Kalna iela 2, Sniegi",
            "places.addresses.+1": "Kalna iela 2, Sniegi",
            "criteria.items.warmth.methods": "talk, Sarunas",
            "criteria.methods.+1.name": ("Saruna", "Talk"),
            "criteria.methods.+1.audience": ("visi", "all"),
        },
    )
    done = taken_into(small, content)
    assert ([line for line in told(done) if ": atstāts: " in line], done.wrong) == ([], ())
    year = read_book(small)[0].site.years[YEAR]
    assert year.places.addresses["kalna_iela_2_sniegi"] == "Kalna iela 2, Sniegi"
    assert year.learners.areas["snow"].places == ("ledus_1", "kalna_iela_2_sniegi")
    assert year.criteria.items["warmth"].methods == ("talk", "talks")
    assert taken_into(small, content).told == ()


def test_what_is_reworded_is_chosen_by_its_new_words(small, handed_in):
    """Or by those of before, in the same workbook."""
    done = handed_in(
        {
            "places.addresses.ledus_1": "Ledus iela 1A",
            "learners.areas.ice.places": "Salnas iela 2; Ledus iela 1a",
            "learners.areas.snow.places": "Ledus iela 1; Salnas iela 2",
        }
    )
    assert ([line for line in told(done) if ": atstāts: " in line], done.wrong) == ([], ())
    assert any(": ņemts: “Ledus iela 1A; Salnas iela 2”" in line for line in told(done))
    year = read_book(small)[0].site.years[YEAR]
    assert year.places.addresses["ledus_1"] == "Ledus iela 1A"
    assert [area.places for area in year.learners.areas.values()] == [("ledus_1", "salnas_2"), ("salnas_2", "ledus_1")]


def test_a_new_name_that_another_had_is_not_guessed(handed_in):
    """Two addresses change places: which of them is meant elsewhere nobody can tell."""
    done = handed_in(
        {
            "places.addresses.ledus_1": "Salnas iela 2",
            "places.addresses.salnas_2": "Salnas iela 3",
            "learners.areas.snow.places": "Salnas iela 2",
        }
    )
    (left,) = (line for line in told(done) if ": atstāts: " in line)
    assert "“Salnas iela 2” šajā tabulā ir jauns nosaukums" in left


def test_the_same_new_entry_twice_is_one(small, made):
    """Typed in two free rows, it comes into the list once."""
    taken_into(small, filled(made, {f"places.addresses.+{row}": "Kalna iela 2" for row in (1, 2)}))
    assert [*read_book(small)[0].site.years[YEAR].places.addresses.values()].count("Kalna iela 2") == 1


def test_a_new_entry_that_is_filled_in_further_is_no_second_one(small, made):
    """Whoever mends a cell that was left, and hands in the same file again, adds to what was taken.

    What was taken already and is now changed is told: whether it is the same entry nobody can know.
    """
    begun = {
        "projects.items.+1.number": "2.",
        "projects.items.+1.name": "Kalns",
        "projects.items.+1.summary": "Augsts.",
        "projects.items.+1.result": "Uzbērts.",
    }
    more = {
        **begun,
        "projects.items.+1.name": ("Kalns", "The Hill"),
        "projects.items.+1.result": ("Uzbērts.", "Built."),
    }
    taken_into(small, filled(made, begun))
    done = taken_into(small, filled(made, more))
    assert (done.wrong, done.taken) == ((), 2)
    assert taken_into(small, filled(made, more)).texts == {}
    items = read_book(small)[0].site.years[YEAR].projects.items
    assert [(one.name.lv, one.name.en) for one in items.values()][1:] == [("Kalns", "The Hill")]
    assert [*items.values()][1].result.en == "Built."
    done = taken_into(small, filled(made, {**more, "projects.items.+1.summary": "Zems."}))
    (line,) = told(done)
    assert "šūna D12 (Īss projekta apraksts): atstāts: datos jau ir gandrīz tāds pats ieraksts" in line
    assert read_book(small)[0].site.years[YEAR].projects.items == items


def test_a_new_text_that_is_mended_later_is_no_second_one(small, made):
    """In a list of texts alone; another text, or one with another number, is an entry of its own."""
    name = "learners.movement.reasons"
    taken_into(small, filled(made, {f"{name}.+1": "saule"}))
    (line,) = told(taken_into(small, filled(made, {f"{name}.+1": "saulīte"})))
    assert f"atstāts: datos jau ir gandrīz tāds pats ieraksts (data/{YEAR}/learners.yml, " in line
    again = {f"{name}.+1": "saule", f"{name}.+2": "saulīte", f"{name}.+3": "lietus 1. maijā"}
    assert taken_into(small, filled(made, again)).taken == 2
    assert taken_into(small, filled(made, {f"{name}.+3": "lietus 2. maijā"})).taken == 1


def test_a_new_entry_that_lacks_something_is_left(handed_in):
    """It is told what it lacks, and nothing of it is written."""
    done = handed_in({"projects.items.+1.name": "Kalns"})
    assert done.texts == {}
    lacks = "jaunajam ierakstam vēl trūkst: Projekta numurs; Īss projekta apraksts; Projekta rezultāti"
    assert told(done) == [f"lapa “Projekti”, šūna D11 (Projekta nosaukums): atstāts: {lacks}"]
