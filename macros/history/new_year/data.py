"""The data of a new school year: numbers blank, what was set for it carried in, records of what its texts still say."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import yaml

from macros.data.name import Name, leaves, with_keys
from macros.data.schema import Range, Report, Site
from macros.data.schema.kinds import Keys
from macros.data.schema.year import STATED_BEFORE
from macros.data.source import Source
from macros.history.new_year.renamed import next_school_year
from macros.report.rules import PARTS, Broken, known
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.problems import Problem, Problems

KEPT_AS_IT_IS = ("rules", "claims", DISCREPANCIES, CORRECTIONS)
"""Files whose numbers and dates are not those of the year."""
RESULTS = ("status", "result")
HALVES = ("quantitative", "qualitative")


def change(data: Path, name: str, done: Callable[[Source], str]) -> None:
    """Write a file of the folder `data` anew: `done` gives its text from its `Source`."""
    file = data / f"{name}.yml"
    try:
        file.write_text(done(Source(file.read_text("utf-8"))), "utf-8")
    except yaml.MarkedYAMLError as error:
        lv = "Tā, kā tas te rakstīts, to pārņemt nevar. Rakstiet katru ierakstu savā rindā, bez figūriekavām."
        en = "Written like this, it cannot be taken over. Write each entry on a line of its own, without braces."
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise Problems([Problem(f"data/{data.name}/{name}.yml", line, lv, en)]) from None


def values(site: Site, year: str, last: dict[str, Source]) -> dict[str, dict[Keys, str]]:
    """Give what is to be written where, by file: nothing for numbers, what is known, the days a year later."""
    report = site.years[year]
    written: dict[str, dict[Keys, str]] = defaultdict(dict)
    for name, value in leaves(report, Name(year)):
        declared = name.topic == "tables" and "rows" not in name.keys
        if name.topic not in KEPT_AS_IT_IS and not declared and isinstance(value, int | Decimal | Range):
            _years, _year, _file, *path = name.path(site)
            written[name.topic][tuple(path)] = ""
    written["fees"]["monthly",] = ""  # a number in words
    for name, _value in leaves(report, Name(year)):
        pattern, keys = name.among(STATED_BEFORE)
        if pattern:
            then = Name(year, with_keys(STATED_BEFORE[pattern], keys))
            written[name.topic][name.keys[1:]] = last[then.topic].words(then.keys[1:])
    for key in ("start_date", "end_date"):
        day = getattr(report.learners, key)
        written["learners"][key,] = str(day).replace(str(day.year), str(day.year + 1), 1)
    document = type(report.signatures.document).model_fields
    return {**written, "signatures": {("document", key): "" for key in document}, "report": {("status",): "preparing"}}


def carry_targets(data: Path, report: Report, last: dict[str, Source]) -> None:
    """Put what was set in words for the next year where this year's is; what was reached is blank.

    Where nothing was set, that of the year before stays, to be rewritten.
    """
    if not report.targets.next:
        blank: dict[Keys, str] = {("other", key, "reached"): "" for key in report.targets.other}
        change(data, "targets", lambda source: source.put(blank))
        return
    items = ""
    for key, item in report.targets.next.items():
        items += f"  {key}:\n"
        items += last["targets"].moved(("next", key, "figures"), "figures", 4) if item.figures else ""
        items += last["targets"].moved(("next", key, "text"), "set", 4) + "    reached:\n"
    items = _carried(items)
    change(data, "targets", lambda source: source.inside(("other",), items))
    change(data, "targets", lambda source: source.inside(("next",), ""))


def carry_priorities(data: Path, report: Report, last: dict[str, Source]) -> None:
    """Put the priorities planned for the next year where this year's are; their results are blank.

    Where none were planned, those of the year before stay, to be rewritten.
    """
    if not report.next_year.items:
        blank: dict[Keys, str] = {
            ("items", key, half, part): "" for key in report.priorities.items for half in HALVES for part in RESULTS
        }
        change(data, "priorities", lambda source: source.put(blank))
        return
    source, items = last["next_year"], ""
    for key, item in report.next_year.items.items():
        place = ("items", key)
        halves = {name: _half_with(item, key, name) for name in item.figures}
        items += f"  {key}:\n" + "".join(source.moved((*place, part), part, 4) for part in ("number", "name"))
        for half in HALVES:
            own = [name for name in halves if halves[name] == half]
            items += f"    {half}:\n      status:\n" + ("      figures:\n" if own else "")
            items += "".join(source.moved((*place, "figures", name), name, 8) for name in own)
            items += source.moved((*place, half), "expected", 6) + "      result:\n"
        for name, half in halves.items():
            old = re.escape(f"next_year.items.{key}.figures.{name}")
            items = re.sub(rf"\b{old}\b", f"priorities.items.{key}.{half}.figures.{name}", items)
    items = _carried(items)
    change(data, "priorities", lambda source: source.inside(("items",), items))
    change(data, "next_year", lambda source: source.inside(("items",), ""))


def _half_with(item, key, figure):
    """Give the half of a priority whose text has the figure."""
    name = re.compile(rf"\b{re.escape(f'{key}.figures.{figure}')}\b")
    return next((half for half in HALVES if name.search(getattr(item, half).lv)), HALVES[0])


def _carried(items):
    return next_school_year(items).replace("targets.next.", "targets.other.")


def keep_records(data: Path, report: Report, broken: dict[str, Broken]) -> None:
    """Keep the records of what the texts, which stay, still say; the answers were about the year before."""
    for key, record_ in report.discrepancies.items():
        still = {
            rule: [one.formula for one in known(record_, {rule: broken[rule]})]
            for rule in record_.found
            if rule in broken
        }
        if any(still.values()):
            found = {rule: json.dumps(PARTS.join(parts), ensure_ascii=False) for rule, parts in still.items() if parts}
            change(data, DISCREPANCIES, partial(_with_found, key=key, found=found))
        else:
            change(data, DISCREPANCIES, partial(Source.without, paths=[(key,)]))
        if still and record_.answer:
            change(data, DISCREPANCIES, partial(Source.without, paths=[(key, "answer")]))


def _with_found(source, key, found):
    indent = " " * (source.column((key, "found")) + 2)
    return source.inside((key, "found"), "".join(f"{indent}{rule}: {words}\n" for rule, words in found.items()))
