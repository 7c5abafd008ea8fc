"""Numbers in running words: what counts something is found, what names or orders it is not."""

import re
from fractions import Fraction

import pytest

from macros.data.schema import Text
from macros.html.render import Renderer
from macros.pages.calls import Call, calls_in, split
from macros.report.compute import Figure
from macros.report.kind import DATE
from macros.report.prose import FIGURE, passages, plain
from macros.words.numerals import Nouns, holds_number, numbers

# language, sentence, the numbers found in it
FOUND = [
    ("lv", "Centrā mācās 2771 audzēknis.", ["2771"]),
    ("lv", "Gadu sāka 2503, beidza 2771 audzēknis.", ["2503", "2771"]),
    ("lv", "Ir 12\u00a0345 grāmatas un 12 345 grāmatas.", ["12\u00a0345", "12 345"]),
    ("lv", "Mainība ir 14,8\u00a0%.", ["14,8\u00a0%"]),
    ("lv", "Apmierināti ir 39 procenti vecāku.", ["39 procenti"]),
    ("lv", "Apmierināti ir desmit procenti vecāku.", ["desmit procenti"]),
    ("lv", "Notiks 6–7 pasākumi.", ["6–7"]),
    ("lv", "Notiks 6-7 pasākumi.", ["6-7"]),
    ("lv", "Notika divi vai trīs pasākumi.", ["divi vai trīs"]),
    ("lv", "Piedalījās četras grupas.", ["četras"]),
    ("lv", "Strādāja ar piecām grupām un sešiem pulciņiem.", ["piecām", "sešiem"]),
    ("lv", "Astoņos klubos un deviņās skolās.", ["Astoņos", "deviņās"]),
    ("lv", "Uz trim skolām un trijās vietās.", ["trim", "trijās"]),
    ("lv", "Piedalījās divdesmit četri bērni.", ["divdesmit četri"]),
    ("lv", "Piedalījās četri simti divdesmit trīs vecāki.", ["četri simti divdesmit trīs"]),
    ("lv", "Tūkstotis divsimt septiņpadsmit bērnu.", ["Tūkstotis divsimt septiņpadsmit"]),
    ("lv", "Notika desmitiem pasākumu.", ["desmitiem"]),
    ("lv", "Pusotra gada laikā.", ["Pusotra"]),
    ("lv", "Divreiz vairāk nekā pērn.", ["Divreiz"]),
    ("lv", "Notika divdienu seminārs un trīsgadu plāns.", ["divdienu", "trīsgadu"]),
    ("lv", "Piedalījās viena skola un viens jauns pedagogs.", ["viena", "viens"]),
    ("lv", "Notika tikai vienā skolā.", ["vienā"]),
    ("lv", "Atbildēja puse pedagogu un trešdaļa vecāku.", ["puse", "trešdaļa"]),
    ("lv", "Kopā piedalījās 24. Pēc tam bija gājiens.", ["24"]),
    ("lv", "Skolā “Saule” ir 24 audzēkņi.", ["24"]),
    ("lv", "Raksts “Piedalījās 24 audzēkņi” ir avīzē.", ["24"]),
    ("lv", "Vienības laukumā 24 audzēkņi dejoja.", ["24"]),
    ("lv", "Audzēkņu skaits pieauga par +268.", ["+268"]),
    ("lv", "Notika 24-stundu maratons.", ["24"]),
    ("en", "The centre has 2771 learners.", ["2771"]),
    ("en", "There are 12,345 books.", ["12,345"]),
    ("en", "Turnover is 14.8%, or 14.8 per cent.", ["14.8%", "14.8 per cent"]),
    ("en", "There will be 6–7 events.", ["6–7"]),
    ("en", "Six or seven events are planned.", ["Six or seven"]),
    ("en", "Twelve learners took part.", ["Twelve"]),
    ("en", "There were four hundred and twenty-three parents.", ["four hundred and twenty-three"]),
    ("en", "Dozens of children and two dozen teachers came.", ["Dozens", "two", "dozen"]),
    ("en", "The group met twice.", ["twice"]),
    ("en", "A two-day seminar was held.", ["two"]),
    ("en", "One school and one new teacher took part.", ["One", "one"]),
    ("en", "Half of the teachers and two thirds of the parents answered.", ["Half of the", "two thirds"]),
    ("en", "A third of the parents answered.", ["third"]),
    ("en", "In 24 schools, since 2024.", ["24"]),
    ("en", "Target 2700, reported 2802.", ["2700", "2802"]),
    ("en", "3 received grade 2 and 1 received grade 3.", ["3", "1"]),
    ("en", "The number rose from 24 to 37.", ["24 to 37"]),
    ("en", "The article “Winners of 24 schools” is in the paper.", ["24"]),
    ("en", "Three quarters of the year.", ["Three quarters"]),
]

