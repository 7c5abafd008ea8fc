"""Calls of our macros in pages and in texts of the data: the only thing that double braces may hold.

Pages and data come from strangers. So a text is taken apart into plain words and calls with plain arguments, and
anything else in braces is a problem: nothing is ever evaluated that has not been through here.
"""

import re
from dataclasses import dataclass, replace

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.remembered import remembered
from macros.words.problems import Problem, did_you_mean


@dataclass(frozen=True)
class Takes:
    """What a macro takes: arguments in their order, of which the first so many are required, and ones by name only."""

    positional: tuple[str, ...]
    required: int = 1
    named: tuple[str, ...] = ()
    example: str = '"learners.total_end"'


MACROS = {
    "value": Takes(("name", "noun"), named=("year",)),
    "table": Takes(("name",), named=("year",)),
    "figure": Takes(("name",), named=("year",), example='"learners"'),
    "list": Takes(("name",), named=("year",), example='"fees.entitled.*"'),
    "claim": Takes(("name",), named=("year",), example='"stem_grew_fastest"'),
    "literal": Takes(("words", "reason"), required=2),
}
"""The words for page authors."""
BLOCKS = ("table", "figure", "list")
"""Those that stand alone on a line."""
SPAN = re.compile(r"\{\{(?:(?!\{\{|\n[ \t]*\n).)*?\}\}", re.DOTALL)
"""Where a call stands in a text, for whoever passes over calls; `split` is what reads them.

One that is not closed takes nothing along that stands after an empty line or the beginning of another.
"""
UNBRACED = re.compile(
    rf"(?:(?<![\[({{<])[\[({{<]+)?[ \t]?\b({'|'.join(MACROS)})\(([\"“”„][^\"“”„\n]+[\"“”„][^(){{}}\n]*)\)\s*[\])}}>]*"
)
"""What was meant for a call, but stands in no double braces: in others, in one, or in none."""
_BEGUN = re.compile(r"\{\{\s*(\w+)\s*\(([^{}\n]*)")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)(?:[\"“”„]|\Z)")
_NAMED = re.compile(r"[^\W\d][\w.*]{0,99}")
_STRAIGHT = '"'
_EXAMPLE = '{{ value("learners.total_end") }}'
_PARSER = ImmutableSandboxedEnvironment(keep_trailing_newline=True)


@dataclass(frozen=True)
class Call:
    """`{{ value("learners.total_end", "learner") }}` as `("value", (("name", "learners.total_end"), …), line)`."""

    macro: str
    arguments: tuple[tuple[str, str], ...]
    line: int

    def get(self, key: str) -> str | None:
        """Give one argument, or None."""
        return dict(self.arguments).get(key)

    @property
    def in_both(self) -> str:
        """What a page and its translation have to share: all of a call, but only the place of a `literal`."""
        return "{{ literal(…) }}" if self.macro == "literal" else str(self)

    def __str__(self) -> str:
        positional = MACROS[self.macro].positional
        words = [f'"{v}"' if k in positional else f'{k}="{v}"' for k, v in self.arguments]
        return f"{{{{ {self.macro}({', '.join(words)}) }}}}"


Piece = str | Call
"""What a text consists of: plain words and calls."""


def split(text: str, file: str, first_line: int = 1) -> tuple[list[Piece], list[Problem]]:
    """Give `(pieces, problems)`: what the text consists of, in order; its lines from 1."""
    pieces, problems = _parsed(text)
    before = first_line - 1
    placed = [
        replace(piece, line=piece.line + before) if before and isinstance(piece, Call) else piece for piece in pieces
    ]
    return placed, [Problem(file, line + before, lv, en) for line, lv, en in problems]


@remembered
def _parsed(text):
    """Give the pieces of a text, and `(line, lv, en)` for each problem, lines counted from 1."""
    for opening, lv, en in (
        (
            "{#",
            "“{#” sāk piezīmi, kuru neviens neredzēs; virsraksta adresi pieraksta ar atstarpi: { #adrese }.",
            "“{#” begins a comment that nobody will see; write a heading’s address with a space: { #address }.",
        ),
        ("{%", "“{%” šeit nav atļauts; izdzēsiet to.", "“{%” is not allowed here; delete it."),
    ):
        if opening in text:
            return (), ((1 + text.count("\n", 0, text.index(opening)), lv, en),)
    problems = [*_unbraced(text)]
    if "{{" not in text:
        return (text,), tuple(problems)
    try:
        template = _PARSER.parse(text)
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError) as error:  # an endless number is a ValueError
        return (), (*problems, _unread(text, getattr(error, "lineno", 1)))
    pieces: list[Piece] = []
    for node in (node for output in template.find_all(nodes.Output) for node in output.nodes):
        piece = node.data if isinstance(node, nodes.TemplateData) else _call(node)
        if isinstance(piece, str | Call):
            pieces.append(piece)
        else:
            problems.append((node.lineno, *piece))
    return tuple(pieces), tuple(problems)


