"""The house: rooms in the order of `macros/__init__.py`, and one of them for the engine."""

import ast
import re
import subprocess

from project import ROOT

import macros
from macros.pages.nav import NAV

HOUSE = ROOT / "macros"
ROOMS = (*re.findall(r"^`(\w+)`", macros.__doc__, re.MULTILINE), "__main__")
ENGINE = re.compile("mkdocs|lunr|search_index", re.IGNORECASE)


def of_rooms():
    """Give each file of a room, as `(room, path below macros/, words)`."""
    files = [file for file in sorted(HOUSE.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
    paths = [file.relative_to(HOUSE) for file in files if file != HOUSE / "__init__.py"]
    return [(path.with_suffix("").parts[0], str(path), (HOUSE / path).read_text("utf-8", "ignore")) for path in paths]


def imported(module):
    """Give `(line, room)` for all that the words of a module import of the house, wherever in it."""
    for node in ast.walk(ast.parse(module)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
        yield from ((node.lineno, name.split(".")[1]) for name in names if re.match(r"\.|macros\b", name))


def test_all_rooms_are_told_of():
    """What lies in `macros/` is what its first words tell of, and nothing else."""
    assert {room for room, _path, _words in of_rooms()} == set(ROOMS)


def test_a_room_imports_only_rooms_before_it():
    """No room imports one that comes after it, neither at the beginning nor when it is needed."""
    doors = [
        (room, f"{path}:{line}", other)
        for room, path, words in of_rooms()
        if path.endswith(".py")
        for line, other in imported(words)
    ]
    assert {other for _room, _place, other in doors} <= set(ROOMS)
    assert [door for door in doors if ROOMS.index(door[2]) > ROOMS.index(door[0])] == []


def test_one_room_knows_the_engine():
    """The engine and its search are named in the room `site` only, but for the file that lists the pages, in one place."""
    named = [
        (path, line.strip())
        for room, path, words in of_rooms()
        if room != "site"
        for line in words.splitlines()
        if ENGINE.search(line)
    ]
    assert named == [("pages/nav.py", f'NAV = "{NAV}"')]


def untyped(module):
    """Give `(line, name)` of each public function of a module that does not say what it takes and gives."""
    nodes = ast.parse(module).body
    classes = [node for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in [*nodes, *(inner for outer in classes for inner in outer.body)]:
        if isinstance(node, ast.FunctionDef) and (node.name == "__init__" or not node.name.startswith("_")):
            given = node.args
            taken = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            bare = [one for one in taken if one and not one.annotation and one.arg not in ("self", "cls")]
            if bare or not node.returns:
                yield node.lineno, node.name


def test_a_public_function_says_what_it_takes_and_gives():
    """Each public function and method says of what types its arguments are and what it gives."""
    found = [
        (f"{path}:{line}", name)
        for _room, path, words in of_rooms()
        if path.endswith(".py")
        for line, name in untyped(words)
    ]
    assert found == []


def test_nothing_that_is_made_comes_with_the_files():
    """What git is to ignore – the environment, what was built and kept – is in no commit, by whose hand ever."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    assert listed.stdout == b""
