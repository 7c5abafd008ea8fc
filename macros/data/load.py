"""Load the folder `data/` as one `Site`, or as the list of all that is wrong in it."""

import re
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from macros import kept
from macros.data.hints import hint
from macros.data.mistyped import advice
from macros.data.name import Name
from macros.data.read import read_text, text_of
from macros.data.schema import Site, Text
from macros.data.wanted import got, wanted, word_meant
from macros.remembered import recalled
from macros.words.language import YEAR
from macros.words.problems import LEADS_ELSEWHERE, Problem, Problems, did_you_mean

if TYPE_CHECKING:
    from macros.data.schema.kinds import Keys

_IN_BOTH = ("“lv: …” un “en: …”, katru savā rindā ar atkāpi", "“lv: …” and “en: …”, indented, each on its own line")
RECORDS = "data/records"
"""The one folder in `data/` that is no school year: see `report.records`."""


@dataclass(frozen=True)
class Loaded:
    """The data and where each value stands.

    `places` maps a name from the root such as `years.2024-2025.learners.areas.stem.end` to `(file, line)`.
    """

    site: Site
    places: dict[str, tuple[str, int]]
    sources: dict[str, str]
    """What stands in each file, remarks too: its name → its text."""
    answers: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What functions of the data gave: see `report.once`."""

    def where(self, name: Name) -> tuple[str, int]:
        """Give `(file, line)` of what has a `Name`, or of the nearest part that holds it."""
        if name.year and name.topic == "tables" and not self.is_typed(Name(name.year, *name.keys[:2])):
            return self.where(Name(None, *name.keys))  # what follows in a table of all years
        keys = name.from_the_root(self.site)
        above = (".".join(keys[:size]) for size in range(len(keys), 0, -1))
        return next((self.places[whole] for whole in above if whole in self.places), ("data", 0))

    def is_typed(self, name: Name) -> bool:
        """Say whether what has a `Name` was typed into a file; what is calculated was not."""
        return ".".join(name.from_the_root(self.site)) in self.places


@dataclass
class _Gathered:
    """What comes together as files are read: where each value stands, what stands in each file, what is wrong."""

    lines: "dict[Keys, tuple[str, int]]"
    sources: dict[str, str]
    found: list[Problem]


_recent: deque[tuple[list[str], Loaded]] = deque(maxlen=2)
"""What was loaded last, by its years: for a preview the data are as they were at most edits."""


def load(root: Path | str, *, keep: bool = False) -> Loaded:
    """Give the data of the project at `root`; where nothing in them has changed, the very same as before.

    With `keep`, they are kept there as they were found to be sound.

    Raises `Problems` with everything that cannot be read or does not have the report's shape.
    """
    root = Path(root)
    gathered = _Gathered({("years",): ("data", 0)}, {}, [])
    lines, found = gathered.lines, gathered.found
    site = _folder(root, root / "data", (), gathered)
    folders = [folder for folder in sorted((root / "data").iterdir()) if folder.is_dir() and folder != root / RECORDS]
    linked = [folder.relative_to(root).as_posix() for folder in (root / "data", *folders) if folder.is_symlink()]
    found += [Problem(folder, 0, *LEADS_ELSEWHERE) for folder in linked]
    site["years"] = {}
    if not folders:
        lv = "Te nav nevienas mācību gada mapes, piemēram, 2025-2026. Atjaunojiet to."
        en = "There is no folder of a school year here, such as 2025-2026. Restore it."
        found.append(Problem("data", 0, lv, en))
    for folder in folders:
        name = folder.relative_to(root).as_posix()
        if not re.fullmatch(YEAR, folder.name) or int(folder.name[5:]) != int(folder.name[:4]) + 1:
            found.append(
                Problem(
                    name,
                    0,
                    "Mapes nosaukumam jābūt mācību gadam, piemēram, 2025-2026.",
                    "The folder has to be named after a school year, such as 2025-2026.",
                )
            )
            continue
        lines["years", folder.name] = (name, 0)
        site["years"][folder.name] = _folder(root, folder, ("years", folder.name), gathered)
    years, sources = [*site["years"]], dict(sorted(gathered.sources.items()))
    if not found and (known := _loaded_before(years, sources)):
        return known
    try:
        key = kept.own_key("data", repr((years, sources))) if keep and not found else None
        checked = recalled(root, key, lambda: Site.model_validate(site))
    except ValidationError as error:
        unreadable = {problem.file for problem in found if problem.file.endswith(".yml")}
        details = error.errors(include_url=False)
        for detail in details:
            if detail["type"] == "too_short" and any(_within(other["loc"], detail["loc"]) for other in details):
                continue  # it is only too short without what is wrong in it
            problem = _shape_problem(detail, lines)
            if problem.file not in unreadable:  # a broken line makes everything below it look missing
                found.append(problem)
        raise Problems(found) from None
    if found:
        raise Problems(found)
    places = {".".join(map(str, path)): place for path, place in lines.items()}
    _recent.append((years, Loaded(checked, places, sources)))
    return _recent[-1][1]


def _loaded_before(years, sources):
    return next((one for its_years, one in _recent if its_years == years and one.sources == sources), None)


def _within(path, whole):
    return len(path) > len(whole) and path[: len(whole)] == whole


def _folder(root, folder, path, gathered):
    content = {}
    for file in sorted(folder.iterdir()):
        name = file.relative_to(root).as_posix()
        if file.is_dir() or file.name == "README.md":
            continue
        if file.suffix != ".yml" or file.is_symlink():
            gathered.found.append(
                Problem(
                    name,
                    0,
                    "Šajā mapē drīkst būt tikai .yml faili; pārsauciet vai izdzēsiet šo failu.",
                    "Only .yml files belong in this folder; rename or delete this file.",
                )
            )
            continue
        text, problems = text_of(file, name)
        value, value_lines, told = (None, {}, []) if text is None else read_text(text, name)
        gathered.found += [*problems, *told]
        gathered.sources[name] = (text or "").replace("\r\n", "\n").replace("\r", "\n")
        topic = (*path, file.stem)
        content[file.stem] = value
        gathered.lines[topic] = (name, 1)
        for part, line in value_lines.items():
            if part:
                gathered.lines[(*topic, *part)] = (name, line)
    return content


def _nearest(lines, path):
    """Give `(file, line)` for a path, skipping parts that no file has (a missing key, a kind's tag)."""
    known: Keys = ()
    for part in path:
        if (*known, part) in lines:
            known = (*known, part)
    return lines.get(known, ("data", 0))


def _typed(lines, path):
    """Give a path without the parts that no file has: the words by which pydantic calls one of several shapes."""
    typed: Keys = ()
    for part in path:
        if isinstance(part, int) or (*typed, part) in lines:
            typed = (*typed, part)
    return typed


def _kinds_at(path):
    """Give the kinds that may stand at `path`, found by walking the models; none where these do not say."""
    kinds = [Site]
    for part in path[:-1]:
        kinds = [found for kind in kinds for found in _parts_of(kind, part)] or kinds  # else a word of pydantic: a tag
    return [found for kind in kinds for found in _parts_of(kind, path[-1])] if path else kinds


def _parts_of(kind, part):
    """Yield the kinds that may stand at one part of what is of a kind."""
    if part in getattr(kind, "model_fields", {}):
        yield from _each(kind.model_fields[part].annotation)
    elif get_origin(kind) is dict:
        yield from _each(get_args(kind)[1])
    elif get_origin(kind) is tuple and isinstance(part, int):
        yield from _each(get_args(kind)[0])


def _each(annotation):
    """Yield the kinds that an annotation allows."""
    if get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _each(one)
    elif get_origin(annotation) is Annotated:
        yield from _each(get_args(annotation)[0])
    else:
        yield annotation


def _what_belongs(path):
    """Give what belongs at `path`, as editors say it, each sentence in brackets after a space; nothing where unsaid."""
    try:
        return tuple(f" ({words.rstrip('.')}.)" for words in hint(str(Name(None, *path))))
    except KeyError:
        return "", ""


def _shape_problem(detail, lines):
    """Turn one finding of pydantic into a sentence for the person who typed the value."""
    path, kind, value = detail["loc"], detail["type"], detail["input"]
    path = _typed(lines, path) if kind != "missing" else path
    if kind == "union_tag_invalid":  # pydantic shows the whole; the person has to look at the word
        path, value = (*path, detail["ctx"]["discriminator"].strip("'")), detail["ctx"]["tag"]
    file, line = _nearest(lines, path)
    last = path[-1] if path else ""
    if kind == "missing" and file.startswith("data") and not file.endswith(".yml"):
        lv = f"Trūkst faila “{last}.yml”; izveidojiet to pēc iepriekšējā gada faila parauga."
        en = f"The file “{last}.yml” is missing; make it on the model of last year’s."
    elif kind == "missing":
        lv, en = f"Šeit trūkst “{last}”; ierakstiet to", f"“{last}” is missing here; write it"
        if Text in _kinds_at(path):
            lv, en = f"{lv} un zem tā – {_IN_BOTH[0]}", f"{en} and, below it, {_IN_BOTH[1]}"
        if type(None) in _kinds_at(path):
            lv += ". Ja vērtība nav zināma, aiz kola neko nerakstiet"
            en += ". If the value is not known, write nothing after the colon"
        lv, en = (f"{one}.{what}" for one, what in zip((lv, en), _what_belongs(path), strict=True))
    elif kind == "extra_forbidden":
        lv_hint, en_hint = did_you_mean(
            last, {name for one in _kinds_at(path[:-1]) for name in getattr(one, "model_fields", ())}
        )
        lv = f"Nosaukums “{last}” šeit nav paredzēts.{lv_hint} Izlabojiet to vai izdzēsiet."
        en = f"The name “{last}” does not belong here.{en_hint} Correct or delete it."
    else:
        wanted_lv, wanted_en = wanted(kind, detail, path)
        if kind == "model_type" and Text in _kinds_at(path):
            wanted_lv = f"tekstam abās valodās; zem tā rakstiet {_IN_BOTH[0]}"
            wanted_en = f"a text in both languages; below it, write {_IN_BOTH[1]}"
        got_lv, got_en = got(value, kind)
        more_lv, more_en = advice(value, kind) if path[0] == "years" else ("", "")
        if kind == "literal_error":
            more_lv, more_en = word_meant(detail, path)
        lv = f"“{Name(None, *path)}”: {got_lv}, bet te jābūt {wanted_lv}.{more_lv}"
        en = f"“{Name(None, *path)}”: {got_en}, but this has to be {wanted_en}.{more_en}"
    return Problem(file, line, lv, en)
