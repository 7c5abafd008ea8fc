"""Commands that make the site, and what becomes of it."""

import sys
from argparse import Namespace

from macros.alone import alone
from macros.build import add_paper, is_built
from macros.commands import Ended
from macros.commands.asked import the_book
from macros.html.policy import for_nginx
from macros.paper import pdf
from macros.paper.document import NO_PDF
from macros.paper.publish import newest_pdfs
from macros.site import offline
from macros.site.dated import source_date


def run_pdf(options: Namespace) -> int:
    with alone(options.root):
        book = _built(options)
        if not pdf.available():
            print(NO_PDF, file=sys.stderr)
            return 1
        done = add_paper(book, options.root, options.root / options.site)
    unmade = "PDF nav izveidots; vietne palika, kāda bija. / No PDF was made; the site is unchanged."
    print(unmade if done else "Gatavs. / Done.")
    return done


def run_zip(options: Namespace) -> int:
    """Tell what there is to pass on as `name=file`, which is also how GitHub's steps tell it to later ones."""
    site, target = options.root / options.site, options.root / f"{offline.NAME}.zip"
    with alone(options.root):
        _built(options)
        offline.pack(site, target, source_date(options.root))
    print(f"site={target}")
    for language, file in newest_pdfs(site).items():
        print(f"pdf_{language}={file}")
    return 0


def _built(options):
    """Give the book from which the site is built. Where it is not, tells what to do and raises `Ended`."""
    book = the_book(options, sound=True)
    site = options.root / options.site
    if is_built(book, site):
        return book
    print(f"Mapē {site} nav no šiem datiem uzbūvētas vietnes. Uzbūvējiet to: make site", file=sys.stderr)
    print(f"There is no site built from these data in {site}. Build it: make site", file=sys.stderr)
    raise Ended(2)


def run_serve(options: Namespace) -> int:
    from macros.desk.serve import serve  # noqa: PLC0415 – the other commands need not wait for the engine

    return serve(options.root, *options.address)


def run_headers(_options: Namespace) -> int:
    print(for_nginx(), end="")
    return 0


def run_verify(options: Namespace) -> int:
    from macros.paper.verify import told, verify  # noqa: PLC0415 – the other commands need not wait for pikepdf

    verified = verify(options.file, options.root / options.site)
    print(told(verified))
    return 0 if verified.holds else 1
