"""Pages as they are between and beside: empty, opened, refused, wrong, being changed; axe-core looks at them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web import make
from tests.web.chromium import NEEDED, opened
from tests.web.people import PASSWORD
from tests.web.test_browser import (
    AXE,
    DOCUMENT,
    TIE,
    browser,
    open_the_map,
    page,
    served,
    site,
    site_of_users,
)

__all__ = ["browser", "page", "site", "site_of_users"]

pytestmark = NEEDED

OF_NOTHING = [
    "/", "/attention/", "/ties/", "/people/", "/happenings/", "/commitments/", "/documents/", "/search/?q=Минск",
    "/matches/", "/roadmaps/", "/visits/", "/reports/", "/review/", "/review/pairs/", "/decisions/", "/sources/",
    "/calendar/", "/?as_of=2024-01-01",
]
OF_ANOTHER_DAY = ["/", "/ties/", "/commitments/", TIE, f"/places/{make.MINSK}/", "/matches/", "/attention/"]
OPENED = [
    "/", TIE, f"/places/{make.MINSK}/", "/people/person:primerov/", DOCUMENT, "/matches/", "/users/", "/commitments/",
    "/search/?q=Минск", f"/reports/year/?place={make.MINSK}&year=2025", "/visits/new/",
    f"/hand/event/?document={make.NEWS}",
]
REFUSED = ["/nowhere/", "/?as_of=вчера", "/documents/nothing/", "/add/aaaaaaaaaaaaaaaaaaaaaaaa/", "/visits/999/"]
WRONG = [
    "/reports/brief/?left=Нетград", f"/reports/brief/?left={make.MINSK}&right={make.MINSK}",
    f"/reports/visit/?left={make.MINSK}&right={make.OMSK}&first=2026-05-02&last=2026-05-01",
    f"/reports/year/?place={make.MINSK}&year=1", "/search/?q=нетакогослова",
]
NOT_CHECKED = "for (const form of document.forms) form.noValidate = true"
OPEN = """() => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  document.querySelector("[popovertarget]")?.click();
}"""


@pytest.fixture(scope="module")
def site_of_nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register without documents."""
    yield from served(tmp_path_factory.mktemp("nothing"), "empty")


@pytest.fixture(params=["light", "dark"])
def screen(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page in each of the two colour schemes."""
    page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    return page


def assert_in_nobodys_way(page: Page) -> None:
    """axe-core finds nothing serious or critical."""
    found = page.evaluate(AXE)["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found
            if rule["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("address", OF_NOTHING)
def test_a_register_without_documents(browser, site_of_nothing, address):
    context = browser.new_context(base_url=site_of_nothing, color_scheme="dark")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, address)
    assert_in_nobodys_way(page)
    assert errors == []
    context.close()


@pytest.mark.parametrize("address", OF_ANOTHER_DAY)
def test_another_day(screen, address):
    opened(screen, f"{address}?as_of=2025-12-31")
    assert_in_nobodys_way(screen)


@pytest.mark.parametrize("address", OPENED)
def test_all_that_opens_is_open(screen, address):
    opened(screen, address)
    screen.evaluate(OPEN)
    assert_in_nobodys_way(screen)


@pytest.mark.parametrize("address", [*REFUSED, *WRONG])
def test_what_cannot_be_shown(page, address):
    opened(page, address)
    assert_in_nobodys_way(page)


def nothing_to_add(page: Page) -> None:
    page.goto("/add/")
    page.get_by_role("button", name="Прочитать").click()
    page.get_by_role("alert").wait_for()


def something_to_add(page: Page) -> None:
    page.goto("/add/")
    page.get_by_label("Или текст").fill("Мэр Омска Пётр Лаптев посетил Минск 3 марта 2025 года.")
    page.get_by_role("button", name="Прочитать").click()
    page.get_by_role("button", name="Сохранить в реестр").wait_for()


def a_file_that_cannot_be_read(page: Page) -> None:
    page.goto("/add/")
    page.set_input_files("#files", {"name": "пусто.txt", "mimeType": "text/plain", "buffer": b""})
    page.get_by_role("button", name="Прочитать").click()
    page.get_by_role("alert").wait_for()


def a_fact_without_a_paper(page: Page) -> None:
    page.goto("/hand/agreement/")
    page.get_by_role("button", name="Внести").click()
    page.get_by_role("alert").wait_for()


def a_visit_to_nowhere(page: Page) -> None:
    page.goto("/visits/new/")
    page.evaluate(NOT_CHECKED)
    page.get_by_label("К кому").fill("Нетград")
    page.get_by_role("button", name="Записать план").last.click()
    page.locator(".error").first.wait_for()


def a_road_map_that_is_none(page: Page) -> None:
    page.goto("/roadmaps/")
    page.set_input_files("input[type=file]", {"name": "план.docx", "mimeType": "", "buffer": b"no"})
    page.locator("main form button").first.click()
    page.locator(".error").first.wait_for()


def a_fact_being_corrected(page: Page) -> None:
    page.goto(DOCUMENT)
    page.locator("#r5").get_by_role("link", name="Исправить").click()
    page.locator("#r5 form.form").get_by_label("Его слова").fill("чего в тексте нет")
    page.locator("#r5").get_by_role("button", name="Сохранить исправление").click()
    page.locator("#r5 .error").wait_for()


def a_fact_that_is_lit(page: Page) -> None:
    page.goto(DOCUMENT)
    page.locator("#r9").focus()
    expect(page.locator(".piece.lit").first).to_be_visible()


def a_place_on_the_map(page: Page) -> None:
    open_the_map(page)
    page.locator(".spot").first.focus()
    expect(page.locator(".map-svg.dim")).to_be_visible()


CHANGES = [
    nothing_to_add, something_to_add, a_file_that_cannot_be_read, a_fact_without_a_paper, a_visit_to_nowhere,
    a_road_map_that_is_none, a_fact_being_corrected, a_fact_that_is_lit, a_place_on_the_map,
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_being_changed(screen, change: Callable[[Page], None]):
    change(screen)
    assert_in_nobodys_way(screen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signing_in_and_having_no_right(browser, site_of_users, scheme):
    context = browser.new_context(base_url=site_of_users, color_scheme=scheme)
    page = context.new_page()
    page.goto("/")
    assert_in_nobodys_way(page)
    page.fill("#username", "reader")
    page.fill("#password", "не тот")
    page.get_by_role("button", name="Войти").click()
    page.get_by_role("alert").wait_for()
    assert_in_nobodys_way(page)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Войти").click()
    expect(page).to_have_url(f"{site_of_users}/")
    for address in ("/", "/add/", DOCUMENT, "/account/"):
        opened(page, address)
        page.evaluate(OPEN)
        assert_in_nobodys_way(page)
    context.close()
