"""What a reviewer sees first of a proposed change: what is wrong, what is new to do, where to look, what changes."""

import html
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from macros.check import can_be_tabulated
from macros.history.brought import brought
from macros.history.changes import FEW, changes
from macros.history.corrected import corrections, day_of
from macros.history.filled import about, filled
from macros.history.markdown import BAR, code, plain
from macros.history.verdict import changed_program, verdict
from macros.words.problems import LEVELS

PREVIEWS = {"PREVIEW_SITE": "site", "PREVIEW_PDF_LV": "pdf_lv", "PREVIEW_PDF_EN": "pdf_en"}
"""The variables that say where what was built can be had, and the words for it."""
EDIT = "EDIT_URL"
"""The variable with the address below which files can be edited; where it is missing, lines are named only."""
MOST, LONGEST = 100, 250_000
"""How many problems of a kind are listed, and how many bytes there may be.

GitHub drops what is above 1 MiB; what a person looks at is far shorter.
"""
BLANKS = ("blanks_are_filled", "blanks_can_be_signed")
"""The checks that name each blank."""
_WORDS = {
    "lv": {
        "program": (
            "Šie faili nav ne dati, ne lapas; kamēr programmētājs tos nav apskatījis, pārbaudes rezultāts neko "
            "nepierāda:"
        ),
        "mend": (
            "Kamēr ir kļūdas, jauno vietni un PDF uzbūvēt nevar; publicētā vietne nemainās.\n\n"
            "1. Izlabojiet katru rindu tā, kā pie tās teikts; saite atver failu labošanai.\n"
            "2. Saglabājiet labojumu (“Commit changes”) tajā pašā zarā. Pārbaude pati sāksies no jauna."
        ),
        "records": "Gatavs labojuma ieraksts",
        "records_are": (
            "Iekopējiet to faila {file} beigās un pārlasiet; ja ir ko teikt par iemeslu, pievienojiet “reason:”."
        ),
        "todos": "Jauni darāmie darbi: {count}",
        "todos_are": "Tie netraucē labojumu pievienot, bet jāizdara, pirms ziņojums kļūst galīgs.",
        "todos_table": "Fails | Par ko | Ierakstīts | Jauni darbi",
        "others": "pārējie faili: {count}",
        "notes": "Jaunas zināmas neatbilstības, par kurām nav ko jautāt: {count}",
        "folded": "Parādīt: {count}",
        "filled": "{filled} no {places}",
        "more": "… un vēl {count}; visus parāda `make check`.",
        "cut": "… Pārējais te neietilpst; visu parāda `make diff`.",
        "standing": "Jau iepriekš zināmi darāmie darbi: {count}; tos parāda `make check`.",
        "line": "{line}. rinda",
        "file": "fails",
        "look": "Kā tas izskatīsies",
        "site": "Vietne",
        "site_is": "lejupielādējiet, izvelciet no arhīva visus failus un ar dubultklikšķi atveriet `index.html`",
        "pdf_lv": "PDF latviešu valodā",
        "pdf_en": "PDF angļu valodā",
        "unbuilt": (
            "Datos un lapās kļūdu nav, bet vietne nav uzbūvēta. Iemeslu pasaka žurnāls: "
            "atveriet darbu ar sarkano krustiņu un tajā soli ar krustiņu."
        ),
        "unreadable": "Kas mainās, būs redzams, kad kļūdas būs izlabotas.",
        "no_base": "Ar {base} salīdzināt nevar, jo tā datus šī programma nespēj nolasīt.",
    },
    "en": {
        "program": (
            "These files are neither data nor pages; until a programmer has looked at them, the result of the check "
            "proves nothing:"
        ),
        "mend": (
            "While there are errors, the new site and its PDFs cannot be built; the published site stays as it is.\n\n"
            "1. Correct each line as it says; the link opens the file to edit.\n"
            "2. Save (“Commit changes”) to the same branch. The check starts again by itself."
        ),
        "records": "The record of the correction, ready",
        "records_are": (
            "Copy it to the end of {file} and read it through; if there is a reason to give, add it as “reason:”."
        ),
        "todos": "New to-dos: {count}",
        "todos_are": "They do not hold up the change, but have to be done before the report is final.",
        "todos_table": "File | About | Entered | New to-dos",
        "others": "other files: {count}",
        "notes": "New known discrepancies with nothing to ask: {count}",
        "folded": "Show: {count}",
        "filled": "{filled} of {places}",
        "more": "… and {count} more; `make check` shows them all.",
        "cut": "… There is no room for the rest; `make diff` shows it all.",
        "standing": "To-dos known before: {count}; `make check` shows them.",
        "line": "line {line}",
        "file": "file",
        "look": "What it will look like",
        "site": "Site",
        "site_is": "download it, extract all files and open `index.html` with a double click",
        "pdf_lv": "PDF in Latvian",
        "pdf_en": "PDF in English",
        "unbuilt": (
            "There are no errors in data and pages, but the site was not built. The log says why: "
            "open the job with the red cross, and in it the step with the cross."
        ),
        "unreadable": "What changes will be seen once the errors are corrected.",
        "no_base": "Nothing can be compared with {base}, as this program cannot read its data.",
    },
}


