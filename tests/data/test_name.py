"""A name leads to its value, its place in the site, its line, and the patterns that it matches, in one way for all."""

import pytest
from project import ROOT

from macros.data.load import load
from macros.data.name import Name, leaves, with_keys
from macros.data.schema import Report, Site

YEAR = "2024-2025"


@pytest.fixture(scope="module")
def loaded():
    """The real data."""
    return load(ROOT)


def test_every_value_is_found_by_its_name(loaded):
    """What all that stands in the data is called leads back to it, by the words of its name alone."""
    for name, leaf in leaves(loaded.site):
        again = Name(name.year, str(name))
        assert (again, again.value(loaded.site)) == (name, leaf)


def test_every_typed_value_has_its_line(loaded):
    """The line of a value says its key, or is that of an item of a list."""
    for name, _leaf in leaves(loaded.site):
        file, line = loaded.where(name)
        if loaded.is_typed(name) and isinstance(name.path(loaded.site)[-1], str):
            assert f"{name.keys[-1]}:" in loaded.sources[file].splitlines()[line - 1].replace('"', "")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("learners.areas.stem.end", ("years", YEAR, "learners", "areas", "stem", "end")),
        ("learners.movement.reasons.1", ("years", YEAR, "learners", "movement", "reasons", 1)),
        ("corrections.1.was", ("years", YEAR, "corrections", "1", "was")),
        ("centre.name", ("centre", "name")),
        ("form.criteria.support.name", ("forms", "interest_education_2025", "criteria", "support", "name")),
        ("words.labels.source.lv", ("words", "labels", "source", "lv")),
    ],
)
def test_a_name_has_a_place(loaded, name, path):
    """A year's own, an item of a list, a numbered entry, what all years share, the form."""
    assert Name(YEAR, name).path(loaded.site) == path


@pytest.mark.parametrize("table", ["signatures.document", "criteria.*.methods"])
def test_names_of_tables_may_have_points(loaded, table):
    """The key of a table is found whole in what stands there."""
    assert Name(None, f"tables.{table}.caption").path(loaded.site) == ("tables", table, "caption")


def test_what_is_calculated_is_typed_nowhere(loaded):
    """A calculated figure has no line of its own, but that of the nearest part of the data round it."""
    change, area = Name(YEAR, "learners.areas.stem.change"), Name(YEAR, "learners.areas.stem")
    assert not loaded.is_typed(change)
    assert loaded.where(change) == loaded.where(area)
    with pytest.raises(KeyError, match=r"learners\.areas\.stem\.change"):
        change.value(loaded.site)


def test_a_name_is_the_same_however_it_is_given():
    """Word by word, as one, or as a way through the site; what all years share has no year."""
    assert Name(YEAR, "targets.next") == Name(YEAR, "targets", "next") == Name(None, "years", YEAR, "targets", "next")
    assert Name(YEAR, "centre.name") == Name(None, "centre", "name")
    assert Name(YEAR, "centre.name").below("lv").above == Name(YEAR, "centre.name")


def test_no_file_of_a_year_is_called_like_one_of_all_years():
    """The first key says whether a name is a year's, but for what all years and each year may declare."""
    assert {*Report.model_fields, "form"} & {*Site.model_fields} == {"tables"}


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        ("learners.areas.*.end", ("stem",)),
        ("learners.*.*.end", ("areas", "stem")),
        ("learners.areas.stem.end", ()),
        ("learners.areas.*", None),
        ("learners.areas.*.start", None),
        ("learners.areas.*.*.end", None),
        ("learners.areas.st*.end", None),
    ],
)
def test_a_star_stands_for_one_key(pattern, keys):
    """A name matches a pattern of as many keys, and says what the stars stand for."""
    name = Name(YEAR, "learners.areas.stem.end")
    assert name.matches(pattern) == keys
    if keys is not None:
        assert with_keys(pattern, keys) == str(name)
