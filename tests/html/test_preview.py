"""The pictures that stand for the site elsewhere: the year's, where it is shared, and the icons."""

from dataclasses import replace
from io import BytesIO
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from addresses import is_paper
from PIL import Image
from project import LANGUAGES, edit

from macros.html.card import MOST_BARS, Bar, card, card_of_page
from macros.html.pictures import HEIGHT, WIDTH, initial, picture
from macros.html.preview import BAND, BOLD, MARGIN, STRIP, TOUCH, favicon, fit, fit_line, touch_icon
from macros.report.opened import read_book
from macros.show import charts
from macros.show.outline import drawn
from macros.show.tables.numbers import called

pytestmark = pytest.mark.usefixtures("nothing_kept")

YEAR = "2024-2025"
GROUND = {(0x1D, 0x4E, 0x5F), (0xD8, 0x97, 0x3A), (0xFF, 0xFF, 0xFF)}
LONG = "Ļoti garš bērnu un jauniešu interešu izglītības un neformālās mācīšanās centra nosaukums “Ziemeļvidzeme”"
UNBROKEN = "Pašnovērtējumaziņojumuapkopojumu" * 6


def opened(png):
    return Image.open(BytesIO(png)).convert("RGB")


def margins(png):
    """Give the colours of each row within the left and right margins, and of all of the top and bottom ones."""
    image = opened(png)
    sides = [image.crop((left, 0, left + MARGIN - 2, HEIGHT)) for left in (0, WIDTH - MARGIN + 2)]
    ends = [image.crop((0, 0, WIDTH, 44)), image.crop((0, HEIGHT - 44, WIDTH, HEIGHT))]
    ends.append(image.crop((0, BAND - 16, WIDTH, BAND + STRIP + 24)))
    return {colour for part in (*sides, *ends) for _count, colour in part.getcolors(1 << 20)}


@pytest.fixture(params=LANGUAGES)
def shown(request, book):
    """What the picture of the real year says, in each language."""
    return card(book, request.param, YEAR)


def test_what_the_picture_says(book):
    """Its words and numbers are those of the page; a number that follows from others says so, and so does a draft."""
    said = card(book, "lv", YEAR)
    assert said.alt == (
        "BJC “Jaunība”. Pašnovērtējuma ziņojums, 2024./2025. mācību gads – melnraksts. Audzēkņi mācību gada noslēgumā, visas"
        " jomas kopā (aprēķināts): 2771. Kultūrizglītības joma: 1283; STEM: 509; Sporta un fizisko aktivitāšu joma: 366;"
        " Sociālā un pilsoniskā joma: 613."
    )
    said = card(book, "en", YEAR)
    assert said.year == "2024/25 school year – draft"
    assert said.caption == "Learners at the end of the school year, all areas together (calculated)"


def test_the_picture_has_the_size_that_networks_ask_for(shown):
    """It is 1200 by 630, and holds nothing but pixels: no time, no program's name."""
    image = Image.open(BytesIO(picture(shown)))
    assert (image.size, image.format, image.info) == ((1200, 630), "PNG", {})


def test_two_drawings_are_the_same(shown):
    """The same data give the same bytes."""
    assert picture(shown) == picture(replace(shown))
    assert favicon("J") == favicon("J")
    assert touch_icon("J") == touch_icon("J")


def test_margins_are_empty(shown):
    """Nothing reaches the edges, where networks cut."""
    assert margins(picture(shown)) == GROUND


@pytest.mark.parametrize("words", [LONG, UNBROKEN, "Ļ", ""], ids=["long", "unbroken", "one", "none"])
@pytest.mark.parametrize("count", [0, 1, MOST_BARS])
def test_whatever_it_says_stays_within(shown, words, count):
    """Words of any length and numbers of any size shrink, break or are cut, and never reach the margins."""
    values = (1_234_567_890, None, 0, 7, 999)
    bars = tuple(Bar(words, value, "nav norādīts" if value is None else f"{value:,}") for value in values[:count])
    stretched = replace(shown, centre=words, title=words, year=words, figure=words, caption=words, bars=bars)
    assert margins(picture(stretched)) <= GROUND


