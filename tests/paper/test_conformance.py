"""Both PDFs conform to PDF/UA-1 and PDF/A-3, level A, by the judgement of veraPDF."""

import io

import pikepdf
import pytest
from project import LANGUAGES
from tagged import WRITTEN, print_written
from verapdf import JAVA, MISSING, count, failures

from macros.paper import pdf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not pdf.available(), reason=pdf.MISSING),
    pytest.mark.skipif(not JAVA, reason=MISSING),
]
PROFILES = {"PDFUA-1": 106, "PDFA-3A": 155}


@pytest.mark.parametrize("profile", PROFILES)
def test_all_rules_are_asked(profile):
    """The profiles are whole."""
    assert count(profile) == PROFILES[profile]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_the_report_conforms(built, language, profile):
    """The year's report, in both languages."""
    (file,) = (built.folder / ("en" if language == "en" else "") / "2024-2025").glob("*.pdf")
    assert failures(file, profile) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_whatever_pages_may_hold_conforms(sample, profile):
    """Long tables, groups, nested lists, figures, languages, links."""
    assert failures(sample, profile) == []


def test_whatever_authors_write_conforms(tmp_path):
    """Links, tables, pictures and letters of every kind, on one page."""
    file = print_written(tmp_path, "".join(WRITTEN.values()))
    assert [failures(file, profile) for profile in PROFILES] == [[], []]


@pytest.mark.parametrize(
    ("profile", "spoil", "rule"),
    [
        ("PDFUA-1", lambda document: document.Root.__delitem__("/Lang"), "7.2-"),
        ("PDFUA-1", lambda document: document.Root.__delitem__("/StructTreeRoot"), "7.1-"),
        ("PDFA-3A", lambda document: document.Root.__delitem__("/OutputIntents"), "6.2.4.3-2"),
        ("PDFA-3A", lambda document: document.Root.__delitem__("/AF"), "6.8-"),
    ],
)
def test_what_does_not_conform_is_found(sample, tmp_path, profile, spoil, rule):
    """The validator does look: a spoilt file is told by its rule."""
    with pikepdf.open(io.BytesIO(sample.read_bytes())) as document:
        spoil(document)
        document.save(tmp_path / "spoilt.pdf")
    assert any(found.startswith(rule) for found in failures(tmp_path / "spoilt.pdf", profile))
