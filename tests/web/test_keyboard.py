"""By keys alone: on every screen all that can be pressed is reached, in the order in which it is read, and seen."""

from __future__ import annotations

import pytest

from tests.web import make
from tests.web.chromium import NEEDED
from tests.web.test_browser import PAGES, TIE, browser, page, site

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
    page.locator(".looking").wait_for(state="detached")

    assert walk(page) == {"missed": [], "unseen": [], "astray": [], "strange": 0}


def test_the_first_stop_leads_past_the_menu(page):
    page.goto(TIE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_whoever_is_here_opens_and_closes_by_keys(page):
    page.goto("/")
    summary = page.locator(".who summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".who ul").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.who ul') !== null")
    page.keyboard.press("Escape")
    assert not page.locator(".who ul").is_visible() and summary.evaluate("one => one === document.activeElement")

    page.keyboard.press("Space")
    page.locator(".who a").last.focus()
    page.keyboard.press("Tab")
    assert not page.locator(".who ul").is_visible(), "who goes on leaves no menu open behind"


def test_a_click_beside_the_menu_closes_it(page):
    page.goto("/")
    page.locator(".who summary").click()
    page.locator("h1").click()
    assert not page.locator(".who ul").is_visible()


FOCUSED = "document.activeElement.getAttribute('href')"


class TestTheMap:
    """One stop of the Tab key; arrows, Page Down, Enter, and keys to zoom."""

    def focus(self, page) -> None:
        page.goto("/")
        page.locator(".spot[tabindex='0']").focus()

    def test_every_place_and_every_tie(self, page):
        self.focus(page)
        places = page.locator(".spot").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        ties = page.locator(".arc").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        met = set()
        page.keyboard.press("Home")
        for _ in places:
            met.add(page.evaluate(FOCUSED))
            for _ in ties:
                page.keyboard.press("PageDown")
                met.add(page.evaluate(FOCUSED))
            while page.evaluate("document.activeElement.matches('.arc')"):
                page.keyboard.press("PageDown")
            page.keyboard.press("ArrowRight")
        assert met == {*places, *ties}

    def test_escape_leads_from_a_tie_back_to_its_place(self, page):
        self.focus(page)
        place = page.evaluate(FOCUSED)
        page.keyboard.press("PageDown")
        assert page.evaluate(FOCUSED).startswith("/ties/")
        page.keyboard.press("Escape")
        assert page.evaluate(FOCUSED) == place

    def test_zooming_keeps_the_place_in_sight(self, page):
        self.focus(page)
        width = page.locator(".map-svg").evaluate("svg => svg.viewBox.baseVal.width")
        for _ in range(4):
            page.keyboard.press("+")
        assert page.locator(".map-svg").evaluate("svg => svg.viewBox.baseVal.width") < width
        assert page.evaluate("""() => {
          const dot = document.activeElement.querySelector("circle").getBoundingClientRect();
          const map = document.querySelector(".map-svg").getBoundingClientRect();
          return map.left < dot.left && dot.right < map.right && map.top < dot.top && dot.bottom < map.bottom;
        }""")
        page.keyboard.press("0")
        assert page.locator(".map-svg").evaluate("svg => svg.viewBox.baseVal.width") == pytest.approx(width)

    def test_enter_opens(self, page):
        self.focus(page)
        address = page.evaluate(FOCUSED)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")

    def test_tab_leaves_it(self, page):
        self.focus(page)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.map-svg') === null")


@pytest.mark.parametrize("chart", [".timeline", ".met"])
def test_arrows_reach_all_of_a_chart(page, chart):
    page.goto(TIE)
    links = page.locator(f"{chart} a")
    wanted = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    page.locator(f"{chart} a[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    met = []
    for _ in wanted:
        met.append(page.evaluate(FOCUSED))
        page.keyboard.press("ArrowRight")
    assert met == wanted and len(wanted) > 1
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.closest('{chart}') === null")


def test_up_and_down_go_to_the_lane_above_and_below(page):
    page.goto(TIE)
    page.locator(".timeline a[tabindex='0']").focus()
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") > top
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") == pytest.approx(top, abs=1)


def test_a_report_is_made_by_keys(page):
    """From the form to the paper, with the names as the register suggests them."""
    page.goto("/reports/brief/")
    page.get_by_label("Место").focus()
    page.keyboard.type("Мин")
    page.locator("#known option[value='Минск']").wait_for(state="attached")
    page.keyboard.type("ск")
    page.keyboard.press("Tab")
    page.keyboard.type("Омск")
    page.keyboard.press("Enter")
    page.locator(".sheet").wait_for()


def test_the_queue_is_worked_by_letters_and_by_tab(page):
    page.goto("/review/")
    page.get_by_role("button", name="Принять").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.key") == "c"
    page.keyboard.press("c")
    page.locator("#asked form.form :focus").wait_for()


def test_why_a_date_is_inferred_is_told_by_keys_and_by_touch(page):
    page.goto(TIE)
    mark = page.locator("button.tag").first
    mark.focus()
    page.keyboard.press("Enter")
    why = page.locator(".said-why:popover-open")
    assert why.inner_text().startswith("Вывод, в тексте прямо не сказано.")
    page.keyboard.press("Escape")
    assert why.count() == 0


def test_a_citation_with_the_focus_shows_its_sentence(page):
    page.goto(TIE)
    page.keyboard.press("Tab")  # the ring, and what goes with it, are for keys
    cite = page.locator("#agreements .cite").first
    cite.focus()
    shown = cite.evaluate("one => getComputedStyle(one, '::after').content")
    assert make.SIGNED in shown
