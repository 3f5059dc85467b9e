"""A document's facts decided where they stand, in a real browser; everything is undone at the end."""

from __future__ import annotations

import pytest

from tests.web import make
from tests.web.chromium import NEEDED
from tests.web.test_browser import browser, page, site

__all__ = ["browser", "page", "site"]

DOCUMENT = f"/documents/{make.NEWS}/"

pytestmark = NEEDED


@pytest.fixture
def document(page):
    """The document's page; it must never be loaded anew."""
    page.goto(DOCUMENT)
    page.evaluate("window.stays = true")
    yield page
    assert page.evaluate("window.stays") and page.url.endswith(DOCUMENT)


def correct(page, fact: str):
    """The form of a fact, opened in its place."""
    page.locator(f"#{fact}").get_by_role("link", name="Исправить").click()
    form = page.locator(f"#{fact} form.form")
    form.wait_for()
    return form


def test_a_fact_is_rejected_and_brought_back(document):
    document.locator("#r9").get_by_role("button", name="Отклонить").click()
    document.locator("#r9.rejected").wait_for()
    assert document.locator("[data-facts~=r9]").count() == 0
    document.locator("#r9").get_by_role("button", name="Отменить").click()
    document.locator("#r9:not(.rejected)").wait_for()
    assert document.locator("[data-facts~=r9]").count() > 0
    document.locator("#r9").hover()
    assert document.locator("[data-facts~=r9].lit").count() > 0, "new words are lit like old ones"


def test_a_fact_is_corrected_and_brought_back(document):
    facts = document.locator(".fact").count()
    form = correct(document, "r5")
    assert form.evaluate("form => form.contains(document.activeElement)"), "one types at once"
    assert document.locator(".fact").count() == facts, "the others stay"

    form.get_by_label("Кто сказал").fill("Анна Образцова")
    form.get_by_label("Почему").fill("сверено с записью")
    form.get_by_role("button", name="Сохранить исправление").click()
    document.locator("#r5", has_text="сверено с записью").wait_for()
    assert document.locator("#r5", has_text="Анна Образцова: «Мы готовы").count() == 1
    assert document.evaluate("document.activeElement.id") == "r5", "the keyboard goes on where it was"

    document.locator("#r5").get_by_role("button", name="Отменить").click()
    document.locator("#r5", has_text="Пётр Примеров: «Мы готовы").wait_for()


def test_a_mistake_in_a_form_is_said_in_it(document):
    form = correct(document, "r5")
    form.get_by_label("Его слова").fill("чего в тексте нет")
    form.get_by_role("button", name="Сохранить исправление").click()

    document.locator("#r5 .error").wait_for()
    assert "Таких слов в тексте нет" in document.locator("#r5 .error").inner_text()
    assert form.get_by_label("Его слова").input_value() == "чего в тексте нет"


def test_escape_and_the_link_close_a_form_without_a_change(document):
    before = document.locator("#r5").inner_text()
    correct(document, "r5")
    document.keyboard.press("Escape")
    document.locator("#r5:not(.correcting)").wait_for()
    correct(document, "r5").get_by_role("link", name="Не исправлять").click()
    document.locator("#r5:not(.correcting)").wait_for()

    assert document.locator("#r5").inner_text() == before


def test_two_forms_are_open_at_once(document):
    correct(document, "r5")
    correct(document, "r7")

    assert document.locator("form.form").count() == 2
    assert document.evaluate("new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size"
                             " === document.querySelectorAll('[id]').length"), "no id is there twice"


def test_names_are_suggested_in_a_form(document):
    correct(document, "r5").get_by_label("Кто сказал").fill("Обр")
    document.locator("#known option[value*=Образцова]").wait_for(state="attached")
    assert document.locator("#r5 form.form").count() == 1


def test_what_fails_is_said_where_it_was_asked_for(document):
    document.route("**/reject", lambda route: route.fulfill(status=500, body=""))
    document.locator("#r9").get_by_role("button", name="Отклонить").click()

    assert "ничего не изменено" in document.locator("#r9").get_by_role("alert").inner_text()
    assert document.locator("#r9.rejected").count() == 0


@pytest.fixture
def queue(page):
    """The queue at something that was said; it must never be loaded anew."""
    for passed in range(20):
        page.goto(f"/review/?skip={passed}")
        if "Мы готовы" in page.locator("#asked").inner_text():
            break
    page.evaluate("window.stays = true")
    yield page
    assert page.evaluate("window.stays") and "/review/" in page.url


def corrected_in_queue(queue):
    """The form, opened by its key in the place of what was asked."""
    queue.keyboard.press("c")
    form = queue.locator("#asked form.form")
    form.locator(":focus").wait_for()  # one types at once
    return form


def test_a_fact_of_the_queue_is_corrected_in_its_place_and_brought_back(queue):
    sentence, asked = queue.locator(".words mark").inner_text(), queue.locator("#asked").inner_text()
    form = corrected_in_queue(queue)
    assert queue.locator(".words mark").inner_text() == sentence, "what is said stays above the form"

    form.get_by_label("Кто сказал").fill("Анна Образцова")
    form.get_by_role("button", name="Сохранить исправление").click()
    queue.locator(".queue-foot", has_text="Анна Образцова").wait_for()
    assert form.count() == 0 and "Пётр Примеров: «Мы готовы" not in queue.locator("main").inner_text()

    queue.get_by_role("button", name="Отменить").click()
    queue.locator(".queue-foot", has_text="Анна Образцова").wait_for(state="detached")
    assert queue.locator("#asked").inner_text() == asked


def test_no_letter_decides_while_a_form_is_open(queue):
    asked = queue.locator("#asked").inner_text()
    form = corrected_in_queue(queue)
    form.get_by_role("button", name="Сохранить исправление").focus()
    for key in "arjk":
        queue.keyboard.press(key)
    assert form.count() == 1

    queue.keyboard.press("Escape")
    queue.get_by_role("button", name="Принять").wait_for()
    assert queue.locator("#asked").inner_text() == asked


def test_a_mistake_in_a_form_of_the_queue_is_said_in_it(queue):
    form = corrected_in_queue(queue)
    form.get_by_label("Его слова").fill("чего в тексте нет")
    form.get_by_role("button", name="Сохранить исправление").click()

    queue.locator("#asked .error").wait_for()
    assert "Таких слов в тексте нет" in queue.locator("#asked .error").inner_text()
    assert form.get_by_label("Его слова").input_value() == "чего в тексте нет"
    form.get_by_role("link", name="Не исправлять").click()
    queue.get_by_role("button", name="Принять").wait_for()


def test_without_scripts(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(DOCUMENT)
    page.locator("#r9").get_by_role("button", name="Отклонить").click()
    assert page.locator("#r9.rejected").count() == 1
    page.locator("#r9").get_by_role("button", name="Отменить").click()
    assert page.locator("#r9.rejected").count() == 0

    page.locator("#r5").get_by_role("link", name="Исправить").click()
    assert "/facts/r5/" in page.url
    page.get_by_role("link", name="Не исправлять").click()
    assert page.url.endswith(f"{DOCUMENT}#r5")
    context.close()
