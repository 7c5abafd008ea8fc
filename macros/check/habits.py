"""Habits of typing that the report does not share, each with what to write instead: a table for `typography`.

No-break spaces are nobody's to type: `words.spaces` sets them.
"""

import re
from dataclasses import dataclass

from macros.report.prose import ADDRESS, FIGURE
from macros.words.signs import CAPITAL, MONTHS

_LETTER = r"[^\W\d_]"
_WORDED = rf"[\w{FIGURE}]"
_NO_CLOCK = r"(?<!plkst\. )(?<!no )(?<!līdz )(?<!\d\d–)(?!\d{1,2}\.[0-5]\d(?:–| līdz))"


@dataclass(frozen=True)
class Habit:
    """What is typed in some languages, what to write instead (as `re` expands it), and why."""

    languages: tuple[str, ...]
    typed: re.Pattern
    write: str
    lv: str
    en: str


def _habits(languages, lv, en, *pairs):
    return [Habit(tuple(languages.split()), re.compile(typed), write, lv, en) for typed, write in pairs]


# Where two see the same signs, the earlier one tells; what `write` leaves as it was is no finding.
# A pattern begins with its sign where it can and looks back from there: so the search flies over all else.
HABITS = (
    *_habits(
        "lv en",
        "pēdiņas ir “ un ”",
        "quotation marks are “ and ”",
        (r'[„‟«]([^\n“”„‟«»"]+)[“”‟»"]', r"“\1”"),
        (rf",,(?={_WORDED})([^\n“”„‟«»\",]+)(?:[“”‟»\"]|'')", r"“\1”"),
        (rf"''(?={_WORDED})([^\n“”„‟«»\"']+)(?:[“”‟»\"]|'')", r"“\1”"),
        (rf'"({_WORDED}[^"“”\n]*)[“”](?!\w)', r"“\1”"),
        (rf'"({_WORDED}|{_WORDED}[^"\n]*[^\s"(])"(?!\w)', r"“\1”"),
        (rf'"(?={_WORDED})', "“"),
        (r'"', "”"),
        (rf"[„«]|,,(?={_WORDED})", "“"),
        (r"[‟»]", "”"),
        (r"'(?<!\w')([^'\n]+)'(?!\w)", r"“\1”"),
        (rf"“(?<=[\w{FIGURE}.,!?…]“)", "”"),
        (rf"”(?<!\S”)(?={_WORDED})", "“"),
    ),
    *_habits("lv en", "apostrofs ir ’", "the apostrophe is ’", (r"['`´]", "’")),
    *_habits(
        "lv en",
        "aiz atverošajām un pirms aizverošajām pēdiņām atstarpi neliek",
        "there is no space just inside quotation marks",
        (r"“ (\S+)", r"“\1"),
        (r" ”", "”"),
    ),
    *_habits(
        "lv",
        "mācību gadu latviešu tekstā raksta ar punktu aiz abiem gadskaitļiem",
        "in Latvian a full stop follows both years of a school year",
        (r"(?<![\d.])(20\d\d) ?[-–] ?(20\d\d)(?= (?:mācību gad(?:s|a|am|ā)\b|m\. ?g\.))", r"\1./\2."),
    ),
    *_habits(
        "en",
        "angļu tekstā mācību gadam ir slīpsvītra un no otrā skaitļa tikai pēdējie divi cipari",
        "in English a school year has a slash and only the last two digits of its second number",
        (r"(?<![\d.])(20\d\d) ?[-–] ?(?:20)?(\d\d)(?= (?:school|academic) year\b)", r"\1/\2"),
    ),
    *_habits(
        "lv en",
        "starp diviem skaitļiem ir domuzīme bez atstarpēm",
        "between two numbers there is a dash without spaces",
        (r"(?<![\w.,/-])(\d{1,4}\.?) ?- ?(\d{1,4}\.?)(?![\w-])", r"\1–\2"),
        (rf"-(?<=[\d{FIGURE}]-)(?={FIGURE})|-(?<={FIGURE}-)(?=\d)", "–"),
    ),
    *_habits(
        "lv en",
        "domuzīme ir – ar atstarpi abās pusēs",
        "the dash is – with a space on both sides",
        (r" --? (\S+)", r" – \1"),
        (r"-(?<=\w-) (?!(?:un|vai|and|or|to)\b)(\S+)", r" – \1"),  # but: pirms- un pēcskolas, two- and three-year
        (r" -(?<=[\w”)] -)(?=\w)", " – "),
        (r" — (\S+)", r" – \1"),
        (r"—", " – "),
        (r"–(?<=[^\s\d–]–) (\S+)", r" – \1"),
        (r" –(?=[\w“(])", " – "),
    ),
    *_habits("lv en", "starp vārdiem ir viena atstarpe", "there is one space between two words",
             (r"(?<![\s|])  +([^\s|]+)", r" \1")),
    *_habits(
        "lv en",
        "pirms pieturzīmes atstarpi neliek",
        "there is no space before a punctuation mark",
        (r" ([,;!?]|[.:](?!\S))(?<=[^\s–] .)", r"\1"),
        (r" \)", ")"),
    ),
    *_habits("lv en", "aiz atverošās iekavas atstarpi neliek", "there is no space after an opening bracket",
             (r"\( (\S+)", r"(\1")),
    *_habits(
        "lv en",
        "te vajadzīga atstarpe",
        "a space is needed here",
        (r"”(?=[^\W_])(?<=\S”)", "” "),
        (rf"([,;:!?])(?:(?<={_LETTER}{{2}}[,;:!?])|(?<=[”)][,;:!?]))(?={_LETTER}|“)", r"\1 "),
        (rf"\.(?:(?<={_LETTER}{{2}}\.)|(?<=[”)]\.))(?={CAPITAL}|“)", ". "),
        (rf"(?<![\d.])((?:\d+\.)+)(?={_LETTER}{{2}}|(?<=\d{{4}}\.){_LETTER}\.)", r"\1 "),
        (rf"(?<!\w)([a-z]\))(?={_LETTER})", r"\1 "),
        (r"(?<![\w.,])(\d[\d.,]*)(h|min|km|m|cm|kg|kB|MB|GB|EUR)\b", r"\1 \2"),
    ),
    *_habits(
        "lv",
        "mācību gadu latviešu tekstā raksta ar punktu aiz abiem gadskaitļiem",
        "in Latvian a full stop follows both years of a school year",
        (r"(?<!\d)((?:19|20)\d\d)\.? ?/ ?(20\d\d)(?!\d)\.?", r"\1./\2."),
    ),
    *_habits(
        "en",
        "angļu tekstā mācību gada otrajam skaitlim raksta tikai pēdējos divus ciparus",
        "in English only the last two digits of a school year’s second number are written",
        (r"(?<!\d)((?:19|20)\d\d)\.? ?/ ?20(\d\d)(?!\d)", r"\1/\2"),
    ),
    *_habits("lv", "aiz “Nr” ir punkts un atstarpe", "a full stop and a space follow “Nr”",
             (rf"\b([Nn]r)(?:\.| )(?=[\d{FIGURE}])", r"\1. ")),
    *_habits("en", "aiz “No.” ir atstarpe", "a space follows “No.”", (rf"\bNo\.(?=[\d{FIGURE}])", "No. ")),
    *_habits("lv en", "daudzpunkte ir viena zīme", "an ellipsis is one character", (r"\.{3,}", "…")),
    *_habits("lv en", "te ir lieka zīme", "there is one character too many",
             (r"\.\.(?<!\.\.\.)(?!\.)", "."),
             (r"([,;:])\1+", r"\1")),
    *_habits("lv en", "starp teikumiem trūkst punkta", "the full stop between two sentences is missing",
             (rf"{ADDRESS} ({CAPITAL}\w+)", rf"{ADDRESS}. \1")),
    *_habits(
        "lv",
        "latviešu datumā punkts ir aiz dienas, mēneša un gada",
        "in Latvian a full stop follows the day, the month and the year",
        (r"(?<![\d.])(\d{1,2}\.\d{1,2}\.\d{4})(?![\d.])", r"\1."),
        (rf"(?<![\d.,])(\d{{1,2}}) ({MONTHS['lv']}\w{{1,3}}\b)", r"\1. \2"),
    ),
    *_habits("lv", "latviešu tekstā decimāldaļas atdala komats, stundas un minūtes – kols",
             "in Latvian there is a comma before decimals, and a colon between hours and minutes",
             # but: no 16.00 līdz 17.20, plkst. 9.00, 12.30–14.00 are times of day; WCAG 2.2, CC BY 4.0 are names
             (rf"(?<![\d.])(?<!{CAPITAL}{{2}}[ -]){_NO_CLOCK}(\d+)\.(\d+)(?![\d.])", r"\1,\2")),
    *_habits("en", "angļu tekstā decimāldaļas atdala punkts", "in English there is a point before decimals",
             (r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])", r"\1.\2")),
    *_habits("lv", "latviešu tekstā pirms % ir atstarpe", "in Latvian there is a space before %", (r"%(?<=\d%)", " %")),
    *_habits("en", "angļu tekstā pirms % atstarpes nav", "in English there is no space before %",
             (r" %(?<=\d %)", "%")),
    *_habits("lv en", "vārds uzrakstīts divreiz", "the word is written twice",
             (rf"(?i)\b(?!had\b|that\b)({_LETTER}{{2,}}) \1\b", r"\1")),
)  # fmt: skip