NOT_FOUND = {
    "lv": """
        2024./2025. mācību gads
        2024./2025. m. g. un 2025./2026. m. g.
        no 2024-2025 līdz 2025-2026
        Gads sākās 01.10.2024. un beidzās 31.05.2025.
        Notika 18. decembrī un 15. janvārī.
        Kopš 2025. gada 1. janvāra; 2024. un 2025. gadā; 2025.–2027. gads.
        Datums 18.12. un pulkstenis 12:30, plkst. 10.00.
        Skaties 1.1. un 1.2., arī 3.2.3. punktā, 3.4.3. sadaļā un 1. sadaļā.
        1.1. punkta tabulā
        2. tabula un 3. attēls
        1.1. Izglītojamie un programmas
        11. Nākamā gada prioritātes
        Sadaļa “3. Kritēriju izvērtējums”
        Nr. 1. Pedagogu prasmes
        Ministru kabineta noteikumi Nr. 445 un Nr. 611
        Dome to nolēma ar lēmumu Nr. 12/34-5.
        Saules iela 7, Šaurā iela 21a, LV-5401
        Nodarbības Stāvā ielā 23 un Vienības ielā 30
        2. pakāpi ieguva daudzi, 3. pakāpi – retais.
        5.–9. klases, 1., 2. un 3. vieta, 7.a klase
        Programma 3D modelēšana, 4K video un COVID-19
        Festivāls “Lidice 2025” un Lidice-2025
        Studija “Trīs krāsas”
        XIII Latvijas Skolu jaunatnes dziesmu un deju svētki
        Otrā prioritāte, trešās personas, pirmkārt un otrkārt
        Skolotāji vēroja viens otra nodarbības.
        Viens no tiem, viens ar otru, visi kā viens, neviens.
        Abi skaitļi un abās valodās
        Reizi gadā, vienreiz, dažreiz, pirmo reizi
        Iesaistītās puses un stiprās puses, otra puse
        Vienota skola, vienīgais, vienlīdzība un vienība
        Piecelties, trīcēt, divainis, simtgade, desmitgade
        Vietne atbilst WCAG 2.2 un EN 301 549.
        Licence CC BY 4.0, CC BY-SA 4.0 vai EUPL 1.2
        Daugavpils 3. vidusskola
        (2025)
    """,
    "en": """
        the 2024/25 school year and 2025/26
        from 2024-2025 to 2025-2026
        It began on 1 October 2024 and ended on 31 May.
        on 18 December and 15 January
        Since 1 January 2025; in 2025; by the end of 2026; in 2024 and 2025.
        May 2025 and December 18, 2024
        section 1.1, sections 3.2.3 and 3.4.3, Section 1 of the form
        Section “1. Quality goals of the institution’s work”
        1.1. Learners and programmes
        11. Priorities of the coming year
        Regulations No. 445 and Nos. 1 and 2
        Table 2 and Figure 3 show goals 1 and 2.
        received grade 2 and grade 3
        No. 1. Teachers’ skills
        at Saules iela 7 and Šaurā iela 21a
        3D modelling, 4K video, level B2
        the festival “Lidice 2025” and Lidice-2025
        the studio “Three Colours”
        the XIII Latvian School Youth Song and Dance Festival
        the second priority, third parties, the 2nd place
        Colleagues observe one another’s classes.
        One-to-one conversations
        one of the schools, no one, the existing one, one by one
        both pages, once a year, on the one hand
        WCAG 2.2, version 1.2, EN 301 549
        under CC BY 4.0, CC BY-NC-SA 4.0 or EUPL-1.2
        The source gives only one answer.
        the first quarter, the third of May
        © 2025
    """,
}


