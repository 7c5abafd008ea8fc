"""The site while it is being written: each edit is seen, and each mistake until it is mended."""

import html
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import lxml.html
import pytest
from browsers import AXE, FAULTS, TAGS, until
from PIL import ExifTags, Image
from project import ROOT, build, files, needs_dictionaries, unnumbered

from macros import kept
from macros.desk.overlay import SCRIPT, STYLE
from macros.html.policy import COLOURS, ON_PAGES, hashed, policy

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds until an edit has to be seen; it takes less than one
PAGE = "2020-2021/learners/"
LV, EN = "docs/lv/2020-2021/learners.md", "docs/en/2020-2021/learners.md"
YAML = "data/2020-2021/learners.yml"


class Served:
    """The tiny report while it is served."""

    def __init__(self, root, command):
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.address = f"http://{address}/"
        self.log = root.parent / "serve.log"
        environment = {**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command, address], cwd=root, env=environment, stdout=output, stderr=output
            )

    def end(self):
        """Serve it no more."""
        self.process.terminate()
        self.process.wait()

    def get(self, path):
        """Give the status and the words that the server answers with, or nothing where it does not."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as page:  # noqa: S310 – our own server
                return page.status, page.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return 0, ""

    def until(self, path, *words, without=()):
        """Wait until a page holds the words, and none of others; give its HTML."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            text = self.get(path)[1]
            if all(word in html.unescape(text) for word in words) and not any(word in text for word in without):
                return text
            time.sleep(0.1)
        raise AssertionError(f"{path} has not {words}: {self.log.read_text('utf-8')}")

    def edit(self, file, old, new):
        """Save a file with other words in it."""
        text = (self.root / file).read_text("utf-8")
        assert old in text
        (self.root / file).write_text(text.replace(old, new), "utf-8")


def sheet_of(page):
    """Give the path of the style sheet of a page."""
    return re.search(r'"[./]*(assets/[^"]+\.css)"', page)[1]


def own(root):
    """Give the tiny report a program and a theme of its own, and what `mkdocs serve` needs to serve it in our way."""
    for name in ("macros", "theme"):
        (root / name).unlink()
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [macros/site/hook.py]\n")
    return root


@pytest.fixture(scope="session")
def owned(once, prepared):
    """The tiny report with a program and a theme of its own, which it was built by; to copy, not to change."""

    def make(folder):
        own(shutil.copytree(prepared, folder, symlinks=True))
        command = [sys.executable, "-m", "macros", "build"]
        subprocess.run(command, cwd=folder, env={**os.environ, "PDF": "0"}, stdout=subprocess.DEVNULL, check=True)
        shutil.rmtree(folder / "site")

    return once("owned", make)


@pytest.fixture
def root(owned, tmp_path):
    """A copy of it that a test may break."""
    return shutil.copytree(owned, tmp_path / "small", symlinks=True)


@pytest.fixture
def serve(root):
    """Start to serve the tiny report, with a program and a theme of its own."""
    started = []

    def serve(*command):
        started.append(Served(root, command or ("macros", "serve", "--address")))
        return started[-1]

    yield serve
    for served in started:
        served.end()


@pytest.fixture(scope="module")
def serving(owned, tmp_path_factory):
    """The tiny report while it is served, and its files as they were."""
    root = shutil.copytree(owned, tmp_path_factory.mktemp("serve") / "small", symlinks=True)
    before = _typed(root)
    served = Served(root, ("macros", "serve", "--address"))
    yield served, before
    served.end()


@pytest.fixture
def served(serving):
    """The tiny report while it is served, as it is; what a test changes in it is put back."""
    served, before = serving
    _as_it_was(served)
    yield served
    after = _typed(served.root)
    for name in after.keys() - before.keys():
        (served.root / name).unlink()
    for name in before:
        if after.get(name) != before[name]:
            (served.root / name).write_bytes(before[name])
    _as_it_was(served)


def _typed(root):
    """Give all files but those that the program writes for itself."""
    own = ("__pycache__", kept.FOLDER)
    return {name: content for name, content in files(root).items() if not any(part in name for part in own)}


def _as_it_was(served):
    """Wait until the pages that tests change are as they were."""
    served.until(PAGE, "Gada beigās", ">51</data>", without=["Kļūdas:", "jāaizpilda"])
    served.until("en/" + PAGE, "At the end", ">51</data>", without=["Kļūdas:"])


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
    file = root / YAML
    file.write_text(file.read_text("utf-8").replace("end: 21", "end: yes"), "utf-8")
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
        ('{{ value("learners.total_end" }}', "Izsaukumu {{ … }} nevar nolasīt"),
        ('{{ value("learners.total_ende", "learner") }}', "“learners.total_ende”"),
        ("{% include 'x' %}", "“{%” šeit nav atļauts"),
        ("{{ ''.__class__.__mro__ }}", "Divās figūriekavās drīkst būt tikai izsaukums"),
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


def test_nothing_but_the_site_is_served(served):
    """No address leads out of the site, nor to a list of its files."""
    for path in ("../mkdocs.yml", "%2e%2e/mkdocs.yml", "..%2f..%2fetc/passwd", "assets/", "site/index.html"):
        status, words = served.get(path)
        assert (status, "site_name" in words, "root:" in words) == (404, False, False)


