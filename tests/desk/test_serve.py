"""The site while it is being written: each edit is seen, and each mistake until it is mended."""

import html
import re
import urllib.error
import urllib.request

import lxml.html
import pytest
from browsers import AXE, FAULTS, TAGS, until
from live import EN, LV, PAGE, PATIENCE, sheet_of
from PIL import ExifTags, Image
from project import build, edit, needs_dictionaries, unnumbered

from macros.desk.overlay import SCRIPT, STYLE
from macros.html.policy import COLOURS, ON_PAGES, hashed, policy

pytestmark = pytest.mark.slow

YAML = "data/2020-2021/learners.yml"


def told(page):
    """Give what a page tells to be wrong: `(place, line as typed, Latvian, English)` each."""
    found = []
    for item in lxml.html.fromstring(page).xpath("//aside[contains(@class, 'preview')]//li"):
        place, *typed, lv, en = (" ".join(part.text_content().split()) for part in item)
        assert item.xpath("count(p[@lang='en'])") == 1
        found.append((place, "".join(typed), lv, en))
    return found


COMMANDS = pytest.mark.parametrize("command", [("macros", "serve", "--address"), ("mkdocs", "serve", "-a")])


@COMMANDS
def test_edits_are_seen_in_both_languages(serve, command):
    """An edit of a page, a YAML file, the theme or the program is seen; `mkdocs serve` serves in the same way."""
    served = serve(*command)
    served.until(PAGE, ">51</data>")
    served.until("en/" + PAGE, ">51</data>")
    served.edit(LV, "Gada beigās", "Gada noslēgumā")
    served.until(PAGE, "Gada noslēgumā")
    served.edit(EN, "At the end", "In the end")
    served.until("en/" + PAGE, "In the end")
    served.edit(YAML, "end: 21", "end: 22")
    served.until(PAGE, ">52</data>")
    served.until("en/" + PAGE, ">52</data>")
    served.edit("theme/partials/logo.html", "wordmark", "seen-wordmark")
    served.until(PAGE, "seen-wordmark")
    served.until("en/" + PAGE, "seen-wordmark")
    link = sheet_of(served.get(PAGE)[1])
    with (served.root / "theme/assets/stylesheets/report.css").open("a", encoding="utf-8") as sheet:
        sheet.write(".seen { color: red }\n")
    page = served.until(PAGE, "report.", without=[link])
    served.until(sheet_of(page), ".seen{")
    served.edit("macros/html/templates/table.html", '"data-table__table', '"data-table__seen')
    served.until(PAGE, "data-table__seen")
    served.until("en/" + PAGE, "data-table__seen")
    served.edit("macros/html/table.py", "data-table__number", "data-table__order")
    served.until(PAGE, "data-table__order")
    served.until("en/" + PAGE, "data-table__order")


def test_a_mistake_in_the_data_is_told_on_the_page_until_it_is_mended(served):
    """The page stays and tells file, line, what stands there and what to write; mended, both languages are new."""
    served.edit(YAML, "end: 21", "end: twenty <b>")
    page = served.until(PAGE, "Kļūdas: 1")
    (problem,) = told(page)
    assert problem == (
        f"{YAML}:9",
        "end: twenty <b>",
        "“learners.areas.snow.end”: ierakstīts “twenty <b>”, bet te jābūt veselam skaitlim, piemēram, 1283. Ja skaitlis nav zināms, aiz kola neko nerakstiet.",
        "“learners.areas.snow.end”: “twenty <b>” is written, but this has to be a whole number such as 1283. If the number is not known, write nothing after the colon.",
    )
    assert "<b>" not in page
    assert ">51</data>" in page
    assert "lapa ir tāda, kāda bija" in page
    assert lxml.html.fromstring(page).findtext(".//title").startswith("Kļūdas: 1 – Audzēkņi")
    served.edit(YAML, "end: twenty <b>", "end: 22")
    served.edit(YAML, "left: 4", "left: 3")
    served.edit("data/2020-2021/targets.yml", "reached: 51", "reached: 52")
    served.until(PAGE, ">52</data>", without=["Kļūdas:"])
    served.until("en/" + PAGE, ">52</data>", without=["Kļūdas:"])