@pytest.mark.parametrize("words", [LONG, UNBROKEN, LONG + UNBROKEN])
def test_words_fit_their_box(words):
    """No line is wider than its box, all lines together are no higher, and what was cut says so."""
    font, lines = fit(words, BOLD, (40, 20), (300, 60))
    assert max(map(font.getlength, lines)) <= 300
    assert len(lines) * font.size * 1.25 <= 60
    assert lines[-1].endswith("…")


def test_short_words_are_as_large_as_they_may_be():
    """What fits is neither shrunk nor broken."""
    font, lines = fit("Jaunība", BOLD, (40, 20), (300, 60))
    assert (font.size, lines) == (40, ["Jaunība"])


def test_a_number_or_what_stands_for_it_is_one_line():
    """“nav norādīts” shrinks rather than loses its second word."""
    font, line = fit_line("nav norādīts", BOLD, (160, 40), 400)
    assert line == "nav\u00a0norādīts"
    assert 350 < font.getlength(line) <= 400


def test_a_missing_number_says_so(small):
    """An area without a number has no bar, and neither it nor the sum is called calculated."""
    edit(small / "data/2020-2021/learners.yml", "end: 21", "end:")
    said = card(read_book(small)[0], "lv", "2020-2021")
    assert (said.figure, said.caption) == ("nav norādīts", "Audzēkņi mācību gada noslēgumā, visas jomas kopā")
    assert said.bars == (Bar("Sniega joma", None, "nav norādīts"), Bar("Ledus joma", 30, "30"))
    assert margins(picture(said)) == GROUND


def test_areas_that_do_not_fit_are_added_up(small):
    """Beyond five, the last bar is of all the areas that are left."""
    learners = small / "data/2020-2021/learners.yml"
    ice = (
        "  ice:\n    name: { lv: ledus joma, en: ice }\n    covers: { lv: slidas, en: skates }\n    places: [ledus_1]\n"
    )
    more = "".join(f"{ice.replace('ice:', f'ice_{i}:')}    start: 1\n    end: {i}\n" for i in range(1, 7))
    edit(learners, "movement:", more + "movement:")
    said = card(read_book(small)[0], "en", "2020-2021")
    assert [bar.value for bar in said.bars] == [21, 30, 1, 2, 3 + 4 + 5 + 6]
    assert said.bars[-1] == Bar("Other areas together (calculated)", 18, "18")
    assert sum(bar.value for bar in said.bars) == int(said.figure)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("BJC “Jaunība”", "J"), ("ZBC “Sniegpārsla”", "S"), ("šaha klubs", "Š"), ("“ ”", "•")],
)
def test_the_letter_of_a_centre(name, letter):
    """It is the first one of the name in quotes, else of the whole name."""
    assert initial(name) == letter


@pytest.mark.parametrize("letter", "JŠWIĻ•")
def test_the_icon_needs_no_font(letter):
    """The favicon is shapes only, and the picture for home screens has their size and empty edges."""
    drawn = ET.fromstring(favicon(letter))  # noqa: S314 – our own words
    assert [element.tag.rpartition("}")[2] for element in drawn] == ["rect", "path", "circle"]
    assert "font" not in favicon(letter)
    image = opened(touch_icon(letter))
    assert image.size == (TOUCH, TOUCH)
    inner = Image.new("RGB", (TOUCH, TOUCH), "#1d4e5f")
    image.paste(inner.crop((0, 0, TOUCH - 32, TOUCH - 32)), (16, 16))
    assert image.tobytes() == inner.tobytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_a_picture_that_is_there(built, language):
    """Each page has its own picture or its year's or the latest year's, at a whole address, with its size and words."""
    english = language == "en"
    own = set()
    for path, html in built.pages.items():
        if path.startswith("en/") != english or is_paper(path) or path == "pieklustamibas-pazinojums/":
            continue
        said = dict(zip(html.xpath("//meta/@property"), html.xpath("//meta[@property]/@content"), strict=True))
        address = urlsplit(said["og:image"])
        assert f"{address.scheme}://{address.netloc}" == "https://www.jauniba.lv"
        place = address.path.removesuffix("preview.png")
        assert place in {f"/{path}", f"{'/en' if english else ''}/{YEAR}/"}
        own |= {path.rstrip("/").rpartition("/")[2]} if place == f"/{path}" else set()
        file = built.folder / address.path[1:]
        assert opened(file.read_bytes()).size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert said["og:image:alt"].startswith("BJC “Jaunība”. ")
        assert said["og:description"] == html.xpath("string(//meta[@name='description']/@content)")
        assert html.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert {"learners", "targets", "priorities", "support", "teaching", "equity", YEAR} <= own
    assert {"mission", "signatures", "about"}.isdisjoint(own)


