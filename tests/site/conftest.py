"""The built site as a folder that somebody unpacked, and in a window."""

import zipfile

import pytest

from macros.site.offline import NAME, pack

ODD = "Mani faili – ziņojums #1, 50 % (worker)"
"""A folder of the kind that people have."""


@pytest.fixture(scope="session")
def unpacked(built, tmp_path_factory):
    """The folder that comes out of the file to read offline."""
    folder = tmp_path_factory.mktemp("unpacked") / ODD
    folder.mkdir()
    pack(built.folder, folder / "site.zip", 0)
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / NAME


@pytest.fixture
def at(browser, server):
    """Open a page of the site in a window of a width, with still pages so that nothing is judged half way."""
    contexts = []

    def at(path, width, **how):
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 844}, **{"reduced_motion": "reduce", **how})
        )
        page = contexts[-1].new_page()
        page.goto(server + path)
        return page

    yield at
    for context in contexts:
        context.close()
