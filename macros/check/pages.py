"""Rules for pages: both languages, headings, what stands at their top."""

from macros.check.calls import call_problems
from macros.problems import Problem


def both_languages_have_the_same_pages(book):
    """Each page stands in docs/lv and docs/en under the same name, and in the nav."""
    paths = {language: {p.path: p for p in book.pages if p.language == language} for language in ("lv", "en")}
    for language, other in (("lv", "en"), ("en", "lv")):
        for path in sorted(paths[language].keys() - paths[other].keys()):
            yield Problem(
                f"docs/{language}/{path}",
                0,
                f"Šai lapai nav otras valodas lapas docs/{other}/{path}; izveidojiet to.",
                f"This page has no counterpart docs/{other}/{path}; make it.",
            )
    for path in sorted((paths["lv"].keys() & paths["en"].keys()) - set(book.nav)):
        yield Problem(
            f"docs/lv/{path}",
            0,
            "Lapas nav satura rādītājā; pievienojiet to mkdocs.yml sadaļā “nav”.",
            "The page is not in the navigation; add it to “nav” in mkdocs.yml.",
        )
    for path in book.nav:
        if path not in paths["lv"] and path not in paths["en"]:
            yield Problem(
                "mkdocs.yml",
                0,
                f"Sadaļa “nav” min lapu {path}, kuras nav; izveidojiet lapu vai izdzēsiet rindu.",
                f"“nav” names the page {path}, which does not exist; make the page or delete the line.",
            )


def nothing_is_left_to_fill_in(book):
    """Each line that says “jāaizpilda” waits for the centre."""
    for page in book.pages:
        for line, words in page.to_fill_in:
            yield Problem(
                page.file,
                line,
                f"To var aizpildīt tikai centrs: “{words}” Ierakstiet atbildi abu valodu lapās.",
                f"Only the centre can fill this in: “{words}” Write the answer on the pages of both languages.",
                "todo",
            )


def pages_say_what_they_are(book):
    """Each page has a title and a description at its top, begins with one level-1 heading, and skips no level."""
    for page in book.pages:
        for key in ("title", "description"):
            if key not in page.front_matter:
                yield Problem(
                    page.file,
                    1,
                    f"Lapas sākumā trūkst rindas “{key}: …”.",
                    f"A line “{key}: …” is missing at the top of the page.",
                )
        levels = [heading.level for heading in page.headings]
        if levels.count(1) != 1 or levels[0] != 1:
            line = page.headings[0].line if page.headings else 1
            yield Problem(
                page.file,
                line,
                "Lapai jāsākas ar vienu virsrakstu “# …”; apakšvirsraksti ir “## …”.",
                "A page begins with one heading “# …”; those below it are “## …”.",
            )
        for before, after in zip(page.headings, page.headings[1:], strict=False):
            if after.level > before.level + 1:
                yield Problem(
                    page.file,
                    after.line,
                    f"Pēc {before.level}. līmeņa virsraksta nevar uzreiz būt {after.level}. līmenis; noņemiet vienu #.",
                    f"A heading of level {after.level} cannot follow one of level {before.level}; take away a #.",
                )


def both_languages_show_the_same(book):
    """A page and its translation call for the same figures and tables, in the same order, under the same headings."""
    english = {page.path: page for page in book.pages if page.language == "en"}
    for page in (page for page in book.pages if page.language == "lv"):
        other = english.get(page.path)
        if other is None:
            continue
        if not any(_wrong_calls(book, side) for side in (page, other)):  # a wrong name is told once, by its own rule
            yield from _first_difference(
                page,
                other,
                [(str(call), call.line) for call in page.calls],
                [(str(call), call.line) for call in other.calls],
                ("izsaukums", "call"),
            )
        yield from _first_difference(
            page,
            other,
            [("#" * h.level + f" {{ #{h.id} }}" if h.id else "#" * h.level, h.line) for h in page.headings],
            [("#" * h.level + f" {{ #{h.id} }}" if h.id else "#" * h.level, h.line) for h in other.headings],
            ("virsraksts", "heading"),
        )
        for side in (page, other):
            ids = [heading.id for heading in side.headings]
            for heading in side.headings:
                if heading.id is None:
                    yield Problem(
                        side.file,
                        heading.line,
                        "Virsrakstam trūkst adreses, abās valodās vienādas, piemēram, “## Mērķi { #targets }”.",
                        "The heading has no address, the same in both languages, such as “## Targets { #targets }”.",
                    )
                elif ids.count(heading.id) > 1:
                    yield Problem(
                        side.file,
                        heading.line,
                        f"Adrese #{heading.id} lapā ir vairākkārt; katram virsrakstam dodiet savu.",
                        f"The address #{heading.id} stands more than once; give each heading its own.",
                    )


def _wrong_calls(book, page):
    return page.broken or any(list(call_problems(book, call, page.file, call.line, page.year)) for call in page.calls)


def _first_difference(page, other, ours, theirs, kind):
    for index in range(max(len(ours), len(theirs))):
        left = ours[index] if index < len(ours) else ("–", ours[-1][1] if ours else 1)
        right = theirs[index] if index < len(theirs) else ("–", theirs[-1][1] if theirs else 1)
        if left[0] != right[0]:
            yield Problem(
                other.file,
                right[1],
                f"Valodas atšķiras: {index + 1}. {kind[0]} latviski ir {left[0]} ({page.file}:{left[1]}), "
                f"angliski {right[0]}. Panāciet, lai tie sakrīt.",
                f"The languages differ: {kind[1]} {index + 1} is {left[0]} in Latvian ({page.file}:{left[1]}) "
                f"and {right[0]} in English. Make them the same.",
            )
            return
