"""Print an edition with WeasyPrint, in letters of our own, and make of it what can be read aloud, signed and filed.

`marked`    what is drawn on the pages, with its words
`placed`    where each drawn piece stands in the HTML, and the proof that nothing of it was lost
`tags`      the structure that the PDF should have
`structure` that structure written into the PDF
`figures`   where each figure of the report stands on the pages
`archive`   what the PDF says of itself, and the year's data inside it
"""

import io
import json
import mimetypes
import os
import warnings
from contextlib import redirect_stdout
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pikepdf

from macros.html.fonts import FACES, FOLDER, lacking
from macros.paper.document import Attachment, Description, Unlike
from macros.paper.pdf.archive import archive
from macros.paper.pdf.figures import printed_figures
from macros.paper.pdf.structure import retag
from macros.words.signs import squeezed

BASE = "https://site.invalid/"
"""The address that the site has while it is printed: nothing of this machine gets into the file."""
_FONTS = BASE + "print-fonts/"
_VARIANT = {"pdf_variant": "pdf/a-3a"}


def available() -> bool:
    """Tell whether this machine has what WeasyPrint needs."""
    try:
        with redirect_stdout(io.StringIO()):  # it prints at length what it lacks
            import weasyprint  # noqa: F401, PLC0415 – it loads system libraries, which may be missing
    except OSError:
        return False
    return True


def layout_version() -> str:
    """Give the versions of the system libraries that set the lines and cut the letters out of their fonts.

    Another Pango may break lines elsewhere; without HarfBuzz's own library, which comes with browsers, WeasyPrint 70
    cuts letters out with fontTools, which gives other bytes.
    """
    from weasyprint.text import ffi  # noqa: PLC0415 – see available()

    return f"{ffi.pango.pango_version()} {bool(ffi.harfbuzz_subset)}"


def print_pdf(site: Path, path: str, target: Path, description: Description, attachment: Attachment) -> None:
    """Print the page at `path` of the folder `site`, such as `2024-2025/print/`, into the file `target`.

    The attachment, a JSON object, is given the places of the figures as `printed`. Raises Unlike where the PDF would
    not say what the page says.
    """
    page = (Path(site) / path / "index.html").read_text("utf-8")
    body = lxml.html.document_fromstring(page).body
    if signs := "".join(lacking(squeezed(body.text_content()))):
        lv = f"PDF fontos nav zīmju “{signs}”; izsakiet tās vārdiem."
        raise Unlike(lv, f"The PDF’s fonts lack the characters “{signs}”; say them in words.")
    laid_out = _laid_out(site, path, page)
    with pikepdf.open(io.BytesIO(laid_out.write_pdf(**_VARIANT))) as document:
        retag(document, body)
        archive(document, description, _with_places(attachment, printed_figures(laid_out)))
        document.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _with_places(attachment, figures):
    content = json.loads(attachment.content) | {"printed": [asdict(figure) for figure in figures]}
    return replace(attachment, content=json.dumps(content, ensure_ascii=False, indent=1).encode())


def printed(site: Path, path: str, page: str) -> bytes:
    """Give the PDF of a page's HTML as WeasyPrint makes it; the page stands at `path` of the folder `site`."""
    return _laid_out(site, path, page).write_pdf(**_VARIANT)


def _laid_out(site, path, page):
    """Give the pages as WeasyPrint's `Document`."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 – see available()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class Fetcher(URLFetcher):
        """Serves the files of the site and our fonts, and stops at anything else."""

        def fetch(self, url, headers=None):  # noqa: ARG002 – WeasyPrint's signature
            folder, base = (FOLDER, _FONTS) if url.startswith(_FONTS) else (Path(site), BASE)
            file = (folder / unquote(urlsplit(url.removeprefix(base)).path)).resolve()
            if not url.startswith(base) or not file.is_relative_to(folder.resolve()) or not file.is_file():
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(
                url, file.read_bytes(), {"Content-Type": mimetypes.guess_type(file.name)[0] or ""}
            )

    fonts, fetcher = _none_of_this_machine(FontConfiguration), Fetcher()
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{_FONTS}{file}"); '
        f"font-weight: {weight}; font-style: {slant} }}\n"
        for family, file, weight, slant in FACES
    )
    try:
        return HTML(string=page, base_url=BASE + path, url_fetcher=fetcher).render(
            font_config=fonts,
            stylesheets=[CSS(string=faces, font_config=fonts, url_fetcher=fetcher)],
            **_VARIANT,
        )
    except FatalURLFetchingError as error:
        lv = f"Drukas izdevumam “{path}” vajag failu, kura vietnē nav: {error}."
        raise Unlike(lv, f"The print edition “{path}” needs a file that is not on the site: {error}.") from None


def _none_of_this_machine(configuration):
    """Give WeasyPrint's fonts without those of the machine, which would stand in for lacking letters."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FOLDER / "fonts.conf")
    try:
        with warnings.catch_warnings(action="ignore"):  # it says that there are none
            return configuration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
