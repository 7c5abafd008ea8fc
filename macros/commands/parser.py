"""How what is typed after `report` is understood, with help and refusals in both languages."""

import argparse
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from macros.commands import COMMANDS
from macros.words.problems import did_you_mean


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Give what was typed, with the command's name as `command`; ends the program where it cannot be understood."""
    parser = _Parser(
        prog="report",
        description="Pašnovērtējuma ziņojuma rīks.\nThe tool of the self-assessment report.",
        epilog="Par katru komandu / about each command: report new-year --help",
    )
    parser.options.add_argument("--root", type=Path, default=Path(), help="projekta mape / the project’s folder")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="KOMANDA", title="komandas / commands", parser_class=_Parser
    )
    for name, command in COMMANDS.items():
        said = f"{command.lv}\n{command.en}"
        example = f"Paraugs / example:\n  {command.example}"
        one = commands.add_parser(name, prog=f"report {name}", help=_wrapped(said), description=said, epilog=example)
        for argument, options in command.arguments:
            group = one.options if argument.startswith("-") else one.positional
            group.add_argument(argument, **{**options, "help": _wrapped(options["help"])})
    typed = _typed(sys.argv[1:] if arguments is None else arguments)
    if typed not in (None, *COMMANDS):
        parser.refuse(f"there is no command “{typed}”", *did_you_mean(typed, COMMANDS))
    return parser.parse_args(arguments)


def _typed(words):
    """Give the word that stands where the name of a command belongs; None where there is none or help is asked for."""
    words = iter(words)
    for word in words:
        if word in ("-h", "--help"):
            break
        if word == "--root":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def _wrapped(text):
    """Give the text in lines that fit beside the names in a help."""
    return "\n".join(textwrap.fill(line, 84) for line in text.splitlines())


class _Parser(argparse.ArgumentParser):
    """argparse with its own few words in both languages, and lines that stay as they are written."""

    def __init__(self, **options):
        super().__init__(**options, formatter_class=argparse.RawTextHelpFormatter, add_help=False, allow_abbrev=False)
        self.positional = self.add_argument_group("ko norāda / arguments")
        self.options = self.add_argument_group("izvēles / options")
        self.options.add_argument("-h", "--help", action="help", help="šī palīdzība / this help")

    def format_help(self):
        """Give the help with the word before the usage in both languages."""
        text = super().format_help()
        return f"lietošana / usage: {text[text.index(self.prog) :]}"

    def error(self, message):
        """Say that argparse, in its own words, could not understand what was typed."""
        self.refuse(message)

    def refuse(self, message, lv="", en=""):
        """Say what could not be understood, what may have been meant, and where help is."""
        name = self.prog.rpartition(" ")[2]
        example = COMMANDS[name].example if name in COMMANDS else "report check"
        self.exit(
            2,
            f"Komandu nevar saprast.{lv} Paraugs: {example}. Palīdzība: {self.prog} --help\n"
            f"The command cannot be understood: {message}.{en} Example: {example}. Help: {self.prog} --help\n",
        )
