"""Charts that are declared in the data: what is drawn, and from where. Names are looked for as in tables."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.schema.kinds import Model, Text
from macros.data.schema.tables import Show


class Piece(Model):
    """A bar, a line, a part or a sign: the figure or the word that it shows, and what readers call it.

    `each` is a pattern of which there is one for everything that it stands for.
    """

    words: Show
    show: str
    each: str | None = None


class Place(Model):
    """A column of a matrix, or one for `each` of a pattern.

    It is there where the list called `holding` holds the key of the row, or where `show` is neither empty nor no.
    """

    words: Show
    show: str = "key"
    each: str | None = None
    holding: str | None = None


class Step(Model):
    """A step of a bridge: a level on zero, what is added or taken away, or a level that is printed elsewhere.

    It is there only where the figure `differs_from` another.
    """

    what: Literal["level", "more", "less", "elsewhere"]
    words: Text
    show: str
    differs_from: str | None = None


class Total(Model):
    """Bars of sums, which are told and not drawn."""

    heading: Text
    bars: tuple[str, ...]
    change: str | None = None


Pieces = Annotated[tuple[Piece, ...], Field(min_length=1)]


class _Chart(Model):
    """`measured` says what is drawn, in which unit; `data` what the source names, if it is not that of the rows.

    `subject` says in short what it is of: it heads the chart while a year's own heading lacks a number, or has none.
    """

    subject: Text | None = None
    measured: Text
    data: tuple[str, ...] = ()


class _OfRows(_Chart):
    """For each of the `rows`, which `heading` names, the pieces are drawn; `instead` has other headings for some."""

    rows: str
    heading: Show = "name"
    instead: dict[str, Text] = {}


class BarsChart(_OfRows):
    """Bars side by side; `change` says how the last differs from the first, `own_scale` that each row has its own."""

    kind: Literal["bars"]
    bars: Annotated[Pieces, Field(max_length=3)]
    change: str | None = None
    total: Total | None = None
    own_scale: bool = False

    @model_validator(mode="after")
    def _adds_up(self):
        if self.total and len(self.total.bars) != len(self.bars):
            raise PydanticCustomError("totals_of_bars", "a total for each bar")
        return self


class YearsChart(_Chart):
    """Bars for each year, or a line over the years, of those years that have the figures; as soon as there are two."""

    kind: Literal["years", "line"]
    bars: Annotated[Pieces, Field(max_length=3)]


class SharesChart(_OfRows):
    """Parts of a hundred, of how many, and their sum where all are stated."""

    kind: Literal["shares"]
    parts: Pieces
    asked: Show | None = None
    base: Show | None = None
    total: str | None = None


class StatusesChart(_OfRows):
    """How far something was achieved, and how many there are of each status."""

    kind: Literal["statuses"]
    signs: Pieces
    counts: tuple[Piece, ...] = ()


class MatrixChart(_OfRows):
    """What is there and what is not; `corner` heads the rows, `there` is the word for it, the rest tells how many."""

    kind: Literal["matrix"]
    corner: Text
    columns: Annotated[tuple[Place, ...], Field(min_length=1, max_length=8)]
    there: Text
    counted: Text
    everywhere: Text


class BridgeChart(_Chart):
    """From one level to the next."""

    kind: Literal["bridge"]
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]


Chart = Annotated[
    BarsChart | YearsChart | SharesChart | StatusesChart | MatrixChart | BridgeChart,
    Field(discriminator="kind"),
]
