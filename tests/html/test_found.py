"""What has to be there and is not is a fault that shows, wherever it is looked for."""

import json
import re
import shutil

import jinja2
import lxml.html
import pytest
from project import ROOT, edit

from macros.desk.overlay import BARE, Seen, overlaid
from macros.desk.review import review
from macros.html.found import NotFound, the_one, with_added, without
from macros.paper.publish import publish
from macros.paper.section import read_section
from macros.report.opened import read_book
from macros.site.draft import Draft
from macros.site.offline import pack
from macros.site.search import part_rows

FRONT = "site/2020-2021/index.html"
OLD = re.findall(r"exchanged\([\w.()]+, '([^']+)'", (ROOT / "theme/main.html").read_text("utf-8"))


@pytest.fixture
def themed(small):
    """The tiny report with a theme that a test may break."""
    (small / "theme").unlink()
    shutil.copytree(ROOT / "theme", small / "theme")
    return small


def test_the_one_is_the_only_one():
    """None, two, or an empty text are not found; an empty element is."""
    page = lxml.html.fromstring("<main><p></p><br><br><a href=' '>b</a></main>")
    assert the_one(page, "./p", "a page").tag == "p"
    assert the_one(page, "./a/text()", "a page") == "b"
    for path, said in (("./ol", "found 0 of ./ol"), ("./br", "found 2 of"), ("./a/@href", "found an empty one of")):
        with pytest.raises(NotFound, match=f"^a page: {re.escape(said)}"):
            the_one(page, path, "a page")


def test_words_are_put_behind_what_is_first_found():
    """Once, and nowhere where nothing is found."""
    assert with_added("<b>\n<b>", "<b>\n", "x", "a page") == "<b>\nx<b>"
    with pytest.raises(NotFound, match=r"^a page: found nothing of <i>"):
        with_added("<b>", "<i>", "x", "a page")


def test_words_are_left_out_where_they_stand_once():
    """What is not there, or more than once, cannot be left out."""
    assert without("a b c", " b", "a sheet") == "a c"
    for text in ("a", "bb"):
        with pytest.raises(NotFound, match=r"^a sheet: found [02] of b"):
            without(text, "b", "a sheet")


@pytest.mark.parametrize(("old", "new"), [('id="table-downloads"', 'id="table-files"'), ("<tbody>", "<tbody >")])
def test_the_table_of_files(small_built, old, new):
    """A front page that calls for its files and has no table to list them in is not published without them."""
    page = small_built / FRONT
    before, table, after = page.read_text("utf-8").partition('id="table-downloads"')
    page.write_text(before + (table + after).replace(old, new), "utf-8")
    with pytest.raises(NotFound, match="table-downloads"):
        publish(read_book(small_built)[0], small_built / "site", small_built, with_pdf=False)


def test_a_front_page_that_does_not_list_its_files(small_built):
    """Whose author took the table away is published without it."""
    edit(small_built / "docs/lv/2020-2021/index.md", '{{ table("downloads") }}', "")
    page = small_built / FRONT
    edit(page, 'id="table-downloads"', 'id="none"')
    before = page.read_bytes()
    publish(read_book(small_built)[0], small_built / "site", small_built, with_pdf=False)
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"), [("<article", "<div"), ('"og:title"', '"title"'), ('rel="canonical"', 'rel="self"')]
)
def test_what_the_edition_takes_from_a_page(small_built, old, new):
    """Without its article, short title or address, a page is no section of the edition."""
    edit(small_built / "site/2020-2021/learners/index.html", old, new)
    with pytest.raises(NotFound, match="learners"):
        read_section(small_built / "site", "2020-2021/learners")


@pytest.mark.parametrize(
    ("cells", "text", "parted"),
    [
        ("<td>a &amp; b</td> <td>2</td>", "a &amp; b 2", "<p>a &amp; b 2</p>"),
        ("<td>a</td> <td><code>2</code></td>", "a <code>2</code>", "a <code>2</code>"),
        ("<td>a</td> <td>2</td>", "a<br>2", None),
    ],
)
def test_rows_in_the_search(tmp_path, cells, text, parted):
    """Each row of a page's tables is in the index, but for tags that are kept, or the index is not what it was."""
    (tmp_path / "search").mkdir()
    file = tmp_path / "search/search_index.json"
    file.write_text(json.dumps({"docs": [{"location": "#a", "text": text}]}), "utf-8")
    (tmp_path / "index.html").write_text(f"<article><table><tr>{cells}</tr></table></article>", "utf-8")
    if parted is None:
        with pytest.raises(NotFound, match="found no row"):
            part_rows(tmp_path, "worker.js")
    else:
        part_rows(tmp_path, "worker.js")
        assert json.loads(file.read_text("utf-8"))["docs"][0]["text"] == parted


@pytest.mark.parametrize(
    "lost", ["search/search_index.json", "en/search/search_index.json", "assets/immutable/report.*.js"]
)
def test_search_without_a_server(small_built, tmp_path, lost):
    """Without the index of either language, or the script that reads it, there is no file to pass on."""
    (found,) = (small_built / "site").glob(lost)
    found.unlink()
    with pytest.raises(NotFound, match=lost.removesuffix("on").partition("*")[0].rstrip(".")):
        pack(small_built / "site", tmp_path / "site.zip", "0")
    assert not (tmp_path / "site.zip").exists()


def test_all_that_the_theme_exchanges_is_tried():
    """The theme exchanges words of Material in the way that fails, and in no other."""
    assert len(OLD) == 6
    assert (ROOT / "theme/main.html").read_text("utf-8").count("replace(") == 1


@pytest.mark.parametrize("old", [*OLD, "_label"])
def test_what_the_theme_exchanges(themed, tmp_path, old):
    """Where Material no longer has the words that the theme exchanges, no page is made."""
    edit(themed / "mkdocs.yml", "  font: false", "  font: false\n  features: [navigation.indexes]")
    edit(themed / "mkdocs.yml", "/rest.md\n", "/rest.md\n      - 2020-2021/criterion-rest.md\n")
    for page in themed.glob("docs/*/2020-2021/rest.md"):
        shutil.copy(page, page.with_name("criterion-rest.md"))
    Draft(read_book(themed)[0], themed, "lv", tmp_path / "sound").make("2020-2021/learners/index.html")
    edit(themed / "theme/main.html", f"'{old}", f"'{old[:-1]}?" + old[-1])
    with pytest.raises(jinja2.TemplateNotFound, match=r"theme/main\.html: Material has no"):
        Draft(read_book(themed)[0], themed, "lv", tmp_path / "site").make("2020-2021/learners/index.html")


@pytest.mark.parametrize(("old", "new"), [("<body>", "<p>"), ("<title>", "<p>")])
def test_mistakes_on_top_of_a_page(small, old, new):
    """A page that has no place for them is not shown as if there were none."""
    seen = Seen(exists=True, fresh=True, html=BARE.replace(old, new), errors=(), todo=())
    with pytest.raises(NotFound, match=f"found nothing of {old[:-1]}"):
        overlaid(seen, small, "/edits", 1)


def test_the_sheet_of_the_review_copy(themed):
    """The copy needs no other file: the sheet that the edition's own brings in has to be known."""
    edit(themed / "theme/assets/stylesheets/print.css", '@import url("paper.css")', "@import 'paper.css'")
    with pytest.raises(NotFound, match=r"print\.css"):
        review(read_book(themed)[0], [], themed, "2020-2021", "lv")
