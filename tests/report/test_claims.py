"""What is said of the data: while it holds, when it does not, and when nothing can be compared."""

import re
import shutil

import pytest
from project import checked, edit

from macros.html.page import PageMaker
from macros.html.render import Renderer

YEAR = "2020-2021"
SET = "targets.measured.learners.set"
CLAIM = '{{ claim("dogs") }}'
"""One that says nothing, as there are none."""


def html(root, page="index", language="lv"):
    """Give the HTML of a page of the tiny report."""
    book, found = checked(root)
    assert [problem for problem in found if problem.level == "error"] == []
    made = PageMaker(Renderer(book, language)).content(book.page(language, f"{YEAR}/{page}.md")).html
    return made.replace("\u00a0", " ")


def test_a_claim_says_what_holds_or_what_is_said_instead(small):
    """Of three claims, one holds, one has other words and one says nothing."""
    said = html(small)
    assert "Nekas nav atmests. Maksa: viena sniega pika.</p>" in said
    edit(small / f"data/{YEAR}/fees.yml", "monthly: { lv: viena sniega pika, en: one snowball }", "monthly:")
    assert "Nekas nav atmests. Maksa nav norādīta.</p>" in html(small)
    edit(small / f"data/{YEAR}/programmes.yml", "closed_of_opened: 0", "closed_of_opened: 1")
    edit(small / f"data/{YEAR}/claims.yml", "  kind: none\n", "  otherwise:\n  kind: none\n")
    assert "Ir jaunas programmas. Viss ir sasniegts. Ir suņi. Maksa" in html(small)


@pytest.mark.parametrize(
    ("reached", "said"),
    [
        ((51, 80), "Maz: Priecīgie, 80 %. Maksa"),
        ((49, 89), "Maz: audzēkņu ir 49. Maz: Priecīgie, 89 %. Maksa"),
        ((49, ""), "Maz: audzēkņu ir 49. Maksa"),
        ((51, 90), "Visa gana. Maksa"),
        (("", ""), "Visa gana. Maksa"),
    ],
)
def test_of_each_item_a_sentence_of_its_own_is_said(small, reached, said):
    """One claim names every target that was missed, one by one; what is not stated is not compared."""
    edit(
        small / f"data/{YEAR}/claims.yml",
        """dogs:
  says: { lv: "Ir suņi.", en: "There are dogs." }
  kind: some
  value: programmes.closed_of_opened
  otherwise:
""",
        """dogs:
  each: targets.measured
  says:
    lv: 'Maz: {{ value("targets.measured.*.name") }}, {{ value("targets.measured.*.reached") }}.'
    en: 'Few: {{ value("targets.measured.*.name") }}, {{ value("targets.measured.*.reached") }}.'
  instead:
    learners:
      lv: 'Maz: audzēkņu ir {{ value("targets.measured.learners.reached") }}.'
      en: 'Few: learners are {{ value("targets.measured.learners.reached") }}.'
  kind: missed
  target: targets.measured.*.set
  result: targets.measured.*.reached
  otherwise: { lv: Visa gana., en: There is enough. }
""",
    )
    for was, now in zip(("reached: 51", "reached: 80"), reached, strict=True):
        edit(small / f"data/{YEAR}/targets.yml", was, f"reached: {now}")
    shutil.rmtree(small / "data/records", ignore_errors=True)
    book, _found = checked(small)
    made = PageMaker(Renderer(book, "lv")).content(book.page("lv", f"{YEAR}/index.md")).html
    assert f"Nekas nav atmests. {said}" in re.sub(r"<[^>]+>", "", made).replace("\u00a0", " ")
    assert made.count('<span class="each">Maz:') == made.count('class="each"') == said.count("Maz:")


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ("{ lv: no 10 līdz 20 eiro, en: 10 to 20 euros }", "Maksa: no 10 līdz 20 eiro.</p>"),
        ("{ lv: 15 eiro mēnesī., en: 15 euros a month. }", "Maksa: 15 eiro mēnesī.</p>"),
        ("{ lv: '{{ value(\"SET\") }} eiro', en: '{{ value(\"SET\") }} euros' }", "</data> eiro.</p>"),
    ],
)
def test_what_the_centre_charges_is_said_as_it_is_typed(small, fee, said):
    """Its numbers are the datum, or come from the data; a full stop behind it is not written twice."""
    edit(small / f"data/{YEAR}/fees.yml", "{ lv: viena sniega pika, en: one snowball }", fee.replace("SET", SET))
    assert said in html(small)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (f"Labi. {CLAIM} Silti.", "<p>Labi. Silti.</p>"),
        (f"{CLAIM} Labi.", "<p>Labi.</p>"),
        (f"Labi. {CLAIM}", "<p>Labi.</p>"),
        (f"Labi.\n{CLAIM}\nSilti.", "<p>Labi.\nSilti.</p>"),
        (f"Labi.\n\n{CLAIM}\n\nSilti.", "<p>Labi.</p>\n\n<p>Silti.</p>"),
        (f"- Labi.\n- {CLAIM}\n- Silti.", "<ul>\n<li>Labi.</li>\n<li>Silti.</li>\n</ul>"),
        (f"Labi.\n\n- {CLAIM}\n\nSilti.", "<p>Labi.</p>\n<p>Silti.</p>"),
    ],
)
def test_where_nothing_is_said_nothing_is_left(small, typed, shown):
    """No space, no empty item, list or paragraph tells that something might stand there."""
    for language in ("lv", "en"):
        words = typed if language == "lv" else typed.replace("Labi", "Well").replace("Silti", "Warm")
        edit(small / f"docs/{language}/{YEAR}/rest.md", "\n\n", f"\n\n{words}\n\n")
    made = html(small, "rest")
    assert re.sub(r"\n+", "\n", shown) in re.sub(r"\n+", "\n", made)


