"""Rules for the English: made from the Latvian of today, with the words of the glossary."""

from macros.problems import Problem
from macros.translated import FILE


def translations_are_fresh(book):
    """Each English page and text is known to be made from the Latvian of today."""
    if not book.entries:  # that the file is missing has been told
        return
    for source, before in book.translation.stale:
        if isinstance(source.content, str):
            name = source.content
            lv, en = f"lapu docs/lv/{name}", f"the page docs/lv/{name}"
        else:
            name = source.name
            lv, en = "tekstu “lv:” blakus", "the text “lv:” beside it"
        line = f"“{source.fingerprint}  {source.name}”"
        if before:
            lv = (
                f"Latviskais teksts pēc tulkošanas mainīts: salīdziniet tulkojumu ar {lv}, izlabojiet un tad izpildiet "
                f"“report translated {name}” (vai failā {FILE} šī nosaukuma rindā {before.fingerprint} nomainiet ar "
                f"{source.fingerprint})."
            )
            en = (
                f"The Latvian has changed since this was translated: compare the translation with {en}, mend it, then "
                f"run “report translated {name}” (or, in the line of {FILE} with this name, replace "
                f"{before.fingerprint} by {source.fingerprint})."
            )
        else:
            lv = (
                f"Nav ierakstīts, no kura latviešu teksta tulkots: salīdziniet tulkojumu ar {lv} un tad izpildiet "
                f"“report translated {name}” (vai pievienojiet failam {FILE} rindu {line})."
            )
            en = (
                f"It is not recorded which Latvian this was translated from: compare the translation with {en}, then "
                f"run “report translated {name}” (or add the line {line} to {FILE})."
            )
        yield Problem(source.file, source.line, lv, en, "todo")
    for entry in book.translation.gone:
        yield Problem(
            FILE,
            entry.line,
            f"“{entry.name}” ar šādu latviešu tekstu vairs nav; izdzēsiet šo rindu.",
            f"There is no “{entry.name}” with such a Latvian text any more; delete this line.",
            "todo",
        )


def terms_are_translated_as_in_the_glossary(book):
    """x"""
    return ()
