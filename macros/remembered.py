"""What functions of texts have answered, remembered from one command to the next: most texts are as they were.

The answers are kept with the program (see `kept`), under its hash. Nothing in them is run: only plain values and the
program's own data classes are read.
"""

import io
import pickle
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import is_dataclass
from decimal import Decimal
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from macros import kept

MOST = 50_000
"""How many answers of a function are remembered; beyond, it begins anew."""
_VALUES = {("datetime", "date"), ("datetime", "time"), ("decimal", "Decimal"), ("fractions", "Fraction")}
_PLAIN = (Decimal, int, tuple)
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_tables: list["_Table"] = []


class _Table:
    """The answers of a function, by what it was asked."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.known: dict[Hashable, Any] | None = None
        self.used: set[Hashable] = set()
        self.new: dict[Hashable, Any] = {}
        """What was found out since it was last saved or handed over."""

    @property
    def key(self) -> str | None:
        return kept.own_key("remembered", self.name)

    def load(self) -> dict[Hashable, Any]:
        """Give what is remembered; nothing where it cannot be read."""
        known = _recalled(kept.take(kept.HOME, self.key))
        return known if isinstance(known, dict) else {}

    def save(self) -> None:
        """Keep what was asked in this process, and the rest as long as there is not much of it."""
        known, self.new = self.known or {}, {}
        if len(known) > 2 * len(self.used) + 1000:
            known = {asked: known[asked] for asked in self.used if asked in known}
        kept.keep(kept.HOME, self.key, pickle.dumps(known, protocol=5))


class _Reader(pickle.Unpickler):
    """Reads what `save` writes, and refuses all else."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class of values, of which nothing can be run by making one."""
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        if module.startswith("macros."):
            found = super().find_class(module, name)
            is_pydantic = hasattr(found, "__pydantic_fields__")  # which is not imported where nothing is recalled
            if isinstance(found, type) and (is_dataclass(found) or is_pydantic or issubclass(found, _PLAIN)):
                return found
        raise pickle.UnpicklingError(name)


def _recalled(content: bytes | None) -> Any:
    """Give what was kept; None where that is nothing, or cannot be read."""
    try:
        return _Reader(io.BytesIO(content)).load() if content else None
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
        return None


def recalled(root: Path | str, key: str | None, make: Callable[[], _Answer]) -> _Answer:
    """Give what is kept of a project under a key, of which plain values and our own classes are; else it is made."""
    answer: _Answer | None = _recalled(kept.take(root, key))
    if answer is None:
        answer = make()
        with suppress(pickle.PicklingError):  # rows of a year's own table have a class that is made for them
            kept.keep(root, key, pickle.dumps(answer, protocol=5))
    return answer


def remembered(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Give the function of words that is asked once about the same ones; nobody changes what it gives.

    What it is asked and answers are plain values and data classes. It depends on nothing else.
    """
    table = _Table(f"{function.__module__}.{function.__qualname__}")
    _tables.append(table)

    @wraps(function)
    def answered(*asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        if table.known is None:
            table.known = table.load()
        question = (asked, *named.items()) if named else asked
        table.used.add(question)
        if question not in table.known:
            if len(table.known) >= MOST:
                table.known, table.used = {}, {question}
            table.known[question] = table.new[question] = function(*asked, **named)
        answer: _Answer = table.known[question]
        return answer

    return answered


def save() -> None:
    """Keep what was found out since, for the next command."""
    with suppress(MemoryError, RecursionError):  # it is found out again the next time
        for table in _tables:
            if table.new:
                table.save()


def found_out() -> bytes:
    """Give what was found out since this was last asked, for the process that started this one: see `learn`."""
    new = {table.name: table.new for table in _tables if table.new}
    for table in _tables:
        table.new = {}
    with suppress(MemoryError, RecursionError):
        return pickle.dumps(new, protocol=5)
    return b""


def learn(found: bytes) -> None:
    """Take over what another process `found_out`, as if it had been found out here."""
    told = _recalled(found) or {}
    for table in _tables:
        if new := told.get(table.name):
            table.known = (table.load() if table.known is None else table.known) | new
            table.new |= new
            table.used |= new.keys()
