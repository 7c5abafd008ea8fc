"""Take the pictures of the README anew from the built site: `make pictures`."""

from browsers import chromium, serving
from project import LANGUAGES, ROOT

FOLDER = ROOT / "docs/pictures"
PAGE = "2024-2025/learners/"
WIDTH, HEIGHT = 1000, 460


def main():
    """Write a picture of a number with its source and one of a table with the way to its data, in each language."""
    with serving(ROOT / "site") as address, chromium() as browser:
        for language in LANGUAGES:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1)
            prefix = "en/" if language == "en" else ""
            page.goto(f"{address}{prefix}{PAGE}")
            page.locator(".number-tools button").click()
            table = page.locator("#table-learners-change")
            table.evaluate("element => scrollBy(0, element.getBoundingClientRect().top - 90)")
            table.locator("a.bound").nth(1).click()
            page.locator(".number-source a.edit").wait_for()
            page.screenshot(path=FOLDER / f"number-{language}.png")
            page.keyboard.press("Escape")
            page.evaluate("document.activeElement.blur()")
            table.screenshot(path=FOLDER / f"table-{language}.png")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    main()
