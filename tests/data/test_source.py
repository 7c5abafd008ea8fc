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
