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
from playwright.sync_api import Browser, Page, Route, expect

PATIENCE = 60.0

SHARED = "Kurang lebih 27 rumah warga di tepi sungai terendam air setinggi 1,5 meter."
RIGHT = "About 27 homes by the river stood in water 1.5 meters deep."
FIRST = ("Banjir Rendam 27 Rumah di Masamba", "Hujan turun selama 6 jam.")
SECOND = ("Bupati Tinjau Korban Banjir Masamba", "Bantuan tiba pada pukul 10.30 WITA.")
THIRD = ("Air Surut, Warga Masamba Pulang", "Listrik menyala lagi sejak pagi.")
CHANGED = "Hujan turun selama 7 jam."
HALF = "27 homes, half a sen"
QUEUE = "/newsroom/versions/queue/?language=en"


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
        rina.goto(QUEUE)
        return rina.locator("a", has_text=SHARED[:40]).count() > 0

    until(waits)
    rina.keyboard.press("Alt+n")
    expect(rina.locator("#bench-typed")).to_be_focused()

    rina.goto(QUEUE)
    rina.locator("a", has_text=SHARED[:40]).first.click()
    expect(rina.locator("#bench-typed")).to_be_focused()
    kept["bench"] = rina.url


def test_nobody_else_may_edit_it_meanwhile(sari: Page, kept) -> None:
    sari.goto(kept["bench"])
    expect(sari.locator(".bench-refusal")).to_contain_text("rina")
    expect(sari.locator("#bench-typed")).to_have_attribute("readonly", "")
    expect(sari.locator("#bench-form button[type=submit]")).to_have_count(0)


def test_the_checks_answer_while_one_writes(rina: Page) -> None:
    rina.locator("#bench-typed").fill(RIGHT.replace("27", "72"))
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


def rows_of(newsroom, query: str, *values: object) -> list[tuple]:
    with sqlite3.connect(newsroom.folder / "newsroom.sqlite3") as database:
        return database.execute(query, values).fetchall()


def bench_of(newsroom, article: str) -> str:
    """
    The address of the shared sentence's bench in English; read from the database.
    """
    number = re.findall(r"/(\d+)/", article)[-1]
    [found] = rows_of(
        newsroom,
        "SELECT s.id FROM translations_segment s JOIN translations_version v "
        "ON v.id = s.version_id WHERE v.article_id = ? AND v.language = 'en' "
        "AND v.state = 'live' AND s.source = ?",
        number,
        SHARED,
    )
    return f"/newsroom/versions/sentences/{found[0]}/"


def sitting(newsroom, address: str) -> list[str]:
    """
    Who has the sentence of an address open.
    """
    number = re.search(r"/sentences/(\d+)/", address)[1]
    query = (
        "SELECT u.username FROM translations_seat s JOIN accounts_user u "
        "ON u.id = s.by_id WHERE s.segment_id = ?"
    )
    return [name for (name,) in rows_of(newsroom, query, number)]


def drafts(newsroom, address: str) -> list[str]:
    """
    What was kept of what somebody typed for the sentence of an address.
    """
    number = re.search(r"/sentences/(\d+)/", address)[1]
    query = "SELECT text FROM desk_unsaved WHERE segment_id = ?"
    return [text for (text,) in rows_of(newsroom, query, number)]


def without_timer(route: Route) -> None:
    """
    Let nothing be kept but what a page sends as somebody leaves.
    """
    if route.request.resource_type == "ping":
        route.continue_()
    else:
        route.abort()


def failed(page: Page, place: str) -> str:
    """
    What a page says where the newsroom does not answer, in whichever language.
    """
    return page.locator(place).get_attribute("data-failed") or "nothing"


def test_what_could_not_be_saved_is_said_and_stays(newsroom, rina: Page, kept) -> None:
    rina.route("**/draft/", without_timer)
    ways = {
        HALF: lambda route: route.abort(),
        f"{HALF}tence": lambda route: route.fulfill(status=500),
    }
    for text, way in ways.items():
        rina.route("**/decide/", way)
        rina.locator("#bench-typed").fill(text)
        rina.keyboard.press("Control+Enter")
        expect(rina.get_by_role("alert")).to_have_text(failed(rina, "#bench-form"))
        expect(rina.locator("#bench-typed")).to_have_value(text)
        rina.unroute("**/decide/")
        rina.goto("/newsroom/")
        until(lambda text=text: drafts(newsroom, kept["bench"]) == [text])
        rina.goto(kept["bench"])
        expect(rina.locator("#bench-typed")).to_have_value(text)

    rina.locator("#bench-typed").fill(RIGHT)
    kept_line = rina.locator("#bench-kept")
    expect(kept_line).to_have_text(failed(rina, "#bench-kept"))
    rina.unroute("**/draft/")
    rina.goto("/newsroom/")
    until(lambda: drafts(newsroom, kept["bench"]) == [RIGHT])
    rina.goto(kept["bench"])


