"""What a PDF says of itself and holds, and what keeps it from being made; all that is known before it is printed."""

import re
from dataclasses import dataclass
from typing import NamedTuple, get_args

from macros.data.schema import LANGUAGES, Text
from macros.data.schema.kinds import ReportStatus
from macros.words.language import YEAR, school_year

NO_PDF = (
    "PDF netiks izveidots, jo trūkst sistēmas bibliotēku / no PDF will be made, as system libraries are missing: "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)
_EDITION = re.compile(rf"({YEAR})-({'|'.join(LANGUAGES)})-({'|'.join(get_args(ReportStatus))})-([0-9a-f]{{12}})")
_SPOKEN = {"lv": Text(lv="latviešu valodā", en="in Latvian"), "en": Text(lv="angļu valodā", en="in English")}
_STATUS = {
    "preparing": Text(lv="tiek gatavots", en="in preparation"),
    "draft": Text(lv="melnraksts", en="draft"),
    "final": Text(lv="galīgais variants", en="final"),
}


class EditionName(NamedTuple):
    """What an edition is known by; a PDF bears it as `2024-2025-lv-draft-0123456789ab`."""

    year: str
    language: str
    status: ReportStatus
    number: str
    """What `edition_id` gives."""

    def __str__(self) -> str:
        return "-".join(self)

    def in_(self, language: str) -> str:
        """Write it for a person."""
        year, spoken = school_year(self.year, language), _SPOKEN[self.language].in_(language)
        status = _STATUS[self.status].in_(language)
        if language == "lv":
            return f"{year} mācību gads, {spoken}, {status}, izdevums {self.number}"
        return f"{year} school year, {spoken}, {status}, edition {self.number}"


def edition_named(name: str) -> EditionName | None:
    """Give the edition that a PDF names, None where it names none."""
    match = _EDITION.fullmatch(name)
    return EditionName._make(match.groups()) if match else None


@dataclass(frozen=True)
class Description:
    """What a document says of itself."""

    edition: EditionName
    title: str
    author: str
    description: str
    date: str = ""
    """When the document was signed, `2025-09-15`; empty where that is not stated."""


@dataclass(frozen=True)
class Attachment:
    """A file to keep inside the document."""

    name: str
    content: bytes
    description: str


class Unlike(Exception):  # noqa: N818 – the name says what is wrong
    """The PDF would not show what the HTML says."""

    def __init__(self, lv: str, en: str) -> None:
        """Take a sentence in each language."""
        super().__init__(lv, en)

    def __str__(self):
        return "\n".join(self.args)


class Fault(Unlike):
    """No word or picture that a person wrote is to blame, but the style sheet or the program."""

    def __str__(self):
        lv, en = self.args
        return (
            f"{lv} Tā ir programmas vai vietnes izskata kļūda; pasakiet to programmas uzturētājam.\n"
            f"{en} This is a fault in the program or the look of the site; tell whoever maintains them."
        )
