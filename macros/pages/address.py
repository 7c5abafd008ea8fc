"""Where pages stand in the site, what else has an address there, and the way from one to another."""

import posixpath

from macros.data.schema import LANGUAGES

PREVIEW = "preview.png"
"""The picture that stands for a year where it is shared; it stands in the year's folder."""
PDF_NAMES = {"lv": "pasnovertejuma-zinojums-{year}.pdf", "en": "self-assessment-report-{year}.pdf"}
"""The PDF of a year, which stands there, too."""
PRINT = "print/"
"""The print edition of a year, in the year's folder."""
EDITIONS = "editions/"
"""What each edition said, at the top of the site; the list of all stands there, too, that in English in its folder."""
FEED = "corrections.xml"
"""The feed of corrections, at the top of a language of the site."""


def address(path: str) -> str:
    """Give the address of the page whose file is `path`, within its language: `2024-2025/learners/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    return posixpath.join(folder, "" if name == "index" else f"{name}/")


def led_to(path: str, target: str) -> str:
    """Give the path of the file to which the page at `path` leads by a `target` without its place."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def language_folder(language: str) -> str:
    """Give the folder of the site in which the pages of a language stand: none for the first one, `en/` for English."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def language_of(path: str) -> tuple[str, str]:
    """Give the language that a path of the site belongs to, and the path within its pages."""
    language = next(language for language in reversed(LANGUAGES) if path.startswith(language_folder(language)))
    return language, path.removeprefix(language_folder(language))


def way(here: str, there: str) -> str:
    """Give the relative way from the address of a page to a path of the site."""
    return posixpath.relpath(there or ".", here or ".") + ("/" if not there or there.endswith("/") else "")
