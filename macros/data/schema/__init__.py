"""The shape of the data: `kinds` of values, the report of one `year`, the `form` it follows, the `site` of all."""

from macros.data.schema.kinds import Hours, Percent, Range, Text
from macros.data.schema.site import Site
from macros.data.schema.year import Report
from macros.words import LANGUAGES

__all__ = ["LANGUAGES", "Hours", "Percent", "Range", "Report", "Site", "Text"]
