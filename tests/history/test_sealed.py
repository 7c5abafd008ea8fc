"""A final year is sealed: what is in it stays, or a correction tells of the change."""

import re
import shutil
import subprocess

from beside import drawn
from project import checked, commit, edit, needs_dictionaries, translated

from macros.history.changes import changes
from macros.report.editions import FOLDER
from macros.report.opened import read_book
from macros.report.records import SEALED

YEAR = "2020-2021"
PAGE = f"docs/lv/{YEAR}/learners.md"
CORRECTION = """
3:
  date: 2022-10-01
  page: learners
  was: { lv: Bija., en: Was. }
  now: { lv: Ir., en: Is. }
"""


def add(root, correction):
    """Add a correction."""
    with (root / "data" / YEAR / "corrections.yml").open("a", encoding="utf-8") as corrections:
        corrections.write(correction)


def told(root):
    """Give what is told of the seal."""
    return [(p.file, p.line, p.lv) for p in checked(root)[1] if p.rule == "a_sealed_year_stays_as_it_is"]


def test_a_draft_cannot_be_sealed(small, run):
    """Only a final report is sealed."""
    done = run("--root", small, "freeze", YEAR)
    assert (done.returncode, (small / SEALED.file).exists()) == (2, False)
    assert "status: final" in done.stdout


def test_a_final_report_is_sealed_once_and_again(final, run):
    """Each page, and each value of the data but those of corrections, has its line; nothing more is told; sealing again is idle."""
    done = run("--root", final, "freeze", YEAR)
    assert done.returncode == 0, done.stderr
    kept = (final / SEALED.file).read_text("utf-8")
    first, *lines = kept.splitlines()
    assert first == f"{YEAR}  2"
    files = {line[18:].partition(":")[0] for line in lines}
    assert {f"data/{YEAR}/learners.yml", PAGE, PAGE.replace("/lv/", "/en/")} <= files
    assert f"data/{YEAR}/corrections.yml" not in files
    assert f"data/{YEAR}/discrepancies.yml" in files
    assert told(final) == []
    assert run("--root", final, "freeze", YEAR).returncode == 0
    assert (final / SEALED.file).read_text("utf-8") == kept


def test_a_change_needs_a_correction(sealed, run):
    """Changed pages are told until a correction tells of them; on main, the program then seals the year anew."""
    for language in ("lv", "en"):
        page = sealed / "docs" / language / YEAR / "learners.md"
        page.write_text(page.read_text("utf-8") + "\nCSV.\n", "utf-8")
    files = [PAGE.replace("/lv/", "/en/"), PAGE]
    assert [(file, line) for file, line, _lv in told(sealed)] == [(file, 0) for file in files]
    assert all("pievienojiet labojumu ar “page: learners”." in lv for _f, _l, lv in told(sealed))
    refused = run("--root", sealed, "freeze", YEAR)
    assert (refused.returncode, "pievienojiet labojumu" in refused.stderr) == (1, True)
    add(sealed, CORRECTION.replace("learners", "rest"))
    assert len(told(sealed)) == 2
    edit(sealed / "data" / YEAR / "corrections.yml", "page: rest", "page: learners")
    assert told(sealed) == []
    kept = (sealed / SEALED.file).read_text("utf-8")
    assert "sealed anew" in run("--root", sealed, "translated").stdout
    assert (sealed / SEALED.file).read_text("utf-8") != kept
    assert (sealed / SEALED.file).read_text("utf-8").splitlines()[0] == f"{YEAR}  3"
    assert told(sealed) == []
    edit(sealed / PAGE, "CSV.", "PDF.")
    assert len(told(sealed)) == 1


def test_a_number_needs_a_correction_that_has_it(sealed):
    """A correction of a page that shows the number, with the number that is right now; a longer one is another."""
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    ((file, line, lv),) = told(sealed)
    assert (file, line) == (f"data/{YEAR}/learners.yml", 14)
    assert "“learners.areas.ice.start” vairs nav, kā bija" in lv
    assert "“page: rest” vai “page: index”, kurā pie “now:” ir 31." in lv
    add(sealed, CORRECTION.replace("learners", "rest").replace("lv: Ir.", "lv: Ir 310."))
    assert len(told(sealed)) == 1
    edit(sealed / "data" / YEAR / "corrections.yml", "lv: Ir 310.", "lv: Ir 31.")
    assert told(sealed) == []


