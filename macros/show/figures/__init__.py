"""What is drawn in figures: bars, steps, shares by the names of their numbers. How it looks is for `draw`.

Each figure is a function of the data, registered under the name that pages call it by. What it measures is in
`data/words.yml` under that name, the message of a year's figure in the year's `figures.yml`.
"""

from macros.show.figures import goals, learners, survey  # noqa: F401 – they register their figures
from macros.show.figures.shape import BUILDERS, TOPICS


def drawing(name, site, year):
    """Give the drawing of the figure called `name` for a year. Raises KeyError where there is none."""
    found = BUILDERS[name](site, year)
    if found is None:
        raise KeyError(name)
    return found


def source(name, site, year):
    """Give the sections of the report that a figure's numbers are from: as its message says, else as its file does."""
    report = site.years[year]
    return report.figures[name].source or getattr(report, TOPICS[name]).source


def message(name, site, year):
    """Give the texts that stand round a figure: its heading, what is measured, its source; few, if they are missing."""
    told, words = site.years[year].figures.get(name), site.words.figures.get(name)
    return (*((told.heading, source(name, site, year)) if told else ()), *((words.measured,) if words else ()))


def known(site, year):
    """Give the names of all figures of a year; what needs two years has no drawing in the first."""
    return [name for name, build in BUILDERS.items() if build(site, year) is not None]
