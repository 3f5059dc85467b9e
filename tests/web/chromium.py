"""The Chromium that opens the pages, for tests and for pictures of the screens, and what both do there.

A click, a key and a script return before the page has followed. What is asked after them is asked with `expect` and
``wait_for…``, which wait until it is so; ``is_visible()``, ``count()``, ``page.url`` and ``evaluate()`` look once, and
serve only where nothing is under way. That something is *not* there is asked after a sign that the page has followed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

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

expect.set_options(timeout=30_000)  # the machines that test may be slow


def opened(page: Page, address: str) -> Response | None:
    """Opens a page, and waits for what it finds beside the answer and puts in its place."""
    answer = page.goto(address)
    expect(page.locator(".looking")).to_have_count(0)
    return answer


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