def test_what_no_page_shows_needs_a_correction_of_the_front_page_that_says_it(sealed):
    """A correction of something else does not open all that stands on the cover, and nothing opens the status."""
    edit(sealed / "data" / YEAR / "signatures.yml", "place: Salna", "place: Sniegi")
    ((file, _line, lv),) = told(sealed)
    assert file == f"data/{YEAR}/signatures.yml"
    assert "ar “page: index”, kurā pie “now:” ir Sniegi." in lv
    add(sealed, CORRECTION)
    assert len(told(sealed)) == 1
    edit(
        sealed / "data" / YEAR / "corrections.yml",
        "page: learners\n  was: { lv: Bija.",
        "page: index\n  was: { lv: Bija.",
    )
    assert len(told(sealed)) == 1
    edit(sealed / "data" / YEAR / "corrections.yml", "lv: Ir.", "lv: Ir Sniegi.")
    assert told(sealed) == []
    edit(sealed / "data" / YEAR / "report.yml", "status: final", "status: draft")
    ((_file, _line, lv),) = told(sealed)
    assert "Atjaunojiet “status: final”." in lv


def test_remarks_are_no_change(sealed):
    """What readers do not see may change: remarks, the order of lines, quotation marks round a text."""
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30\n    end: 30", "end: 30 # as at the start\n    start: 30")
    edit(sealed / "data" / YEAR / "learners.yml", "lv: ledus joma", 'lv: "ledus joma"')
    assert told(sealed) == []


def test_what_rules_found_follows_from_the_data(sealed):
    """No reader sees it, so that no correction has to tell of it, too."""
    records = sealed / "data" / YEAR / "discrepancies.yml"
    edit(records, "40 ≠ 50", "40 ≠ 51")
    assert told(sealed) == []
    edit(records, "en: Target and start", "en: Start and target")
    assert len(told(sealed)) == 1


def test_the_record_is_made_ready(sealed, run):
    """The program writes what was and what is now, in both languages, of numbers, texts and pages, page by page."""
    subprocess.run(["git", "init", "-q"], cwd=sealed, check=True)
    commit(sealed)
    edit(sealed / "data" / YEAR / "learners.yml", "start: 30", "start: 31")
    edit(sealed / "data" / YEAR / "learners.yml", "lv: atkusnis, en: thaw", "lv: sals, en: frost")
    for language, more in (("lv", "Vēl viens."), ("en", "One more.")):
        page = sealed / "docs" / language / YEAR / "warmth.md"
        page.write_text(page.read_text("utf-8") + f"\n{more}\n", "utf-8")
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


def made_ready(root, run):
    """Give what `report correct` writes of a sealed year that is kept in a repository, and what is then told."""
    done = run("--root", root, "correct", YEAR)
    assert done.returncode == 0, done.stderr
    return done.stdout, [problem.lv for problem in checked(root)[1] if problem.level == "error"]


def in_repository(root):
    """Put a sealed report into a repository of its own."""
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    commit(root)


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
    lv.write_text(lv.read_text("utf-8") + "\nVēl viens.\n", "utf-8")
    assert "The English text has not changed." in made_ready(sealed, run)[0]
    en.write_text(en.read_text("utf-8") + "\nOne more.\n", "utf-8")
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
    subprocess.run(["git", "init", "-q"], cwd=final, check=True)
    commit(final)
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


def test_new_and_lost_files_are_changes_too(sealed):
    """What was not sealed with the year, or is no longer there, is told."""
    lines = (sealed / SEALED.file).read_text("utf-8").replace("ice.start", "ice.lost")
    (sealed / SEALED.file).write_text(lines, "utf-8")
    assert ["ice.start” " in told(sealed)[1][2], "ice.lost” " in told(sealed)[0][2]] == [True, True]


def test_a_line_that_is_none_is_told(sealed):
    """What is no line of the file is told with its number."""
    (sealed / SEALED.file).write_text((sealed / SEALED.file).read_text("utf-8") + "abc\n", "utf-8")
    problem = next(problem for problem in checked(sealed)[1] if problem.file == SEALED.file)
    assert "Rinda “abc” ir bojāta" in problem.lv
    assert problem.line == len((sealed / SEALED.file).read_text("utf-8").splitlines())


