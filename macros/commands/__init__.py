"""What may be typed after `report`: each command with what it does, in both languages, and one example."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.words import LANGUAGES
from macros.words.problems import FORMATS

LAST_PORT = 65535


def _address(typed):
    """Give `(host, port)` of an address such as `127.0.0.1:8000`."""
    host, _, port = typed.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{typed} is no address and port such as 127.0.0.1:8000")
    return host, int(port)


Argument = dict[str, Any]
"""What argparse is told of an argument."""
SITE: Argument = {"type": Path, "default": Path("site"), "help": "vietnes mape / the site’s folder (site)"}
LANGUAGE: Argument = {"choices": LANGUAGES, "default": "lv", "help": "valoda / language (lv)"}
COMPARED = (("base", {"help": "zars, iezīme vai revīzija / a branch, tag or commit"}), ("--language", LANGUAGE))
SCHOOL_YEAR: Argument = {"help": "mācību gads, piemēram, 2025-2026 / the school year, such as 2025-2026"}
CHOSEN_YEAR: Argument = {"help": "mācību gads; bez tā – jaunākais / the school year (the newest)"}


class Ended(Exception):  # noqa: N818 – it is told already
    """Raised where a command cannot go on; what is wrong has been told, `code` is the exit code."""

    def __init__(self, code: int) -> None:
        """Keep the exit code."""
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Command:
    """A command: what it does in Latvian and in English, what it is given, and an example that can be pasted.

    Its function stands in the `module` of this folder: `run_` and its name.
    """

    module: str
    lv: str
    en: str
    example: str
    arguments: tuple[tuple[str, Argument], ...] = ()


COMMANDS = {
    "check": Command(
        "check",
        "Pārbauda datus un lapas: pasaka failu, rindu, kas nav labi un ko rakstīt.",
        "Checks data and pages: names the file and the line, says what is wrong and what to write.",
        "report check",
        (
            ("--format", {"choices": FORMATS, "default": "text", "help": "kā rādīt / how to show (text)"}),
            (
                "--since",
                {
                    "metavar": "BASE",
                    "help": "visas kļūdas, bet no pārējā tikai to, kas jauns kopš šī zara vai šīs revīzijas\n"
                    "all errors, but of the rest only what is new since this branch or commit",
                },
            ),
        ),
    ),
    "names": Command(
        "lists",
        "Parāda skaitļu un tekstu nosaukumus, to vērtības abās valodās un ko ierakstīt lapā.",
        "Shows the names of numbers and texts, their values in both languages and what to write on a page.",
        "report names STEM",
        (
            (
                "word",
                {
                    "nargs": "?",
                    "default": "",
                    "help": "tikai tos, kuru nosaukumā vai vērtībā tas ir / only those whose name or value has it",
                },
            ),
            ("--year", CHOSEN_YEAR),
        ),
    ),
    "questions": Command(
        "lists",
        "Parāda vienā sarakstā visus jautājumus centram, drukāšanai.",
        "Shows all questions to the centre in one list, to print.",
        "report questions --language en",
        (("--language", LANGUAGE), ("--year", CHOSEN_YEAR)),
    ),
    "review": Command(
        "lists",
        "Izveido gada eksemplāru, ko pārskatīt ar pildspalvu: pie katra skaitļa norādīts, no kurienes tas ir.",
        "Makes a copy of a year to review with a pen: each number says where it comes from.",
        "report review",
        (("--language", LANGUAGE), ("--year", CHOSEN_YEAR)),
    ),
    "translations": Command(
        "lists",
        "Parāda tekstus, kuru tulkojums jāpārskata: latviski un zem tā angliski.",
        "Shows the texts whose translation has to be reviewed: the Latvian and below it the English.",
        "report translations 2024-2025/learners.md",
        (("name", {"nargs": "*", "help": "lapa, datu fails vai teksts / a page, data file or text (all)"}),),
    ),
    "translated": Command(
        "years",
        "Pieraksta, ka tulkojums joprojām atbilst latviešu tekstam; bez nosaukuma – to, kas mainīts abās valodās.",
        "Records that a translation still fits the Latvian; without a name, what has changed in both languages.",
        "report translated 2024-2025/learners.md",
        (
            ("name", {"nargs": "*", "help": "lapa, datu fails vai teksts / a page, data file or text"}),
            ("--all", {"action": "store_true", "help": "viss / everything"}),
        ),
    ),
    "diff": Command(
        "years",
        "Parāda, kas mainījies kopš zara, iezīmes vai revīzijas: skaitļus, tekstus, lapas, tulkojumus.",
        "Shows what has changed since a branch, tag or commit: numbers, texts, pages, translations.",
        "report diff main",
        COMPARED,
    ),
    "summary": Command(
        "years",
        "Parāda labojuma kopsavilkumu: kļūdas, kas jauns darāms, kas mainās skaitļos, tekstos un lapās.",
        "Summarises a proposed change: mistakes, what is new to do, changes of numbers, texts and pages.",
        "report summary main",
        COMPARED,
    ),
    "new-year": Command(
        "years",
        "Atver jaunu mācību gadu: pārņem lapas un datus, skaitļus atstāj tukšus un pasaka, kas darāms.",
        "Opens a new school year: takes over pages and data, leaves numbers blank and says what to do.",
        "report new-year 2025-2026",
        (("year", SCHOOL_YEAR),),
    ),
    "steps": Command(
        "years",
        "Parāda, kas gadā vēl darāms, īsi un pēc kārtas.",
        "Shows what is left to do in a year, briefly and in order.",
        "report steps",
        (("--year", CHOSEN_YEAR),),
    ),
    "workbook": Command(
        "office",
        "Gada datus ieliek Excel tabulā (.xlsx), kurā tos aizpildīt: pagājušā gada vērtība ir blakus.",
        "Puts the data of a year into an Excel workbook (.xlsx) to fill in, with last year’s value beside each.",
        "report workbook 2025-2026",
        (
            ("year", SCHOOL_YEAR),
            ("-o", {"dest": "to", "type": Path, "metavar": "FILE", "help": "fails / file (dati-2025-2026.xlsx)"}),
        ),
    ),
    "take": Command(
        "office",
        "Aizpildīto tabulu ieraksta datos, Word tekstu – lapā; pasaka, kas ņemts, kas atstāts un kāpēc.",
        "Writes a filled-in workbook into the data, a Word text into a page; tells what was taken, what not and why.",
        "report take dati-2025-2026.xlsx",
        (
            (
                "file",
                {
                    "type": Path,
                    "help": "tabula (.xlsx), rindas “nosaukums, tabulators, vērtība” (.txt) vai Word teksts (.docx)\n"
                    "a workbook (.xlsx), lines “label, tab, value” (.txt), or a Word text (.docx)",
                },
            ),
            ("--year", CHOSEN_YEAR),
            (
                "--page",
                {
                    "help": "lapa, kurai ir Word teksts, piemēram, support (citādi – kā sauc failu)\n"
                    "the page that the Word text is for, such as support (else as the file is called)"
                },
            ),
            ("--language", LANGUAGE),
        ),
    ),
    "new-page": Command(
        "years",
        "Pievieno jaunākajam gadam lapu abās valodās: ar vietu izvēlnē un sarakstā un ar datiem, kas jāaizpilda.",
        "Adds a page to the newest year in both languages: in the menu and the list, with data to fill in.",
        "report new-page wellbeing",
        (("name", {"help": "lapas faila nosaukums bez .md / the page’s file without .md"}),),
    ),
    "freeze": Command(
        "years",
        "Noslēdz galīgā ziņojuma gadu: turpmāk katra pārmaiņa tajā jāpaskaidro failā corrections.yml.",
        "Seals the year of a final report: from then on each change in it needs a record in corrections.yml.",
        "report freeze 2024-2025",
        (("year", SCHOOL_YEAR),),
    ),
    "correct": Command(
        "years",
        "Pieraksta failā corrections.yml, kas noslēgtā gadā ir mainīts: kas tur bija un kas ir tagad.",
        "Records in corrections.yml what has changed in a sealed year: what it said and says now.",
        "report correct 2024-2025",
        (
            ("year", SCHOOL_YEAR),
            (
                "--since",
                {
                    "metavar": "BASE",
                    "default": "main",
                    "help": "zars vai revīzija, kurā ir publicētais (main)\n"
                    "the branch or commit with what is published (main)",
                },
            ),
        ),
    ),
    "renew": Command(
        "years",
        "Atjauno failus, ko raksta programma: teksta redaktoru shēmas un kļūdu pieteikumu sarakstus.",
        "Renews the files that the program writes: schemas for editors and the lists of issue forms.",
        "report renew",
    ),
    "serve": Command(
        "sites",
        "Rāda vietni, kamēr to raksta: katru labojumu uzreiz, kļūdas pašā lapā.",
        "Shows the site while it is written: each edit at once, mistakes on the page itself.",
        "report serve",
        (
            (
                "--address",
                {
                    "type": _address,
                    "default": "127.0.0.1:8000",
                    "help": "adrese un ports / address and port (127.0.0.1:8000)",
                },
            ),
        ),
    ),
    "build": Command(
        "build",
        "Uzbūvē vietni; iepriekšējā paliek, kamēr jaunā nav gatava.",
        "Builds the site; the previous one stays until the new one is complete.",
        "report build",
        (("--to", SITE),),
    ),
    "pdf": Command(
        "sites",
        "Izveido PDF jau uzbūvētai vietnei.",
        "Makes the PDFs of a site that is already built.",
        "report pdf",
        (("--site", SITE),),
    ),
    "zip": Command(
        "sites",
        "Saliek uzbūvēto vietni vienā failā, ko atver bez interneta.",
        "Puts the built site into one file that opens without the internet.",
        "report zip",
        (("--site", SITE),),
    ),
    "headers": Command(
        "sites",
        "Parāda galvenes, kas serverim nginx jāsūta līdzi katram failam.",
        "Shows the headers that the server nginx is to send with each file.",
        "report headers",
    ),
    "verify": Command(
        "sites",
        "Pasaka, vai parakstītajā failā ir nemainīts uzbūvētais PDF un kurš tas ir izdevums.",
        "Tells whether a signed file holds the built PDF unchanged, and which edition it is.",
        "report verify Parakstits.edoc",
        (
            (
                "file",
                {"type": Path, "help": "parakstītais PDF, .edoc vai .asice / the signed PDF, .edoc or .asice"},
            ),
            ("--site", SITE),
        ),
    ),
}
