"""The site as one file: it opens from a folder by a double click, with all its links and its search, and asks nobody."""

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from macros.site.offline import NAME, offline, pack

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files(built):
    """What is in the file, by name."""
    return offline(built.folder)


def test_same_site_same_bytes(built, tmp_path):
    """Two files are the same, byte by byte, wherever and whenever they are made; what servers need is left out."""
    for name in ("a.zip", "b.zip"):
        pack(built.folder, tmp_path / name, "1700000000")
    first = (tmp_path / "a.zip").read_bytes()
    assert first == (tmp_path / "b.zip").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((2023, 11, 14, 22, 13, 20), 3, 0o644 << 16)
    }
    assert f"{NAME}/index.html" in first.decode("latin-1")
    assert not [entry.filename for entry in entries if entry.filename.endswith(("404.html", ".map", "sitemap.xml"))]


def test_every_link_leads_to_a_file(files):
    """All that a page links to or loads is in the file under that very name, pages too; nothing hangs on a server."""
    lost, followed = [], 0
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = lxml.html.fromstring(content.decode())
        page.make_links_absolute(f"https://offline.invalid/{name}", handle_failures="discard")
        addresses = [(element, address) for element, _attribute, address, _at in page.iterlinks()]
        for element, address in addresses:
            if address.startswith("https://offline.invalid/"):
                followed += 1
                target = unquote(urlsplit(address).path).lstrip("/")
                lost += [(name, element.tag, address)] if target not in files else []
            else:
                assert element.tag in ("a", "link"), address
    assert lost == []
    assert followed > 3000


def test_words_are_those_of_the_site(files, built):
    """Pages differ from the site's in addresses only, PDFs and data in nothing."""
    for name, content in files.items():
        if name.endswith(".html"):
            own = (built.folder / name).read_text("utf-8")
            assert lxml.html.fromstring(content.decode()).text_content() == lxml.html.fromstring(own).text_content()
        elif name.endswith((".pdf", ".csv", ".json", ".css")):
            assert content == (built.folder / name).read_bytes()


@pytest.mark.parametrize("tag", ['<a title="1 > 0" href="b/#x">', '<a\nhref="b/?q#x">', '<a href="./b/">'])
def test_only_addresses_change(tmp_path, tag):
    """Words that look like an address stay; whatever else a tag says, its address is found."""
    (tmp_path / "b").mkdir()
    for file in ("index.html", "b/index.html"):
        (tmp_path / file).write_text(f'{tag}&lt;a href="b/"></a><a href="c/"></a><a href="https://b/"></a>')
    page = offline(tmp_path)["index.html"].decode()
    assert page.startswith(tag.replace("b/", "b/index.html"))
    assert page.endswith('>&lt;a href="b/"></a><a href="c/"></a><a href="https://b/"></a>')


@pytest.mark.parametrize("width", [390, 1280])
def test_a_double_click_opens_it(browser, unpacked, width):
    """From a folder the site is read as from a server: languages, numbers, PDF and search; nothing fails or is asked for."""
    page, wrong = browser.new_page(viewport={"width": width, "height": 844}), []
    page.on("request", lambda request: request.url.startswith("file:") or wrong.append(request.url))
    # What the next page broke off, such as an icon still on its way, is not missing.
    page.on("requestfailed", lambda one: one.failure == "net::ERR_ABORTED" or wrong.append(f"{one.failure} {one.url}"))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((unpacked / "index.html").as_uri())
    page.click("article a.md-button")
    page.wait_for_url("**/2024-2025/index.html")
    (pdf,) = [
        link for link in page.eval_on_selector_all("a", "all => all.map(one => one.href)") if link.endswith("pdf")
    ]
    assert Path(unquote(urlsplit(pdf).path)).read_bytes()[:5] == b"%PDF-"
    page.click("text=English")
    page.wait_for_url("**/en/2024-2025/index.html")
    page.goto((unpacked / "en/2024-2025/learners/index.html").as_uri())
    page.click("text=Latviešu")
    page.wait_for_url("**/pasnovertejuma-zinojums/2024-2025/learners/index.html")
    page.locator("article a.bound").first.click()
    page.wait_for_url("**/2024-2025/numbers/index.html#*")
    for language, query, place in (("", "audzekniem", "learners/"), ("en/", "Saules 7", "learners/")):
        page.goto((unpacked / language / "2024-2025/targets/index.html").as_uri())
        page.click("label[for=__search]" if width == 390 else "input.md-search__input")
        page.keyboard.type(query)
        first = page.locator(".md-search-result__item a").first
        first.wait_for()
        assert any(sign.isdigit() for sign in page.locator(".md-search [role=status]").inner_text())
        first.click()
        page.wait_for_url(f"**/{language}2024-2025/{place}index.html*")
        assert page.locator("article h1").is_visible()
    page.close()
    assert wrong == []


def test_a_site_for_servers_has_no_dead_search(browser, built):
    """Whoever opens a page of the folder `site` itself sees no search, as it could not work there."""
    page = browser.new_page()
    page.goto((built.folder / "about/index.html").as_uri())
    assert page.locator(".md-search").count() == 1
    assert not page.locator(".md-search").is_visible()
    page.close()


def test_the_command_tells_what_to_pass_on(small_built, run):
    """`report zip` wants a built site, and tells the file and the latest PDFs as steps of a workflow tell them."""
    (small_built / "site").rename(small_built / "kept")
    done = run("zip", cwd=small_built)
    assert (done.returncode, "Uzbūvējiet to: make site" in done.stderr) == (2, True)
    (small_built / "kept").rename(small_built / "site")
    assert run("zip", cwd=small_built).stdout == "site=pasnovertejuma-zinojums.zip\n"
    (small_built / "site/en/2020-2021/self-assessment-report-2020-2021.pdf").write_bytes(b"")
    told = "site=pasnovertejuma-zinojums.zip\npdf_en=site/en/2020-2021/self-assessment-report-2020-2021.pdf\n"
    assert run("zip", cwd=small_built).stdout == told
    with zipfile.ZipFile(small_built / "pasnovertejuma-zinojums.zip") as packed:
        assert packed.testzip() is None
        assert f"{NAME}/en/index.html" in packed.namelist()
