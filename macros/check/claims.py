"""Rules for claims, and for words that compare, rank or deny: what they say holds only as long as the data say so."""

import re
from collections.abc import Iterator

from macros.check.called import in_words
from macros.check.calls import called_on_pages, readable
from macros.check.rules import also_at, each
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.words.problems import Problem, did_you_mean

_BOUND = ("rules", "claims", "discrepancies", "corrections")
"""Files of a year in which such words have their condition, or are a record."""
_ALL = r"vis(?:i|as|ās|os|iem|ām)"
_COMPARING = {
    "lv": (
        r"vis(?!pār)\w{2,}āk\w{0,4}",  # visvairāk, vislielākā
        r"\w+āk(?:s|a|i|as|u|o|ais|ā|ie|ās|os|am|ai|iem|ām)?\s(?:par|nekā)",  # lielāks par, vairāk nekā
        r"(?<!\bne\s)tikai|tikpat|vienīg(?:ais|ā|ie|ās|o|os)|nevien(?:s|a|u|ā|am|ai|as)|ab(?:i|as|iem|ām|us|ās|os)",
        rf"{_ALL}\s(?:pārēj\w+|mērķi\w*|rezultāt\w+|jom(?:as|ās|ām))(?!\skopā)|cit(?:s|a|ā)\sskait\w+|pārsniedz\w*",
        r"(?:pie)?audz(?:is|ies|ušas|ušies)|aug(?:usi|ušas|uši)|pieaugum\w+|kritum\w+|saruc(?:is|ies)|saruk(?:usi|uši)",
        r"(?:samazināj|palielināj)(?:ies|usies|ums|umu|ušies|ušās)",
    ),
    "en": (
        r"(?:most(?! \w+ed\b)|fewest|largest|smallest|highest|lowest|fastest|slowest|biggest|greatest|best|worst)",
        r"(?:(?:more|fewer|less)(?: \w+)?|\w{3,}er) than|only|exactly|as (?:many|few|much|large|small) as",
        r"both(?!\b[^.]{,60} and )|none(?! stated)|another number|exceed(?:s|ed)?|grew|grown|rose|risen|fell|fallen",
        r"all (?:the )?(?:areas(?! together)|others?|goals|targets|results)|(?:in|de)creased?|doubled|halved",
        r"(?:a|the) (?:rise|fall|increase|decrease)",
    ),
}
_PATTERNS = {
    language: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
    for language, words in _COMPARING.items()
}


def claims_hold(book: Book) -> Iterator[Problem]:
    """What a claim says is true, or the claim has other words for when it is not; a rule has none."""
    words = {language: Renderer(book, language) for language in LANGUAGES}
    for year, key, claim in each(book, "claims"):
        claims = book.site.years[year].claims
        for number, other in enumerate(claim.together_with):
            if other not in claims:
                lv, en = did_you_mean(other, claims)
                yield book.problem(
                    Name(year, "claims", key, "together_with", number),
                    f"Apgalvojuma “{other}” šajā failā nav.{lv} Izlabojiet nosaukumu vai izdzēsiet to.",
                    f"There is no claim “{other}” in this file.{en} Correct the name or delete it.",
                )
        items = book.facts[year].keys(claim.each) if claim.each else ()
        if items and not all(f"{claim.each}.*" in one for one in (claim.says.lv, claim.says.in_("en"))):
            yield book.problem(
                Name(year, "claims", key, "says"),
                f"Ar rindu “each:” šo teikumu saka par katru no “{claim.each}”, bet tas visiem ir viens un tas pats. "
                f'Rakstiet tajā, par ko tas ir, piemēram, {{{{ value("{claim.each}.*.name") }}}}, vai izdzēsiet '
                "rindu “each:”.",
                f"With the line “each:” this sentence is said of each of “{claim.each}”, but is the same for all. "
                f'Write in it what it is about, such as {{{{ value("{claim.each}.*.name") }}}}, or delete the line '
                "“each:”.",
            )
        for item in sorted(claim.instead.keys() - {*items}):
            lv, en = did_you_mean(item, items)
            yield book.problem(
                Name(year, "claims", key, "instead", item),
                f"Sarakstā, ko nosauc rinda “each:”, nav ieraksta “{item}”, tāpēc šo teikumu neviens nelasa.{lv} "
                "Izlabojiet atslēgu vai izdzēsiet teikumu.",
                f"The list that the line “each:” names has no item “{item}”, so nobody reads this sentence.{en} "
                "Correct the key or delete the sentence.",
            )
        stands = book.claims[year][key]
        if stands.untrue and stands.broken and readable(book, claim.says, year):
            lv, en = (words[language].words(claim.says, year) for language in LANGUAGES)
            why_lv, why_en = in_words(book, year, *map(stands.broken.in_, LANGUAGES))
            place = Name(year, "claims", key, "says")
            see_lv, see_en = also_at(book, year, stands.broken, place)
            yield book.problem(
                place,
                f"“{lv}” vairs nav tiesa. {why_lv}{see_lv} Izlabojiet datus, ja tie nav pareizi; ja tie ir pareizi, "
                "izlabojiet šo teikumu abās valodās un tā nosacījumu vai arī pierakstiet zem tā rindu “otherwise:” ar "
                "to, ko teikt tā vietā (ja rinda ir tukša, neko nesaka).",
                f"“{en}” is no longer true. {why_en}{see_en} Correct the data if they are wrong; if "
                "they are right, correct this sentence in both languages and its condition, or add below it a line "
                "“otherwise:” with what to say instead (if the line is empty, nothing is said).",
            )
    for year, key, rule in each(book, "rules"):
        for line in ("otherwise", "together_with", "each", "instead"):
            if line in rule.model_fields_set:
                yield book.problem(
                    Name(year, "rules", key, line),
                    f"Rindu “{line}:” raksta tikai apgalvojumam failā claims.yml; noteikumam tās nav. Izdzēsiet to.",
                    f"The line “{line}:” is for claims, in claims.yml; a rule has none. Delete the line.",
                )


