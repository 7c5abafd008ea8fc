"""All colours are those of one list, wherever they are written."""

import re
from itertools import chain

from project import GOLDEN, ROOT

from macros.html import palette

FILES = {
    file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
    for folder in ("theme", "macros")
    for kind in ("css", "html", "js", "py", "svg", "xml")
    for file in (ROOT / folder).rglob(f"*.{kind}")
}
COLOUR = re.compile(r"(?<!\w)#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w-])", re.IGNORECASE)
"""As style sheets, drawings and Python write one; a number of an issue has a name before it."""


def colours(text):
    """Give the colours in a text, each with six digits, without how much shines through."""
    for written in COLOUR.findall(text.lower()):
        digits = written[1:] if len(written) > 5 else "".join(sign * 2 for sign in written[1:])
        yield f"#{digits[:6]}"


def test_there_is_one_list_of_colours():
    """No style sheet, template or script has a colour that is not in the palette."""
    listed = set(colours(FILES["macros/html/palette.py"]))
    assert {file: found for file, text in FILES.items() if (found := set(colours(text)) - listed)} == {}


def test_python_takes_colours_from_the_list():
    """No other module writes one out, nor do templates."""
    written = [file for file in FILES if file.endswith((".py", ".html")) and any(colours(FILES[file]))]
    assert written == ["macros/html/palette.py"]


def test_the_list_has_no_colour_too_many():
    """Each colour is used by name, or written in a style sheet."""
    used = set(chain.from_iterable(colours(text) for file, text in FILES.items() if file.endswith(".css")))
    modules = "".join(text for file, text in FILES.items() if file.endswith(".py") and file != "macros/html/palette.py")
    unused = {
        name: colour
        for name, colour in vars(palette).items()
        if isinstance(colour, str) and name.isupper() and colour not in used and not re.search(rf"\b{name}\b", modules)
    }
    assert unused == {}
    assert {colour for group in (palette.PAPER, palette.DARK_SCHEME) for colour in group} <= used


def test_drawings_have_other_colours_on_dark_and_where_readers_have_their_own():
    """Style sheets exchange each colour that is drawn with: on dark, for the one of the palette."""
    css = FILES["theme/assets/stylesheets/figures.css"]
    on_dark = dict(re.findall(r'slate"\]\) \.figure__drawing \[(\w+="#\w{6})"\] \{ \w+: (.+?); \}', css))
    forced = css.partition("(forced-colors: active)")[2].partition("\n}")[0]
    drawings = "".join(file.read_text("utf-8") for file in GOLDEN.glob("chart.*"))
    drawn = set(re.findall(r'((?:fill|stroke)="#\w{6})"', drawings))
    assert drawn <= on_dark.keys()
    assert {one for one in drawn if one.startswith("fill")} <= set(re.findall(r'fill="#\w{6}', forced))
    assert {one: to for one, to in on_dark.items() if to != palette.ON_DARK.get(one[-7:], to)} == {}
    assert {one for one, to in on_dark.items() if to.startswith("#")} == {
        one for one in on_dark if one[-7:] in palette.ON_DARK
    }


def test_colours_are_told_as_such():
    """What is no colour is none: a place on a page, the number of an issue."""
    assert list(colours("a{color:#FFF;b:#9a4a001a;c:#0006}")) == ["#ffffff", "#9a4a00", "#000000"]
    assert list(colours('href="#add-one" (Kozea/WeasyPrint#2903) #numbers')) == []
