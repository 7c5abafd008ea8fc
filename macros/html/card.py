"""What the pictures say that stand for a year or a page where it is shared: the figure that it is about, and bars."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from macros.html.figures import capital
from macros.html.render import Renderer
from macros.html.speaker import Speaker
from macros.html.wording import plain_words
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.once import once_per_book
from macros.show import charts
from macros.show.charts.shape import Piece
from macros.show.outline import drawn
from macros.show.shown import shown
from macros.show.tables.numbers import called, figures
from macros.show.tables.shape import Named, figure_of
from macros.words.language import number, school_year

MOST_BARS = 5
"""More would be too small to read: the areas that do not fit are shown as one, of other charts the first are shown."""


@dataclass(frozen=True)
class Bar:
    """What a bar is of and how long it is; `value` is None where that is not stated, `shown` says so in words."""

    name: str
    value: int | Decimal | None
    shown: str


@dataclass(frozen=True)
class Card:
    """What the picture of a year or a page says, in one language.

    Without a `figure`, the `caption` is a sentence that says what the bars show.
    """

    centre: str
    title: str
    year: str
    figure: str
    caption: str
    bars: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """The same in words, for those who do not see the picture."""
        said = [f"{self.caption}: {self.figure}" if self.figure else self.caption.rstrip("."), self.bars_in_words]
        return " ".join(f"{words}." for words in (self.centre, f"{self.title}, {self.year}", *said) if words)

    @property
    def bars_in_words(self) -> str:
        """What the bars show."""
        return "; ".join(f"{bar.name}: {bar.shown}" for bar in self.bars)


@once_per_book
def card(book: Book, language: str, year: str) -> Card:
    """Give the `Card` of a year."""
    renderer, site = Renderer(book, language), book.site
    report = site.years[year]
    label = partial(site.words.labels.said, language=language)

    def named(name: str) -> Figure:
        return figure_of(book, Named(name), year)

    def written(figure: Figure) -> str:
        return label("not_stated") if figure.value is None else figure.written(language)

    total = named("learners.total_end")
    status = report.report.status
    not_final = "" if status == "final" else f" – {label(f'status_{status}')}"
    mark = f" ({label('calculated')})" if total.calculated and total.value is not None else ""
    bars = [
        Bar(
            capital(renderer.words(area.name, year)),
            area.end,
            written(named(f"learners.areas.{key}.end")),
        )
        for key, area in report.learners.areas.items()
    ]
    if len(bars) > MOST_BARS:
        rest = bars[MOST_BARS - 1 :]
        stated = [bar.value for bar in rest if bar.value is not None]
        value = sum(stated) if len(stated) == len(rest) else None
        words = label("not_stated") if value is None else number(value, language)
        bars[MOST_BARS - 1 :] = [Bar(label("areas_other"), value, words)]
    return Card(
        centre=renderer.words(site.centre.short_name, year),
        title=report.report.title.in_(language),
        year=label("school_year", year=school_year(year, language)) + not_final,
        figure=written(total),
        caption=label("key_learners_end") + mark,
        bars=tuple(bars),
    )


@once_per_book
def card_of_page(book: Book, language: str, path: str) -> Card | None:
    """Give the `Card` of a page with a chart of its year, or else with its chief figure, in words.

    None where it has neither, and of the front page of a year: they show the picture of the year.
    """
    renderer, page, year = Renderer(book, language), book.page(language, path), book.site.year_of(path)
    if page is None or year is None or path == f"{year}/index.md":
        return None
    charts_of_page = [call.get("name") for call in page.calls if call.macro == "figure" and _is_of(call, year)]
    if chart := next((name for name in charts_of_page if name in drawn(book, year)), None):
        return _of_chart(renderer, path, year, chart)
    name = _chief_figure(book, language, page)
    return _of_figure(renderer, path, year, name) if name else None


def _chief_figure(book, language, page):
    """Give the first figure of a page that the front page of its year tells too, or else its first, or None.

    It is none with which anything is the matter, as it disagrees or is of few people: a picture cannot explain it.
    """
    front = book.page(language, f"{page.year}/index.md")
    told = shown(book, front, page.year)[0] if front else set()
    listed, broken = figures(book, page.year), book.broken_rules[page.year].values()
    odd = {name for one in broken for name in one.names}
    called_for = (call.get("name") for call in page.calls if call.macro == "value" and _is_of(call, page.year))
    fit = [name for name in called_for if name in listed and name not in odd]
    fit = [name for name in fit if listed[name].value is not None and called(book, page.year, name)]
    return next((name for name in fit if name in told), fit[0] if fit else None)


def _is_of(call, year):
    return call.get("year") in (None, year)


def _of_chart(renderer, path, year, name):
    speaker = Speaker(renderer, year)
    heading, _own = charts.heading(renderer.book, year, name)
    leading = charts.build(renderer.book, year, name).leading[:MOST_BARS]
    bars = tuple(_bar(speaker, words, value) for words, value in leading)
    return _framed(renderer, path, caption=speaker.words(heading), bars=bars)


def _bar(speaker, words: Piece, value: Named | int) -> Bar:
    said = capital(speaker.words(words))
    if isinstance(value, int):
        return Bar(said, value, number(value, speaker.renderer.language))
    worth = speaker.figure(value).plain
    return Bar(said, None if isinstance(worth, str) else worth, speaker.words(value))


def _of_figure(renderer, path, year, name):
    figure = figure_of(renderer.book, Named(name), year)
    mark = f" ({renderer.site.words.labels.said('calculated', renderer.language)})" if figure.calculated else ""
    caption = renderer.words(called(renderer.book, year, name), year)
    return _framed(renderer, path, caption=f"{caption}{mark}", figure=figure.written(renderer.language))


def _framed(renderer, path, *, caption, figure="", bars=()):
    """Give the card of a page, with what names it above."""
    of_year = card(renderer.book, renderer.language, renderer.site.year_of(path))
    title = plain_words(renderer.title(path, renderer.language))
    return Card(of_year.centre, title, f"{of_year.title}, {of_year.year}", figure, caption, bars)
