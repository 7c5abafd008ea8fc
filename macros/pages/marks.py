"""Marks of a markup that did not take: what a person meant for a list, a table, a link, and readers would see as signs.

Some are of other kinds of Markdown, some came from Word or Excel, some lack a sign. Each has its sentence, which says
what to write; `untaken` finds them.
"""

import re
from typing import NamedTuple


class Mark(NamedTuple):
    typed: re.Pattern
    lv: str
    en: str


UNSPACED = re.compile(r"^#{1,6}(?=[^\s#])", re.MULTILINE)
"""How a line begins that was meant for a heading."""


def _mark(typed, lv, en):
    return Mark(re.compile(typed), lv, en)


def _no(typed, lv, en):
    return _mark(typed, f"{lv} te nelieto; izdzēsiet šīs zīmes.", f"there is no {en} here; delete these signs.")


IN_DATA = (
    _no(r"\A#{1,6} ", "virsrakstus", "heading"),
    _no(r"\A>", "citātus", "quotation"),
    _no(r"\A(?:-{3,}|_{3,}|\*{3,})\Z", "līnijas", "line"),
    _no(r"!?\[[^\]\[]*\]\([^)]*\)?", "saites un attēlus (tos liek lapā)", "link or picture (they go on pages)"),
    _no(r"\{\s*[:#.][^{}]*\}", "adreses un klases", "address or class"),
)
"""What only pages know."""
IN_LINES = (
    _mark(
        r"<(b|strong|i|em|li|h[1-6])>[^<>]{1,60}</\1>|<(?!https?://|[\w.+-]+@)[A-Za-z/!?][^<>]{0,60}>?",
        "HTML te nelieto; {lv}",
        "HTML is not used here; {en}",
    ),
    _mark(
        rf"{UNSPACED.pattern}.*",
        "aiz # virsrakstā vajag atstarpi: “## Virsraksts { #adrese }”.",
        "a space is needed after # in a heading: “## Heading { #address }”.",
    ),
    _mark(
        r"\[\^[^\]\s]{1,40}\]:?",
        "vēres te nelieto; paskaidrojiet iekavās vai lieciet zvaigznīti*, bet zemāk – rindkopu “* Skaidrojums.”",
        "there are no footnotes; explain in brackets, or put an asterisk* at the word and below a paragraph “* Note.”",
    ),
    _mark(
        r"\[![A-Za-z]+\]|\A(?:!!!|\?\?\?\+?|:::|===) ?\S*",
        "ierāmējumam raksta “> [!NOTE]”, zem tā aiz “> ” – tekstu; der NOTE, TIP, IMPORTANT, WARNING, CAUTION.",
        "for a box write “> [!NOTE]” and below it, after “> ”, the text; TIP, IMPORTANT, WARNING and CAUTION do, too.",
    ),
    _no(r"\[[ xX]?\](?!\()", "atzīmējamus lodziņus", "box to tick"),
    _mark(
        r"\[\[[^\]]*\]\]|\[?[^\]\[]{0,40}\] ?\((?!\d)[^)]*\)?|\[?[^\]\[]{0,40}\]\[[^\]]*\]?",
        "saite nav izdevusies; raksta [vārdi](adrese): starp ] un ( nekā nav, adresē nav ne atstarpju, ne pēdiņu.",
        "the link did not work; write [words](address): nothing between ] and (, no spaces or quotes in the address.",
    ),
    _mark(
        r"(?<!\*)\*\*(?!\*)|(?<!\S)\*(?=\w)(?<!\A\*)|__+(?=\w)",
        "zvaigznītes te neko neizceļ; izceļ šādi: **vārdi**, bez atstarpēm zvaigznīšu iekšpusē.",
        "the asterisks emphasise nothing here; write **words**, without spaces inside the asterisks.",
    ),
    _no(r"~~+|~\S(?:[^~]*[^\s~])?~", "pārsvītrojumu", "struck-out text"),
    _no(r"==\S.*==|\+\+\S.*\+\+", "iekrāsojumu", "marked text"),
    _no(r"(?<![\w:]):[a-z+-][a-z0-9_+-]*:(?!\w)", "emocijzīmes", "emoji"),
    _no(r"\$\$|\$[^\s$\d][^$]*\$", "formulas", "formula"),
    _mark(
        r"`+",
        "kodam vajag ` abās pusēs; ja tas nav kods, izdzēsiet šo zīmi vai lieciet ’.",
        "code needs a ` on both sides; if it is not code, delete this mark or put ’.",
    ),
    _mark(
        r"\A:\s{2,}",
        "tas nav skaidrojums; rakstiet vienā rindā: **Jēdziens** – skaidrojums.",
        "this is not a definition; write in one line: **Term** – definition.",
    ),
    _mark(r"&#?[A-Za-z0-9]{2,8};", "rakstiet pašu zīmi, nevis tās kodu.", "write the character itself, not its code."),
    _mark(r"\\", "slīpsvītru \\ lasītājs redzētu; izdzēsiet to.", "readers would see the backslash; delete it."),
)
"""What may stand anywhere in a line."""
TAGS = (
    ("b|strong", "**vārdi**", "**words**"),
    ("i|em", "*vārdi*", "*words*"),
    ("a", "[vārdi](adrese)", "[words](address)"),
    ("img", "![apraksts](fails.png)", "![text](file.png)"),
    ("li", "- vārdi", "- words"),
    ("ul|ol", "rindas sākumā “- ” vai “1. ”", "“- ” or “1. ” at the beginning of a line"),
    ("h[1-6]", "## vārdi { #adrese }", "## words { #address }"),
    ("p|div|br|span", "starp rindkopām tukšu rindu", "an empty line between paragraphs"),
    ("table|thead|tbody|tr|t[dh]", "| šūna | šūna |", "| cell | cell |"),
)
"""Names of HTML, as a pattern → what is written instead."""
ITEMS = (
    (re.compile(r"\s*[•·▪◦‣●○■□➢✓∙]\s*"), 1),
    (re.compile(r"\s*[–—] "), 1),
    (re.compile(r"\s*[a-zā-ž]\) "), 2),
)
"""How Word begins an item → how many lines that begin so make a list."""
UNDERLINED = (
    "Virsrakstu neraksta ar pasvītrojumu; rakstiet “## Virsraksts { #adrese }”. Virs līnijas atstājiet tukšu rindu.",
    "A heading is not underlined; write “## Heading { #address }”. Leave an empty line above a line.",
)
DEFINED = (
    "Rindu, kas sākas ar “[…]:”, lasītājs neredzēs; saiti raksta tekstā: [vārdi](lapa.md).",
    "A line that starts with “[…]:” is not shown to readers; write a link in the text: [words](page.md).",
)
UNDESCRIBED = (
    "Attēlam nav apraksta; kvadrātiekavās ierakstiet, kas tajā redzams: ![Bērni zīmē](fails.png).",
    "The picture has no description; say in the square brackets what it shows: ![Children draw](file.png).",
)
NAMELESS = (
    "Tabulai nav virsraksta; rindkopā virs tās rakstiet “Tabula: …”; rindkopā zem tās var rakstīt “Avots: …”.",
    "The table has no caption; write “Table: …” in a paragraph above it; below it there can be “Source: …”.",
)
DEEP = (
    "Saraksti vai citāti te ir viens otrā tik dziļi, ka lasītājs tos neredzētu; samaziniet atkāpes.",
    "Lists or quotations are so deep inside one another here that readers would not see them; indent less.",
)
LONG = (
    "Rindkopa ir pārāk gara, vai tajā ir pārāk daudz zīmju [; sadaliet to.",
    "The paragraph is too long, or has too many of the sign [; divide it.",
)
INDENTED = (
    "Rinda sākas ar četrām vai vairāk atstarpēm, tāpēc lapā tā izskatītos kā datora kods; izdzēsiet atstarpes.",
    "The line begins with four or more spaces, so on the page it would look like computer code; delete the spaces.",
)
