"""A built site, to look things up in."""

from functools import cached_property

import lxml.html


class Built:
    """A built site to look things up in."""

    def __init__(self, folder):
        self.folder = folder

    @cached_property
    def pages(self):
        """All HTML pages: path from the site's root, such as `en/about/`, to the parsed page."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[path] = lxml.html.fromstring(file.read_text("utf-8"))
        return found

    def page(self, language, path):
        """Give a page of the report, such as `2024-2025/learners/`, in a language."""
        return self.pages[("en/" if language == "en" else "") + path]

    def article(self, language, path):
        """Give the part of a page that its author wrote."""
        return self.page(language, path).find(".//article")

    def words(self, language, path):
        """Give what a reader reads of a page, with plain spaces."""
        return " ".join(self.article(language, path).text_content().replace("\u00a0", " ").split())
