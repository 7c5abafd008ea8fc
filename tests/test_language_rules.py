"""What is told of signs, words and slips, sentence by sentence, and what is left in peace."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from macros.check import inspect
from macros.check.typography import findings
from macros.dictionary import suggestions, unknown
from macros.prose import ADDRESS, FIGURE, plain


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
        ("lv", f"tikšanās - {FIGURE}", ("tikšanās – …",)),
        ("lv", "Pirms- un pēcskolas; metode(-es); programmā/-s; e-klase", ()),
        ("en", "a two- or three-year plan – done", ()),
        ("lv", "vismaz 6-7 pasākumi", ("6–7",)),
        ("lv", "vismaz 6 - 7 pasākumi", ("6–7",)),
        ("lv", "5.-9. klase", ("5.–9.",)),
        ("lv", f"no {FIGURE}-{FIGURE}", ("…–…",)),
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
        # full stops
        ("lv", "Un tā tālāk...", ("tālāk…",)),
        ("lv", "utt..", ("utt.",)),
        ("lv", "jā,, nē", ("jā,",)),
        ("lv", f"Vietnē {ADDRESS} Šobrīd ir 40.", ("…. Šobrīd",)),
        # numbers
        ("lv", "apmēram 10.98 stundas", ("10,98",)),
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
