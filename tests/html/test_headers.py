"""What servers say of the site is the one policy of its pages."""

import re

import pytest

from macros.html.policy import HEADERS, ON_PAGES, for_netlify, for_nginx


def test_servers_say_the_policy_of_the_pages():
    """And what only a server can say: that no other site shows a page within its own."""
    assert HEADERS["Content-Security-Policy"] == f"{ON_PAGES}; frame-ancestors 'none'"
    assert {"X-Content-Type-Options", "Referrer-Policy"} < HEADERS.keys()


def test_netlify_and_cloudflare_are_told_all_of_it():
    """Below the pattern of all files, a header each line; none longer than Cloudflare takes."""
    first, *lines = for_netlify().decode().splitlines()
    assert first == "/*"
    assert dict(line.removeprefix("  ").split(": ", 1) for line in lines) == HEADERS
    assert all(line.startswith("  ") and len(line) < 2000 for line in lines)


def test_nginx_is_told_all_of_it():
    """A directive each line, with nothing that nginx would take for a variable or the end of a text."""
    found = re.findall(r'^add_header ([\w-]+) "([^"$\\]*)" always;$', for_nginx(), re.MULTILINE)
    assert dict(found) == HEADERS
    assert len(found) == len(for_nginx().splitlines())


def test_the_command_shows_it(run):
    """As it is to be pasted."""
    assert run("headers").stdout == for_nginx()


@pytest.mark.slow
def test_the_site_has_the_file_once(built):
    """At its top, where servers look for it, and not in the folder of another language."""
    assert (built.folder / "_headers").read_bytes() == for_netlify()
    assert [file.parent for file in built.folder.rglob("_headers")] == [built.folder]
