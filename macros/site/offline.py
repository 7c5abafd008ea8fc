"""The built site as one file that is read from a folder by a double click: without a server, without a network."""

import json
import posixpath
import re
import time
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.data.schema import LANGUAGES
from macros.html.found import NotFound
from macros.html.policy import IMMUTABLE
from macros.pages.address import language_folder
from macros.site.dated import OLDEST
from macros.site.search import HERE, INDEX

NAME = "pasnovertejuma-zinojums"
"""The folder that comes out of the file, and the file's name without `.zip`."""
FOR_SERVERS = re.compile(r"(?:^|/)(?:404\.html|sitemap\.xml|_headers)$|\.(?:br|gz)$")
"""What only a server has use for."""
_SCRIPT = re.compile(rf"{IMMUTABLE}/report\.\w+\.js")
_TAG = re.compile(r'<[a-zA-Z](?:[^>"]|"[^"]*")*>')
_ADDRESS = re.compile(r'(?<=\shref=")[^"]*|(?<=\ssrc=")[^"]*|(?<=; url=)[^"]*')


def pack(site: Path, target: Path, date: str | int) -> None:
    """Write the folder `site` into the zip `target`, all files bearing the `date` in seconds since 1970.

    The same site and date give the same bytes; the file is there only when it is whole. Raises NotFound where the site
    lacks what its search needs.
    """
    files = offline(site)
    indices = [f"{language_folder(language)}{INDEX.removesuffix('on')}" for language in LANGUAGES]
    lost = [name for name in indices if name not in files]
    if not any(map(_SCRIPT.match, files)):
        lost.append(f"{IMMUTABLE}/report.….js")
    if lost:
        raise NotFound(f"{site}: found no {lost[0]}, without which nothing can be searched")
    moment = time.gmtime(max(int(date), int(OLDEST)))[:6]
    unfinished = target.with_name(target.name + ".new")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in files.items():
                entry = zipfile.ZipInfo(f"{NAME}/{name}", moment)
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Linux, wherever it is made
                packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
        unfinished.chmod(0o644)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def offline(site: Path) -> dict[str, bytes]:
    """Give the files that are read from a folder, by name and in order, as `{"en/index.html": b"…"}`."""
    site = Path(site)
    every = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    names = dict.fromkeys(name for name in every if not FOR_SERVERS.search(name))
    files = {}
    for name in names:
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            content = _with_files(content.decode(), posixpath.dirname(name), names).encode()
        elif name.endswith(INDEX):
            name = name.removesuffix("on")  # noqa: PLW2901 – a script instead of JSON
            content = _as_script(json.loads(content))
        elif _SCRIPT.match(name):
            content = (HERE / "offline.js").read_bytes() + content
        files[name] = content
    return files


def _with_files(html, folder, names):
    """Give a page of a folder with the names of files wherever a server would answer an address with index.html."""

    def to_file(address):
        parts = urlsplit(address[0])
        place = posixpath.normpath(posixpath.join(folder, unquote(parts.path), "index.html"))
        if parts.scheme or parts.netloc or not parts.path or place not in names:
            return address[0]
        return parts._replace(path=_index(parts.path)).geturl()

    return _TAG.sub(lambda tag: _ADDRESS.sub(to_file, tag[0]), html)


def _index(path):
    return f"{path.removesuffix('/')}/index.html" if path else "index.html"


def _as_script(index):
    for entry in index["docs"]:
        path, mark, place = entry["location"].partition("#")
        entry["location"] = f"{_index(path)}{mark}{place}"
    return f"searchIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".encode()
