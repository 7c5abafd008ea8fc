"""What a PDF says of itself and holds, and what keeps it from being made; all that is known before it is printed."""

from dataclasses import dataclass

NO_PDF = (
    "PDF netiks izveidots, jo trūkst sistēmas bibliotēku / no PDF will be made, as system libraries are missing: "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


@dataclass(frozen=True)
class Description:
    """What a document says of itself."""

    language: str
    title: str
    author: str
    description: str
    edition: str
    """Year, language, status and number of the edition: `2024-2025-lv-draft-0123456789ab`."""
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
