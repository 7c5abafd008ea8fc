"""Tables that are declared in the data: what stands in their rows, under which headings, and of which kind it is.

A name is looked for in the row first, then in what the table is about, then among all names of the year.
"""

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.data.schema.kinds import (
    Citations,
    Count,
    Day,
    HoursValue,
    Model,
    MoneyValue,
    PercentValue,
    Text,
    Untranslated,
    YesOrNo,
)

Kind = Literal[
    "text", "name", "count", "percent", "hours", "money", "date", "place", "yes_no",
    "page", "number", "sum", "difference", "share", "change",
]  # fmt: skip
TYPED: dict[str, Any] = {
    "text": Text | None,
    "name": Untranslated | None,
    "count": Count,
    "percent": PercentValue,
    "hours": HoursValue,
    "money": MoneyValue,
    "date": Day | None,
    "place": Untranslated | None,
    "yes_no": YesOrNo,
}
"""What is typed in a column of each kind; of the others nothing is."""
KEYS = {"place": "places.addresses.*", "yes_no": "words.labels.answer_*"}
"""The kinds whose values are keys of something, and of what."""
NUMBERS = ("count", "percent", "hours", "money", "number", "sum", "difference", "share", "change")
"""The kinds of columns that hold numbers."""
ADDED_UP = ("count", "hours", "money")
"""The kinds of what is typed that `total: sum` adds up."""
CALCULATED = {"sum": 1, "difference": 2, "share": 2, "change": 2}
"""The kinds that follow from others, and from how many at least; of all but a sum, from exactly so many."""


def _written(typed: Any) -> str:
    """Tell what is written by its shape: a name, a list, a text in both languages, or how something is shown."""
    if isinstance(typed, str | tuple):
        return "name" if isinstance(typed, str) else "list"
    return "text" if isinstance(typed, Text) or (isinstance(typed, dict) and typed.keys() & {"lv", "en"}) else "shown"


class Shown(Model):
    """Something by its name, and how it is shown.

    `key_of` says of what the value is a key: `*` in it stands for the value. `holding` is the list, in what `show`
    stands for, that has to hold the key of the row. `several` says how several values stand, if not one below the
    other. What `needs` something is not stated where that is not. `language: other` shows the words in the other one.
    """

    show: "Show | None" = None
    key_of: str | None = None
    holding: str | None = None
    several: Literal["joined", "numbered"] | None = None
    needs: str | None = None
    language: Literal["other"] | None = None


_One = Annotated[
    Annotated[str, Tag("name")] | Annotated[Text, Tag("text")] | Annotated[Shown, Tag("shown")],
    Discriminator(_written),
]
Show = Annotated[
    Annotated[str, Tag("name")]
    | Annotated[Text, Tag("text")]
    | Annotated[Shown, Tag("shown")]
    | Annotated[tuple[_One, ...], Tag("list")],
    Discriminator(_written),
    BeforeValidator(lambda typed: typed, Any),
]
"""What a cell shows: something by its name, words in both languages, or several of these one below the other."""


class Column(Shown):
    """A column: its heading, and what of each row stands in it – that which is called as the column itself.

    `of` are the names that a calculated one is calculated from. With `by_hand`, what is not stated is a line to write
    on; a column that shows nothing then stands only in the Latvian text, which is signed.
    """

    heading: Text
    kind: Kind | None = None
    of: tuple[str, ...] = ()
    by_hand: bool = False

    @model_validator(mode="after")
    def _follows(self):
        needed = CALCULATED.get(self.kind or "", 0)
        if len(self.of) < needed or (self.kind != "sum" and len(self.of) > needed):
            raise PydanticCustomError("calculation", "as many names as the kind needs")
        return self


class Block(Model):
    """Rows of one make: one for `each` that a pattern stands for, else just one; `show` if not what the columns say.

    They are there only `where` something is, `unless` something else is, or where the first number `differs_from`
    another. `heading` heads a group of them, `apart` makes each row a group of its own.
    """

    each: str | None = None
    key_of: str | None = None
    show: tuple[Show, ...] = ()
    where: str | None = None
    unless: str | None = None
    differs_from: str | None = None
    heading: Show | None = None
    apart: bool = False
    total: str | None = None
    """Of rows in groups (`each` has two stars): the name of the total of each group."""


