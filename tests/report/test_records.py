"""The records of the program: what is read, what is written, and that links lead nowhere."""

import shutil

import pytest
from project import ROOT, checked

from macros.report.carried import carry, read_carried
from macros.report.records import CARRIED, SEALED, TRANSLATED, Entry
from macros.words.problems import Problems

RECORDS = (TRANSLATED, CARRIED, SEALED)


def secret(root):
    """Give a file outside of the project that nobody is to see or overwrite."""
    file = root.with_name("secret.txt")
    file.write_text("parole\n", "utf-8")
    return file


def test_what_is_written_is_what_was_read(tmp_path):
    """The record of the real report comes back byte for byte."""
    entries, problems = TRANSLATED.read(ROOT)
    assert problems == []
    (tmp_path / TRANSLATED.file).parent.parent.mkdir()
    TRANSLATED.write(tmp_path, entries)
    assert (tmp_path / TRANSLATED.file).read_bytes() == (ROOT / TRANSLATED.file).read_bytes()


def test_a_line_knows_where_it_stands(small):
    """Empty lines count, though they say nothing; ends of lines of any system do not matter."""
    (small / SEALED.file).write_bytes(b"\r\n2020-2021  2\r\n\r\n0123456789abcdef  data/2020-2021/a b.yml\r\n")
    assert SEALED.read(small) == (
        [Entry("2020-2021", "2", 2), Entry("0123456789abcdef", "data/2020-2021/a b.yml", 4)],
        [],
    )


def test_a_file_that_belongs_to_no_year_is_told(small):
    """A fingerprint above the first year is no line of the record of seals."""
    (small / SEALED.file).write_text("0123456789abcdef  data/2020-2021/learners.yml\n", "utf-8")
    (told,) = [one for one in checked(small)[1] if one.file == SEALED.file]
    assert (told.line, "Rinda “0123456789abcdef  data/2020-2021/learners.yml” ir bojāta" in told.lv) == (1, True)


def test_a_year_that_was_sealed_with_no_such_number_of_corrections_is_told(small):
    """No year has so many corrections: the line is damaged, and no fingerprint of a file."""
    lines = "2020-2021  2\n0123456789abcdef  data/2020-2021/learners.yml\n2020-2021  12345\n"
    (small / SEALED.file).write_text(lines, "utf-8")
    told = [problem for problem in SEALED.read(small)[1] if "“2020-2021  12345” ir bojāta" in problem.lv]
    assert [problem.line for problem in told] == [3]


def test_what_is_carried_is_listed_once_and_in_order(small):
    """Names of an earlier year stay, pages come before data, and a last line without an end is a line."""
    (small / CARRIED.file).write_text(" 2020-2021/learners.md\ndata/2020-2021/learners.yml", "utf-8")
    carry(small, ["data/2021-2022/learners.yml", "2021-2022/learners.md", "2020-2021/learners.md"])
    assert [*read_carried(small)] == (small / CARRIED.file).read_text("utf-8").splitlines()
    assert [*read_carried(small)] == [
        "2020-2021/learners.md",
        "2021-2022/learners.md",
        "data/2020-2021/learners.yml",
        "data/2021-2022/learners.yml",
    ]


@pytest.mark.parametrize("record", RECORDS, ids=str)
def test_a_record_that_is_a_link_is_neither_read_nor_written(small, record):
    """It is told, nothing of what it leads to is, and that stays as it is."""
    file = small / record.file
    file.unlink(missing_ok=True)
    file.symlink_to(secret(small))
    _book, found = checked(small)
    assert "Šajā mapē ir vieta tikai failiem" in next(one.lv for one in found if one.file == record.file)
    assert not any("parole" in one.lv for one in found)
    with pytest.raises(Problems, match="Šajā mapē ir vieta tikai failiem"):
        record.write(small, [Entry("", "a")])
    assert secret(small).read_text("utf-8") == "parole\n"


def test_a_folder_of_records_that_is_a_link_is_neither_read_nor_written(small):
    """Also the folder is only taken where it is itself."""
    folder, away = (small / TRANSLATED.file).parent, small.with_name("away")
    folder.rename(away)
    folder.symlink_to(away)
    told = [one.file for one in checked(small)[1] if one.level == "error"]
    assert told == ["data/records", TRANSLATED.file]
    with pytest.raises(Problems, match="Šajā mapē ir vieta tikai failiem"):
        CARRIED.write(small, [Entry("", "a")])
    assert not (away / "carried.txt").exists()


def test_the_records_are_no_school_year(small):
    """Without a year, that is told, though there is a folder."""
    shutil.rmtree(small / "data/2020-2021")
    assert "Te nav nevienas mācību gada mapes" in next(one.lv for one in checked(small)[1] if one.file == "data")
