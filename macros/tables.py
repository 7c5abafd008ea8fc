"""What is shown in tables: rows and columns in both languages. How it looks is for `render`.

Each table is a function of the data, registered under the name that pages call it by; a `*` in a name stands for one
key, so `criteria.*.methods` serves all criteria. Captions and column heads are in `data/words.yml` under the same name.
"""

from dataclasses import dataclass, replace
from typing import Any

from macros.downloads import data_json
from macros.language import NBSP
from macros.schema import Text


@dataclass(frozen=True)
class Named:
    """A cell that shows a named value; `noun` adds the counted noun."""

    name: str


@dataclass(frozen=True)
class Stack:
    """Several contents one below the other in a cell; `ordered` numbers them."""

    items: tuple
    ordered: bool = False


@dataclass(frozen=True)
class Link:
    """A link to a file beside the year's front page."""

    address: str
    text: Text


@dataclass(frozen=True)
class Blank:
    """An empty line to write on by hand."""


Content = Text | Named | Stack | Link | Blank | str | None
"""What a cell can hold; None is shown as “not stated”."""


@dataclass(frozen=True)
class Row:
    """The head of a row and its cells, one per further column."""

    head: Content
    cells: tuple[Content, ...]
    total: bool = False


@dataclass(frozen=True)
class Group:
    """Rows under a heading of their own; `heading` is None where the table has no groups."""

    rows: tuple[Row, ...]
    heading: Content = None


@dataclass(frozen=True)
class Table:
    """A table in both languages.

    `numeric` holds the indexes of the columns with numbers. `layout` is “scroll” for numbers side by side, “stacked” for
    columns of text (a card per row on a phone) and “headline” for a few large numbers.
    """

    groups: tuple[Group, ...]
    numeric: frozenset[int] = frozenset()
    layout: str = "scroll"
    notes: tuple[Text, ...] = ()
    source: Text | None = None
    caption: Text | None = None
    columns: tuple[Text, ...] = ()


_BUILDERS = {}


def builder(pattern):
    """Register a function as the table called `pattern`."""

    def register(function):
        _BUILDERS[pattern] = function
        return function

    return register


def pattern_of(name):
    """Give the registered pattern that serves the table called `name` and the keys its stars stand for, or None."""
    words = name.split(".")
    for pattern in _BUILDERS:
        parts = pattern.split(".")
        if len(parts) == len(words) and all(p in ("*", w) for p, w in zip(parts, words, strict=True)):
            return pattern, [w for p, w in zip(parts, words, strict=True) if p == "*"]
    return None


def build(name, site, year):
    """Give the `Table` called `name` for a year. Raises KeyError where there is none."""
    match = pattern_of(name)
    if match is None:
        raise KeyError(name)
    pattern, keys = match
    words = site.words.tables[pattern]
    table = _BUILDERS[pattern](site, site.years[year], *keys)
    subject = _subject(site.years[year], pattern, keys)
    return replace(
        table,
        caption=_fill(words.caption, subject, year),
        columns=tuple(_fill(column, subject, year) for column in words.columns),
        notes=(*table.notes, *words.notes),
    )


def known(site, year):
    """Give the names of all tables of a year."""
    report, result = site.years[year], []
    for pattern in _BUILDERS:
        head, star, tail = pattern.partition("*")
        keys = _items(report, pattern) if star else ("",)
        result.extend(head + key + tail for key in keys)
    return result


def _items(report, pattern):
    return getattr(report, pattern.split(".")[0]).items


def _subject(report, pattern, keys):
    return _items(report, pattern)[keys[0]] if keys else None


def _fill(text, subject, year):
    """Put the subject's name and number, and the school years, into a caption or a column's head."""
    first, second = (int(part) for part in year.split("-"))
    years = {
        "lv": (f"{first - 1}./{first}.", f"{first}./{second}.", f"{second}./{second + 1}."),
        "en": (f"{first - 1}/{first % 100}", f"{first}/{second % 100}", f"{second}/{(second + 1) % 100}"),
    }

    def fill(language):
        last, this, following = years[language]
        result = text.in_(language)
        for mark, value in (
            ("{last_year}", last),
            ("{year}", this),
            ("{next_year}", following),
            ("{number}", subject.number if subject else ""),
            ("{name}", subject.name.in_(language) if subject else ""),
        ):
            result = result.replace(mark, value)
        return result

    return Text(lv=fill("lv"), en=fill("en"))