def test_pages_are_seen_while_rules_do_not_hold(served):
    """What can be shown is, with what is wrong in it: only what cannot be read keeps a page as it was."""
    served.edit(YAML, "end: 21", "end: 22")
    page = served.until(PAGE, ">52</data>", "Kļūdas:")
    assert (
        "22 + 30 = 52, bet “Audzēkņi mācību gada noslēgumā: rezultāts, kā norādīts pie mērķiem” (targets.measured.learners.reached) ir 51"
        in html.unescape(page)
    )
    assert "lapa ir tāda, kāda bija" not in page


@needs_dictionaries
def test_a_word_that_the_dictionary_lacks_is_seen_and_told(served):
    """A new word shows on the page at once, together with what to do about it."""
    served.until(PAGE, "Gada beigās")
    served.edit(LV, "Gada beigās", "Gada beigāsss")
    page = served.until(PAGE, "Gada beigāsss bija", "Kļūdas: 1")
    assert "beigāsss" in told(page)[0][2]


@COMMANDS
def test_it_starts_with_a_mistake(serve, root, command):
    """A mistake that was there before is told in the place of the page, and the page comes once it is mended."""
    edit(root / YAML, "end: 21", "end: yes")
    served = serve(*command)
    page = served.until(PAGE, "Kļūdas: 1")
    assert told(page)[0][0] == f"{YAML}:9"
    assert lxml.html.fromstring(page).xpath("//body/*[not(self::style or self::script)]/@class") == [
        "preview preview--bare"
    ]
    served.edit(YAML, "end: yes", "end: 21")
    served.until(PAGE, ">51</data>", without=["Kļūdas:"])


def test_a_call_that_cannot_be_read_keeps_its_page_as_it_was(served):
    """Nothing of a page is run that was not understood; other pages are new meanwhile."""
    call = good = '{{ value("learners.total_end", "learner") }}'
    for typed, says in (
        ('{{ value("learners.total_end" }}', "Šo izsaukumu nevar nolasīt"),
        ('{{ value("learners.total_ende", "learner") }}', "“learners.total_ende”"),
        ("{% include 'x' %}", "“{%” šeit nav atļauts"),
        ("{{ ''.__class__.__mro__ }}", "Dubultās figūriekavās drīkst būt tikai"),
    ):
        served.edit(LV, call, typed)
        page = served.until(PAGE, ">51</data>", "Kļūdas:", "lapa ir tāda, kāda bija", says)
        assert f"{LV}:7" in [place for place, *_words in told(page)]
        call = typed
    served.edit(EN, "At the end", "In the end")
    served.until("en/" + PAGE, "In the end")
    served.edit(LV, call, good)
    served.until(PAGE, ">51</data>", without=["Kļūdas:"])


def test_a_broken_configuration_is_told(served):
    """A mistake in mkdocs.yml ends nothing; mended, all is as before."""
    for old, new, says in (
        ("nav:\n", "nav: [\n", "Satura rādītāju “nav:” nevar nolasīt"),
        ("  name: material\n", "  name: immaterial\n", "immaterial"),
        ("plugins:\n", "plugins:\n  no_such: {}\n", "no_such"),
    ):
        served.edit("mkdocs.yml", old, new)
        page = served.until(PAGE, "Kļūdas:", ">51</data>", says)
        assert any(says in lv and place.startswith("mkdocs.yml") for place, _typed, lv, _en in told(page))
        served.edit("mkdocs.yml", new, old)
    served.edit(LV, "Gada beigās", "Gada noslēgumā")
    served.until(PAGE, "Gada noslēgumā", without=["Kļūdas:"])


def test_a_page_that_is_gone(served):
    """A page that was deleted is no longer shown; the mistakes that follow are told, and it comes back."""
    kept = (served.root / LV).read_bytes()
    (served.root / LV).unlink()
    page = served.until(PAGE, "Kļūdas:", without=[">51</data>"])
    assert any(LV in " ".join(problem) or "2020-2021/learners.md" in " ".join(problem) for problem in told(page))
    (served.root / LV).write_bytes(kept)
    served.until(PAGE, ">51</data>", without=["Kļūdas:"])
    assert served.get("no/such/page/")[0] == 404
    assert "Šādas lapas nav." in served.get("no/such/page/")[1]