def test_ends_of_lines_are_no_change(sealed):
    """A file that an editor on Windows has saved is the same."""
    page = sealed / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert told(sealed) == []


def test_a_reviewer_sees_a_seal_that_was_changed_without_a_correction(sealed):
    """What no check of today can know, the comparison with what stood there before tells."""
    kept = (sealed / SEALED.file).read_text("utf-8")
    before, _found = read_book(sealed)
    (sealed / SEALED.file).write_text(kept.replace(kept.splitlines()[1][:16], "0" * 16), "utf-8")
    after, _found = read_book(sealed)
    assert "## Noslēgtie gadi, kas mainīti bez ieraksta failā corrections.yml\n\n- `2020-2021`" in changes(
        before, after, "main", "lv"
    )
    assert "Noslēgtie" not in changes(before, before, "main", "lv")


def test_a_sealed_year_whose_data_are_gone(sealed, run):
    """That is told, by whichever command."""
    shutil.copytree(sealed / "data" / YEAR, sealed / "data/2021-2022")
    shutil.rmtree(sealed / "data" / YEAR)
    done = run("--root", sealed, "freeze", YEAR)
    assert done.returncode == 1
    assert f"Mācību gads {YEAR} ir noslēgts, bet tā datu vairs nav." in done.stderr


def test_what_an_edition_said_stays(sealed):
    """No correction lets it be another; it has to be restored."""
    kept = min((sealed / FOLDER).iterdir())
    before = kept.read_bytes()
    kept.write_bytes(before.replace(b'"value": "30"', b'"value": "31"'))
    assert kept.read_bytes() != before
    name = f"{FOLDER}/{kept.name}"
    assert [file for file, _line, _lv in told(sealed)] == [name]
    add(sealed, CORRECTION)
    assert [file for file, _line, _lv in told(sealed)] == [name]
    kept.write_bytes(before)
    assert told(sealed) == []


def test_a_merged_correction_opens_its_page_once(sealed, run):
    """What changes after it has been merged needs one of its own, though main has not sealed the year anew yet."""
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=sealed, check=True)
    add(sealed, CORRECTION)
    commit(sealed)
    base, since = ("summary", "HEAD", "--language", "en"), ("check", "--since", "HEAD")
    assert "Can be merged" in run("--root", sealed, *base).stdout
    for language in ("lv", "en"):
        page = sealed / "docs" / language / YEAR / "learners.md"
        page.write_text(page.read_text("utf-8") + "\nCSV.\n", "utf-8")
    assert told(sealed) == []  # of which, without the base, the correction could tell
    checked_since = run("--root", sealed, *since)
    assert (checked_since.returncode, checked_since.stdout.count("pievienojiet labojumu ar “page: learners”")) == (1, 2)
    record = '4:\n  date: DAY\n  page: learners\n  was:\n    lv: "Tā te nebija."'
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", run("--root", sealed, *base).stdout)
    assert record in re.sub(r"\d{4}-\d\d-\d\d\n", "DAY\n", run("--root", sealed, "correct", YEAR).stdout)
    assert run("--root", sealed, *since).returncode == 0
    assert "sealed anew" in run("--root", sealed, "translated").stdout
    assert run("--root", sealed, *since).returncode == 0


def test_a_merged_correction_stays_though_main_has_not_recorded_it(sealed, run):
    """It is neither rewritten nor deleted: that is compared with what stood there before."""
    subprocess.run(["git", "init", "-q"], cwd=sealed, check=True)
    add(sealed, CORRECTION)
    commit(sealed)
    corrections = sealed / "data" / YEAR / "corrections.yml"
    edit(corrections, "lv: Bija.", "lv: Nebija.")
    since = ("check", "--since", "HEAD")
    assert "Publicēta labojuma datums, lapa un teksti paliek" in run("--root", sealed, *since).stdout
    corrections.write_text(corrections.read_text("utf-8").partition("\n3:")[0] + "\n", "utf-8")
    assert "bet publicētu labojumu neizdzēš; atjaunojiet to." in run("--root", sealed, *since).stdout
