"""
The desk in a real browser: two people, one sentence, and what becomes of a correction.

One test after the other, on the same articles, with the model in the box.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PATIENCE = 60.0

SHARED = "Sebanyak 27 rumah warga di tepi sungai terendam air setinggi 1,5 meter."
RIGHT = "A total of 27 homes by the river stood in water 1.5 meters deep."
FIRST = ("Banjir Rendam 27 Rumah di Masamba", "Hujan turun selama 6 jam.")
SECOND = ("Bupati Tinjau Korban Banjir Masamba", "Bantuan tiba pada pukul 10.30 WITA.")
THIRD = ("Air Surut, Warga Masamba Pulang", "Listrik menyala lagi sejak pagi.")
CHANGED = "Hujan turun selama 7 jam."


@pytest.fixture(scope="module")
def incoming(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("incoming")


@pytest.fixture(scope="module")
def desk(newsroom, incoming: Path) -> None:
    """
    Two articles that share a sentence, and a reviewer.
    """
    newsroom.do("createuser", "rina", "--role", "reviewer", typed="kata-sandi-rina-9")
    write(incoming, "first", *FIRST)
    write(incoming, "second", *SECOND)
    take_in(newsroom, incoming)


def write(folder: Path, name: str, headline: str, sentence: str) -> None:
    text = f"---\ntitle: {headline}\nid: {name}\n---\n\n{SHARED} {sentence}\n"
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


def take_in(newsroom, folder: Path) -> None:
    words = ("--section", "nasional", "--rule", "publish", "--name", "Uji")
    newsroom.do("ingest", str(folder), *words)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "It did not come true in time."
        time.sleep(0.2)


def person(browser: Browser, newsroom, name: str, password: str) -> Page:
    context = browser.new_context(
        base_url=newsroom.address, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto("/newsroom/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/newsroom/")
    return page


@pytest.fixture(scope="module")
def rina(browser: Browser, newsroom, desk) -> Iterator[Page]:
    page = person(browser, newsroom, "rina", "kata-sandi-rina-9")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def sari(browser: Browser, newsroom, desk) -> Iterator[Page]:
    page = person(browser, newsroom, newsroom.name, newsroom.password)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """
    What one test learns for the next ones.
    """
    return {}


def address_of(page: Page, headline: str) -> str:
    """
    The English page of an article, once readers have it.
    """
    found: list[str] = []

    def there() -> bool:
        page.goto("/")
        link = page.get_by_role("link", name=headline).first
        if link.count():
            number = re.findall(r"/(\d+)/", link.get_attribute("href") or "")[-1]
            answer = page.goto(f"/en/p/{number}")
            if answer is not None and answer.ok:
                found.append(page.url)
        return bool(found)

    until(there)
    return found[0]


def test_the_most_urgent_sentence_is_opened_first(rina: Page, kept) -> None:
    kept["first"] = address_of(rina, FIRST[0])
    kept["second"] = address_of(rina, SECOND[0])

    def waits() -> bool:
        rina.goto("/newsroom/versions/queue/?language=en")
        return rina.locator("a", has_text=SHARED[:40]).count() > 0

    until(waits)
    rina.keyboard.press("Alt+n")
    expect(rina.locator("#bench-typed")).to_be_focused()

    rina.goto("/newsroom/versions/queue/?language=en")
    rina.locator("a", has_text=SHARED[:40]).first.click()
    expect(rina.locator("#bench-typed")).to_be_focused()
    kept["bench"] = rina.url


def test_nobody_else_may_edit_it_meanwhile(sari: Page, kept) -> None:
    sari.goto(kept["bench"])
    expect(sari.locator(".bench-refusal")).to_contain_text("rina")
    expect(sari.locator("#bench-typed")).to_have_attribute("readonly", "")
    expect(sari.locator("#bench-form button[type=submit]")).to_have_count(0)


def test_the_checks_answer_while_one_writes(rina: Page) -> None:
    rina.locator("#bench-typed").fill("As many as 72 homes were under water.")
    expect(rina.locator("#bench-checked .desk-mark--blocking").first).to_be_visible()
    expect(rina.locator("#bench-source-text mark").first).to_have_text("27")
    rina.locator("#bench-typed").fill(RIGHT)
    expect(rina.locator("#bench-checked .desk-mark--blocking")).to_have_count(0)
    expect(rina.locator("#bench-source-text .bench-mark--blocking")).to_have_count(0)
    expect(rina.locator("#bench-kept")).not_to_be_empty()


def test_the_list_of_keys_opens_while_one_writes(rina: Page) -> None:
    rina.locator("#bench-typed").press("Alt+k")
    expect(rina.locator("#bench-keys")).to_be_visible()
    rina.keyboard.press("Alt+k")
    expect(rina.locator("#bench-keys")).not_to_be_visible()
    expect(rina.locator("#bench-typed")).to_be_focused()


def test_on_a_phone_the_buttons_cover_nothing(rina: Page) -> None:
    wide = rina.viewport_size
    rina.set_viewport_size({"width": 390, "height": 560})
    bar = rina.locator(".bench-buttons").bounding_box()
    assert bar["y"] + bar["height"] == pytest.approx(560, abs=1)
    rina.locator("main").evaluate("(main) => main.scrollTo(0, main.scrollHeight)")
    last = rina.locator(".bench-help").bounding_box()
    assert last["y"] + last["height"] <= bar["y"]
    rina.set_viewport_size(wide)


def test_what_is_typed_outlives_the_browser(rina: Page, kept) -> None:
    rina.goto("/newsroom/")
    rina.goto(kept["bench"])
    expect(rina.locator("#bench-typed")).to_have_value(RIGHT)


def bench_of(newsroom, article: str) -> str:
    """
    The address of the shared sentence's bench in English; read from the database.
    """
    number = re.findall(r"/(\d+)/", article)[-1]
    with sqlite3.connect(newsroom.folder / "newsroom.sqlite3") as database:
        [found] = database.execute(
            "SELECT s.id FROM translations_segment s JOIN translations_version v "
            "ON v.id = s.version_id WHERE v.article_id = ? AND v.language = 'en' "
            "AND v.state = 'live' AND s.source = ?",
            (number, SHARED),
        )
    return f"/newsroom/versions/sentences/{found[0]}/"


def is_read(page: Page, address: str) -> bool:
    page.goto(address)
    return RIGHT in page.locator("main").inner_text()


def test_a_correction_by_keyboard_is_what_readers_see(
    rina: Page, sari: Page, kept
) -> None:
    rina.locator("#bench-typed").press("Control+Enter")
    rina.wait_for_url(lambda address: address != kept["bench"])
    until(lambda: any(is_read(sari, kept[name]) for name in ("first", "second")))
    is_first = is_read(sari, kept["first"])
    kept["other"] = kept["second" if is_first else "first"]
    sari.goto(kept["first" if is_first else "second"])
    expect(sari.locator(".notice")).to_contain_text("by a person")
    expect(sari.locator(".behind .by-person")).to_have_count(1)


def test_the_same_sentence_elsewhere_is_offered(
    newsroom, rina: Page, sari: Page, kept
) -> None:
    address = bench_of(newsroom, kept["other"])

    def offered() -> bool:
        rina.goto(address)
        return rina.locator("#bench-memory + ul", has_text="100%").count() > 0

    until(offered)
    match = rina.locator("#bench-memory + ul li", has_text="100%").first
    expect(match).to_contain_text("rina")
    match.get_by_role("button").click()
    expect(rina.locator("#bench-typed")).to_have_value(RIGHT)
    rina.keyboard.press("Control+Enter")
    until(lambda: is_read(sari, kept["other"]))


def test_it_can_be_undone_and_done_again(
    newsroom, rina: Page, sari: Page, kept
) -> None:
    rina.goto(bench_of(newsroom, kept["other"]))
    rina.locator("#bench-history ~ form button").click()
    expect(rina.locator("#bench-typed")).not_to_have_value(RIGHT)
    until(lambda: not is_read(sari, kept["other"]))
    rina.locator("#bench-typed").fill(RIGHT)
    rina.keyboard.press("Control+Enter")
    until(lambda: is_read(sari, kept["other"]))


def test_an_update_of_the_original_keeps_it(
    newsroom, incoming: Path, sari: Page, kept
) -> None:
    write(incoming, "first", FIRST[0], CHANGED)
    take_in(newsroom, incoming)

    def renewed() -> bool:
        sari.goto(kept["first"])
        text = sari.locator("main").inner_text()
        return bool(re.search(r"\b7\b", text))

    until(renewed)
    assert RIGHT in sari.locator("main").inner_text()


def test_the_next_article_that_says_it_is_right_at_once(
    newsroom, incoming: Path, sari: Page
) -> None:
    write(incoming, "third", *THIRD)
    take_in(newsroom, incoming)
    sari.goto(address_of(sari, THIRD[0]))
    assert RIGHT in sari.locator("main").inner_text()
