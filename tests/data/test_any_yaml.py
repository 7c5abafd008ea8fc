"""Whatever YAML is put into a file of the data or at the top of a page is told of, quickly, and nothing falls over."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.check import inspect
from macros.data.read import LARGEST_FILE, read_text
from macros.words.problems import as_text

SECONDS = 20  # a whole check of the tiny report takes less than one where nothing else runs
ODD = "\x00\x0b\x85\u00a0\u034f\u200b\u202e\u2028\ufe0f\ufeff\ufffc\ufffd"
SCALARS = st.one_of(
    st.sampled_from(
        ["", "~", "no", "=", "<<", "-", "?", "...", "---", "***", ">100", "0x1f", ".inf", "1e400", "9" * 60]
    ),
    st.sampled_from(["2025-05-31", "2025-13-45", "12:30", "39,5", "“a, b”", "# a", "a # b", "a: b", "{{ a }}", "|"]),
    st.sampled_from([r'"\ud800"', r'"5\ud800"', r'"\x85"', r'"\u202ea"', "'", '"', "!!python/object:os.system a"]),
    st.text("ab:- \n\t\"'{}[]&*!#|>%@`0129.,“”" + ODD, max_size=12),
)
KEYS = st.one_of(
    st.sampled_from(["lv", "en", "name", "title", "start", "? a", "ā", r'"f\ud800"', "<<", "[a]"]), SCALARS
)


def around(inside):
    """Give what may stand round YAML: brackets, braces, names, anchors, tags, depth."""
    pairs = st.lists(st.tuples(KEYS, inside).map(": ".join), max_size=3)
    return st.one_of(
        st.lists(inside, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        pairs.map(lambda items: f"{{{', '.join(items)}}}"),
        pairs.map(lambda items: "".join(f"\n  {item}" for item in items)),
        inside.map(lambda value: f"&a {value}"),
        inside.map(lambda value: f"[*a, {value}]"),
        inside.map(lambda value: f"!!int {value}"),
        st.builds(lambda sign, times: sign * times, st.sampled_from("[{"), st.integers(1, 200)),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("data/2020-2021/learners.yml", "    start: 10"),
        ("data/spelling.yml", None),
        ("docs/lv/index.md", "title: Sākums"),
        ("mkdocs.yml", "nav:"),
    ],
)
@settings(derandomize=True, max_examples=25, suppress_health_check=list(HealthCheck))
@given(key=KEYS, value=st.recursive(SCALARS, around, max_leaves=6))
def test_nothing_falls_over(small, file, line, key, value):
    """The whole check ends with sentences that can be written down."""
    path = small / file
    kept = path.read_bytes()
    put = f"{line.partition(':')[0]}: {value}" if line else f"{key}: {value}\n"
    path.write_bytes((kept.decode().replace(line, put, 1) if line else put).encode())
    try:
        start = time.monotonic()
        as_text(inspect(small)[1]).encode()
        assert time.monotonic() - start < SECONDS
    finally:
        path.write_bytes(kept)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a, ", "a: b, ", "[], ", "#", "{a", "“, ", "'', ", "a\n  "])
def test_a_long_line_is_read_once(piece):
    """What is long takes a time that grows with its length only."""
    for begin, end in (("a: [", "]\n"), ("a: { ", "}\n")):
        start = time.monotonic()
        read_text(begin + piece * (LARGEST_FILE // len(piece) // 4) + end, "a.yml")
        assert time.monotonic() - start < SECONDS
