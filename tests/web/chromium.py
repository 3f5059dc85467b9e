"""The Chromium that opens the pages, for tests and for pictures of the screens, and what both fill in there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

CHROMIUM = os.environ.get("POBRATIM_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no chromium at {CHROMIUM} (POBRATIM_CHROMIUM names it)"),
]
"""The marks of tests that open it."""


def fill_in_a_visit(page: Page) -> None:
    """The form of a visit, and keep it."""
    page.get_by_label("Кто приезжает").fill("Омск")
    page.get_by_label("К кому").fill("Минск")
    page.get_by_label("Первый день").fill("2031-05-14")
    page.get_by_label("Цель").fill("обмен опытом городского хозяйства")
    page.locator("#id_members-0-name").fill("Анна Образцова")
    page.locator("#id_programme-0-day").fill("2031-05-14")
    page.locator("#id_programme-0-starts").fill("09:30")
    page.locator("#id_programme-0-what").fill("Встреча в горисполкоме")
    page.get_by_role("button", name="Записать план").last.click()
