"""The search in Firefox, which is asked over WebDriver BiDi."""

import asyncio
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
pytestmark = pytest.mark.skipif(FIREFOX is None, reason="Firefox is not installed: sudo apt-get install firefox-esr")
QUERIES = {"": "Saules 7", "en/": "learner"}
FOCUS = """() => {
    const typed = document.querySelector(".md-search__input");
    typed.focus(); // of which a window that nobody looks at tells nothing
    for (const name of ["focus", "focusin"]) typed.dispatchEvent(new FocusEvent(name, { bubbles: name === "focusin" }));
}"""
FIRST = """async () => {
    const look = () => document.querySelector(".md-search-result__item a");
    while (!look()) await new Promise(next => setTimeout(next, 50));
    const announced = document.querySelector(".md-search [role=status]").textContent;
    return [look().getAttribute("href").replace(/[?].*/, ""), announced];
}"""


class Firefox:
    """A page of Firefox, asked over a socket."""

    def __init__(self, socket):
        """Take the socket of a new session."""
        self.socket, self.count = socket, 0

    async def ask(self, method, **params):
        """Give the answer to a command of WebDriver BiDi."""
        self.count += 1
        await self.socket.send_json({"id": self.count, "method": method, "params": params})
        while (answer := await self.socket.receive_json()).get("id") != self.count:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    async def search(self, address, query):
        """Open a page, type in its search, and give where the first result leads and what is announced."""
        [context] = [one["context"] for one in (await self.ask("browsingContext.getTree"))["contexts"]]
        await self.ask("browsingContext.activate", context=context)
        await self.ask("browsingContext.navigate", context=context, url=address, wait="complete")
        await self.call(context, FOCUS)
        keys = [{"type": kind, "value": key} for key in query for kind in ("keyDown", "keyUp")]
        actions = [{"type": "key", "id": "keyboard", "actions": keys}]
        await self.ask("input.performActions", context=context, actions=actions)
        return [value["value"] for value in (await self.call(context, FIRST))["value"]]

    async def call(self, context, function):
        """Give what a function answers that is called in a page."""
        target = {"context": context}
        return (await self.ask("script.callFunction", functionDeclaration=function, target=target, awaitPromise=True))[
            "result"
        ]


async def _searched(profile, asked):
    import aiohttp  # noqa: PLC0415 – it loads slowly

    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    firefox = await asyncio.create_subprocess_exec(
        *command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, limit=2**20
    )
    try:
        async for line in firefox.stderr:
            if b"WebDriver BiDi listening on " in line:
                break
        host = line.decode().split()[-1]
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{host}/session", max_msg_size=0) as socket:
            page = Firefox(socket)
            await page.ask("session.new", capabilities={})
            return [await page.search(address, QUERIES[folder]) for folder, address in asked]
    finally:
        firefox.terminate()
        await firefox.wait()


@pytest.fixture(scope="module")
def found(server, unpacked, tmp_path_factory):
    """Where the first result leads and what is announced: `(folder, from)` → both, all in one Firefox."""
    asked = [(folder, f"{server}{folder}2024-2025/targets/") for folder in QUERIES]
    asked += [(folder, (unpacked / folder / "2024-2025/targets/index.html").as_uri()) for folder in QUERIES]
    # Playwright has a loop of its own running in this thread, so this one runs in another.
    with ThreadPoolExecutor(1) as thread:
        searched = asyncio.wait_for(_searched(tmp_path_factory.mktemp("firefox"), asked), 120)
        answers = thread.submit(asyncio.run, searched).result()
    keys = [(folder, place) for place in ("server", "folder") for folder in QUERIES]
    return dict(zip(keys, answers, strict=True))


@pytest.mark.parametrize("folder", QUERIES)
def test_search_in_firefox(found, folder):
    """A word typed in Firefox is found, and announced."""
    first, announced = found[folder, "server"]
    assert first.endswith("learners/")
    assert any(sign.isdigit() for sign in announced)


@pytest.mark.parametrize("folder", QUERIES)
def test_search_from_a_folder_in_firefox(found, folder):
    """A word is found from a folder too, without a server."""
    first, announced = found[folder, "folder"]
    assert first.endswith(f"{folder}2024-2025/learners/index.html")
    assert any(sign.isdigit() for sign in announced)
