"""What the state's form asks of a report: one `Form` per version of it."""

import re
from typing import Annotated, Literal

from pydantic import Field

from macros.data.schema.kinds import Model, Text, Untranslated

_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)*)\.\s")


class Part(Model):
    """A heading of the form that has no page of its own; the pages that belong under it name it."""

    heading: Text
    menu: Text
    """What menus call it."""
    pages: tuple[Untranslated, ...]

    @property
    def number(self) -> str:
        """The number that its heading begins with, with the full stop: `3.`."""
        return self.heading.lv.partition(" ")[0]


class Section(Model):
    """A heading of the form, where it stands, and the tables that belong on that page.

    `page` is a file in the folder of the year, `id` the heading's address. In `tables` a name such as `priorities.*`
    stands for every table of that pattern.
    """

    page: Untranslated
    id: Untranslated
    level: Literal[1, 2, 3, 4, 5, 6]
    heading: Text
    tables: tuple[str, ...] = ()


class Indicator(Model):
    """A result indicator of a criterion."""

    name: Text
    group: str | None = None


class Criterion(Model):
    """A criterion of section 3.

    `heads` are the column heads of its table of indicators where the form words them differently in this section.
    """

    number: str
    name: Text
    heads: tuple[Text, ...] = ()
    groups: dict[str, Text] = {}
    indicators: dict[str, Indicator]

    @property
    def numbered(self) -> Text:
        """Its name behind its number."""
        return Text(lv=f"{self.number} {self.name.lv}", en=f"{self.number} {self.name.in_('en')}")


class Form(Model):
    """A version of the form; `targets_minimum` is how many quality indicators have to be set at least."""

    name: Text
    targets_minimum: Annotated[int, Field(ge=0)]
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...]
    criteria: dict[str, Criterion]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of its sections, each once, as their headings begin: `2`, `3.2.3`."""
        headings = (*(part.heading for part in self.parts), *(section.heading for section in self.sections))
        begun = (_NUMBER.match(heading.lv) for heading in headings)
        return tuple(dict.fromkeys(number[1] for number in begun if number))

    def part_of(self, page: str) -> Part | None:
        """Give the part that a page belongs to, whose number begins that of the section which is the whole page."""
        headings = [section.heading.lv for section in self.sections if section.page == page and section.level == 1]
        return next((part for part in self.parts if any(one.startswith(part.number) for one in headings)), None)
