"""What is told of signs, words and slips, sentence by sentence, and what is left in peace."""

import ast
import os
import re
import subprocess
import sys
import time

import pytest
from project import ROOT, checked, edit, needs_dictionaries

from macros.check.typography import findings
from macros.report.prose import ADDRESS, FIGURE, plain
from macros.words.dictionary import suggestions, unknown
from macros.words.spaces import no_breaks


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        # quotation marks
        ("lv", 'Programma "Kontakts" sākās.', ("“Kontakts”",)),
        ("lv", "Programma „Kontakts“ sākās.", ("“Kontakts”",)),
        ("lv", "Programma „Kontakts” sākās.", ("“Kontakts”",)),
        ("lv", "Programma ,,Kontakts'' sākās.", ("“Kontakts”",)),
        ("lv", "Programma «Kontakts» sākās.", ("“Kontakts”",)),
        ("lv", "Programma 'Kontakts' sākās.", ("“Kontakts”",)),
        ("lv", "Programma “Kontakts“ sākās.", ("“Kontakts”",)),
        ("lv", "Programma ”Kontakts” sākās.", ("“Kontakts”",)),
        ("lv", "Programma “Kontakts ” sākās.", ("“Kontakts”",)),
        ("lv", "izglītībā “ (6 h)", ("“(6",)),
        ("lv", "Programma “Kontakts”sākās.", ("“Kontakts” sākās.",)),
        ("lv", 'Atvērta " palika.', ("”",)),
        ("lv", "Programma “Kontakts” un “Pašvaldība caur “adatas aci””.", ()),
        ("en", "the centre's staff", ("centre’s",)),
        ("en", "the learners’ parents’ survey, ’90s", ()),
        # dashes
        ("lv", "audzēkņi- 152", ("audzēkņi – 152",)),
        ("lv", "Pedagogi - 49", ("Pedagogi – 49",)),
        ("lv", "Pedagogi -49", ("Pedagogi – 49",)),
        ("lv", "teksts -- teksts", ("teksts – teksts",)),
        ("lv", "teksts—teksts", ("teksts – teksts",)),
        ("lv", "teksts– teksts", ("teksts – teksts",)),
        ("lv", f"tikšanās - {FIGURE}", (f"tikšanās – {FIGURE}",)),
        ("lv", "Pirms- un pēcskolas; metode(-es); programmā/-s; e-klase", ()),
        ("en", "a two- or three-year plan – done", ()),
        ("lv", "vismaz 6-7 pasākumi", ("6–7",)),
        ("lv", "vismaz 6 - 7 pasākumi", ("6–7",)),
        ("lv", "5.-9. klase", ("5.–9.",)),
        ("lv", f"no {FIGURE}-{FIGURE}", (f"{FIGURE}–{FIGURE}",)),
        ("lv", "Konkurss Lidice-2025, LV-5401, 2025-05-31, 4.2.2.1/1/25/I/001, 6–7 reizes", ()),
        # spaces
        ("lv", "divas  atstarpes", ("divas atstarpes",)),
        ("lv", "izpēte , tad", ("izpēte,",)),
        ("lv", "vai tā ?", ("tā?",)),
        ("lv", "viens,divi", ("viens, divi",)),
        ("lv", "Beidzās.Tad sākās.", ("Beidzās. Tad",)),
        ("lv", "vārds ( iekavās )", ("(iekavās", "iekavās)")),
        ("lv", "2024./2025.mācību gads", ("2024./2025. mācību",)),
        ("lv", "2024./2025 m. g.", ("2024./2025.",)),
        ("lv", "2024./ 2025. m. g.", ("2024./2025.",)),
        ("en", "in 2024/2025 and 2024/25", ("2024/25",)),
        ("lv", "2.pakāpi un 2. pakāpi", ("2. pakāpi",)),
        ("lv", "a)kvalitatīvi, b) kvantitatīvi", ("a) kvalitatīvi,",)),
        ("lv", "ilgst 6h vai 18 h", ("6 h",)),
        ("lv", "Nr.1. un Nr. 2", ("Nr. 1.",)),
        ("en", "No.1 and No. 2", ("No. 1",)),
        ("lv", "3.2.3. punkts, 3D, 21a, 5.b klase, u. c., m. g.", ()),
        # quotation marks round a call, or a known name
        ("lv", f'Centrs "{FIGURE}" un "{FIGURE * 7}".', (f"“{FIGURE}”", f"“{FIGURE * 7}”.")),
        ("lv", f'"{FIGURE} un sāls", ,,{FIGURE}“, {FIGURE}“', (f"“{FIGURE} un sāls”,", f"“{FIGURE}”,", f"{FIGURE}”")),
        # quotation marks of several kinds
        ("lv", """Te „Saule" un "Zeme“, ,,Mēness" un ''Marss''.""", ("“Saule”", "“Zeme”,", "“Mēness”", "“Marss”.")),
        # full stops
        ("lv", "Un tā tālāk...", ("tālāk…",)),
        ("lv", "utt..", ("utt.",)),
        ("lv", "jā,, nē", ("jā,",)),
        ("lv", f"Vietnē {ADDRESS} Šobrīd ir 40.", (f"{ADDRESS}. Šobrīd",)),
        # numbers
        ("lv", "apmēram 10.98 stundas", ("10,98",)),
        ("lv", "atbilst WCAG 2.2, licence CC BY 4.0 vai EUPL-1.2", ()),
        ("en", "about 10,98 hours, 12,345 people", ("10.98",)),
        ("lv", "mainība ir 14,8% gadā", ("14,8 %",)),
        ("en", "it was 14.8 % a year", ("14.8%",)),
        ("lv", "no 01.10.2024 līdz 31.05.2025.", ("01.10.2024.",)),
        ("lv", "Svētki bija 18 decembrī un 15. janvārī", ("18. decembrī",)),
        # words
        ("lv", "dokumenti par par atvieglojumiem", ("par",)),
        ("en", "The the centre", ("The",)),
        ("en", "that that is so, they had had it", ()),
    ],
)
def test_signs(language, sentence, told):
    """A sentence, and what is to be written instead, or nothing."""
    writes = tuple(write for _offset, _typed, write, _habit in findings(sentence, language))
    assert writes == told


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("- Skat. [vietni](https://www.jauniba.lv/lv).", "Skat. vietni."),
        (
            "Vietnē www.jauniba.lv, https://izm.gov.lv/lv/a. un a.b@c.lv ir",
            f"Vietnē {ADDRESS}, {ADDRESS}. un {ADDRESS} ir",
        ),
        ("Failā data/centre.yml un `report check`", f"Failā data/{ADDRESS} un {ADDRESS}"),
        ('Nr. {number}: {{ value("x.y") }}', f"Nr. {FIGURE}: {FIGURE}"),
    ],
)
def test_what_is_no_language(raw, words):
    """Addresses, names of files, code and calls are no words."""
    assert plain(raw) == words


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("lv", "Nr. 1, 18. decembrī, 2. pakāpi", "Nr.~1, 18.~decembrī, 2.~pakāpi"),
        ("lv", "2024./2025. mācību gads, 2024./2025. m. g.", "2024./2025.~mācību gads, 2024./2025.~m.~g."),
        ("lv", "14,8 % un 6 h u. c., u. tml., t. sk.", "14,8~% un 6~h u.~c., u.~tml., t.~sk."),
        ("lv", "3.2.3. un 3.4.3. punkts; vārds – vārds", "3.2.3. un 3.4.3.~punkts; vārds~– vārds"),
        (
            "lv",
            "1. attēls, 1. sadaļa, 12. rinda, 2. skola, 2024./2025. m.~g.",
            "1.~attēls, 1.~sadaļa, 12.~rinda, 2.~skola, 2024./2025.~m.~g.",
        ),
        ("lv", "Saules iela 7, Stāvajā ielā 23, ielas 2024. gadā", "Saules iela~7, Stāvajā ielā~23, ielas 2024.~gadā"),
        ("en", "at Saules iela 7", "at Saules iela~7"),
        ("lv", "\ue0000\ue001. gadu, (\ue0001\ue001 h)", "\ue0000\ue001.~gadu, (\ue0001\ue001~h)"),
        ("en", "No. 1, 1 January 2025, 6 h, Table 7", "No.~1, 1~January 2025, 6~h, Table~7"),
        ("en", "In 2024 many came – all", "In 2024 many came~– all"),
    ],
)
def test_no_breaks(language, typed, set_):
    """The program sets the no-break spaces that nobody can type (~ stands for one here), behind numbers of calls, too."""
    assert no_breaks(typed.replace("~", "\u00a0"), language).replace("\u00a0", "~") == set_


