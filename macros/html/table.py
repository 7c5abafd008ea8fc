"""A table as HTML: caption, head, groups of rows, notes, source. Its cells are in `cell`."""

import html
import re
from dataclasses import dataclass

from macros.html.cell import cell
from macros.html.columns import Sharing, sharing
from macros.html.markdown import Typed
from macros.html.origin import edit
from macros.html.render import Renderer, id_of
from macros.html.share import share
from macros.html.templates import fill, ours
from macros.html.wording import plain_words
from macros.pages.address import address
from macros.show import published
from macros.show.joined import NUMBERS
from macros.show.outline import table_numbers
from macros.show.tables import build, place
from macros.show.tables.shape import Table, only_section

LONG = 40
"""From how many letters on the head of a column is long."""
_YEARS = re.compile(r"\b20\d\d\.?/(?=\d\d)")
"""What of a school year may stand on a line of its own where many are side by side."""


@dataclass(frozen=True)
class Frame:
    """What stands round a table: its id; its caption, the link to edit it, what is folded below it, which are HTML."""

    id: str
    caption: str
    edit: str = ""
    share: str = ""


def table(renderer: Renderer, name: str, year: str | None = None) -> str:
    """Give the HTML of the table called `name`. Raises KeyError where there is none."""
    year = year or renderer.site.latest
    built = build(renderer.book, year, name)
    identity = id_of("table", name)
    data = place(renderer.book, year, name)
    link = edit(renderer, "edit_data", data) if data else ""
    if not built.has_rows:
        nothing = f"{renderer.inline(built.caption or '', year)}: {renderer.label('not_stated')}."
        words = renderer.inline(built.empty, year) if built.empty else nothing
        more = [ours(cell(renderer, one, year)) for one in built.more]
        return fill("table-empty.html", id=identity, words=ours(words), edit=ours(link), more=more)
    caption = _numbered(renderer, renderer.inline(built.caption or "", year, linked=False), name, year)
    shared = "" if built.layout == "plain" else _share(renderer, year, name, caption, identity)
    return table_of(renderer, built, year, Frame(identity, caption, link, shared))


def table_of(renderer: Renderer, built: Table, year: str, frame: Frame) -> str:
    """Give the HTML of a `Table` within its `Frame`."""
    if renderer.language != "lv":  # the text that is signed is the Latvian one
        built = built.without(built.by_hand)
    heads = [cell(renderer, column, year, linked=False) for column in built.columns]
    if built.layout == "years":
        heads = [_YEARS.sub(r"\g<0><wbr>", head) for head in heads]
    paths = [f"{one}/{NUMBERS}.md" for one in built.of_years]
    figures = [renderer.address(address(path)) if path in renderer.book.nav else "" for path in paths]
    groups = [_group(renderer, built, group, year) for group in built.groups]
    return _laid_out(
        _columns(heads, built.numeric, figures),
        groups,
        layout=built.layout,
        about=0 if built.folded or _has_but_numbers(built) else built.about,
        folded=built.folded,
        **_around(renderer, frame, renderer.inline(built.source, year) if built.source else ""),
        section=only_section(built.source),
        notes=[ours(renderer.inline(note, year)) for note in built.notes],
        more=[ours(cell(renderer, link, year)) for link in built.more],
    )


def _has_but_numbers(built):
    """Say whether a table says of its rows nothing but numbers: these need no width, so heads may stay beside them."""
    return set(range(built.about, len(built.columns))) <= built.numeric


def typed_table(renderer: Renderer, typed: Typed, year: str | None, name: str) -> str:
    """Give the HTML of a table that stands on a page; `name` is the one by which `outline` numbers it."""
    plain = {"total": False, "id": "", "edit": ""}
    rows = [plain | {"head": ours(row[0]), "cells": list(map(ours, row[1:]))} for row in typed.rows]
    identity, caption = id_of("table", name), _numbered(renderer, typed.caption, name, year)
    frame = Frame(identity, caption, share=_share(renderer, year, name, caption, identity))
    return _laid_out(
        _columns(typed.heads, typed.numeric),
        [{"heading": None, "rows": rows}],
        layout="scroll" if typed.numeric else "stacked",
        folded=False,
        **_around(renderer, frame, typed.source),
        notes=[],
        more=[],
    )


def _around(renderer, frame, source):
    return {
        "id": frame.id,
        "caption": ours(frame.caption),
        "source_label": ours(renderer.label("source")),
        "source": ours(source),
        "edit": ours(frame.edit),
        "share": ours(frame.share),
    }


def _columns(heads, numeric, figures=()):
    """Give the columns, by their heads as HTML; `figures` are the addresses of what the numbers of the last lead to."""
    before = [""] * (len(heads) - len(figures))
    words = map(plain_words, heads)
    return [
        {"head": ours(head), "words": _narrow(said), "classes": _classes(said), "figures": way}
        if at in numeric
        else {"head": ours(head), "words": said, "classes": [], "figures": way}
        for at, (head, said, way) in enumerate(zip(heads, words, [*before, *figures], strict=True))
    ]


def _narrow(said):
    """Let a head end its line at each space: what stands above a number on a phone has no more room than that."""
    return said.replace("\u00a0", " ")


def _classes(said):
    """Give the classes of a column of numbers; below a long head there is no other number beside one on a phone."""
    return ["number", "long"] if len(said) > LONG else ["number"]


def _laid_out(columns, groups, *, layout, about=1, section="", **around):
    """Give the HTML of a table whose parts are HTML."""
    heads = [column["head"] for column in columns]
    rows = [[row["head"], *row["cells"]] for group in groups for row in group["rows"]]
    shared = sharing(heads, rows, about) if layout == "stacked" else Sharing(0, ())
    return fill("table.html", layout=layout, columns=columns, groups=groups, shared=shared, section=section, **around)


def _share(renderer, year, name, caption, identity):
    """Give how a table is passed on; one without a number is of no year unless it stands on a page of one."""
    files = published.files(renderer.book, name, year) if year else {}
    is_of_year = name in table_numbers(renderer.book, year) or (year and renderer.here.startswith(f"{year}/"))
    links = [(f"file_{ending}", renderer.shared(path)) for ending, path in files.items()]
    return share(renderer, year if is_of_year else None, caption, identity, links)


def _numbered(renderer, words, name, year):
    number = table_numbers(renderer.book, year).get(name)
    if number is None:
        return words
    numbered = renderer.label("table", number=number)
    return f'<span class="data-table__number">{numbered}</span> {words}'


def _group(renderer, built, group, year):
    heading = None
    if group.heading is not None:
        heading = ours(cell(renderer, group.heading, year, linked=False))
    return {"heading": heading, "rows": [_row(renderer, built, row, year) for row in group.rows]}


def _row(renderer, built, row, year):
    how = {"marked": built.layout == "headline", "linked": not built.plain_numbers}
    cells = [cell(renderer, content, year, **how) for content in row.cells]
    if row.name:  # it is in the id of the row
        cells = [content.replace(f' data-name="{html.escape(row.name)}"', "") for content in cells]
    return {
        "total": row.total,
        "id": id_of("row", row.name) if row.name else "",
        "head": ours(cell(renderer, row.head, year, linked=False)),
        "edit": ours(edit(renderer, "edit", row.place) if row.place else ""),
        "cells": list(map(ours, cells)),
    }
