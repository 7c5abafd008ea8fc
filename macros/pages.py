"""Read the Markdown pages: front matter, headings, and the figures and tables they call for.

A page is untrusted. Nothing in it runs: the only things it may hold between double braces are calls of our own macros
with plain words as arguments, and this is proven on the parsed template before anything is rendered.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
import yaml
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.problems import Problem, did_you_mean
from macros.schema import LANGUAGES

MACROS = {"value": {"name", "noun", "year"}, "table": {"name", "year"}}
"""The words for page authors, and the arguments each takes."""
TO_FILL_IN = "jāaizpilda"
FRONT_MATTER = {"title", "description"}
PARSER = ImmutableSandboxedEnvironment()

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([A-Za-z0-9_-]+)\s*\})?\s*$")
_HTML = re.compile(r"<[A-Za-z/!?][^>]*>?")
_ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
_ATTRIBUTE = re.compile(r"(#[A-Za-z0-9_-]+|\.[a-z-]+)\Z")
_LINK = re.compile(r"(?:\]\(|^\s*\[[^\]]+\]:)\s*<?([^)\s>]*)")
_SAFE_LINK = re.compile(r"(https?://[^\s\"'<>]+|mailto:[\w.@-]+|tel:\+?\d+|(?!//)[\w./-]*(#[\w-]+)?)\Z")
_FOREIGN_IMAGE = re.compile(r"!\[[^\]]*\](\(\s*<?https?:|\s*\[)")


@dataclass(frozen=True)
class Call:
    """`{{ value("learners.total_end", "learner") }}` as `("value", (("name", "learners.total_end"), …), line)`."""

    macro: str
    arguments: tuple[tuple[str, str], ...]
    line: int

    def get(self, key):
        """Give one argument, or None."""
        return dict(self.arguments).get(key)

    def __str__(self):
        words = [f'"{v}"' if k in ("name", "noun") else f'{k}="{v}"' for k, v in self.arguments]
        return f"{{{{ {self.macro}({', '.join(words)}) }}}}"


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its id (None where the author gave none), its line."""

    level: int
    id: str | None
    line: int


@dataclass(frozen=True)
class Page:
    """One page in one language; `path` is below `docs/<language>/`, `year` the folder it stands in, if any."""

    language: str
    path: str
    year: str | None
    front_matter: dict
    calls: tuple[Call, ...]
    headings: tuple[Heading, ...]
    to_fill_in: tuple[tuple[int, str], ...] = ()
    """Line and words of what says “jāaizpilda”: only the centre can fill it in."""
    broken: bool = False
    """Some call could not be read, so `calls` is not all of them."""

    @property
    def file(self):
        """The path from the project's folder, as problems name it."""
        return f"docs/{self.language}/{self.path}"


def calls_in(text, file, first_line=1):
    """Give `(calls, problems)` of a text that may hold macro calls, a page or a text of the data."""
    calls, problems = [], []
    if "{#" in text:
        line = first_line + text.count("\n", 0, text.index("{#"))
        lv = "“{#” sāk piezīmi, kuru neviens neredzēs; virsraksta adresi pieraksta ar atstarpi: { #id }."
        en = "“{#” begins a comment that nobody will see; write a heading's address with a space: { #id }."
        return [], [Problem(file, line, lv, en)]
    try:
        template = PARSER.parse(text)
    except jinja2.TemplateSyntaxError as error:
        lv = 'Izteiksmi {{ … }} nevar nolasīt; rakstiet, piemēram, {{ value("learners.total_end") }}.'
        en = f'{{{{ … }}}} cannot be read ({error.message}); write it like {{{{ value("learners.total_end") }}}}.'
        return [], [Problem(file, first_line + error.lineno - 1, lv, en)]
    for part in template.body:
        for node in part.nodes if isinstance(part, nodes.Output) else [part]:
            if isinstance(node, nodes.TemplateData):
                continue
            line = first_line + node.lineno - 1
            call = _call(node, line)
            if isinstance(call, Call):
                calls.append(call)
            else:
                problems.append(Problem(file, line, *call))
    return calls, problems


def _call(node, line):
    """Give a `Call`, or the two sentences that say why it is none of ours."""
    known = ", ".join(MACROS)
    plain = (
        isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not (node.dyn_args or node.dyn_kwargs)
    )
    if not plain:
        lv = (
            f'Figūriekavās drīkst būt tikai {known}, piemēram, {{{{ value("learners.total_end") }}}}; pārējo izdzēsiet.'
        )
        en = f'In braces there may only be {known}, such as {{{{ value("learners.total_end") }}}}; delete the rest.'
        return lv, en
    macro = node.node.name
    if macro not in MACROS:
        lv, en = did_you_mean(macro, MACROS)
        return f"Vārds “{macro}” nav zināms; zināmie ir: {known}.{lv}", f"“{macro}” is not known; known: {known}.{en}"
    positional = ("name", "noun") if macro == "value" else ("name",)
    arguments = [*zip(positional, node.args, strict=False), *((pair.key, pair.value) for pair in node.kwargs)]
    good = (
        len(node.args) <= len(positional)
        and len(dict(arguments)) == len(arguments)
        and "name" in dict(arguments)
        and all(
            key in MACROS[macro] and isinstance(value, nodes.Const) and isinstance(value.value, str)
            for key, value in arguments
        )
    )
    if not good:
        return (
            f'Izsaukumā jābūt nosaukumam taisnajās pēdiņās, piemēram, {{{{ {macro}("learners.total_end") }}}}.',
            f'The call needs a name in straight quotes, such as {{{{ {macro}("learners.total_end") }}}}.',
        )
    return Call(macro, tuple((key, value.value) for key, value in arguments), line)