@needs_dictionaries
def test_hunspell_is_asked_in_both_languages():
    """A word is looked up in its own language; what it should be is said in that language."""
    words = frozenset({("lv", "kopā"), ("lv", "organoizētu"), ("en", "together"), ("en", "kopā"), ("en", "centre’s")})
    assert unknown(words) == {"lv": {"organoizētu"}, "en": {"kopā"}}
    assert "organizētu" in suggestions(frozenset({("lv", "organoizētu")}))["lv", "organoizētu"]


@needs_dictionaries
@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("docs/lv/2020-2021/learners.md", "## Pārmaiņas", "> Organoizēts par par no tiek - – Visu\n\n## Pārmaiņas"),
        ("docs/en/2020-2021/learners.md", "## Change", "The winners’ house of ZBC is at Ledus iela 1.\n\n## Change"),
        (
            "docs/lv/2020-2021/learners.md",
            "## Pārmaiņas",
            "Sniegpārsla – Sniega Kupena un II vieta 5.b klasei.\n\n## Pārmaiņas",
        ),
    ],
)
def test_left_in_peace(small, file, before, after):
    """Quotations stay as they were written; names, addresses, abbreviations and Roman numerals are known."""
    edit(small / file, before, after)
    assert [problem.lv for problem in checked(small)[1] if problem.level == "error"] == []