def test_who_only_looks_sits_down_once_the_seat_is_free(
    newsroom, rina: Page, sari: Page, kept
) -> None:
    look = sari.context.new_page()
    look.clock.install()
    look.goto(kept["bench"])
    expect(look.locator("#bench-typed")).to_have_attribute("readonly", "")
    rina.goto("/newsroom/")
    until(lambda: not sitting(newsroom, kept["bench"]))

    look.clock.run_for(21_000)
    expect(look.locator("#bench-typed")).to_be_editable()
    expect(look.locator(".bench-refusal")).to_have_count(0)
    until(lambda: sitting(newsroom, kept["bench"]) == ["sari"])

    until(lambda: is_left(newsroom, look, kept["bench"]))
    look.close()
    rina.goto(kept["bench"])


def is_left(newsroom, page: Page, address: str) -> bool:
    """
    Whether the seat is free once a page leaves it.

    A message that was under way as it left may come later and keep the seat for two
    minutes: then it sits down and leaves again.
    """
    page.goto(address)
    page.goto("/newsroom/")
    end = time.monotonic() + 5
    while sitting(newsroom, address) and time.monotonic() < end:
        time.sleep(0.2)
    return not sitting(newsroom, address)


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
    expect(rina.locator("#bench-form [data-whole]")).to_be_visible()
    expect(rina.locator("#bench-typed")).to_have_value(RIGHT)
    until(lambda: not is_read(sari, kept["other"]))
    rina.locator("#bench-typed").fill(RIGHT)
    rina.keyboard.press("Control+Enter")
    until(lambda: is_read(sari, kept["other"]))


def test_undo_and_back_leave_the_sentence_and_keep_what_was_typed(
    newsroom, rina: Page, kept
) -> None:
    done = bench_of(newsroom, kept["other"])
    rina.route("**/draft/", without_timer)
    rina.goto(done)
    rina.keyboard.press("Control+Enter")
    expect(rina.locator(".bench-toast")).to_be_visible()
    following = rina.url
    assert "/sentences/" in following

    rina.locator("#bench-typed").fill(HALF)
    rina.keyboard.press("Alt+z")
    expect(rina.locator("#bench")).to_have_attribute("data-seat", f"{done}seat/")
    until(lambda: not sitting(newsroom, following))
    until(lambda: drafts(newsroom, following) == [HALF])
    assert sitting(newsroom, done) == ["rina"]

    rina.go_back()
    expect(rina.locator("#bench-typed")).to_have_value(HALF)
    until(lambda: not sitting(newsroom, done))
    assert sitting(newsroom, following) == ["rina"]

    rina.locator("#bench-form [data-whole]").click()
    rina.unroute("**/draft/")
    rina.goto("/newsroom/")
    until(lambda: not sitting(newsroom, following) and not drafts(newsroom, following))


def test_a_reading_list_that_is_old_says_so_with_a_link(
    newsroom, rina: Page, kept
) -> None:
    number = re.findall(r"/(\d+)/", kept["other"])[-1]
    query = (
        "SELECT id FROM translations_version "
        "WHERE article_id = ? AND language = 'en' AND state = 'live'"
    )
    [(version,)] = rows_of(newsroom, query, number)
    rina.goto(f"/newsroom/versions/{version}/review/")
    expect(rina.locator("#review-changed a")).to_have_count(0)

    old = {"done": [], "lines": {}, "many": 0, "said": "0"}
    rina.route("**/read/", lambda route: route.fulfill(json=old))
    rina.mouse.move(300, 300)
    link = rina.get_by_role("status").get_by_role("link")
    expect(link).to_be_visible(timeout=PATIENCE * 1000)
    rina.unroute("**/read/")


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
