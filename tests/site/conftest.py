"""The built site as a folder that somebody unpacked."""

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
