"""The drawing of a chart as files, complete by themselves: its message, its source and how to cite it stand in them."""

from io import BytesIO

from macros import kept
from macros.html.chart import WIDE, draw
from macros.html.fonts import FACES, FOLDER
from macros.html.render import Renderer
from macros.html.share import cited
from macros.html.speaker import Speaker
from macros.show import charts
from macros.show.outline import chart_numbers, drawn
from macros.show.published import chart_file

FINE = 2
"""How many pixels of a PNG go to a unit of the drawing."""


def drawing_files(renderer: Renderer, year: str) -> dict[str, bytes]:
    """Give the SVG and the PNG of each chart of a year that pages call for: path → bytes."""
    files = {}
    for name in drawn(renderer.book, year):
        svg = drawing(renderer, name, year)
        files[chart_file(name, "svg", year)] = f"{svg}\n".encode()
        files[chart_file(name, "png", year)] = png(svg)
    return files


def drawing(renderer: Renderer, name: str, year: str) -> str:
    """Give the SVG of a chart with all that has to go with it wherever it is shown."""
    book, speaker = renderer.book, Speaker(renderer, year)
    chart, message = charts.build(book, year, name), charts.message(book, year, name)
    said = [speaker.words(words) for words in (message.heading, message.measured, message.source) if words]
    heading, measured, *source = said
    count = chart_numbers(book, year).get(name)
    number = speaker.label("figure", number=count) if count else ""
    where = f"{renderer.home}{year}/" if renderer.home else ""
    below = [f"{speaker.label('source')}: {words}" for words in source]
    below.append(f"{cited(renderer, year, number)} {where}".strip())
    return draw(chart, speaker, heading, WIDE, ((heading, measured), below))


def png(svg: str) -> bytes:
    """Give a drawing as PNG, in our own letters, so the same on any machine; as that takes its time, it is kept."""
    return kept.made(kept.HOME, kept.own_key("png", svg), lambda: _png(svg))


def _png(svg):
    from PIL import Image  # noqa: PLC0415 – all this is needed only where something is drawn
    from resvg import render, usvg  # noqa: PLC0415

    from macros.html.png import MOST, as_png  # noqa: PLC0415

    letters = usvg.Options.default()
    letters.font_family = "Noto Sans"
    for _family, name, *_look in FACES:
        letters.load_font_file(str(FOLDER / name))
    tree = usvg.Tree.from_str(svg, letters)
    width, height = (FINE * units for units in tree.int_size())
    drawn = bytes(render(tree, (FINE, 0, 0, 0, FINE, 0), bg_size=(width, height), bg_color=(255, 255, 255, 255)))
    image = Image.open(BytesIO(drawn)).convert("RGB")
    found = image.getcolors(MOST)  # no drawing of ours has more; to choose among those takes its time
    return as_png(image, [colour for _count, colour in sorted(found)] if found else None)  # type: ignore[misc]
