"""What a reviewer sees first of a proposed change: what is wrong, what is new to do, where to look, what changes."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from macros.check import can_be_tabulated
from macros.history.brought import brought
from macros.history.changes import changes, code, plain
from macros.history.corrected import corrections, day_of
from macros.words.problems import LEVELS

PREVIEWS = {"PREVIEW_SITE": "site", "PREVIEW_PDF_LV": "pdf_lv", "PREVIEW_PDF_EN": "pdf_en"}
"""The variables that say where what was built can be had, and the words for it."""
EDIT = "EDIT_URL"
"""The variable with the address below which files can be edited; where it is missing, lines are named only."""
MOST, LONGEST = 100, 900_000
"""How many problems of a kind are listed, and how many bytes there may be: GitHub drops what is above 1 MiB."""
_WORDS = {
    "lv": {
        "errors": "Jāizlabo kļūdas: {count}",
        "no_errors": "Kļūdu nav",
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
        "notes": "Jaunas zināmas neatbilstības, par kurām nav ko jautāt: {count}",
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
        "errors": "Errors to correct: {count}",
        "no_errors": "No errors",
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
        "todos_are": "They do not keep the change from being taken in, but are to be done before the report is final.",
        "notes": "New known discrepancies with nothing to ask: {count}",
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
    errors, todos, notes = ([problem for problem in change.new if problem.level == level] for level in LEVELS)
    waiting = sum(problem.level == "todo" for problem in change.standing)

    def listed(problems):
        return _listed(problems, language, words, given.get(EDIT))

    parts = [f"# {words['errors' if errors else 'no_errors'].format(count=len(errors))}"]
    if errors:
        parts += [words["mend"], *listed(errors), *_records(root, change.after, words)]
    parts += _previews(errors, words, given)
    for key, some in (("todos", todos), ("notes", notes)):
        if some:
            parts += [f"# {words[key].format(count=len(some))}", words.get(f"{key}_are", ""), *listed(some)]
    if waiting:
        parts.append(words["standing"].format(count=waiting))
    if not can_be_tabulated(change.after):
        parts.append(words["unreadable"])
    elif not can_be_tabulated(change.before):
        parts.append(words["no_base"].format(base=code(base)))
    else:
        parts.append(changes(change.before, change.after, base, language))
    return _bounded("\n\n".join(filter(None, (part.strip() for part in parts))) + "\n", words)


def _records(root, book, words):
    """Yield the records that are missing where a sealed year has been changed, to be copied."""
    for year in book.seals.keys() & book.site.years.keys() if can_be_tabulated(book) else ():
        if ready := corrections(root, book, year, day_of(root)):
            yield f"## {words['records']}"
            yield words["records_are"].format(file=code(f"data/{year}/corrections.yml"))
            yield f"```yaml\n{ready}```"


def _bounded(text, words):
    """Give as many whole lines of a text as GitHub shows."""
    if len(text.encode()) <= LONGEST:
        return text
    lines = text.encode()[:LONGEST].rpartition(b"\n")[0].decode()
    return f"{lines}\n\n{words['cut']}\n"


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


def _place(problem, words, edit):
    name = words["line"].format(line=problem.line) if problem.line else words["file"]
    if not edit:
        return name
    return f"[{name}]({quote(f'{edit}/{problem.file}', safe=':/')}{f'#L{problem.line}' if problem.line else ''})"
