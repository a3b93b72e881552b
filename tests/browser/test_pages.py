"""
Every kind of page in six languages: accessible, within its budget, nothing that jumps.
"""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from selaras.languages import LANGUAGES

KILOBYTE = 1024
WIDTHS = (320, 390, 1280)

PAGES = {
    "home": "/",
    "article": "/p/1",
    "section": "/{section}/",
    "search": "/search/?q=gempa",
    "corrections": "/corrections/",
    "about": "/about/about/",
    "ai": "/about/ai/",
    "missing": "/tidak-ada/",
}

TOO_WIDE = """() => {
    const page = document.documentElement;
    return page.scrollWidth - page.clientWidth;
}"""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def demo(browser: Browser, demo_site: str) -> Iterator[Page]:
    """
    A browser at the demonstration, whose articles are live in six languages.
    """
    context = browser.new_context(base_url=demo_site, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def address(language: str, kind: str) -> str:
    section = "nasional" if language == "id" else "national"
    prefix = "" if language == "id" else f"/{language}"
    return prefix + PAGES[kind].format(section=section)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(demo: Page, language: str, scheme: str) -> None:
    demo.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    kinds = PAGES if scheme == "light" else ("home", "article")
    for kind in kinds:
        demo.goto(address(language, kind))
        found = Axe().run(demo, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_in_a_report(demo: Page) -> None:
    demo.goto("/ar/report/1/?s=2")
    found = Axe().run(demo, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_over_the_edge(demo: Page, language: str, width: int) -> None:
    demo.set_viewport_size({"width": width, "height": 900})
    for kind in PAGES:
        demo.goto(address(language, kind))
        over = demo.evaluate(TOO_WIDE)
        assert over <= 0, f"{kind} is {over} pixels too wide at {width}"


def test_arabic_is_mirrored(demo: Page) -> None:
    demo.set_viewport_size({"width": 1280, "height": 900})

    def place(language: str) -> tuple[float, float]:
        demo.goto(address(language, "home"))
        name = demo.locator(".masthead .home").bounding_box()
        search = demo.locator(".masthead .find").bounding_box()
        assert name
        assert search
        return name["x"], search["x"]

    left, right = place("en")
    assert left < right
    left, right = place("ar")
    assert left > right


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_come_from_a_font_for_the_language(demo: Page, language: str) -> None:
    demo.goto(address(language, "article"))
    lines = demo.evaluate(
        """() => {
            const style = getComputedStyle(document.querySelector("main .text p"));
            return parseFloat(style.lineHeight) / parseFloat(style.fontSize);
        }"""
    )
    assert lines >= (1.6 if language in {"zh", "ja", "ar"} else 1.4)


@pytest.mark.parametrize("language", ["id", "ar", "zh"])
def test_pages_keep_their_budget(
    browser: Browser, demo_site: str, language: str
) -> None:
    context = browser.new_context(base_url=demo_site)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    for kind in ("home", "article"):
        answers.clear()
        page.goto(address(language, kind), wait_until="networkidle")
        sizes: dict[str, int] = {}
        for answer in answers:
            if answer.status == 200:
                what = answer.request.resource_type
                sizes[what] = sizes.get(what, 0) + len(answer.body())
        assert sizes.get("stylesheet", 0) <= 40 * KILOBYTE
        assert sizes.get("script", 0) <= 15 * KILOBYTE
        text = sum(size for what, size in sizes.items() if what != "image")
        assert text <= 100 * KILOBYTE
        own = re.escape(demo_site)
        assert all(re.match(own, answer.url) for answer in answers)
        assert len(answers) <= 40
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps(browser: Browser, demo_site: str, width: int) -> None:
    context = browser.new_context(
        base_url=demo_site, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.add_init_script(
        """
        window.shifts = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({type: "layout-shift", buffered: true});
        """
    )
    for kind in ("home", "article"):
        page.goto(address("id", kind), wait_until="networkidle")
        assert page.evaluate("window.shifts") <= 0.01
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_prints_without_navigation(demo: Page, language: str) -> None:
    demo.goto(address(language, "article"))
    demo.emulate_media(media="print")
    try:
        assert not demo.locator("nav.sections").is_visible()
        assert demo.locator("main h1").is_visible()
    finally:
        demo.emulate_media(media="screen")
