"""The record of a correction that the program makes ready: what was and what is now, as readers know it."""

import re
import subprocess

from beside import drawn
from project import add_to, checked, commit, edit, needs_dictionaries, translated
from seals import YEAR, told

from macros.report.editions import FOLDER


def made_ready(root, run):
    """Give what `report correct` writes of a sealed year that is kept in a repository, and what is then told."""
    done = run("--root", root, "correct", YEAR)
    assert done.returncode == 0, done.stderr
    return done.stdout, [problem.lv for problem in checked(root)[1] if problem.level == "error"]


def in_repository(root):
    """Put a sealed report into a repository of its own."""
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    commit(root)


def test_the_record_is_made_ready(sealed, run):
    """The program writes what was and what is now, in both languages, of numbers, texts and pages, page by page."""
    in_repository(sealed)
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    edit(sealed / "data" / YEAR / "learners.yml", "lv: atkusnis, en: thaw", "lv: sals, en: frost")
    for language, more in (("lv", "Vēl viens."), ("en", "One more.")):
        add_to(sealed / "docs" / language / YEAR / "warmth.md", f"\n{more}\n")
    commit(sealed)
    shown = run("--root", sealed, "summary", "HEAD~1").stdout
    done = run("--root", sealed, "correct", YEAR)
    assert done.returncode == 0, done.stderr
    record = """\
3:
  date: DAY
  page: learners
  figures: [learners.areas.ice.start]
  was:
    lv: "Ledus joma: audzēkņi mācību gada sākumā – 30"
    en: "Ice: learners at the start of the school year – 30"
  now:
    lv: "Ledus joma: audzēkņi mācību gada sākumā – 31"
    en: "Ice: learners at the start of the school year – 31"
4:
  date: DAY
  page: rest
  was:
    lv: "atkusnis"
    en: "thaw"
  now:
    lv: "sals"
    en: "frost"
5:
  date: DAY
  page: warmth
  was:
    lv: "Tā te nebija."
    en: "It was not there."
  now:
    lv: "Vēl viens."
    en: "One more."
"""
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", done.stdout)
    assert f"```yaml\n{record}```" in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", shown)
    assert told(sealed) == []
    assert "labojumi jau ir" in run("--root", sealed, "correct", YEAR).stdout


def test_what_is_gone_is_told_on_the_page_of_what_stood_beside_it(sealed, run):
    """A reader of the page learns that a row is gone, and a row under another key is told of once, in one record."""
    in_repository(sealed)
    edit(sealed / "data" / YEAR / "student_councils.yml", "race:", "run:")
    for language in ("lv", "en"):
        edit(sealed / "docs" / language / YEAR / "rest.md", "activities.race.", "activities.run.")
    assert not any("“page: index”" in lv for _file, _line, lv in told(sealed))
    record, _wrong = made_ready(sealed, run)
    assert (record.count("page: rest"), record.count("page: "), told(sealed)) == (1, 1, [])


def test_keys_are_told_as_readers_know_them(sealed, run):
    """Of a list of keys a correction says what they stand for, and is of a page that shows it."""
    in_repository(sealed)
    edit(sealed / "data" / YEAR / "learners.yml", "[ledus_1, salnas_2]", "[salnas_2]")
    record, wrong = made_ready(sealed, run)
    assert '  page: rest\n  was:\n    lv: "Ledus iela 1; Salnas iela 2"\n' in record
    assert '  now:\n    lv: "Salnas iela 2"\n' in record
    assert wrong == []


@needs_dictionaries
def test_a_name_that_is_no_longer_in_the_data_stays_as_it_is(sealed, run):
    """The record that is made ready is sound: an address is a name in English, too; words of Latvian are none."""
    in_repository(sealed)
    edit(sealed / "data" / YEAR / "places.yml", "Salnas iela 2", "Lāču iela 3")
    record, wrong = made_ready(sealed, run)
    assert ('en: "Salnas iela 2"' in record, wrong) == (True, [])
    corrections = sealed / "data" / YEAR / "corrections.yml"
    edit(corrections, 'en: "Salnas iela 2"', 'en: "Salnas ielā"')
    edit(corrections, 'lv: "Salnas iela 2"', 'lv: "Salnas ielā"')
    assert [problem.file for problem in checked(sealed)[1] if "ir latviski" in problem.lv] != []


