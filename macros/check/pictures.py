"""Rules for the pictures on pages."""

from collections.abc import Iterator

from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.words.problems import Problem


def both_languages_show_the_same_pictures(book: Book) -> Iterator[Problem]:
    """A picture that a page shows is shown by the page in the other language, too."""
    for page in book.pages:
        for language in LANGUAGES:
            other = book.page(language, page.path)
            if language == page.language or other is None:
                continue
            shown = {path for _line, path in other.pictures}
            lines = {path: line for line, path in page.pictures if path in page.files and path not in shown}
            for path, line in lines.items():
                name = page.files[path].source.name
                yield other.problem(
                    0,
                    f"Attēls “{name}” ir otras valodas lapā ({page.file}:{line}), bet šajā nav; ielieciet to arī šeit "
                    "un kvadrātiekavās šīs lapas valodā pasakiet, kas tajā redzams. Fails nav jākopē.",
                    f"The picture “{name}” is on the page in the other language ({page.file}:{line}) but not on this "
                    "one; put it here, too, and say in the square brackets what it shows, in the language of this "
                    "page. The file need not be copied.",
                )
