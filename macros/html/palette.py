"""The colours of the report. Style sheets write them out, since they are copied as they are; a test finds any other."""

BRAND, DEEP = "#1d4e5f", "#143845"
"""The centre's blue, and the darker one."""
ORANGE = "#d8973a"
"""Beside the blue: strips and edges, which say nothing."""
INK, SOFT = "#1b2a30", "#4a5a61"
"""Of words, and of words that matter less."""
LINE, WASH = "#b9c4c8", "#f1f5f6"
WHITE, BLACK = "#ffffff", "#000000"
OCHRE, BLUE, PLUM = "#c47f22", "#3f93ae", "#5a2a4a"
"""Fills of charts, beside `DEEP`: see `html.chart`."""
ON_DARK = {DEEP: "#c3e4f0", OCHRE: "#a8671a", PLUM: "#f2d3e6", BLUE: "#337f99"}
"""What these are on a screen that is dark, where style sheets exchange them."""
LINK, ACCENT, MARK = "#17607a", "#9a4a00", "#8a4b00"
"""Of links, of links that are pointed at, of what is marked as not certain."""
BRAND_LIGHT, PALE, PALER, DEEPER = "#2f6b80", "#e3edf0", "#dfe8eb", "#102e39"
"""The head and the foot of pages, and words on them."""
PAPER = ("#c3ccd0", "#8b989d", "#dddddd")
"""Lines of tables in print, and the ground of what the review copy marks."""
DARK_SCHEME = ("#e6edf0", "#b4c2c8", "#4d6069", "#1f2c33", "#f0b866", "#141d22", "#8ccbe0", "#10181c", "#0c1316")
"""The same on a screen that is dark: ink, soft, line, wash, mark, ground, link, foot of pages."""
ERROR = "#d32f2f"
"""What is wrong, while pages are being written."""