def one_group(rows, **rest):
    """Give a table without groups."""
    return Table((Group(tuple(rows)),), **rest)


def label(site, key):
    """Give one of the program's own labels as a `Text`."""
    return site.words.labels[key]


def stack(*items: Any, ordered=False):
    """Give contents one below the other."""
    return Stack(tuple(items), ordered)


@builder("key_figures")
def _key_figures(site, report):
    """The year's front page: the number first, then what it means."""
    asked = report.survey.questions["safe_premises"]
    safe = next(iter(asked.answers))
    rows = [
        Row(label(site, "key_learners_start"), (Named("learners.total_start"),)),
        Row(label(site, "key_learners_end"), (Named("learners.total_end"),)),
        Row(label(site, "key_learners_reported"), (Named("targets.measured.learners.reached"),)),
        Row(label(site, "key_targets_met"), (label(site, "key_targets_met_value"),)),
        Row(label(site, "key_priorities_achieved"), (label(site, "key_priorities_achieved_value"),)),
        Row(label(site, "key_programmes_opened"), (Named("programmes.opened"),)),
        Row(label(site, "key_safe"), (Named(f"survey.questions.safe_premises.answers.{safe}.share"),)),
    ]
    return one_group(rows, numeric=frozenset({1}), layout="headline")


@builder("overview")
def _overview(site, report):
    areas = [(area.name, f"learners.areas.{key}", ("start", "end", "change")) for key, area in report.learners.areas.items()]
    areas.append((label(site, "total"), "learners", ("total_start", "total_end", "change")))
    rows = [
        Row(head, tuple(Named(f"{name}.{column}") for column in columns), total=name == "learners")
        for head, name, columns in areas
    ]
    return one_group(rows, numeric=frozenset({1, 2, 3}), source=report.learners.source)


@builder("learners")
def _learners(_site, report):
    rows = [
        Row(
            stack(area.name, area.covers),
            (
                ", ".join(report.places.addresses[place] for place in area.places),
                Named(f"learners.areas.{key}.start"),
                Named(f"learners.areas.{key}.end"),
            ),
        )
        for key, area in report.learners.areas.items()
    ]
    return one_group(
        rows, numeric=frozenset({2, 3}), layout="stacked", notes=report.learners.notes, source=report.learners.source
    )


@builder("learners_change")
def _learners_change(site, report):
    def row(head, name, start, end, share, **rest):
        cells = (start, end, f"{name}.change", f"{name}.change_percent")
        return Row(head, (*(Named(cell) for cell in cells), share), **rest)

    rows = [
        row(
            area.name,
            f"learners.areas.{key}",
            f"learners.areas.{key}.start",
            f"learners.areas.{key}.end",
            Named(f"learners.areas.{key}.share_end"),
        )
        for key, area in report.learners.areas.items()
    ]
    share = Named("learners.share_total")
    rows.append(row(label(site, "total"), "learners", "learners.total_start", "learners.total_end", share, total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3, 4, 5}), source=report.learners.source)


@builder("places")
def _places(site, report):
    rows = []
    for key, address in report.places.addresses.items():
        offered = [area.name for area in report.learners.areas.values() if key in area.places]
        rows.append(Row(address, (stack(*offered),)))
    return one_group(rows, layout="scroll", source=report.learners.source)


@builder("targets")
def _targets(site, report):
    targets = report.targets

    def cells(key, target):
        return tuple(Named(f"targets.measured.{key}.{column}") for column in ("set", "reached", "next"))

    def head(number, name):
        return stack(number, name)

    first, *others = targets.measured.items()
    other = (
        stack(*(item.set for item in targets.other.values()), ordered=True),
        stack(*(item.reached for item in targets.other.values()), ordered=True),
        stack(*(item.text for item in targets.next.values()), ordered=True),
    )
    groups = (
        Group((Row(head(first[1].number, first[1].name), cells(*first)),), heading=targets.heading),
        *(Group((Row(head(item.number, item.name), cells(key, item)),)) for key, item in others),
        Group((Row(head(targets.other_number, targets.other_name), other),)),
    )
    return Table(groups, layout="stacked", notes=targets.notes, source=targets.source)


