"""What the workbook says of itself, in both languages: how it is filled in, in which units, what it calculates."""

from macros.data.schema import LANGUAGES
from macros.words.language import school_year

FRONT, LISTS = "Kā aizpildīt", "Saraksti"
"""The first sheet, and the hidden one with what may be chosen."""
UNITS = {
    "count": "skaits / number",
    "percent": "%",
    "hours": "stundas / hours",
    "money": "eiro / euros",
    "figure": "24, 55 %, 6 h vai / or 6–7",
    "month": "mēnesis / month, 1–12",
    "day": "datums / date: 05.09.2025",
    "yes_no": "jā vai nē / yes or no",
    "choice": "izvēlas no saraksta / choose from the list",
    "keys": "no saraksta; atdala ar semikolu / from the list; separate with semicolons",
    "text": "teksts abās valodās / text in both languages",
    "words": "teksts / text",
}
"""What is said beside a cell, by the kind of what it takes."""
_FRONT = {
    "lv": """
Ziņojuma dati, YEAR mācību gads: kā aizpildīt

Katrai tēmai ir sava lapa. Ierakstiet baltajās šūnās kolonnā D; tekstam angliski ir kolonna E (tulkojumu var
ierakstīt arī vēlāk). Pārējās šūnas ir aizsargātas; blakus ir pagājušā gada vērtība.

Tukša šūna neko nemaina un neizdzēš. Ja kaut kas nav zināms un jābūt “nav norādīts”, ierakstiet ?.

Skaitļus rakstiet, kā ierasts: 1217, 1 217, 14,8. Procentus – 55 vai 55 %. Datumu – 05.09.2025.

Garam tekstam jaunu rindkopu šūnā sāk ar Alt+Enter; starp rindkopām atstājiet tukšu rindu.

Kas ir dubultās figūriekavās, piemēram, {{ value("…") }}, to aizpilda programma: ieliek skaitli, kas ierakstīts
citur. Teikumu ap to var mainīt, bet figūriekavas ar visu, kas tajās, atstājiet, kā ir.

“Jauns ieraksts” ir vieta jaunam projektam, pasākumam, iemeslam: aizpildiet, cik vajag, pārējos atstājiet tukšus.
Tabulās, piemēram, “Sadarbības partneri”, jaunam ierakstam ir brīvās rindas.
Ierakstu izdzēst vai pārvietot var tikai datu failā.

Apakšā ir summas un daļas, ko tabula izrēķina pati; tās nekur nav jāraksta. Formulas šūnās programma neņem.

Lapas, rindas un kolonnas nekārtojiet, nepārvietojiet un nedzēsiet. Pēc tām programma atrod, kur kas jāieraksta.

Kad gatavs: GitHub cilnē “Issues” izvēlieties “Nodot tabulu vai tekstu”, pievienojiet failu un nospiediet “Create”.
Datorā to pašu dara report take FAILS.xlsx.
""",
    "en": """
Data of the report, school year YEAR: how to fill it in

Each topic has a sheet. Fill in the white cells of column D; the English of a text goes into column E (it may come
later). Other cells are protected; last year’s value is beside each.

An empty cell changes and deletes nothing. Where something is not known and “not stated” is right, enter ?.

Write numbers as you are used to: 1217, 1 217, 14.8. Shares: 55 or 55%. A date: 05.09.2025.

In a long text, Alt+Enter begins a new paragraph; leave an empty line between paragraphs.

What is in double braces, such as {{ value("…") }}, is filled in by the program with a number entered elsewhere.
Change the sentence around it as you like, but leave the braces and what is in them.

“New entry” is room for a new project, event or reason: fill in as many as you need, leave the rest empty. In tables,
such as that of partners, the free rows are for new entries. Only in the data file can an entry be deleted or moved.

At the bottom are sums and shares that the sheet calculates; do not enter them. Formulas are not taken.

Do not sort, move or delete sheets, rows or columns: by them the program finds what belongs where.

When done: on GitHub, under “Issues”, choose “Nodot tabulu vai tekstu”, attach the file and press “Create”. On your own
machine, report take FILE.xlsx does the same.
""",
}
"""Paragraphs, the heading first; `YEAR` is the school year."""


def front(year: str) -> dict[str, tuple[str, ...]]:
    """Give the paragraphs of the first sheet by language, the heading first."""
    return {
        language: tuple(
            " ".join(words.split()).replace("YEAR", school_year(year, language))
            for words in _FRONT[language].split("\n\n")
        )
        for language in LANGUAGES
    }


TOTALS = "Tabula izrēķina pati / calculated by the sheet"
"""Above the totals of a sheet."""
IN_LANGUAGE = "(angliski / in English)"
"""Behind the heading of a column with the English of a text."""
ODD = "Te parasti raksta citādi", "Pārbaudiet: {unit}. Ja nav zināms, rakstiet ?. / Check this; if not known, enter ?."
"""Title and words of what an office program says of a value of another kind; it may stay all the same."""
