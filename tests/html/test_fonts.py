"""The letters that the PDF is printed with."""

from macros.html.fonts import COMMON, FACES, FOLDER, lacking


def test_common_characters_are_there(monkeypatch):
    """What is taken to be there, is."""
    monkeypatch.setattr("macros.html.fonts.COMMON", frozenset())
    assert lacking(COMMON - {"\n"}) == []


def test_what_is_lacking_is_told():
    """A minus and an arrow can be drawn, a smiling face cannot."""
    assert lacking("Skaitļi − un bultiņas → un sejas 😀.") == ["😀"]


def test_every_file_is_a_face():
    """Each font file is used, and its licence lies beside it."""
    assert {file.name for file in FOLDER.glob("*.ttf")} == {file for _family, file, *_rest in FACES}
    assert (FOLDER / "OFL.txt").read_text("utf-8").startswith("Noto Sans, Noto Serif, Noto Sans Math.")
