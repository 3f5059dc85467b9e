"""Photographs every screen in three sizes: ``make screenshots`` (or ``python -m docs.screens [NAME …]``).

Reads the samples into a register of its own, plans a visit there, serves it, and opens each screen in a headless
Chromium (``POBRATIM_CHROMIUM``, by default ``/usr/bin/chromium``): 360, 1280 and 1920 pixels wide, a few in dark
colours too. The pictures go to ``docs/screens`` as WebP.
"""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.web.chromium import CHROMIUM, QUIET, fill_in_a_visit

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "screens"
SECONDS_TO_START = 120
SIZES = ((360, 780), (1280, 900), (1920, 1080))
DARK = ("overview", "tie", "document", "review", "board")
QUALITY = 60


def first(where: str, what: str) -> Callable[[Page], str]:
    """The address that the first such link of a page leads to."""

    def address(page: Page) -> str:
        page.goto(where)
        return page.locator(what).first.get_attribute("href") or where

    return address


def of_tie(path: str, more: str = "") -> Callable[[Page], str]:
    """A report on the busiest tie."""

    def address(page: Page) -> str:
        _empty, _ties, left, right, *_rest = first("/ties/", "#rows .title")(page).split("/")
        return f"{path}?left={left}&right={right}{more}"

    return address


SCREENS: dict[str, str | Callable[[Page], str]] = {
    "overview": "/",
    "attention": "/attention/",
    "ties": "/ties/",
    "tie": first("/ties/", "#rows .title"),
    "place": first("/places/?name=минск", "#rows .names a"),
    "person": first("/people/?name=кухарев", "#rows .title a"),
    "organization": first("/organizations/?name=белкоммунмаш", "#rows .names a"),
    "happenings": "/happenings/",
    "document": first("/search/?q=троллейбусы&kind=documents", "main .title a, main a.title"),
    "original": lambda page: f"{SCREENS['document'](page)}?beside=1",  # type: ignore[operator]
    "split": lambda page: "/split/" + first("/places/?name=минск", "#rows .names a")(page).split("/")[2] + "/",
    "review": "/review/",
    "pairs": "/review/pairs/",
    "board": "/commitments/",
    "roadmaps": "/roadmaps/",
    "matches": "/matches/",
    "reports": "/reports/",
    "briefing": of_tie("/reports/brief/"),
    "visit-report": of_tie("/reports/visit/"),
    "year-report": lambda page: "/reports/year/?year=2025&place=" + first(
        "/places/?name=минск", "#rows .names a"
    )(page).split("/")[2],
    "visits": "/visits/",
    "visit": first("/visits/", "main .title a, main a.title"),
    "visit-form": "/visits/new/",
    "by-hand": "/hand/event/",
    "add": "/add/",
    "search": "/search/?q=троллейбусы",
    "journal": "/decisions/",
    "sources": "/sources/",
    "calendar": "/calendar/",
    "users": "/users/",
    "traces": "/traces/",
}
"""What is photographed, and where it is."""


@contextmanager
def register_of_samples() -> Iterator[str]:
    """The address of a server that shows the samples."""
    with tempfile.TemporaryDirectory(prefix="pobratim-screens-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        program = [sys.executable, "-c", "from pobratim.cli import main; main()"]
        environment = {**os.environ, "POBRATIM_HOME": home, "USER": "officer", "LOGNAME": "officer"}
        # One sample is broken on purpose; what it says and the exit status that goes with it are expected.
        subprocess.run([*program, "add", "samples/documents"], cwd=ROOT, env=environment, check=False)
        server = subprocess.Popen([*program, "serve", "--port", str(port)], env=environment)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    """Returns once the server answers. Raises TimeoutError."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        with suppress(OSError), urlopen(address):
            return
        time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer")


def plan_a_visit(page: Page) -> None:
    """So that the pages of visits have one to show."""
    page.goto("/visits/new/")
    fill_in_a_visit(page)
    page.wait_for_url("**/visits/*/")


def photograph(browser: Browser, base: str, address: str, name: str, size: tuple[int, int], *, dark: bool) -> None:
    """What one sees of a page before scrolling."""
    width, height = size
    context = browser.new_context(
        base_url=base,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="ru-RU",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    expect(page.locator(".looking")).to_have_count(0)  # what is found beside the answers
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.save(PICTURES / f"{name}-{width}{'-dark' if dark else ''}.webp", quality=QUALITY, method=6)
    context.close()


def main(names: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    with register_of_samples() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_context(base_url=base).new_page()
        page.set_default_timeout(60_000)
        plan_a_visit(page)
        for name, where in SCREENS.items():
            if names and name not in names:
                continue
            address = where if isinstance(where, str) else where(page)
            for size in SIZES:
                photograph(browser, base, address, name, size, dark=False)
            if name in DARK:
                photograph(browser, base, address, name, SIZES[1], dark=True)
            print(name, flush=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