@pytest.fixture(scope="module")
def nouns(book):
    return {language: Nouns(book.site.words.phrases, language) for language in ("lv", "en")}


@pytest.mark.parametrize(("language", "sentence", "found"), FOUND)
def test_found(nouns, language, sentence, found):
    """Each number that counts or measures is found, as a whole."""
    assert [number.words for number in numbers(sentence, language, nouns[language])] == found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(language, line.strip()) for language, lines in NOT_FOUND.items() for line in lines.strip().splitlines()],
)
def test_not_found(nouns, language, sentence):
    """Years, dates, sections, laws, addresses, grades, names and pronouns count nothing."""
    assert [number.words for number in numbers(sentence, language, nouns[language])] == []


@pytest.mark.parametrize(
    ("language", "sentence", "worth"),
    [
        ("lv", "četri simti divdesmit trīs", (423, None, False)),
        ("lv", "tūkstotis divsimt septiņpadsmit", (1217, None, False)),
        ("lv", "divi tūkstoši septiņi simti septiņdesmit viens audzēknis", (2771, None, False)),
        ("lv", "pusotra", (Fraction(3, 2), None, False)),
        ("lv", "10,98 h", (Fraction("10.98"), None, False)),
        ("lv", "6–7", (6, 7, False)),
        ("lv", "deviņdesmit trīs procenti", (93, None, True)),
        ("en", "two thousand four hundred and one", (2401, None, False)),
        ("en", "twenty-one", (21, None, False)),
        ("en", "two or three", (2, 3, False)),
        ("en", "12,345", (12345, None, False)),
        ("en", "0.5", (Fraction(1, 2), None, False)),
        ("en", "half of the teachers", (50, None, True)),
        ("en", "a dozen", (12, None, False)),
    ],
)
def test_worth(nouns, language, sentence, worth):
    """A number is worth what it says, so that its figure can be found in the data."""
    (number,) = numbers(sentence, language, nouns[language])
    assert (number.low, number.high, number.share) == worth


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_figure_of_the_report_would_be_found(book, nouns, language):
    """Typed by hand in its own sentence, each figure that the pages show would be told."""
    missed = []
    for passage in (passage for passage in passages(book) if passage.language == language):
        typed, figures = [], 0
        for piece in split(passage.raw, "")[0]:
            name = piece.get("name") if isinstance(piece, Call) else None
            figure = book.names["2024-2025"].get(name)
            counts = isinstance(figure, Figure) and figure.kind is not DATE and figure.value is not None
            typed.append(figure.written(language) if counts else FIGURE if isinstance(piece, Call) else piece)
            figures += counts
        words = "\n".join(map(plain, "".join(typed).splitlines()))
        found = numbers(words, language, nouns[language])
        if figures > sum(1 if number.high is None else 2 for number in found):  # “2 vai 3” is found as one
            missed.append(passage.raw)
    assert [raw for raw in missed if not re.search(r"\}\}(th|\. gadu)", raw)] == []  # an ordinal names, it counts not


def test_any_number_can_be_marked():
    """What `literal` hides may be any number word, also one that the rule would pass over."""
    assert holds_number("viens", "lv")
    assert holds_number("2024./2025.", "lv")
    assert not holds_number("aplī", "lv")


def test_a_literal_shows_its_words_only(book):
    """Readers see the words, escaped, and never the reason."""
    text = Text(lv='Soli pa {{ literal("di<vi>em", "teiciens") }}.', en="x")
    assert Renderer(book, "lv").text(text, None) == "<p>Soli pa di&lt;vi&gt;em.</p>"


def test_both_languages_share_the_place_of_a_literal():
    """Its words and its reason are each language's own."""
    (lv,), _ = calls_in('{{ literal("divreiz", "teiciens") }}', "")
    (en,), _ = calls_in('{{ literal("twice", reason="a saying") }}', "")
    assert str(lv) != str(en)
    assert lv.in_both == en.in_both
