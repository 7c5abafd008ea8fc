"""Both PDFs conform to PDF/UA-1 and PDF/A-3, level A, by the judgement of veraPDF."""

import shutil

import pikepdf
import pytest
from project import LANGUAGES
from tagged import WRITTEN, print_written
from verapdf import JAVA, MISSING, count, failures

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("able_to_print"),
    pytest.mark.skipif(not JAVA, reason=MISSING),
]
PROFILES = {"PDFUA-1": 106, "PDFA-3A": 155}
SPOILT = {
    "no-language": ("PDFUA-1", lambda document: document.Root.__delitem__("/Lang"), "7.2-"),
    "no-tags": ("PDFUA-1", lambda document: document.Root.__delitem__("/StructTreeRoot"), "7.1-"),
    "no-colours": ("PDFA-3A", lambda document: document.Root.__delitem__("/OutputIntents"), "6.2.4.3-2"),
    "no-attachment": ("PDFA-3A", lambda document: document.Root.__delitem__("/AF"), "6.8-"),
}


@pytest.fixture(scope="session")
def broken(once, built, sample):
    """The rules that files break: `(name, profile)` → list; Java is asked once for all."""

    def make(folder):
        folder.mkdir()
        for language in LANGUAGES:
            (file,) = (built.folder / ("en" if language == "en" else "") / "2024-2025").glob("*.pdf")
            shutil.copy(file, folder / f"{language}.pdf")
        shutil.copy(sample, folder / "sample.pdf")
        shutil.copy(print_written(folder / "written", "".join(WRITTEN.values())), folder / "written.pdf")
        for name, (_profile, spoil, _rule) in SPOILT.items():
            with pikepdf.open(sample) as document:
                spoil(document)
                document.save(folder / f"{name}.pdf")
        asked = [(name, profile) for name in ("lv", "en", "sample", "written") for profile in PROFILES]
        asked += [(name, profile) for name, (profile, _spoil, _rule) in SPOILT.items()]
        found = failures([(folder / f"{name}.pdf", profile) for name, profile in asked])
        told = [f"{name} {profile} {' '.join(rules)}\n" for (name, profile), rules in zip(asked, found, strict=True)]
        (folder / "told.txt").write_text("".join(told), "utf-8")

    lines = (once("judged", make) / "told.txt").read_text("utf-8").splitlines()
    return {(name, profile): rules for name, profile, *rules in map(str.split, lines)}


@pytest.mark.parametrize("profile", PROFILES)
def test_all_rules_are_asked(profile):
    """The profiles are whole."""
    assert count(profile) == PROFILES[profile]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_the_report_conforms(broken, language, profile):
    """The year's report, in both languages."""
    assert broken[language, profile] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_whatever_pages_may_hold_conforms(broken, profile):
    """Long tables, groups, nested lists, figures, languages, links."""
    assert broken["sample", profile] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_whatever_authors_write_conforms(broken, profile):
    """Links, tables, pictures and letters of every kind, on one page."""
    assert broken["written", profile] == []


@pytest.mark.parametrize("name", SPOILT)
def test_what_does_not_conform_is_found(broken, name):
    """The validator does look: a spoilt file is told by its rule."""
    profile, _spoil, rule = SPOILT[name]
    assert any(found.startswith(rule) for found in broken[name, profile])
