"""What of people may not stand in a page or data file is found in many spellings, and what only looks like it is not."""

import pytest

from macros.check.privacy import _personal


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("kods 010203-12345", "a personal code"),
        ("010105 – 12345", "a personal code"),
        ("32123412345", "a personal code"),
        ("p. k. 010190 12345", "a personal code"),
        ("010190—12345", "a personal code"),
        ("010190\\-12345", "a personal code"),
        ("010190&#45;12345", "a personal code"),
        ("0101\u200b90-1\u00ad2345", "a personal code"),
        ("tālr.26123456", "a telephone number"),
        ("(26)123456", "a telephone number"),
        ("janis&#64;inbox.lv", "an e-mail address"),
        ("dzim. 05.05.2010.", "a date of birth"),
        ("dzimšanas diena: 05/05/2010", "a date of birth"),
        ("tālr. 65421212", "a telephone number"),
        ("+371 65 421 212", "a telephone number"),
        ("0037129123456", "a telephone number"),
        ("Zvaniet 29.12.34.56.", "a telephone number"),
        ("**2912**3456", "a telephone number"),
        ("29\u00a0123\u00a0456", "a telephone number"),
        ("+44 20 7946 0958", "a telephone number"),
        ("anna.b@inbox.lv", "an e-mail address"),
        ("dzimis 2010. gada 5. maijā", "a date of birth"),
        ("(dz. 05.05.2012.)", "a date of birth"),
        ("Dzimšanas datums (pēc apliecības un citiem dokumentiem) ir 05.05.2012.", "a date of birth"),
        ("Anna was born on May 5, 2012.", "a date of birth"),
        ("DOB 5 May 2012", "a date of birth"),
    ],
)
def test_found(line, kind):
    """Each is found once, as what it is."""
    assert [en for _number, (_lv, en, _words) in _personal(line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Vietne atjaunota 2025-05-31.",
        "25 000 000 EUR",
        "2700 2802 2800",
        "no 01.10.2024. līdz 31.05.2025.",
        "[2024./2025. mācību gads](2024-2025/index.md)",
        "projekts Nr. 4.2.2.1/1/25/I/001",
        "since: 2026-11-23",
        "dzimtā valoda nav latviešu",
        "Saules iela 7, Stāvā iela 23",
    ],
)
def test_left_alone(line):
    """Dates, school years, sums, laws and addresses are nobody's secret."""
    assert list(_personal(line)) == []
