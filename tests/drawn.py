"""Charts as they are drawn and told, to look things up in."""

import re
from dataclasses import replace

from lxml import etree

YEAR = "2024-2025"
CHARTS = ("learners", "learners_flow", "places", "targets", "priorities", "survey")
SVG = "{http://www.w3.org/2000/svg}"


def drawings(html):
    """Give the two drawings of a chart as parsed SVG, the wide one first."""
    return [etree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def rects(svg, *fills):
    """Give the widths of the rectangles with these fills, from top to bottom."""
    return [float(one.get("width")) for one in svg.iter(SVG + "rect") if one.get("fill") in fills]


def plain(html):
    """Give the words of some HTML with plain spaces."""
    return " ".join(re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ").split())


def said(text):
    """Give the words of a text of SVG."""
    return "".join(text.itertext())


def told(html):
    """Give the description of a chart."""
    return plain(re.search(r'class="figure__words">(.*?)</p>', html, re.DOTALL)[1])


def with_report(book, **changed):
    """Give the book with other data of the year."""
    report = book.site.years[YEAR].model_copy(update=changed)
    site = book.site.model_copy(update={"years": {YEAR: report}})
    return replace(book, loaded=replace(book.loaded, site=site))
