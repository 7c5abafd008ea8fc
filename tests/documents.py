"""Documents of Word as somebody would write them, and what they make of a page; python-docx writes the files."""

import io
import zipfile
from functools import cache

import docx
from docx.enum.style import WD_STYLE_TYPE
from PIL import Image

from macros.office.word import propose, the_page
from macros.report.opened import read_book


@cache
def _blank():
    document = docx.Document()
    for style in [*document.styles]:
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    return saved(document)


def blank():
    """Give a document without words, and without the hundred styles for tables that Word writes only where they are used."""
    return docx.Document(io.BytesIO(_blank()))


def saved(document):
    """Give a document's bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_parts(content, parts):
    """Give a file with parts changed or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, words in parts.items():
            new.writestr(name, words)
    return file.getvalue()


def told(*paragraphs):
    """Give a document of paragraphs below the heading of the page of learners."""
    document = blank()
    document.add_heading("Audzēkņi", 1)
    for words in paragraphs:
        document.add_paragraph(words)
    return document


def proposed(root, content, name="learners", language="lv"):
    """Give what a file makes of a page of the tiny report."""
    book = read_book(root)[0]
    return propose(book, root, content, the_page(book, name, "2020-2021", language))


def page(root, content, name="learners", language="lv"):
    """Give the text that a page of the tiny report gets from a file."""
    proposal = proposed(root, content, name, language)
    return proposal.files[f"docs/{language}/2020-2021/{name}.md"].decode()


def png():
    """Give the bytes of a picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG")
    return file.getvalue()