def read_pages(root):
    """Give `(pages, problems)` of `docs/lv` and `docs/en` below `root`; pages in the order of their paths."""
    pages, problems = [], []
    for language in LANGUAGES:
        folder = Path(root) / "docs" / language
        for path in sorted(folder.rglob("*.md")):
            page, found = _read(path, path.relative_to(folder).as_posix(), language)
            problems.extend(found)
            if page:
                pages.append(page)
    return pages, problems


def _read(path, name, language):
    file = f"docs/{language}/{name}"
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        return None, [
            Problem(
                file, line, "Lapa nav UTF-8 kodējumā; saglabājiet to kā UTF-8.", "The page is not UTF-8; save it so."
            )
        ]
    problems = []
    front_matter, body, first_line = _front_matter(text, file, problems)
    calls, found = calls_in(body, file, first_line)
    problems.extend(found)
    headings = []
    to_fill_in = []
    fenced = False
    for offset, line in enumerate(body.splitlines()):
        number = first_line + offset
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if not fenced and (match := _HEADING.match(line)):
            headings.append(Heading(len(match[1]), match[3], number))
        elif TO_FILL_IN in line.lower():
            to_fill_in.append((number, line.strip(" -*").replace("*", "")))
        problems.extend(_unsafe(line, file, number))
    first = name.split("/")[0]
    year = first if re.fullmatch(r"\d{4}-\d{4}", first) else None
    page = Page(
        language, name, year, front_matter, tuple(calls), tuple(headings), tuple(to_fill_in), broken=bool(found)
    )
    return page, problems


def _front_matter(text, file, problems):
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if not match:
        return {}, text, 1
    first_line = text.count("\n", 0, match.end()) + 1
    try:
        values = yaml.safe_load(match[1])
    except yaml.YAMLError:
        values = None
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        problems.append(
            Problem(
                file,
                1,
                "Lapas sākumā starp --- drīkst būt “title: …” un “description: …”; tekstu ar kolu lieciet pēdiņās.",
                "Between the --- at the top there may be “title: …” and “description: …”; quote a text with a colon.",
            )
        )
        return {}, text[match.end() :], first_line
    for offset, line in enumerate(match[1].splitlines()):
        key = line.split(":")[0]
        if key in values and key not in FRONT_MATTER:
            lv, en = did_you_mean(key, FRONT_MATTER)
            problems.append(
                Problem(
                    file,
                    offset + 2,
                    f"“{key}” lapas sākumā nav atļauts; atļauti ir title un description.{lv}",
                    f"“{key}” is not allowed at the top of a page; title and description are.{en}",
                )
            )
    return values, text[match.end() :], first_line


def _unsafe(line, file, number):
    """Pages are Markdown only: no HTML, no attributes but an id or a class, no links that run a script."""
    prose = re.sub(r"\{\{.*?\}\}", "", line)
    for match in _HTML.finditer(prose):
        yield Problem(
            file,
            number,
            f"HTML lapās nav atļauts: “{match[0]}”; rakstiet Markdown pierakstā vai izdzēsiet.",
            f"HTML is not allowed in pages: “{match[0]}”; write Markdown or delete it.",
        )
    for match in _ATTRIBUTES.finditer(prose):
        if not all(_ATTRIBUTE.match(word) for word in match[1].split()):
            yield Problem(
                file,
                number,
                f"Figūriekavās drīkst būt tikai id vai klase, piemēram, {{ #merki }}: “{match[0]}”.",
                f"In braces there may only be an id or a class, such as {{ #targets }}: “{match[0]}”.",
            )
    for match in _LINK.finditer(prose):
        if not _SAFE_LINK.match(match[1]):
            yield Problem(
                file,
                number,
                f"Saite “{match[1]}” nav atļauta; saite sākas ar https:// vai ved uz lapu.",
                f"The link “{match[1]}” is not allowed; a link starts with https:// or leads to a page.",
            )
    for match in _FOREIGN_IMAGE.finditer(prose):
        yield Problem(
            file,
            number,
            f"Attēls “{match[0]}” nav no šīs vietnes; ielieciet failu blakus lapai: ![apraksts](fails.png).",
            f"The image “{match[0]}” is not of this site; put the file beside the page: ![text](file.png).",
        )
