"""The addresses of the built site."""

import re

BASE = "https://www.jauniba.lv/"
SECTIONS = (
    "", "mission/", "learners/", "targets/", "priorities/", "teaching/", "equity/", "accessibility/", "support/",
    "projects/", "agreements/", "values-education/", "achievements/", "accreditation/", "inspection/", "council/",
    "next-year/", "discrepancies/", "corrections/", "signatures/", "numbers/",
    "criterion-teaching/", "criterion-equity/", "criterion-accessibility/", "criterion-support/",
)  # fmt: skip
ON_PAPER = [one for one in SECTIONS if one not in ("", "corrections/", "numbers/") and not one.startswith("criterion-")]
"""What the front page says is on the cover and in the contents; nothing is corrected yet; sources are for screens."""
PAGES = (
    *(f"2024-2025/{s}" for s in SECTIONS),
    "",
    "data/",
    "about/",
    "glossary/",
    "accessibility-statement/",
    "privacy/",
)
SOME = ("", "2024-2025/", "2024-2025/learners/", "2024-2025/priorities/", "2024-2025/signatures/", "glossary/")
"""A few that differ most."""
EDITION = "2024-2025/print/"


def is_paper(path):
    """Say whether what stands at a path looks like paper and stands alone: print editions, and what editions said."""
    return "/print/" in path or re.match(r"(?:en/)?editions/", path) is not None


KINDS = (
    *(EDITION, "", "2024-2025/", "2024-2025/learners/", "2024-2025/priorities/", "2024-2025/support/"),
    *("2024-2025/numbers/", "2024-2025/discrepancies/", "2024-2025/signatures/", "glossary/"),
)
"""One page of each kind, with all that can stand on a page: what stands on all others stands on these too."""