def _unbraced(text):
    """Yield the problem of each call that stands in no double braces."""
    for found in UNBRACED.finditer(SPAN.sub(lambda call: re.sub(r"[^\n]", "x", call[0]), text)):
        if not found[0].startswith("{{"):  # else it is one that cannot be read
            call = f"{{{{ {found[1]}({re.sub('[“”„]', _STRAIGHT, found[2])}) }}}}"
            lv, en = f"Izsaukumu raksta dubultās figūriekavās: {call}.", f"A call is written in double braces: {call}."
            yield 1 + text.count("\n", 0, found.start(1)), lv, en


def _unread(text, line):
    """Give the problem of the first call that cannot be read; it is in the `line`, unless it is found elsewhere."""
    call = None
    for begun in _BEGUN.finditer(text):
        span = SPAN.match(text, begun.start())
        if not span or not _reads(span[0]):
            line, call = 1 + text.count("\n", 0, begun.start()), _meant(begun[1], begun[2])
            break
    lv, en = (f" {call}", f" {call}") if call else (f", piemēram, {_EXAMPLE}", f", for example, {_EXAMPLE}")
    if any(sign in span for span in SPAN.findall(text) for sign in "“”„"):
        return line, f"Izsaukumā jābūt taisnajām pēdiņām; rakstiet{lv}.", f"A call has straight quotes; write{en}."
    return line, f"Šo izsaukumu nevar nolasīt; rakstiet{lv}.", f"This call cannot be read; write{en}."


def _reads(call):
    try:
        _PARSER.parse(call)
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError):
        return False
    return True


def _meant(macro, typed):
    """Give the call that was meant by the name of a macro and what was typed behind its bracket, None where none is."""
    typed = typed.rstrip().removesuffix(")")
    words = [one.strip('"“”„ ') for one in (_QUOTED.findall(typed) if macro == "literal" else typed.split(","))]
    if macro not in MACROS or (macro != "literal" and not all(map(_NAMED.fullmatch, words))):
        return None
    takes = MACROS[macro]
    if not takes.required <= len(words) <= len(takes.positional):
        return None
    return Call(macro, tuple(zip(takes.positional, words, strict=False)), 0)


def calls_in(text: str, file: str, first_line: int = 1) -> tuple[list[Call], list[Problem]]:
    """Give `(calls, problems)` of a text."""
    pieces, problems = split(text, file, first_line)
    return [piece for piece in pieces if isinstance(piece, Call)], problems


def _call(node):
    """Give a `Call`, or the two sentences that say why it is none of ours."""
    known = ", ".join(MACROS)
    plain = (
        isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not (node.dyn_args or node.dyn_kwargs)
    )
    if not plain:
        lv = f"Dubultās figūriekavās drīkst būt tikai izsaukums {known}, piemēram, {_EXAMPLE}; pārējo izdzēsiet."
        en = f"Double braces may only hold one of the calls {known}, such as {_EXAMPLE}; delete the rest."
        return lv, en
    macro = node.node.name
    if macro not in MACROS:
        lv, en = did_you_mean(macro, MACROS)
        return (
            f"Izsaukuma “{macro}” nav; ir tikai: {known}.{lv}",
            f"There is no call “{macro}”; there are only: {known}.{en}",
        )
    takes = MACROS[macro]
    arguments = [*zip(takes.positional, node.args, strict=False), *((pair.key, pair.value) for pair in node.kwargs)]
    given = dict(arguments)
    good = (
        len(node.args) <= len(takes.positional)
        and len(given) == len(arguments)
        and given.keys() >= set(takes.positional[: takes.required])
        and given.keys() <= {*takes.positional, *takes.named}
        and all(isinstance(value, nodes.Const) and isinstance(value.value, str) for value in given.values())
    )
    if macro == "literal" and not (good and all(value.value.strip() for value in given.values())):
        lv = (
            "Izsaukumā literal taisnajās pēdiņās raksta rādāmos vārdus un iemeslu, kāpēc tas nav ziņojuma skaitlis: "
            '{{ literal("divi", "teiciens, nevis skaitlis") }}.'
        )
        en = (
            "The call literal needs, in straight quotes, the words to show and why this is not a figure of the "
            'report: {{ literal("two", "a saying, not a figure") }}.'
        )
        return lv, en
    if not good:
        return (
            f"Izsaukumā jābūt nosaukumam taisnajās pēdiņās, piemēram, {{{{ {macro}({takes.example}) }}}}.",
            f"The call needs a name in straight quotes, such as {{{{ {macro}({takes.example}) }}}}.",
        )
    return Call(macro, tuple((key, value.value) for key, value in arguments), node.lineno)
