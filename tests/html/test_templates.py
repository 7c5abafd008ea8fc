"""Templates lay out what they are given, and nothing else."""

import jinja2
import pytest

from macros.html.templates import filler, ours


def filled(folder, template, **values):
    """Give what becomes of the text of a template."""
    (folder / "one.html").write_text(template, "utf-8")
    return filler(folder)("one.html", **values)


def test_what_is_not_ours_is_escaped(tmp_path):
    """Words are words, whatever signs they have; HTML that the program made stays."""
    assert filled(tmp_path, "<p>{{ a }} {{ b }}</p>", a="<b>", b=ours("<b>")) == "<p>&lt;b&gt; <b></p>"


def test_what_is_missing_is_told(tmp_path):
    """A template never shows nothing where it was to show something."""
    with pytest.raises(jinja2.UndefinedError):
        filled(tmp_path, "<p>{{ a }}</p>")


def test_indentation_is_for_people(tmp_path):
    """Line breaks stay only between lines that begin at the margin, with words or elements."""
    template = "{# why #}\n<ul>\n{% for one in '12' %}\n  <li>\n    {{ one }}\n  </li>\n{% endfor %}\n</ul>\n<p></p>\n"
    assert filled(tmp_path, template) == "<ul><li>1</li><li>2</li></ul>\n<p></p>"
