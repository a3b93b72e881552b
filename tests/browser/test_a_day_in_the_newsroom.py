"""
What people do, from the first login to the withdrawal, in a real browser.

One test after the other, on one article: a day in the life of a newsroom. A file stays
with one worker, and so in its order.
"""

import re
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import LANGUAGES, TARGETS

HEADLINE = "Harga Beras di Pasar Kupang Naik 12 Persen dalam Sepekan"
FIRST = (
    "Harga beras medium di Pasar Inpres Kupang naik 12 persen dalam sepekan, "
    "dari Rp13.500 menjadi Rp15.120 per kilogram."
)
SECOND = "Kepala Dinas Perdagangan mengatakan stok cukup untuk 3 bulan."
THIRD = "Cadangan beras pemerintah kini 1,127 ton."
CHANGED = "Kepala Dinas Perdagangan mengatakan stok cukup untuk 4 bulan."
CORRECTION = "Tulisan ini semula menyebut 3 bulan; yang benar 4 bulan."

PATIENCE = 60.0


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """
    What one test learns for the next ones.
    """
    return {}


def login(page: Page, newsroom) -> None:
    page.goto("/newsroom/login/")
    page.fill("#id_username", newsroom.name)
    page.fill("#id_password", newsroom.password)
    page.click("button[type=submit]")
    page.wait_for_url("**/newsroom/")


def paragraph(page: Page, number: int):
    return page.locator("[data-contentpath=body] .public-DraftEditor-content").nth(
        number
    )


def publish(page: Page) -> None:
    more = page.locator("footer .w-dropdown__toggle").first
    more.click()
    page.locator("[name=action-publish]").first.click()
    page.wait_for_url(re.compile(r"/newsroom/articles/$"))


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "It did not come true in time."
        time.sleep(0.3)


def test_an_editor_writes_and_publishes(page: Page, newsroom, kept) -> None:
    login(page, newsroom)
    page.goto("/newsroom/articles/add/")
    page.fill("#id_headline", HEADLINE)
    page.locator("[data-contentpath=body], .w-panel").first.wait_for()
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option").filter(has_text="Paragraf").first.click()
    paragraph(page, 0).click()
    page.keyboard.type(f"{FIRST} {SECOND} {THIRD}")
    page.get_by_role("tab").nth(1).click()
    page.select_option("#id_section", label="Ekonomi")
    page.fill("#id_byline", "Sari Wulandari")
    page.fill("#id_place", "Kupang")
    page.wait_for_url(re.compile(r"/edit/\d+/"))  # saved by itself
    publish(page)
    link = page.get_by_role("link", name=HEADLINE).first
    kept["edit"] = link.get_attribute("href") or ""
    kept["id"] = re.findall(r"\d+", kept["edit"])[-1]
    page.screenshot(path=newsroom.folder / "articles.png")


def test_the_author_settles_what_can_be_read_in_two_ways(
    page: Page, newsroom, kept
) -> None:
    login(page, newsroom)
    page.goto(f"{kept['edit']}#tab-facts")
    facts = page.locator(".desk-facts")
    expect(facts).to_contain_text("Apa arti “1,127”?")
    page.screenshot(path=newsroom.folder / "facts.png")
    facts.get_by_role("button", name="bilangan bulat").click()
    expect(page.locator(".desk-facts")).to_contain_text("dipastikan oleh")
    expect(page.locator(".desk-facts")).not_to_contain_text("Apa arti")
    assert page.url.endswith("#tab-facts")


def test_the_panel_follows_the_versions(page: Page, newsroom, kept) -> None:
    login(page, newsroom)
    page.goto(kept["edit"])
    page.get_by_role("tab").last.click()
    live = page.locator(".desk-versions .desk-badge--good")
    expect(live).to_have_count(len(TARGETS), timeout=PATIENCE * 1000)
    page.screenshot(path=newsroom.folder / "panel.png")


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_read_it_in_every_language(page: Page, kept, language) -> None:
    prefix = "" if language == "id" else f"/{language}"
    page.goto(f"{prefix}/p/{kept['id']}")
    html = page.locator("html")
    assert html.get_attribute("lang") == LANGUAGES[language].html
    assert html.get_attribute("dir") == LANGUAGES[language].direction
    text = page.locator("main").inner_text()
    assert "12" in text
    read = {value for n in numbers_of(text, language) for value in n.readings}
    assert {Decimal(13500), Decimal(15120)} <= read
    assert "Sari Wulandari" in text
    direction = page.locator("main .s").first.evaluate(
        "node => getComputedStyle(node).direction"
    )
    assert direction == LANGUAGES[language].direction


