"""What an officer does from the first page to the last, in a real browser."""

from __future__ import annotations

import io
from pathlib import Path

from playwright.sync_api import expect

from tests.exchange.roadmap.make import HEADER, docx_of, texts
from tests.web.chromium import NEEDED, fill_in_a_visit
from tests.web.test_browser import browser, page, site

__all__ = ["browser", "page", "site"]

pytestmark = NEEDED
MAP = docx_of(
    HEADER,
    ["1", "Посетить завод «Учебтранс»", "2025 год", "Администрация Омска"],
    ["2", "Провести ярмарку", "2026 год", "Минск"],
    title="Дорожная карта сотрудничества Минска и Омска на 2025–2027 годы, 1 сентября 2025 года",
)


def test_a_road_map_goes_in_as_a_table_and_comes_back_with_evidence(page, tmp_path):
    """Upload, look at what came of each measure, take the same table along."""
    page.goto("/")
    page.get_by_role("link", name="Намерения", exact=True).click()
    page.get_by_role("link", name="Дорожные карты").click()
    file = tmp_path / "карта.docx"
    file.write_bytes(MAP)
    page.get_by_label("Файл DOCX").set_input_files(file)
    page.get_by_role("button", name="Сверить").click()
    expect(page.locator(".map-table")).to_be_visible()
    expect(page.locator(".looking")).to_have_count(0)  # it is held against the register beside the answer

    expect(page.locator(".under")).to_contain_text("Минск — Омск")
    expect(page.locator(".map-table tbody tr")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать с подтверждениями").click()
    rows = texts(Path(download.value.path()).read_bytes())
    assert rows[0][-1] == "Подтверждения" and all(row[-1] for row in rows)


def test_a_visit_is_planned_and_its_programme_printed(page):
    page.goto("/")
    page.get_by_role("link", name="Визиты", exact=True).click()
    page.get_by_role("link", name="Запланировать визит").click()
    fill_in_a_visit(page)

    expect(page.locator("h1")).to_have_text("Омск → Минск")
    expect(page.locator(".hours")).to_contain_text("09:30")
    expect(page.locator(".side")).to_contain_text("мэр Омска")
    with page.expect_download() as download:
        page.locator(".files").first.get_by_role("link", name="PDF").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def test_a_briefing_is_two_clicks_from_a_tie(page):
    page.goto("/ties/city:minsk/city:omsk/")
    page.get_by_role("link", name="Справка к визиту").click()
    expect(page.locator(".sheet h2")).to_have_text("Справка о сотрудничестве Минска и Омска")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    assert io.BytesIO(Path(download.value.path()).read_bytes()).read(2) == b"PK"


def test_the_board_narrows_while_one_types(page):
    page.goto("/commitments/")
    expect(page.locator(".promise")).not_to_have_count(0)
    page.get_by_label("Слова").fill("самолёты")
    expect(page.get_by_text("По этим словам ничего не найдено.")).to_be_visible()
    expect(page.locator(".promise")).to_have_count(0)