def test_a_picture_is_told_in_words(sealed, run):
    """A new picture is what is said of it; another one in its place is told, too; no sign of Markdown is left."""
    in_repository(sealed)
    beside = sealed / "docs/lv" / YEAR / "kupena.png"
    drawn().save(beside)
    for language, said in (("lv", "Kupena"), ("en", "A drift")):
        page = sealed / "docs" / language / YEAR / "warmth.md"
        page.write_text(f"{page.read_text('utf-8')}\n![{said}](kupena.png)\n", "utf-8")
    run("--root", sealed, "correct", YEAR)
    told_of = (sealed / "data" / YEAR / "corrections.yml").read_text("utf-8")
    assert 'now:\n    lv: "Attēls “Kupena”"\n    en: "Picture “A drift”"' in told_of
    assert "sealed anew" in run("--root", sealed, "translated").stdout
    commit(sealed)
    drawn(size=(50, 40)).save(beside)
    record, wrong = made_ready(sealed, run)
    assert 'was:\n    lv: "Iepriekšējais attēls “Kupena”"\n    en: "Earlier picture “A drift”"' in record
    assert 'now:\n    lv: "Jauns attēls “Kupena”"\n    en: "New picture “A drift”"' in record
    assert wrong == []


def test_a_language_that_is_said_to_be_as_it_was_is(sealed, run):
    """Once its page changes as well, the record that says so does not tell of it, and another one is made ready."""
    in_repository(sealed)
    lv, en = (sealed / "docs" / language / YEAR / "warmth.md" for language in ("lv", "en"))
    add_to(lv, "\nVēl viens.\n")
    assert "The English text has not changed." in made_ready(sealed, run)[0]
    add_to(en, "\nOne more.\n")
    assert [file for file, _line, _lv in told(sealed)] == [f"docs/en/{YEAR}/warmth.md"]
    record, _wrong = made_ready(sealed, run)
    assert ('en: "One more."' in record, "Latviešu teksts nav mainīts." in record) == (True, True)
    assert told(sealed) == []


def test_a_text_mended_in_one_language_says_so(sealed, run):
    """The other language of a text of the data is not told as if it had been corrected."""
    in_repository(sealed)
    edit(sealed / "data" / YEAR / "learners.yml", "lv: atkusnis, en: thaw", "lv: sals, en: thaw")
    record, _wrong = made_ready(sealed, run)
    assert record.count('en: "The English text has not changed."') == 2


def test_words_that_stand_for_none_translate_nothing(final, run):
    """A word mended in one language only: the record that is made ready needs no term in the other."""
    for language, words in (("lv", "Silta kupena."), ("en", "A warm drift.")):
        page = final / "docs" / language / YEAR / "warmth.md"
        page.write_text(f"{page.read_text('utf-8')}\n{words}\n", "utf-8")
    translated(final)
    assert run("--root", final, "freeze", YEAR).returncode == 0
    in_repository(final)
    edit(final / "docs/lv" / YEAR / "warmth.md", "Silta kupena", "Balta kupena")
    assert "The English text has not changed." in run("--root", final, "correct", YEAR).stdout
    assert [p for p in checked(final)[1] if p.rule == "terms_are_translated_as_in_the_glossary"] == []


def test_what_history_does_not_have_is_left_to_be_typed(sealed, run):
    """Without the sealed state, the record says so, and is not sound until somebody has typed what was."""
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    assert "  was: # kas te bija, jāraksta ar roku" in run("--root", sealed, "correct", YEAR).stdout
    assert "corrections.3.was.lv" in run("--root", sealed, "check").stdout


def test_history_needs_no_figures_of_editions(sealed, run):
    """What was is found also where the seal was committed without the files that an edition said."""
    kept = [*(sealed / FOLDER).iterdir()]
    held = {file: file.read_bytes() for file in kept}
    for file in kept:
        file.unlink()
    in_repository(sealed)
    for file, content in held.items():
        file.write_bytes(content)
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    assert "mācību gada sākumā – 30" in run("--root", sealed, "correct", YEAR).stdout


def test_only_a_sealed_year_is_corrected_so(final, run):
    """Another year may be changed as it is."""
    done = run("--root", final, "correct", YEAR)
    assert (done.returncode, "noslēgti ir: –" in done.stdout) == (2, True)
