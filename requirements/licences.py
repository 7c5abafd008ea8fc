"""Write into licences/ what the site is built with and under which licences: a list to read, and an SBOM (CycloneDX).

Run by `make licences`. What else lies in .venv, such as what the tests need, is left out, so that the same pinned
versions give the same bytes on each machine.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from macros.html.fonts import FACES, FOLDER  # noqa: E402 – after the path to it

OUTPUT = ROOT / "licences"
COPYRIGHT, VERSION, LICENCE_URL = 0, 5, 14
"""What is told of a font in its table of names, by the numbers of OpenType."""
HEAD = """\
Ar ko vietne ir uzbūvēta un ar kādām licencēm: bibliotēkas (versijas no requirements/site.txt) un burti.
What the site is built with and under which licences: libraries (versions from requirements/site.txt) and letters.
"""
NOT_STATED = "nav norādīta / not stated"

Component = dict[str, Any]
"""A library or a font as CycloneDX describes it."""


def pinned(requirements: str) -> set[str]:
    """Give the names of the packages that a file of requirements pins."""
    return {_name(name) for name in re.findall(r"^([\w.-]+)==", requirements, re.MULTILINE)}


def _name(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def of_the_site(bom: dict[str, Any], names: set[str], fonts: list[Component]) -> dict[str, Any]:
    """Give a bill of materials with the packages of these names only, and with fonts."""
    kept = [one for one in bom["components"] if _name(one["name"]) in names]
    known = {one["bom-ref"] for one in kept}
    tree = [
        {**one, **({"dependsOn": [ref for ref in one["dependsOn"] if ref in known]} if "dependsOn" in one else {})}
        for one in bom["dependencies"]
        if one["ref"] in known
    ]
    return {**bom, "components": [*kept, *fonts], "dependencies": tree}


def of_fonts() -> list[Component]:
    """Give the fonts that lie in the project, each a component."""
    found = []
    for _family, file, *_rest in FACES:
        with TTFont(FOLDER / file, lazy=True) as font:
            said = {number: font["name"].getDebugName(number) or "" for number in (COPYRIGHT, VERSION, LICENCE_URL)}
        found.append(
            {
                "bom-ref": f"font:{file}",
                "type": "file",
                "name": file,
                "version": said[VERSION].removeprefix("Version ").split(";")[0],
                "copyright": said[COPYRIGHT],
                "licenses": [{"license": {"id": "OFL-1.1"}}],
            }
        )
    return found


def licence(component: Component) -> str:
    """Give the licences of a component in one line."""
    said = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name") for one in _stated(component)
    ]
    short = dict.fromkeys(one.removeprefix("License :: ").removeprefix("OSI Approved :: ") for one in said)
    return ", ".join(short) or NOT_STATED


def _stated(component):
    """Give the licences that are stated, without those whose whole text stands in the place of a name."""
    stated = component.get("licenses", [])
    return [one for one in stated if "\n" not in str(one.get("license", {}).get("name", ""))] or stated[:1]


def listed(components: Iterable[Component]) -> str:
    """Give the list to read: a line each."""
    rows = [(one["name"], one.get("version", ""), licence(one)) for one in components]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(f"{name:{wide[0]}}  {version:{wide[1]}}  {said}\n" for name, version, said in rows)


def main() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "bom.json")
        command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
        command += ["--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "application", "--no-validate"]
        subprocess.run([*command, "-o", str(file), sys.executable], check=True, capture_output=True)
        bom = json.loads(file.read_text("utf-8"))
    names = pinned((ROOT / "requirements/site.txt").read_text("utf-8"))
    bom = of_the_site(bom, names, of_fonts())
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "sbom.cdx.json").write_text(json.dumps(bom, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (OUTPUT / "licences.txt").write_text(f"{HEAD}\n{listed(bom['components'])}", "utf-8")
    print("Gatavs: licences/licences.txt, licences/sbom.cdx.json / Done.")


if __name__ == "__main__":
    main()
