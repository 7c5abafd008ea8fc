"""What servers say of the site is the one policy of its pages."""

import re

import pytest

from macros.html.policy import FOR_EVER, HEADERS, ON_PAGES, for_netlify, for_nginx


def test_servers_say_the_policy_of_the_pages():
    """And what only a server can say: that no other site shows a page within its own."""
    assert HEADERS["Content-Security-Policy"] == f"{ON_PAGES}; frame-ancestors 'none'"
    assert {"X-Content-Type-Options", "Referrer-Policy"} < HEADERS.keys()


def test_netlify_and_cloudflare_are_told_all_of_it():
    """Below the pattern of the files, a header each line; none longer than Cloudflare takes."""
    told = {}
    for line in for_netlify(["2020-2021"]).decode().splitlines():
        assert len(line) < 2000
        if line.startswith("/"):
            told[line] = place = {}
        else:
            name, words = line.removeprefix("  ").split(": ", 1)
            place[name] = words
    assert told == {
        "/*": HEADERS,
        "/assets/immutable/*": {"Cache-Control": FOR_EVER},
        "/en/assets/immutable/*": {"Cache-Control": FOR_EVER},
        "/data/*": {"Access-Control-Allow-Origin": "*"},
        "/*/data.json": {"Access-Control-Allow-Origin": "*"},
        "/2020-2021/*": {"X-Robots-Tag": "noindex"},
    }


def test_nginx_is_told_all_of_it():
    """A directive each line, with nothing that nginx would take for a variable or the end of a text."""
    every, place, rest = for_nginx().partition("location ~ ^/(.*/)?assets/immutable/ {\n")
    for_ever, data_place, data = rest.partition("location ~ ^/(.*/)?(data/|[0-9-]+/data\\.json$) {\n")
    added = re.compile(r'^ *add_header ([\w-]+) "([^"$\\]*)" always;$', re.MULTILINE)
    assert dict(added.findall(every)) == HEADERS
    assert place
    assert dict(added.findall(for_ever)) == {**HEADERS, "Cache-Control": FOR_EVER}
    assert data_place
    assert dict(added.findall(data)) == {**HEADERS, "Access-Control-Allow-Origin": "*"}
    assert [line for line in (every + for_ever + data).splitlines() if not added.match(line)] == [
        "gzip_static on;",
        "gzip_vary on;",
        "# brotli_static on;  # libnginx-mod-http-brotli-static",
        "}",
        "  include mime.types;",
        "  types { text/csv csv; application/ld+json jsonld; }",
        "}",
    ]


def test_the_command_shows_it(run):
    """As it is to be pasted."""
    assert run("headers").stdout == for_nginx()


@pytest.mark.slow
def test_the_site_has_the_file_once(built):
    """At its top, where servers look for it, and not in the folder of another language."""
    assert (built.folder / "_headers").read_bytes() == for_netlify()
    assert [file.parent for file in built.folder.rglob("_headers")] == [built.folder]