def summary(root: Path, base: str, language: str, given: Mapping[str, str]) -> str:
    """Give, as Markdown, what the project at `root` brings since the commit, branch or tag `base`.

    `given` are the variables of the environment. Raises `Problems` where there is no such base.
    """
    words = _WORDS[language]
    change = brought(root, base)
    program = changed_program(root, base)
    errors, todos, notes = ([problem for problem in change.new if problem.level == level] for level in LEVELS)
    waiting = sum(problem.level == "todo" for problem in change.standing)
    unbuilt = not any(given.get(variable) for variable in PREVIEWS) and any(variable in given for variable in PREVIEWS)

    def listed(problems):
        return _listed(problems, language, words, given.get(EDIT))

    parts = verdict(change, program, language, unbuilt=unbuilt)
    if program:
        parts += [words["program"], "\n".join(f"- {code(file)}" for file in program[:MOST])]
    if errors:
        parts += [words["mend"], *listed(errors), *_records(root, change, words)]
    parts += _previews(errors, words, given)
    if todos:
        parts += [f"# {words['todos'].format(count=len(todos))}", words["todos_are"]]
        parts += [*_by_file(change.after, todos, language, words), *_folded(_named(todos, change), listed, words)]
    if notes:
        parts += [f"# {words['notes'].format(count=len(notes))}", *_folded(notes, listed, words)]
    if waiting:
        parts.append(words["standing"].format(count=waiting))
    if not can_be_tabulated(change.after):
        parts.append(words["unreadable"])
    elif not can_be_tabulated(change.before):
        parts.append(words["no_base"].format(base=code(base)))
    else:
        parts.append(changes(change.before, change.after, base, language, folded=folded))
    return _bounded("\n\n".join(filter(None, (part.strip() for part in parts))) + "\n", words)


def _folded(problems, listed, words):
    """Yield a list of problems, folded where it is long."""
    if len(problems) <= FEW:
        yield from listed(problems)
    else:
        yield folded(words["folded"].format(count=len(problems)), "\n\n".join(listed(problems)))


def _named(todos, change):
    """Give the to-dos without the blanks of a year that is only just opened: how many there are is enough."""
    before, after = change.before, change.after
    opened = after.site.years.keys() - before.site.years.keys() if before and after else ()
    return [one for one in todos if one.rule not in BLANKS or after.site.year_of(one.file) not in opened]


def _by_file(book, problems, language, words):
    """Yield a table of the files with something to do, in the order of the report: how far each is, and how much."""
    counts = Counter(problem.file for problem in problems)
    if len(problems) <= FEW or len(counts) == 1:
        return
    rows = []
    for year in sorted(book.site.years, reverse=True) if book else ():
        for one in filled(book, year):
            if count := counts.pop(f"data/{year}/{one.topic}.yml", 0):
                done = words["filled"].format(filled=one.filled, places=one.places)
                rows.append((code(f"{year}/{one.topic}.yml"), about(one, language), done, count))
    rest = [(code(file), "", "", counts[file]) for file in sorted(counts)]
    if len(rest) > FEW:
        rest = [(words["others"].format(count=len(rest)), "", "", counts.total())]
    lines = [f"| {' | '.join(str(cell).replace('|', BAR) for cell in row)} |" for row in (*rows, *rest)]
    yield "\n".join([f"| {words['todos_table']} |", "| --- | --- | --- | ---: |", *lines])


def _records(root, change, words):
    """Yield the records that are missing where a sealed year has been changed, to be copied."""
    before, book = change.before if can_be_tabulated(change.before) else None, change.after
    for year in book.seals.keys() & book.site.years.keys() if can_be_tabulated(book) else ():
        if ready := corrections(root, before, book, year, day_of(root)):
            yield f"## {words['records']}"
            yield words["records_are"].format(file=code(f"data/{year}/corrections.yml"))
            yield f"```yaml\n{ready}```"


def _bounded(text, words):
    """Give as many whole lines of a text as GitHub shows."""
    if len(text.encode()) <= LONGEST:
        return text
    lines = text.encode()[:LONGEST].rpartition(b"\n")[0].decode()
    end = "\n\n</details>" if lines.count("<details>") > lines.count("</details>") else ""
    return f"{lines}{end}\n\n{words['cut']}\n"


def _previews(errors, words, given):
    addresses = {name: given[variable] for variable, name in PREVIEWS.items() if given.get(variable)}
    if addresses:
        links = [f"- [{words[name]}]({quote(address, safe=':/')})" for name, address in addresses.items()]
        if "site" in addresses:
            links[0] += f" – {words['site_is']}"
        yield from (f"# {words['look']}", "\n".join(links))
    elif not errors and any(variable in given for variable in PREVIEWS):
        yield words["unbuilt"]


def _listed(problems, language, words, edit):
    """Yield each file with its problems, each on its line, in the order in which they come; then how many more."""
    first = problems[:MOST]
    for file in dict.fromkeys(problem.file for problem in first):
        own = [problem for problem in first if problem.file == file]
        yield f"## {code(file)}"
        yield "\n".join(f"- {_place(problem, words, edit)}: {plain(getattr(problem, language))}" for problem in own)
    if len(problems) > MOST:
        yield words["more"].format(count=len(problems) - MOST)


def folded(title: str, content: str) -> str:
    """Give Markdown that GitHub shows once somebody opens it."""
    return f"<details><summary>{html.escape(title)}</summary>\n\n{content.strip()}\n\n</details>"


def _place(problem, words, edit):
    name = words["line"].format(line=problem.line) if problem.line else words["file"]
    if not edit:
        return name
    return f"[{name}]({quote(f'{edit}/{problem.file}', safe=':/')}{f'#L{problem.line}' if problem.line else ''})"
