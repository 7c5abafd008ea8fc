"""How long `report check` takes, against a yardstick run beside it: PyYAML reading the same data once.

Run `make bench`. The ratio says how things stand on any machine; the seconds are this one's.
"""

import time
from pathlib import Path

import yaml

from macros.check import DECLARATIONS, REFERENCES, RULES, inspect

ROOT = Path(__file__).parents[2]
RUNS = 5


def best(function):
    """Give the shortest of a few runs, in seconds."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        function()
        times.append(time.perf_counter() - begin)
    return min(times)


def yardstick():
    """Read all data as plain YAML, in pure Python."""
    for path in sorted((ROOT / "data").rglob("*.yml")):
        yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 – makes nothing but texts


def main():
    """Print the whole check, then its dearest rules."""
    measure, whole = best(yardstick), best(lambda: inspect(ROOT))
    print(f"PyYAML reads the data: {measure:.2f} s")
    print(f"report check, without starting Python: {whole:.2f} s, {whole / measure:.1f} times that")
    book, _found = inspect(ROOT)
    rules = {rule.__name__: best(lambda rule=rule: list(rule(book))) for rule in (*REFERENCES, *DECLARATIONS, *RULES)}
    for name, seconds in sorted(rules.items(), key=lambda item: -item[1])[:8]:
        print(f"  {name}: {seconds / measure:.2f}")


if __name__ == "__main__":
    main()