def _total(typed: Any) -> Any:
    if typed not in (None, "sum") and not (isinstance(typed, tuple) and all(isinstance(one, str) for one in typed)):
        raise PydanticCustomError("total_type", "the word sum, or a list of names")
    return typed


def typed_columns(columns: dict[str, Column]) -> dict[str, Column]:
    """Give the columns in which something is typed, row by row, where a table has rows of its own."""
    return {key: one for key, one in columns.items() if one.kind not in CALCULATED and not one.show}


def _rows(typed: Any, info: ValidationInfo) -> Any:
    """Accept a pattern, blocks, or rows by their keys, whose cells are typed as the kinds of the columns say."""
    if not isinstance(typed, dict) or "columns" not in info.data:  # what is wrong with these is told
        return typed
    columns = typed_columns(info.data["columns"])
    cells: dict[str, Any] = {key: (TYPED.get(column.kind or "", Text | None), ...) for key, column in columns.items()}
    if groups := info.data.get("groups"):
        cells["group"] = (Literal[tuple(groups)], ...)
    row = create_model("Row", __base__=Model, **cells)
    return TypeAdapter(dict[str, row]).validate_python(typed)


Rows = Annotated[
    Annotated[str, Tag("str")] | Annotated[tuple[Block, ...], Tag("tuple")] | Annotated[dict[str, Any], Tag("dict")],
    Discriminator(lambda typed: type(typed).__name__ if isinstance(typed, str | tuple) else "dict"),
    BeforeValidator(_rows, Any),
]


MOST_COLUMNS = 12
"""How many columns a table has room for on a sheet."""


class Table(Model):
    """A table: rows of what is in the data, or rows of its own; without rows, the program fills it.

    `of` is what a table with a star in its name is about, `data` the name of what it shows if its rows do not say it;
    `source` says where its own rows are taken from. `id` begins the addresses of its rows. A year's own table may leave
    out what the table of all years says already.
    """

    caption: Text | None = None
    columns: Annotated[dict[str, Column], Field(max_length=MOST_COLUMNS)] = {}
    groups: dict[str, Text] = {}
    of: str | None = None
    data: str | None = None
    source: Citations | None = None
    rows: Rows | None = None
    total: Annotated[Any, BeforeValidator(_total, Any)] = None
    layout: Literal["scroll", "stacked", "headline", "plain"] | None = None
    id: str | None = None
    unnumbered: bool = False
    notes: tuple[Text, ...] = ()
    empty: Text | None = None

    @property
    def own_rows(self) -> dict[str, Any]:
        """The rows that are entered in the table itself, by their keys: none where it shows what stands elsewhere."""
        return self.rows if isinstance(self.rows, dict) else {}

    @field_validator("columns")
    @classmethod
    def _can_be_called_so(cls, columns: dict[str, Column]) -> dict[str, Column]:
        if any(key.startswith("model_") or hasattr(Model, key) for key in columns):  # pydantic's own names
            raise PydanticCustomError("column_name", "another name")
        return columns


def with_columns(site: Any) -> Any:
    """Give the data as read, with the columns of all years' tables where a year's own table of that name has rows."""
    if not isinstance(site, dict) or not isinstance(shared := site.get("tables"), dict):
        return site
    known = {
        key: {part: one[part] for part in ("columns", "groups") if part in one}
        for key, one in shared.items()
        if isinstance(one, dict)
    }

    def whole(report: Any) -> Any:
        if not isinstance(report, dict) or not isinstance(own := report.get("tables"), dict):
            return report
        tables = {key: {**known.get(key, {}), **one} if isinstance(one, dict) else one for key, one in own.items()}
        return {**report, "tables": tables}

    years = site.get("years")
    return {**site, "years": {year: whole(one) for year, one in years.items()}} if isinstance(years, dict) else site
