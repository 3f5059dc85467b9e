"""The pages in a real browser: what scripts do, what a phone shows, and that nothing leaves this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import axe_playwright_python
import pytest

from tests.web import make
from tests.web.chromium import CHROMIUM, NEEDED, QUIET
from tests.web.people import PASSWORD

ROOT = Path(__file__).parents[2]
TIE = f"/ties/{make.MINSK}/{make.OMSK}/"
DOCUMENT = f"/documents/{make.NEWS}/"
PAGES = [
    "/",
    "/attention/",
    "/ties/",
    "/places/",
    "/people/",
    "/organizations/",
    "/happenings/",
    "/agreements/",
    "/commitments/",
    "/documents/",
    TIE,
    f"/places/{make.MINSK}/",
    "/people/person:primerov/",
    "/organizations/org:uchebtrans/",
    DOCUMENT,
    f"{DOCUMENT}?beside=1",
    f"/split/{make.MINSK}/",
    f"/hand/event/?document={make.NEWS}",
    "/search/?q=Минкс",
    "/search/?q=Минск",
    "/search/?kind=happenings",
    "/matches/",
    "/roadmaps/",
    "/visits/",
    "/visits/new/",
    "/reports/",
    f"/reports/brief/?left={make.MINSK}&right={make.OMSK}&first=2026-01-14",
    f"/reports/visit/?left={make.MINSK}&right={make.OMSK}&first=2025-09-29",
    f"/reports/year/?place={make.MINSK}&year=2025",
    "/add/",
    "/nowhere/",
    "/review/",
    "/review/pairs/",
    "/decisions/",
    f"{DOCUMENT}facts/r1/",
    "/hand/",
    "/hand/event/",
    "/hand/plan/",
    f"/hand/quote/?document={make.NEWS}",
    "/users/",
    "/traces/",
    "/language/",
    "/sources/",
    "/calendar/",
    "/roadmaps/",
    "/reports/",
    "/reports/brief/",
    "/reports/visit/",
    "/reports/year/",
    "/visits/",
    "/visits/new/",
]

pytestmark = NEEDED


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of its own."""
    yield from served(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def site_of_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one that asks who is there."""
    yield from served(tmp_path_factory.mktemp("users"), "users")


def served(home: Path, *more: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "POBRATIM_HOME": str(home), "POBRATIM_ACCESS": "desk", "DATABASE_URL": ""}
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.web.site", str(home), str(port), *more], cwd=ROOT, env=environment
    )
    try:
        yield _answering(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait()


def _answering(address: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(300):
        assert server.poll() is None, "the server did not start"
        with suppress(OSError), urlopen(address + "/add/"):
            return address
        time.sleep(0.1)
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


NO_FAULT = (
    "400 (Bad Request)", "404 (Not Found)", "422 (Unprocessable", "500 (Internal", "Response Status Error",
    "htmx:afterRequest", "htmx:sendAbort", "htmx:sendError",
)
"""What a browser says of a page that is not there and of a form with a mistake, and htmx of a question that nobody
waits for: the page was left."""


@pytest.fixture
def page(browser, site):
    """A page at the site; at the end nothing may have gone wrong and nobody else been asked."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, locale="ru-RU")
    page = context.new_page()
    complaints, asked = [], []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in ("error", "warning") else 0,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert [text for text in complaints if not any(one in text for one in NO_FAULT)] == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("address", PAGES)
def test_letters_twice_as_large_fit(page, address):
    page.goto(address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/")

    assert page.evaluate(CONTRAST) >= 7


CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(document.body);
  const [low, high] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_the_menu_is_one_line_on_a_laptop_and_wider(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/visits/")
    tops = page.locator(".menu li").evaluate_all("items => items.map((item) => item.getBoundingClientRect().top)")
    assert len(tops) == 14 and len(set(tops)) == 1


def test_the_map_has_every_tie_and_land_below_it(page):
    page.goto("/")

    assert page.locator(".arc").count() == 2
    assert page.locator(".land .near").evaluate_all("uses => uses.map(use => use.getBBox().width > 100)") == [
        True,
        True,
    ]
    labels = page.locator(".spot text:not(.hidden)").all_text_contents()
    assert {"Минск", "Омск"} <= set(labels)


def test_the_map_zooms_and_comes_home(page):
    page.goto("/")
    width = "svg => svg.viewBox.baseVal.width"
    whole = page.locator(".map-svg").evaluate(width)

    page.get_by_label("Приблизить").click()
    assert page.locator(".map-svg").evaluate(width) < whole
    page.get_by_label("Показать всё").click()
    assert page.locator(".map-svg").evaluate(width) == pytest.approx(whole)


def test_the_map_stays_as_it_is_when_what_waits_is_found(page):
    """The list beside the map comes later; whoever has zoomed in meanwhile must not lose the place."""
    waits = """<section class="section" id="attention"><p class="looking" hx-get="/" hx-trigger="load delay:300ms"
      hx-select="#attention" hx-target="#attention" hx-swap="outerHTML">…</p></section>"""
    page.goto("/")
    shown = page.locator("#attention").inner_html()
    page.locator("#attention").evaluate("(part, html) => { part.outerHTML = html }", waits)
    page.get_by_label("Приблизить").click()
    seen = page.locator(".map-svg").get_attribute("viewBox")
    page.evaluate("htmx.process(document.body)")
    page.locator(".looking").wait_for(state="detached")

    assert page.locator("#attention").inner_html() == shown
    assert page.locator(".map-svg").get_attribute("viewBox") == seen
    page.get_by_label("Приблизить").click()
    assert page.locator(".map-svg").get_attribute("viewBox") != seen


def test_labels_on_the_map_never_meet(page):
    page.goto("/")
    for zooms in range(4):
        boxes = [box.bounding_box() for box in page.locator(".spot text:not(.hidden)").all()]
        for index, a in enumerate(boxes):
            for b in boxes[index + 1 :]:
                assert (
                    a["x"] + a["width"] <= b["x"]
                    or b["x"] + b["width"] <= a["x"]
                    or a["y"] + a["height"] * 0.9 <= b["y"]
                    or b["y"] + b["height"] * 0.9 <= a["y"]
                ), zooms
        page.get_by_label("Приблизить").click()


def test_an_arc_leads_to_its_tie(page):
    page.goto("/")
    page.locator(".arc.twin .hit").dispatch_event("click")

    page.wait_for_url(f"**{TIE}")


def test_words_light_their_facts(page):
    page.goto(DOCUMENT)
    page.locator("[data-facts='r5 r6']").hover()

    assert set(page.locator(".fact.lit").evaluate_all("facts => facts.map(fact => fact.id)")) == {"r5", "r6"}
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_fact_lights_its_words(page, how):
    page.goto(DOCUMENT)
    getattr(page.locator("#r10"), how)()

    assert page.locator(".piece.lit").all_text_contents() == [make.TWINNED]


def test_the_list_follows_to_the_fact_that_is_lit(page):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(DOCUMENT)
    page.locator("[data-facts~='r12']").hover()

    assert page.locator("#r12").evaluate(
        "fact => fact.getBoundingClientRect().bottom"
        " <= fact.closest('.facts').getBoundingClientRect().bottom + 1"
    )


def test_a_box_hides_a_type_of_facts(page):
    page.goto(DOCUMENT)
    page.get_by_label("Высказывание").uncheck()

    assert page.locator(".fact.t-quote:visible").count() == 0
    assert page.locator(".fact.t-offer:visible").count() == 1


def test_a_line_anywhere_leads_to_its_marked_sentence(page):
    page.goto(TIE)
    page.locator("#agreements .cite").first.click()

    page.wait_for_url("**/documents/**")
    mark = page.locator("mark")
    assert mark.inner_text() == make.SIGNED
    box = mark.bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_tie_page_shows_its_years_and_gives_the_brief(page):
    page.goto(TIE)

    assert page.locator(".timeline rect").count() == 3
    page.locator(".timeline a.t-agreement").click()
    assert page.locator("#agreement\\:map").evaluate("row => row.matches(':target')")
    with page.expect_download() as download:
        page.get_by_text("Справка в Word").click()
    assert download.value.suggested_filename == "Справка Минск — Омск.docx"


def test_a_telephone_shows_today_and_tells_who_met_whom_as_a_list(page):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(TIE)
    strip, now = page.locator(".timeline").bounding_box(), page.locator(".timeline .now").bounding_box()
    assert strip["x"] < now["x"] < strip["x"] + strip["width"]
    assert not page.locator(".met").is_visible() and page.locator(".met-list li").first.is_visible()


def test_typing_filters_a_list_at_once(page):
    page.goto("/people/")
    page.get_by_placeholder("Отобрать по словам").press_sequentially("Образц")

    page.locator("#person\\:primerov").wait_for(state="detached")
    assert page.locator("#person\\:obraztsova").is_visible()
    assert "name=" in page.url


def test_search_from_any_page(page):
    page.goto(TIE)
    page.get_by_label("Поиск").fill("Образцовой")
    page.keyboard.press("Enter")

    page.get_by_role("link", name="Анна Образцова", exact=True).click()
    assert page.locator("h1").inner_text() == "Анна Образцова"


def test_a_file_is_looked_at_and_then_kept(page, tmp_path):
    file = tmp_path / "новость.txt"
    file.write_text(
        "Делегация Витебска посетила Смоленск\n\n14 мая 2025 года делегация Витебска посетила Смоленск. "
        "Стороны подписали соглашение о сотрудничестве в области культуры.",
        encoding="utf-8",
    )
    page.goto("/add/")
    page.set_input_files("#files", str(file))
    assert page.locator("[data-chosen]").inner_text() == "новость.txt"

    page.get_by_role("button", name="Прочитать").click()
    assert page.locator(".fact .sentence").first.is_visible()
    page.get_by_role("button", name="Сохранить в реестр").click()

    assert page.locator(".messages").inner_text().startswith("Сохранено: 1")
    assert page.locator("h1").inner_text() == "Делегация Витебска посетила Смоленск"

    page.goto("/add/")
    page.set_input_files("#files", str(file))
    page.get_by_role("button", name="Прочитать").click()
    assert page.get_by_text("уже есть в реестре").is_visible()


def test_what_takes_long_says_so_and_is_sent_once(page):
    sent = []

    def slowly(route):
        sent.append(route.request.url)
        page.wait_for_timeout(1200)
        route.continue_()

    page.goto("/add/")
    page.route("**/add/", slowly)
    page.locator("#text").fill("Мэр Тихореченска встретился с мэром Лугозерска.")
    page.evaluate("""() => new MutationObserver(() => {
      const busy = document.querySelector(".busy");
      if (busy) sessionStorage.setItem("busy", busy.textContent);
    }).observe(document.body, { childList: true, subtree: true, characterData: true })""")
    page.get_by_role("button", name="Прочитать").dblclick()
    page.wait_for_url("**/add/*/")
    assert page.evaluate("sessionStorage.getItem('busy')").startswith("Программа читает документы")
    assert len(sent) == 1

    page.go_back()
    assert page.locator(".busy").count() == 0


def test_selected_words_become_the_evidence(page):
    page.goto(f"/hand/event/?document={make.NEWS}")
    text = page.locator("[data-take]")
    text.evaluate("text => getSelection().selectAllChildren(text.querySelector('p'))")
    text.dispatch_event("mouseup")
    assert page.locator("#words").input_value() == text.locator("p").first.inner_text().strip()


def test_no_label_of_the_map_lies_below_its_buttons(page):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto("/")
    keys = page.locator(".map-keys").bounding_box()
    for label in page.locator(".spot text:not(.hidden)").all():
        box = label.bounding_box()
        assert (
            box["x"] + box["width"] <= keys["x"] + 2 or keys["x"] + keys["width"] <= box["x"] + 2
            or box["y"] + box["height"] <= keys["y"] + 2 or keys["y"] + keys["height"] <= box["y"] + 2
        ), label.text_content()


def test_the_original_and_the_text_stand_side_by_side(page):
    page.goto(DOCUMENT)
    page.get_by_role("link", name="Показать рядом исходный файл").click()
    left, right = page.locator(".original-file").bounding_box(), page.locator(".reading").bounding_box()
    assert left["x"] + left["width"] <= right["x"] and abs(left["y"] - right["y"]) < 5
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.locator(".original-file").bounding_box()["y"] > page.locator(".reading").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_files_can_be_dropped(page):
    page.goto("/add/")
    page.locator("[data-drop]").evaluate("""panel => {
      const files = new DataTransfer();
      files.items.add(new File(["Минск и Омск."], "брошено.txt"));
      panel.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
    }""")

    assert page.locator("[data-chosen]").inner_text() == "брошено.txt"


def test_it_works_without_scripts(browser, site):
    context = browser.new_context(
        base_url=site, java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto("/")
    assert page.locator(".spot text:not(.hidden)").count() >= 4
    page.goto(TIE)
    page.locator("#agreements .cite").first.click()
    assert page.locator("mark").inner_text() == make.SIGNED
    page.goto("/people/?name=Образц")
    assert page.locator("#rows .row").count() == 1
    context.close()


WITHOUT_THE_MAP, WITH_THE_MAP = 300_000, 800_000
"""Bytes that the first visit may take; they are counted as they are, not compressed."""


@pytest.mark.parametrize("address", PAGES)
def test_the_first_load_is_small(page, address):
    sizes: dict[bool, int] = {True: 0, False: 0}

    def add(response) -> None:
        sizes["/map/" in response.url] += len(response.body())

    page.on("response", add)
    page.goto(address, wait_until="networkidle")

    assert sizes[False] < WITHOUT_THE_MAP
    assert sum(sizes.values()) < WITH_THE_MAP


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_stands_in_anybodys_way(page, address, scheme):
    """axe-core finds nothing serious or critical."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)

    found = page.evaluate(AXE)

    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")] == []


AXE = f"{Path(axe_playwright_python.__file__).with_name('axe.min.js').read_text(encoding='utf-8')}; axe.run()"


class TestTheQueue:
    """Decided by keys alone, in any layout; undone at the end, so that other tests find what they know."""

    def test_skip_accept_undo(self, page):
        page.goto("/review/")
        first = page.locator(".case mark").inner_text()

        page.keyboard.press("j")
        page.wait_for_url("**/review/?skip=1")
        page.keyboard.press("k")
        page.wait_for_url("**/review/?skip=0")
        assert page.locator(".case mark").inner_text() == first

        page.keyboard.press("a")
        page.locator(".queue-foot", has_text="Ваше последнее").wait_for()
        assert "Сегодня вами решено: 1" in page.locator(".queue-head").inner_text()

        page.keyboard.press("u")
        page.locator(".queue-foot", has_text="Ваше последнее").wait_for(state="detached")
        assert page.locator(".case mark").inner_text() == first

    def test_letters_typed_into_a_field_decide_nothing(self, page):
        page.goto("/review/")
        page.locator("input[name=why]").fill("")
        page.locator("input[name=why]").press_sequentially("jar")
        assert page.url.endswith("/review/") and page.locator("input[name=why]").input_value() == "jar"

    def test_keys_can_be_switched_off_and_stay_off(self, page):
        page.goto("/review/")
        page.locator("[data-keys-switch] input").uncheck()
        page.reload()
        assert not page.locator("[data-keys-switch] input").is_checked()
        page.keyboard.press("j")
        assert page.url.endswith("/review/")
        page.locator("[data-keys-switch] input").check()


def test_a_reader_tries_to_change_things_and_cannot(browser, site_of_users):
    context = browser.new_context(base_url=site_of_users)
    page = context.new_page()
    page.goto(DOCUMENT)
    assert "/sign-in/?next=" in page.url
    page.fill("#username", "reader")
    page.fill("#password", "не тот")
    page.get_by_role("button", name="Войти").click()
    assert "не подошли" in page.get_by_role("alert").inner_text()
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url(f"**{DOCUMENT}")

    assert page.get_by_role("button", name="Принять").count() == 0
    assert page.get_by_role("link", name="Добавить", exact=True).count() == 0
    for address in ("/add/", "/review/", "/hand/plan/", "/users/", f"{DOCUMENT}facts/r1/"):
        assert page.goto(address).status == 403
        assert "нужна роль" in page.locator("h1").inner_text()
    page.goto("/account/")  # its form has the reader's own token
    forged = page.evaluate(FORGED, f"{DOCUMENT}facts/r1/reject")
    assert forged == 403
    page.goto(DOCUMENT)
    assert page.locator(".rejected").count() == 0
    page.locator(".who summary").click()
    page.get_by_role("button", name="Выйти").click()
    page.goto("/ties/")
    assert "/sign-in/" in page.url
    context.close()


FORGED = """async (address) => {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  return (await fetch(address, {method: "POST", body})).status;
}"""
