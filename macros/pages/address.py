"""Where pages stand in the site, and the way from one to another."""

import posixpath


def address(path):
    """Give the address of the page whose file is `path`, within its language: `2024-2025/learners/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    return posixpath.join(folder, "" if name == "index" else f"{name}/")


def way(here, there):
    """Give the relative way from the address of a page to a path of the site."""
    return posixpath.relpath(there or ".", here or ".") + ("/" if not there or there.endswith("/") else "")
