"""Markdown for texts: abbreviations with their meaning, Latvian names marked as Latvian in English sentences.

`extensions` is for whole pages, whose HTML is forbidden by `pages`; `converter` is for texts of the data, where HTML,
links and images are switched off, so that whatever is typed stays text.
"""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.util import AtomicString

_OFF_IN_TEXTS = ("backtick", "reference", "link", "image_link", "image_reference", "short_reference",
                 "short_image_ref", "autolink", "automail", "html", "entity")  # fmt: skip
_OFF_BLOCKS = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_LISTS = ("olist", "ulist")


class _Names(AbbrTreeprocessor):
    """Wrap known Latvian names in `<span lang="lv">`."""

    def create_element(self, title, text, tail):  # noqa: ARG002 – the signature is the library's
        span = ET.Element("span", {"lang": "lv"})
        span.text = AtomicString(text)
        span.tail = tail
        return span

    def run(self, root):
        words = "|".join(re.escape(name) for name in sorted(self.abbrs, key=len, reverse=True))
        self.RE = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
        self.iter_element(root)


class LatvianNames(Extension):
    """Mark the given names as Latvian (WCAG 2.2, 3.1.2 Language of Parts)."""

    def __init__(self, names):
        super().__init__()
        self.names = {name: name for name in names}

    def extendMarkdown(self, md):  # noqa: N802 – the library's name
        """Run just before the abbreviations (priority 7), which would cut a name in two."""
        if self.names:
            md.treeprocessors.register(_Names(md, self.names), "latvian-names", 8)


def latvian_names(site):
    """Give the names that stay Latvian in English: those of `terms.yml`, all addresses, all persons."""
    names = set(site.terms.latvian_names)
    for report in site.years.values():
        names.update(report.places.addresses.values())
        names.update(who.person for who in vars(report.signatures).values() if who.person)
    return sorted(names)


def extensions(site, language):
    """Give the Markdown extensions that mark abbreviations and names in a language."""
    glossary = {term.short.in_(language): term.term.in_(language) for term in site.terms.terms.values() if term.short}
    return [AbbrExtension(glossary=glossary), LatvianNames(latvian_names(site) if language == "en" else ())]


def converter(site, language):
    """Give a function from a text of the data to safe HTML: paragraphs, lists, emphasis, nothing else.

    A text of one line is one paragraph, even if it begins like a list (`1. Izglītojamo …`).
    """
    lines, line = (_markdown(site, language, off) for off in (_OFF_BLOCKS, (*_OFF_BLOCKS, *_LISTS)))

    def convert(text):
        return (lines if "\n" in text else line).reset().convert(text)

    return convert


def _markdown(site, language, off_blocks):
    md = Markdown(extensions=extensions(site, language), output_format="html")
    md.preprocessors.deregister("html_block")
    for name in _OFF_IN_TEXTS:
        md.inlinePatterns.deregister(name)
    for name in off_blocks:
        md.parser.blockprocessors.deregister(name)
    return md
