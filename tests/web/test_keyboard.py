"""By keys alone: on every screen all that can be pressed is reached, in the order in which it is read, and seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web import make
from tests.web.chromium import NEEDED, opened
from tests.web.test_browser import PAGES, TIE, browser, open_the_map, page, site

__all__ = ["browser", "page", "site"]

pytestmark = NEEDED

WATCH = """() => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled;
  const first = (one) => { /* of a group of radio buttons the chosen one, or the first, is a stop */
    const group = [...document.querySelectorAll(`[name="${one.name}"]`)];
    return one.type !== "radio" || one === (group.find((other) => other.checked) ?? group[0]);
  };
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((one) => shown(one) && first(one) && one.getAttribute("tabindex") !== "-1" && one.type !== "hidden");
  const order = (one) => stops.indexOf(one);
  window.walk = { stops, seen: [], unseen: [], told: (one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120) };
  addEventListener("focusin", ({ target }) => {
    if (walk.seen.includes(order(target))) return walk.seen.push(order(target));
    walk.seen.push(order(target));
    const style = getComputedStyle(target), { left, right, top, bottom } = target.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const own = target.matches(".spot, .arc"); /* the map draws the focus itself */
    const within = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
    const above = document.elementFromPoint(x, y)?.closest(".sticky, .split .buttons, #asked .verdict");
    const free = !above || above.contains(target);
    if (!(ring || own) || !within || !free) walk.unseen.push(walk.told(target));
  });
  return stops.length;
}"""
FOUND = """() => {
  const steps = [...new Set(walk.seen)].filter((one) => one >= 0);
  return {
    missed: walk.stops.filter((one, index) => !steps.includes(index)).map(walk.told),
    unseen: walk.unseen,
    astray: steps.filter((one, index) => index && one < steps[index - 1]).map((one) => walk.told(walk.stops[one])),
    strange: walk.seen.filter((one) => one < 0).length,
  };
}"""
PARTS_OF_A_FIELD = 6
"""Day, month, year and the calendar of a date are stops of their own."""


def walk(page) -> dict[str, list[str]]:
    """What the Tab key meets on the page, once around."""
    stops = page.evaluate(WATCH)
    fields = page.locator("input[type=date], input[type=time]").count()
    for _ in range(stops + PARTS_OF_A_FIELD * fields + 1):
        page.keyboard.press("Tab")
    return page.evaluate(FOUND)


@pytest.mark.parametrize("address", sorted(set(PAGES)))
def test_every_control_is_reached_and_seen(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address, wait_until="networkidle")
    expect(page.locator(".looking")).to_have_count(0)

    assert walk(page) == {"missed": [], "unseen": [], "astray": [], "strange": 0}


def test_the_first_stop_leads_past_the_menu(page):
    opened(page, TIE)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_the_menu_of_whoever_is_here_opens_and_closes_by_keys(page):
    page.goto("/")
    summary, menu = page.locator(".who summary"), page.locator(".who ul")
    summary.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(summary).to_be_focused()

    page.keyboard.press("Space")
    expect(menu).to_be_visible()
    page.locator(".who a").last.focus()
    page.keyboard.press("Tab")
    expect(menu, "who goes on leaves no menu open behind").not_to_be_visible()


def test_a_click_beside_the_menu_closes_it(page):
    page.goto("/")
    page.locator(".who summary").click()
    expect(page.locator(".who ul")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".who ul")).not_to_be_visible()


FOCUSED = "document.activeElement.getAttribute('href')"
WIDTH = "document.querySelector('.map-svg').viewBox.baseVal.width"


class TestTheMap:
    """One stop of the Tab key; arrows, Page Down, Enter, and keys to zoom."""

    def focus(self, page) -> None:
        open_the_map(page)
        page.locator(".spot[tabindex='0']").focus()
        expect(page.locator(".spot:focus")).to_have_count(1)

    def test_every_place_and_every_tie(self, page):
        self.focus(page)
        places = page.locator(".spot").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        ties = page.locator(".arc").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        page.evaluate("""() => {
          window.met = new Set();
          addEventListener("focusin", ({ target }) => met.add(target.getAttribute("href")));
        }""")
        page.keyboard.press("End")
        page.keyboard.press("Home")
        for _ in places:
            for _ in ties:
                page.keyboard.press("PageDown")
            page.keyboard.press("Escape")  # from a tie to its place
            page.keyboard.press("ArrowRight")
        page.wait_for_function("all => all.every((one) => met.has(one))", arg=[*places, *ties])

    def test_escape_leads_from_a_tie_back_to_its_place(self, page):
        self.focus(page)
        place = page.evaluate(FOCUSED)
        page.keyboard.press("PageDown")
        expect(page.locator(".arc:focus")).to_have_attribute("href", re.compile("^/ties/"))
        page.keyboard.press("Escape")
        expect(page.locator(".spot:focus")).to_have_attribute("href", place)

    def test_zooming_keeps_the_place_in_sight(self, page):
        self.focus(page)
        width = page.locator(".map-svg").evaluate("svg => svg.viewBox.baseVal.width")
        for _ in range(4):
            page.keyboard.press("+")
        page.wait_for_function(f"{WIDTH} < {width} * 0.6 ** 3.5")
        page.wait_for_function("""() => {
          const dot = document.activeElement.querySelector("circle").getBoundingClientRect();
          const map = document.querySelector(".map-svg").getBoundingClientRect();
          return map.left < dot.left && dot.right < map.right && map.top < dot.top && dot.bottom < map.bottom;
        }""")
        page.keyboard.press("0")
        page.wait_for_function(f"Math.abs({WIDTH} / {width} - 1) < 1e-6")

    def test_enter_opens(self, page):
        self.focus(page)
        address = page.evaluate(FOCUSED)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")

    def test_tab_leaves_it(self, page):
        self.focus(page)
        page.keyboard.press("Tab")
        page.wait_for_function("document.activeElement.closest('.map-svg') === null")


@pytest.mark.parametrize("chart", [".timeline", ".met"])
def test_arrows_reach_all_of_a_chart(page, chart):
    opened(page, TIE)
    links = page.locator(f"{chart} a").all()
    assert len(links) > 1
    page.locator(f"{chart} a[tabindex='0']").focus()
    page.keyboard.press("End")
    expect(links[-1]).to_be_focused()
    page.keyboard.press("Home")
    for link in links:
        expect(link).to_be_focused()
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.wait_for_function(f"document.activeElement.closest('{chart}') === null")


def test_up_and_down_go_to_the_lane_above_and_below(page):
    opened(page, TIE)
    page.locator(".timeline a[tabindex='0']").focus()
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("top => document.activeElement.getBoundingClientRect().top > top", arg=top)
    page.keyboard.press("ArrowUp")
    page.wait_for_function("top => Math.abs(document.activeElement.getBoundingClientRect().top - top) < 1", arg=top)


def test_a_report_is_made_by_keys(page):
    """From the form to the paper, with the names as the register suggests them."""
    page.goto("/reports/brief/")
    page.get_by_label("Место").focus()
    page.keyboard.type("Мин")
    expect(page.locator("#known option[value='Минск']")).to_be_attached()
    page.keyboard.type("ск")
    page.keyboard.press("Tab")
    page.keyboard.type("Омск")
    page.keyboard.press("Enter")
    expect(page.locator(".sheet")).to_be_visible()


def test_the_queue_is_worked_by_letters_and_by_tab(page):
    page.goto("/review/")
    page.get_by_role("button", name="Принять").focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-key=c]")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("#asked form.form :focus")).to_have_count(1)


def test_why_a_date_is_inferred_is_told_by_keys_and_by_touch(page):
    opened(page, TIE)
    mark = page.locator("button.tag").first
    mark.focus()
    page.keyboard.press("Enter")
    why = page.locator(".said-why:popover-open")
    expect(why).to_contain_text("Вывод, в тексте прямо не сказано.")
    page.keyboard.press("Escape")
    expect(why).to_have_count(0)


def test_a_citation_with_the_focus_shows_its_sentence(page):
    opened(page, TIE)
    page.keyboard.press("Tab")  # the ring, and what goes with it, are for keys
    cite = page.locator("#agreements .cite").first
    cite.focus()
    page.wait_for_function(
        "([one, words]) => getComputedStyle(one, '::after').content.includes(words)",
        arg=[cite.element_handle(), make.SIGNED],
    )
