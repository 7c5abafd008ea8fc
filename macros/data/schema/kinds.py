"""The kinds of value that stand in the data: what a reader would call a number of people, a share, a text."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    InstanceOf,
    StringConstraints,
    Tag,
)
from pydantic_core import CoreSchema, PydanticCustomError

Keys = tuple[str | int, ...]
"""The path of a value in the data: keys, and indexes in lists."""


class Model(BaseModel):
    """A part of the report: frozen, strict about types, closed to unknown keys."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Text(Model):
    """The same words in both languages; Latvian is the text of record, and `en` is empty while it is not translated."""

    lv: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    en: Annotated[
        str, StringConstraints(strip_whitespace=True), BeforeValidator(lambda typed: typed or "", str | None)
    ] = ""

    def in_(self, language: str) -> str:
        """Give the words in `lv` or `en`; the Latvian ones where they are not translated."""
        return self.lv if language == "lv" or not self.en else self.en


class Filled(Text):
    """A text whose blanks, such as `{year}`, are filled in; `origin` is the text as it stands in the data."""

    origin: Text


class Percent(Decimal):
    """A share out of 100, with as many decimals as were written."""


class Hours(Decimal):
    """A length of time in hours."""


class Money(Decimal):
    """An amount in euros."""


class Month(int):
    """A month of the year, from 1 to 12."""


class Range(NamedTuple):
    """A number given as “from–to”, both included."""

    low: int
    high: int


def _percent(value: Any):
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("percent_type", "a share: a number from 0 to 100")
    if not 0 <= value <= 100:  # noqa: PLR2004
        raise PydanticCustomError("percent_range", "a share lies between 0 and 100")
    return Percent(value)


def _hours(value: Any):
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or value < 0:
        raise PydanticCustomError("hours_type", "hours: a number such as 10.98")
    return Hours(value)


def _money(value: Any):
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("money_type", "euros: a number such as 1250 or 12.50")
    return Money(value)


def _yes_or_no(value: Any):
    words = {True: "yes", False: "no", "jā": "yes", "nē": "no", None: None}
    if not isinstance(value, bool | str | None) or value not in words:
        raise PydanticCustomError("yes_or_no", "jā or nē")
    return words[value]


def _range(value: Any):
    match = re.fullmatch(r"([0-9]{1,9})\s?[-–]\s?([0-9]{1,9})", value) if isinstance(value, str) else None
    if not match or int(match[1]) >= int(match[2]):
        raise PydanticCustomError("range_type", "two whole numbers, the smaller first, such as 6-7")
    return Range(int(match[1]), int(match[2]))


def _entry(value: Any):
    if not isinstance(value, str) or not re.search(r"[^\W\d_]", value) or "*" in value[:-1]:
        raise PydanticCustomError("entry_type", "a word or words, with * at most at the end")
    return value


def _citations(value: Any):
    if not isinstance(value, tuple) or not value:
        raise PydanticCustomError("citations_type", "a list of sections, such as [1.1, 3.2.3]")
    return value


_SECTION = r"[0-9]{1,2}(\.[0-9]{1,2})*"


def _section(value: Any):
    """Accept the number of a section as people type it: `2`, `1.1` or `3.2.3`, in quotes or not."""
    number = str(value).removesuffix(".")
    if not re.fullmatch(_SECTION, number):
        raise PydanticCustomError("section_type", "the number of a section, or a text")
    return number


_HTTPS = r"https://[!-~]+"


def _licence(value: Any):
    if not isinstance(value, str) or not re.fullmatch(_HTTPS, value):
        raise PydanticCustomError("licence_type", "the address of a licence")
    return value


_DECIMAL = r"[0-9]+(\.[0-9]+)?"
_UNITS = {"%": (_percent, r"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)"), "h": (_hours, _DECIMAL)}
"""What is typed after a figure that is no count → what makes its value, and the number as editors know it."""


