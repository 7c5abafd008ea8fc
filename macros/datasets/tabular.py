"""A dataset as CSV, and what that says of its columns: CSV on the Web, as the W3C has laid down."""

import csv
import datetime
import io
import json
from decimal import Decimal
from typing import Any

from macros.data.schema import LANGUAGES
from macros.datasets.dataset import Column, Dataset, Value, in_both
from macros.datasets.rights import publisher, rights
from macros.report.book import Book
from macros.show.tables.shape import label
from macros.words.signs import no_formula

CODES = {"count": "C62", "percent": "P1", "hours": "HUR"}
"""Units as UN/CEFACT calls them, in its Recommendation 20."""


def as_csv(dataset: Dataset) -> bytes:
    """Give a dataset as UTF-8 CSV: the names of its columns, then its rows, with decimal points."""
    text = io.StringIO()
    written = csv.writer(text)
    written.writerow(column.name for column in dataset.columns)
    written.writerows(map(_written, row) for row in dataset.rows)
    return text.getvalue().encode()


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return no_formula(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return "" if value is None else value.isoformat() if isinstance(value, datetime.date) else str(value)


def as_csvw(book: Book, dataset: Dataset) -> bytes:
    """Give the description of the CSV of a dataset, which stands beside it."""
    notes = [*dataset.notes, label(book, "dataset_empty")]
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": LANGUAGES[0]}],
        "url": f"{dataset.name}.csv",
        "dc:title": in_both(dataset.title),
        "dc:publisher": publisher(book, "schema:name", "schema:url"),
        **rights(book, "dc:license", "dc:rights"),
        **({"dc:source": in_both(dataset.source)} if dataset.source else {}),
        **({"dc:bibliographicCitation": in_both(dataset.of)} if dataset.of else {}),
        "notes": [one for note in notes for one in in_both(note)],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {
            "columns": [_column(book, one) for one in dataset.columns],
            **({"primaryKey": [*dataset.key]} if dataset.key else {}),
        },
    }
    return as_json(content)


def as_json(content: Any) -> bytes:
    """Give JSON that people can read, too."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _column(book, column: Column):
    said = {one: getattr(column.heading, one) for one in LANGUAGES if getattr(column.heading, one)}
    if column.language:
        of = label(book, f"in_{column.language}")
        said = {one: f"{words} ({of.in_(one)})" for one, words in said.items()}
    about: dict[str, Any] = {"name": column.name, "titles": {"und": column.name, **said}}
    about["datatype"] = {"text": "string"}.get(column.kind, column.kind)
    about["null"] = ""
    if column.language:
        about["lang"] = column.language
    if column.separator:
        about["separator"] = column.separator
    if column.codes:
        about["dc:description"] = [
            {"@value": "; ".join(f"{code} – {words.in_(one)}" for code, words in column.codes), "@language": one}
            for one in LANGUAGES
        ]
    if column.unit:
        words = getattr(book.site.words.labels, f"unit_{column.unit}", None)
        about |= {"schema:unitText": in_both(words)} if words else {}
        about |= {"schema:unitCode": CODES[column.unit]} if column.unit in CODES else {}
    return about
