"""The mistakes of `problems/`: a change of the tiny report each, and all that is told of it."""

from pathlib import Path

import yaml
from PIL import Image

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))


def case_of(path):
    """Read a mistake."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 – both are safe


def change(root, case):
    """Make the mistake; `beside` are files that it takes: name → its text, or nothing for a small picture."""
    for name, text in case.get("beside", {}).items():
        if text is None:
            Image.new("RGB", (40, 30), "teal").save(root / name)
        else:
            (root / name).write_text(text, "utf-8")
    file = root / case["file"]
    if case.get("delete"):
        file.unlink()
    elif "write" in case:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(case["write"], "utf-8")
    else:
        text = file.read_text("utf-8")
        assert text.count(case["replace"]) == 1, "the case has to say exactly what is replaced"
        file.write_text(text.replace(case["replace"], case["with"]), "utf-8")