def test_it_ends_with_ctrl_c(serve):
    """Ctrl+C ends it at once, without a word of Python; a taken address is told in both languages."""
    served = serve()
    served.until(PAGE, ">51</data>")
    again = subprocess.run(
        [sys.executable, "-m", "macros", "serve", "--address", served.address.split("/")[2]],
        cwd=served.root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert again.returncode == 2
    assert "nav brīva" in again.stdout
    assert "is not free" in again.stdout
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(10) == 0
    lv, en = served.log.read_text("utf-8").splitlines()
    assert lv.startswith(f"{served.address} – atveriet pārlūkā;")
    assert en.startswith(f"{served.address} – open it in a browser;")


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


def test_a_file_that_is_gone_is_not_served(served):
    """A picture that is given another name is at its new address only, as on the site."""
    folder = served.root / "docs/lv/2020-2021"
    Image.new("RGB", (60, 30), "teal").save(folder / "before.png")
    served.edit(LV, "# Audz", "![Sniegs](before.png)\n\n# Audz")
    served.until(PAGE, "before.png")
    with urllib.request.urlopen(f"{served.address}2020-2021/before.png", timeout=PATIENCE) as shown:  # noqa: S310
        assert shown.status == 200
    (folder / "before.png").rename(folder / "after.png")
    served.edit(LV, "before.png", "after.png")
    served.until(PAGE, "after.png", without=["before.png"])
    with urllib.request.urlopen(f"{served.address}2020-2021/after.png", timeout=PATIENCE) as shown:  # noqa: S310
        assert shown.status == 200
    assert served.get("2020-2021/before.png")[0] == 404


def test_links_of_the_disk_are_not_followed(served, tmp_path):
    """What the check refuses is not shown either: no file of the machine, by a link of its own or of its folder."""
    (tmp_path / "x.png").write_text("secret", "utf-8")
    (served.root / "docs/lv/x.png").symlink_to(tmp_path / "x.png")
    (served.root / "docs/lv/linked").symlink_to(tmp_path)
    (tmp_path / "index.html").write_text("secret", "utf-8")
    forwards = served.root / "docs/lv/pieklustamibas-pazinojums"
    forwards.symlink_to(tmp_path)
    served.until(PAGE, "docs/lv/x.png", "docs/lv/linked")
    assert served.get("x.png")[0] == served.get("linked/x.png")[0] == 404
    assert "secret" not in served.get("pieklustamibas-pazinojums/")[1]
    forwards.unlink()
    (served.root / "docs/lv/x.png").unlink()
    (served.root / "docs/lv/linked").unlink()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8000", 200),
        ("[::1]:80", 200),
        ("evil.example", 421),
        ("", 421),
        ("a@b:c", 421),
        ("[::1", 421),
    ],
)
def test_only_its_own_name_is_answered(served, name, status):
    """A site that leads its name here cannot read what is being written."""
    connection = http.client.HTTPConnection(served.address.split("/")[2])
    connection.request("GET", "/", headers={"Host": name})
    answer = connection.getresponse()
    assert answer.status == status
    assert (b"Mazais" in answer.read()) == (status == 200)


def test_the_head_of_an_answer_is_that_of_the_answer(served):
    """Whoever asks for the head only gets the same, without the content."""
    for path in ("", PAGE, sheet_of(served.get(PAGE)[1]), "site/", "site/index.html", ".edits", "en", "no.css"):
        answers = []
        for method in ("HEAD", "GET") if path != ".edits" else ("HEAD",):
            connection = http.client.HTTPConnection(served.address.split("/")[2], timeout=PATIENCE)
            connection.request(method, f"/{path}")
            answer = connection.getresponse()
            answers.append((answer.status, answer.headers["Content-Type"], answer.headers["Location"]))
            assert method == "GET" or answer.read() == b""
            connection.close()
        assert len(set(answers)) == 1, path


@pytest.mark.parametrize(
    "path", ["%00/", "a%00b.css", "%0a/", "a%7f/", "x/" * 2500, "x/" * 2500 + "a.css", f"{'x' * 300}/"]
)
def test_a_path_that_none_has_is_not_found(served, path):
    """Neither signs that no name has nor endless paths keep the server from answering."""
    assert served.get(path)[0] == 404


def test_a_pipe_is_told(served):
    """It is not waited for."""
    os.mkfifo(served.root / "docs/lv/x.md")
    served.until(PAGE, "docs/lv/x.md", "nav ne fails, ne mape")
    (served.root / "docs/lv/x.md").unlink()


def test_many_may_ask_at_once(served):
    """All are answered, in a sensible time."""
    began = time.monotonic()
    with ThreadPoolExecutor(200) as pool:
        answers = list(pool.map(served.get, [PAGE, sheet_of(served.get(PAGE)[1])] * 100))
    assert {status for status, _words in answers} == {200}
    assert time.monotonic() - began < PATIENCE / 2


def test_the_page_that_only_forwards_stays(served):
    """What stands in the docs as HTML is served as it is; a name that no file can have is no page."""
    folder = served.root / "docs/lv/pieklustamibas-pazinojums"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Tālāk</title><p>Tālāk</p>", "utf-8")
    served.until("pieklustamibas-pazinojums/", "<p>Tālāk</p>")
    for _twice in range(2):
        status, page = served.get("pieklustamibas-pazinojums/")
        assert (status, "<p>Tālāk</p>" in page) == (200, True)
    assert served.get(f"{'x' * 300}/")[0] == 404