def claims_are_said(book: Book) -> Iterator[Problem]:
    """Each claim is called on a page or in a text of the data; one that only a deleted record called may stay."""
    claims = [*each(book, "claims")]
    if not claims or any(page.broken for page in book.whole.pages):
        return
    texts = ((name.year, calls_in(text, "")[0]) for name, text in book.whole.texts if "claim" in text)
    said = {(call.macro, book.year_of(call, year), call.get("name")) for year, calls in texts for call in calls}
    said |= called_on_pages(book)
    for year, key, _claim in claims:
        if ("claim", year, key) not in said:
            yield book.problem(
                Name(year, "claims", key),
                f'Šo apgalvojumu pašlaik neviens nelasa: nevienā lapā un tekstā nav {{{{ claim("{key}") }}}}. Ja tas '
                "vairs nebūs vajadzīgs, izdzēsiet to.",
                f'Nobody reads this claim at present: no page and no text has {{{{ claim("{key}") }}}}. If it will not '
                "be needed again, delete it.",
                "note",
            )


def compares(words: str, language: str) -> bool:
    """Say whether words compare, rank or deny."""
    return _PATTERNS[language].search(words) is not None


def comparisons_are_bound(book: Book) -> Iterator[Problem]:
    """Words that compare, rank or deny stand in a claim, or are marked as literal."""
    for passage in book.passages:
        if passage.year not in book.site.years or passage.quoted or passage.in_front_matter or passage.is_heading:
            continue
        if passage.name and (passage.name.topic in _BOUND or passage.name.year is None):
            continue
        for found in _PATTERNS[passage.language].finditer(passage.words):
            words, before = found[0], passage.words[: found.start()]
            if before.count("“") > before.count("”"):  # a name
                continue
            yield passage.problem(
                f"“{words}” salīdzina vai noliedz; kad dati mainās, teikums var kļūt nepatiess. Ierakstiet to failā "
                f"data/{passage.year}/claims.yml ar nosacījumu (kā tur pārējie) un šeit rakstiet "
                f'{{{{ claim("nosaukums") }}}}. Ja datos tā nav, rakstiet {{{{ literal("{words}", "kāpēc to dati '
                'nerāda") }}.',
                f"“{words}” compares or denies; when the data change, the sentence may become untrue. Write it in "
                f"data/{passage.year}/claims.yml with its condition (like the others there), and "
                f'{{{{ claim("name") }}}} here. If the data do not have it, write {{{{ literal("{words}", "why the '
                'data do not show it") }}.',
                "todo",
            )