def test_a_reader_changes_the_language_and_stays(page: Page, kept) -> None:
    page.goto(f"/p/{kept['id']}")
    for language in (*TARGETS, "id"):
        row = LANGUAGES[language]
        page.locator(f"nav.languages a[hreflang='{row.html}']").click()
        page.wait_for_url(re.compile(f"/{kept['id']}/"))
        assert page.locator("html").get_attribute("lang") == row.html


def test_a_reader_looks_at_the_original_of_a_sentence(page: Page, kept) -> None:
    page.goto(f"/en/p/{kept['id']}")
    behind = page.locator("#o3")
    expect(behind).to_be_hidden()
    page.locator(".s#s3 .peek").click()
    expect(behind).to_be_visible()
    behind.locator(".close").click()
    expect(behind).to_be_hidden()
    page.locator(".s#s3 .peek").click()
    page.keyboard.press("Escape")
    expect(behind).to_be_hidden()


def test_the_original_needs_no_script(browser, newsroom, kept) -> None:
    context = browser.new_context(base_url=newsroom.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/ar/p/{kept['id']}")
    page.locator(".s#s2 .peek").click()
    expect(page.locator("#o2")).to_be_visible()
    assert page.locator("main h1").is_visible()
    context.close()


def test_a_reader_shares(page: Page, newsroom, kept) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/ja/p/{kept['id']}")
    share = page.locator(".share")
    hosts = [link.get_attribute("href") or "" for link in share.locator("a").all()]
    assert any("line.me" in host for host in hosts)
    assert any("hatena" in host for host in hosts)
    share.locator("[data-do=copy]").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{newsroom.address}/ja/")
    assert f"/{kept['id']}/" in copied


def test_a_reader_reports_an_error(page: Page, kept) -> None:
    page.goto(f"/fr/p/{kept['id']}")
    page.locator(".s#s2 .peek").click()
    page.locator("#o2 .report").click()
    page.wait_for_url(re.compile("/fr/report/"))
    page.locator("input[name=kind]").first.check()
    page.fill("textarea[name=text]", "15 120, pas 13 500.")
    page.locator("main form button").first.click()
    expect(page.locator("main form")).to_have_count(0)


def test_a_correction_reaches_all_six(page: Page, newsroom, kept) -> None:
    login(page, newsroom)
    page.goto(kept["edit"])
    editor = paragraph(page, 0)
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(f"{FIRST} {CHANGED}")
    page.get_by_role("tab").filter(has_text="Ralat").click()
    page.locator("#id_corrections-ADD").click()
    page.fill("#id_corrections-0-text", CORRECTION)
    publish(page)

    def everywhere() -> bool:
        for language in LANGUAGES:
            prefix = "" if language == "id" else f"/{language}"
            page.goto(f"{prefix}/p/{kept['id']}")
            if page.locator("aside .stale").count():
                return False
            if not page.locator(".corrections").count():
                return False
        return True

    until(everywhere)
    page.goto("/corrections/")
    assert CORRECTION in page.locator("main").inner_text()
    for language in TARGETS:
        page.goto(f"/{language}/corrections/")
        assert page.locator(f"main a[href*='/{kept['id']}/']").count() == 1


def test_it_is_found(page: Page, kept) -> None:
    def found() -> bool:
        page.goto("/search/?q=beras+kupang")
        return page.locator(f"main a[href*='/{kept['id']}/']").count() > 0

    until(found)


def test_it_is_withdrawn_in_all_six(page: Page, newsroom, kept) -> None:
    login(page, newsroom)
    page.goto(f"/newsroom/articles/unpublish/{kept['id']}/")
    page.locator(
        "main form button[type=submit], main form input[type=submit]"
    ).first.click()
    page.wait_for_load_state()
    for language in LANGUAGES:
        prefix = "" if language == "id" else f"/{language}"
        answer = page.goto(f"{prefix}/p/{kept['id']}")
        assert answer is not None
        assert answer.status == 410
        assert "Sari Wulandari" not in page.content()
        for feed in ("feed.rss", "feed.json"):
            text = page.request.get(f"{prefix}/{feed}").text()
            assert f"/{kept['id']}/" not in text
