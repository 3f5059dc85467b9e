"""A document's facts decided where they stand, in a real browser; everything is undone at the end."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

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
    expect(form.locator(":focus"), "one types at once").to_have_count(1)
    return form


def test_a_fact_is_rejected_and_brought_back(document):
    document.locator("#r9").get_by_role("button", name="Отклонить").click()
    expect(document.locator("#r9.rejected")).to_be_visible()
    expect(document.locator("[data-facts~=r9]")).to_have_count(0)
    document.locator("#r9").get_by_role("button", name="Отменить").click()
    expect(document.locator("#r9:not(.rejected)")).to_be_visible()
    expect(document.locator("[data-facts~=r9]")).not_to_have_count(0)
    document.locator("#r9").hover()
    expect(document.locator("[data-facts~=r9].lit"), "new words are lit like old ones").not_to_have_count(0)


def test_a_fact_is_corrected_and_brought_back(document):
    facts = document.locator(".fact").count()
    form = correct(document, "r5")
    expect(document.locator(".fact"), "the others stay").to_have_count(facts)

    form.get_by_label("Кто сказал").fill("Анна Образцова")
    form.get_by_label("Почему").fill("сверено с записью")
    form.get_by_role("button", name="Сохранить исправление").click()
    expect(document.locator("#r5")).to_contain_text("сверено с записью")
    expect(document.locator("#r5")).to_contain_text("Анна Образцова: «Мы готовы")
    expect(document.locator("#r5"), "the keyboard goes on where it was").to_be_focused()

    document.locator("#r5").get_by_role("button", name="Отменить").click()
    expect(document.locator("#r5")).to_contain_text("Пётр Примеров: «Мы готовы")


def test_a_mistake_in_a_form_is_said_in_it(document):
    form = correct(document, "r5")
    form.get_by_label("Его слова").fill("чего в тексте нет")
    form.get_by_role("button", name="Сохранить исправление").click()

    expect(document.locator("#r5 .error")).to_contain_text("Таких слов в тексте нет")
    expect(form.get_by_label("Его слова")).to_have_value("чего в тексте нет")


def test_escape_and_the_link_close_a_form_without_a_change(document):
    before = document.locator("#r5").inner_text()
    correct(document, "r5")
    document.keyboard.press("Escape")
    expect(document.locator("#r5:not(.correcting)")).to_be_visible()
    correct(document, "r5").get_by_role("link", name="Не исправлять").click()
    expect(document.locator("#r5:not(.correcting)")).to_be_visible()

    expect(document.locator("#r5")).to_have_text(before, use_inner_text=True)


def test_two_forms_are_open_at_once(document):
    correct(document, "r5")
    correct(document, "r7")

    expect(document.locator("form.form")).to_have_count(2)
    ids = document.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids)), "no id is there twice"


def test_names_are_suggested_in_a_form(document):
    correct(document, "r5").get_by_label("Кто сказал").fill("Обр")
    expect(document.locator("#known option[value*=Образцова]")).to_be_attached()
    expect(document.locator("#r5 form.form")).to_have_count(1)


def test_what_fails_is_said_where_it_was_asked_for(document):
    document.route("**/reject", lambda route: route.fulfill(status=500, body=""))
    document.locator("#r9").get_by_role("button", name="Отклонить").click()

    expect(document.locator("#r9").get_by_role("alert")).to_contain_text("ничего не изменено")
    expect(document.locator("#r9.rejected")).to_have_count(0)


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
    expect(form.locator(":focus"), "one types at once").to_have_count(1)
    return form


def test_a_fact_of_the_queue_is_corrected_in_its_place_and_brought_back(queue):
    sentence, asked = queue.locator(".words mark").inner_text(), queue.locator("#asked").inner_text()
    form = corrected_in_queue(queue)
    expect(queue.locator(".words mark"), "what is said stays above the form").to_have_text(sentence)

    form.get_by_label("Кто сказал").fill("Анна Образцова")
    form.get_by_role("button", name="Сохранить исправление").click()
    expect(queue.locator(".queue-foot")).to_contain_text("Анна Образцова")
    expect(form).to_have_count(0)
    expect(queue.locator("main")).not_to_contain_text("Пётр Примеров: «Мы готовы")

    queue.get_by_role("button", name="Отменить").click()
    expect(queue.locator(".queue-foot")).not_to_contain_text("Анна Образцова")
    expect(queue.locator("#asked")).to_have_text(asked, use_inner_text=True)


def test_no_letter_decides_while_a_form_is_open(queue):
    asked = queue.locator("#asked").inner_text()
    form = corrected_in_queue(queue)
    form.get_by_role("button", name="Сохранить исправление").focus()
    for key in "arjk":
        queue.keyboard.press(key)
    expect(form).to_have_count(1)

    queue.keyboard.press("Escape")
    expect(queue.get_by_role("button", name="Принять")).to_be_visible()
    expect(queue.locator("#asked")).to_have_text(asked, use_inner_text=True)


def test_a_mistake_in_a_form_of_the_queue_is_said_in_it(queue):
    form = corrected_in_queue(queue)
    form.get_by_label("Его слова").fill("чего в тексте нет")
    form.get_by_role("button", name="Сохранить исправление").click()

    expect(queue.locator("#asked .error")).to_contain_text("Таких слов в тексте нет")
    expect(form.get_by_label("Его слова")).to_have_value("чего в тексте нет")
    form.get_by_role("link", name="Не исправлять").click()
    expect(queue.get_by_role("button", name="Принять")).to_be_visible()


def test_without_scripts(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(DOCUMENT)
    page.locator("#r9").get_by_role("button", name="Отклонить").click()
    expect(page.locator("#r9.rejected")).to_be_visible()
    page.locator("#r9").get_by_role("button", name="Отменить").click()
    expect(page.locator("#r9:not(.rejected)")).to_be_visible()

    page.locator("#r5").get_by_role("link", name="Исправить").click()
    expect(page).to_have_url(re.compile("/facts/r5/"))
    page.get_by_role("link", name="Не исправлять").click()
    expect(page).to_have_url(re.compile(f"{DOCUMENT}#r5$"))
    context.close()