def test_a_mistake_in_the_program_is_told(served):
    """A program that cannot run is not begun anew; mended, it is."""
    served.edit("macros/html/render.py", "class Renderer:", "class Renderer")
    page = served.until(PAGE, "Kļūdas: 1", ">51</data>")
    assert "SyntaxError" in told(page)[0][2]
    served.edit("macros/html/render.py", "class Renderer", "class Renderer:")
    served.until(PAGE, ">51</data>", without=["Kļūdas:"])


def test_what_is_still_to_do_is_told_on_its_page(served):
    """A page tells what is to be done about it, folded, and not what is to be done elsewhere."""
    served.edit(LV, "Gada beigās", "Atbildīgais: jāaizpilda.\n\nGada beigās")
    page = lxml.html.fromstring(served.until(PAGE, "Šajā lapā vēl darāms:", f"{LV}:7"))
    assert page.xpath("count(//aside/details[@open])") == 0
    assert LV not in served.get("2020-2021/warmth/")[1]


def test_a_page_that_is_served_is_the_page_that_is_published(served, monkeypatch, tmp_path):
    """But for what is laid on top, a page is byte by byte what a build makes of it."""
    served.until("", "Mazais")
    monkeypatch.setenv("SITE_URL", served.address)
    monkeypatch.setenv("PDF", "0")
    assert build(served.root, tmp_path / "site") == 0
    pages = [file for file in (tmp_path / "site").rglob("index.html") if not {"print", "editions"} & {*file.parts}]
    assert len(pages) == 14
    for file in pages:
        if file.parent.name == "2020-2021":  # the build adds what is for paper
            continue
        path = file.parent.relative_to(tmp_path / "site").as_posix().removeprefix(".") + "/"
        page = re.sub(r"<style>\.preview.*?</script>", "", served.get(path.lstrip("/"))[1], flags=re.DOTALL)
        laid_on_top = policy([COLOURS, hashed(SCRIPT)], [hashed(STYLE)])
        assert page.replace(laid_on_top, ON_PAGES) == unnumbered(file.read_bytes()).decode()


def test_what_only_a_whole_site_has_is_built_when_it_is_asked_for(served):
    """The search and the downloads work, and follow an edit."""
    assert "Gada beigās" in served.get("search/search_index.json")[1]
    served.edit(LV, "Gada beigās", "Gada noslēgumā")
    served.until(PAGE, "Gada noslēgumā")
    assert "Gada noslēgumā" in served.get("search/search_index.json")[1]
    assert '"school_year": "2020-2021"' in served.get("2020-2021/data.json")[1]
    assert served.get("assets/images/favicon.svg")[1].startswith("<svg")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_follows(served, browser, scheme):
    """A browser shows a mistake and its end without a hand on it; axe finds nothing wrong with what is laid on top."""
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(served.address + PAGE)
        served.edit(YAML, "end: 21", "end: yes")
        page.wait_for_selector(f"aside.preview--errors[lang=lv] >> text={YAML}:9")
        page.evaluate(AXE)
        assert page.evaluate(FAULTS.replace("axe.run(document", "axe.run('aside'"), TAGS) == []
        assert page.evaluate("(a => a.scrollWidth <= a.clientWidth)(document.querySelector('aside'))")
        served.edit(YAML, "end: yes", "end: 21")
        page.wait_for_selector("aside.preview--errors", state="detached")
        until(page, "document.title.startsWith('Audzēkņi')")


def test_a_picture_is_shown_as_the_site_will_have_it(served):
    """A photograph has no more in the preview than what will be published; one that is broken is told on its page."""
    photo = served.root / "docs/lv/2020-2021/Mans attēls.jpg"
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Telefons"
    Image.new("RGB", (1800, 900), "teal").save(photo, exif=exif)
    served.edit(LV, "# Audz", "![Sniegs](Mans attēls.jpg)\n\n# Audz")
    served.until(PAGE, 'src="../Mans-attēls.jpg"', 'width="1600"', 'height="800"')
    with urllib.request.urlopen(f"{served.address}2020-2021/Mans-att%C4%93ls.jpg", timeout=PATIENCE) as shown:  # noqa: S310
        content = shown.read()
    assert (b"Telefons" in content, content[:3]) == (False, b"\xff\xd8\xff")
    photo.write_bytes(photo.read_bytes()[:900])
    served.until(PAGE, "ir bojāts")
    photo.unlink()
