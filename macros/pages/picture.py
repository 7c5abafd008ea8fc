"""What is known of a picture beside a page without drawing it: see `pixels`."""

from dataclasses import dataclass

from macros.words.problems import Reason

ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",), "GIF": (".gif",)}
"""Formats that all browsers show, as Pillow calls them → how their files end."""
TOLD = {
    "place": ("uzņemšanas vieta", "where it was taken"),
    "words": ("apraksts vai autors", "a description or the author"),
    "thumbnail": (
        "sīkattēls, kurā var būt tas, kas vēlāk nogriezts",
        "a thumbnail, which may show what was cut off later",
    ),
    "camera": ("kamera", "the camera"),
    "time": ("uzņemšanas laiks", "the time"),
}
"""What a file may tell beside the picture."""


class Unfit(Reason):
    """A file that cannot be published."""


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown: width and height in pixels as the site has it, what its file `tells` (`TOLD`)."""

    size: tuple[int, int]
    tells: tuple[str, ...]
