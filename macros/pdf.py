"""Print an edition with WeasyPrint: tagged, with bookmarks, page numbers and fonts of our own."""

import re
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FACES = (
    ("Noto Sans", "NotoSans-Regular.ttf", 400, "normal"),
    ("Noto Sans", "NotoSans-Bold.ttf", 700, "normal"),
    ("Noto Sans", "NotoSans-Italic.ttf", 400, "italic"),
    ("Noto Serif", "NotoSerif-Bold.ttf", 700, "normal"),
)
MISSING = (
    "PDF netiek veidots: trūkst sistēmas bibliotēku. / No PDF is made: system libraries are missing. "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


def available():
    """Tell whether this machine has what WeasyPrint needs."""
    try:
        import weasyprint  # noqa: F401, PLC0415 – it loads system libraries, which may be missing
    except OSError:
        return False
    return True


def print_pdf(page, style, target):
    """Print the edition at the path `page` with the style sheet at `style` into `target`; give its number of pages."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 – see available()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    fonts = FontConfiguration()
    fetcher = URLFetcher(allowed_protocols=("file", "data"))  # nothing of a page is fetched from elsewhere
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{(FONTS / file).as_uri()}"); '
        f"font-weight: {weight}; font-style: {slant} }}\n"
        for family, file, weight, slant in FACES
    )
    # The link to the style sheet is for browsers; here it is given as a file, so that no address decides.
    text = re.sub(r'<link rel="stylesheet"[^>]*>', "", Path(page).read_text("utf-8"))
    document = HTML(string=text, url_fetcher=fetcher).render(
        font_config=fonts,
        stylesheets=[
            CSS(string=faces, font_config=fonts, url_fetcher=fetcher),
            CSS(filename=str(style), font_config=fonts, url_fetcher=fetcher),
        ],
        pdf_variant="pdf/ua-1",
    )
    document.write_pdf(target, pdf_variant="pdf/ua-1")
    return len(document.pages)
