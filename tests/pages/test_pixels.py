"""What the site shows of a picture: the right way up, in the colours of screens, no larger than a page can show."""

import pytest
from beside import drawn, opened, photographed, saved
from PIL import Image, ImageCms, ImageDraw, ImageFile

from macros.pages import pixels
from macros.pages.picture import Unfit
from macros.pages.pixels import made, read_picture


def test_a_library_that_is_lenient_does_not_matter(monkeypatch):
    """A damaged picture is told although another part of the program has asked Pillow to draw what there is."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(Unfit, match="damaged"):
        read_picture(saved(drawn(size=(900, 900)), "JPEG", quality=95)[:-2000], "a.jpg")
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(60, 40), (2400, 1800)])
def test_a_photograph_is_turned_upright(orientation, size):
    """The picture is as its camera meant it, in the size that the page is told."""
    content = photographed("JPEG", orientation, size)
    shown = opened(made(content, "a.jpg"))
    assert shown.size == read_picture(content, "a.jpg").size
    assert shown.width <= pixels.WIDEST
    assert (shown.width > shown.height) == (orientation < 5)
    corners = [shown.getpixel((x, y)) for y in (2, shown.height - 3) for x in (2, shown.width - 3)]
    darkest = min(range(4), key=lambda at: sum(corners[at]))
    assert darkest == {1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]


def test_a_photograph_of_twelve_megapixels_is_small():
    """A photograph as telephones make them, noise and all, costs a reader less than a megabyte."""
    grain = Image.effect_noise((1000, 750), 60).resize((4000, 3000))
    content = saved(
        Image.merge("RGB", (grain, grain.rotate(180), Image.linear_gradient("L").resize(grain.size))),
        "JPEG",
        quality=95,
    )
    assert len(content) > 3_000_000
    assert len(made(content, "a.jpg")) < 1_000_000
    assert opened(made(content, "a.jpg")).size == (1600, 1200)


@pytest.mark.parametrize(
    ("mode", "form", "name"),
    [
        *((mode, "PNG", "a.png") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *((mode, "JPEG", "a.jpg") for mode in ("L", "RGB", "CMYK", "YCbCr")),
        *((mode, "WEBP", "a.webp") for mode in ("RGB", "RGBA")),
        *((mode, "GIF", "a.gif") for mode in ("1", "L", "P", "RGBA")),
    ],
)
@pytest.mark.parametrize("size", [(60, 40), (1800, 1200)])
def test_all_kinds_of_pixels_are_shown(mode, form, name, size):
    """Each becomes eight bits of grey or sRGB that looks the same; the same bytes each time."""
    image = Image.new("I;16", size, 40_000) if mode == "I;16" else drawn(mode, size)
    content = saved(image, form)
    published = made(content, name)
    shown = opened(published)
    assert (shown.size, shown.format) == (read_picture(content, name).size, form)
    assert shown.mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    want = (156, 156, 156) if mode == "I;16" else image.convert("RGB").getpixel((50, 35))
    assert shown.convert("RGB").getpixel((50, 35)) == pytest.approx(want, abs=6)
    assert made(content, name) == published


def test_clear_pixels_stay_clear():
    """What is see-through in a PNG, with colours of its own or of a palette, is so in the site."""
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((0, 0, 20, 20), "maroon")
    for image in (clear, clear.quantize(8), clear.resize((2000, 1400))):
        shown = opened(made(saved(image, "PNG"), "a.png")).convert("RGBA")
        assert (shown.getpixel((shown.width - 2, 2))[3], shown.getpixel((2, 2))[3]) == (0, 255)


@pytest.mark.parametrize(
    ("mode", "name"),
    [("RGB", "a.jpg"), ("RGB", "a.png"), ("RGBA", "a.png"), ("P", "a.png"), ("L", "a.jpg"), ("CMYK", "a.jpg")],
)
def test_colours_of_a_profile_become_those_of_screens(mode, name):
    """No profile is left, and the colours are those that it meant; one that cannot be read does no harm."""
    form = "JPEG" if name == "a.jpg" else "PNG"
    for icc in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"no profile"):
        published = made(saved(drawn(mode), form, icc_profile=icc), name)
        assert "icc_profile" not in opened(published).info
        assert opened(published).convert("RGB").getpixel((50, 35)) == pytest.approx((192, 192, 192), abs=6)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_foreign_profile_is_heeded(mode):
    """A picture whose profile means another colour by the same numbers looks in the site as it was meant."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"x___"), (b"gXYZ", b"rXYZ"), (b"x___", b"gXYZ")):  # what is red there is green
        icc = icc.replace(old, new)
    published = made(saved(Image.new(mode, (60, 40), "#c00000"), "PNG", icc_profile=icc), "a.png")
    assert opened(published).convert("RGB").getpixel((9, 9)) == pytest.approx((0, 192, 0), abs=6)


def test_a_photograph_saved_as_png_is_bearable():
    """Where a PNG stays heavy it gets 256 colours, so that it takes a third of what it would."""
    grain = Image.merge("RGB", [Image.effect_noise((1200, 900), spread).convert("L") for spread in (30, 40, 50)])
    content = saved(grain, "PNG")
    published = made(content, "a.png")
    assert len(published) < len(content) / 2.5
    assert opened(published).mode == "P"


def progressive(passes):
    """Give a JPEG whose last pass over the pixels comes so many times."""
    content = saved(Image.new("RGB", (64, 64), "teal"), "JPEG", progressive=True)
    scan = content.rindex(b"\xff\xda")
    return content[:-2] + content[scan:-2] * passes + content[-2:]


@pytest.mark.parametrize("passes", [100, 1500])
def test_a_jpeg_of_endless_passes_is_refused(passes):
    """Each pass over the pixels takes its time, and a few bytes: no camera makes more than a dozen."""
    with pytest.raises(Unfit, match="damaged"):
        read_picture(progressive(passes), "a.jpg")


def test_what_lies_behind_a_jpeg_is_no_pass():
    """A film that telephones put behind a photograph holds the two bytes by chance; so may a thumbnail before it."""
    assert read_picture(progressive(1) + b"\xff\xda\x00\x04" * 1500, "a.jpg").size == (64, 64)
    exif = Image.Exif()
    exif[270] = b"\xff\xda\x00\x04" * 1500
    content = saved(Image.new("RGB", (64, 64), "teal"), "JPEG", exif=exif)
    assert read_picture(content, "a.jpg").size == (64, 64)


@pytest.mark.parametrize(
    ("size", "form", "name"),
    [
        ((7000, 7000), "PNG", "a.png"),  # a second to draw, of 6 kB
        ((16_000, 3000), "WEBP", "a.webp"),  # three seconds, of 2 kB
        ((7000, 7000), "GIF", "a.gif"),
        ((1, 40_000), "PNG", "a.png"),
        ((40_000, 1), "PNG", "a.png"),
        ((1, 60_000), "JPEG", "a.jpg"),
    ],
)
def test_a_picture_of_next_to_nothing_is_not_drawn(size, form, name):
    """A few bytes can claim millions of pixels, and a hundred such files would be drawn for an hour."""
    options = {"lossless": True} if form == "WEBP" else {}
    with pytest.raises(Unfit, match=f"{size[0]} × {size[1]} pixels"):
        read_picture(saved(Image.new("1" if form == "PNG" else "L", size), form, **options), name)