def _figure(value: Any):
    """Accept a count, a share written as `55 %`, hours written as `6 h`, or a range written as `6-7`."""
    if isinstance(value, str):
        if match := re.fullmatch(rf"([0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)\s?({'|'.join(_UNITS)})", value):
            typed, _digits = _UNITS[match[2]]
            return typed(Decimal(match[1]))
        if re.fullmatch(r"[0-9]+\s?[-–]\s?[0-9]+", value):
            return _range(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise PydanticCustomError("figure_type", "a whole number, 55 %, 6 h or 6-7")
    return value


_WRITTEN = (*(rf"{digits}\s?{unit}" for unit, (_typed, digits) in _UNITS.items()), r"[0-9]+\s?[-–]\s?[0-9]+")
# What editors are told of these, as far as JSON Schema has words for it; `wanted` is the entry of `wanted.WANTED`.
_SHARE = Annotated[float, Field(ge=0, le=100, json_schema_extra={"wanted": "percent_type"})]
_LENGTH = Annotated[float, Field(ge=0, json_schema_extra={"wanted": "hours_type"})]
_NUMBER = Annotated[
    Annotated[int, Field(ge=0)]
    | Annotated[
        str,
        Field(pattern=f"^({'|'.join(_WRITTEN)})$"),
    ],
    Field(json_schema_extra={"wanted": "figure_type"}),
]
_CITED = Annotated[
    Annotated[int, Field(ge=1)] | float | Annotated[str, Field(pattern=rf"^{_SECTION}\.?$")] | Text,
    Field(json_schema_extra={"wanted": "section_type"}),
]
_ADDRESS = Annotated[str, Field(pattern=f"^{_HTTPS}$", json_schema_extra={"wanted": "licence_type"})]
_WORD = Annotated[
    str, Field(pattern=r"^[^*]*[A-Za-z\u00aa-\u1fff][^*]*\*?$", json_schema_extra={"wanted": "entry_type"})
]

Count = Annotated[int, Field(ge=0)] | None
"""How many: people, programmes, events. A whole number, or empty where it is not known."""
PercentValue = Annotated[InstanceOf[Percent], BeforeValidator(_percent, _SHARE)] | None
HoursValue = Annotated[InstanceOf[Hours], BeforeValidator(_hours, _LENGTH)] | None
MoneyValue = Annotated[InstanceOf[Money], BeforeValidator(_money)] | None
YesOrNo = Annotated[str | None, BeforeValidator(_yes_or_no)]
"""Written `jā` or `nē`."""
Figure = Annotated[Any, BeforeValidator(_figure, _NUMBER)]
"""Any of the four kinds of number, told apart by how it is written."""
Figures = dict[str, Figure | None]
"""Numbers of one sentence or cell, each under a name of its own; empty where the source gives none."""


class Topic(Model):
    """A file of a year; `figures` are numbers that only its texts, or the pages about it, need."""

    figures: Figures = {}


Untranslated = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A name that is the same in both languages: a person, a street address."""
Entry = Annotated[str, StringConstraints(strip_whitespace=True), BeforeValidator(_entry, _WORD)]
"""A word or words of `spelling.yml`; `*` at the end stands for any ending."""
Section = Annotated[str, BeforeValidator(_section)]
"""The number of a section of the report: `3.2.3`."""
Citation = Annotated[
    Annotated[Section, Tag("section")] | Annotated[Text, Tag("text")],
    Discriminator(lambda typed: "text" if isinstance(typed, dict | Text) else "section"),
    BeforeValidator(lambda typed: typed, _CITED),
]
"""Where something is taken from: a section of the report, or another source in words."""
Citations = Annotated[
    tuple[Citation, ...], BeforeValidator(_citations), Field(json_schema_extra={"wanted": "citations_type"})
]
Website = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$"),
    Field(json_schema_extra={"wanted": "string_pattern_mismatch"}),
]
"""The name of a site, without `https://`; it stands in an address on every page."""
Licence = Annotated[str, BeforeValidator(_licence, _ADDRESS)]
"""The address of a licence, such as `https://creativecommons.org/licenses/by/4.0/`."""
Day = datetime.date
MonthValue = Annotated[int, Field(ge=1, le=12), AfterValidator(Month)] | None


Status = Literal["achieved", "partly", "not_achieved"]
"""The three answers of the form in section 2; empty where the source gives none."""
ReportStatus = Literal["preparing", "draft", "final"]
"""How far a year's report has come."""


class _OrNothing:
    """What may be empty: its key, or its file, with nothing after it."""

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        empty = BeforeValidator(lambda written: {} if written is None else written, kind | None)
        return empty.__get_pydantic_core_schema__(kind, handler)


_Item = TypeVar("_Item")
MayBeEmpty = Annotated[_Item, _OrNothing()]
"""A file in which nothing may stand, or just remarks."""
Entries = Annotated[dict[str, _Item], _OrNothing()]
"""A list of entries that may be empty."""
