"""GitHub's issue forms: anybody can ask for a correction, and whoever renames a page need not think of them."""

import re
import shutil

import pytest
import yaml
from click.testing import CliRunner
from copies import copy_of, made_once
from project import ROOT, checked, edit

from macros.desk.renewed import renew
from macros.report.opened import read_book

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def fields(path):
    """Give the fields of a form by their ids."""
    return {field.get("id"): field for field in yaml.safe_load(path.read_text("utf-8"))["body"]}


def options(path, name):
    """Give what can be chosen in a field."""
    return fields(path)[name]["attributes"]["options"]


@made_once(of="prepared")
def offered(folder):
    """The tiny report with the issue forms of the real one, renewed for it."""
    shutil.copytree(ROOT / ".github/ISSUE_TEMPLATE", folder / ".github/ISSUE_TEMPLATE")
    assert renew(folder, read_book(folder)[0])
    checked(folder)


with_forms = copy_of("offered")


def stale(root):
    """Give the files and levels of what the check tells of issue forms."""
    _book, found = checked(root)
    return [(problem.file, problem.level) for problem in found if problem.rule == "issue_forms_offer_what_there_is"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_github_can_read_the_forms(path):
    """Each has the shape that GitHub asks for; one that has not is passed over there without a word."""
    from check_jsonschema import main  # noqa: PLC0415 – it takes seconds

    schema = "vendor.github-issue-config" if path.name == "config.yml" else "vendor.github-issue-forms"
    done = CliRunner().invoke(main, ["--builtin-schema", schema, str(path)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("path", FORMS[1:], ids=lambda path: path.stem)
def test_forms_say_everything_in_both_languages(path):
    """Name, description, labels and answers are in Latvian, then in English; so is the page and so is the file."""
    form = yaml.safe_load(path.read_text("utf-8"))
    said = [form["name"], form["description"]]
    for field in form["body"]:
        of = field["attributes"]
        said += [of[key] for key in ("label", "description") if key in of]
        said += [option["label"] if isinstance(option, dict) else option for option in of.get("options", ())]
    assert [words for words in said if " / " not in words and not re.fullmatch(r"20\d\d\./20\d\d\.", words)] == []
    assert len(said) > 5


@pytest.mark.parametrize("path", FORMS[1:], ids=lambda path: path.stem)
def test_forms_keep_children_out(path):
    """The first thing that each form says, and the last that it asks to confirm, is that it is not about a child."""
    first, *_others, last = yaml.safe_load(path.read_text("utf-8"))["body"]
    assert "Nerakstiet neko par atsevišķiem bērniem" in first["attributes"]["value"]
    assert "Write nothing about individual children" in first["attributes"]["value"]
    assert [option["required"] for option in last["attributes"]["options"]] == [True]


def test_forms_offer_what_there_is(with_forms):
    """The lists are those of the report: its years, its pages by their titles, its files with what they hold."""
    figure, mistake = (
        with_forms / ".github/ISSUE_TEMPLATE" / name for name in ("correct-figure.yml", "report-mistake.yml")
    )
    assert options(figure, "year") == options(mistake, "year") == ["2020./2021."]
    assert options(figure, "page") == options(mistake, "page")
    assert options(figure, "page") == [
        "Sākums / Home",
        "Gads / Year",
        "Audzēkņi / Learners",
        "Neatbilstības / Discrepancies",
        "Labojumi / Corrections",
        "Siltums / Warmth",
        "Viss pārējais / All the rest",
        "cita lapa vai visa vietne / another page, or the whole site",
    ]
    files = options(figure, "file")
    assert "places.yml – īstenošanas vietu adreses / addresses of the places of delivery" in files
    assert {file.split(" – ")[0] for file in files} == {path.name for path in with_forms.glob("data/**/*.yml")}
    assert stale(with_forms) == []


def test_whoever_renames_a_page_is_not_held_up(with_forms):
    """The check tells it as a note, which stops nothing, and one command renews the lists and nothing else."""
    before = {path: path.read_text("utf-8").splitlines() for path in with_forms.glob(".github/ISSUE_TEMPLATE/*.yml")}
    edit(with_forms / "docs/lv/2020-2021/rest.md", "title: Viss pārējais", "title: Pārējais")
    forms = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("correct-figure", "hand-in-workbook", "report-mistake")]
    assert stale(with_forms) == [(form, "note") for form in forms]
    assert renew(with_forms, read_book(with_forms)[0]) == forms
    assert stale(with_forms) == []
    for path, lines in before.items():
        new = [line for line in path.read_text("utf-8").splitlines() if line not in lines]
        named = f".github/ISSUE_TEMPLATE/{path.name}"
        assert new == (['        - "Pārējais / All the rest"'] if named in forms else [])


def test_a_new_year_comes_first(with_forms):
    """Once there are data of another year, it can be chosen."""
    shutil.copytree(with_forms / "data/2020-2021", with_forms / "data/2021-2022")
    renew(with_forms, read_book(with_forms)[0])
    assert options(with_forms / ".github/ISSUE_TEMPLATE/correct-figure.yml", "year") == ["2021./2022.", "2020./2021."]


def test_pages_of_the_same_title_are_offered_once(with_forms):
    """GitHub takes no form that offers the same twice."""
    for language, title in (("lv", "Siltums"), ("en", "Warmth")):
        page = with_forms / f"docs/{language}/2020-2021/rest.md"
        page.write_text(re.sub("title: .*", f"title: {title}", page.read_text("utf-8"), count=1), "utf-8")
    renew(with_forms, read_book(with_forms)[0])
    assert options(with_forms / ".github/ISSUE_TEMPLATE/correct-figure.yml", "page").count("Siltums / Warmth") == 1


def test_what_is_no_form_does_no_harm(with_forms):
    """A file that cannot be read as text, or that leads elsewhere, is left alone."""
    folder = with_forms / ".github/ISSUE_TEMPLATE"
    (folder / "bytes.yml").write_bytes(b"\xff\xfe id: year\n")
    (folder / "elsewhere.yml").symlink_to(with_forms / "mkdocs.yml")
    assert stale(with_forms) == []
    assert renew(with_forms, read_book(with_forms)[0]) == []


def test_one_command_renews_all(with_forms, run):
    """`report renew` tells what it has written, deletes the schema of a file that is no more, and then has no more to do."""
    (with_forms / "schemas/sports.json").write_text("{}", "utf-8")
    (with_forms / "schemas/fees.json").unlink()
    first, second = (run("--root", with_forms, "renew").stdout.splitlines() for _ in range(2))
    assert first == ["schemas/fees.json: atjaunots / renewed", "schemas/sports.json: izdzēsts / deleted"]
    assert second == ["Viss jau ir atjaunots. / All is up to date."]