def test_nothing_is_said_of_what_is_not_stated(small):
    """A new year, whose numbers are blank, begins without claims, and without a mistake."""
    for area in ("21", "30"):
        edit(small / f"data/{YEAR}/learners.yml", f"end: {area}", "end:")
    book, found = checked(small)
    assert [problem.rule for problem in found if problem.level == "error"] == ["rules_hold_or_are_known_not_to"] * 0
    assert book.claims[YEAR]["ice_is_larger"].said == ()
    assert not book.claims[YEAR]["ice_is_larger"].untrue


@pytest.mark.parametrize(
    ("language", "listed"), [("lv", "sniega joma – 21; ledus joma – 30."), ("en", "snow – 21; ice – 30.")]
)
def test_a_star_shows_all_there_is(small, language, listed):
    """What is added to the data is shown without anybody naming it."""
    for one in ("lv", "en"):
        edit(
            small / f"docs/{one}/{YEAR}/rest.md",
            "\n\n",
            '\n\n{{ value("learners.areas.*.end") }}.\n\n{{ list("fees.entitled.*") }}\n\n',
        )
    made = html(small, "rest", language)
    assert listed in re.sub(r"<[^>]+>", "", made)
    assert f"<ul>\n<li>{'visi' if language == 'lv' else 'all'}.</li>\n</ul>" in made


def test_what_is_not_said_need_not_be_read_again(small):
    """A number that bends other words than before is told where a claim says it, and not where the claim is silent."""
    claims = small / "data/2020-2021/claims.yml"
    edit(claims, '"Ir suņi."', "'Ir {{ value(\"learners.total_end\") }} mazo suņu.'")
    edit(claims, '"There are dogs."', "'There are {{ value(\"learners.total_end\") }} dogs.'")
    (small / "data/records").mkdir(exist_ok=True)
    (small / "data/records/numbers.txt").write_text("50  2020-2021/learners.total_end\n", "utf-8")

    def told():
        return {problem.file for problem in checked(small)[1] if problem.rule == "sentences_are_read_again"}

    assert told() == {"docs/lv/2020-2021/learners.md"}
    edit(claims, "value: programmes.closed_of_opened\n  otherwise:", "value: programmes.opened\n  otherwise:")
    assert told() == {"docs/lv/2020-2021/learners.md", "data/2020-2021/claims.yml"}
