"""The `report` command: what each of `commands` does."""

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from macros.commands import COMMANDS, Ended
from macros.commands.parser import parsed
from macros.kept import unless_touched
from macros.remembered import save
from macros.words.faults import OF_THE_MACHINE, told
from macros.words.problems import Problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 problems found, 2 wrong use, 130 broken off."""
    gc.set_threshold(100_000, 50, 50)  # what is read stays, so that looking for what may go takes time for nothing
    atexit.register(gc.freeze)  # nor is it looked through once more at the end, when all of it goes
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # there are none, and looking for them takes its time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign that cannot be shown there is no reason to end
    options = parsed(arguments)
    if not (options.root / "data").is_dir():
        print(f"Mapē {options.root} nav ziņojuma: tajā nav mapes “data”.", file=sys.stderr)
        print(f"There is no report in {options.root}: it has no folder “data”.", file=sys.stderr)
        return 2
    try:
        done = _run(options)
        sys.stdout.flush()
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 2
    except Ended as ended:
        return ended.code
    except KeyboardInterrupt:
        print("Pārtraukts; var sākt no jauna. / Stopped; you can start again.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _say_no_more()
        return 0
    except OF_THE_MACHINE as fault:
        print(*told(fault), sep="\n", file=sys.stderr)
        _say_no_more()
        return 1
    return done


def _run(options):
    module = import_module(f"macros.commands.{COMMANDS[options.command].module}")  # the others are not waited for
    with unless_touched(options.root):
        try:
            return getattr(module, f"run_{options.command.replace('-', '_')}")(options)
        finally:
            save()


def _say_no_more():
    """Let Python drop what could not be written, instead of trying again when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
