"""What belongs to no single section: signatures, files, the glossary."""

from macros.data.schema import Text
from macros.report.downloads import data_json
from macros.show.tables.shape import Blank, Link, Named, Row, Translated, builder, label, one_group, stack
from macros.words.language import NBSP


@builder("signatures")
def _signatures(_site, report):
    rows = [Row(item.role, (item.person or Blank(), Blank())) for item in report.signatures.signatories]
    return one_group(rows, by_hand=frozenset({2}))


@builder("signatures.document")
def _document(site, report):
    """What is not known yet is a line to write on by hand on the cover of the print edition."""
    rows = []
    for key, value in vars(report.signatures.document).items():
        shown = None if value is None else Named(f"signatures.document.{key}")
        rows.append(Row(label(site, f"document_{key}"), (shown,)))
    return one_group(rows, layout="plain")


@builder("downloads", data=None)
def _downloads(site, report):
    year = next(name for name, item in site.years.items() if item is report)
    size = str(max(1, round(len(data_json(site, year)) / 1000)))
    kilobytes = Text(lv=f"{size}{NBSP}kB", en=f"{size}{NBSP}kB")
    return one_group([Row(Link("data.json", label(site, "download_data")), ("JSON", kilobytes))], layout="plain")


@builder("abbreviations", data="terms.terms")
def _abbreviations(site, _report):
    return one_group(
        [
            Row(term.short, (stack(term.term, *filter(None, [term.meaning])), Translated(term.term)))
            for term in site.terms.terms.values()
            if term.short
        ],
        layout="stacked",
    )


@builder("terms", data="terms.terms")
def _terms(site, _report):
    return one_group(
        [
            Row(term.term, (term.meaning, Translated(term.term)))
            for term in site.terms.terms.values()
            if term.meaning and not term.short
        ],
        layout="stacked",
    )