class TestThePictureOfAPage:
    """It shows that page's own figure."""

    def test_a_chart(self, book):
        """The message of the first chart on the page, and a bar for each of what it draws."""
        own = card_of_page(book, "en", f"{YEAR}/priorities.md")
        assert own.title == "2. Priorities of the year"
        assert own.caption == "The status “Achieved” was given to 7 of the 8\u00a0priority results"
        assert [(bar.name, bar.shown) for bar in own.bars] == [
            ("Achieved", "7"),
            ("Partly achieved", "1"),
            ("Not achieved", "0"),
        ]
        assert own.alt.endswith("8\u00a0priority results. Achieved: 7; Partly achieved: 1; Not achieved: 0.")

    def test_each_chart_has_bars_unless_their_scales_differ(self, book):
        """Charts of every kind can be told in a few bars, none of which is longer than its number."""
        for name in drawn(book, YEAR):
            leading = charts.build(book, YEAR, name).leading
            assert bool(leading) == (name != "targets"), name

    def test_the_chief_figure(self, book):
        """Without a chart, the first figure that the front page of the year tells too, with what that is."""
        first = next(call.get("name") for call in book.page("lv", f"{YEAR}/teaching.md").calls if call.macro == "value")
        own = card_of_page(book, "lv", f"{YEAR}/teaching.md")
        assert first == "staff.observation.total"
        assert (own.figure, own.caption, own.bars) == ("18", "Gada laikā atvērtās jaunās programmas", ())
        assert opened(picture(own)).size == (WIDTH, HEIGHT)

    def test_else_its_first(self, book):
        """A page of which the front page tells no figure shows its own first, in its words."""
        own = card_of_page(book, "lv", f"{YEAR}/achievements.md")
        assert own.figure
        assert own.caption == called(book, YEAR, "achievements.etwinning_years_running").lv

    def test_no_two_show_the_same(self, book):
        """Each can be told from all others by what stands below its title."""
        cards = [own for path in book.nav if (own := card_of_page(book, "lv", path))]
        assert len({(own.figure, own.caption, own.bars) for own in cards}) == len(cards) > 5

    def test_no_figure_that_has_to_be_explained(self, book):
        """A page is not known by a figure that disagrees with another, or that tells of few people."""
        cards = [card_of_page(book, "lv", path) for path in book.nav]
        odd = {name for broken in book.broken_rules[YEAR].values() for name in broken.names}
        assert {"places.stated"} | book.small_groups[YEAR] <= odd
        captions = {one.lv for name in odd if name in book.names[YEAR] and (one := called(book, YEAR, name))}
        assert captions.isdisjoint(card.caption for card in cards if card)

    @pytest.mark.parametrize(
        "path", [f"{YEAR}/mission.md", f"{YEAR}/signatures.md", f"{YEAR}/index.md", "index.md", "glossary.md"]
    )
    def test_else_that_of_the_year(self, book, path):
        """A page without a figure, and the front pages, have none of their own."""
        assert card_of_page(book, "lv", path) is None


def test_icons_are_where_pages_look_for_them(built):
    """Each page's icons are in the built site, drawn from the data."""
    for path, html in built.pages.items():
        for icon in html.xpath("//link[@rel='icon' or @rel='apple-touch-icon']/@href"):
            assert (built.folder / urljoin(f"/{path}", icon)[1:]).is_file()
    assert (built.folder / "assets/images/favicon.svg").read_text("utf-8") == favicon("J")
