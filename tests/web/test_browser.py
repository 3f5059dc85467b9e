"""The pages in a real browser: what scripts do, what a phone shows, and that nothing leaves this machine."""

from __future__ import annotations

import os
import re
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
from playwright.sync_api import Page, expect

from tests.web import make
from tests.web.chromium import CHROMIUM, NEEDED, QUIET, opened
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
    opened(page, address)

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", PAGES)
def test_letters_twice_as_large_fit(page, address):
    opened(page, address)
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


def open_the_map(page: Page) -> None:
    """The overview, when its map has been drawn to fill its frame; the server draws it for none."""
    opened(page, "/")
    page.wait_for_function(DRAWN)


DRAWN = """() => {
  const map = document.querySelector(".map-svg"), frame = map.getBoundingClientRect(), shown = map.viewBox.baseVal;
  return Math.abs(shown.width * frame.height / (shown.height * frame.width) - 1) < 1e-6;
}"""


def press(page: Page, button: str) -> None:
    """A button of the map, and waits until it shows another part."""
    shown = page.locator(".map-svg").get_attribute("viewBox")
    page.get_by_label(button).click()
    expect(page.locator(".map-svg")).not_to_have_attribute("viewBox", shown)


def test_the_map_has_every_tie_and_land_below_it(page):
    open_the_map(page)

    expect(page.locator(".arc")).to_have_count(2)
    assert page.locator(".land .near").evaluate_all("uses => uses.map(use => use.getBBox().width > 100)") == [
        True,
        True,
    ]
    labels = page.locator(".spot text:not(.hidden)").all_text_contents()
    assert {"Минск", "Омск"} <= set(labels)


def test_the_map_zooms_and_comes_home(page):
    open_the_map(page)
    width = "svg => svg.viewBox.baseVal.width"
    whole = page.locator(".map-svg").evaluate(width)

    press(page, "Приблизить")
    assert page.locator(".map-svg").evaluate(width) < whole
    press(page, "Показать всё")
    assert page.locator(".map-svg").evaluate(width) == pytest.approx(whole)


def test_the_map_stays_as_it_is_when_what_waits_is_found(page):
    """The list beside the map comes later; whoever has zoomed in meanwhile must not lose the place."""
    waits = """<section class="section" id="attention"><p class="looking" hx-get="/" hx-trigger="load delay:300ms"
      hx-select="#attention" hx-target="#attention" hx-swap="outerHTML">…</p></section>"""
    open_the_map(page)
    shown = page.locator("#attention").inner_html()
    page.locator("#attention").evaluate("(part, html) => { part.outerHTML = html }", waits)
    press(page, "Приблизить")
    seen = page.locator(".map-svg").get_attribute("viewBox")
    page.evaluate("htmx.process(document.body)")

    page.wait_for_function("shown => document.querySelector('#attention').innerHTML === shown", arg=shown)
    assert page.locator(".map-svg").get_attribute("viewBox") == seen
    press(page, "Приблизить")


def test_labels_on_the_map_never_meet(page):
    open_the_map(page)
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
        press(page, "Приблизить")


def test_an_arc_leads_to_its_tie(page):
    page.goto("/")
    page.locator(".arc.twin .hit").dispatch_event("click")

    page.wait_for_url(f"**{TIE}")


def test_words_light_their_facts(page):
    page.goto(DOCUMENT)
    page.locator("[data-facts='r5 r6']").hover()

    expect(page.locator(".fact.lit")).to_have_count(2)
    assert set(page.locator(".fact.lit").evaluate_all("facts => facts.map(fact => fact.id)")) == {"r5", "r6"}
    page.locator("h1").hover()
    expect(page.locator(".lit")).to_have_count(0)


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_fact_lights_its_words(page, how):
    page.goto(DOCUMENT)
    getattr(page.locator("#r10"), how)()

    expect(page.locator(".piece.lit")).to_have_text([make.TWINNED])


def test_the_list_follows_to_the_fact_that_is_lit(page):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(DOCUMENT)
    page.locator("[data-facts~='r12']").hover()

    page.wait_for_function("""() => {
      const fact = document.querySelector("#r12.lit"), list = fact?.closest(".facts").getBoundingClientRect();
      return fact && fact.getBoundingClientRect().bottom <= list.bottom + 1;
    }""")


def test_a_box_hides_a_type_of_facts(page):
    page.goto(DOCUMENT)
    page.get_by_label("Высказывание").uncheck()

    expect(page.locator(".fact.t-quote:visible")).to_have_count(0)
    expect(page.locator(".fact.t-offer:visible")).to_have_count(1)


def test_a_line_anywhere_leads_to_its_marked_sentence(page):
    page.goto(TIE)
    page.locator("#agreements .cite").first.click()

    page.wait_for_url("**/documents/**")
    expect(page.locator("mark")).to_have_text(make.SIGNED)
    expect(page.locator("mark")).to_be_in_viewport()