def _status(site, status):
    return label(site, f"status_{status}") if status else None


@builder("priorities")
def _priorities(site, report):
    rows = [
        Row(
            stack(label_number(site, item.number), item.name),
            (_status(site, item.quantitative.status), _status(site, item.qualitative.status)),
        )
        for item in report.priorities.items.values()
    ]
    return one_group(rows, layout="stacked", source=report.priorities.source)


def label_number(site, number):
    """Give “Nr. 1” in both languages."""
    text = label(site, "number")
    return Text(lv=text.lv.replace("{number}", number), en=text.en.replace("{number}", number))


@builder("priorities.*")
def _priority(site, report, key):
    item = report.priorities.items[key]
    rows = [
        Row(label(site, name), (half.expected, stack(_status(site, half.status), half.result)))
        for name, half in (("quantitative", item.quantitative), ("qualitative", item.qualitative))
    ]
    return one_group(rows, layout="stacked", notes=item.notes, source=report.priorities.source)


@builder("criteria.*.methods")
def _methods(_site, report, key):
    chosen = [report.criteria.methods[name] for name in report.criteria.items[key].methods]
    return one_group([Row(method.name, (method.audience,)) for method in chosen])


@builder("criteria.*.indicators")
def _indicators(_site, report, key):
    criterion = report.criteria.items[key]
    groups = []
    for name in dict.fromkeys(item.group for item in criterion.indicators.values()):
        rows = [
            Row(item.name, (item.strengths, item.needs)) for item in criterion.indicators.values() if item.group == name
        ]
        groups.append(Group(tuple(rows), heading=criterion.groups[name] if name else None))
    return Table(tuple(groups), layout="stacked")


@builder("survey")
def _survey(site, report):
    groups = []
    for key, question in report.survey.questions.items():
        name = f"survey.questions.{key}"
        rows = [
            Row(answer.answer, (Named(f"{name}.answers.{answer_key}.share"),))
            for answer_key, answer in question.answers.items()
        ]
        if len(rows) > 1:
            rows.append(Row(label(site, "total"), (Named(f"{name}.total"),), total=True))
        groups.append(Group(tuple(rows), heading=stack(question.question, label(site, f"asked_{question.asked}"))))
    return Table(tuple(groups), numeric=frozenset({1}), source=report.survey.source)


@builder("projects")
def _projects(_site, report):
    rows = [Row(stack(item.number, item.name), (item.summary, item.result)) for item in report.projects.items.values()]
    return one_group(rows, layout="stacked", source=report.projects.source)


@builder("student_councils")
def _student_councils(_site, report):
    rows = [Row(str(i), (item.text,)) for i, item in enumerate(report.student_councils.activities.values(), 1)]
    return one_group(rows, source=report.student_councils.source)


@builder("next_year")
def _next_year(site, report):
    rows = [
        Row(stack(label_number(site, item.number), item.name), (item.qualitative, item.quantitative))
        for item in report.next_year.items.values()
    ]
    return one_group(rows, layout="stacked", source=report.next_year.source)


@builder("signatures")
def _signatures(_site, report):
    rows = [Row(item.role, (item.person, Blank())) for item in vars(report.signatures).values()]
    return one_group(rows)


@builder("abbreviations")
def _abbreviations(site, _report):
    rows = [Row(term.short, (term.term, term.meaning or "")) for term in site.terms.terms.values() if term.short]
    return one_group(rows, layout="stacked")


@builder("terms")
def _terms(site, _report):
    rows = [Row(term.term, (term.meaning,)) for term in site.terms.terms.values() if term.meaning and not term.short]
    return one_group(rows, layout="stacked")


@builder("downloads")
def _downloads(site, report):
    year = next(name for name, item in site.years.items() if item is report)
    size = str(max(1, round(len(data_json(site, year)) / 1000)))
    kilobytes = Text(lv=f"{size}{NBSP}kB", en=f"{size}{NBSP}kB")
    return one_group([Row(Link("data.json", label(site, "download_data")), ("JSON", kilobytes))], layout="plain")