@needs_dictionaries
def test_a_phrase_can_be_allowed(small):
    """What a rule would tell is left alone where `spelling.yml` lists it with the word beside it."""
    edit(small / "docs/en/2020-2021/learners.md", "## Change", "A computer program is open.\n\n## Change")
    assert [p.rule for p in checked(small)[1] if p.level == "error"] == ["slips_are_mended"]
    spelling = small / "data/spelling.yml"
    allowed = spelling.read_text("utf-8").replace("english: [", "english: [computer program, ")
    spelling.write_text(allowed, "utf-8")
    assert [p.rule for p in checked(small)[1] if p.level == "error"] == []


@needs_dictionaries
def test_a_name_may_begin_another(small):
    """Of two Latvian names that begin alike, the longer is known as a whole in English."""
    terms, page = small / "data/terms.yml", small / "docs/en/2020-2021/learners.md"
    edit(terms, "[Sniegpārsla]", "[Sniegpārsla, Sniegpārsla un puteņi]")
    words = "There is “Sniegpārsla un puteņi”, and “Sniegpārsla”.\n\n## Change"
    edit(page, "## Change", words)
    assert [problem.lv for problem in checked(small)[1] if problem.level == "error"] == []


@needs_dictionaries
def test_forms_of_nouns_are_spelt_rightly(small):
    """The counted nouns of `words.yml` are checked like all texts."""
    edit(small / "data/words.yml", "audzēkņiem, one", "audzekņiem, one")
    assert {(p.file, p.rule) for p in checked(small)[1] if p.level == "error"} == {
        ("data/words.yml", "words_are_in_the_dictionary")
    }


@pytest.mark.parametrize(("word", "told"), [("māja", False), ("mājās", True), ("māj*", False), ("mājok*", True)])
def test_an_allowed_word_is_needed_if_it_is_written(small, word, told):
    """Whether a dictionary knows it does not matter: each system has another one."""
    spelling = small / "data/spelling.yml"
    spelling.write_text(spelling.read_text("utf-8").replace("[Iglu,", f'["{word}", Iglu,'), "utf-8")
    assert ("allowed_words_are_needed" in {problem.rule for problem in checked(small)[1]}) == told


def test_a_missing_dictionary_is_told(small):
    """Without hunspell each language has something to do, with the command that installs it."""
    command = [sys.executable, "-m", "macros", "--root", str(small), "check"]
    environment = {**os.environ, "PATH": "/nonexistent", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "hunspell: vēl darāms: Latviešu vārdu pareizrakstība nav pārbaudīta" in done.stdout
    assert "apt-get install hunspell hunspell-lv\n" in done.stdout
    assert "hunspell: vēl darāms: Angļu vārdu pareizrakstība nav pārbaudīta" in done.stdout
    assert "apt-get install hunspell hunspell-en-gb\n" in done.stdout


def test_install_names_the_dictionaries():
    """`make site` installs what the rules about spelling need."""
    assert "apt hunspell hunspell-lv hunspell-en-gb" in (ROOT / "requirements/install").read_text("utf-8")


def test_messages_have_the_apostrophe_of_print():
    """What the program says has ’ as all texts have; only docstrings and code may have the typewriter’s."""
    typed = []
    for path in (ROOT / "macros").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
            if is_text and re.search(r"\w'(?:s|t|re|ve|ll|d)\b", node.value):
                typed.append((path.name, node.lineno, node.value))
    assert typed == []


@pytest.mark.parametrize("typed", ['"', ": ", ". "])
def test_a_page_of_nothing_but_mistakes_is_checked_soon(small, typed):
    """As long as a page may be, all of one sign that is wrong: each mistake is told once a line, not from end to end."""
    page = small / "docs/lv/2020-2021/learners.md"
    lines = [typed * (4900 // len(typed))] * 39
    page.write_text(page.read_text("utf-8") + "\n" + "\n\n".join(lines) + "\n", "utf-8")
    begin = time.process_time()
    _book, found = checked(small)
    assert any(problem.file == "docs/lv/2020-2021/learners.md" for problem in found)
    assert time.process_time() - begin < 9  # a third of it where nothing else runs