def test_the_tie_page_shows_its_years_and_gives_the_brief(page):
    page.goto(TIE)

    expect(page.locator(".timeline rect")).to_have_count(3)
    page.locator(".timeline a.t-agreement").click()
    expect(page.locator("#agreement\\:map:target")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_text("Справка в Word").click()
    assert download.value.suggested_filename == "Справка Минск — Омск.docx"


def test_a_telephone_shows_today_and_tells_who_met_whom_as_a_list(page):
    page.set_viewport_size({"width": 360, "height": 780})
    opened(page, TIE)
    strip, now = page.locator(".timeline").bounding_box(), page.locator(".timeline .now").bounding_box()
    assert strip["x"] < now["x"] < strip["x"] + strip["width"]
    expect(page.locator(".met-list li").first).to_be_visible()
    expect(page.locator(".met")).not_to_be_visible()


def test_a_telephone_shows_the_last_year_and_its_number_where_today_is_not_on_the_strip(page):
    page.set_viewport_size({"width": 360, "height": 780})
    opened(page, f"{TIE}?years_from=2022&years_to=2025")
    expect(page.locator(".timeline .now")).to_have_count(0)
    names, strip = page.locator(".timeline .lanes").bounding_box(), page.locator(".timeline").bounding_box()

    def shown(what: str) -> list[bool]:
        boxes = sorted((box["x"], box["width"]) for one in page.locator(f".timeline {what}").all()
                       if (box := one.bounding_box()))
        first, last = names["x"] + names["width"], strip["x"] + strip["width"]
        return [first <= left + 1 and left + width <= last for left, width in boxes]

    assert shown("a")[-1] and any(shown(".years text"))


def test_typing_filters_a_list_at_once(page):
    page.goto("/people/")
    page.get_by_placeholder("Отобрать по словам").press_sequentially("Образц")

    expect(page.locator("#person\\:primerov")).to_have_count(0)
    expect(page.locator("#person\\:obraztsova")).to_be_visible()
    expect(page).to_have_url(re.compile("name="))


def test_search_from_any_page(page):
    page.goto(TIE)
    page.get_by_label("Поиск").fill("Образцовой")
    page.keyboard.press("Enter")

    page.get_by_role("link", name="Анна Образцова", exact=True).click()
    expect(page.locator("h1")).to_have_text("Анна Образцова")


def test_a_file_is_looked_at_and_then_kept(page, tmp_path):
    file = tmp_path / "новость.txt"
    file.write_text(
        "Делегация Витебска посетила Смоленск\n\n14 мая 2025 года делегация Витебска посетила Смоленск. "
        "Стороны подписали соглашение о сотрудничестве в области культуры.",
        encoding="utf-8",
    )
    page.goto("/add/")
    page.set_input_files("#files", str(file))
    expect(page.locator("[data-chosen]")).to_have_text("новость.txt")

    page.get_by_role("button", name="Прочитать").click()
    expect(page.locator(".fact .sentence").first).to_be_visible()
    page.get_by_role("button", name="Сохранить в реестр").click()

    expect(page.locator(".messages")).to_have_text(re.compile(r"^\s*Сохранено: 1"))
    expect(page.locator("h1")).to_have_text("Делегация Витебска посетила Смоленск")

    page.goto("/add/")
    page.set_input_files("#files", str(file))
    page.get_by_role("button", name="Прочитать").click()
    expect(page.get_by_text("уже есть в реестре")).to_be_visible()


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
    expect(page.get_by_role("button", name="Прочитать")).to_be_visible()
    expect(page.locator(".busy")).to_have_count(0)


def test_selected_words_become_the_evidence(page):
    page.goto(f"/hand/event/?document={make.NEWS}")
    text = page.locator("[data-take]")
    text.evaluate("text => getSelection().selectAllChildren(text.querySelector('p'))")
    text.dispatch_event("mouseup")
    expect(page.locator("#words")).to_have_value(text.locator("p").first.inner_text().strip())


def test_a_mark_stays_on_the_line_of_its_word(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    opened(page, DOCUMENT)
    for width in range(280, 340, 4):
        page.locator(".facts").evaluate("(list, width) => { list.style.width = `${width}px` }", width)
        apart = page.locator(".fact .cite").evaluate_all("""cites => cites.filter((cite) => {
          const words = cite.previousSibling, end = document.createRange();
          end.setStart(words, words.length - 1);
          end.setEnd(words, words.length);
          return Math.abs(end.getBoundingClientRect().top - cite.getBoundingClientRect().top) > 8;
        }).map((cite) => cite.parentElement.textContent)""")
        assert apart == [], width


def test_no_label_of_the_map_lies_below_its_buttons(page):
    page.set_viewport_size({"width": 360, "height": 780})
    open_the_map(page)
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
    page.wait_for_url("**/*beside=1*")
    left, right = page.locator(".original-file").bounding_box(), page.locator(".reading").bounding_box()
    assert left["x"] + left["width"] <= right["x"] and abs(left["y"] - right["y"]) < 5
    page.set_viewport_size({"width": 360, "height": 780})
    page.wait_for_function("document.documentElement.clientWidth === 360")
    assert page.locator(".original-file").bounding_box()["y"] > page.locator(".reading").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_files_can_be_dropped(page):
    page.goto("/add/")
    page.locator("[data-drop]").evaluate("""panel => {
      const files = new DataTransfer();
      files.items.add(new File(["Минск и Омск."], "брошено.txt"));
      panel.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
    }""")

    expect(page.locator("[data-chosen]")).to_have_text("брошено.txt")


def test_it_works_without_scripts(browser, site):
    context = browser.new_context(
        base_url=site, java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto("/")
    assert page.locator(".spot text:not(.hidden)").count() >= 4
    page.goto(TIE)
    page.locator("#agreements .cite").first.click()
    expect(page.locator("mark")).to_have_text(make.SIGNED)
    page.goto("/people/?name=Образц")
    expect(page.locator("#rows .row")).to_have_count(1)
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
    opened(page, address)

    found = page.evaluate(AXE)

    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")] == []


AXE = f"{Path(axe_playwright_python.__file__).with_name('axe.min.js').read_text(encoding='utf-8')}; axe.run()"


class TestTheQueue:
    """Decided by keys alone, in any layout; undone at the end, so that other tests find what they know."""

    def test_skip_accept_undo(self, page):
        page.goto("/review/")
        case, head = page.locator(".case"), page.locator(".queue-head")
        first = page.locator(".case mark").inner_text()

        page.keyboard.press("j")
        expect(case).to_contain_text("пропущено: 1")
        expect(page).to_have_url(re.compile(r"/review/\?skip=1$"))
        page.keyboard.press("k")
        expect(case).not_to_contain_text("пропущено")
        expect(page).to_have_url(re.compile(r"/review/\?skip=0$"))
        expect(page.locator(".case mark")).to_have_text(first)

        page.keyboard.press("a")
        expect(head).to_contain_text("Сегодня вами решено: 1")
        expect(page.locator(".queue-foot")).to_contain_text("Ваше последнее")

        page.keyboard.press("u")
        expect(head).to_contain_text("Сегодня вами решено: 0")
        expect(page.locator(".queue-foot")).not_to_contain_text("Ваше последнее")
        expect(page.locator(".case mark")).to_have_text(first)

    def test_letters_typed_into_a_field_decide_nothing(self, page):
        page.goto("/review/")
        page.locator("input[name=why]").fill("")
        page.locator("input[name=why]").press_sequentially("jar")
        expect(page.locator("input[name=why]")).to_have_value("jar")
        expect(page).to_have_url(re.compile("/review/$"))

    def test_keys_can_be_switched_off_and_stay_off(self, page):
        page.goto("/review/")
        switch = page.locator("[data-keys-switch] input")
        switch.uncheck()
        page.reload()
        expect(switch).not_to_be_checked()
        page.keyboard.press("j")
        switch.check()
        page.keyboard.press("j")
        expect(page.locator(".case")).to_contain_text("пропущено: 1")  # by the second alone


def test_a_reader_tries_to_change_things_and_cannot(browser, site_of_users):
    context = browser.new_context(base_url=site_of_users)
    page = context.new_page()
    page.goto(DOCUMENT)
    expect(page).to_have_url(re.compile(r"/sign-in/\?next="))
    page.fill("#username", "reader")
    page.fill("#password", "не тот")
    page.get_by_role("button", name="Войти").click()
    expect(page.get_by_role("alert")).to_contain_text("не подошли")
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url(f"**{DOCUMENT}")

    expect(page.locator(".fact").first).to_be_visible()
    expect(page.get_by_role("button", name="Принять")).to_have_count(0)
    expect(page.get_by_role("link", name="Добавить", exact=True)).to_have_count(0)
    for address in ("/add/", "/review/", "/hand/plan/", "/users/", f"{DOCUMENT}facts/r1/"):
        assert page.goto(address).status == 403
        expect(page.locator("h1")).to_contain_text("нужна роль")
    page.goto("/account/")  # its form has the reader's own token
    forged = page.evaluate(FORGED, f"{DOCUMENT}facts/r1/reject")
    assert forged == 403
    page.goto(DOCUMENT)
    expect(page.locator(".fact").first).to_be_visible()
    expect(page.locator(".rejected")).to_have_count(0)
    page.locator(".who summary").click()
    page.get_by_role("button", name="Выйти").click()
    expect(page.get_by_role("button", name="Войти")).to_be_visible()
    page.goto("/ties/")
    expect(page).to_have_url(re.compile("/sign-in/"))
    context.close()


FORGED = """async (address) => {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  return (await fetch(address, {method: "POST", body})).status;
}"""
