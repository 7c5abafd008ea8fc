"""The part of the search that knows the language, which Material's search worker loads when a person turns to it.

The worker loads `lunr/min/lunr.NAME.min.js`, NAME being `search.config.lang` of the theme; see `theme/partials/language.html`.
"""

import json
from pathlib import Path

HERE = Path(__file__).parent
NAMES = {"lv": ("lv", "latvian.js"), "en": ("en-GB", "english.js")}
"""By language of the site: what Material calls the language of the search, and the file that knows its words."""
FOLDER = Path("assets", "javascripts", "lunr", "min")


def write_search(site, language, folder):
    """Write the search's language file of a `language` into the built pages at `folder`."""
    (folder / FOLDER / f"lunr.{NAMES[language][0]}.min.js").write_text(language_file(site, language), "utf-8")


def language_file(site, language):
    """Give the script that teaches lunr the words of a `language`, with the names of `terms.yml` that mean the same."""
    name, words = NAMES[language]
    parts = [(HERE / file).read_text("utf-8") for file in ("fold.js", words, "query.js")]
    given = [f"const {key} = {json.dumps(value, ensure_ascii=False)};" for key, value in (("name", name), ("names", same_names(site, language)))]
    return "\n".join(["(() => {", *given, *parts, "})();", ""])


def same_names(site, language):
    """Give the names that mean the same: lists of a term, its abbreviation and its other names."""
    groups = []
    for term in site.terms.terms.values():
        names = [name.in_(language) for name in (term.term, term.short, *term.searched_as) if name]
        names += term.also if language == "en" else ()
        if len(names) > 1:
            groups.append(names)
    return groups
