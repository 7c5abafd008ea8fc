"""A file of data is changed as text: values change, remarks and the way all is written stay."""

from macros.data.source import Source

TEXT = """\
# What was counted.
snow:
  days: 12 # in winter
  words:
    lv: |
      Balts.

      Auksts.
    en: "White: cold."

  depth: { start: 3, end: 5 } # cm
# The end of it.
ice: [1, 2]
"""


def test_a_value_is_put_and_its_remark_stays():
    """Another value, or none, takes the place of one."""
    assert "  days: 13 # in winter\n" in Source(TEXT).put({("snow", "days"): "13"})
    assert "  days: # in winter\n" in Source(TEXT).put({("snow", "days"): ""})


def test_a_value_in_braces_is_emptied():
    """An empty value between braces is still one that can be read."""
    done = Source(TEXT).put({("snow", "depth", "start"): "", ("snow", "depth", "end"): ""})
    assert "  depth: { start: , end: } # cm\n" in done
    assert Source(done).words(("snow", "depth", "end")) == ""


def test_a_text_of_several_lines_is_emptied():
    """A text over several lines goes as a whole, what follows it stays."""
    done = Source(TEXT).put({("snow", "words", "lv"): ""})
    assert "    lv:\n    en:" in done


def test_a_list_is_emptied_to_its_last_line():
    """All that stands below a key goes, with remarks inside; what comes after stays."""
    assert Source(TEXT).put({("snow",): ""}).startswith("# What was counted.\nsnow: # cm\n# The end of it.\n")
    assert Source(TEXT).inside(("snow", "words"), "") == TEXT.replace(
        TEXT[TEXT.index("    lv") : TEXT.index("\n  dep")], ""
    )


def test_an_entry_goes_with_all_below_it():
    """Entries are left out with their lines, remarks before them stay."""
    assert Source(TEXT).without([("snow",)]) == "# What was counted.\n# The end of it.\nice: [1, 2]\n"
    assert Source(TEXT).without([("ice",)]).endswith("# The end of it.\n")


def test_an_entry_moves_under_another_name():
    """An entry is given under another name, as deep as it is wanted."""
    assert Source(TEXT).moved(("snow", "words"), "text", 0) == (
        'text:\n  lv: |\n    Balts.\n\n    Auksts.\n  en: "White: cold."\n'
    )
    assert Source(TEXT).moved(("snow", "depth"), "deep", 6) == "      deep: { start: 3, end: 5 } # cm\n"


def test_lines_go_below_the_remark_of_an_empty_value():
    """A text over several lines takes the place of one, or of none; the remark stays on the first line."""
    done = Source("a: # why\nb: 1 # how\n").put({("a",): "|\n  x\n  y", ("b",): ">-\n  z"})
    assert done == "a: | # why\n  x\n  y\nb: >- # how\n  z\n"


def test_an_entry_is_added_at_the_end_of_its_list():
    """As lines with the indent of the others, or between the braces or brackets of the list."""
    source = Source(TEXT)
    assert source.indent(("snow",)) == 2
    assert "cm\n  ice: 4\n# The end" in source.with_entry(("snow",), "  ice: 4\n", "ice: 4")
    assert "end: 5, middle: 4 } # cm\n" in source.with_entry(("snow", "depth"), "    middle: 4\n", "middle: 4")
    assert source.with_entry(("ice",), "  - 3\n", "3").endswith("ice: [1, 2, 3]\n")
    assert source.with_entry((), "water: 1\n", "water: 1").endswith("ice: [1, 2]\nwater: 1\n")


def test_the_first_entry_of_an_empty_list():
    """Below its key and the remark on it; where all is between braces, there too."""
    assert Source("a: # none yet\nb: 1\n").with_entry(("a",), "  c: 2\n", "c: 2") == "a: # none yet\n  c: 2\nb: 1\n"
    assert Source("a: {}\nb: 1\n").with_entry(("a",), "  c: 2\n", "c: 2") == "a:\n  c: 2\nb: 1\n"
    assert Source("x: { a: , b: 1 }\n").with_entry(("x", "a"), "", "c: 2") == "x: { a: { c: 2 }, b: 1 }\n"
    assert Source("a: 1").with_entry((), "b: 2\n", "b: 2") == "a: 1\nb: 2\n"
