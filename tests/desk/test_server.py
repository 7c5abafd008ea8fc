"""What serves the site while it is being written answers to its own name, with nothing but the site, to all who ask."""

import http.client
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from live import LV, PAGE, PATIENCE, sheet_of
from PIL import Image

pytestmark = pytest.mark.slow


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
    served.until(PAGE, "docs/lv/x.png", "docs/lv/linked")
    assert served.get("x.png")[0] == served.get("linked/x.png")[0] == 404
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


def test_html_among_the_pages_is_not_shown(served):
    """What stands in the docs as HTML is told, and served to nobody; a name that no file can have is no page."""
    folder = served.root / "docs/lv/pieklustamibas-pazinojums"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><script>alert(1)</script>", "utf-8")
    served.until(PAGE, "docs/lv/pieklustamibas-pazinojums/index.html")
    assert "alert(1)" not in served.get("pieklustamibas-pazinojums/")[1]
    assert served.get(f"{quote('😀' * 200)}/")[0] == 404
    assert served.get(f"{'x' * 300}/")[0] == 404
