"""What the site is built with, and under which licences, is told: by all that is pinned, and the same each time."""

import json
import sys
from importlib import import_module

import pytest
from project import ROOT

sys.path.insert(0, str(ROOT / "requirements"))
licences = import_module("licences")
sys.path.remove(str(ROOT / "requirements"))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ([{"license": {"id": "MIT"}}], "MIT"),
        ([{"license": {"name": "BSD License"}}, {"license": {"id": "MIT"}}], "BSD License, MIT"),
        ([{"expression": "Apache-2.0 OR BSD-2-Clause"}], "Apache-2.0 OR BSD-2-Clause"),
        ([{"license": {"name": "License :: OSI Approved :: BSD License"}}], "BSD License"),
        ([{"license": {"id": "MIT"}}, {"license": {"name": "Permission is\nhereby granted"}}], "MIT"),
        ([], "nav norādīta / not stated"),
    ],
)
def test_a_licence_is_one_line(stated, told):
    """However the package states it."""
    assert licences.licence({"name": "a", "licenses": stated}) == told
    assert licences.listed([{"name": "a", "version": "1", "licenses": stated}]) == f"a  1  {told}\n"


def test_names_are_those_that_are_pinned():
    """However they are spelt; neither remarks nor hashes are names."""
    names = licences.pinned("# a==1\nA.b_C==1.0 \\\n    --hash=sha256:1==2\nd==2 ; python_version < '3'\n")
    assert names == {"a-b-c", "d"}


def test_what_only_tests_need_is_left_out():
    """Also where something of the site would make use of it."""
    bom = {
        "components": [{"name": name, "bom-ref": f"{name}==1"} for name in ("A_b", "pytest")],
        "dependencies": [{"ref": "A_b==1", "dependsOn": ["pytest==1", "A_b==1"]}, {"ref": "pytest==1"}],
    }
    site = licences.of_the_site(bom, {"a-b"}, [{"name": "font"}])
    assert [one["name"] for one in site["components"]] == ["A_b", "font"]
    assert site["dependencies"] == [{"ref": "A_b==1", "dependsOn": ["A_b==1"]}]


def test_all_fonts_have_their_licence():
    """Each font that lies in the project says who made it, and is licensed as the file beside it says."""
    fonts = licences.of_fonts()
    assert {one["name"] for one in fonts} == {file.name for file in (ROOT / "macros/html/fonts").glob("*.ttf")}
    assert all(one["version"] and "Copyright" in one["copyright"] for one in fonts)
    assert "SIL Open Font License, Version 1.1" in (ROOT / "macros/html/fonts/OFL.txt").read_text("utf-8")


@pytest.mark.slow
def test_the_files_are_whole_and_the_same_each_time(tmp_path, monkeypatch):
    """An SBOM that the schema knows, without time, number or place; each installed package stands in both, licensed."""
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 – installed for this only
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    made = []
    for name in ("a", "b"):
        monkeypatch.setattr(licences, "OUTPUT", tmp_path / name)
        licences.main()
        made.append([(tmp_path / name / file).read_text("utf-8") for file in ("sbom.cdx.json", "licences.txt")])
    (sbom, listed), again = made
    assert [sbom, listed] == again
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom) is None
    assert not [word for word in ("timestamp", "serialNumber", str(ROOT), sys.prefix) if word in sbom]
    names = [one["name"] for one in json.loads(sbom)["components"]]
    assert {"mkdocs", "weasyprint", "NotoSans-Regular.ttf"} <= set(names)
    assert not {"pytest", "cyclonedx-bom", "jauniba-report"} & set(names)
    assert [line.split()[0] for line in listed.splitlines()[3:]] == names
    assert licences.NOT_STATED not in listed
